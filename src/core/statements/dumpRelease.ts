// The options that a service has registered, as it logs them when it starts → the releases of Nova that
// have just these. Options that are there too early or missing too late count against a release.

import type { Facts, OptionFacts } from '../../knowledge/facts/shapes';
import { releases } from '../../knowledge/releases';
import type { ReleaseId } from '../../knowledge/releases';
import type { OptionDump } from '../model';
import { isWithin } from './release';

export interface DumpRelease {
  readonly from: ReleaseId;
  readonly to: ReleaseId;
}

/** The facts say from here on, by running Nova's own code, which options a service registers. */
const firstSure: ReleaseId = '14';
/** A dump of fewer options was cut, or is none of Nova. */
const enough = 200;
/** Distributions add and take away few; where more of the options do not fit, no release does. */
const mostWrong = 0.05;

/** @returns the releases that fit best, as a range; undefined when the dump is cut or tells too little. */
export function releaseOfDump(dump: OptionDump, facts: Facts): DumpRelease | undefined {
  if (!dump.complete || dump.names.length < enough) return undefined;
  const sure = releases.map(([id]) => id).slice(releases.findIndex(([id]) => id === firstSure));
  const known = [...facts.options.values()].filter(isTelling);
  const scores = sure.map((release) => known.filter((option) =>
    (dump.get(option.fullName) === undefined) === existsIn(option, release)).length);
  const best = Math.min(...scores);
  if (best > known.length * mostWrong) return undefined;
  const fitting = sure.filter((_, index) => scores[index] === best);
  const [from] = fitting;
  const to = fitting.at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

// Nova registers its own options in every service; those of libraries depend on their versions. An option
// that went away and came back, or that never changed, tells nothing.
function isTelling({ library, gaps, first, orEarlier, last }: OptionFacts): boolean {
  if (library !== undefined || gaps !== undefined || first === undefined) return false;
  return !(orEarlier && last === 'master');
}

function existsIn({ first, last, orEarlier }: OptionFacts, release: ReleaseId): boolean {
  return isWithin(release, orEarlier ? undefined : first, last);
}
