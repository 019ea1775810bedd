// A web worker that reads logs for the extension host of a browser: the same desk, search and verdicts as in
// a thread of node, over files that were handed to it. In: orders. Out: answers. A script of its own.

import { carryOut } from '../desk/carryOut';
import { Desks } from '../desk/deskWorker';
import { kernelModule } from '../kernel';
import { copyOfFile, handFile } from './memoryFs';
import type { HandedFiles, WebAnswer, WebOrder } from './orders';

/** What a worker has to speak to whoever began it. */
interface Scope {
  onmessage: ((event: { readonly data: WebOrder }) => void) | null;
  postMessage(answer: WebAnswer, transfer?: readonly ArrayBufferLike[]): void;
}

// `self` is this worker; the types of this project are those of node
const scope = globalThis as unknown as Scope;

const desks = new Desks((answer) => scope.postMessage({ kind: 'desk', answer }));

async function take(order: WebOrder): Promise<void> {
  switch (order.kind) {
    case 'begin': return begin(order.files);
    case 'file': return handFile(order.path, order.bytes);
    case 'ask': return desks.take(order.question);
    case 'copy': {
      const bytes = copyOfFile(order.path);
      return scope.postMessage({ kind: 'copied', bytes }, bytes ? [bytes.buffer] : []);
    }
    case 'order':
      await carryOut(order.name, order.order, (news) => scope.postMessage({ kind: 'news', news }));
      return scope.postMessage({ kind: 'done' });
  }
}

function begin(files: HandedFiles): void {
  for (const [path, bytes] of Object.entries(files)) handFile(path, bytes);
  scope.postMessage({ kind: 'ready', twin: kernelModule() ? undefined : whyTwin(files['kernel.wasm']) });
}

function whyTwin(kernel: Uint8Array | undefined): string {
  if (!kernel) return 'the extension has no kernel.wasm';
  try {
    void new WebAssembly.Module(Uint8Array.from(kernel));
    return 'kernel.wasm is not what is expected';
  } catch (error) {
    return String(error);
  }
}

scope.onmessage = ({ data }) => void take(data).catch((error: unknown) => {
  scope.postMessage({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
});
