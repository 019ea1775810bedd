// Text or bytes → what the reading stages make of them; real logs where they are at hand; repeatable
// chance.

import fs from 'node:fs';
import path from 'node:path';
import { readLines } from '../../src/core/reading/lines';
import type { Layout, Line, LogRecord } from '../../src/core/model';
import type { Counts } from '../../src/core/reading/tally';
import { readRecords } from '../../src/core/reading/records';

export interface Reading {
  readonly records: readonly LogRecord[];
  readonly layout: Layout;
  readonly counts: Counts;
  readonly services: readonly string[];
}

/** All lines of a log, handed over in chunks of a size. */
export function linesOf(bytes: Uint8Array | string, chunk = 1 << 20): readonly Line[] {
  const lines: Line[] = [];
  const reader = readLines({ push: (line) => void lines.push(line), end: () => undefined });
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  for (let at = 0; at < all.length; at += chunk) reader.push(all.subarray(at, at + chunk));
  reader.end();
  return lines;
}

export function readingOf(bytes: Uint8Array | string, chunk = 1 << 20): Reading {
  const records: LogRecord[] = [];
  const reader = readRecords({ push: (record) => void records.push(record), end: () => undefined });
  for (const line of linesOf(bytes, chunk)) reader.push(line);
  reader.end();
  return { records, layout: reader.layout(), counts: reader.counts(), services: reader.services() };
}

/** `line message`, `>` before what continues the record above, `?` before what has no head at all. */
export function sketch(bytes: Uint8Array | string): readonly string[] {
  return readingOf(bytes).records.map(({ line, lastLine, header, inherited, message }) =>
    `${line}${lastLine === line ? '' : `-${lastLine}`}${inherited ? (header ? ' >' : ' ?') : ''} ${message}`);
}

const corpus = process.env['NOVA_LENS_CORPUS'] ?? '../shared/corpus';

/** Why a test over real logs does not run; false: it does. */
export const corpusAbsent = fs.existsSync(corpus) ? false : 'skipped: no folder of real logs';

export interface RealLog {
  readonly name: string;
  readonly bytes: Buffer;
}

export function realLogs(): readonly RealLog[] {
  if (corpusAbsent) return [];
  return fs.readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(log|txt)$/.test(name))
    .sort()
    .map((name) => ({ name: name.split(path.sep).join('/'), bytes: fs.readFileSync(path.join(corpus, name)) }));
}

export function realLog(name: string): string {
  return fs.readFileSync(path.join(corpus, name), 'utf8');
}

/** The same numbers from 0 to 1 for the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}
