// A log too large for a document, as its catalog tells of it → its instances, their timelines, and where the
// lines stand that name them. Text is read from the file when it is asked for.

import fs from 'node:fs';
import type { Analysis, Digest, Subject } from '../../core/model';
import { mostNamed } from '../../core/summary/summary';
import type { LargeLogFacts } from '../../core/render/summaryText';
import type { RuleSet } from '../../core/rules/ruleSet';
import { noPrefix } from '../../core/scan/engine';
import type { LinePrefix } from '../../core/scan/engine';
import { ByteSource, bytesOfOpen } from './byteSource';
import type { Catalog } from './catalog';
import { extractOf } from './extract';
import { Follower } from './follower';
import { GrowingInstance } from './growingInstance';
import type { LargeInstance, LinePlace, PlacedLine } from './lines';
import { wordsOf } from './ids';
import { boutsOf } from './alike';
import { alikeBatches } from './alikeBatches';
import type { AlikeBatch } from './alikeBatches';
import { digestsOfInstances, linesForRules } from './instanceDigest';
import type { OpenLog } from './indexFile';
import { linesExplaining } from './ownLines';
import type { OpenedLog } from './ownLines';
import type { MoreLines } from './instanceDigest';
import { LineMarks } from './lineMarks';
import { aboutParts } from './aboutParts';
import type { LogFile } from './logFiles';
import type { ReadCatalogOptions } from './readCatalog';
import type { FilesRead } from './readFiles';

/** Of so many instances that grow what was read is kept. */
const mostGrowing = 16;

export class LargeLog {
  readonly path: string;
  /** It is open as long as the log is; its path may lead to another one meanwhile. */
  readonly file: number;
  /** How places call this log. */
  readonly source: string;
  /** Where its lines begin. */
  readonly marks: LineMarks;
  readonly #catalog: Catalog;
  readonly #bytes: ByteSource;
  readonly #unpacked: FilesRead | undefined;
  readonly #follower: Follower;
  /** Those that grew last stand last. */
  readonly #growing = new Map<number, GrowingInstance>();

