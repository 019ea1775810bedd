// The extension host of a browser → web workers that read logs for it. In: where the extension's files and
// the logs come from. Out: workers that have begun, and the text of logs, handed to them without a copy.

import type { WebAnswer, WebOrder } from './orders';

/** Where files come from: through VS Code's file systems. */
export interface Site {
  /** A file of the extension, by its path in it. */
  readonly own: (path: string) => Promise<Uint8Array>;
  /** All of a log. Rejects when it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Another one when the log has changed; undefined: it is gone. Rejects when that cannot be said now. */
  readonly stampOf: (path: string) => Promise<string | undefined>;
  /** @param twin why the scanner is not the one in WebAssembly */
  readonly began: (twin: string | undefined) => void;
}

/** What of a web worker is used here: the types of this project are those of node. */
export interface WebWorker {
  onmessage: ((event: { readonly data: WebAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(order: WebOrder, transfer?: readonly ArrayBufferLike[]): void;
  terminate(): void;
}

const script = 'dist/web/reader.js';
const handed = { 'kernel.wasm': 'dist/lazy/kernel.wasm', 'index.tables': 'dist/lazy/index.tables' } as const;
/** A worker that was not let begin may say nothing at all; milliseconds. */
const longestStart = 20_000;

let site: Site | undefined;
let parts: Promise<Parts> | undefined;

interface Parts {
  readonly script: Uint8Array;
  readonly files: Readonly<Record<keyof typeof handed, Uint8Array>>;
}

/** Said once, before the first log is read. */
export function readThrough(one: Site): void {
  [site, parts] = [one, undefined];
}

export function theSite(): Site {
  if (!site) throw new Error('nobody has said where logs come from');
  return site;
}

/** Rejects, with the reason, where this window lets no worker begin. */
export async function beginWebWorker(): Promise<WebWorker> {
  parts ??= loadParts();
  const { script: text, files } = await parts.catch((error: unknown) => {
    parts = undefined;
    throw error;
  });
  // of another origin than the window a script may not begin: so it comes from this one
  const url = URL.createObjectURL(new Blob([Uint8Array.from(text)], { type: 'text/javascript' }));
  const worker = makeWorker(url);
  try {
    theSite().began(await ready(worker, files));
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function loadParts(): Promise<Parts> {
  const { own } = theSite();
  const [text, kernel, tables] = await Promise.all([script, ...Object.values(handed)].map(own));
  if (!text || !kernel || !tables) throw new Error('files of the extension are missing');
  return { script: text, files: { 'kernel.wasm': kernel, 'index.tables': tables } };
}

function makeWorker(url: string): WebWorker {
  const { Worker } = globalThis as { readonly Worker?: new (url: string) => WebWorker };
  if (!Worker) throw new Error('this window has no workers');
  return new Worker(url);
}

/** @returns why the scanner is not the one in WebAssembly */
function ready(worker: WebWorker, files: Parts['files']): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the worker has not begun')), longestStart);
    worker.onerror = ({ message }) => {
      clearTimeout(late);
      reject(new Error(message ?? 'the worker was not let begin'));
    };
    worker.onmessage = ({ data }) => {
      clearTimeout(late);
      if (data.kind === 'ready') resolve(data.twin);
      else reject(new Error('the worker has not begun as it should'));
    };
    worker.postMessage({ kind: 'begin', files });
  });
}

/** Of the message in which VS Code sends a file so much stands beside it. */
const mostBeside = 1024;

/** Hands a file over: its bytes are gone here, and nothing is copied unless others may need them. */
export function handOver(worker: WebWorker, path: string, bytes: Uint8Array | undefined): void {
  if (!bytes) return worker.postMessage({ kind: 'file', path, bytes });
  const isAlone = bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength - bytes.length <= mostBeside;
  const given = isAlone ? bytes : Uint8Array.from(bytes);
  worker.postMessage({ kind: 'file', path, bytes: given }, [given.buffer]);
}
