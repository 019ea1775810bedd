// The path of a large log → the log, read once by workers. What the log is asked with later is loaded while
// they read, so that the first instances are told before.

import fs from 'node:fs';
import { bytesToLookAt } from '../../core/scan/scannable';
import type { CatalogBounds } from './catalog';
import { streamPackingOf } from './copies';
import { headOf } from './heads';
import type { LargeLog } from './largeLog';
import { formOf } from './logForm';
import { readCatalog } from './readCatalog';
import type { ScanProgress } from './readCatalog';
import { readFiles } from './readFiles';
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
  readonly most?: CatalogBounds;
  readonly tables?: Uint8Array;
}

/** A packed log is unpacked into a file for as long as it is open; it has no index.
 *  @returns undefined: this log is not one that can be read so; the tolerant reader can. Rejects on errors of
 *  the file system. */
export async function openLargeLog(path: string, options: OpenOptions = {}): Promise<LargeLog | undefined> {
  const packing = streamPackingOf(path);
  if (packing) return openPacked(path, packing, options);
  const log = { path, file: fs.openSync(path, 'r') };
  let isOpen = false;
  try {
    const { found, code } = await whileLoading(options, (told) => readCatalog(log, told));
    isOpen = found !== undefined;
    return found && new code.LargeLog(log, found, options.source);
  } finally {
    if (!isOpen) fs.closeSync(log.file);
  }
}

async function openPacked(
  path: string, packing: StreamPacking, { indexDir: _, source = path, ...options }: OpenOptions,
): Promise<LargeLog | undefined> {
  const form = formOf(await headOf(path, packing, 2 * bytesToLookAt));
  if (!form) return undefined;
  const file = { path, source, packing, prefix: form.prefix, isApart: true };
  const { found, code } = await whileLoading(options, (told) => readFiles([file], told));
  const [copy] = found?.copies ?? [];
  if (!found || !copy) return undefined;
  found.catalog.form = form;
  const log = { path: copy.path, file: fs.openSync(copy.path, 'r') };
  return new code.LargeLog(log, found.catalog, source, found);
}

const load = () => import('./largeLog');

/** Reads, and loads the code of an open log after the first bytes. */
async function whileLoading<T>(
  options: OpenOptions, read: (options: OpenOptions) => Promise<T>,
): Promise<{ readonly found: T; readonly code: Awaited<ReturnType<typeof load>> }> {
  let code: ReturnType<typeof load> | undefined;
  const found = await read({
    ...options,
    onProgress(progress) {
      options.onProgress?.(progress);
      void (code ??= load());
    },
  });
  return { found, code: await (code ?? load()) };
}
