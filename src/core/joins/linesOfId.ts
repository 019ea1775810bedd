// An id → the lines of all logs on which it stands, as far as they are kept or mean something; and what it
// belongs to.

import { beginOf } from '../faults/faultLines';
import { joinTies, tieCallees, type CausedTie } from './requestTies';
import { tieIds, type IdTie } from './ties';
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

/** The only instance that an id belongs to, and the line that says so where one does. */
export function instanceOfId(
  analysis: Analysis, id: string,
): { readonly instance: string; readonly at: Place | undefined } | undefined {
  const wanted = id.toLowerCase();
  const isInstance = analysis.timelines.some(({ instance }) => instance === wanted);
  if (isInstance) return { instance: wanted, at: undefined };
  const { requests, caused, ids } = ownersIn(analysis);
  const own = requests.get(id);
  if (own) return { instance: own, at: undefined };
  const call = caused.get(id);
  return call ? { instance: call.instance, at: call.call.at } : ids.get(wanted);
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
