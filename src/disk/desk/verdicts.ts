// A large log → which of its instances failed and which are not seen to come to an end. Of requests of which
// the log says the same one is read in full, and what became of it became of all.

import type { LargeLog } from '../large/largeLog';
import type { Verdicts } from './calls';

/** @returns undefined: this log does not say it in a way that can be read fast. */
export function verdictsOf(log: LargeLog): Verdicts | undefined {
  const failed = new Set<string>();
  const running = new Set<string>();
  const batches = log.alike(Infinity);
  if (!batches) return undefined;
  for (const { analysis, alike } of batches) {
    for (const operation of analysis.timelines.flatMap(({ operations }) => operations)) {
      const { outcome } = operation;
      if (outcome !== 'failed' && outcome !== 'in-progress') continue;
      const found = outcome === 'failed' ? failed : running;
      for (const id of alike(operation)?.some ?? []) found.add(id);
    }
  }
  return { failed: [...failed], running: [...running] };
}
