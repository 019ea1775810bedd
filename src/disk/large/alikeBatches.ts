// Bouts of a log → instances that show each of them, read in full a few at a time.

import { analyse } from '../../core/analysis';
import { defaultLimits } from '../../core/limits';
import type { Analysis, Digest, Operation } from '../../core/model';
import type { Alike, AlikeOf } from '../../core/summary/summary';
import { batchesOf } from './batches';
import type { BatchBounds } from './batches';
import { boutOf } from './bouts';
import type { Bout } from './bouts';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { digestsOfInstances } from './instanceDigest';
import { extentOf } from './logFiles';
import type { LogFile } from './logFiles';

export interface AlikeBatch {
  readonly analysis: Analysis;
  readonly alike: AlikeOf;
  /** The bout that stands for an operation; undefined: another one is counted for it. */
  readonly boutOf: (operation: Operation) => Bout | undefined;
  /** Instances of which only the beginning and the end were read. */
  readonly partly: number;
}

const bounds: BatchBounds = { instances: 400, lines: 100_000 };

/** @param complete adds what else belongs to the set */
export function* alikeBatches(
  all: readonly Bout[], files: readonly LogFile[], catalog: Catalog, bytes: ByteSource,
  complete: (digests: readonly Digest[]) => readonly Digest[] = (digests) => digests,
): Generator<AlikeBatch, void, undefined> {
  const byInstance = new Map<number, Bout[]>();
  for (const bout of all) {
    const own = byInstance.get(bout.instance);
    if (own) own.push(bout);
    else byInstance.set(bout.instance, [bout]);
  }
  const text = (instance: number): string => catalog.instances.text(instance);
  const lines = new Map(files.map((file) => [file.source, extentOf(catalog.parts, file).line]));
  const numbers = [...byInstance.keys()];
  for (const batch of batchesOf(numbers, catalog, bounds)) {
    const bouts = new Map(batch.map((one) => [text(one), byInstance.get(one) ?? []]));
    const boutIn = (operation: Operation): Bout | undefined => {
      const { request, begin } = operation;
      // the lines of bouts are those of the text of all
      const own = { request, begin: { ...begin, line: (lines.get(begin.source) ?? 0) + begin.line } };
      return boutOf(own, bouts.get(operation.instance) ?? []);
    };
    const alike = (operation: Operation): Alike | undefined => {
      const bout = boutIn(operation);
      return bout && { ...bout, some: bout.some.map(text) };
    };
    let partly = 0;
    const digests = digestsOfInstances(files, batch, catalog, bytes, { onPart: () => { partly += 1; } });
    yield { analysis: analyse(complete(digests), defaultLimits), alike, boutOf: boutIn, partly };
  }
}
