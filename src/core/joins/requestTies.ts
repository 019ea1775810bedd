// All logs of a set → which requests belong to one instance alone: those whose lines name it, and those that
// they caused in other services.

import type { Digest, RequestCall } from '../model';

/** Request → its only instance over all logs; an empty string where it touches several. */
export function joinTies(digests: readonly Digest[]): ReadonlyMap<string, string> {
  if (digests.length === 1 && digests[0]) return digests[0].ties;
  const joined = new Map<string, string>();
  for (const { ties } of digests) {
    for (const [request, instance] of ties) {
      const before = joined.get(request);
      joined.set(request, before === undefined || before === instance ? instance : '');
    }
  }
  return joined;
}

/** A request that belongs to an instance because the request that caused it does. */
export interface CausedTie {
  readonly instance: string;
  readonly call: RequestCall;
}

const deepest = 8;

/** @param requests ties of the requests by their own lines. @returns those that only calls tie. */
export function tieCallees(
  digests: readonly Digest[],
  requests: ReadonlyMap<string, string>,
): ReadonlyMap<string, CausedTie> {
  const calls = digests.flatMap(({ joins }) => joins?.calls ?? []);
  const tied = new Map<string, CausedTie>();
  const disputed = new Set<string>();
  // what a caused request causes is reached in the next round
  for (let round = 0, grown = true; grown && round < deepest; round += 1) {
    grown = false;
    for (const call of calls) {
      const instance = requests.get(call.caller) ?? tied.get(call.caller)?.instance;
      if (!instance || requests.has(call.callee) || disputed.has(call.callee)) continue;
      const before = tied.get(call.callee);
      if (!before) {
        tied.set(call.callee, { instance, call });
        grown = true;
      } else if (before.instance !== instance) {
        tied.delete(call.callee);
        disputed.add(call.callee);
      }
    }
  }
  return tied;
}
