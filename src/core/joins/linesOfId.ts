// An id → the lines of all logs on which it stands, as far as they are kept or mean something; and what it
// belongs to.

import { beginOf } from '../faults/faultLines';
import { joinTies, tieCallees, type CausedTie } from './requestTies';
import { scanIds } from './scanIds';
import { deviceKey, isOwn, tieIds, type IdTie } from './ties';
import type { Analysis, Digest, Place } from '../model';

export interface LinesOfId {
  readonly source: string;
  /** Ascending. */
  readonly lines: readonly number[];
}

/** Lines of an id log by log, in the order of the logs; logs without it are left out. */
export function linesOfId(analysis: Analysis, id: string): readonly LinesOfId[] {
  const wanted = id.toLowerCase();
  return analysis.digests
    .map((digest) => ({ source: digest.source, lines: linesIn(digest, wanted, id) }))
    .filter(({ lines }) => lines.length > 0);
}

function linesIn(digest: Digest, id: string, spelled: string): readonly number[] {
  const kept = digest.linesOf(id).length > 0 ? digest.linesOf(id) : digest.linesOf(spelled);
  if (kept.length > 0) return kept;
  const lines = new Set<number>();
  for (const { instance, request, captures, at } of digest.events) {
    const { port, volume } = captures;
    if ([instance, request, port, volume].includes(id)) lines.add(at.line);
  }
  for (const fault of digest.faults) {
    if (fault.instance === id || fault.request === id) lines.add(beginOf(fault).line);
  }
  for (const claim of digest.joins?.claims ?? []) if (claim.id === id) lines.add(claim.at.line);
  for (const { ids, request, globalRequest, at } of digest.joins?.mentions ?? []) {
    if (ids.includes(id) || request === id || globalRequest === id) lines.add(at.line);
  }
  return [...lines].sort((a, b) => a - b);
}

/** What an id belongs to, and the line that says so where one does. */
export interface OwnerOfId {
  readonly instance: string;
  readonly at: Place | undefined;
  /** Others may use it too: these logs only show none that does. */
  readonly isShared: boolean;
}

/**
 * The only instance that an id belongs to.
 * @param source the log in which it stands: addresses of devices and names of locks are those of its host
 */
export function instanceOfId(analysis: Analysis, id: string, source?: string): OwnerOfId | undefined {
  const wanted = id.toLowerCase();
  const isInstance = analysis.timelines.some(({ instance }) => instance === wanted);
  if (isInstance) return { instance: wanted, at: undefined, isShared: false };
  const { requests, caused, ids } = ownersIn(analysis);
  const own = requests.get(id);
  if (own) return { instance: own, at: undefined, isShared: false };
  const call = caused.get(id);
  if (call) return { instance: call.instance, at: call.call.at, isShared: false };
  const digest = analysis.digests.find((one) => one.source === source);
  const tie = ids.get(wanted) ?? (digest && ids.get(deviceKey(wanted, digest)));
  if (tie) return { instance: tie.instance, at: tie.at, isShared: !isOwn(tie) };
  return digest && ownerOfLock(digest, id, requests);
}

/**
 * Whose a lock is, as far as one log shows it: every line that names it is of a request of the same instance.
 * Nothing where lines are not kept.
 */
function ownerOfLock(
  digest: Digest, name: string, requests: ReadonlyMap<string, string>,
): OwnerOfId | undefined {
  const lines = digest.linesOf(name);
  const [first] = lines;
  if (first === undefined || !isLockName(name)) return undefined;
  const open = new Set(lines);
  const owners = new Set<string>();
  for (const [request, instance] of requests) {
    for (const line of digest.linesOf(request)) if (open.delete(line)) owners.add(instance);
  }
  const [instance] = owners;
  if (!instance || owners.size > 1 || open.size > 0) return undefined;
  return { instance, at: { source: digest.source, line: first, time: undefined }, isShared: true };
}

// an id has a shape of its own; what is no id and yet has lines is a lock's name
function isLockName(name: string): boolean {
  let isId = false;
  scanIds(name, (id) => (isId ||= id.length === name.length));
  return !isId;
}

interface Owners {
  readonly requests: ReadonlyMap<string, string>;
  readonly caused: ReadonlyMap<string, CausedTie>;
  readonly ids: ReadonlyMap<string, IdTie>;
}

const known = new WeakMap<Analysis, Owners>();

function ownersIn(analysis: Analysis): Owners {
  const before = known.get(analysis);
  if (before) return before;
  const { digests } = analysis;
  const requests = joinTies(digests);
  const made = { requests, caused: tieCallees(digests, requests), ids: tieIds(digests, requests) };
  known.set(analysis, made);
  return made;
}
