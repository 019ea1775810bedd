// A text or an expression → the lines of a file that hold it, in slices, so that nobody is held up.

import type { ByteSource } from './byteSource';

export interface Wanted {
  readonly text?: string;
  readonly expression?: RegExp;
  /** Only lines that name it. */
  readonly instance?: string;
  /** Only lines of this level, as oslo.log spells it. */
  readonly level?: string;
  readonly signal?: AbortSignal;
}

export interface Found {
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

const pieceSize = 1 << 20;
/** An expression is held against so much of a line. */
const longestLine = 20_000;

export async function* searchLines(
  bytes: ByteSource, end: number, wanted: Wanted,
): AsyncGenerator<Found, void, undefined> {
  let line = 0;
  let offset = 0;
  while (offset < end && wanted.signal?.aborted !== true) {
    const piece = Buffer.from(bytes.read(offset, Math.min(pieceSize, end - offset)));
    const last = piece.lastIndexOf(10);
    const whole = last < 0 ? piece.length : last + 1;
    yield* linesIn(piece.subarray(0, whole), offset, line, wanted);
    for (let i = piece.indexOf(10); i >= 0 && i < whole; i = piece.indexOf(10, i + 1)) line += 1;
    offset += whole;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
}

function* linesIn(piece: Buffer, offset: number, line: number, wanted: Wanted): Generator<Found> {
  // most pieces hold none of it: that is seen without a string
  const rare = wanted.text ?? wanted.instance;
  if (rare !== undefined && !piece.includes(rare)) return;
  let at = 0;
  for (let number = line; at < piece.length; number++) {
    const stop = piece.indexOf(10, at);
    const next = stop < 0 ? piece.length : stop;
    const text = piece.toString('utf8', at, next);
    if (isWanted(text, wanted)) yield { line: number, offset: offset + at, text };
    at = next + 1;
  }
}

function isWanted(text: string, { text: part, expression, instance, level }: Wanted): boolean {
  return (part === undefined || text.includes(part))
    && (instance === undefined || text.includes(instance))
    && (level === undefined || text.slice(0, 120).includes(` ${level} `))
    && (expression === undefined || expression.test(text.slice(0, longestLine)));
}
