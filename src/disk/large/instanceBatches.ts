// A large log that was scanned for all that any stage remembers → what it says of each instance, a few at a
// time: as much as is said of one that is asked for. Every line is read for those whom it concerns.

import { analyse } from '../../core/analysis';
import { defaultLimits } from '../../core/limits';
import type { Analysis, Digest } from '../../core/model';
import { onlyInstances } from '../../core/onlyInstance';
import { withOwnStory } from '../../core/ownStory';
import { batchesOf } from './batches';
import type { BatchBounds } from './batches';
import { dumpsIn } from './dumpLines';
import { digestsOfInstances } from './instanceDigest';
import { LinkedLines } from './linkedLines';
import type { OpenedLog } from './ownLines';
import { Places } from './places';

export interface InstanceBatch {
  /** Of these instances alone. */
  readonly analysis: Analysis;
  /** Those of which only the beginning and the end were read. */
  readonly partly: readonly string[];
}

const usualBounds: BatchBounds = { instances: 1000, lines: 40_000 };

export function* instanceBatches(
  opened: OpenedLog, bounds = usualBounds,
): Generator<InstanceBatch, void, undefined> {
  const log = { ...opened, bytes: opened.bytes.inOrder() };
  const { files, catalog, bytes, complete = (digests) => digests } = log;
  const linked = new LinkedLines(log);
  const more = { places: new Places(catalog), linked: (instance: number) => linked.of(instance) };
  const dumps = dumpsOf(log);
  // in the order in which the log names them
  for (const batch of batchesOf(below(catalog.instances.size), catalog, bounds)) {
    const partly: string[] = [];
    const onPart = (instance: number): void => void partly.push(catalog.instances.text(instance));
    const digests = digestsOfInstances(files, batch, catalog, bytes, { more, onPart })
      .map((digest) => ({ ...digest, optionDumps: dumps.get(digest.source) ?? [] }));
    const own = new Set(batch.map((instance) => catalog.instances.text(instance)));
    const analysis = withOwnStory(analyse(complete(digests), defaultLimits));
    yield { analysis: onlyInstances(analysis, (instance) => own.has(instance)), partly };
  }
}

/** What services told of their options, by log. */
function dumpsOf({ files, catalog, bytes }: OpenedLog): ReadonlyMap<string, Digest['optionDumps']> {
  const named = dumpsIn(bytes, catalog.parts);
  if (named.length === 0) return new Map();
  return new Map(digestsOfInstances(files, [], catalog, bytes, { named })
    .map(({ source, optionDumps }) => [source, optionDumps]));
}

function* below(end: number): Generator<number> {
  for (let number = 0; number < end; number++) yield number;
}
