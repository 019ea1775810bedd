// Files that are one large log, one behind the other, packed or not → the catalog of all, and their text.
// Packed ones are unpacked while they are read, each by one worker; what they hold lies in copies meanwhile.

import fs from 'node:fs';
import { noPrefix, type LinePrefix } from '../../core/scan/engine';
import { modeIndex } from '../../core/scan/layout';
import type { Layout } from '../../core/model';
import type { GivenOrigin } from '../../core/sets/origins';
import { kernelModule } from '../kernel';
import { tablesOfIndex } from '../scanTables';
import type { StreamPacking } from '../unpack';
import type { RawBytes } from './byteSource';
import { Catalog } from './catalog';
import { openCopy, roomForCopies, unpackedLimit } from './copies';
import type { Copy } from './copies';
import { firstPart, spansOf, usualPart } from './cuts';
import { ChangedFile } from './fileBytes';
import type { LogFile } from './logFiles';
import { extentOf } from './logFiles';
import type { Unpacked } from './packedScan';
import { progressOf } from './readCatalog';
import type { ReadCatalogOptions } from './readCatalog';
import { scanJobs } from './scanLog';
import type { ScanJob } from './scanWorker';
import { SectionFile } from './sections';
import { TextPieces } from './textPieces';

export interface FileToRead {
  readonly path: string;
  /** How places call it. */
  readonly source: string;
  /** Undefined: it lies as it is. */
  readonly packing: StreamPacking | undefined;
  /** The part of the file that it is; all of it where that is not said. */
  readonly part?: FilePart;
  /** Stands before each line. */
  readonly prefix: LinePrefix;
  /** It does not go on with the file before it. */
  readonly isApart: boolean;
  readonly origin?: GivenOrigin;
  readonly layout?: Layout;
}

export interface FilePart {
  readonly at: number;
  readonly size: number;
}

export interface FilesRead {
  readonly catalog: Catalog;
  readonly files: readonly LogFile[];
  /** The text of all; closing it removes the copies. */
  readonly text: RawBytes;
  /** Where a file that was packed lies now, by its path. */
  readonly copies: readonly Copy[];
  /** Sources of those whose end is missing. */
  readonly cutShort: readonly string[];
  /** Whether one of them was shortened, or another file has its name. */
  readonly isChanged: () => boolean;
}

type Options = Omit<ReadCatalogOptions, 'indexDir'>;

/** @param copies what is removed when nobody reads any more
 *  @returns undefined: there is no room for what is packed, one of them is an archive, they tell of too many
 *  instances, or it was stopped. Rejects on errors of the file system. */
export async function readFiles(
  toRead: readonly FileToRead[], options: Options = {}, copies: readonly Copy[] = [],
): Promise<FilesRead | undefined> {
  const reader = new FilesReader(toRead, options, copies);
  let isWhole = false;
  try {
    isWhole = await reader.read();
  } finally {
    if (!isWhole) reader.drop();
  }
  return isWhole ? reader.found() : undefined;
}

class FilesReader {
  readonly #toRead: readonly FileToRead[];
  readonly #options: Options;
  readonly #catalog = new Catalog();
  readonly #sections = SectionFile.temporary();
  readonly #copies: Copy[];
  readonly #files: LogFile[] = [];
  readonly #unpacked = new Map<FileToRead, Unpacked>();
  /** Files that are opened by their names again and again, as they were at first. */
  readonly #stats = new Map<string, fs.Stats>();
  readonly #stopped = new AbortController();
  #room = roomForCopies();

  constructor(toRead: readonly FileToRead[], options: Options, copies: readonly Copy[]) {
    this.#toRead = toRead;
    this.#options = options;
    this.#copies = [...copies];
  }

