// What an extract of a large log is about → its lines, in the order of its text, read one by one.

import { spanOfId } from '../../core/extracts/timeSpan';
import type { Subject } from '../../core/model';
import { trimLine } from '../../core/reading/lines';
import { bytesToLookAt, indexableAs } from '../../core/scan/scannable';
import { failureLines } from './failureLines';
import { LineCursor } from './lineCursor';
import type { PlacedLine } from './lines';
import { extentOf } from './logFiles';
import { linesWithin } from './spanLines';
import { subjectLines } from './subjectLines';
import type { OpenedLog } from './subjectLines';

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
  const lines = linesOf(log, subject, context);
  return lines && placed(log, lines);
}

function linesOf(log: OpenedLog, subject: Subject, context: number): Iterable<TextLine> | undefined {
  const { catalog, bytes } = log;
  switch (subject.kind) {
    case 'time': {
      const span = spanOfId(subject.id);
      const prefix = indexableAs(bytes.read(0, bytesToLookAt))?.prefix;
      return span ? linesWithin(span, bytes, prefix, catalog.bytes) : [];
    }
    case 'failures': {
      const numbers = failureLines(log, context);
      return numbers && textsOf(log, numbers);
    }
    case 'instance':
    case 'request':
    case 'operation':
      return textsOf(log, subjectLines(log, subject, context));
  }
}

function* textsOf({ catalog, bytes }: OpenedLog, numbers: readonly number[]): Generator<TextLine> {
  const cursor = new LineCursor(bytes, catalog.parts);
  for (const line of numbers) {
    const offset = cursor.offsetOf(line);
    if (offset === undefined) return;
    const found = bytes.read(offset, bytes.endOfLine(offset) - offset);
    yield { line, text: trimLine(Buffer.from(found).toString('utf8')) };
  }
}

/** The file of each line, and its number there. */
function* placed({ files, catalog }: OpenedLog, lines: Iterable<TextLine>): Generator<PlacedLine> {
  const extents = files.map((file) => ({ source: file.source, ...extentOf(catalog.parts, file) }));
  let at = 0;
  for (const { line, text } of lines) {
    while ((extents[at + 1]?.line ?? Infinity) <= line) at += 1;
    const extent = extents[at];
    if (extent) yield { source: extent.source, line: line - extent.line, text };
  }
}
