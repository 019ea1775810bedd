// The files that a large log is made of, one behind the other: mostly one, else rotated siblings and those of
// other services. In: the parts of all. Out: where each file stands in the text of all, and what is known of
// it as a whole.

import { firstHostCode } from '../../core/indexTables';
import { serviceOfLogger } from '../../core/reading/serviceNames';
import type { Digest, Layout, Level, Origin } from '../../core/model';
import type { LogSample } from '../../core/reading/sample';
import { sameHost } from '../../core/sets/hosts';
import type { GivenOrigin } from '../../core/sets/origins';
import type { KnownPart } from './knownPart';

export interface LogFile {
  /** How places call it. */
  readonly source: string;
  /** Its parts: the number of the first, and of the one behind the last. */
  readonly first: number;
  readonly behind: number;
  /** What its place among other files tells of where it was written. */
  readonly origin?: GivenOrigin;
  /** What its first bytes tell of the form of its lines. */
  readonly layout?: Layout;
  /** How its lines are read, where its beginning was looked at. */
  readonly sample?: LogSample | undefined;
}

/** In bytes and lines of the text of all. */
export interface FileExtent {
  readonly begin: number;
  readonly end: number;
  readonly line: number;
  readonly lines: number;
  /** It does not go on with the file before it. */
  readonly isApart: boolean;
  /** Its last line has no end. */
  readonly isCut: boolean;
}

export type AboutLog = Pick<
  Digest, 'lines' | 'levels' | 'services' | 'shows' | 'firstTime' | 'lastTime' | 'unread' | 'isNova'>;

const levelNames: readonly Level[] = ['TRACE', 'DEBUG', 'INFO', 'AUDIT', 'WARNING', 'ERROR', 'CRITICAL'];

export function extentOf(parts: readonly KnownPart[], { first, behind }: LogFile): FileExtent {
  const begin = parts[first]?.entry;
  const end = parts[behind - 1]?.entry;
  const line = begin?.line ?? 0;
  return {
    begin: begin?.begin ?? 0, end: end?.end ?? 0, line, lines: end ? end.line + end.lines - line : 0,
    isApart: begin?.isApart === true || first === 0, isCut: end?.isCut === true,
  };
}

/** What a log says of where it was written, as all its lines tell it; a few of them may name one host of
 *  several.
 *  @param read what the lines that were read tell
 *  @param parts those of the log */
export function originIn(read: Origin, parts: readonly KnownPart[], services: readonly string[]): Origin {
  const [service] = services.length === 1 ? services : [];
  const hosts = parts.flatMap(({ entry }) => entry.hosts);
  const [first] = hosts;
  if (first === undefined) return { ...read, service };
  const isOne = hosts.every((host) => sameHost(first, host));
  return { ...read, service, host: isOne ? first : undefined, hostFrom: 'lines' };
}

/** @param parts those of one file, or of all. */
export function aboutParts(parts: readonly KnownPart[]): AboutLog {
  const entries = parts.map(({ entry }) => entry);
  const bits = entries.reduce((all, { levels }) => all | levels, 0);
  const loggers = new Set(entries.flatMap((entry) => entry.loggers));
  const codes = new Set(entries.flatMap((entry) => entry.codes));
  const times = entries.flatMap((entry) => (entry.times ? [entry.times] : []));
  return {
    lines: entries.reduce((sum, { lines }) => sum + lines, 0),
    levels: new Set(levelNames.filter((_, bit) => (bits & (1 << bit)) !== 0)),
    // in no order of the log's: a part only knows that they wrote
    services: [...new Set([...loggers].flatMap((logger) => serviceOfLogger(logger) ?? []))].sort(),
    shows: new Set([...codes].filter((code) => code < firstHostCode).map((code) => code - 1)),
    firstTime: times.length > 0 ? Math.min(...times.map(([first]) => first)) : undefined,
    lastTime: times.length > 0 ? Math.max(...times.map(([, last]) => last)) : undefined,
    unread: 0,
    isNova: [...loggers].some((logger) => logger.startsWith('nova')),
  };
}
