// Some bouts → those that say the same, each with its rows of some codes: where the same statement stands in
// each of them. Only the columns of parts that have some of them are read.

import { rowWords } from '../../core/scan/columnLayout';
import { ColumnReader } from './alike';
import { readSpansOf } from './alikeOfStreams';
import type { Bout, Printed, SpanSink } from './bouts';
import { printOf } from './joinedSpans';
import type { Said } from './joinedSpans';
import type { OpenedLog } from './ownLines';
import { codeOf } from './part';
import { rangeIn, timeOf } from './rows';
import type { NotedSpan } from './spanNotes';

/** A line of the text of all. */
export interface MemberRow {
  readonly code: number;
  /** Tells the request from others of the instance; 0: none. */
  readonly request: number;
  readonly offset: number;
  readonly line: number;
  readonly time: number;
}

/** One that says what its bout says. */
export interface BoutMember extends NotedSpan {
  readonly bout: Bout;
  /** In the order of the log, or of time where there are several. */
  readonly rows: readonly MemberRow[];
}

type Growing = BoutMember & { readonly rows: MemberRow[] };

/** @param most so many are sought, of each bout its share and its own one
 *  @param codes of the rows that are wanted */
export function membersOf(
  log: OpenedLog, bouts: readonly Bout[], most: number, codes: ReadonlySet<number>,
): readonly BoutMember[] {
  const found = new Members(bouts, most);
  const noted = bouts.map(({ same }) => same.all());
  // where there were too many to note all of them they are looked for again
  if (noted.includes(undefined)) readSpansOf(log, found);
  else bouts.forEach((bout, at) => noted[at]?.forEach((span) => found.put(bout, span)));
  readRows(log, found.all, codes);
  return found.all;
}

class Members implements SpanSink {
  readonly all: Growing[] = [];
  /** How many more may come of each. */
  readonly #room: Map<Bout, number>;
  readonly #byLow = new Map<number, Bout[]>();

  constructor(bouts: readonly Bout[], most: number) {
    const share = Math.min(1, most / bouts.reduce((sum, { count }) => sum + count, 0));
    this.#room = new Map(bouts.map((bout) => [bout, Math.ceil(bout.count * share)]));
    for (const bout of bouts) {
      const same = this.#byLow.get(bout.low);
      if (same) same.push(bout);
      else this.#byLow.set(bout.low, [bout]);
    }
  }

  add(instance: number, said: Said): void {
    this.addPrinted({ ...said, ...printOf(said), instance });
  }

  addPrinted(one: Printed): void {
    const bout = this.#byLow.get(one.low)?.find(({ high }) => high === one.high);
    if (bout) this.put(bout, one);
  }

  put(bout: Bout, { instance, firstLine, lastLine, firstTime, lastTime }: NotedSpan): void {
    const room = this.#room.get(bout) ?? 0;
    if (room <= 0 && !isOwn(bout, instance, firstLine)) return;
    this.#room.set(bout, room - 1);
    this.all.push({ bout, instance, firstLine, lastLine, firstTime, lastTime, rows: [] });
  }
}

/** Whether it is the one that stands for its bout. */
export function isOwn(bout: Bout, instance: number, firstLine: number): boolean {
  return bout.instance === instance && bout.firstLine === firstLine;
}

function readRows(
  { catalog, isSeveral = false }: OpenedLog, members: readonly Growing[], codes: ReadonlySet<number>,
): void {
  const byInstance = new Map<number, Growing[]>();
  for (const member of members) {
    const own = byInstance.get(member.instance);
    if (own) own.push(member);
    else byInstance.set(member.instance, [member]);
  }
  const columns = new ColumnReader(catalog);
  catalog.parts.forEach(({ entry, instances }, part) => {
    const isIn = ({ firstLine, lastLine }: Growing): boolean =>
      isSeveral || (lastLine >= entry.line && firstLine < entry.line + entry.lines);
    instances.forEach((instance, local) => {
      const own = byInstance.get(instance)?.filter(isIn) ?? [];
      if (own.length === 0) return;
      const { first, count } = rangeIn(columns.of(part, 'rowEnds'), local);
      const rows = columns.of(part, 'rows');
      for (let at = first * rowWords; at < (first + count) * rowWords; at += rowWords) {
        const code = codeOf(rows[at + 4] ?? 0);
        if (!codes.has(code)) continue;
        const line = entry.line + (rows[at + 1] ?? 0);
        const request = requestAt(columns.of(part, 'requests'), rows[at + 2] ?? 0);
        const row = { code, request, offset: entry.begin + (rows[at] ?? 0), line, time: timeOf(rows, at) };
        for (const member of own) if (isWithin(member, row, isSeveral)) member.rows.push(row);
      }
    });
  });
  if (isSeveral) for (const { rows } of members) rows.sort((a, b) => a.time - b.time);
}

/** @param number of the request plus one, 0: there is none */
function requestAt(requests: Uint32Array, number: number): number {
  const at = (number - 1) * 4;
  return number === 0 ? 0 : (requests[at] ?? 0) * 0x20_0000 + ((requests[at + 1] ?? 0) >>> 11);
}

/** Lines of several logs do not tell where a bout is, only times do. */
function isWithin(member: NotedSpan, { line, time }: MemberRow, isSeveral: boolean): boolean {
  return isSeveral ? time >= member.firstTime && time <= member.lastTime
    : line >= member.firstLine && line <= member.lastLine;
}
