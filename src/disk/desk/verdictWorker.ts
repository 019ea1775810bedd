// The worker that finds out which instances of a large log failed: it takes seconds, and holds nobody up. In:
// a path and where its index lies. Out: verdicts, once.

import { parentPort, workerData } from 'node:worker_threads';
import { openLargeLog } from '../large/openLargeLog';
import type { VerdictOrder, Verdicts } from './calls';
import { verdictsOf } from './verdicts';

export async function verdictsFor({ path, indexDir }: VerdictOrder): Promise<Verdicts | undefined> {
  const log = await openLargeLog(path, indexDir === undefined ? {} : { indexDir });
  try {
    return log && verdictsOf(log);
  } finally {
    log?.close();
  }
}

if (parentPort && isOrder(workerData)) {
  const port = parentPort;
  void verdictsFor(workerData).then((verdicts) => port.postMessage(verdicts));
}

function isOrder(value: unknown): value is VerdictOrder {
  return typeof value === 'object' && value !== null && 'path' in value && 'indexDir' in value;
}
