// What was appended to a log that is open → parts of its catalog. A little is read here and at once, by a
// scanner that stays.

import type { Catalog } from './catalog';
import type { OpenLog } from './indexFile';
import { readOn } from './readCatalog';
import type { ReadCatalogOptions } from './readCatalog';
import { littleBytes, scanJobs, sizeOf } from './scanLog';
import type { ScanOptions } from './scanLog';
import { JobScanner } from './scanWorker';
import type { ScanJob } from './scanWorker';
import { SectionFile } from './sections';

export class Follower {
  readonly #log: OpenLog;
  readonly #catalog: Catalog;
  #scanner: JobScanner | undefined;

  constructor(log: OpenLog, catalog: Catalog) {
    this.#log = log;
    this.#catalog = catalog;
  }

  /** @param size of the log by now
   *  @returns whether it was read; if not, or if it rejects, the catalog is what it was. */
  follow(size: number, options: Omit<ReadCatalogOptions, 'indexDir'>): Promise<boolean> {
    const file = this.#catalog.added ??= SectionFile.temporary();
    const scan = (jobs: readonly ScanJob[], how: ScanOptions): Promise<void> => this.#scan(jobs, how);
    return readOn(this.#log, this.#catalog, file, { ...options, size, scan });
  }

  async #scan(jobs: readonly ScanJob[], options: ScanOptions): Promise<void> {
    if (jobs.reduce((sum, job) => sum + sizeOf(job), 0) > littleBytes) return scanJobs(jobs, options);
    this.#scanner ??= new JobScanner({ ...options, copy: undefined });
    for (const job of jobs) {
      await this.#scanner.scan(job, ({ part }) => {
        if (part) options.onPart(part, job);
      });
    }
  }

  close(): void {
    this.#scanner?.close();
  }
}