  /** @param log closed with this
   *  @param unpacked what it was packed in, of which its path leads to a copy */
  constructor(log: OpenLog, catalog: Catalog, source = log.path, unpacked?: FilesRead) {
    this.path = log.path;
    this.file = log.file;
    this.source = source;
    this.#catalog = catalog;
    this.#bytes = new ByteSource(bytesOfOpen(log.file));
    this.marks = new LineMarks(this.#bytes, catalog.parts);
    this.#unpacked = unpacked;
    this.#follower = new Follower(log, catalog);
  }

  /** Its end is missing: what packs it is cut off or damaged. */
  get isCutShort(): boolean {
    return (this.#unpacked?.cutShort.length ?? 0) > 0;
  }

  /** It names more instances, or requests, than there is room for: what stands behind the lines that were
   *  read is not known. */
  get isFull(): boolean {
    return this.#catalog.isFull;
  }

  /** Why no index of it could be kept where one is wanted: what the system says. */
  get unkept(): string | undefined {
    return this.#catalog.unkept;
  }

  /** What was read of the file is no longer there. */
  get isShortened(): boolean {
    return this.#bytes.size < this.bytes;
  }

  /** Lines and bytes that were read; the file may have grown since. */
  get lines(): number {
    return this.#catalog.lines;
  }

  get bytes(): number {
    return this.#catalog.bytes;
  }

  get #files(): readonly LogFile[] {
    const { form, parts } = this.#catalog;
    return [{ source: this.source, first: 0, behind: parts.length, sample: form?.sample }];
  }

  /** What stands before each line. */
  get prefix(): LinePrefix {
    return this.#catalog.form?.prefix ?? noPrefix;
  }

  get size(): number {
    return this.#catalog.instances.size;
  }

  /** In the order in which the log names them first, from one on. */
  instances(first = 0, count = this.size): readonly LargeInstance[] {
    return this.#catalog.listed(first, count);
  }

  /** The place of an instance among them; -1: the log does not name it. */
  placeOf(instance: string): number {
    return this.#catalog.instances.find(instance);
  }

  /** What the log says of these instances alone; of others it may say a part. */
  digestOf(...instances: readonly string[]): Digest {
    return this.#digestOf(instances);
  }

  /** The same of one instance, when it has grown: what was read of it before is not read again. */
  digestOfGrown(instance: string): Digest {
    const number = this.#catalog.instances.find(instance);
    const [file] = this.#files;
    if (number < 0 || !file) return this.digestOf(instance);
    const known = this.#growing.get(number) ?? new GrowingInstance(number, this.#catalog, this.#bytes);
    this.#growing.delete(number);
    this.#growing.set(number, known);
    const [oldest] = this.#growing.keys();
    if (this.#growing.size > mostGrowing && oldest !== undefined) this.#growing.delete(oldest);
    return known.digest(file);
  }

  /** The same of one instance, with all lines that name it, or so many of them, held against rules of the
   *  operator's own; lines that only name its requests where they mean something. */
  digestBy(rules: RuleSet, instance: string): Digest {
    const { named, isPart } = linesForRules(this.linesOf(instance));
    const digest = this.#digestOf([instance], { named, rules });
    return isPart ? { ...digest, partlyRuled: new Set([instance]) } : digest;
  }

  #digestOf(instances: readonly string[], more: MoreLines = {}): Digest {
    const numbers = this.#catalog.instances.findAll(instances);
    const [digest] = digestsOfInstances(this.#files, numbers, this.#catalog, this.#bytes, more);
    if (!digest) throw new Error('a log has one digest');
    return digest;
  }

  /** What all lines say that hold an id of some instances. @returns undefined: they say too much. */
  analysisOfAll(instances: readonly string[]): Analysis | undefined {
    const { analysis, isWhole } = linesExplaining(this.opened, this.#catalog.instances.findAll(instances));
    return isWhole ? analysis : undefined;
  }

  /** For who reads more of it than is asked for here. */
  get opened(): OpenedLog {
    return { files: this.#files, catalog: this.#catalog, bytes: this.#bytes };
  }

  /** Some instances, a few at a time, whose operations are all that occur in the log; each with how often the
   *  log says the same, and of which instances (at most `most`). @returns undefined: this log names too few
   *  requests to tell that. */
  alike(most = mostNamed): Iterable<AlikeBatch> | undefined {
    const bouts = boutsOf(this.#catalog, most);
    return bouts && alikeBatches(bouts, this.#files, this.#catalog, this.#bytes);
  }

  facts(): LargeLogFacts {
    const { instances, bytes, parts } = this.#catalog;
    const { lines, services, firstTime, lastTime } = aboutParts(parts);
    return { source: this.source, bytes, lines, services, instances: instances.size, firstTime, lastTime };
  }

  /** Lines that name an instance, or a request in what means something, ascending. */
  linesOf(id: string): Iterable<LinePlace> {
    if (!id.startsWith('req-')) {
      const instance = this.#catalog.instances.find(id);
      return instance < 0 ? [] : this.#catalog.linesOf(instance);
    }
    const request = wordsOf(id.slice('req-'.length));
    return request ? this.#catalog.looseLinesOf(request) : [];
  }

  /** How many they are. */
  countOf(id: string): number {
    const instance = this.#catalog.instances.find(id);
    return instance < 0 ? this.numbersOf(id).length : this.#catalog.counts.at(instance);
  }

  /** The numbers of these lines. */
  numbersOf(id: string): readonly number[] {
    const numbers: number[] = [];
    for (const { line } of this.linesOf(id)) numbers.push(line);
    return numbers;
  }

  /** The lines of an extract, as reading the whole log would choose them; the beginning of an id is enough,
   *  if only one goes on from it.
   *  @param context lines around an operation and around failures
   *  @returns in the order of the text; undefined: this log names too few requests to tell its failures */
  extract(subject: Subject, context: number): Iterable<PlacedLine> | undefined {
    return extractOf(this.opened, subject, context);
  }

  /** What was appended since is read as well.
   *  @returns the instances and requests that it names, perhaps with some lines before it; undefined: the
   *  file is no longer the one it was. */
  async follow(options: ReadCatalogOptions = {}): Promise<ReadonlySet<string> | undefined> {
    const { size } = this.#bytes;
    const before = this.#catalog.parts.length;
    const last = this.#catalog.parts.at(-1);
    if (size < this.bytes) return undefined;
    if (size === this.bytes) return new Set();
    if (!await this.#follower.follow(size, options)) return undefined;
    // a last part that was small was read again
    return this.#catalog.namedFrom(this.#catalog.parts[before - 1] === last ? before : before - 1);
  }

  close(): void {
    this.#follower.close();
    this.#catalog.close();
    fs.closeSync(this.file);
    this.#unpacked?.text.close();
  }
}
