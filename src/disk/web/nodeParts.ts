// Stands in for the other modules of node in a web worker: what of `node:path`, `node:os`, `node:v8`,
// `node:zlib` and `node:worker_threads` the reading of large logs names. Beside this worker there is none.

/** As in the main thread of node. */
export const parentPort = null;
export const workerData = undefined;
/** Begun only where there is a script for it. */
export const Worker = undefined;

const nodeParts = {
  join: (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('/'),
  dirname: (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/'))),
  basename: (path: string): string => path.slice(path.lastIndexOf('/') + 1),
  tmpdir: (): string => 'tmp:',
  availableParallelism: (): number => 1,
  getHeapStatistics: (): { readonly heap_size_limit: number } => ({ heap_size_limit: 2 ** 31 }),
  constants: { Z_SYNC_FLUSH: 2 },
  /** Only streams are unpacked here. */
  gunzipSync(): never {
    throw new Error('nothing is unpacked at once');
  },
  /** Nobody else writes to this memory: no sum is needed. */
  crc32: (): number => 0,
};

export { nodeParts as default };
