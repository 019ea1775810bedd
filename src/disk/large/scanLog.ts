// Jobs (parts of files, packed files) → their parts, in order: done here, and by workers beside this thread
// where there is much to read.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineParts } from '../engine';
import type { Unpacked } from './packedScan';
import type { Part } from './part';
import type { ScanJob, ScanNews, WorkOrder } from './scanWorker';
import type { OpenSections } from './sections';
import { turn } from '../turn';

export interface ScanOptions {
  readonly engine: EngineParts;
  /** Where the columns of parts go. */
  readonly sections: OpenSections;
  readonly signal?: AbortSignal | undefined;
  /** Opens a file to which the text of packed files goes; asked for once by each worker. */
  readonly openCopy?: () => number;
  /** Told each part, in the order of the jobs. */
  readonly onPart: (part: Part, job: ScanJob) => void;
  /** Told of each packed file when all its parts have been told. */
  readonly onUnpacked?: (unpacked: Unpacked, job: ScanJob) => void;
}

const workerFile = 'disk-large-scanWorker.js';
/** So little is read without a worker. */
export const littleBytes = 4 << 20;
const mostWorkers = 4;

/** Rejects on errors of the file system; ends early, without a word, when it is stopped. Nobody writes any
 *  more when it has ended. */
export function scanJobs(jobs: readonly ScanJob[], options: ScanOptions): Promise<void> {
  const file = path.join(__dirname, workerFile);
  const bytes = jobs.reduce((sum, job) => sum + sizeOf(job), 0);
  const count = bytes > littleBytes && fs.existsSync(file) ? workersFor(jobs) : 0;
  return new Scan(jobs, options).run(file, count);
}

/** Of what is packed it is not known. */
export function sizeOf(job: ScanJob): number {
  return 'span' in job ? job.span.end - job.span.begin : Infinity;
}

/** What is packed is for workers alone; else this thread is one of those that read. */
function workersFor(jobs: readonly ScanJob[]): number {
  const threads = Math.min(Math.max(2, os.availableParallelism()), mostWorkers, jobs.length);
  return jobs.some((job) => 'packing' in job) ? threads : threads - 1;
}

class Scan {
  readonly #jobs: readonly ScanJob[];
  readonly #options: ScanOptions;
  #begun = 0;
  #told = 0;
  #hasFailed = false;
  /** What came of jobs before those before them were done. */
  readonly #early = new Map<number, ScanNews[]>();

  constructor(jobs: readonly ScanJob[], options: ScanOptions) {
    this.#jobs = jobs;
    this.#options = options;
  }

  async run(file: string, count: number): Promise<void> {
    const { signal } = this.#options;
    const workers = Array.from({ length: count }, () => new Worker(file, { workerData: this.#order() }));
    const stop = (): Promise<unknown> => Promise.all(workers.map((worker) => worker.terminate()));
    const abort = (): void => void stop();
    signal?.addEventListener('abort', abort, { once: true });
    try {
      // workers take their time to begin: what stands first is read and told before they do
      const here = this.#scanHere(count === 0);
      await Promise.all([here, ...workers.map((worker) => this.#scanBeside(worker))]);
    } catch (error) {
      this.#hasFailed = true;
      await stop();
      throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
    void stop();
  }

  #order(mayUnpack = true): WorkOrder {
    const { engine, sections, openCopy } = this.#options;
    const isPacked = mayUnpack && this.#jobs.some((job) => 'packing' in job);
    return { engine, sections, copy: isPacked ? openCopy?.() : undefined };
  }

  /** @param isAlone nobody else unpacks what is packed. */
  async #scanHere(isAlone: boolean): Promise<void> {
    const isMine = (): boolean => isAlone || 'span' in (this.#jobs[this.#begun] ?? {});
    // what stands first is taken before a worker takes it, which has yet to begin
    let number = isMine() ? this.#next() : -1;
    if (number < 0) return;
    const { JobScanner } = await import('./scanWorker');
    const scanner = new JobScanner(this.#order(isAlone));
    const pause = async (): Promise<boolean> => {
      await turn();
      return !this.#isOver();
    };
    try {
      for (let job = this.#jobs[number]; job; job = this.#jobs[number]) {
        const own = number;
        await scanner.scan(job, (news) => this.#tell(own, news), pause);
        await turn();
        number = isMine() ? this.#next() : -1;
      }
    } finally {
      scanner.close();
    }
  }

  #scanBeside(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      let number = -1;
      const goOn = (): void => {
        number = this.#next();
        const job = this.#jobs[number];
        if (job) worker.postMessage(job);
        else resolve();
      };
      worker.on('message', (news: ScanNews) => {
        try {
          this.#tell(number, news);
          if (news.done !== undefined) goOn();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      goOn();
    });
  }

  #isOver(): boolean {
    return this.#hasFailed || this.#options.signal?.aborted === true;
  }

  /** The number of a job that nobody has begun; -1: there is none. */
  #next(): number {
    if (this.#isOver() || this.#begun >= this.#jobs.length) return -1;
    this.#begun += 1;
    return this.#begun - 1;
  }

  #tell(number: number, news: ScanNews): void {
    const known = this.#early.get(number);
    if (known) known.push(news);
    else this.#early.set(number, [news]);
    for (let job = this.#jobs[this.#told]; job; job = this.#jobs[this.#told]) {
      const early = this.#early.get(this.#told)?.splice(0) ?? [];
      for (const one of early) this.#tellOf(one, job);
      if (early.at(-1)?.done === undefined) return;
      this.#early.delete(this.#told);
      this.#told += 1;
    }
  }

  #tellOf({ part, done }: ScanNews, job: ScanJob): void {
    if (part) this.#options.onPart(part, job);
    if (done !== undefined && done !== true) this.#options.onUnpacked?.(done, job);
  }
}
