// An open log → its catalog: from the index if there is one that can be believed, else by workers that read
// the file; what was appended since is read on.

import fs from 'node:fs';
import { modeIndex } from '../../core/scan/layout';
import type { LinePrefix } from '../../core/scan/engine';
import { kernelModule } from '../kernel';
import { tablesOfIndex } from '../scanTables';
import { Catalog } from './catalog';
import type { CatalogBounds } from './catalog';
import { spansOf } from './cuts';
import type { Span } from './cuts';
import type { Part } from './part';
import { hashOf, loadIndex, openSections, saveIndex } from './indexFile';
import type { OpenLog } from './indexFile';
import { isOfDisk } from './scratch';
import { scanJobs } from './scanLog';
import type { ScanJob } from './scanWorker';
import type { LargeInstance } from './lines';
import { formAt } from './logForm';
import { SectionFile } from './sections';

export interface ScanProgress {
  readonly bytes: number;
  /** 0: not known. */
  readonly total: number;
  readonly instances: number;
  /** The first of them, as they are known by now. */
  readonly first: (count: number) => readonly LargeInstance[];
}

export interface ReadCatalogOptions {
  readonly indexDir?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScanProgress) => void;
  /** Bytes that are read as one, and when a catalog is full; others than the usual for tests. */
  readonly partSize?: number;
  readonly most?: CatalogBounds;
  /** What is looked for, where it is not the usual; no index is kept then. */
  readonly tables?: Uint8Array;
}

/** A last part no larger than this is read again when the log has grown, so that parts do not become many. */
const smallPart = 2 << 20;

/** Of a log that names too many instances the beginning is read: the catalog is full then. Where no index
 *  can be kept, it is read without one (`Catalog.unkept`).
 *  @returns undefined: not a log that the scanner may read, or it was stopped. */
export async function readCatalog(
  log: OpenLog, { indexDir, ...options }: ReadCatalogOptions,
): Promise<Catalog | undefined> {
  if (indexDir === undefined) return readInto(SectionFile.temporary(), log, options);
  try {
    return await readIndexed(log, indexDir, options);
  } catch (error) {
    if (!(error instanceof UnkeptIndex)) throw error;
    const catalog = await readInto(SectionFile.temporary(), log, options);
    if (catalog) catalog.unkept = error.reason;
    return catalog;
  }
}

/** There is no room for an index, or its folder cannot be written to. */
class UnkeptIndex extends Error {
  readonly reason: string;

  constructor(error: unknown) {
    super('no index can be kept');
    this.reason = reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function kept<T>(keep: () => T): T {
  try {
    return keep();
  } catch (error) {
    throw new UnkeptIndex(error);
  }
}

type Options = Omit<ReadCatalogOptions, 'indexDir'>;

/** @throws UnkeptIndex */
async function readIndexed(log: OpenLog, folder: string, options: Options): Promise<Catalog | undefined> {
  const tables = hashOf(await tablesOfIndex());
  const stored = kept(() => loadIndex(folder, log, tables));
  const { size, mtimeMs: changed } = fs.fstatSync(log.file);
  if (stored?.bytes === size) return stored;
  const file = kept(() => openSections(folder, log.path));
  let isKept = false;
  try {
    const catalog = await readInto(file, log, options, stored);
    if (catalog) isKept = save(folder, log, catalog, { file, tables, changed });
    return catalog;
  } catch (error) {
    throw isOfDisk(error) ? new UnkeptIndex(error) : error;
  } finally {
    // as long as it is open it can be read
    if (!isKept) fs.rmSync(file.path, { force: true });
  }
}

/** @returns whether it could be. */
function save(...[folder, log, catalog, how]: Parameters<typeof saveIndex>): boolean {
  try {
    saveIndex(folder, log, catalog, how);
    return true;
  } catch (error) {
    catalog.unkept = reasonOf(error);
    return false;
  }
}

/** @param file where columns go; it is closed where there is no catalog
 *  @param stored what is known already */
async function readInto(
  file: SectionFile, log: OpenLog, options: Options, stored?: Catalog,
): Promise<Catalog | undefined> {
  const { size } = fs.fstatSync(log.file);
  let isRead = false;
  try {
    const catalog = stored ? stored.copiedTo(file) : new Catalog(undefined, options.most);
    isRead = await readOn(log, catalog, file, { ...options, size, scan: scanJobs });
    return isRead ? catalog : undefined;
  } finally {
    if (!isRead) file.close();
  }
}

interface ReadOnOptions extends Options {
  /** Of the log. */
  readonly size: number;
  readonly scan: typeof scanJobs;
}

/** What is behind the parts of a catalog is added to it.
 *  @returns whether it was; if not, or where it rejects, the catalog of one that is followed is as it was. */
export async function readOn(
  log: OpenLog, catalog: Catalog, file: SectionFile,
  { signal, onProgress, partSize, size, scan, tables }: ReadOnOptions,
): Promise<boolean> {
  const last = catalog.parts.at(-1)?.entry;
  const isAgain = last !== undefined && (last.isCut || last.end - last.begin <= smallPart);
  const form = catalog.form ??= formAt(log.file);
  if (!form) return false;
  const from = isAgain ? last.begin : last?.end ?? 0;
  const jobs = jobsOf(log, form.prefix, { begin: from, end: size }, partSize);
  const isFollowed = catalog.added !== undefined;
  if (isAgain && !isFollowed) catalog.dropLast();
  const full = new AbortController();
  const stop = signal ? AbortSignal.any([signal, full.signal]) : full.signal;
  const options = { mode: modeIndex, prefix: form.prefix };
  const add = (part: Part): void => {
    if (stop.aborted) return;
    catalog.add(part, file);
    if (catalog.isFull) full.abort();
    onProgress?.(progressOf(catalog, size));
  };
  const parts: Part[] = [];
  await scan(jobs, {
    engine: { kernel: kernelModule(), tables: tables ?? await tablesOfIndex(), options },
    sections: file.opened, signal: stop, onPart: isFollowed ? (part) => void parts.push(part) : add,
  });
  if (signal?.aborted === true) return false;
  if (!isFollowed) return !catalog.missesMuch;
  // what is known stays known until there is more
  if (isAgain) catalog.dropLast();
  parts.forEach(add);
  return true;
}

/** @param total bytes that there are to read; 0: not known. */
export function progressOf(catalog: Catalog, total: number): ScanProgress {
  const { bytes, instances } = catalog;
  return { bytes, total, instances: instances.size, first: (count) => catalog.listed(0, count) };
}

function jobsOf(
  { path, file }: OpenLog, prefix: LinePrefix, { begin, end }: Span, partSize: number | undefined,
): readonly ScanJob[] {
  return spansOf(file, prefix, begin, end, partSize).map((span) => ({ path, file, span, prefix }));
}
