// Jobs (parts of files, packed files) → their parts, in order: done by workers side by side, or here where
// there are none or there is little to read.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineParts } from '../engine';
import type { Unpacked } from './packedScan';
import type { Part } from './part';
import type { ScanJob, ScanNews, WorkOrder } from './scanWorker';

export interface ScanOptions {
  readonly engine: EngineParts;
  readonly signal?: AbortSignal | undefined;
  /** Opens a file to which the text of packed files goes; asked for once by each worker. */
  readonly openCopy?: () => number;
  /** Told each part, in the order of the jobs. */
  readonly onPart: (part: Part, job: ScanJob) => void;
  /** Told of each packed file when all its parts have been told. */
  readonly onUnpacked?: (unpacked: Unpacked, job: ScanJob) => void;
}

const workerFile = 'disk-large-scanWorker.js';
/** So little is read at once, without a worker. */
const littleBytes = 4 << 20;
const mostWorkers = 4;

/** Rejects on errors of the file system; ends early, without a word, when it is stopped. */
export async function scanJobs(jobs: readonly ScanJob[], options: ScanOptions): Promise<void> {
  const file = path.join(__dirname, workerFile);
  const bytes = jobs.reduce((sum, job) => sum + sizeOf(job), 0);
  if (bytes <= littleBytes || !fs.existsSync(file)) return scanHere(jobs, options);
  const [first] = jobs;
  const here = first && sizeOf(first) <= littleBytes ? [first] : [];
  const pool = new Pool(jobs.slice(here.length), options);
  const reading = pool.run(file);
  // workers take their time to begin: what is little and stands first is read and told before they do
  const begun = scanHere(here, options).then(() => pool.tellOn(), async (error: unknown) => {
    await pool.stop();
    throw error;
  });
  await Promise.all([begun, reading]);
}

/** Of what is packed it is not known. */
function sizeOf(job: ScanJob): number {
  return 'span' in job ? job.span.end - job.span.begin : Infinity;
}

function orderOf(jobs: readonly ScanJob[], { engine, openCopy }: ScanOptions): WorkOrder {
  return { engine, copy: jobs.some((job) => 'packing' in job) ? openCopy?.() : undefined };
}

async function scanHere(jobs: readonly ScanJob[], options: ScanOptions): Promise<void> {
  if (jobs.length === 0) return;
  const { JobScanner } = await import('./scanWorker');
  const scanner = new JobScanner(orderOf(jobs, options));
  try {
    for (const job of jobs) {
      if (options.signal?.aborted === true) return;
      await scanner.scan(job, (news) => tellOf(news, job, options));
    }
  } finally {
    scanner.close();
  }
}

function tellOf({ part, done }: ScanNews, job: ScanJob, { onPart, onUnpacked }: ScanOptions): void {
  if (part) onPart(part, job);
  if (done !== undefined && done !== true) onUnpacked?.(done, job);
}

class Pool {
  readonly #jobs: readonly ScanJob[];
  readonly #options: ScanOptions;
  #begun = 0;
  #told = 0;
  #mayTell = false;
  /** What came of jobs before those before them were done. */
  readonly #early = new Map<number, ScanNews[]>();
  #workers: readonly Worker[] = [];
  #end: (error?: Error) => void = () => undefined;

  constructor(jobs: readonly ScanJob[], options: ScanOptions) {
    this.#jobs = jobs;
    this.#options = options;
  }

  /** Nothing is told before `tellOn`. */
  run(file: string): Promise<void> {
    const { signal } = this.#options;
    const count = Math.min(os.availableParallelism(), mostWorkers, this.#jobs.length);
    return new Promise((resolve, reject) => {
      this.#workers = Array.from({ length: count }, () => new Worker(file, {
        workerData: orderOf(this.#jobs, this.#options),
      }));
      this.#end = (error) => {
        signal?.removeEventListener('abort', abort);
        // nobody writes to a copy any more when this is over
        void this.stop().then(() => {
          if (error === undefined) resolve();
          else reject(error);
        });
      };
      const abort = (): void => this.#end();
      signal?.addEventListener('abort', abort, { once: true });
      for (const worker of this.#workers) {
        let number = this.#next(worker);
        worker.on('message', (news: ScanNews) => {
          const known = this.#early.get(number);
          if (known) known.push(news);
          else this.#early.set(number, [news]);
          if (news.done !== undefined) number = this.#next(worker);
          this.#tell();
        });
        worker.on('error', this.#end);
      }
    });
  }

  tellOn(): void {
    this.#mayTell = true;
    this.#tell();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #next(worker: Worker): number {
    const job = this.#jobs[this.#begun];
    if (job) worker.postMessage(job);
    this.#begun += 1;
    return this.#begun - 1;
  }

  #tell(): void {
    if (!this.#mayTell) return;
    try {
      if (this.#tellEarly()) this.#end();
    } catch (error) {
      this.#end(error as Error);
    }
  }

  /** @returns whether all jobs are done and have been told. */
  #tellEarly(): boolean {
    for (let job = this.#jobs[this.#told]; job; job = this.#jobs[this.#told]) {
      const news = this.#early.get(this.#told)?.splice(0) ?? [];
      for (const one of news) tellOf(one, job, this.#options);
      if (news.at(-1)?.done === undefined) return false;
      this.#early.delete(this.#told);
      this.#told += 1;
    }
    return true;
  }
}
