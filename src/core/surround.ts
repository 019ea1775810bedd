// Timelines and digests → what the logs say beyond one operation: groups of failures, the life of hosts,
// holes, each operation with its waits and with what happened around it. Nothing is worked out before it is
// asked for, and nothing twice.

import { groupCauses } from './groups/causeGroups';
import { traitsByInstance } from './groups/traits';
import { findHoles } from './holes/holes';
import type { HeadTables } from './holes/heads';
import { spansAround } from './hosts/context';
import { hostNames, type HostNames } from './hosts/hostNames';
import { buildLanes } from './hosts/lanes';
import type { Attempt, Digest, Operation, Story, Timeline } from './model';
import { divergenceOf } from './likenesses/divergence';
import { paceOf } from './likenesses/pace';
import { joinTies } from './joins/requestTies';
import { waitsByOperation, withWaits } from './waits/attachWaits';

/** @returns a story whose parts cost nothing until they are read. */
export function surround(
  digests: readonly Digest[], timelines: readonly Timeline[], tables: HeadTables,
): Story {
  const requests = once(() => joinTies(digests));
  const ties = (request: string) => requests().get(request) || undefined;
  const names = once(() => hostNames(digests));
  const hosts = once(() => buildLanes(digests, names()));
  const holes = once(() => findHoles(digests, timelines, hosts(), tables));
  const spans = once(() => spansAround(hosts(), names().same));
  const waits = once(() => waitsByOperation(digests, timelines, ties));
  const traits = once(() => traitsByInstance(digests, ties));
  const knowing = {
    hostOf: ({ attempts }: Operation) => hostOf(attempts.at(-1), names()),
    hostOfAttempt: (attempt: Attempt) => hostOf(attempt, names()),
    traitsOf: (instance: string) => traits().get(instance),
  };
  const groups = once(() => groupCauses(timelines, knowing));
  const paces = once(() => paceOf(timelines, knowing.hostOfAttempt));
  const diverge = once(() => divergenceOf(digests, timelines, knowing));
  const told = new WeakMap<Operation, Operation>();
  return {
    groups,
    hosts,
    holes: () => holes().holes,
    paces,
    divergence: (operation) => diverge()(operation),
    hostOf: knowing.hostOf,
    tell: (operation) => {
      const known = told.get(operation);
      if (known) return known;
      const own = waits().get(operation);
      const full = own ? withWaits(operation, own) : operation;
      const context = { spans: spans()(operation), holes: holes().around(operation) };
      const made = context.spans.length + context.holes.length > 0 ? { ...full, context } : full;
      told.set(operation, made);
      return made;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The host of an attempt by its own lines, else by what else its log tells of the one nova-compute in it. */
function hostOf(attempt: Attempt | undefined, names: HostNames): string | undefined {
  if (!attempt) return undefined;
  return attempt.host === undefined ? names.ofCompute(attempt.begin.source) : names.same(attempt.host);
}
