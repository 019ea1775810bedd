// A file that may grow → told when it has, and when it is another one: by events of the file system where
// there are any, by a look once a second where not. No two tellings at once, and rarely where following costs
// much. The file is held open: what is written to it after a rename is told as well.

import fs from 'node:fs';
import path from 'node:path';
import { bytesIn } from '../large/fileBytes';
import type { OpenLog } from '../large/indexFile';
import type { Loss } from './calls';
import { unheld } from './unheld';

const lookEvery = 1000;
/** Bytes before the end of what was read: they tell a file that was emptied and filled again. */
const tailSize = 64;
/** So many places, and so many bytes of each, tell a file that was written anew in the same size. */
const samples = 64;
const sampleSize = 256;
/** A log that is written all the time is not followed all the time. */
const rest = 3;
const shortestRest = 50;
/** So often in a row what came may fail to be read. */
const mostFailures = 3;

export interface WatchSink {
  /** How much of the file was read. */
  readonly size: () => number;
  readonly grown: () => Promise<void>;
  readonly lost: (how: Loss) => void;
}

export class FileWatch {
  readonly #path: string;
  readonly #file: number;
  readonly #sink: WatchSink;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #watcher: fs.FSWatcher | undefined;
  readonly #samples: readonly Buffer[];
  readonly #sampledSize: number;
  #changed: number;
  #tail: Buffer;
  #tailEnd = 0;
  #busy = false;
  #again = false;
  #failures = 0;
  #isOver = false;

  /** @param log it stays open until this is closed */
  constructor({ path: log, file }: OpenLog, sink: WatchSink) {
    this.#path = log;
    this.#file = file;
    this.#sink = sink;
    this.#sampledSize = sink.size();
    this.#samples = this.#samplesNow();
    this.#changed = fs.fstatSync(file).mtimeMs;
    this.#tail = this.#tailAt(sink.size());
    this.#timer = unheld(setInterval(() => void this.#look(), lookEvery));
    try {
      this.#watcher = fs.watch(path.dirname(log), { persistent: false }, (_kind, name) => {
        if (name === null || name === path.basename(log)) void this.#look();
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
        this.#failures = 0;
      }
    } catch {
      // it may be for a moment only: the next look tells
      this.#failures += 1;
      if (this.#failures >= mostFailures) this.#lose('unread');
    } finally {
      this.#busy = false;
    }
  }

  async #lookOnce(): Promise<void> {
    const open = fs.fstatSync(this.#file);
    if (open.size < this.#sink.size() || this.#isOther(open)) return this.#lose('emptied');
    if (open.size > this.#sink.size()) return this.#readOn();
    const now = fs.statSync(this.#path, { throwIfNoEntry: false });
    // where it was renamed its writer may still write to it, and the new file is yet to come
    if (!now) return open.nlink === 0 ? this.#lose('gone') : undefined;
    const isSame = now.ino === open.ino && now.dev === open.dev;
    if (!isSame && now.size > 0) this.#lose('renamed');
  }

  async #readOn(): Promise<void> {
    const before = this.#sink.size();
    const started = performance.now();
    await this.#sink.grown();
    if (this.#isOver || this.#sink.size() === before) return;
    this.#tail = this.#tailAt(this.#sink.size());
    const pause = Math.max(shortestRest, rest * (performance.now() - started));
    await new Promise((resolve) => { unheld(setTimeout(resolve, pause)); });
    this.#again = true;
  }

  #lose(how: Loss): void {
    if (this.#isOver) return;
    this.close();
    this.#sink.lost(how);
  }

  /** Whether what was read no longer stands there, though the file is as long. */
  #isOther({ size, mtimeMs }: fs.Stats): boolean {
    const tail = bytesIn(this.#file, this.#tailEnd - this.#tail.length, this.#tail.length);
    if (!tail.equals(this.#tail)) return true;
    if (mtimeMs === this.#changed) return false;
    this.#changed = mtimeMs;
    return size === this.#sink.size()
      && this.#samplesNow().some((bytes, at) => !bytes.equals(this.#samples[at] ?? bytes));
  }

  #tailAt(end: number): Buffer {
    const size = Math.min(tailSize, end);
    this.#tailEnd = end;
    return bytesIn(this.#file, end - size, size);
  }

  #samplesNow(): readonly Buffer[] {
    const step = Math.max(sampleSize, Math.floor(this.#sampledSize / samples));
    return Array.from({ length: samples }, (_, at) =>
      bytesIn(this.#file, at * step, Math.min(sampleSize, Math.max(0, this.#sampledSize - at * step))));
  }
}
