// The outermost frame of a traceback → whether it was printed and not logged, so that the record above has
// nothing to do with it. What is logged begins with the function that caught it.

import { printedFrames } from '../../knowledge/ownFrames';
import type { Block } from './faultBlock';
import type { LogRecord } from '../model';
import type { RaisedFrame } from './tracebackLines';

type Frame = Omit<RaisedFrame, 'at'>;

/** @param above what stands above it. */
export function isPrinted(frame: Frame, above: Block | LogRecord | undefined): boolean {
  if (frame.function === '<module>') return !isOfProgram(above);
  const path = frame.file.replaceAll('\\', '/');
  return printedFrames.some(({ file, functions }) =>
    path.includes(file) && functions.includes(frame.function));
}

// Nova logs what ends a program, from its outermost frame on; a command that failed may have printed its own.
function isOfProgram(above: Block | LogRecord | undefined): boolean {
  return above === undefined || above.header?.level === 'CRITICAL'
    || ('logged' in above && above.reader !== undefined);
}
