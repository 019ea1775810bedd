// The logs that are measured. In: sizes. Out: files below out/bench, made once and kept: a mix of lines as
// services write them, a dense one without DEBUG, one packed, and the same cut into forty packed ones.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { generateLarge } from '../samples/large';
import type { LargeOptions } from '../samples/large';
import { megabyte } from './figures';

export type Kind = 'mix' | 'dense' | 'gz' | 'rotated';

export interface Log {
  readonly kind: Kind;
  /** Megabytes of text, packed or not. */
  readonly size: number;
  /** A file, or the folder of the rotated ones. */
  readonly path: string;
  /** In the order in which they were written. */
  readonly files: readonly string[];
}

const folder = path.resolve('out/bench');
const pieces = 40;
const kinds: Readonly<Record<'mix' | 'dense', LargeOptions>> = { mix: {}, dense: { polls: 12, lowest: 'INFO' } };

/** @param size megabytes. */
export function makeLog(kind: 'mix' | 'dense', size: number): Log {
  const options = kinds[kind];
  // the name tells how its text begins: it is made again when the generator writes something else
  const begin = createHash('sha256').update([...generateLarge(1, options)].join('')).digest('hex').slice(0, 12);
  const file = made(`${kind}-${size}-`, `${begin}.log`, (part) => {
    const out = fs.openSync(part, 'w');
    for (const piece of generateLarge(size * megabyte, options)) fs.writeSync(out, piece);
    fs.closeSync(out);
  });
  return { kind, size, path: file, files: [file] };
}

export async function packLog({ path: plain, size }: Log): Promise<Log> {
  const file = `${plain}.gz`;
  if (!fs.existsSync(file)) {
    console.error(`writing ${file}`);
    await pipeline(fs.createReadStream(plain), zlib.createGzip(), fs.createWriteStream(`${file}.part`));
    fs.renameSync(`${file}.part`, file);
  }
  return { kind: 'gz', size, path: file, files: [file] };
}

export function rotateLog({ path: plain, size }: Log): Log {
  const whole = `${plain.slice(0, -'.log'.length)}-rotated`;
  if (!fs.existsSync(whole)) {
    console.error(`writing ${whole}`);
    fs.rmSync(`${whole}.part`, { recursive: true, force: true });
    fs.mkdirSync(`${whole}.part`);
    for (const [index, text] of cutAtLines(plain)) {
      fs.writeFileSync(path.join(`${whole}.part`, `nova.log.${pieces - index}.gz`), zlib.gzipSync(text));
    }
    fs.renameSync(`${whole}.part`, whole);
  }
  const files = Array.from({ length: pieces }, (_, index) => path.join(whole, `nova.log.${pieces - index}.gz`));
  return { kind: 'rotated', size, path: whole, files };
}

/** Forty pieces, each with whole lines, as a rotation cuts. */
function* cutAtLines(file: string): Generator<readonly [index: number, text: Buffer]> {
  const input = fs.openSync(file, 'r');
  const { size } = fs.fstatSync(input);
  let from = 0;
  for (let index = 0; index < pieces; index++) {
    const wanted = Math.ceil((size * (index + 1)) / pieces);
    const buffer = Buffer.alloc(Math.min(size, wanted + megabyte) - from);
    fs.readSync(input, buffer, 0, buffer.length, from);
    const end = index === pieces - 1 ? buffer.length : buffer.indexOf('\n', wanted - from) + 1;
    yield [index, buffer.subarray(0, end)];
    from += end;
  }
  fs.closeSync(input);
}

/** A file that is there or is made; what was made of its kind before goes away. */
export function made(prefix: string, rest: string, make: (part: string) => void): string {
  const file = path.join(folder, prefix + rest);
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(folder, { recursive: true });
  for (const old of fs.readdirSync(folder)) {
    if (old.startsWith(prefix)) fs.rmSync(path.join(folder, old), { recursive: true });
  }
  console.error(`writing ${file}`);
  make(`${file}.part`);
  fs.renameSync(`${file}.part`, file);
  return file;
}
