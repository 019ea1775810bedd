// What `nova-lens cut` is about, and the lines that it found → a file or standard output.

import fs from 'node:fs';
import { parseMoment, spanId } from '../core/extracts/timeSpan';
import type { Subject } from '../core/model';
import type { CutCommand } from './args';
import { writePieces } from './output';
import { problems as words } from './words';

export interface CutLine {
  readonly source: string;
  /** From 0. */
  readonly line: number;
  readonly text: string;
}

/** @param base the first time of the logs, of which a moment has what it leaves out
 *  @returns undefined: a moment is none */
export function subjectOf(
  { subject, from, to }: CutCommand, base: number | undefined,
): Subject | undefined {
  if (subject) return subject;
  const begin = from === undefined ? Number.MIN_SAFE_INTEGER : parseMoment(from, false, base);
  const end = to === undefined ? Number.MAX_SAFE_INTEGER : parseMoment(to, true, base);
  if (begin === undefined || end === undefined) return undefined;
  return { kind: 'time', id: spanId({ from: begin, to: end }) };
}

/** @returns how many lines there were */
export async function writeCut(
  lines: Iterable<CutLine>, { output, origin }: CutCommand, complain: (problem: string) => void,
): Promise<number> {
  let count = 0;
  // as `grep -n` writes it, which is read again as it is
  const pieces = function* (): Generator<string> {
    for (const { source, line, text } of lines) {
      count += 1;
      yield origin ? `${source}:${line + 1}:${text}\n` : `${text}\n`;
    }
  };
  if (output === undefined) await writePieces(pieces(), process.stdout);
  else writeFile(output, pieces(), complain);
  return count;
}

function writeFile(output: string, pieces: Iterable<string>, complain: (problem: string) => void): void {
  try {
    const file = fs.openSync(output, 'w');
    try {
      // a disk that is nearly full takes a part
      for (const piece of pieces) fs.writeFileSync(file, piece);
    } finally {
      fs.closeSync(file);
    }
  } catch (error) {
    complain(words.notWritten(output, error instanceof Error ? error.message : String(error)));
  }
}
