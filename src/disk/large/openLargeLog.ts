// The path of a large log → the log, read once by workers. What the log is asked with later is loaded while
// they read, so that the first instances are told before.

import type { Catalog } from './catalog';
import type { LargeLog } from './largeLog';
import { readCatalog } from './readCatalog';
import type { ScanProgress } from './readCatalog';
import { streamPackingOf, unpackedCopy } from './unpackedCopy';
import type { StreamPacking } from '../unpack';

export interface OpenOptions {
  /** How places call the log; its path where that is not said. */
  readonly source?: string;
  /** Where indexes are kept; without it none is. */
  readonly indexDir?: string;
  readonly signal?: AbortSignal;
  /** Told after the first bytes, and then part by part, with what is known so far. */
  readonly onProgress?: (progress: ScanProgress) => void;
  readonly partSize?: number;
}

/** A packed log is unpacked into a file for as long as it is open; it has no index.
 *  @returns undefined: this log is not one that can be read so; the tolerant reader can. Rejects on errors of
 *  the file system. */
export async function openLargeLog(path: string, options: OpenOptions = {}): Promise<LargeLog | undefined> {
  const packing = streamPackingOf(path);
  if (packing) return openPacked(path, packing, options);
  const { catalog, make } = await readAndLoad(path, options);
  return catalog && make(path, catalog, options.source);
}

async function openPacked(
  path: string, packing: StreamPacking, { indexDir: _, ...options }: OpenOptions,
): Promise<LargeLog | undefined> {
  const copy = await unpackedCopy(path, packing, options.signal);
  if (!copy) return undefined;
  const { catalog, make } = await readAndLoad(copy.path, options).catch((error: unknown) => {
    copy.remove();
    throw error;
  });
  if (catalog) return make(copy.path, catalog, options.source ?? path, copy);
  copy.remove();
  return undefined;
}

interface Read {
  /** Undefined: it is not one that can be read so, or it was stopped. */
  readonly catalog: Catalog | undefined;
  readonly make: (...args: ConstructorParameters<typeof LargeLog>) => LargeLog;
}

const load = () => import('./largeLog');

async function readAndLoad(path: string, options: OpenOptions): Promise<Read> {
  let code: ReturnType<typeof load> | undefined;
  const catalog = await readCatalog(path, {
    ...options,
    onProgress(progress) {
      options.onProgress?.(progress);
      void (code ??= load());
    },
  });
  const { LargeLog: Log } = await (code ?? load());
  return { catalog, make: (...args) => new Log(...args) };
}
