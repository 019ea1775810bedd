// A large log → the stretches in which services tell their options, as they do when they start at DEBUG: what
// an option was set to when something failed stands there alone.

import { openingOfDump, ruleOfDump } from '../../core/reading/optionDump';
import type { ByteSource } from './byteSource';
import type { KnownPart } from './knownPart';
import { beginOfLine } from './lineHeads';
import type { Stretch } from './lines';
import { linesNaming } from './namedLines';

/** A dump is longer than this only where much else stands between. */
const longestDump = 512 * 1024;
/** Of more starts the last ones. */
const mostDumps = 200;
const processOf = / \d{1,10} DEBUG /;

/** @returns ascending; each ends with the rule below the options, if that is near. */
export function dumpsIn(bytes: ByteSource, parts: readonly KnownPart[]): readonly Stretch[] {
  return linesNaming([openingOfDump], bytes, parts).slice(-mostDumps).map(({ begin, line }) => {
    const end = bytes.endOfLine(begin);
    const opening = Buffer.from(bytes.read(begin, end - begin)).toString('latin1');
    const last = ruleBehind(end + 1, processOf.exec(opening)?.[0] ?? '', bytes);
    // a rule stands above, too
    const above = begin === 0 ? { begin, line } : { begin: beginOfLine(begin - 1, bytes), line: line - 1 };
    return { ...above, last };
  });
}

/** @param process how lines of the process name it
 *  @returns where the rule begins that the process draws next, or the last line that is near */
function ruleBehind(from: number, process: string, bytes: ByteSource): number {
  const read = bytes.read(from, longestDump);
  const text = Buffer.from(read.buffer, read.byteOffset, read.length).toString('latin1');
  for (let at = text.indexOf(ruleOfDump); at >= 0;) {
    const begin = text.lastIndexOf('\n', at) + 1;
    if (text.slice(begin, at).includes(process)) return from + begin;
    const end = text.indexOf('\n', at);
    at = end < 0 ? -1 : text.indexOf(ruleOfDump, end);
  }
  return from + text.lastIndexOf('\n', text.length - 2) + 1;
}
