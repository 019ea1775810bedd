// Timelines and digests → what the logs say beyond one operation: groups of failures, the life of hosts,
// holes, and each operation with its waits and with what happened around it.

import { groupCauses } from './groups/causeGroups';
import { traitsByInstance } from './groups/traits';
import { findHoles } from './holes/holes';
import type { HeadTables } from './holes/heads';
import { spansAround } from './hosts/context';
import { hostNames, type HostNames } from './hosts/hostNames';
import { buildLanes } from './hosts/lanes';
import { withServiceLines } from './joins/serviceLines';
import type { Analysis, Attempt, Digest, Operation, Timeline } from './model';
import { joinTies } from './joins/requestTies';
import { waitsByOperation, withWaits } from './waits/attachWaits';

export type Surroundings = Required<Pick<Analysis, 'timelines' | 'groups' | 'hosts' | 'holes'>>;

/** @returns the timelines anew where anything was added to an operation, the same where not. */
export function surround(
  digests: readonly Digest[], bare: readonly Timeline[], tables: HeadTables,
): Surroundings {
  const requests = joinTies(digests);
  const ties = (request: string) => requests.get(request) || undefined;
  const names = hostNames(digests);
  const hosts = buildLanes(digests, names);
  const holes = findHoles(digests, bare, hosts, tables);
  const spansOf = spansAround(hosts, names.same);
  const waits = waitsByOperation(digests, bare, ties);
  const complete = (operation: Operation): Operation => {
    const spans = spansOf(operation);
    const gaps = holes.around(operation);
    const own = waits.get(operation);
    const full = own ? withWaits(operation, own) : operation;
    return spans.length + gaps.length > 0 ? { ...full, context: { spans, holes: gaps } } : full;
  };
  const timelines = withServiceLines(bare, digests).map((timeline) => {
    const operations = timeline.operations.map(complete);
    const changed = operations.some((one, at) => one !== timeline.operations[at]);
    return changed ? { ...timeline, operations } : timeline;
  });
  const traits = traitsByInstance(digests, ties);
  const groups = groupCauses(timelines, {
    hostOf: ({ attempts }) => hostOf(attempts.at(-1), names),
    hostOfAttempt: (attempt) => hostOf(attempt, names),
    traitsOf: (instance) => traits.get(instance),
  });
  return { timelines, groups, hosts, holes: holes.holes };
}

/** The host of an attempt by its own lines, else by what else its log tells of the one nova-compute in it. */
function hostOf(attempt: Attempt | undefined, names: HostNames): string | undefined {
  if (!attempt) return undefined;
  return attempt.host === undefined ? names.ofCompute(attempt.begin.source) : names.same(attempt.host);
}
