// The files that a large log is made of, one behind the other: mostly one, else rotated siblings and those of
// other services. In: the parts of all. Out: where each file stands in the text of all, and what is known of
// it as a whole.

import type { Layout, Origin } from '../../core/model';
import type { LogSample } from '../../core/reading/sample';
import type { GivenOrigin } from '../../core/sets/origins';
import { namedHost } from './aboutParts';
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
  const named = namedHost(parts);
  return named ? { ...read, service, host: named.host, hostFrom: 'lines' } : { ...read, service };
}
