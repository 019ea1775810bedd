// A file that may grow → told when it has, and when it is another one: by events of the file system where
// there are any, by a look once a second where not. No two tellings at once, and rarely where following costs
// much.

import fs from 'node:fs';
import path from 'node:path';
import type { Loss } from './calls';

const lookEvery = 1000;
/** Bytes before the end of what was read: they tell a file that was emptied and filled again. */
const tailSize = 64;
/** A log that is written all the time is not followed all the time. */
const rest = 3;
const shortestRest = 50;

export interface WatchSink {
  readonly grown: () => Promise<void>;
  readonly lost: (how: Loss) => void;
}

export class FileWatch {
  readonly #path: string;
  readonly #size: () => number;
  readonly #sink: WatchSink;
  readonly #inode: number;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #watcher: fs.FSWatcher | undefined;
  #tail = Buffer.alloc(0);
  #tailEnd = 0;
  #busy = false;
  #again = false;
  #isOver = false;

  /** @param size how much of the file was read */
  constructor(file: string, size: () => number, sink: WatchSink) {
    this.#path = file;
    this.#size = size;
    this.#sink = sink;
    this.#inode = fs.statSync(file).ino;
    this.#keepTail();
    this.#timer = setInterval(() => void this.#look(), lookEvery);
    this.#timer.unref();
    try {
      this.#watcher = fs.watch(path.dirname(file), { persistent: false }, (_kind, name) => {
        if (name === null || name === path.basename(file)) void this.#look();
      });
      // what can no longer be watched is still looked at
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      // no watches are left, or this file system has none
    }
  }

  close(): void {
    this.#isOver = true;
    clearInterval(this.#timer);
    this.#watcher?.close();
  }

  async #look(): Promise<void> {
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#again && !this.#isOver) {
        this.#again = false;
        await this.#lookOnce();
      }
    } catch {
      // it may go while it is looked at: the next look tells
    } finally {
      this.#busy = false;
    }
  }

  async #lookOnce(): Promise<void> {
    const now = fs.statSync(this.#path, { throwIfNoEntry: false });
    if (!now) return this.#lose('gone');
    if (now.ino !== this.#inode) return now.size > 0 ? this.#lose('renamed') : undefined;
    if (now.size < this.#size() || !this.#hasTail()) return this.#lose('emptied');
    if (now.size === this.#size()) return;
    const before = this.#size();
    const started = performance.now();
    await this.#sink.grown();
    if (this.#isOver || this.#size() === before) return;
    this.#keepTail();
    const pause = Math.max(shortestRest, rest * (performance.now() - started));
    await new Promise((resolve) => { setTimeout(resolve, pause).unref(); });
    this.#again = true;
  }

  #lose(how: Loss): void {
    if (this.#isOver) return;
    this.close();
    this.#sink.lost(how);
  }

  #keepTail(): void {
    this.#tailEnd = this.#size();
    this.#tail = this.#tailNow();
  }

  #tailNow(): Buffer<ArrayBuffer> {
    const size = Math.min(tailSize, this.#tailEnd);
    const bytes = Buffer.alloc(size);
    const file = fs.openSync(this.#path, 'r');
    try {
      return bytes.subarray(0, fs.readSync(file, bytes, 0, size, this.#tailEnd - size));
    } finally {
      fs.closeSync(file);
    }
  }

  #hasTail(): boolean {
    return this.#tailNow().equals(this.#tail);
  }
}
