// Logs that are too large to be read in full → one thing to ask, be they one log or several. In: what a
// command is about. Out: the logs, open.

import type { Analysis, Subject } from '../core/model';
import { problemText } from '../core/render/problemText';
import type { LargeLogFacts } from '../core/render/summaryText';
import { problemOf } from '../core/sets/problem';
import type { Problem } from '../core/sets/problem';
import { problemOfError } from '../disk/files';
import type { AlikeBatch } from '../disk/large/alikeBatches';
import { ChangedFile } from '../disk/large/fileBytes';
import type { PlacedLine } from '../disk/large/lines';
import { isArchive } from '../disk/large/heads';
import { openLargeLog } from '../disk/large/openLargeLog';
import type { OpenedLog } from '../disk/large/ownLines';
import { isOfDisk } from '../disk/large/scratch';
import type { LargeSubject } from './largeLogOf';

/** One large log, or several; see `LargeLog` and `LargeSet`. */
export interface Large {
  readonly facts: () => LargeLogFacts;
  readonly alike: () => Iterable<AlikeBatch> | undefined;
  readonly ids: () => readonly string[];
  readonly opened: OpenedLog;
  readonly analysisOfAll: (instances: readonly string[]) => Analysis | undefined;
  readonly extract: (subject: Subject, context: number) => Promise<Iterable<PlacedLine> | undefined>;
  /** The clocks of several logs are proven to differ: they have to be read in full. */
  readonly clocksDiffer: () => boolean;
  readonly problems: readonly Problem[];
  /** Asked when all was read, before it is told. @throws ChangedFile where it was not there to the end */
  readonly hold: () => void;
  readonly close: () => void;
}

export interface OpenLargeOptions {
  /** Where indexes are kept; undefined: nowhere. */
  readonly index?: string | undefined;
  /** Told after the first bytes, and again and again. */
  readonly onProgress?: () => void;
  /** Nobody reads them in full instead. */
  readonly isForced?: boolean;
  /** Each instance is to be told. */
  readonly tellsEvery?: boolean;
}

/** @returns undefined: these logs have to be read in full; `failed`: it was told why they cannot be read. */
export async function openLarge(
  subject: LargeSubject, tell: (problem: string) => void, options: OpenLargeOptions = {},
): Promise<Large | 'failed' | undefined> {
  try {
    return await open(subject, options);
  } catch (error) {
    return whyNot(subject, error, tell, options);
  }
}

/** What an error of the file system means for who asks logs that are large. Throws any other.
 *  @returns as `openLarge` does. */
export function whyNot(
  { name, path }: Pick<LargeSubject, 'name' | 'path'>, error: unknown, tell: (problem: string) => void,
  { isForced = false }: Pick<OpenLargeOptions, 'isForced'> = {},
): 'failed' | undefined {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const isFull = isOfDisk(error);
  const isChanged = error.code === 'ECHANGED';
  // what else is wrong with one of several is told where all are read, for which no disk is needed
  if (!isForced && !isChanged && (isFull || path === undefined)) return undefined;
  tell(problemText(isFull ? problemOf('noScratch', name, { reason: error.message })
    : problemOfError(name, error)));
  return 'failed';
}

async function open(
  { name, path, inputs }: LargeSubject, { index, onProgress, tellsEvery = false }: OpenLargeOptions,
): Promise<Large | undefined> {
  const tables = tellsEvery ? { tables: (await import('../core/reportTables')).reportTables() } : {};
  const told = { ...(onProgress && { onProgress }), ...tables };
  if (path === undefined || await isArchive(path)) {
    const { openLargeSet } = await import('../disk/large/largeSet');
    const set = await openLargeSet(name, inputs, told);
    return set && {
      facts: () => set.facts(), alike: () => set.alike(), ids: () => set.instances(),
      analysisOfAll: (ids) => set.analysisOfAll(ids), problems: set.problems, close: () => set.close(),
      opened: set.opened,
      extract: (about, context) => set.extract(about, context), clocksDiffer: () => set.clocksDiffer(),
      hold: () => hold(!set.isChanged),
    };
  }
  const indexed = index === undefined || tellsEvery ? {} : { indexDir: index };
  const log = await openLargeLog(path, { source: name, ...indexed, ...told });
  return log && {
    facts: () => log.facts(), alike: () => log.alike(), ids: () => log.instances().map(({ id }) => id),
    analysisOfAll: (ids) => log.analysisOfAll(ids), close: () => log.close(), clocksDiffer: () => false,
    opened: log.opened,
    extract: (about, context) => Promise.resolve(log.extract(about, context)),
    hold: () => hold(!log.isShortened),
    problems: [
      ...log.unkept === undefined ? [] : [problemOf('noIndex', name, { reason: log.unkept })],
      ...log.isCutShort ? [problemOf('cutShort', name)] : [],
      ...log.isFull ? [problemOf('full', name, { line: log.lines })] : [],
    ],
  };
}

function hold(isSame: boolean): void {
  if (!isSame) throw new ChangedFile();
}
