// A large log → the lines at which something failed, the same that reading all of it would give. Which
// instances have a failure is known once one of each kind was read; those alone are read then.

import { analyse } from '../../core/analysis';
import { linesAbout } from '../../core/extracts/linesAbout';
import type { LinesOfLogs } from '../../core/extracts/linesAbout';
import { defaultLimits } from '../../core/limits';
import { lookupOf } from '../../core/lookup';
import type { Digest } from '../../core/model';
import { alikeBatches } from './alikeBatches';
import { boutsOfLog } from './alikeOfStreams';
import { digestsOfInstances } from './instanceDigest';
import { completeDigests } from './ownLines';
import type { OpenedLog } from './ownLines';

/** So many instances are read at once. */
const batchSize = 200;

/** @param context lines around each
 *  @returns undefined: this log names too few requests to tell which instances are alike */
export function failureLines(log: OpenedLog, context: number): LinesOfLogs | undefined {
  const { files, catalog, bytes } = log;
  const failed = failedIn(log);
  if (!failed) return undefined;
  const lines = new Map<string, Set<number>>();
  for (let at = 0; at < failed.length; at += batchSize) {
    const digests = digestsOfInstances(files, failed.slice(at, at + batchSize), catalog, bytes);
    const lookup = lookupOf(analyse(completeDigests(log, digests), defaultLimits));
    for (const [source, found] of linesAbout(lookup, { kind: 'failures', id: 'all' }, context)) {
      const known = lines.get(source) ?? new Set();
      for (const line of found) known.add(line);
      lines.set(source, known);
    }
  }
  return new Map([...lines].map(([source, found]) => [source, [...found].sort((a, b) => a - b)]));
}

/** The numbers of instances of which an operation failed. */
function failedIn(log: OpenedLog): readonly number[] | undefined {
  const { files, catalog, bytes } = log;
  const complete = (digests: readonly Digest[]): readonly Digest[] => completeDigests(log, digests);
  const bouts = boutsOfLog(log, Infinity);
  if (!bouts) return undefined;
  const failed = new Set<string>();
  for (const { analysis, alike } of alikeBatches(bouts, files, catalog, bytes, complete)) {
    for (const operation of analysis.timelines.flatMap(({ operations }) => operations)) {
      if (operation.outcome !== 'failed') continue;
      failed.add(operation.instance);
      for (const instance of alike(operation)?.some ?? []) failed.add(instance);
    }
  }
  return catalog.instances.findAll(failed);
}
