// A large log that was scanned for all that any stage remembers → what it says of each instance, a few at a
// time: as much as is said of one that is asked for. Every line is read for those whom it concerns.

import { analyse } from '../../core/analysis';
import { defaultLimits } from '../../core/limits';
import type { Analysis, Digest } from '../../core/model';
import { onlyInstances } from '../../core/onlyInstance';
import { withOwnStory } from '../../core/ownStory';
import { noRules } from '../../core/rules/ruleSet';
import type { RuleSet } from '../../core/rules/ruleSet';
import { batchesOf } from './batches';
import type { BatchBounds } from './batches';
import { dumpsIn } from './dumpLines';
import { digestsOfInstances, linesForRules } from './instanceDigest';
import { LinkedLines } from './linkedLines';
import type { Stretch } from './lines';
import { completeDigests } from './ownLines';
import type { OpenedLog } from './ownLines';
import { Places } from './places';
import { placesOf } from './rows';

export interface InstanceBatch {
  /** Of these instances alone. */
  readonly analysis: Analysis;
  /** Those of which only the beginning and the end were read. */
  readonly partly: readonly string[];
  /** Those of which only the first lines were held against rules. */
  readonly partlyRuled: readonly string[];
}

/** Instances that are read at once; plain data, which threads hand to each other. */
export interface BatchJob {
  /** Their numbers. */
  readonly instances: readonly number[];
  /** Of each the lines that name neither it nor a request of its own. */
  readonly linked: readonly (readonly Stretch[])[];
}

/** What services told of their options, by log. */
export type OptionDumps = ReadonlyMap<string, Digest['optionDumps']>;

/** @param numbers of instances; all, in the order in which the log names them, where that is not said */
export function* batchJobs(
  log: OpenedLog, bounds: BatchBounds, numbers: Iterable<number> = below(log.catalog.instances.size),
): Generator<BatchJob, void, undefined> {
  const linked = new LinkedLines({ ...log, bytes: log.bytes.inOrder() });
  for (const instances of batchesOf(numbers, log.catalog, bounds)) {
    yield { instances, linked: instances.map((instance) => linked.of(instance)) };
  }
}

/** Reads batches, in any order. */
export class BatchReader {
  readonly #log: OpenedLog;
  readonly #places: Places;
  readonly #dumps: OptionDumps;
  readonly #rules: RuleSet;

  /** @param rules of the operator's own: they are held against all lines that name an instance */
  constructor(log: OpenedLog, dumps: OptionDumps, rules: RuleSet = noRules) {
    this.#log = { ...log, bytes: log.bytes.inOrder() };
    this.#places = new Places(log.catalog);
    this.#dumps = dumps;
    this.#rules = rules;
  }

  read({ instances, linked: others }: BatchJob): InstanceBatch {
    const { files, catalog, bytes } = this.#log;
    const rules = this.#rules;
    const stretches = new Map(instances.map((instance, at) => [instance, others[at] ?? []]));
    const partlyRuled = new Set<string>();
    const linked = (instance: number): readonly Stretch[] => {
      const { named, isPart } = this.#namedFor(instance);
      if (isPart) partlyRuled.add(catalog.instances.text(instance));
      return [...stretches.get(instance) ?? [], ...named];
    };
    const more = { places: this.#places, linked };
    const partly: string[] = [];
    const onPart = (instance: number): void => void partly.push(catalog.instances.text(instance));
    const digests = digestsOfInstances(files, instances, catalog, bytes, { more, onPart, rules })
      .map((digest) => ({ ...digest, optionDumps: this.#dumps.get(digest.source) ?? [] }));
    const own = new Set(instances.map((instance) => catalog.instances.text(instance)));
    const analysis = withOwnStory(analyse(completeDigests(this.#log, digests), defaultLimits, rules));
    const told = onlyInstances(analysis, (instance) => own.has(instance));
    return { analysis: told, partly, partlyRuled: [...partlyRuled] };
  }

  /** A rule may be about any line. */
  #namedFor(instance: number): ReturnType<typeof linesForRules> {
    const { catalog } = this.#log;
    if (this.#rules.rules.length === 0) return { named: [], isPart: false };
    return linesForRules(this.#places.of(instance).flatMap(([part, local]) => {
      const rows = catalog.rowsOfLocal(part, local);
      return rows ? placesOf(catalog.parts[part], rows) : [];
    }));
  }
}

export function optionDumpsOf({ files, catalog, bytes }: OpenedLog): OptionDumps {
  const named = dumpsIn(bytes, catalog.parts);
  if (named.length === 0) return new Map();
  return new Map(digestsOfInstances(files, [], catalog, bytes, { named })
    .map(({ source, optionDumps }) => [source, optionDumps]));
}

function* below(end: number): Generator<number> {
  for (let number = 0; number < end; number++) yield number;
}
