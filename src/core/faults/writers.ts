// Who wrote a record: whether it may go on with the traceback of a block.

import type { Block } from './faultBlock';
import type { Header, LogRecord } from '../model';
import { isTracebackLine } from './tracebackLines';

export function sameWriter(a: Header | undefined, b: Header | undefined): boolean {
  return a?.process === b?.process && a?.host === b?.host && a?.service === b?.service;
}

// Traceback lines carry the time of the record that announced them; another time or instance is another
// exception.
export function ownerOf(block: Block | undefined, { header, message }: LogRecord): Block | undefined {
  if (!block?.header || !header || !fitsLevel(block, header, message)) return undefined;
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

/** What is left of a head that was cut down to its context names the instance of the traceback below it. */
export function isRestOfHeadOf({ header: above, reader }: Block, { instance }: Header): boolean {
  return above?.time === undefined && above?.logger === '' && above.context === 'request'
    && reader === undefined && instance !== undefined && above.instance === instance;
}

/** oslo.log puts one level before all tracebacks ([DEFAULT] logging_exception_prefix): TRACE at first, later
 *  ERROR, which other lines have too. */
function fitsLevel(block: Block, { level }: Header, message: string): boolean {
  if (level === block.header?.level || level === 'TRACE') return true;
  return level === 'ERROR' && (block.prefixLevel === level || isTracebackLine(message));
}
