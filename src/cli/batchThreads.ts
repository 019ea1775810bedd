// Batches of instances → what is said of them, in their order: told here and, where there is a second
// processor, by a thread beside this one. Few are told ahead of those that are written.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { spokenLanguage } from '../knowledge/language';
import type { BatchJob } from '../disk/large/instanceBatches';
import type { OpenedLog } from '../disk/large/ownLines';
import { sharedLog } from '../disk/large/sharedLog';
import { turn } from '../disk/turn';
import type { TellOrder, ThreadOrder, Told } from './batchWorker';

const workerFile = path.join(__dirname, 'cli-batchWorker.js');
/** Batches that wait for the thread beside this one, and those that are told before their turn comes. */
const mostWaiting = 2;
const mostAhead = 6;

/** @param file where the code of the thread lies
 *  @param tell what is wrong with files of configuration. Rejects on errors of the file system. */
export async function* toldBatches(
  log: OpenedLog, jobs: Iterator<BatchJob, void>, order: TellOrder, tell: (problem: string) => void,
  file = workerFile,
): AsyncGenerator<Told, void, undefined> {
  const isMany = os.availableParallelism() > 1 && fs.existsSync(file);
  // it takes its time to begin: the lines of each instance are sought meanwhile
  const shared = isMany ? sharedLog(log) : undefined;
  const line = new Line(jobs);
  const beside = shared && new Beside(file, { log: shared, told: order, language: spokenLanguage() }, line);
  const { BatchTeller } = await import('./batchWorker');
  const here = new BatchTeller(log, order, tell);
  try {
    for (;;) {
      beside?.feed();
      for (let told = line.next(); told; told = line.next()) {
        yield told;
        beside?.feed();
      }
      const job = line.take();
      if (job) line.done(job.number, await here.tell(job.job));
      else if (!beside?.isBusy) return;
      else await beside.news();
      // what the other thread has told comes in between
      await turn();
    }
  } finally {
    void beside?.end();
  }
}

interface NumberedJob {
  readonly number: number;
  readonly job: BatchJob;
}

/** Jobs are taken, told by whoever took them, and handed on, in their order. */
class Line {
  readonly #jobs: Iterator<BatchJob, void>;
  readonly #early = new Map<number, Told>();
  #taken = 0;
  #told = 0;

  constructor(jobs: Iterator<BatchJob, void>) {
    this.#jobs = jobs;
  }

  /** Undefined: there is none, or enough was told ahead. */
  take(): NumberedJob | undefined {
    if (this.#taken - this.#told >= mostAhead) return undefined;
    const { value: job } = this.#jobs.next();
    if (!job) return undefined;
    this.#taken += 1;
    return { number: this.#taken - 1, job };
  }

  done(number: number, told: Told): void {
    this.#early.set(number, told);
  }

  next(): Told | undefined {
    const told = this.#early.get(this.#told);
    if (!told) return undefined;
    this.#early.delete(this.#told);
    this.#told += 1;
    return told;
  }
}

/** The thread beside this one. */
class Beside {
  readonly #worker: Worker;
  readonly #line: Line;
  readonly #waiting: number[] = [];
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(file: string, order: ThreadOrder, line: Line) {
    this.#line = line;
    this.#worker = new Worker(file, { workerData: order });
    this.#worker.on('message', (told: Told) => {
      const number = this.#waiting.shift();
      if (number !== undefined) line.done(number, told);
      this.#wake?.();
    });
    const fail = (error: Error): void => {
      this.#failure ??= error;
      this.#wake?.();
    };
    this.#worker.on('error', fail);
    this.#worker.on('exit', () => fail(new Error('the thread ended before its work did')));
  }

  get isBusy(): boolean {
    return this.#waiting.length > 0;
  }

  /** Takes as much as it should have. */
  feed(): void {
    if (this.#failure) throw this.#failure;
    while (this.#waiting.length < mostWaiting) {
      const next = this.#line.take();
      if (!next) return;
      this.#waiting.push(next.number);
      this.#worker.postMessage(next.job);
    }
  }

  /** Resolves when it has told something, or cannot go on. */
  news(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#failure) resolve();
    });
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }
}
