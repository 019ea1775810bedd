// A path → the catalog of its log: from the index if there is one that can be believed, else by a worker that
// reads the file; what was appended since is read on.

import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { indexTables } from '../../core/sieve';
import { Catalog } from './catalog';
import type { CatalogData } from './lines';
import { loadIndex } from './indexFile';
import type { ScanAnswer, ScanOrder, ScanProgress } from './scanFile';

export interface ReadCatalogOptions {
  readonly indexDir?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScanProgress & { readonly instances: number }) => void;
}

const worker = 'disk-large-scanWorker.js';

/** @returns undefined: not a log that the scanner may read. */
export async function readCatalog(
  log: string, options: ReadCatalogOptions, known?: Catalog,
): Promise<Catalog | undefined> {
  const { indexDir } = options;
  const stored = known || indexDir === undefined ? undefined : loadIndex(indexDir, log, indexTables());
  if (stored?.bytes === fs.statSync(log).size) return stored;
  const order: ScanOrder = { path: log, indexDir: options.indexDir, known: (known ?? stored)?.toData() };
  const tell = (answer: ScanAnswer): void => {
    if (answer.kind === 'progress') options.onProgress?.({ ...answer.progress, instances: answer.instances });
  };
  const data = await inWorker(order, options.signal, tell);
  return data && Catalog.from(data);
}

async function inWorker(
  order: ScanOrder, signal: AbortSignal | undefined, tell: (answer: ScanAnswer) => void,
): Promise<CatalogData | undefined> {
  const file = path.join(__dirname, worker);
  if (!fs.existsSync(file)) {
    // no file of its own beside this one: the same work here
    const { scanInto } = await import('./scanWorker');
    return scanInto(order, tell, () => signal?.aborted === true);
  }
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: order });
    signal?.addEventListener('abort', () => void thread.terminate(), { once: true });
    thread.on('message', (answer: ScanAnswer) => {
      tell(answer);
      if (answer.kind === 'done') resolve(answer.data);
    });
    thread.on('error', reject);
    thread.on('exit', () => resolve(undefined));
  });
}
