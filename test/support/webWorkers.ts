// Web workers for a test in node: threads in which nothing of node is left, begun from scripts as a browser
// begins them. And a site that hands them files of the disk.

import { resolveObjectURL } from 'node:buffer';
import fs from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { WebAnswer, WebOrder } from '../../src/disk/web/orders';
import { readThrough } from '../../src/disk/web/site';
import type { Site, WebWorker } from '../../src/disk/web/site';

/** Runs in the thread: what node adds to the globals of a web worker is taken away. */
const world = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { runInThisContext } = require('node:vm');
  for (const name of ['Buffer', 'SharedArrayBuffer', 'clearImmediate', 'global', 'process', 'setImmediate']) {
    delete globalThis[name];
  }
  globalThis.postMessage = (answer, transfer) => parentPort.postMessage(answer, transfer);
  parentPort.on('message', (data) => globalThis.onmessage({ data }));
  runInThisContext(workerData);
`;

const begun = new Set<ThreadAsWebWorker>();

class ThreadAsWebWorker implements WebWorker {
  onmessage: WebWorker['onmessage'] = null;
  onerror: WebWorker['onerror'] = null;
  readonly #thread: Promise<Worker>;

  constructor(url: string) {
    begun.add(this);
    this.#thread = this.#begin(url);
  }

  async #begin(url: string): Promise<Worker> {
    const script = await resolveObjectURL(url)?.text();
    const thread = new Worker(world, { eval: true, workerData: script ?? '' });
    thread.on('message', (data: WebAnswer) => this.onmessage?.({ data }));
    thread.on('error', ({ message }) => this.onerror?.({ message }));
    return thread;
  }

  postMessage(order: WebOrder, transfer: readonly ArrayBufferLike[] = []): void {
    void this.#thread.then((thread) => thread.postMessage(order, transfer as ArrayBuffer[]));
  }

  terminate(): void {
    begun.delete(this);
    void this.#thread.then((thread) => thread.terminate());
  }
}

/** @param Worker what this window begins workers with; undefined: it lets none begin */
export function putWorkers(there = true): void {
  Reflect.set(globalThis, 'Worker', there ? ThreadAsWebWorker : undefined);
}

export function workersNow(): number {
  return begun.size;
}

/** Logs and the extension lie on the disk. */
export function readFromDisk(other: Partial<Site> = {}): void {
  const read = async (path: string): Promise<Uint8Array> => Uint8Array.from(await fs.promises.readFile(path));
  readThrough({
    own: read, read,
    stampOf: async (path) => {
      const status = fs.statSync(path, { throwIfNoEntry: false });
      return status && `${status.size} ${status.mtimeMs}`;
    },
    began: () => undefined,
    ...other,
  });
}
