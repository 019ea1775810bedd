// What the scanner looks for when every instance of a log is to be told: all that any stage remembers, and
// which of these lines may tell of an id that belongs to an instance. In: what stages wait for. Out: tables,
// and what their codes mean.

import { kept } from '../knowledge/evidence/index';
import { markers } from '../knowledge/index';
import type { MarkerSpec } from '../knowledge/schema';
import { novaLines } from './joins/novaLines';
import { otherLines } from './joins/otherLines';
import { callBeginnings } from './joins/readCalls';
import { allTables, firstFreeCode } from './indexTables';
import { arrivalBeginnings } from './reading/arrivals';
import { lockLines } from './reading/lockSteps';
import { signLines } from './reading/signs';
import { compileTemplate } from './template';

/** Some stage may wait for the line; it calls another request, or ties an id to an instance, or so do the
 *  lines of XML below it; another service wrote it. */
export const codes = {
  waited: firstFreeCode, claims: firstFreeCode + 1, xml: firstFreeCode + 2, others: firstFreeCode + 3,
} as const;

let made: Uint8Array | undefined;

export function reportTables(): Uint8Array {
  made ??= allTables({
    reads: [
      ...novaLines.map(({ claims, isXml, ...row }) => (
        { ...row, code: isXml ? codes.xml : claims ? codes.claims : codes.waited })),
      ...otherLines.map((row) => ({ ...row, code: codes.others })),
      ...[...lockLines, ...signLines].map((row) => ({ ...row, code: codes.waited })),
    ],
    watches: [...arrivalBeginnings, ...callBeginnings].map((text) => ({ text })),
    watched: codes.claims,
  });
  return made;
}

export interface Claiming {
  /** Codes of lines that may tie an id to an instance; also of markers, which are found first. */
  readonly all: ReadonlySet<number>;
  /** Those behind which XML may follow. */
  readonly xml: ReadonlySet<number>;
}

let found: Claiming | undefined;

export function claimingCodes(): Claiming {
  if (found) return found;
  const claims = novaLines.filter((row) => row.claims);
  const own = kept.flatMap((spec, at) => (namesThing(spec, at) || meets(spec, claims) ? at + 1 : []));
  const xml = kept.flatMap((spec, at) => (meets(spec, claims.filter(({ isXml }) => isXml)) ? at + 1 : []));
  found = { all: new Set([codes.claims, codes.xml, ...own]), xml: new Set([codes.xml, ...xml]) };
  return found;
}

function namesThing({ captures = {} }: MarkerSpec, at: number): boolean {
  const names = Object.values(captures);
  return at < markers.length && (names.includes('port') || names.includes('volume'));
}

/** Whether lines of a marker may be lines of one of these rows. */
function meets({ logger, text }: MarkerSpec, rows: typeof novaLines): boolean {
  const [own = ''] = compileTemplate(text).literals;
  const loggers = typeof logger === 'string' ? [logger] : logger;
  return rows.some((row) => {
    const [beginning = ''] = compileTemplate(row.text).literals;
    return row.loggers.some((one) => loggers.includes(one))
      && (own.startsWith(beginning) || beginning.startsWith(own));
  });
}
