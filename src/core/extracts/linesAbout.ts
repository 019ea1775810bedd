// In: what an extract is about. Out: the lines of every log that are about it. Which request belongs to which
// instance, and what is tied to it by other ids, the digests know.

import type { Lookup } from '../lookup';
import { placesOf } from '../lookup';
import type { Analysis, Digest, Fault, Operation, Place, Subject } from '../model';
import { beginOf, faultsIn, spanIn } from '../faults/faultLines';
import { joinTies, tieCallees } from '../joins/requestTies';
import { requestTree, type RequestTree } from '../joins/requestTree';
import { linesOfSpan } from './timeSpan';

/** Lines of a log, ascending, without repeats. */
export type LinesOfLogs = ReadonlyMap<string, readonly number[]>;

const CONTEXT = 3;

/**
 * @param context lines to show before and behind an operation, and around its failure
 * @returns logs that have no such line are left out.
 */
export function linesAbout(lookup: Lookup, subject: Subject, context = CONTEXT): LinesOfLogs {
  const found = new Map<string, readonly number[]>();
  for (const digest of lookup.analysis.digests) {
    const lines = sorted(linesIn(digest, lookup, subject, context));
    if (lines.length > 0) found.set(digest.source, lines);
  }
  return found;
}

function linesIn(
  digest: Digest, lookup: Lookup, { kind, id }: Subject, context: number,
): ReadonlySet<number> {
  switch (kind) {
    case 'instance':
      return ofInstance(digest, lookup, id);
    case 'request':
      return ofRequest(digest, lookup, id);
    case 'operation':
      return ofOperation(digest, lookup, id, context);
    case 'failures':
      return ofFailures(digest, lookup, context);
    case 'time':
      return linesOfSpan(digest, id);
  }
}

function ofInstance(digest: Digest, lookup: Lookup, instance: string): ReadonlySet<number> {
  const operations = lookup.operationsOf(instance);
  const lines = new Set(digest.linesOf(instance));
  for (const request of requestsOf(lookup, instance, operations)) {
    addAll(lines, ownLines(digest, lookup, request, instance));
  }
  for (const operation of operations) addPlaces(lines, digest, operation);
  for (const { fault } of faultsIn(digest)) if (fault.instance === instance) addFault(lines, digest, fault);
  addServiceLines(lines, digest, lookup, instance);
  return lines;
}

function requestsOf(
  { analysis }: Lookup, instance: string, operations: readonly Operation[],
): ReadonlySet<string> {
  const own = operations.flatMap(({ request }) => request ?? []);
  return new Set([...own, ...(tiedRequests(analysis).get(instance) ?? [])]);
}

const tied = new WeakMap<Analysis, ReadonlyMap<string, readonly string[]>>();

/** Instance → the requests that belong to it alone, those in other services that they caused included. */
function tiedRequests(analysis: Analysis): ReadonlyMap<string, readonly string[]> {
  const known = tied.get(analysis);
  if (known) return known;
  const made = new Map<string, string[]>();
  const add = (request: string, instance: string): void => {
    const requests = made.get(instance);
    if (requests) requests.push(request);
    else made.set(instance, [request]);
  };
  const own = joinTies(analysis.digests);
  for (const [request, instance] of own) add(request, instance);
  for (const [request, { instance }] of tieCallees(analysis.digests, own)) add(request, instance);
  tied.set(analysis, made);
  return made;
}

// One request may make several instances: what it says of another of them is left out.
function ownLines(digest: Digest, lookup: Lookup, request: string, instance: string): readonly number[] {
  const lines = digest.linesOf(request);
  const others = lookup.operationsOfRequest(request).filter((operation) => operation.instance !== instance);
  if (lines.length === 0 || others.length === 0) return lines;
  const theirs = new Set(others.flatMap((operation) => digest.linesOf(operation.instance)));
  return lines.filter((line) => !theirs.has(line));
}

function ofRequest(digest: Digest, lookup: Lookup, request: string): ReadonlySet<number> {
  const lines = new Set(caused(lookup, request).flatMap((one) => digest.linesOf(one)));
  for (const operation of lookup.operationsOfRequest(request)) addPlaces(lines, digest, operation);
  for (const { fault } of faultsIn(digest)) if (fault.request === request) addFault(lines, digest, fault);
  return lines;
}

