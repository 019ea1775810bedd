// Some ids → the lines of a large log that hold one of them anywhere, each with the lines below it that have
// no head. Columns know only lines that mean something; this looks at every byte.

import type { ByteSource } from './byteSource';
import { LineHeads, beginOfLine } from './lineHeads';
import type { KnownPart } from './knownPart';
import type { Stretch } from './lines';
import { LineMarks } from './lineMarks';

const pieceSize = 1 << 20;
/** Lines without a head below one line, at most. */
const mostBelow = 2000;
const requestMark = Buffer.from('req-');
/** Up to so many ids, one look for each is the cheapest. */
const fewIds = 3;

/** @returns ascending; no line is in two of them */
export function linesNaming(
  ids: readonly string[], bytes: ByteSource, parts: readonly KnownPart[],
): readonly Stretch[] {
  const heads = new LineHeads(bytes);
  const marks = new LineMarks(bytes, parts);
  const found: Stretch[] = [];
  let read = -1;
  for (const offset of placesOf(ids, bytes, parts.at(-1)?.entry.end ?? 0)) {
    if (offset <= read) continue;
    const begin = beginOfLine(offset, bytes);
    let last = begin;
    let end = bytes.endOfLine(offset);
    for (let below = 0; below < mostBelow && bytes.read(end, 2).length === 2; below++) {
      if (heads.isAt(end + 1)) break;
      last = end + 1;
      end = bytes.endOfLine(last);
    }
    read = end;
    found.push({ begin, last, line: marks.lineAt(begin) });
  }
  return found;
}

/** Where the ids stand, in the order of the log. */
function* placesOf(ids: readonly string[], bytes: ByteSource, end: number): Generator<number> {
  const texts = [...new Set(ids)].filter((id) => id !== '').map((id) => Buffer.from(id));
  const longest = Math.max(0, ...texts.map(({ length }) => length));
  if (longest === 0) return;
  const requests = texts.filter((text) => text.subarray(0, requestMark.length).equals(requestMark));
  const isMany = requests.length > fewIds;
  const alone = isMany ? texts.filter((text) => !requests.includes(text)) : texts;
  const wanted = requestsBy(requests);
  for (let offset = 0; offset < end; offset += pieceSize) {
    // an id that begins in this piece may end in the next one
    const read = bytes.read(offset, Math.min(pieceSize + longest - 1, end - offset));
    const piece = Buffer.from(read.buffer, read.byteOffset, read.length);
    const here = alone.flatMap((text) => [...occurrences(piece, text)]);
    if (isMany) here.push(...requestsIn(piece, wanted));
    here.sort((a, b) => a - b);
    for (const at of here) if (at < pieceSize) yield offset + at;
  }
}

function* occurrences(piece: Buffer, text: Buffer): Generator<number> {
  for (let at = piece.indexOf(text); at >= 0; at = piece.indexOf(text, at + 1)) yield at;
}

/** What follows the mark in two bytes → the requests that begin so. */
function requestsBy(requests: readonly Buffer[]): ReadonlyMap<number, readonly Buffer[]> {
  const found = new Map<number, Buffer[]>();
  for (const request of requests) {
    const key = keyAt(request, 0);
    const known = found.get(key);
    if (known) known.push(request);
    else found.set(key, [request]);
  }
  return found;
}

function keyAt(bytes: Buffer, at: number): number {
  const from = at + requestMark.length;
  return ((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0);
}

function* requestsIn(piece: Buffer, wanted: ReadonlyMap<number, readonly Buffer[]>): Generator<number> {
  for (let at = piece.indexOf(requestMark); at >= 0; at = piece.indexOf(requestMark, at + 1)) {
    const some = wanted.get(keyAt(piece, at));
    if (some?.some((request) => piece.subarray(at, at + request.length).equals(request))) yield at;
  }
}
