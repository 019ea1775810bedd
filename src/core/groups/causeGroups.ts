// Timelines → failures with the same cause, grouped over instances, hosts and time. A host that gave up
// counts, also where another one did it in the end.

import type { OperationKind, PhaseId } from '../../knowledge/schema';
import { HostTally } from './hostTally';
import { novaFrame, plainMessage, typeOf } from './likeness';
import type { Attempt, CauseGroup, Fault, Operation, Place, SharedTrait, Timeline } from '../model';
import type { Traits } from './traits';

/** Hosts and traits of operations, as far as the logs tell. */
export interface Knowing {
  readonly hostOf: (operation: Operation) => string | undefined;
  readonly hostOfAttempt: (attempt: Attempt) => string | undefined;
  readonly traitsOf: (instance: string) => Traits | undefined;
}

interface Failure {
  readonly operation: Operation;
  readonly cause: Fault | undefined;
  readonly at: Place;
  readonly phase: PhaseId | undefined;
  readonly attempt: Attempt | undefined;
  readonly host: string | undefined;
}

/** @returns the groups, most frequent first, then by their first failure. */
export function groupCauses(timelines: readonly Timeline[], knowing: Knowing): readonly CauseGroup[] {
  const operations = timelines.flatMap((timeline) => timeline.operations);
  const failures = operations.flatMap((operation) => failuresOf(operation, knowing));
  const groups = new Map<string, Failure[]>();
  for (const failure of failures) {
    const key = keyOf(failure);
    const group = groups.get(key);
    if (group) group.push(failure);
    else groups.set(key, [failure]);
  }
  return [...groupsWithFrames(groups)]
    .map(([id, group]) => groupOf(id, group, operations, knowing))
    .sort((a, b) => b.places.length - a.places.length || timeOf(a.first) - timeOf(b.first));
}

function failuresOf(operation: Operation, { hostOf, hostOfAttempt }: Knowing): readonly Failure[] {
  const { attempts, outcome, rootCause, failedPhase } = operation;
  const tried = attempts.filter((attempt) => attempt.rootCause && attempt.outcome !== 'success');
  const failures: Failure[] = tried.flatMap((attempt) => {
    const { rootCause: cause, phases } = attempt;
    const phase = attempts.length === 1 ? failedPhase : phases.find((one) => one.outcome === 'failed')?.id;
    return cause ? [{ operation, cause, at: cause.at, phase, attempt, host: hostOfAttempt(attempt) }] : [];
  });
  const told = failures.some(({ cause }) => cause === rootCause || sameFault(cause, rootCause));
  if (outcome !== 'failed' || (rootCause ? told : failures.length > 0)) return failures;
  const at = rootCause?.at ?? operation.phases.find(({ id }) => id === failedPhase)?.at ?? operation.end;
  const last = { attempt: attempts.at(-1), host: hostOf(operation) };
  return [...failures, { operation, cause: rootCause, at, phase: failedPhase, ...last }];
}

function sameFault(a: Fault | undefined, b: Fault | undefined): boolean {
  return a !== undefined && b !== undefined && typeOf(a) === typeOf(b) && a.message === b.message;
}

function keyOf({ cause, phase, operation }: Failure): string {
  const what = cause ? `${typeOf(cause) ?? ''} | ${plainMessage(cause.message)}` : `- | ${operation.kind}`;
  return `${what} | ${phase ?? ''} | ${(cause && novaFrame(cause)) ?? ''}`;
}

// A failure of which only the last line is logged is like those with the same class, text and phase, if their
// frames agree.
function groupsWithFrames(groups: ReadonlyMap<string, Failure[]>): ReadonlyMap<string, Failure[]> {
  const framed = new Map<string, string[]>();
  for (const key of groups.keys()) {
    const base = key.slice(0, key.lastIndexOf('|') + 2);
    if (base !== key) framed.set(base, [...(framed.get(base) ?? []), key]);
  }
  const joined = new Map<string, Failure[]>();
  for (const [key, failures] of groups) {
    const [only, second] = framed.get(key) ?? [];
    const target = only !== undefined && second === undefined ? only : key;
    joined.set(target, [...(joined.get(target) ?? []), ...failures]);
  }
  return joined;
}

function groupOf(
  id: string, group: readonly Failure[], all: readonly Operation[], knowing: Knowing,
): CauseGroup {
  const failures = [...group].sort((a, b) => timeOf(a.at) - timeOf(b.at));
  const causes = failures.map(({ cause }) => cause);
  const first = failures[0]?.at;
  const last = failures.at(-1)?.at;
  if (!first || !last) throw new Error('a group has at least one failure');
  const cause = causes.find((fault) => fault && novaFrame(fault)) ?? causes[0];
  const tally = new HostTally();
  for (const { host } of failures) tally.add(host);
  const kinds = distinct(failures.map(({ operation }) => operation.kind));
  return {
    id,
    type: typeOf(cause),
    message: cause ? plainMessage(cause.message) : '',
    frame: cause && novaFrame(cause),
    phase: failures[0]?.phase,
    kinds,
    places: failures.map(({ at }) => at),
    operations: failures.map(({ operation }) => operation.id),
    attempts: failures.map(({ attempt }) => attempt),
    instances: distinct(failures.map(({ operation }) => operation.instance)),
    hosts: tally.hosts,
    unknownHosts: tally.unknown,
    first,
    last,
    shared: sharedTraits(failures, all, kinds, knowing),
  };
}

const traits = ['flavor', 'image', 'network', 'size'] as const;

/** Said only where at least two instances failed, all with one value, and others of the kind have another. */
function sharedTraits(
  failures: readonly Failure[], all: readonly Operation[], kinds: readonly OperationKind[], knowing: Knowing,
): readonly SharedTrait[] {
  if (new Set(failures.map(({ operation }) => operation.instance)).size < 2) return [];
  const failed = new Set(failures.map(({ operation }) => operation.id));
  const others = all.filter(({ id, kind }) => kinds.includes(kind) && !failed.has(id));
  const found: SharedTrait[] = [];
  const look = (trait: SharedTrait['trait'], own: readonly (string | undefined)[],
    valueOf: (operation: Operation) => string | undefined) => {
    const [value] = own;
    if (value === undefined || own.some((one) => one !== value)) return;
    const different = others.filter((operation) => {
      const theirs = valueOf(operation);
      return theirs !== undefined && theirs !== value;
    });
    const well = different.filter(({ outcome }) => outcome !== 'failed').length;
    if (different.length > 0) found.push({ trait, value, others: different.length, othersWell: well });
  };
  look('host', failures.map(({ host }) => host), knowing.hostOf);
  for (const trait of traits) {
    const valueOf = ({ instance }: Operation) => knowing.traitsOf(instance)?.[trait];
    look(trait, failures.map(({ operation }) => valueOf(operation)), valueOf);
  }
  return found;
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function timeOf({ time }: Place): number {
  return time ?? Number.MAX_SAFE_INTEGER;
}