// Lines carry no times before they are read: what lies between the first and the last line of the operation
// in this log is of its time.
function ofOperation(
  digest: Digest, lookup: Lookup, id: string, context: number,
): ReadonlySet<number> {
  const operation = lookup.operation(id);
  const lines = new Set<number>();
  if (!operation) return lines;
  addPlaces(lines, digest, operation);
  const { request, instance } = operation;
  for (const one of request ? caused(lookup, request) : []) {
    addAll(lines, ownLines(digest, lookup, one, instance));
  }
  addServiceLines(lines, digest, lookup, instance, id);
  const [first, last] = endsOf(lines);
  if (first === undefined || last === undefined) return lines;
  for (const line of digest.linesOf(operation.instance)) if (first <= line && line <= last) lines.add(line);
  if (context === 0) return lines;
  const around = [first, last, ...faultsOf(operation).filter(isIn(digest)).map(({ at }) => at.line)];
  for (const line of around) addAround(lines, line, context, digest.lines);
  return lines;
}

/** A request, and those that it caused in other services. */
function caused({ analysis }: Lookup, request: string): readonly string[] {
  const all = (tree: RequestTree): readonly string[] => [tree.node.request, ...tree.children.flatMap(all)];
  const tree = requestTree(analysis, request);
  return tree ? all(tree) : [request];
}

/** Lines of other services that an id ties to the instance, or to one operation of it. */
function addServiceLines(
  lines: Set<number>, { source }: Digest, { analysis }: Lookup, instance: string, operation?: string,
): void {
  const timeline = analysis.timelines.find((one) => one.instance === instance);
  for (const one of timeline?.serviceLines ?? []) {
    const isMeant = operation === undefined || one.operation === operation;
    if (isMeant && one.mention.at.source === source) lines.add(one.mention.at.line);
  }
}

function ofFailures(digest: Digest, { analysis }: Lookup, context: number): ReadonlySet<number> {
  const lines = new Set<number>();
  const failed = analysis.timelines.flatMap(({ operations }) => operations)
    .filter(({ outcome }) => outcome === 'failed');
  const own = new Map<string, Set<number>>();
  for (const operation of failed) {
    for (const { source, line } of operation.places) {
      own.set(source, (own.get(source) ?? new Set()).add(line));
    }
    for (const fault of faultsOf(operation)) addFault(lines, digest, fault);
    for (const { source, line } of failuresOf(operation)) if (source === digest.source) lines.add(line);
  }
  // told again on the way out, an exception takes no part in the chain
  for (const { fault } of faultsIn(digest)) {
    const { source, line } = beginOf(fault);
    if (own.get(source)?.has(line)) addFault(lines, digest, fault);
  }
  for (const { severity, at } of analysis.findings) {
    if (severity === 'error' && at.source === digest.source) lines.add(at.line);
  }
  for (const line of [...lines]) addAround(lines, line, context, digest.lines);
  return lines;
}

// Where it was given up: the last lines of the phases that failed, and of each host that gave up.
function failuresOf({ attempts, phases, end }: Operation): readonly Place[] {
  const failed = phases.filter(({ outcome }) => outcome === 'failed')
    .flatMap(({ places }) => places.slice(-1));
  return [...failed, ...attempts.filter(({ outcome }) => outcome !== 'success').map((one) => one.end), end];
}

function addPlaces(lines: Set<number>, digest: Digest, operation: Operation): void {
  for (const { source, line } of placesOf(operation)) if (source === digest.source) lines.add(line);
  for (const fault of faultsOf(operation)) addFault(lines, digest, fault);
}

function faultsOf({ chain, rootCause, fault, attempts }: Operation): readonly Fault[] {
  const all = [rootCause, fault, ...attempts.flatMap((attempt) => [attempt.rootCause, attempt.fault])];
  return [...chain, ...all.filter((one) => one !== undefined)];
}

function isIn({ source }: Digest): (fault: Fault) => boolean {
  return ({ at }) => at.source === source;
}

function addFault(lines: Set<number>, { source }: Digest, fault: Fault): void {
  const { firstLine = 0, lastLine = -1 } = spanIn(fault, source) ?? {};
  for (let line = firstLine; line <= lastLine; line += 1) lines.add(line);
}

function addAround(lines: Set<number>, around: number, context: number, count: number): void {
  const last = Math.min(count - 1, around + context);
  for (let line = Math.max(0, around - context); line <= last; line += 1) lines.add(line);
}

function addAll(lines: Set<number>, more: readonly number[]): void {
  for (const line of more) lines.add(line);
}

function endsOf(lines: ReadonlySet<number>): readonly [number | undefined, number | undefined] {
  let first: number | undefined;
  let last: number | undefined;
  for (const line of lines) {
    if (first === undefined || line < first) first = line;
    if (last === undefined || line > last) last = line;
  }
  return [first, last];
}

function sorted(lines: ReadonlySet<number>): readonly number[] {
  return [...lines].sort((a, b) => a - b);
}
