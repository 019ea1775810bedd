// A path → the catalog of its log: from the index if there is one that can be believed, else by workers that
// read the file; what was appended since is read on.

import fs from 'node:fs';
import { modeIndex } from '../../core/scan/layout';
import type { LinePrefix } from '../../core/scan/engine';
import { kernelModule } from '../kernel';
import { tablesOfIndex } from '../scanTables';
import { Catalog } from './catalog';
import type { CatalogBounds } from './catalog';
import { spansOf } from './cuts';
import type { Span } from './cuts';
import { hashOf, loadIndex, openSections, saveIndex } from './indexFile';
import { scanJobs } from './scanLog';
import type { ScanJob } from './scanWorker';
import type { LargeInstance } from './lines';
import { formAt } from './logForm';
import type { SectionFile } from './sections';

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
}

/** A last part no larger than this is read again when the log has grown, so that parts do not become many. */
const smallPart = 2 << 20;

/** Of a log that names too many instances the beginning is read: the catalog is full then.
 *  @returns undefined: not a log that the scanner may read, or it was stopped. */
export async function readCatalog(
  log: string, { indexDir, ...options }: ReadCatalogOptions,
): Promise<Catalog | undefined> {
  const key = hashOf(await tablesOfIndex());
  const stored = indexDir === undefined ? undefined : loadIndex(indexDir, log, key);
  const size = fs.statSync(log).size;
  if (stored?.bytes === size) return stored;
  const file = openSections(indexDir, log);
  const catalog = stored ? stored.copiedTo(file) : new Catalog(undefined, options.most);
  if (!await readOn(log, catalog, file, { ...options, size, scan: scanJobs })) {
    file.close();
    fs.rmSync(file.path, { force: true });
    return undefined;
  }
  if (indexDir !== undefined) saveIndex(indexDir, log, catalog, file, key);
  return catalog;
}

interface ReadOnOptions extends Omit<ReadCatalogOptions, 'indexDir'> {
  /** Of the log. */
  readonly size: number;
  readonly scan: typeof scanJobs;
}

/** What is behind the parts of a catalog is added to it.
 *  @returns whether it was; if not, the catalog of a log that is followed is what it was. */
export async function readOn(
  log: string, catalog: Catalog, file: SectionFile,
  { signal, onProgress, partSize, size, scan }: ReadOnOptions,
): Promise<boolean> {
  const last = catalog.parts.at(-1)?.entry;
  const isAgain = last !== undefined && (last.isCut || last.end - last.begin <= smallPart);
  const form = catalog.form ??= formAt(log);
  if (!form) return false;
  const from = isAgain ? last.begin : last?.end ?? 0;
  const jobs = jobsOf(log, form.prefix, { begin: from, end: size }, partSize);
  if (isAgain) catalog.dropLast();
  const full = new AbortController();
  const stop = signal ? AbortSignal.any([signal, full.signal]) : full.signal;
  const options = { mode: modeIndex, prefix: form.prefix };
  await scan(jobs, {
    engine: { kernel: kernelModule(), tables: await tablesOfIndex(), options },
    sections: file.opened, signal: stop,
    onPart: (part) => {
      if (stop.aborted) return;
      catalog.add(part, file);
      if (catalog.isFull) full.abort();
      onProgress?.(progressOf(catalog, size));
    },
  });
  // of a log that is followed what is known stays known
  return signal?.aborted !== true && (catalog.added !== undefined || !catalog.missesMuch);
}

/** @param total bytes that there are to read; 0: not known. */
export function progressOf(catalog: Catalog, total: number): ScanProgress {
  const { bytes, instances } = catalog;
  return { bytes, total, instances: instances.size, first: (count) => catalog.listed(0, count) };
}

function jobsOf(
  log: string, prefix: LinePrefix, { begin, end }: Span, partSize: number | undefined,
): readonly ScanJob[] {
  const file = fs.openSync(log, 'r');
  try {
    return spansOf(file, prefix, begin, end, partSize).map((span) => ({ path: log, span, prefix }));
  } finally {
    fs.closeSync(file);
  }
}
