// A catalog → a file of the index and back. Believed only if it is of this log, of this version and unharmed;
// the oldest are removed when they become too many. In: a folder that is the index's own.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import zlib from 'node:zlib';
import { Catalog } from './catalog';
import type { CatalogData } from './lines';

/** Raised whenever catalogs or the tables behind them mean something else. */
const version = 1;
const sampleSize = 4096;
const ending = '.nova-index';
const mostBytes = 2_000_000_000;
const sumLength = 4;

/** What tells a log from any other: where it lies, and how it begins. */
export interface Identity {
  readonly path: string;
  readonly inode: string;
  readonly head: string;
}

interface Stored {
  readonly version: number;
  readonly tables: string;
  readonly identity: Identity;
  /** The bytes before the end of what was read. */
  readonly tail: string;
  readonly data: CatalogData;
}

export function identityOf(log: string): Identity {
  const file = fs.openSync(log, 'r');
  try {
    const { ino } = fs.fstatSync(file, { bigint: true });
    return { path: path.resolve(log), inode: String(ino), head: sampleAt(file, 0) };
  } finally {
    fs.closeSync(file);
  }
}

function sampleAt(file: number, offset: number): string {
  const bytes = Buffer.alloc(sampleSize);
  return hashOf(bytes.subarray(0, fs.readSync(file, bytes, 0, sampleSize, offset)));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function tailOf(log: string, end: number): string {
  const file = fs.openSync(log, 'r');
  try {
    const size = Math.min(sampleSize, end);
    const bytes = Buffer.alloc(size);
    return hashOf(bytes.subarray(0, fs.readSync(file, bytes, 0, size, end - size)));
  } finally {
    fs.closeSync(file);
  }
}

function fileOf(folder: string, log: string): string {
  return path.join(folder, hashOf(Buffer.from(path.resolve(log))).slice(0, 32) + ending);
}

/** @param tables the scanner's tables: other rows, another index. */
export function saveIndex(folder: string, log: string, data: CatalogData, tables: Uint8Array): void {
  const identity = identityOf(log);
  const stored: Stored = {
    version, tables: hashOf(tables), identity, tail: tailOf(log, data.bytes), data,
  };
  const bytes = v8.serialize(stored);
  fs.mkdirSync(folder, { recursive: true });
  const file = fileOf(folder, log);
  const made = `${file}.${process.pid}`;
  const out = fs.openSync(made, 'w');
  try {
    fs.writeSync(out, sumOf(bytes));
    for (let at = 0; at < bytes.length;) at += fs.writeSync(out, bytes, at);
  } finally {
    fs.closeSync(out);
  }
  fs.renameSync(made, file);
  evict(folder, file);
}

/** @returns undefined: there is none that can be believed; one that cannot be is removed. */
export function loadIndex(folder: string, log: string, tables: Uint8Array): Catalog | undefined {
  const file = fileOf(folder, log);
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    return undefined;
  }
  const stored = unpack(bytes);
  const isOwn = stored?.version === version && stored.tables === hashOf(tables);
  const good = isOwn && isSame(stored, log);
  if (!good) {
    fs.rmSync(file, { force: true });
    return undefined;
  }
  const now = new Date();
  fs.utimesSync(file, now, now);
  return Catalog.from(stored.data);
}

/** The log may have grown since, and has not become another one. */
function isSame({ identity, tail, data }: Stored, log: string): boolean {
  const { path: place, inode, head } = identityOf(log);
  const isGrown = fs.statSync(log).size >= data.bytes;
  return isGrown && place === identity.path && inode === identity.inode
    && (head === identity.head || data.bytes < sampleSize) && tailOf(log, data.bytes) === tail;
}

/** Damage is what it is held against, no malice: whoever may write here may write the log. */
function sumOf(bytes: Uint8Array): Buffer {
  const sum = Buffer.alloc(sumLength);
  sum.writeUInt32LE(zlib.crc32(bytes));
  return sum;
}

function unpack(bytes: Buffer): Stored | undefined {
  const body = bytes.subarray(sumLength);
  if (bytes.length <= sumLength || !sumOf(body).equals(bytes.subarray(0, sumLength))) return undefined;
  try {
    const value: unknown = v8.deserialize(body);
    return isStored(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'version' in value && 'tables' in value
    && 'identity' in value && 'tail' in value && 'data' in value;
}

/** The ones that were not used for the longest time go first. */
function evict(folder: string, kept: string): void {
  const files = fs.readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name))
    .flatMap((file) => {
      const status = fs.statSync(file, { throwIfNoEntry: false });
      return status ? [{ file, size: status.size, used: status.mtimeMs }] : [];
    })
    .sort((a, b) => b.used - a.used);
  let total = 0;
  for (const { file, size } of files) {
    total += size;
    if (total > mostBytes && file !== kept) fs.rmSync(file, { force: true });
  }
}
