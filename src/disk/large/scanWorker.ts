// The worker that reads a log: an order → progress, and the catalog at the end. The same work can be done
// without a worker.

import { parentPort, workerData } from 'node:worker_threads';
import { indexTables } from '../../core/sieve';
import { Catalog } from './catalog';
import type { CatalogData } from './lines';
import { saveIndex } from './indexFile';
import { scanFile } from './scanFile';
import type { ScanAnswer, ScanOrder } from './scanFile';

export function scanInto(
  { path, indexDir, known }: ScanOrder, tell: (answer: ScanAnswer) => void, isStopped: () => boolean,
): CatalogData | undefined {
  const catalog = known ? Catalog.from(known) : new Catalog();
  const before = catalog.bytes;
  const isRead = scanFile(path, catalog, {
    isStopped,
    onPart: (progress) => tell({ kind: 'progress', progress, instances: catalog.instances.size }),
  });
  if (!isRead) return undefined;
  const data = catalog.toData();
  if (indexDir !== undefined && data.bytes > before && !isStopped()) {
    saveIndex(indexDir, path, data, indexTables());
  }
  return data;
}

if (parentPort && isOrder(workerData)) {
  const port = parentPort;
  const data = scanInto(workerData, (answer) => port.postMessage(answer), () => false);
  const answer: ScanAnswer = { kind: 'done', data };
  port.postMessage(answer);
}

function isOrder(value: unknown): value is ScanOrder {
  return typeof value === 'object' && value !== null && 'path' in value && 'indexDir' in value;
}
