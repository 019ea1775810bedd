// Which instances of a large log failed, found out by a worker of its own.

import { beginOrder } from './beginOrder';
import type { VerdictOrder, Verdicts } from './calls';

/** Undefined where it cannot be said, or the signal aborts. */
export function verdictsApart(order: VerdictOrder, signal: AbortSignal): Promise<Verdicts | undefined> {
  return new Promise((resolve, reject) => {
    const end = beginOrder('verdicts', order, {
      news: resolve, failed: reject, ended: () => resolve(undefined),
    });
    signal.addEventListener('abort', end, { once: true });
  });
}
