// Digests of a set → the same, where a traceback that begins in one file of a stream and ends in the next
// one is one fault, counted where it begins. What stands at both ends is read again as one text.

import { spansOf } from '../faults/faultLines';
import { readFaults } from '../faults/faults';
import { tied } from '../faults/tied';
import { isFurtherTraceback } from '../faults/tracebackLines';
import type { Digest, Fault, LogRecord, LogTail, Place } from '../model';
import { sinkOf } from '../sink';
import { parseRotation } from './rotation';

/** Between two files whose names are dates no more than this, milliseconds: there may be a third. */
const leastGap = 5000;

/** @returns the same array where no log goes on with what another one began. */
export function joinBorders(digests: readonly Digest[]): readonly Digest[] {
  const made = new Map<string, Digest>();
  const current = (digest: Digest) => made.get(digest.source) ?? digest;
  for (const digest of digests) {
    if ((digest.border?.head.length ?? 0) === 0) continue;
    const before = digests.find((other) => isBefore(other, digest));
    const joined = before && joinTwo(current(before), current(digest), isSure(before, digest));
    for (const one of joined ?? []) made.set(one.source, one);
  }
  return made.size === 0 ? digests : digests.map(current);
}

function isBefore({ origin: one }: Digest, { origin: other }: Digest): boolean {
  return one !== undefined && one.stream === other?.stream && one.order === other.order - 1;
}

// Numbers tell that no file is missing between two. Dates do not: then the times must.
function isSure(older: Digest, younger: Digest): boolean | undefined {
  const [one, other] = [older, younger]
    .map(({ source }) => parseRotation(source.slice(source.lastIndexOf('/') + 1)));
  if (one?.age !== undefined && other?.age !== undefined) return one.age - other.age === 1 ? true : undefined;
  const gap = (younger.firstTime ?? Infinity) - (older.lastTime ?? -Infinity);
  return gap >= 0 && gap <= leastGap;
}

function joinTwo(older: Digest, younger: Digest, isSure: boolean | undefined): readonly Digest[] | undefined {
  const tail = older.border?.tail;
  const head = younger.border?.head ?? [];
  if (!tail || isSure === undefined) return undefined;
  if (isTorn(older, tail.from) || isTorn(younger, head.length)) return undefined;
  const seam = new Seam(older.source, younger.source, tail, head);
  const all = seam.read();
  const isOne = (fault: Fault) => spansOf(fault).length > 1;
  if (!all.some(isOne) || !seam.goesOn(isSure)) return undefined;
  const isOlder = (fault: Fault) => isOne(fault) || fault.at.source === older.source;
  return [
    {
      ...older,
      faults: [...older.faults.filter(({ firstLine }) => firstLine < tail.from), ...all.filter(isOlder)],
      border: { head: older.border?.head ?? [], tail: undefined },
    },
    withoutHead(younger, head.length, all.filter(isOne), all.filter((fault) => !isOlder(fault))),
  ];
}

/** A fault lies across the line: what would be read again is not all of it. */
function isTorn({ faults }: Digest, line: number): boolean {
  return faults.some(({ firstLine, lastLine }) => firstLine < line && line <= lastLine);
}

/** The younger log: what its head seemed to be on its own, it is no longer. */
function withoutHead(
  digest: Digest, lines: number, continued: readonly Fault[], own: readonly Fault[],
): Digest {
  const { signs, unread, border } = digest;
  return {
    ...digest,
    faults: [...own, ...digest.faults.filter(({ firstLine }) => firstLine >= lines)],
    continued,
    unread: Math.max(0, unread - (signs?.headless ?? 0)),
    ...(signs && { signs: { ...signs, headless: 0 } }),
    ...(border && { border: { ...border, head: [] } }),
  };
}

/** The end of one log and the head of the next, as one text. */
class Seam {
  readonly #older: string;
  readonly #younger: string;
  readonly #tail: LogTail;
  readonly #head: readonly string[];
  /** The first line of what stands in the younger log; the end of a line that was cut stands above it. */
  readonly #border: number;
  #first: LogRecord | undefined;
  #isOver = false;

  constructor(older: string, younger: string, tail: LogTail, head: readonly string[]) {
    this.#older = older;
    this.#younger = younger;
    this.#tail = tail;
    this.#head = head;
    this.#border = tail.texts.length;
  }

  read(): readonly Fault[] {
    const faults: Fault[] = [];
    const reader = readFaults('', sinkOf((fault) => void faults.push(fault)));
    const lines = this.#tail.reader({
      push: (record) => {
        if (this.#first === undefined && record.line >= this.#border) {
          this.#first = record;
          this.#isOver = reader.isOver();
        }
        reader.push(record);
      },
      end: () => reader.end(),
    });
    this.#texts().forEach((text, number) => lines.push({ number, text }));
    lines.end();
    return faults.map((fault) => this.#placed(tied(fault)));
  }

  /**
   * Whether the head is of the record at the end of the log before it. Lines with heads of their own say so
   * by time, process and logger, without which they are no part of it. Others belong where something is not
   * over.
   */
  goesOn(isSure: boolean): boolean {
    const first = this.#first;
    if (first && !first.inherited && first.header) return true;
    const next = this.#head.find((text) => text.trim() !== '') ?? '';
    return isSure && (!this.#isOver || this.#tail.isCut || isFurtherTraceback(next));
  }

  #texts(): readonly string[] {
    const { texts, isCut } = this.#tail;
    if (!isCut) return [...texts, ...this.#head];
    const [rest = '', ...others] = this.#head;
    return [...texts.slice(0, -1), (texts.at(-1) ?? '') + rest, ...others];
  }

  #place(line: number): { readonly source: string; readonly line: number } {
    const { from, isCut } = this.#tail;
    if (line < this.#border) return { source: this.#older, line: from + line };
    return { source: this.#younger, line: line - this.#border + Number(isCut) };
  }

  #placed(fault: Fault): Fault {
    const at: Place = { ...fault.at, ...this.#place(fault.at.line) };
    const spans = this.#spans(fault);
    const { firstLine, lastLine } = spans.find(({ source }) => source === at.source) ?? fault;
    const frames = fault.frames.map((frame) => {
      const { source, line } = this.#place(frame.at);
      return { ...frame, at: line, ...(source === at.source ? {} : { source }) };
    });
    const chain = fault.chain.map((one) => this.#placed(one));
    return { ...fault, at, firstLine, lastLine, frames, chain, ...(spans.length > 1 && { spans }) };
  }

  #spans({ firstLine, lastLine }: Fault): NonNullable<Fault['spans']> {
    const begin = this.#place(firstLine);
    const last = lastLine - this.#border + Number(this.#tail.isCut);
    if (begin.source === this.#younger) {
      return [{ source: this.#younger, firstLine: begin.line, lastLine: last }];
    }
    const older = { source: this.#older, firstLine: begin.line };
    if (last < 0) return [{ ...older, lastLine: this.#place(lastLine).line }];
    return [
      { ...older, lastLine: this.#tail.from + this.#border - 1 },
      { source: this.#younger, firstLine: 0, lastLine: last },
    ];
  }
}
