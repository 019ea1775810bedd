// Logs that are large together → what happened how often in all of them, and the timelines of some instances,
// with places in the true files. In: files as they were listed. They are read once, by workers.

import type { Analysis, Digest, Subject } from '../../core/model';
import type { LargeLogFacts } from '../../core/render/summaryText';
import { problemOf } from '../../core/sets/problem';
import type { Problem } from '../../core/sets/problem';
import type { Input } from '../files';
import { mostNamed } from '../../core/summary/summary';
import { boutsOfLog } from './alikeOfStreams';
import { alikeBatches } from './alikeBatches';
import type { AlikeBatch } from './alikeBatches';
import { ByteSource } from './byteSource';
import { ClockWatch } from './clockWatch';
import { extractOf } from './extract';
import { completeDigests, linesExplaining } from './ownLines';
import type { OpenedLog } from './ownLines';
import { digestsOfInstances } from './instanceDigest';
import type { PlacedLine } from './lines';
import { aboutParts } from './aboutParts';
import { planFiles } from './planFiles';
import type { FilePlan } from './planFiles';
import { readFiles } from './readFiles';
import type { FilesRead } from './readFiles';
import type { ReadCatalogOptions } from './readCatalog';
import { wovenExtract } from './wovenExtract';

/** Of so many the clocks are held against each other where nothing else was read. */
const someInstances = 300;

/** @param name how the set is called
 *  @returns undefined: these logs have to be read in full. Rejects on errors of the file system. */
export async function openLargeSet(
  name: string, inputs: readonly Input[], options: Omit<ReadCatalogOptions, 'indexDir'> = {},
): Promise<LargeSet | undefined> {
  const plan = await planFiles(inputs);
  if (!plan) return undefined;
  const found = await readFiles(plan.files, options, plan.copies);
  return found && new LargeSet(name, found, plan);
}

export class LargeSet {
  readonly #name: string;
  readonly #read: FilesRead;
  readonly #bytes: ByteSource;
  readonly #beside: readonly Digest[];
  readonly #order: readonly string[];
  readonly #planned: readonly string[];
  /** There are logs of several streams. */
  readonly #isSeveral: boolean;
  readonly #clocks = new ClockWatch();
  /** What could not be read whole. */
  readonly problems: readonly Problem[];

  constructor(name: string, read: FilesRead, { beside, problems, order, planned }: FilePlan) {
    this.#name = name;
    this.#read = read;
    this.#bytes = new ByteSource(read.text);
    this.#beside = beside;
    this.#order = order;
    this.#planned = planned;
    this.#isSeveral = new Set(read.files.map(({ origin }) => origin?.stream)).size > 1;
    this.problems = [...problems, ...read.cutShort.map((source) => problemOf('cutShort', source))];
  }

  /** Their ids, in the order in which the logs name them first. */
  instances(): readonly string[] {
    const { instances } = this.#read.catalog;
    return instances.texts(0, instances.size);
  }

  /** What all lines say that hold an id of some instances. @returns undefined: they say too much. */
  analysisOfAll(instances: readonly string[]): Analysis | undefined {
    const { instances: known } = this.#read.catalog;
    const { analysis, isWhole } = linesExplaining(this.opened, known.findAll(instances));
    if (this.#isSeveral) this.#clocks.add(analysis.digests);
    return isWhole ? analysis : undefined;
  }

  /** For who reads more of it than is asked for here. */
  get opened(): OpenedLog {
    const { catalog, files } = this.#read;
    return {
      files, catalog, bytes: this.#bytes, beside: this.#beside, isSeveral: this.#isSeveral,
      planned: this.#planned,
    };
  }

  #complete(digests: readonly Digest[]): readonly Digest[] {
    if (this.#isSeveral) this.#clocks.add(digests);
    return completeDigests(this.opened, digests);
  }

  /** Whether the logs were written by clocks that are proven to differ, as far as what was read of them
   *  tells: then times do not tell in which order their lines stand, and they have to be read in full. */
  clocksDiffer(): boolean {
    if (!this.#isSeveral) return false;
    if (this.#clocks.isEmpty) this.#readSome();
    return this.#clocks.differ();
  }

  #readSome(): void {
    const { catalog, files } = this.#read;
    const step = Math.max(1, Math.floor(catalog.instances.size / someInstances));
    const some = Array.from({ length: catalog.instances.size }, (_, number) => number)
      .filter((number) => number % step === 0);
    this.#clocks.add(digestsOfInstances(files, some.slice(0, someInstances), catalog, this.#bytes));
  }

  /** As of one large log: see `LargeLog.alike`. */
  alike(): Iterable<AlikeBatch> | undefined {
    const { catalog, files } = this.#read;
    const bouts = boutsOfLog(this.opened, mostNamed);
    return bouts && alikeBatches(bouts, files, catalog, this.#bytes, (digests) => this.#complete(digests));
  }

  /** As of one large log: see `LargeLog.extract`; file by file, or in order of time where they were written
   *  side by side. */
  async extract(subject: Subject, context: number): Promise<Iterable<PlacedLine> | undefined> {
    const isOne = !this.#isSeveral && this.#beside.length === 0;
    return isOne ? extractOf(this.opened, subject, context)
      : wovenExtract(this.opened, this.#order, subject, context);
  }

  /** Whether one of the files was shortened, or another one has its name: lines are read by the name. */
  get isChanged(): boolean {
    return this.#read.isChanged();
  }

  facts(): LargeLogFacts {
    const { catalog, files } = this.#read;
    const own = files.map(({ first, behind }) => aboutParts(catalog.parts.slice(first, behind)));
    const all = [...own, ...this.#beside];
    const others = files.flatMap(({ origin, source }, at) =>
      (own[at]?.isNova ? [] : origin?.service ?? source));
    const notJoined = [...new Set(others)];
    const times = all.flatMap(({ firstTime, lastTime }) => [firstTime ?? [], lastTime ?? []].flat());
    return {
      source: this.#name, files: all.length, ...(notJoined.length > 0 && { notJoined }),
      bytes: catalog.bytes, instances: catalog.instances.size,
      lines: all.reduce((sum, { lines }) => sum + lines, 0),
      services: [...new Set(all.flatMap(({ services }) => services))],
      firstTime: times.length > 0 ? Math.min(...times) : undefined,
      lastTime: times.length > 0 ? Math.max(...times) : undefined,
    };
  }

  close(): void {
    this.#read.catalog.close();
    this.#bytes.close();
  }
}
