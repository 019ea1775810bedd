// Logs that were written side by side, and what an extract of them is about → its lines in time order, as
// weaving logs that were read in full puts them.

import { spanOfId, withinSpan } from '../../core/extracts/timeSpan';
import type { TimeSpan } from '../../core/extracts/timeSpan';
import { weaveExtract } from '../../core/extracts/weave';
import type { Digest, Subject } from '../../core/model';
import { readLogLines } from '../fileLines';
import { linesMeant, placed, textsByFile } from './extract';
import type { PlacedLine } from './lines';
import type { LogFile } from './logFiles';
import type { OpenedLog } from './ownLines';
import { linesWithin } from './spanLines';

/** A file may be as long as it likes: only what a person opens is bounded. */
const limits = { lines: Number.MAX_SAFE_INTEGER, size: Number.MAX_SAFE_INTEGER };

/** @param order the names of all logs as they were listed: of lines of one time the first log's come first
 *  @returns undefined: these logs name too few requests to tell their failures */
export async function wovenExtract(
  log: OpenedLog, order: readonly string[], subject: Subject, context: number,
): Promise<Iterable<PlacedLine> | undefined> {
  if (subject.kind === 'time') {
    const span = spanOfId(subject.id);
    return span ? wovenSpan(log, order, span) : [];
  }
  const wanted = linesMeant(log, subject, context);
  if (!wanted) return undefined;
  const files = new Set(log.files.map(({ source }) => source));
  const others = new Map([...wanted].filter(([source]) => !files.has(source)));
  const texts = new Map([...textsByFile(log, wanted), ...await readLogLines(others)]);
  const logs = order.flatMap((source) => {
    const [numbers, own] = [wanted.get(source), texts.get(source)];
    return numbers && own ? [{ source, numbers, texts: own }] : [];
  });
  return weaveExtract(logs, 0, limits).lines.map(({ at, text }) =>
    ({ source: at.source, line: at.line, text }));
}

interface TimedPlace extends PlacedLine {
  readonly time: number;
}

async function wovenSpan(
  log: OpenedLog, order: readonly string[], span: TimeSpan,
): Promise<Iterable<PlacedLine>> {
  const beside = await Promise.all((log.beside ?? []).map((digest) => besideWithin(digest, span)));
  const streams = streamsOf(log.files).map((files) => {
    const own = { ...log, files };
    return placed(own, linesWithin(span, own));
  });
  const places = new Map(order.map((source, place) => [source, place]));
  return woven([...streams, ...beside.map((lines) => lines.values())], places);
}

/** Rotated siblings stand one behind the other. */
function streamsOf(files: readonly LogFile[]): readonly (readonly LogFile[])[] {
  const streams = new Map<string, LogFile[]>();
  for (const file of files) {
    const stream = file.origin?.stream ?? file.source;
    const known = streams.get(stream);
    if (known) known.push(file);
    else streams.set(stream, [file]);
  }
  return [...streams.values()];
}

async function besideWithin({ source, lines }: Digest, span: TimeSpan): Promise<readonly TimedPlace[]> {
  const numbers = Array.from({ length: lines }, (_, line) => line);
  const texts = (await readLogLines(new Map([[source, numbers]]))).get(source) ?? [];
  const extract = withinSpan(weaveExtract([{ source, numbers, texts }], 0, limits), span);
  return extract.lines.map(({ at, text }) => ({ source, line: at.line, text, time: at.time ?? 0 }));
}

interface Queue {
  readonly lines: Iterator<TimedPlace>;
  next: TimedPlace | undefined;
}

/** As `weaveExtract` does it, without holding the lines. */
function* woven(
  logs: readonly Iterator<TimedPlace>[], places: ReadonlyMap<string, number>,
): Generator<PlacedLine, void, undefined> {
  const queues = logs.map((lines): Queue => ({ lines, next: nextIn(lines) }));
  let current: Queue | undefined;
  for (;;) {
    let first: Queue | undefined;
    for (const queue of queues) if (queue.next && (!first || isBefore(queue, first))) first = queue;
    if (!first?.next) return;
    yield first.next;
    first.next = nextIn(first.lines);
    current = first;
  }

  function isBefore(a: Queue, b: Queue): boolean {
    const between = (a.next?.time ?? 0) - (b.next?.time ?? 0);
    if (between !== 0) return between < 0;
    return a === current || (b !== current && placeOf(a) < placeOf(b));
  }

  function placeOf({ next }: Queue): number {
    return places.get(next?.source ?? '') ?? 0;
  }
}

function nextIn(lines: Iterator<TimedPlace>): TimedPlace | undefined {
  const next = lines.next();
  return next.done === true ? undefined : next.value;
}
