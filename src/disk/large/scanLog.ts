// Spans of a log → its parts, in their order: read by workers side by side, or here where there are none or
// there is little to read.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineParts } from '../engine';
import type { Span } from './cuts';
import type { Part } from './part';

export interface ScanOptions {
  readonly engine: EngineParts;
  readonly signal?: AbortSignal | undefined;
  /** Told each part, in the order of the log. */
  readonly onPart: (part: Part) => void;
}

const workerFile = 'disk-large-scanWorker.js';
/** So little is read at once, without a worker. */
const littleBytes = 4 << 20;
const mostWorkers = 4;

/** Rejects on errors of the file system; ends early, without a word, when it is stopped. */
export async function scanSpans(log: string, spans: readonly Span[], options: ScanOptions): Promise<void> {
  const file = path.join(__dirname, workerFile);
  if (sizeOf(spans) <= littleBytes || !fs.existsSync(file)) return scanHere(log, spans, options);
  const isFirstLittle = sizeOf(spans.slice(0, 1)) <= littleBytes;
  const [here, apart] = isFirstLittle ? [spans.slice(0, 1), spans.slice(1)] : [[], spans];
  const workers = Math.min(os.availableParallelism(), mostWorkers, apart.length);
  const pool = new Pool(log, apart, options);
  const reading = pool.run(file, workers);
  // workers take their time to begin: what is little and stands first is read and told before they do
  await Promise.all([reading, scanHere(log, here, options).catch((error: unknown) => {
    pool.stop();
    throw error;
  })]);
}

function sizeOf(spans: readonly Span[]): number {
  return (spans.at(-1)?.end ?? 0) - (spans[0]?.begin ?? 0);
}

async function scanHere(
  log: string, spans: readonly Span[], { engine, signal, onPart }: ScanOptions,
): Promise<void> {
  const { spanScanner } = await import('./scanWorker');
  const scanner = spanScanner({ path: log, engine });
  try {
    for (const span of spans) {
      if (signal?.aborted === true) return;
      onPart(scanner.scan(span));
    }
  } finally {
    scanner.close();
  }
}

class Pool {
  readonly #log: string;
  readonly #spans: readonly Span[];
  readonly #options: ScanOptions;
  #begun = 0;
  #told = 0;
  /** Parts that came before those before them. */
  readonly #early = new Map<number, Part>();
  #workers: readonly Worker[] = [];

  constructor(log: string, spans: readonly Span[], options: ScanOptions) {
    this.#log = log;
    this.#spans = spans;
    this.#options = options;
  }

  run(file: string, count: number): Promise<void> {
    const { engine, signal } = this.#options;
    return new Promise((resolve, reject) => {
      this.#workers = Array.from({ length: count }, () => new Worker(file, {
        workerData: { path: this.#log, engine },
      }));
      const end = (error?: Error): void => {
        signal?.removeEventListener('abort', abort);
        this.stop();
        if (error === undefined) resolve();
        else reject(error);
      };
      const abort = (): void => end();
      signal?.addEventListener('abort', abort, { once: true });
      for (const worker of this.#workers) {
        let number = this.#next(worker);
        worker.on('message', (part: Part) => {
          this.#early.set(number, part);
          number = this.#next(worker);
          try {
            if (this.#tell()) end();
          } catch (error) {
            end(error as Error);
          }
        });
        worker.on('error', end);
      }
    });
  }

  stop(): void {
    for (const worker of this.#workers) void worker.terminate();
  }

  #next(worker: Worker): number {
    const span = this.#spans[this.#begun];
    if (span) worker.postMessage(span);
    this.#begun += 1;
    return this.#begun - 1;
  }

  /** @returns whether all parts have been told. */
  #tell(): boolean {
    for (let part = this.#early.get(this.#told); part; part = this.#early.get(this.#told)) {
      this.#early.delete(this.#told);
      this.#told += 1;
      this.#options.onPart(part);
    }
    return this.#told === this.#spans.length;
  }
}
