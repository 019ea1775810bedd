// The worker that reads logs. In: once what to scan with, then jobs: a part of a file, or a packed file. Out:
// parts whose columns it has written, and that a job is done. It knows no tables of Nova's: what it scans
// with is handed to it.

import fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { isSamePrefix } from '../../core/scan/engine';
import type { LinePrefix } from '../../core/scan/engine';
import { openEngineOf } from '../engine';
import type { EngineParts } from '../engine';
import type { PackedFile, Unpacked } from './packedScan';
import type { Span } from './cuts';
import { ChangedFile } from './fileBytes';
import { PartScanner } from './partScanner';
import type { Pause } from './partScanner';
import type { Part } from './part';
import { SectionWriter } from './sections';
import type { OpenSections } from './sections';

export interface WorkOrder {
  readonly engine: EngineParts;
  /** Where columns are written to; whoever opened it closes it. */
  readonly sections: OpenSections;
  /** An open file to which the text of packed files goes; undefined: none is packed. */
  readonly copy: number | undefined;
}

/** What is to be read, and what stands before each line. */
export type ScanJob = (PackedFile | PlainPart) & { readonly prefix: LinePrefix };

interface PlainPart {
  readonly path: string;
  /** Where it is open, for as long as it is read: another file may take its name meanwhile. */
  readonly file?: number;
  /** Where the log begins in the file, from which the span counts. */
  readonly at?: number;
  readonly span: Span;
}

/** A part; or that the job is done, and what became of a packed file. */
export interface ScanNews {
  readonly part?: Part;
  readonly done?: Unpacked | true;
}

export type TellNews = (news: ScanNews) => void;

/** Does jobs, one after another. */
export class JobScanner {
  readonly #engine: EngineParts;
  readonly #writer: SectionWriter;
  readonly #copy: number | undefined;
  #scanner: PartScanner | undefined;
  #prefix: LinePrefix | undefined;
  #path = '';
  #file: number | undefined;

  constructor({ engine, sections, copy }: WorkOrder) {
    this.#engine = engine;
    this.#writer = new SectionWriter(sections);
    this.#copy = copy;
  }

  /** @param job the next, when the last one is done. Rejects on errors of the file system.
   *  @param pause asked again and again while a part of a file is read whether to go on */
  async scan(job: ScanJob, tell: TellNews, pause?: Pause): Promise<void> {
    const scanner = this.#scannerFor(job.prefix);
    if ('packing' in job) {
      if (this.#copy === undefined) throw new Error('there is no file for what is unpacked');
      const { scanPacked } = await import('./packedScan');
      tell({ done: await scanPacked(job, scanner, this.#copy, (part) => tell({ part })) });
      return;
    }
    const file = job.file ?? this.#open(job.path);
    const { at: from = 0, span: { begin, end } } = job;
    const read = (into: Uint8Array, at: number): number =>
      fs.readSync(file, into, 0, into.length, from + at);
    const part = await scanner.scan(read, begin, end, pause);
    if (part && part.end < end) throw new ChangedFile();
    if (part) tell({ part, done: true });
  }

  close(): void {
    if (this.#file !== undefined) fs.closeSync(this.#file);
    this.#file = undefined;
  }

  #scannerFor(prefix: LinePrefix): PartScanner {
    if (this.#scanner && this.#prefix && isSamePrefix(prefix, this.#prefix)) return this.#scanner;
    this.#prefix = prefix;
    const { options, ...parts } = this.#engine;
    const engine = openEngineOf({ ...parts, options: { ...options, prefix } });
    this.#scanner = new PartScanner(engine, this.#writer);
    return this.#scanner;
  }

  #open(path: string): number {
    if (this.#file !== undefined && path === this.#path) return this.#file;
    this.close();
    this.#path = path;
    this.#file = fs.openSync(path, 'r');
    return this.#file;
  }
}

if (parentPort && isOrder(workerData)) {
  const port = parentPort;
  const scanner = new JobScanner(workerData);
  port.on('message', (job: ScanJob) => void scanner.scan(job, (news) => {
    const columns = Object.values(news.part?.ids ?? {});
    port.postMessage(news, columns.map(({ buffer }) => buffer as ArrayBuffer));
  }));
}

function isOrder(value: unknown): value is WorkOrder {
  return typeof value === 'object' && value !== null && 'engine' in value && 'copy' in value;
}
