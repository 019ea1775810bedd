// A set of logs that is read and then followed: logs that are still written are read on as they grow; when
// one is rotated, all files of its stream are read anew, for each has another name then.

import path from 'node:path';
import type { DigestReader } from '../core/digest';
import type { Digest } from '../core/model';
import type { originOfName } from '../core/sets/plan';
import { problemOf } from '../core/sets/problem';
import type { Problem } from '../core/sets/problem';
import { parseRotation } from '../core/sets/rotation';
import { buildSet } from '../core/sets/set';
import type { ReadLog } from '../core/sets/set';
import { isScannable } from './desk/head';
import { listInputs, sizeOf } from './files';
import type { Input } from './files';
import { Follower, knownWith, noBytes } from './follow';
import type { KnownBytes } from './follow';
import { memoryForLogs } from './limits';
import type { FoundLog } from './log';
import { isLive } from './names';
import { readInputs } from './read';
import type { ReadOptions } from './read';
import { SetReader } from './set';

export interface LiveSetOptions extends ReadOptions {
  readonly open: (log: FoundLog, origin: ReturnType<typeof originOfName>) => DigestReader;
  /** Told how many bytes there are to read, before any is read. */
  readonly begins?: (bytes: number) => void;
  /** Larger files are not read but named in `large`, where they can be opened as large logs. */
  readonly largest?: number;
  /** Called whenever the digests have changed after the first reading. @param problems met since */
  readonly changed: (problems: readonly Problem[]) => void;
  /** Bytes of memory that logs may take that are followed. */
  readonly memory?: number;
}

/** A log that may still grow: its reader, and what it has been pushed. */
interface LiveLog {
  readonly reader: DigestReader;
  readonly path: string;
  known: KnownBytes;
  /** The last byte is no line end. */
  isHalf: boolean;
  /** Its last line was taken for whole, so that it cannot be read on. */
  isOver: boolean;
}

const newline = 10;
/** Rotation touches several files, one after the other: how long to wait until all is done, milliseconds. */
const rotationDelay = 300;

export class LiveSet {
  readonly #options: LiveSetOptions;
  readonly #follower: Follower;
  readonly #logs = new Map<string, ReadLog>();
  readonly #live = new Map<string, LiveLog>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #hosts: SetReader['hosts'] = [];
  #problems: readonly Problem[] = [];
  #large: readonly string[] = [];
  #digests: readonly Digest[] = [];
  #closed = false;

  constructor(options: LiveSetOptions) {
    this.#options = options;
    this.#follower = new Follower(options.pause ? { pause: options.pause } : {});
  }

  /** Reads everything; resolves when it is read. What was read until `signal` aborts stays. */
  static async read(paths: readonly string[], options: LiveSetOptions): Promise<LiveSet> {
    const set = new LiveSet(options);
    const { inputs: listed, problems } = listInputs(paths);
    const large = new Set(listed.filter((input) => isApart(input, options.largest)));
    set.#large = [...large].map(({ source }) => source);
    const inputs = listed.filter((input) => !large.has(input));
    const sizes = inputs.map(({ path: file }) => (file === undefined ? 0 : sizeOf(file)));
    options.begins?.(sizes.reduce((sum, size) => sum + size, 0));
    set.#problems = [...problems, ...await set.#read(inputs, options)];
    return set;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Files that are left to others, for they are large. */
  get large(): readonly string[] {
    return this.#large;
  }

  /** In order, with their origins. */
  get digests(): readonly Digest[] {
    return this.#digests;
  }

  dispose(): void {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#follower.dispose();
  }

  async #read(inputs: readonly Input[], options: ReadOptions): Promise<readonly Problem[]> {
    const reader = new SetReader({ open: (log, origin) => this.#open(log, origin) });
    const problems = await readInputs(inputs, (log, head) => reader.take(log, head), options);
    for (const log of reader.logs) this.#logs.set(log.name, log);
    this.#hosts = [...this.#hosts, ...reader.hosts];
    this.#rebuild();
    for (const { name } of reader.logs) if (!reader.cut.has(name)) await this.#follow(name);
    return [...problems, ...reader.problems];
  }

  #open(log: FoundLog, origin: ReturnType<typeof originOfName>): DigestReader {
    const reader = this.#options.open(log, origin);
    if (log.path === undefined || log.packed || !isLive(log.path)) return reader;
    const live: LiveLog = { reader, path: log.path, known: noBytes, isHalf: false, isOver: false };
    this.#live.set(log.source, live);
    return {
      push: (bytes) => {
        live.known = knownWith(live.known, bytes);
        live.isHalf = bytes.at(-1) !== newline;
        reader.push(bytes);
      },
      digest: () => reader.digest(),
      memory: () => reader.memory(),
      end: () => {
        live.isOver = live.isHalf;
        return live.isOver ? reader.end() : reader.digest();
      },
    };
  }

  async #follow(name: string): Promise<void> {
    const live = this.#live.get(name);
    if (!live || this.#closed) return;
    const isCurrent = () => this.#live.get(name) === live;
    await this.#follower.add(live.path, {
      push: (bytes) => {
        if (live.isOver) return this.#rotated(live.path);
        live.reader.push(bytes);
        if (this.#isFull()) this.#leave(name, live);
      },
      restart: () => this.#rotated(live.path),
      settle: () => {
        const known = this.#logs.get(name);
        if (!known || live.isOver || !isCurrent()) return;
        const digest = live.reader.digest();
        if (digest.lines === known.digest.lines) return;
        this.#logs.set(name, { ...known, digest });
        this.#rebuild();
        this.#options.changed([]);
      },
      // a log that goes away has been read: what it said stays
      lost: () => undefined,
    }, live.known);
  }

  #isFull(): boolean {
    const used = [...this.#live.values()].reduce((sum, { reader }) => sum + reader.memory(), 0);
    return used >= (this.#options.memory ?? memoryForLogs());
  }

  /** A log that says more than can be kept is followed no longer. */
  #leave(name: string, live: LiveLog): void {
    this.#follower.remove(live.path);
    const digest = live.reader.end();
    const known = this.#logs.get(name);
    if (known) this.#logs.set(name, { ...known, digest });
    this.#live.delete(name);
    this.#rebuild();
    this.#options.changed([problemOf('memory', name, { line: digest.lines })]);
  }

  #rotated(file: string): void {
    this.#follower.remove(file);
    clearTimeout(this.#timers.get(file));
    this.#timers.set(file, setTimeout(() => void this.#readStream(file), rotationDelay));
  }

  async #readStream(file: string): Promise<void> {
    const folder = path.dirname(file);
    const { stem } = parseRotation(path.basename(file));
    const isSibling = (name: string) => path.dirname(name) === folder
      && parseRotation(path.basename(name)).stem === stem;
    const { inputs } = listInputs([folder]);
    for (const name of [...this.#logs.keys()].filter(isSibling)) {
      this.#logs.delete(name);
      this.#live.delete(name);
    }
    const { pause } = this.#options;
    const files = inputs.filter(({ source }) => isSibling(source));
    const problems = await this.#read(files, pause ? { pause } : {});
    if (!this.#closed) this.#options.changed(problems);
  }

  #rebuild(): void {
    this.#digests = buildSet([...this.#logs.values()], this.#hosts).digests;
  }
}

function isApart({ path: file, pipe }: Input, largest = Infinity): boolean {
  return file !== undefined && !pipe && sizeOf(file) >= largest && isScannable(file);
}