  /** @returns whether all could be read. */
  async read(): Promise<boolean> {
    const { signal, onProgress } = this.#options;
    const owners = new Map<ScanJob, FileToRead>();
    for (const file of this.#toRead) for (const job of this.#jobsOf(file)) owners.set(job, file);
    const stop = signal ? AbortSignal.any([signal, this.#stopped.signal]) : this.#stopped.signal;
    const engineOptions = { mode: modeIndex, prefix: noPrefix };
    const { tables = await tablesOfIndex() } = this.#options;
    await scanJobs([...owners.keys()], {
      engine: { kernel: kernelModule(), tables, options: engineOptions },
      sections: this.#sections.opened, signal: stop,
      openCopy: () => {
        const copy = openCopy();
        this.#copies.push(copy);
        return copy.file;
      },
      onPart: (part, job) => {
        const file = owners.get(job);
        if (stop.aborted || !file) return;
        this.#beginFile(file);
        this.#catalog.add(part, this.#sections);
        if (this.#catalog.isFull) this.#stopped.abort();
        onProgress?.(progressOf(this.#catalog, 0));
      },
      onUnpacked: (unpacked, job) => {
        const file = owners.get(job);
        if (file) this.#unpacked.set(file, unpacked);
        this.#room -= unpacked.size;
        if (unpacked.end === 'useless' || this.#room < 0) this.#stopped.abort();
      },
    });
    if (this.#isChanged()) throw new ChangedFile();
    return owners.size > 0 && !stop.aborted && !this.#catalog.missesMuch;
  }

  #jobsOf(toRead: FileToRead): readonly ScanJob[] {
    const { path, packing, prefix, part } = toRead;
    const { partSize = usualPart } = this.#options;
    const isFirst = toRead === this.#toRead[0];
    // of the first a little, so that something is known at once
    const first = isFirst ? Math.min(firstPart, partSize) : partSize;
    if (packing !== undefined) {
      const limit = Math.min(unpackedLimit(path), this.#room);
      return [{ path, packing, prefix, partSize, firstPart: first, limit }];
    }
    const file = fs.openSync(path, 'r');
    try {
      const now = fs.fstatSync(file);
      this.#stats.set(path, now);
      const { at, size } = part ?? { at: 0, size: now.size };
      return spansOf(file, prefix, at, at + size, partSize, first)
        .map(({ begin, end }) => ({ path, at, span: { begin: begin - at, end: end - at }, prefix }));
    } finally {
      fs.closeSync(file);
    }
  }

  #isChanged(): boolean {
    return [...this.#stats].some(([path, { ino, dev, size }]) => {
      const now = fs.statSync(path, { throwIfNoEntry: false });
      return now?.ino !== ino || now.dev !== dev || now.size < size;
    });
  }

  #beginFile({ source, origin, layout, isApart }: FileToRead): void {
    const last = this.#files.at(-1);
    const first = last?.source === source ? last.first : this.#catalog.parts.length;
    if (last?.source === source) this.#files.pop();
    else this.#catalog.beginFile(isApart);
    const known = { ...(origin && { origin }), ...(layout && { layout }) };
    this.#files.push({ source, first, behind: this.#catalog.parts.length + 1, ...known });
  }

  found(): FilesRead {
    const { parts } = this.#catalog;
    const bySource = new Map(this.#toRead.map((file) => [file.source, file]));
    const pieces = this.#files.flatMap((file) => {
      const known = bySource.get(file.source);
      if (!known) return [];
      const { begin, end } = extentOf(parts, file);
      const unpacked = this.#unpacked.get(known);
      const place = unpacked ? { file: unpacked.copy, at: unpacked.at }
        : { path: known.path, at: known.part?.at ?? 0 };
      return [{ begin, end, ...place }];
    });
    const cut = this.#toRead.filter((file) => this.#unpacked.get(file)?.end === 'cut');
    return {
      catalog: this.#catalog, files: this.#files, copies: this.#copies,
      text: new TextPieces(pieces, () => this.#removeCopies()), cutShort: cut.map(({ source }) => source),
      isChanged: () => this.#isChanged(),
    };
  }

  drop(): void {
    this.#removeCopies();
    this.#catalog.added = this.#sections;
    this.#catalog.close();
  }

  #removeCopies(): void {
    for (const copy of this.#copies.splice(0)) copy.remove();
  }
}
