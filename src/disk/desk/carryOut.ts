// An order → the work that is done for it, in this thread.

import type { NewsOf, OrderName, OrderOf } from './orderEars';

type Tell<K extends OrderName> = (news: NewsOf<K>) => void;

type Work = {
  readonly [K in OrderName]: (order: OrderOf<K>, tell: Tell<K>, signal?: AbortSignal) => Promise<void>;
};

const work: Work = {
  search: async (order, tell, signal) => (await import('./searchWorker')).searchInto(order, tell, signal),
  verdicts: async (order, tell) => tell(await (await import('./verdictWorker')).verdictsFor(order)),
};

/** Resolves when it is done, or when it was stopped and bears that. */
export function carryOut<K extends OrderName>(
  name: K, order: OrderOf<K>, tell: Tell<K>, signal?: AbortSignal,
): Promise<void> {
  return work[name](order, tell, signal);
}
