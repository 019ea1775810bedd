// Bouts of a log → instances that show each of them, read in full a few at a time.

import { analyse } from '../../core/analysis';
import { defaultLimits } from '../../core/limits';
import type { Analysis, Operation } from '../../core/model';
import type { Alike, AlikeOf } from '../../core/summary/summary';
import { boutOf } from './bouts';
import type { Bout } from './bouts';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { digestsOfInstances } from './instanceDigest';
import type { LogFile } from './logFiles';

export interface AlikeBatch {
  readonly analysis: Analysis;
  readonly alike: AlikeOf;
}

/** So many instances are read in full at once. */
const batchSize = 400;

export function* alikeBatches(
  all: readonly Bout[], files: readonly LogFile[], catalog: Catalog, bytes: ByteSource,
): Generator<AlikeBatch, void, undefined> {
  const byInstance = new Map<number, Bout[]>();
  for (const bout of all) {
    const own = byInstance.get(bout.instance);
    if (own) own.push(bout);
    else byInstance.set(bout.instance, [bout]);
  }
  const text = (instance: number): string => catalog.instances.text(instance);
  const numbers = [...byInstance.keys()];
  for (let at = 0; at < numbers.length; at += batchSize) {
    const batch = numbers.slice(at, at + batchSize);
    const bouts = new Map(batch.map((one) => [text(one), byInstance.get(one) ?? []]));
    const alike = (operation: Operation): Alike | undefined => {
      const bout = boutOf(operation, bouts.get(operation.instance) ?? []);
      return bout && { ...bout, some: bout.some.map(text) };
    };
    yield { analysis: analyse(digestsOfInstances(files, batch, catalog, bytes), defaultLimits), alike };
  }
}
