// A log too large for a document → its instances, their timelines, slices and pages of its text, with true
// line numbers. It is read once, in a worker; text is read from the file when it is asked for.

import { analyse } from '../../core/analysis';
import { defaultLimits } from '../../core/limits';
import type { Analysis, Digest, Timeline } from '../../core/model';
import type { LargeLogFacts } from '../../core/render/summaryText';
import { trimLine } from '../../core/reading/lines';
import { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import type { LargeInstance, LinePlace } from './lines';
import { wordsOf } from './ids';
import { boutsOf } from './alike';
import { alikeBatches } from './alikeBatches';
import type { AlikeBatch } from './alikeBatches';
import { digestsOfInstances } from './instanceDigest';
import { aboutParts } from './logFiles';
import type { LogFile } from './logFiles';
import { searchLines } from './search';
import type { Found, Wanted } from './search';
import { followCatalog, readCatalog } from './readCatalog';
import type { ScanProgress } from './readCatalog';
import { streamPackingOf, unpackedCopy } from './unpackedCopy';
import type { UnpackedCopy } from './unpackedCopy';
import type { StreamPacking } from '../unpack';

export interface OpenOptions {
  /** How places call the log; its path where that is not said. */
  readonly source?: string;
  /** Where indexes are kept; without it none is. */
  readonly indexDir?: string;
  readonly signal?: AbortSignal;
  /** Told after the first bytes, and then part by part, with what is known so far. */
  readonly onProgress?: (progress: ScanProgress) => void;
  readonly partSize?: number;
}

export interface SliceLine {
  /** From 0, as in the file. */
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

export interface Page {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

const pageSize = 4 << 20;
/** A slice is shown in a document: no longer than one bears. */
const longestSlice = 8 << 20;

/** A packed log is unpacked into a file for as long as it is open; it has no index.
 *  @returns undefined: this log is not one that can be read so; the tolerant reader can. Rejects on errors of
 *  the file system. */
export async function openLargeLog(path: string, options: OpenOptions = {}): Promise<LargeLog | undefined> {
  const packing = streamPackingOf(path);
  if (packing) return openPacked(path, packing, options);
  const catalog = await readCatalog(path, options);
  return catalog && new LargeLog(path, catalog, options.source);
}

async function openPacked(
  path: string, packing: StreamPacking, { indexDir: _, ...options }: OpenOptions,
): Promise<LargeLog | undefined> {
  const copy = await unpackedCopy(path, packing, options.signal);
  if (!copy) return undefined;
  const catalog = await readCatalog(copy.path, options).catch((error: unknown) => {
    copy.remove();
    throw error;
  });
  if (catalog) return new LargeLog(copy.path, catalog, options.source ?? path, copy);
  copy.remove();
  return undefined;
}

export class LargeLog {
  readonly path: string;
  /** How places call this log. */
  readonly source: string;
  readonly #catalog: Catalog;
  readonly #bytes: ByteSource;
  readonly #copy: UnpackedCopy | undefined;

  constructor(path: string, catalog: Catalog, source = path, copy?: UnpackedCopy) {
    this.path = path;
    this.source = source;
    this.#catalog = catalog;
    this.#bytes = new ByteSource(path);
    this.#copy = copy;
  }

  /** Its end is missing: what packs it is cut off or damaged. */
  get isCutShort(): boolean {
    return this.#copy?.isCutShort === true;
  }

  /** Lines and bytes that were read; the file may have grown since. */
  get lines(): number {
    return this.#catalog.lines;
  }

  get bytes(): number {
    return this.#catalog.bytes;
  }

  get #files(): readonly LogFile[] {
    return [{ source: this.source, first: 0, behind: this.#catalog.parts.length }];
  }

  /** In the order in which the log names them first. */
  instances(): readonly LargeInstance[] {
    return Array.from({ length: this.#catalog.instances.size }, (_, number) => ({
      id: this.#catalog.instances.text(number), ...this.#catalog.about(number),
    }));
  }

  digestOf(...instances: readonly string[]): Digest {
    const numbers = instances.map((id) => this.#catalog.instances.find(id)).filter((number) => number >= 0);
    const [digest] = digestsOfInstances(this.#files, numbers, this.#catalog, this.#bytes);
    if (!digest) throw new Error('a log has one digest');
    return digest;
  }

  /** What the log says of these instances alone; of others it may say a part. */
  analysisOf(...instances: readonly string[]): Analysis {
    return analyse([this.digestOf(...instances)], defaultLimits);
  }

  timelineOf(instance: string): Timeline | undefined {
    return this.analysisOf(instance).timelines.find((timeline) => timeline.instance === instance);
  }

  /** Some instances, a few at a time, whose operations are all that occur in the log; each with how often the
   *  log says the same, and of which instances (at most `most`). @returns undefined: this log names too few
   *  requests to tell that. */
  alike(most?: number): Iterable<AlikeBatch> | undefined {
    const bouts = boutsOf(this.#catalog, this.#bytes, most);
    return bouts && alikeBatches(bouts.all, this.#files, this.#catalog, this.#bytes);
  }

  facts(): LargeLogFacts {
    const { instances, bytes, parts } = this.#catalog;
    const { lines, services, firstTime, lastTime } = aboutParts(parts);
    return { source: this.source, bytes, lines, services, instances: instances.size, firstTime, lastTime };
  }

  /** Lines that name an instance, or a request in what means something, ascending. */
  linesOf(id: string): readonly LinePlace[] {
    if (!id.startsWith('req-')) {
      const instance = this.#catalog.instances.find(id);
      return instance < 0 ? [] : this.#catalog.linesOf(instance);
    }
    const request = wordsOf(id.slice('req-'.length));
    return request ? this.#catalog.looseLinesOf(request) : [];
  }

  /** The text of lines, `context` lines below each as well; at most what one document bears. */
  readSlice(places: readonly LinePlace[], context = 0): readonly SliceLine[] {
    const lines: SliceLine[] = [];
    let length = 0;
    let next = -1;
    for (const { offset, line } of places) {
      let at = offset;
      for (let number = line; number <= line + context && at < this.bytes; number++) {
        const end = this.#bytes.endOfLine(at);
        if (number >= next) {
          const text = trimLine(Buffer.from(this.#bytes.read(at, end - at)).toString('utf8'));
          lines.push({ line: number, offset: at, text });
          next = number + 1;
          length += text.length;
        }
        at = end + 1;
      }
      if (length > longestSlice) break;
    }
    return lines;
  }

  /** Whole lines from the first one that begins at `offset` or behind it. */
  readPage(offset: number, length = pageSize): Page {
    const begin = offset <= 0 ? 0 : this.#bytes.endOfLine(offset - 1) + 1;
    const bytes = this.#bytes.read(begin, length);
    const last = bytes.lastIndexOf(10);
    const end = last < 0 || begin + bytes.length >= this.#bytes.size ? bytes.length : last + 1;
    return { offset: begin, end: begin + end, text: Buffer.from(bytes.subarray(0, end)).toString('utf8') };
  }

  /** The number of the line at an offset: counted, for it is asked of few. */
  lineAt(offset: number): number {
    let line = 0;
    for (let at = 0; at < offset; at += pageSize) {
      const bytes = this.#bytes.read(at, Math.min(pageSize, offset - at));
      for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) line += 1;
    }
    return line;
  }

  offsetOfLine(line: number): number {
    let left = line;
    for (let at = 0; at < this.bytes; at += pageSize) {
      const bytes = this.#bytes.read(at, pageSize);
      for (let i = bytes.indexOf(10); i >= 0 && left > 0; i = bytes.indexOf(10, i + 1)) {
        left -= 1;
        if (left === 0) return at + i + 1;
      }
    }
    return left === 0 ? 0 : this.bytes;
  }

  /** Lines that hold a text or match an expression, as they are found; the caller may stop at any time. */
  search(wanted: Wanted): AsyncGenerator<Found, void, undefined> {
    return searchLines(this.#bytes, this.bytes, wanted);
  }

  /** What was appended since is read as well. @returns false: the file is no longer the one it was. */
  async follow(options: OpenOptions = {}): Promise<boolean> {
    if (this.#bytes.size < this.bytes) return false;
    if (this.#bytes.size === this.bytes) return true;
    return followCatalog(this.path, this.#catalog, options);
  }

  close(): void {
    this.#catalog.close();
    this.#bytes.close();
    this.#copy?.remove();
  }
}
