// A text or a span of time → the numbers of the lines of a large log that hold it or are of it, at most what
// one document bears. In pieces, so that others have their turn.

import type { ByteSource } from '../large/byteSource';
import type { LargeLog } from '../large/largeLog';
import { turn } from '../turn';
import { longestText, mostLines } from './calls';
import type { SomeLines } from './calls';
import type { Moments } from './moments';

const pieceSize = 1 << 20;
const newline = 10;

type LogLines = Pick<LargeLog, 'bytes' | 'marks'>;

/** Lines that hold a text, each once. */
export async function linesWith(
  text: string, bytes: ByteSource, { bytes: end, marks }: LogLines, isStopped: () => boolean,
): Promise<SomeLines> {
  const numbers: number[] = [];
  let hidden = 0;
  const wanted = Buffer.from(text);
  for (let offset = 0; offset < end && !isStopped(); offset += pieceSize) {
    // a text that begins in this piece may end in the next one
    const size = Math.min(pieceSize + wanted.length - 1, end - offset);
    const piece = Buffer.from(bytes.read(offset, size));
    for (let at = piece.indexOf(wanted); at >= 0; at = piece.indexOf(wanted, at + 1)) {
      const line = marks.lineAt(offset + at);
      if (line === numbers.at(-1)) continue;
      if (numbers.length < mostLines) numbers.push(line);
      else hidden += 1;
    }
    await turn();
  }
  return { numbers, hidden };
}

/** Lines of a span of time; one without a time belongs to the line above it. */
export async function linesOfSpan(
  { from, to }: { readonly from: number; readonly to: number },
  moments: Moments, bytes: ByteSource, { bytes: size, marks }: LogLines,
): Promise<SomeLines> {
  const around = moments.around(from, to, size);
  let line = marks.firstFrom(around.begin);
  const numbers: number[] = [];
  let hidden = 0;
  let told = 0;
  let isIn = false;
  for (let offset = marks.offsetOf(line) ?? size; offset < around.end;) {
    const piece = Buffer.from(bytes.read(offset, Math.min(pieceSize, size - offset)));
    const last = piece.lastIndexOf(newline);
    const whole = last < 0 ? piece.length : last + 1;
    for (let at = 0; at < whole;) {
      const stop = piece.indexOf(newline, at);
      const end = stop < 0 || stop >= whole ? whole : stop + 1;
      const time = moments.timeOf(piece, at, end);
      if (time !== undefined) isIn = time >= from && time <= to;
      if (isIn) {
        told += end - at;
        if (numbers.length < mostLines && told <= longestText) numbers.push(line);
        else hidden += 1;
      }
      line += piece[end - 1] === newline ? 1 : 0;
      at = end;
    }
    offset += whole;
    await turn();
  }
  return { numbers, hidden };
}
