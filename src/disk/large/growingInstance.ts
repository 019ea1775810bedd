// An instance of a log that is followed → its digest, whenever it has grown: lines that were read once are
// not read again. In: the same that `digestsOfInstances` reads. Out: the same digest.

import type { Digest } from '../../core/model';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { FileReading, readStretches, tellOwners } from './instanceDigest';
import type { ReadTo } from './instanceDigest';
import { toReadOf } from './instanceStretches';
import type { Stretch } from './lines';
import { extentOf } from './logFiles';
import type { LogFile } from './logFiles';

export class GrowingInstance {
  readonly #instance: number;
  readonly #catalog: Catalog;
  readonly #bytes: ByteSource;
  #reading: FileReading | undefined;
  #read: readonly Stretch[] = [];
  #done: ReadTo = { offset: 0, line: 0 };

  /** @param instance its number in the catalog */
  constructor(instance: number, catalog: Catalog, bytes: ByteSource) {
    this.#instance = instance;
    this.#catalog = catalog;
    this.#bytes = bytes;
  }

  /** @param file the log, which is one file, as it is now */
  digest(file: LogFile): Digest {
    const extent = extentOf(this.#catalog.parts, file);
    const all = toReadOf([this.#instance], this.#catalog);
    const stretches = all.flatMap((own) => own.stretches);
    const isPart = all.some((own) => own.isPart);
    if (!this.#reading || isPart || !this.#goesOn(stretches)) this.#reading = this.#anew(file);
    this.#reading.extent = extent;
    const fresh = stretches.slice(this.#read.length);
    this.#done = readStretches(fresh, [this.#reading], this.#bytes, this.#done);
    this.#read = stretches;
    tellOwners(all, this.#reading, this.#catalog);
    const own = new Set([this.#catalog.instances.text(this.#instance)]);
    return this.#reading.digest(this.#catalog, own, true);
  }

  #anew(file: LogFile): FileReading {
    this.#read = [];
    this.#done = { offset: 0, line: 0 };
    return new FileReading(file, extentOf(this.#catalog.parts, file), this.#bytes, {});
  }

  /** Whether what was read stands there as it did, and all else behind it. */
  #goesOn(stretches: readonly Stretch[]): boolean {
    // of a line that had no end the rest has come
    if (this.#reading?.extent.isCut) return false;
    const next = stretches[this.#read.length];
    return (next === undefined || next.begin >= this.#done.offset)
      && this.#read.every(({ begin, last }, at) =>
        begin === stretches[at]?.begin && last === stretches[at].last);
  }
}
