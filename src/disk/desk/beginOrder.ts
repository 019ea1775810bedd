// An order → a thread of node that carries it out and ends; the same work in this thread where there is no
// file for one.

import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { carryOut } from './carryOut';
import type { NewsOf, OrderEars, OrderName, OrderOf } from './orderEars';

const files: Readonly<Record<OrderName, string>> = {
  search: 'disk-desk-searchWorker.js', verdicts: 'disk-desk-verdictWorker.js',
};

/** @returns ends it, however far it is */
export function beginOrder<K extends OrderName>(
  name: K, order: OrderOf<K>, { begun, news, failed, ended }: OrderEars<NewsOf<K>>,
): () => void {
  const file = path.join(__dirname, files[name]);
  if (!fs.existsSync(file)) {
    const stop = new AbortController();
    begun?.();
    void carryOut(name, order, news, stop.signal).then(ended, failed);
    return () => stop.abort();
  }
  const thread = new Worker(file, { workerData: order });
  thread.on('online', () => begun?.());
  thread.on('message', news);
  thread.on('error', failed);
  thread.on('exit', ended);
  return () => void thread.terminate();
}
