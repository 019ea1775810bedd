// Which instances of a large log failed, found out by a worker of its own.

import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { VerdictOrder, Verdicts } from './calls';

const worker = 'disk-desk-verdictWorker.js';

/** Undefined where it cannot be said, or the signal aborts. */
export async function verdictsApart(
  order: VerdictOrder, signal: AbortSignal,
): Promise<Verdicts | undefined> {
  const file = path.join(__dirname, worker);
  if (!fs.existsSync(file)) return (await import('./verdictWorker')).verdictsFor(order);
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: order });
    signal.addEventListener('abort', () => void thread.terminate(), { once: true });
    thread.on('message', (verdicts: Verdicts | undefined) => resolve(verdicts));
    thread.on('error', reject);
    thread.on('exit', () => resolve(undefined));
  });
}
