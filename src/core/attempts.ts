// The lines of one operation → each host's try at it.

import type { OperationKind } from '../knowledge/schema';
import type { Item } from './items';
import type { Attempt, Place } from './model';

export interface AttemptDraft {
  readonly host: string | undefined;
  readonly begin: Place;
  readonly end: Place;
  readonly lastOrder: number;
  readonly outcome: Attempt['outcome'];
  readonly items: readonly Item[];
}

const tried = new Set<OperationKind>(['create', 'rebuild', 'evacuate', 'unshelve', 'resize', 'migrate']);

/** @param items the operation's own lines in order; what the API and the scheduler logged belongs to no attempt. */
export function findAttempts(items: readonly Item[], kind: OperationKind): readonly AttemptDraft[] {
  const parts: Item[][] = [];
  for (const item of items) {
    if (item.phase === 'api' || (item.phase === 'scheduling' && !reportsHost(item))) continue;
    const current = parts.at(-1);
    if (!current || (tried.has(kind) && begins(item, current))) parts.push([item]);
    else current.push(item);
  }
  return joinReports(parts).map(draftOf);
}

// A host starts again only after the one before it gave up, or beside it in another process.
function begins(item: Item, current: readonly Item[]): boolean {
  if (reportsHost(item)) return true;
  if (current.every((before) => reportsHost(before))) return !reportsHost(item);
  if (item.spec?.says === 'opens' && item.phase === 'start') return current.some((before) => before.phase !== 'start');
  const [first] = current;
  return first !== undefined && item.spec?.edge === 'begin' && item.phase === 'claim'
    && current.some((before) => before.spec?.says === 'rescheduled');
}

function reportsHost(item: Item): boolean {
  return item.spec?.says === 'rescheduled' && item.phase === 'scheduling';
}

// The conductor's `Error from last host` tells of an attempt whose own lines may be in the logs as well.
function joinReports(parts: Item[][]): readonly Item[][] {
  return parts.filter((part, at) => {
    const before = parts[at - 1];
    const [only] = part;
    if (!before || !only || part.length !== 1 || !reportsHost(only) || before.some(reportsHost)) return true;
    before.push(only);
    return false;
  });
}

function draftOf(items: readonly Item[]): AttemptDraft {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) throw new Error('an attempt has at least one line');
  return {
    host: hostOf(items), begin: first.at, end: last.at, lastOrder: last.order, outcome: outcomeOf(items), items,
  };
}

function hostOf(items: readonly Item[]): string | undefined {
  for (const { event } of items) {
    const host = event?.captures['node'] ?? event?.captures['host'] ?? event?.host;
    if (host) return host;
  }
  return undefined;
}

function outcomeOf(items: readonly Item[]): Attempt['outcome'] {
  const says = items.map((item) => item.spec?.says);
  const good = says.lastIndexOf('success');
  const bad = Math.max(says.lastIndexOf('failed'), says.lastIndexOf('aborted'), says.lastIndexOf('rescheduled'),
    says.lastIndexOf('deleted'));
  if (good > bad) return 'success';
  if (says.includes('rescheduled')) return 'rescheduled';
  if (says.includes('aborted')) return 'aborted';
  return bad >= 0 ? 'failed' : 'in-progress';
}
