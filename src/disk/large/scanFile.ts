// A file of a log → a catalog of it: the scanner finds the lines that mean something, no text is decoded. In:
// a path, where to go on. Out: the catalog, filled; and how far it has come, while it goes on.

import fs from 'node:fs';
import { indexTables } from '../../core/sieve';
import type { Engine } from '../../core/scan/engine';
import { Fields } from '../../core/scan/fields';
import type { RowFields } from '../../core/scan/fields';
import { chunkBegin, modeIndex, several } from '../../core/scan/layout';
import { bytesToLookAt, scannableAs } from '../../core/scan/scannable';
import { openEngine } from '../kernel';
import type { Catalog } from './catalog';
import type { CatalogData } from './lines';

/** So many bytes are read at once, and so many are one part with ids of its own. */
const pieceSize = 256 * 1024;
const partSize = 64 << 20;

export interface ScanProgress {
  readonly bytes: number;
  readonly total: number;
}

/** What the worker is told, and what it answers. */
export interface ScanOrder {
  readonly path: string;
  readonly indexDir: string | undefined;
  readonly known: CatalogData | undefined;
}

export type ScanAnswer =
  | { readonly kind: 'progress'; readonly progress: ScanProgress; readonly instances: number }
  | { readonly kind: 'done'; readonly data: CatalogData | undefined };

export interface ScanOptions {
  readonly onPart: (progress: ScanProgress) => void;
  readonly isStopped: () => boolean;
}

/** @returns false: this log is not one that the scanner may read. */
export function scanFile(path: string, catalog: Catalog, options: ScanOptions): boolean {
  const file = fs.openSync(path, 'r');
  try {
    const head = Buffer.alloc(2 * bytesToLookAt);
    const form = scannableAs(head.subarray(0, fs.readSync(file, head, 0, head.length, 0)));
    if (!form) return false;
    const engine = openEngine(indexTables(), { mode: modeIndex, prefix: form.prefix });
    new FileScan(file, engine, catalog).run(options);
    return true;
  } finally {
    fs.closeSync(file);
  }
}

class FileScan {
  readonly #file: number;
  readonly #engine: Engine;
  readonly #catalog: Catalog;
  /** Numbers of this part's ids in the catalog. */
  #instances: number[] = [];
  #requests: number[] = [];
  #offset: number;

  constructor(file: number, engine: Engine, catalog: Catalog) {
    this.#file = file;
    this.#engine = engine;
    this.#catalog = catalog;
    this.#offset = catalog.bytes;
  }

  run({ onPart, isStopped }: ScanOptions): void {
    const total = fs.fstatSync(this.#file).size;
    let told = this.#offset;
    let isFirst = true;
    this.#engine.begin();
    for (;;) {
      this.#engine.carry();
      const into = new Uint8Array(this.#engine.memory());
      const read = fs.readSync(this.#file, into, chunkBegin, pieceSize, this.#offset);
      this.#feed(read);
      const isDone = read === 0 || isStopped();
      if (!isDone && !isFirst && this.#offset - told < partSize) continue;
      this.#endPart();
      told = this.#offset;
      isFirst = false;
      onPart({ bytes: this.#offset, total });
      if (isDone) return;
    }
  }

  #feed(length: number): void {
    this.#engine.feed(length, false);
    for (let done = false; !done;) {
      done = this.#engine.run();
      const fields = new Fields(this.#engine.memory());
      for (let row = 0; row < fields.rows; row++) this.#add(fields, row);
      this.#catalog.lines += fields.takeLines();
    }
    this.#offset += length;
    this.#catalog.bytes = this.#offset - new Fields(this.#engine.memory()).left;
  }

  #add(fields: Fields, row: number): void {
    const { begin, end, instance, request, marker, time }: RowFields = fields.row(row);
    this.#catalog.add({
      offset: this.#offset + begin - chunkBegin,
      end: this.#offset + end - chunkBegin,
      line: this.#catalog.lines + fields.line(row),
      time,
      instance: instance < 0 ? -1 : this.#instance(fields, instance),
      request: request < 0 ? -1 : this.#request(fields, request),
      marker,
      isRead: fields.isRead(row),
    });
  }

  #instance(fields: Fields, number: number): number {
    return this.#instances[number] ??= this.#catalog.instances.add(...fields.instanceWords(number));
  }

  #request(fields: Fields, number: number): number {
    return this.#requests[number] ??= this.#catalog.requests.add(...fields.requestWords(number));
  }

  /** What this part found goes to the catalog; the engine's ids are forgotten, its state is not. */
  #endPart(): void {
    const fields = new Fields(this.#engine.memory());
    for (let request = 0; request < fields.requests; request++) {
      const tie = fields.tie(request);
      if (tie === 0) continue;
      const instance = tie === several ? -1 : this.#instance(fields, tie - 1);
      this.#catalog.tie(this.#request(fields, request), instance);
    }
    for (let logger = 0; logger < fields.loggers; logger++) {
      if (fields.hasSeen(logger)) this.#catalog.loggers.add(fields.logger(logger));
    }
    this.#catalog.levels |= fields.levels;
    this.#instances = [];
    this.#requests = [];
    this.#engine.clearIds();
  }
}
