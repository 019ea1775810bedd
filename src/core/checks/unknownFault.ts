// One finding for each kind of exception that was logged as an error, or that a statement of failure tells
// of, and that neither an operation nor a diagnosis beside the operations accounts for: outside of all
// operations, or among the lines of one that tells of another exception or of none.

import { beginOf } from '../faults/faultLines';
import { runInNova } from '../faults/novaFrames';
import { classTail, hintsOf } from '../timelines/frameHints';
import { unnamedFailures } from '../timelines/unnamedFailures';
import type { Diagnosis, Fault, Finding, Operation } from '../model';
import { placeKey } from '../placeKey';
import type { CheckInput } from './input';

/** So much of what it says is kept: behind a long command stands why it failed. */
const mostMessage = 1000;

/** Like faults (same class, same logger) are told once, at the first of them, with their number. */
export function unknownFaults(input: CheckInput): readonly Finding[] {
  const groups = new Map<string, Fault[]>();
  const { outside, within } = looseFaults(input);
  // what made a request fail is told as that, also where it is diagnosed
  const failures = new Set(unnamedFailures(input, outside));
  for (const fault of [...outside, ...failures, ...within.keys()]) {
    const key = `${classTail(fault.type)} ${fault.logger} ${within.get(fault)?.id ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(fault);
    else groups.set(key, [fault]);
  }
  return [...groups.values()].flatMap((group): readonly Finding[] => {
    const [first] = group;
    if (!first || (!failures.has(first) && isDiagnosed(group, input.diagnoses))) return [];
    return [findingOf(first, group, within.get(first), input)];
  });
}

function findingOf(
  first: Fault, group: readonly Fault[], operation: Operation | undefined, { tables }: CheckInput,
): Finding {
  const texts = new Set(group.map(({ message }) => message.split('\n', 1)[0])).size;
  return {
    check: 'unknown-fault',
    severity: 'information',
    // of several instances none is the one that it is about
    instance: operation?.instance
      ?? (group.every(({ instance }) => instance === first.instance) ? first.instance : undefined),
    at: first.at,
    related: group.slice(1, 10).map((fault) => fault.at),
    operation: undefined,
    args: {
      ...(first.type !== '' && { type: classTail(first.type) }),
      message: first.message.slice(0, mostMessage),
      count: group.length,
      logger: first.logger,
      ...(texts > 1 && { texts }),
      ...(operation ? duringArgs(operation) : unnamedArgs(group, tables)),
    },
  };
}

function duringArgs({ kind, basis, rootCause }: Operation): Finding['args'] {
  return { during: rootCause ? 'failed' : 'open', ...(basis === 'stated' && { kind }) };
}

// The body of an action names no instance where it fails; which action it was its frames say all the same.
function unnamedArgs(group: readonly Fault[], tables: CheckInput['tables']): Finding['args'] {
  const actions = new Set(group.map((fault) => actionOf(fault, tables)));
  const [action] = actions;
  return actions.size === 1 && action !== undefined ? { during: 'unnamed', kind: action } : {};
}

/** What its frames state, where nothing says of which instance; several: `resize or migrate` is for words. */
function actionOf(fault: Fault, tables: CheckInput['tables']): string | undefined {
  if (fault.instance !== undefined || !runInNova(fault.frames)) return undefined;
  const { kind, among, likely, harmless } = hintsOf(fault, tables);
  return kind === undefined || likely || harmless ? undefined : among.join(' ');
}

/** Diagnoses tell of as many as there are: of each but the first lines are kept, and their number. */
function isDiagnosed(group: readonly Fault[], diagnoses: readonly Diagnosis[]): boolean {
  const places = new Set(group.map(({ at }) => placeKey(at)));
  const told = new Set<string>();
  let counted = 0;
  for (const { evidence, count } of diagnoses) {
    const own = evidence.map(({ at }) => placeKey(at)).filter((place) => places.has(place));
    for (const place of own) told.add(place);
    if (evidence[0] && places.has(placeKey(evidence[0].at))) counted += count;
  }
  return Math.max(told.size, counted) >= group.length;
}

interface Loose {
  /** Faults logged as errors that are part of no operation. */
  readonly outside: readonly Fault[];
  /** Those that are part of one that does not tell them. */
  readonly within: ReadonlyMap<Fault, Operation>;
}

function looseFaults({ digests, timelines, tables }: CheckInput): Loose {
  const loose = new Map<string, Map<number, Fault>>();
  for (const fault of digests.flatMap((digest) => digest.faults)) {
    if (!isError(fault) || (!fault.type && actionOf(fault, tables) === undefined)) continue;
    const { source, line } = beginOf(fault);
    const lines = loose.get(source) ?? new Map<number, Fault>();
    loose.set(source, lines.set(line, fault));
  }
  const told = new Set<string>();
  const within = new Map<Fault, Operation>();
  const operations = timelines.flatMap((timeline) => timeline.operations);
  for (const operation of operations) {
    const tells = tellerOf(operation);
    for (const { source, line } of operation.places) {
      const fault = loose.get(source)?.get(line);
      if (!fault) continue;
      const isWrapper = operation.rootCause && tables.wrappers.includes(classTail(fault.type));
      // one that was cut off before its class may be any that the operation tells
      const isNew = fault.type !== '' && !isWrapper && !told.has(sameFault(fault)) && !tells(fault);
      if (isNew) within.set(fault, operation);
      told.add(sameFault(fault));
      loose.get(source)?.delete(line);
    }
  }
  // a log that was pasted or merged twice says nothing new the second time
  const isToldAgain = toldAfterwards(operations);
  const outside = [...loose.values()].flatMap((lines) => [...lines.values()].filter((fault) =>
    (fault.at.time === undefined || !told.has(sameFault(fault))) && !isToldAgain(fault)));
  return { outside, within };
}

// The thread that sets up the network names neither instance nor request when it fails; the build raises the
// exception again when it needs what that thread did not make.
function toldAfterwards(operations: readonly Operation[]): (fault: Fault) => boolean {
  const failed = operations.flatMap((operation) => {
    const { begin: { source, line: from }, end, rootCause } = operation;
    if (end.source !== source || rootCause?.at.source !== source) return [];
    return [{ source, from, to: Math.min(end.line, rootCause.at.line), tells: tellerOf(operation) }];
  });
  return (fault) => {
    if (fault.request !== undefined || fault.instance !== undefined || fault.message === '') return false;
    const { source, line } = fault.at;
    return failed.some(({ source: log, from, to, tells }) =>
      log === source && line > from && line < to && tells(fault));
  };
}

/** @returns whether the operation tells the exception, or one that it quotes. */
function tellerOf({ rootCause, fault, chain, attempts }: Operation): (fault: Fault) => boolean {
  const tries = attempts.flatMap((attempt) => [attempt.rootCause, attempt.fault]);
  const told = [rootCause, fault, ...chain, ...tries].flatMap((each) => each ? [each, ...each.chain] : []);
  return (other) => told.some(({ at, type, message }) =>
    placeKey(at) === placeKey(other.at)
    || (message === other.message && classTail(type) === classTail(other.type))
    // raised for it
    || (message !== '' && message.length < other.message.length && other.message.includes(message)));
}

/** Where no head tells the level, a traceback through Nova's code does. */
function isError({ level, basis, frames }: Fault): boolean {
  if (level !== undefined) return level === 'ERROR' || level === 'CRITICAL' || level === 'TRACE';
  return basis === 'traceback' && runInNova(frames);
}

function sameFault({ at, type, message, logger, process, instance }: Fault): string {
  return [at.time, type, message, logger, process, instance].join(' ');
}
