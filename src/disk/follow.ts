// A log that is still written → its bytes as they are appended, however it is rotated: by a rename, by
// copytruncate, or by another file in its place. Events of the file system tell when to look; where there are
// none (NFS, some containers) a look once a second does.

import fs from 'node:fs';
import path from 'node:path';
import { pieceSize } from './bytes';
import { bytesIn } from './large/fileBytes';

export interface FollowSink {
  /** Appended bytes, only good until the call returns. */
  push(bytes: Uint8Array): void;
  /** What is pushed from now on is the beginning of another file, or of the same one that was emptied. */
  restart(): void;
  /** All that is there by now was pushed. */
  settle(): void;
  /** The file cannot be read (any more): it is looked at again every second. */
  lost(error: unknown): void;
}

export interface FollowOptions {
  /** Milliseconds between two looks where no event comes. */
  readonly pollEvery?: number;
  /** False: never rely on events of the file system. */
  readonly events?: boolean;
  /** Waited for between pieces, so that others may have their turn. */
  readonly pause?: () => Promise<void>;
}

/** Follows any number of files; one watch for each of their folders. */
export class Follower {
  readonly #files = new Map<string, FollowedFile>();
  readonly #folders = new Map<string, fs.FSWatcher>();
  readonly #options: FollowOptions;
  readonly #timer: ReturnType<typeof setInterval>;
  /** Called with the path of a file that appears in a folder of which files are followed. */
  onAppear: ((path: string) => void) | undefined;

  constructor(options: FollowOptions = {}) {
    this.#options = options;
    this.#timer = setInterval(() => {
      for (const file of this.#files.values()) void file.look();
    }, options.pollEvery ?? 1000);
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /**
   * Reads a file and follows it; resolves when all that was there has been pushed.
   * @param known what of it was read already
   */
  async add(file: string, sink: FollowSink, known: KnownBytes = noBytes): Promise<void> {
    this.remove(file);
    const followed = new FollowedFile(file, sink, { known, pause: this.#options.pause });
    this.#files.set(file, followed);
    this.#watch(path.dirname(file));
    await followed.look();
  }

  remove(file: string): void {
    this.#files.get(file)?.close();
    this.#files.delete(file);
  }

  dispose(): void {
    clearInterval(this.#timer);
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
    for (const file of this.paths) this.remove(file);
  }

  #watch(folder: string): void {
    if (this.#options.events === false || this.#folders.has(folder)) return;
    try {
      const watcher = fs.watch(folder, (_kind, name) => this.#happened(folder, name));
      // what can no longer be watched is still looked at
      watcher.on('error', () => watcher.close());
      this.#folders.set(folder, watcher);
    } catch {
      // no watches are left, or this file system has none
    }
  }

  #happened(folder: string, name: string | null): void {
    if (name === null) {
      for (const [file, followed] of this.#files) if (path.dirname(file) === folder) void followed.look();
      return;
    }
    const file = path.join(folder, name);
    const followed = this.#files.get(file);
    if (followed) void followed.look();
    else this.onAppear?.(file);
  }
}

/** So many bytes before the end of what was read must still stand there, or the file is another one. */
const tailSize = 64;

/** The beginning of a file that was read: how much it is, and the last bytes of it. */
export interface KnownBytes {
  readonly size: number;
  readonly tail: Buffer;
}

export const noBytes: KnownBytes = { size: 0, tail: Buffer.alloc(0) };

/** The same with a piece behind it. */
export function knownWith({ size, tail }: KnownBytes, piece: Uint8Array): KnownBytes {
  const end = Buffer.concat([tail, piece.subarray(-tailSize)]);
  return { size: size + piece.length, tail: end.subarray(-tailSize) };
}

interface Pause {
  readonly pause: (() => Promise<void>) | undefined;
}

class FollowedFile {
  readonly #path: string;
  readonly #sink: FollowSink;
  readonly #pause: (() => Promise<void>) | undefined;
  readonly #buffer = Buffer.allocUnsafe(pieceSize);
  #file: number | undefined;
  #known: KnownBytes;
  #isLost = false;
  #busy: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(file: string, sink: FollowSink, { known, pause }: { known: KnownBytes } & Pause) {
    this.#path = file;
    this.#sink = sink;
    this.#known = known;
    this.#pause = pause;
  }

  /** Reads what is new. Calls during a look lead to one more look. */
  async look(): Promise<void> {
    this.#again = true;
    this.#busy ??= this.#lookAll().finally(() => (this.#busy = undefined));
    await this.#busy;
  }

  close(): void {
    this.#closed = true;
    // a look that is under way closes the file itself
    if (!this.#busy) this.#release();
  }

  async #lookAll(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        if (await this.#lookOnce()) this.#sink.settle();
      } catch (error) {
        this.#release();
        if (!this.#isLost) this.#sink.lost(error);
        this.#isLost = true;
      }
    }
    if (this.#closed) this.#release();
  }

  /** @returns whether anything came. */
  async #lookOnce(): Promise<boolean> {
    const isFirst = this.#file === undefined;
    if (isFirst) this.#open();
    if (isFirst && this.#isLost) this.#restart();
    this.#isLost = false;
    if (this.#isEmptied()) this.#restart();
    const any = await this.#readOn();
    if (!this.#isReplaced()) return any || isFirst;
    // what is renamed may still be written to: the new file waits until nothing more comes
    this.#again = true;
    if (!any) {
      this.#release();
      this.#open();
      this.#restart();
    }
    return any;
  }

  #open(): void {
    this.#file = fs.openSync(this.#path, 'r');
  }

  #release(): void {
    if (this.#file !== undefined) fs.closeSync(this.#file);
    this.#file = undefined;
  }

  #restart(): void {
    this.#known = noBytes;
    this.#sink.restart();
  }

  // By copytruncate the file stays and is shorter; if much was written since, only its bytes tell.
  #isEmptied(): boolean {
    const { size, tail } = this.#known;
    if (this.#file === undefined || size === 0) return false;
    if (fs.fstatSync(this.#file).size < size) return true;
    return !bytesIn(this.#file, size - tail.length, tail.length).equals(tail);
  }

  // A rename leaves the old file open; its writer has left it when the new one is written to.
  #isReplaced(): boolean {
    if (this.#file === undefined) return false;
    const now = fs.statSync(this.#path, { throwIfNoEntry: false });
    const open = fs.fstatSync(this.#file);
    return now !== undefined && now.size > 0 && (now.ino !== open.ino || now.dev !== open.dev);
  }

  async #readOn(): Promise<boolean> {
    let any = false;
    for (let count = this.#readPiece(); count > 0 && !this.#closed; count = this.#readPiece()) {
      const piece = this.#buffer.subarray(0, count);
      this.#known = knownWith(this.#known, piece);
      this.#sink.push(piece);
      any = true;
      if (this.#pause) await this.#pause();
    }
    return any;
  }

  #readPiece(): number {
    const { size } = this.#known;
    return this.#file === undefined ? 0 : fs.readSync(this.#file, this.#buffer, 0, pieceSize, size);
  }
}
