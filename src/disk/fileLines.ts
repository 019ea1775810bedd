// In: a file, plain or gzip, and numbers of lines. Out: what stands on them, read as the reading of logs
// reads it. The file goes by in pieces; nothing but the wanted lines is kept.

import fs from 'node:fs';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { linesOfBytes } from '../core/extracts/linesOfBytes';
import { readLines } from '../core/reading/lines';
import { sinkOf } from '../core/sink';

const PIECE = 1024 * 1024;
const newline = 10;

/**
 * @param numbers ascending, from 0
 * @returns a text for each number, empty where the file is shorter. Rejects when the file cannot be read.
 */
export async function readFileLines(file: string, numbers: readonly number[]): Promise<readonly string[]> {
  if (await isWide(file)) return linesOfBytes(await fs.promises.readFile(file), numbers);
  const texts: string[] = [];
  const picker = new LinePicker(numbers, (bytes) => lines.push(bytes));
  const lines = readLines(sinkOf(({ text }) => void texts.push(text)));
  const stream = openFile(file);
  for await (const piece of stream) {
    if (!(piece instanceof Uint8Array)) continue;
    picker.push(piece);
    if (picker.isDone) break;
  }
  stream.destroy();
  lines.end();
  return numbers.map((_, index) => texts[index] ?? '');
}

// UTF-16, as a byte order mark says: its line ends are no single bytes.
async function isWide(file: string): Promise<boolean> {
  const handle = await fs.promises.open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return (buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff);
  } finally {
    await handle.close();
  }
}

function openFile(file: string): Readable {
  const bytes = fs.createReadStream(file, { highWaterMark: PIECE });
  if (!file.endsWith('.gz')) return bytes;
  const unpacked = zlib.createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

/** Counts line ends and hands on the bytes of the wanted lines, their ends included. */
class LinePicker {
  readonly #numbers: readonly number[];
  readonly #take: (bytes: Uint8Array) => void;
  #next = 0;
  #line = 0;

  constructor(numbers: readonly number[], take: (bytes: Uint8Array) => void) {
    this.#numbers = numbers;
    this.#take = take;
  }

  get isDone(): boolean {
    return this.#next >= this.#numbers.length;
  }

  push(piece: Uint8Array): void {
    for (let from = 0; from < piece.length && !this.isDone;) {
      const stop = piece.indexOf(newline, from);
      const end = stop < 0 ? piece.length : stop + 1;
      const isWanted = this.#numbers[this.#next] === this.#line;
      if (isWanted) this.#take(piece.subarray(from, end));
      from = end;
      if (stop < 0) return;
      if (isWanted) this.#next += 1;
      this.#line += 1;
    }
  }
}
