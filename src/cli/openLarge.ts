// Logs that are too large to be read in full → one thing to ask, be they one log or several. In: what a
// command is about. Out: the logs, open.

import type { Analysis, Subject } from '../core/model';
import { problemText } from '../core/render/problemText';
import type { LargeLogFacts } from '../core/render/summaryText';
import { problemOf } from '../core/sets/problem';
import type { Problem } from '../core/sets/problem';
import { problemOfError } from '../disk/files';
import type { AlikeBatch } from '../disk/large/alikeBatches';
import type { PlacedLine } from '../disk/large/lines';
import { isArchive } from '../disk/large/heads';
import { openLargeLog } from '../disk/large/openLargeLog';
import type { LargeSubject } from './largeLogOf';

/** One large log, or several; see `LargeLog` and `LargeSet`. */
export interface Large {
  readonly facts: () => LargeLogFacts;
  readonly alike: () => Iterable<AlikeBatch> | undefined;
  readonly ids: () => readonly string[];
  readonly analysisOfAll: (instances: readonly string[]) => Analysis | undefined;
  readonly extract: (subject: Subject, context: number) => Promise<Iterable<PlacedLine> | undefined>;
  /** The clocks of several logs are proven to differ: they have to be read in full. */
  readonly clocksDiffer: () => boolean;
  readonly problems: readonly Problem[];
  readonly close: () => void;
}

export interface OpenLargeOptions {
  /** Where indexes are kept; undefined: nowhere. */
  readonly index?: string | undefined;
  /** Told after the first bytes, and again and again. */
  readonly onProgress?: () => void;
}

/** @returns undefined: these logs have to be read in full; `failed`: it was told why they cannot be read. */
export async function openLarge(
  subject: LargeSubject, tell: (problem: string) => void, options: OpenLargeOptions = {},
): Promise<Large | 'failed' | undefined> {
  try {
    return await open(subject, options);
  } catch (error) {
    // what is wrong with one of several is told where all are read
    if (subject.path === undefined) return undefined;
    tell(problemText(problemOfError(subject.name, error)));
    return 'failed';
  }
}

async function open(
  { name, path, inputs }: LargeSubject, { index, onProgress }: OpenLargeOptions,
): Promise<Large | undefined> {
  const told = onProgress ? { onProgress } : {};
  if (path === undefined || await isArchive(path)) {
    const { openLargeSet } = await import('../disk/large/largeSet');
    const set = await openLargeSet(name, inputs, told);
    return set && {
      facts: () => set.facts(), alike: () => set.alike(), ids: () => set.instances(),
      analysisOfAll: (ids) => set.analysisOfAll(ids), problems: set.problems, close: () => set.close(),
      extract: (about, context) => set.extract(about, context), clocksDiffer: () => set.clocksDiffer(),
    };
  }
  const indexed = index === undefined ? {} : { indexDir: index };
  const log = await openLargeLog(path, { source: name, ...indexed, ...told });
  return log && {
    facts: () => log.facts(), alike: () => log.alike(), ids: () => log.instances().map(({ id }) => id),
    analysisOfAll: (ids) => log.analysisOfAll(ids), close: () => log.close(), clocksDiffer: () => false,
    extract: (about, context) => Promise.resolve(log.extract(about, context)),
    problems: [
      ...log.isCutShort ? [problemOf('cutShort', name)] : [],
      ...log.isFull ? [problemOf('full', name, { line: log.lines })] : [],
    ],
  };
}
