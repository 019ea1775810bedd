// Logs that no service would write, of any size. In: a kind and a part of its full size. Out: bytes in
// pieces. Small they are read in unit tests, in full size by the benchmark.

import { generateLarge } from '../samples/large';

export interface HostileLog {
  readonly id: string;
  readonly title: string;
  /** @param part 1: the full size. */
  readonly pieces: (part: number) => Generator<Uint8Array, void, undefined>;
}

const gigabyte = 1_000_000_000;
const tenMillion = 10_000_000;
const pieceSize = 1 << 20;

const request = 'req-11111111-1111-4111-8111-111111111111';
const instance = '22222222-2222-4222-8222-222222222222';

function head(level: string, id = instance, number = 0): string {
  const seconds = Math.floor(number / 1000) % 86_400;
  const clock = new Date(Date.UTC(2024, 4, 6) + seconds * 1000 + (number % 1000)).toISOString().slice(11, 23);
  return `2024-05-06 ${clock} 7 ${level} nova.compute.manager [None ${request} u p - - - -] [instance: ${id}] `;
}

function* fill(bytes: number, value: number): Generator<Uint8Array> {
  const piece = new Uint8Array(pieceSize).fill(value);
  for (let left = bytes; left > 0; left -= pieceSize) yield piece.subarray(0, left);
}

/** Text that is asked for again and again, in pieces of about a megabyte. */
function* repeat(count: number, text: (number: number) => string): Generator<Uint8Array> {
  let piece = '';
  for (let number = 0; number < count; number++) {
    piece += text(number);
    if (piece.length < pieceSize) continue;
    yield bytesOf(piece);
    piece = '';
  }
  yield bytesOf(piece);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function idOf(number: number): string {
  return `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

function* oneLine(part: number): Generator<Uint8Array> {
  yield bytesOf(head('ERROR'));
  yield* fill(Math.round(gigabyte * part), 120);
  yield bytesOf('\n');
}

/** A log whose line ends were all taken away. */
function* withoutNewlines(part: number): Generator<Uint8Array> {
  for (const text of generateLarge(gigabyte * part)) yield bytesOf(text.replaceAll('\n', ''));
}

function* wide(part: number): Generator<Uint8Array> {
  yield Uint8Array.of(0xff, 0xfe);
  for (const text of generateLarge((gigabyte * part) / 2)) yield Uint8Array.from(Buffer.from(text, 'utf16le'));
}

/** Every byte there is, in no order; the same in each run. */
function* junk(part: number): Generator<Uint8Array> {
  const piece = new Uint8Array(pieceSize);
  let state = 1;
  for (let left = Math.round(gigabyte * part); left > 0; left -= pieceSize) {
    for (let i = 0; i < pieceSize; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      piece[i] = state >>> 24;
    }
    yield piece.slice(0, left);
  }
}

const link = 'Traceback (most recent call last):\n  File "/nova/a.py", line 1, in call\n    run()\n';
const another = '\nDuring handling of the above exception, another exception occurred:\n\n';

function* chains(part: number): Generator<Uint8Array> {
  yield bytesOf(`${head('ERROR')}Instance failed to spawn\n`);
  const text = (number: number) => `${link}nova.exception.NovaException: number ${number}\n${another}`;
  yield* repeat(Math.round((gigabyte / 200) * part), text);
  yield bytesOf(`${link}nova.exception.NovaException: the last\n`);
}

export const hostileLogs: readonly HostileLog[] = [
  { id: 'one-line', title: 'one line', pieces: oneLine },
  { id: 'without-newlines', title: 'no line end at all', pieces: withoutNewlines },
  { id: 'newlines', title: 'only line ends', pieces: (part) => fill(Math.round(gigabyte * part), 10) },
  { id: 'nuls', title: 'only NULs', pieces: (part) => fill(Math.round(gigabyte * part), 0) },
  {
    id: 'instances', title: 'ten million instances', pieces: (part) => repeat(tenMillion * part, (number) =>
      `${head('INFO', idOf(number), number).replace(request, `req-${idOf(number)}`)}Took 9.50 seconds to build instance.\n`),
  },
  {
    id: 'exceptions', title: 'ten million exceptions in one request', pieces: (part) => repeat(tenMillion * part, (number) =>
      `${head('ERROR', instance, number)}Instance failed to spawn: nova.exception.NovaException: number ${number}\n`),
  },
  { id: 'chains', title: 'one exception that came from five million', pieces: chains },
  { id: 'utf-16', title: 'UTF-16 with a byte order mark', pieces: wide },
  { id: 'junk', title: 'bytes in no order', pieces: junk },
];
