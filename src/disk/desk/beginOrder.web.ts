// The same for the extension host of a browser: a web worker carries the order out, on a copy of the log that
// the desk gives away.

import type { WebAnswer } from '../web/orders';
import { beginWebWorker, handOver } from '../web/site';
import type { WebWorker } from '../web/site';
import { copyOfLog } from '../web/webDesk';
import type { NewsOf, OrderEars, OrderName, OrderOf } from './orderEars';

/** @returns ends it, however far it is */
export function beginOrder<K extends OrderName>(
  name: K, order: OrderOf<K>, { begun, news, failed, ended }: OrderEars<NewsOf<K>>,
): () => void {
  let worker: WebWorker | undefined;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    worker?.terminate();
    ended();
  };
  const fail = (reason: string): void => {
    failed(new Error(reason));
    end();
  };
  const hear = (answer: WebAnswer): void => {
    if (answer.kind === 'news') news(answer.news);
    else if (answer.kind === 'failed') fail(answer.reason);
    else if (answer.kind === 'done') end();
  };
  const begin = async (): Promise<void> => {
    worker = await beginWebWorker();
    const text = await copyOfLog(order.path);
    if (isOver) return worker.terminate();
    if (!text) throw new Error('the log is closed');
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = ({ message }) => fail(message ?? 'the worker has ended');
    handOver(worker, order.path, text);
    worker.postMessage({ kind: 'order', name, order });
    begun?.();
  };
  void begin().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
  return end;
}
