// A catalog → a file of the index and back. Believed only if it is of this log, of this version and unharmed;
// the oldest are removed when they become too many. In: a folder that is the index's own.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import zlib from 'node:zlib';
import { Catalog } from './catalog';
import { bytesIn } from './fileBytes';
import { Ids } from './ids';
import type { PartEntry } from './knownPart';
import type { LogForm } from './logForm';
import { DamagedIndex, SectionFile } from './sections';
import { Numbers } from './numbers';
import type { Section } from './sections';
import { SpanningRequests } from './spanning';

/** Raised whenever catalogs or the tables behind them mean something else. */
const version = 13;
const sampleSize = 4096;
const ending = '.nova-index';
const mostBytes = 2_000_000_000;
/** At the end of the file: how long the directory is, and its sum. */
const tailLength = 8;
/** Milliseconds; nobody reads a log for longer. */
const longestReading = 3_600_000;

/** A log: where it lies, and where it is open, for another file may take its name. */
export interface OpenLog {
  readonly path: string;
  readonly file: number;
}

/** What tells a log from any other: where it lies, and how it begins. */
interface Identity {
  readonly path: string;
  readonly inode: string;
  readonly head: string;
}

interface Directory {
  readonly version: number;
  readonly tables: string;
  readonly identity: Identity;
  /** The bytes before the end of what was read. */
  readonly tail: string;
  /** When it was written to before it was read: a log that has not grown since was not written to since. */
  readonly changed: number;
  readonly form: LogForm | undefined;
  readonly parts: readonly PartEntry[];
  /** Numbers of instances of each part in the log. */
  readonly maps: readonly Section[];
  readonly instances: Section;
  readonly counts: Section;
  readonly firstTimes: Section;
  readonly lastTimes: Section;
  readonly spanning: Section;
}

