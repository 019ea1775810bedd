// Who wrote a record: whether it may go on with the traceback of a block.

import type { Block } from './faultBlock';
import type { Header } from '../model';

export function sameWriter(a: Header | undefined, b: Header | undefined): boolean {
  return a?.process === b?.process && a?.host === b?.host && a?.service === b?.service;
}

// Traceback lines carry the time of the record that announced them, and its level or TRACE; another time,
// level or instance is another exception.
export function ownerOf(block: Block | undefined, header: Header): Block | undefined {
  if (!block?.header) return undefined;
  if (header.level !== block.header.level && header.level !== 'TRACE') return undefined;
  if (header.instance && block.header.instance && header.instance !== block.header.instance) return undefined;
  if (header.time !== undefined && block.header.time !== undefined && header.time !== block.header.time) {
    return undefined;
  }
  return block;
}

// DevStack's formats tell the process before the lines of a traceback alone, or before all but these: what
// was logged just above, in the same millisecond, is what they belong to.
export function isHeadOf({ header: above }: Block, header: Header): boolean {
  return above?.logger === header.logger && above.time !== undefined && above.time === header.time
    && (above.process === undefined) !== (header.process === undefined)
    && above.host === header.host && above.service === header.service;
}
