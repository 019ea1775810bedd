// The lines of one operation → each host's try at it.

import type { OperationKind, Role } from '../../knowledge/schema';
import type { Item } from './items';
import type { Attempt, LogEvent, Place } from '../model';

export interface AttemptDraft {
  readonly host: string | undefined;
  readonly role: Role | undefined;
  readonly begin: Place;
  readonly end: Place;
  readonly lastOrder: number;
  readonly outcome: Attempt['outcome'];
  readonly items: readonly Item[];
}

const tried = new Set<OperationKind>(['create', 'rebuild', 'evacuate', 'unshelve', 'resize', 'migrate']);

/** @param items the operation's own lines in order; what the API and the scheduler logged belongs to no
 *  attempt. */
export function findAttempts(items: readonly Item[], kind: OperationKind): readonly AttemptDraft[] {
  const parts: Item[][] = [];
  const reported = new Set<Item[]>();
  const lines = new Set(items.filter(isReport).map(lineOf));
  const told = new Map(items.flatMap((item) =>
    item.fault && lines.has(lineOf(item)) ? [[lineOf(item), item.fault.message] as const] : []));
  for (const item of items) {
    const current = parts.at(-1);
    if (isReport(item) || (item.fault && lines.has(lineOf(item)))) report(item, told, parts, reported);
    else if (isOfNoHost(item)) continue;
    else if (!current || (tried.has(kind) && begins(item, current, lines))) parts.push([item]);
    else current.push(item);
  }
  const drafts = joined(parts, items, told).map((part) => draftOf(part, undefined, hostOf(part)));
  return drafts.map((one, at) => at < drafts.length - 1 ? handedOn(one) : one);
}

// That there is a next try says what became of one which gave its claim back.
function handedOn(one: AttemptDraft): AttemptDraft {
  const isOver = one.outcome === 'in-progress' && one.items.some(({ spec }) => spec?.endsTry);
  return isOver ? { ...one, outcome: 'rescheduled' } : one;
}

// `Error from last host` of the conductor tells of a host's attempt, whose own lines may be in the logs as
// well; of these nothing but the exception may be left.
function report(
  item: Item, told: ReadonlyMap<string, string>, parts: Item[][], reported: Set<Item[]>,
): void {
  const current = parts.at(-1);
  const sameLine = current?.some((before) => lineOf(before) === lineOf(item));
  const reason = told.get(lineOf(item)) ?? '';
  const isItsEnd = (before: Item): boolean => gaveUp(before) || isQuoted(before, reason);
  if (current && (sameLine || (!reported.has(current) && current.some(isItsEnd)))) {
    current.push(item);
    reported.add(current);
    return;
  }
  const part = [item];
  parts.push(part);
  reported.add(part);
}

// Where the host's clock is ahead, what is told of its attempt stands before the lines of that attempt. It is
// another one's only if another host was chosen afterwards.
function joined(
  parts: readonly Item[][], items: readonly Item[], told: ReadonlyMap<string, string>,
): readonly Item[][] {
  return parts.reduce<Item[][]>((done, part) => {
    const report = done.at(-1);
    const [first, ...rest] = part;
    if (!first || !report || !tells(report, part, items, told)) return [...done, part];
    // by another clock: it is neither the first line nor the last
    return [...done.slice(0, -1), [first, ...report, ...rest]];
  }, []);
}

function tells(
  report: readonly Item[], part: readonly Item[], items: readonly Item[], told: ReadonlyMap<string, string>,
): boolean {
  const [line] = report;
  if (!line || !report.every((item) => lineOf(item) === lineOf(line)) || part.some(isReport)) return false;
  const reason = told.get(lineOf(line)) ?? '';
  const isOfReport = ({ log, process }: Item): boolean => log === line.log && process === line.process;
  if (part.length < 2 || part.some(isOfReport) || !part.some((item) => isQuoted(item, reason))) return false;
  const chosen = items.filter((item) =>
    isOfReport(item) && item.phase === 'scheduling' && item.spec?.edge === 'end');
  return chosen.length > 0 && chosen.every(({ at }) => at.line < line.at.line);
}

/** Those of hosts that tried it: of a move the destinations. Its source tries nothing, and lines that do not
 *  tell their side are no further try. */
export function triedBy<T extends Pick<Attempt, 'role'>>(attempts: readonly T[]): readonly T[] {
  return isMove(attempts) ? attempts.filter(({ role }) => role === 'destination') : attempts;
}

/** Whether attempts are sides of a move. */
export function isMove(attempts: readonly Pick<Attempt, 'role'>[]): boolean {
  return attempts.some(({ role }) => role !== undefined);
}

/** `Error from last host` of the conductor. */
export function isReport(item: Item): boolean {
  return item.says === 'rescheduled' && item.phase === 'scheduling';
}

/** What the API, the conductor and the scheduler log is no host's doing, nor is what is told of an action. */
export function isOfNoHost(item: Item): boolean {
  if (item.fault) return /^nova\.(?:api|osapi|scheduler|conductor)/.test(item.fault.logger);
  return item.phase === 'api' || item.phase === 'scheduling' || item.spec?.recorded === true;
}

/** The line of a log on which it stands. */
export function lineOf(item: Item): string {
  return `${item.log}:${item.at.line}`;
}

/** The conductor tells the reason in the words of the exception. */
function isQuoted({ fault }: Item, reason: string): boolean {
  const [first = ''] = fault?.message.split('\n', 1) ?? [];
  return first !== '' && reason.includes(first);
}

function gaveUp({ says }: Item): boolean {
  return says === 'rescheduled' || says === 'aborted' || says === 'failed';
}

// A host starts again only after the one before it gave up, or beside it in another process.
function begins(item: Item, current: readonly Item[], reports: ReadonlySet<string>): boolean {
  if (current.every((before) => reports.has(lineOf(before)))) return true;
  if (item.says === 'opens' && item.phase === 'start')
    return current.some((before) => before.phase !== 'start');
  return (
    item.spec?.edge === 'begin' &&
    item.phase === 'claim' &&
    current.some((before) => before.says === 'rescheduled' || before.spec?.endsTry)
  );
}

/** The lines of one host → what it tried. */
export function draftOf(
  items: readonly Item[],
  role: Role | undefined,
  host: string | undefined,
): AttemptDraft {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) throw new Error('an attempt has at least one line');
  return {
    host,
    role,
    begin: first.at,
    end: last.at,
    lastOrder: last.order,
    outcome: outcomeOf(items),
    items,
  };
}

/** The host that the lines of an attempt name. */
export function hostOf(items: readonly Item[]): string | undefined {
  for (const { event } of items) {
    const host = event && hostIn(event);
    if (host) return host;
  }
  return undefined;
}

/** The host that a line names. */
export function hostIn({ captures, host }: Pick<LogEvent, 'captures' | 'host'>): string | undefined {
  return captures['node'] ?? captures['host'] ?? host;
}

function outcomeOf(items: readonly Item[]): Attempt['outcome'] {
  const says = items.map((item) => item.says);
  const anew = items.findLastIndex((item) => item.spec?.reopens);
  const good = says.findLastIndex((word, at) => word === 'success' && at > anew);
  const bad = Math.max(
    says.lastIndexOf('failed'),
    says.lastIndexOf('aborted'),
    says.lastIndexOf('rescheduled'),
    says.lastIndexOf('deleted'),
  );
  if (good > bad) return 'success';
  if (says.lastIndexOf('rescheduled') > says.lastIndexOf('aborted')) return 'rescheduled';
  if (says.includes('aborted')) return 'aborted';
  return bad >= 0 ? 'failed' : 'in-progress';
}
