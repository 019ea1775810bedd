// A large log → the lines at which something failed, the same that reading all of it would give. Which
// instances have a failure is known once one of each kind was read; those alone are read then.

import { analyse } from '../../core/analysis';
import { linesAbout } from '../../core/extracts/linesAbout';
import { defaultLimits } from '../../core/limits';
import { lookupOf } from '../../core/lookup';
import { boutsOf } from './alike';
import { alikeBatches } from './alikeBatches';
import { digestsOfInstances } from './instanceDigest';
import { numbersIn } from './subjectLines';
import type { OpenedLog } from './subjectLines';

/** So many instances are read at once. */
const batchSize = 200;

/** @param context lines around each
 *  @returns numbers of lines in the text of all files, ascending, from 0; undefined: this log names too few
 *  requests to tell which instances are alike */
export function failureLines(log: OpenedLog, context: number): readonly number[] | undefined {
  const { files, catalog, bytes } = log;
  const bouts = boutsOf(catalog, Infinity);
  if (!bouts) return undefined;
  const failed = new Set<string>();
  for (const { analysis, alike } of alikeBatches(bouts, files, catalog, bytes)) {
    for (const operation of analysis.timelines.flatMap(({ operations }) => operations)) {
      if (operation.outcome !== 'failed') continue;
      failed.add(operation.instance);
      for (const instance of alike(operation)?.some ?? []) failed.add(instance);
    }
  }
  const numbers = [...failed].map((id) => catalog.instances.find(id)).filter((number) => number >= 0);
  const lines = new Set<number>();
  for (let at = 0; at < numbers.length; at += batchSize) {
    const digests = digestsOfInstances(files, numbers.slice(at, at + batchSize), catalog, bytes);
    const lookup = lookupOf(analyse(digests, defaultLimits));
    const found = linesAbout(lookup, { kind: 'failures', id: 'all' }, context);
    for (const line of numbersIn(log, found)) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}