function identityOf({ path: log, file }: OpenLog): Identity {
  const { ino } = fs.fstatSync(file, { bigint: true });
  return { path: path.resolve(log), inode: String(ino), head: hashOf(bytesIn(file, 0, sampleSize)) };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function tailOf(file: number, end: number): string {
  const size = Math.min(sampleSize, end);
  return hashOf(bytesIn(file, end - size, size));
}

function fileOf(folder: string, log: string): string {
  return path.join(folder, hashOf(Buffer.from(path.resolve(log))).slice(0, 32) + ending);
}

/** Where columns go while a log is read: with a folder to what becomes its index, else to a file of this
 *  session. */
export function openSections(folder: string | undefined, log: string): SectionFile {
  if (folder === undefined) return SectionFile.temporary();
  fs.mkdirSync(folder, { recursive: true });
  return new SectionFile(`${fileOf(folder, log)}.${process.pid}`, 'create');
}

/** Ends what `openSections` began; every part of the catalog lies in that file.
 *  @param changed when the log was written to before it was read */
export function saveIndex(
  folder: string, log: OpenLog, catalog: Catalog,
  { file, tables, changed }: Pick<Directory, 'tables' | 'changed'> & { readonly file: SectionFile },
): void {
  const { instances, counts, firstTimes, lastTimes } = catalog;
  const column = (numbers: Numbers): Section => file.append(...numbers.words(instances.size));
  const directory: Directory = {
    version, tables, identity: identityOf(log), tail: tailOf(log.file, catalog.bytes), changed,
    form: catalog.form,
    parts: catalog.parts.map(({ entry }) => entry),
    maps: catalog.parts.map(({ instances }) => file.append(instances)),
    instances: file.append(...instances.words()),
    counts: column(counts), firstTimes: column(firstTimes), lastTimes: column(lastTimes),
    spanning: file.append(catalog.spanning.toWords()),
  };
  const bytes = v8.serialize(directory);
  const tail = Buffer.alloc(tailLength);
  tail.writeUInt32LE(bytes.length);
  tail.writeUInt32LE(zlib.crc32(bytes), 4);
  file.write(bytes);
  file.write(tail);
  const kept = fileOf(folder, log.path);
  file.moveTo(kept);
  evict(folder, kept);
}

/** @returns undefined: there is none that can be believed; one that cannot be is removed. */
export function loadIndex(folder: string, log: OpenLog, tables: string): Catalog | undefined {
  const place = fileOf(folder, log.path);
  if (!fs.existsSync(place)) return undefined;
  const file = new SectionFile(place, 'read');
  try {
    const directory = readDirectory(place);
    const isOwn = directory?.version === version && directory.tables === tables && isSame(directory, log);
    if (isOwn) {
      noteUse(place);
      return catalogOf(directory, file);
    }
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
  }
  file.close();
  fs.rmSync(place, { force: true });
  return undefined;
}

/** The ones that were not used for the longest time are removed first. */
function noteUse(place: string): void {
  const now = new Date();
  try {
    fs.utimesSync(place, now, now);
  } catch {
    // somebody else's index can be read all the same
  }
}

function catalogOf(
  { form, parts, maps, instances, counts, firstTimes, lastTimes, spanning }: Directory, file: SectionFile,
): Catalog {
  const column = (section: Section): Numbers => {
    const { buffer, byteOffset, length } = file.read(section);
    return new Numbers(new Float64Array(buffer, byteOffset, length >> 1));
  };
  const catalog = new Catalog({
    instances: new Ids(file.read(instances)), spanning: SpanningRequests.from(file.read(spanning)),
    counts: column(counts), firstTimes: column(firstTimes), lastTimes: column(lastTimes),
  });
  catalog.form = form;
  parts.forEach((entry, part) => {
    const map = maps[part];
    catalog.parts.push({ entry, file, instances: map ? file.read(map) : new Uint32Array(0) });
  });
  return catalog;
}

/** The log may have grown since, and has not become another one. */
function isSame({ identity, tail, changed, parts }: Directory, log: OpenLog): boolean {
  const end = parts.at(-1)?.end ?? 0;
  const { path: place, inode, head } = identityOf(log);
  const { size, mtimeMs } = fs.fstatSync(log.file);
  const isGrown = size > end || (size === end && mtimeMs === changed);
  return isGrown && place === identity.path && inode === identity.inode
    && (head === identity.head || end < sampleSize) && tailOf(log.file, end) === tail;
}

// damage is what it is held against, no malice: whoever may write here may write the log
function readDirectory(place: string): Directory | undefined {
  const file = fs.openSync(place, 'r');
  try {
    const { size } = fs.fstatSync(file);
    const tail = Buffer.alloc(tailLength);
    if (size < tailLength) return undefined;
    fs.readSync(file, tail, 0, tailLength, size - tailLength);
    const length = tail.readUInt32LE(0);
    if (length > size - tailLength) return undefined;
    const bytes = Buffer.alloc(length);
    fs.readSync(file, bytes, 0, length, size - tailLength - length);
    if (zlib.crc32(bytes) !== tail.readUInt32LE(4)) return undefined;
    const value: unknown = v8.deserialize(bytes);
    return isDirectory(value) ? value : undefined;
  } catch {
    return undefined;
  } finally {
    fs.closeSync(file);
  }
}

function isDirectory(value: unknown): value is Directory {
  return typeof value === 'object' && value !== null && 'version' in value && 'tables' in value
    && 'identity' in value && 'tail' in value && 'parts' in value;
}

/** What a session that was killed has begun and not ended. */
function removeLeft(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (!/\.nova-index\.\d+$/.test(name)) continue;
    const file = path.join(folder, name);
    const status = fs.statSync(file, { throwIfNoEntry: false });
    if (status && Date.now() - status.mtimeMs > longestReading) fs.rmSync(file, { force: true });
  }
}

function evict(folder: string, kept: string): void {
  removeLeft(folder);
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
