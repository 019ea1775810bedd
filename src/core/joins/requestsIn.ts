// An analysis → the requests that its operations and instances have, in the order of their first operation.

import type { Analysis } from '../model';
import { joinTies } from './requestTies';

export interface RequestOfSet {
  readonly request: string;
  /** The only instance it belongs to. */
  readonly instance: string | undefined;
  /** Ids of its operations. */
  readonly operations: readonly string[];
}

/** Requests of operations first; behind them those that only touch an instance that is in the analysis. */
export function requestsIn({ timelines, digests }: Analysis): readonly RequestOfSet[] {
  const ties = joinTies(digests);
  const instances = new Set(timelines.map(({ instance }) => instance));
  const found = new Map<string, { instance: string | undefined; operations: string[]; time: number }>();
  for (const { id, request, instance, begin } of timelines.flatMap(({ operations }) => operations)) {
    if (request === undefined) continue;
    const known = found.get(request);
    if (known) {
      known.operations.push(id);
      // one call may be for several instances
      if (known.instance !== instance) known.instance = undefined;
    } else found.set(request, { instance, operations: [id], time: begin.time ?? 0 });
  }
  const own = [...found].sort(([, a], [, b]) => a.time - b.time)
    .map(([request, { instance, operations }]) => ({ request, instance, operations }));
  const others = [...ties].filter(([request, instance]) => instances.has(instance) && !found.has(request));
  return [...own, ...others.map(([request, instance]) => ({ request, instance, operations: [] }))];
}
