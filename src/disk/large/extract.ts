// What an extract of a large log is about → its lines, in the order of its text, read one by one.

import type { LinesOfLogs } from '../../core/extracts/linesAbout';
import { spanOfId } from '../../core/extracts/timeSpan';
import type { Subject } from '../../core/model';
import { failureLines } from './failureLines';
import { LineMarks } from './lineMarks';
import type { PlacedLine } from './lines';
import { extentOf } from './logFiles';
import type { OpenedLog } from './ownLines';
import { linesWithin } from './spanLines';
import { subjectLines } from './subjectLines';

interface TextLine {
  /** In the text of all files. */
  readonly line: number;
  readonly text: string;
}

/** @param context lines around an operation and around failures
 *  @returns undefined: this log names too few requests to tell its failures */
export function extractOf(
  log: OpenedLog, subject: Subject, context: number,
): Iterable<PlacedLine> | undefined {
  if (subject.kind === 'time') {
    const span = spanOfId(subject.id);
    return placed(log, span ? linesWithin(span, log) : []);
  }
  const lines = linesMeant(log, subject, context);
  return lines && placed(log, textsOf(log, numbersIn(log, lines)));
}

/** The lines that something else than a span of time is about. */
export function linesMeant(log: OpenedLog, subject: Subject, context: number): LinesOfLogs | undefined {
  return subject.kind === 'failures' ? failureLines(log, context) : subjectLines(log, subject, context);
}

/** Lines of files → their numbers in the text of all, ascending. */
function numbersIn({ files, catalog }: OpenedLog, lines: LinesOfLogs): readonly number[] {
  return files.flatMap((file) => {
    const { line } = extentOf(catalog.parts, file);
    return (lines.get(file.source) ?? []).map((own) => line + own);
  });
}

function* textsOf({ catalog, bytes }: OpenedLog, numbers: readonly number[]): Generator<TextLine> {
  const marks = new LineMarks(bytes, catalog.parts);
  for (const line of numbers) {
    const offset = marks.offsetOf(line);
    if (offset === undefined) return;
    yield { line, text: bytes.line(offset, bytes.endOfLine(offset)) };
  }
}

/** The texts of lines that are meant, file by file. */
export function textsByFile(log: OpenedLog, lines: LinesOfLogs): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const { source, text } of placed(log, textsOf(log, numbersIn(log, lines)))) {
    const known = texts.get(source);
    if (known) known.push(text);
    else texts.set(source, [text]);
  }
  return texts;
}

/** The file of each line, and its number there. */
export function* placed<T extends TextLine>(
  { files, catalog }: OpenedLog, lines: Iterable<T>,
): Generator<T & PlacedLine, void, undefined> {
  const extents = files.map((file) => ({ source: file.source, ...extentOf(catalog.parts, file) }));
  let at = 0;
  for (const one of lines) {
    while ((extents[at + 1]?.line ?? Infinity) <= one.line) at += 1;
    const extent = extents[at];
    if (extent) yield { ...one, source: extent.source, line: one.line - extent.line };
  }
}
