// The traceback of one exception → the service in whose process it ran, where a frame proves it.

import { ownFrames } from '../../knowledge/ownFrames';
import type { Block } from './faultBlock';
import { serviceOfLogger } from '../reading/serviceNames';
import type { Stack } from './traceback';
import type { RaisedFrame } from './tracebackLines';

/** Statements that quote no exception: the traceback below them is of the process that logs it. */
const announcements = /^(?:Exception during message handling|Error during \w+\.\w+)$/;

/** @returns undefined: no frame tells it, or another service may have sent them. */
export function writerOf({ header, reader, prefixed, listed, logged }: Block): string | undefined {
  // whose the log is its loggers tell; of a cut traceback frames may be those that it quotes
  if (header && serviceOfLogger(header.logger) !== undefined) return undefined;
  // lists are what others sent, and so may be what stands below a statement without a prefix of its own
  if (!reader || listed || (!prefixed && !announcements.test(logged.trim()))) return undefined;
  const stack = reader.own();
  if (!stack.begins && !isUnquoted(stack)) return undefined;
  return ownFrames.find(({ file, unlessUnder }) => (
    runsIn(stack.frames, file)
    && (unlessUnder === undefined || (stack.isWhole && !runsIn(stack.frames, unlessUnder)))))?.service;
}

// What oslo.messaging quotes has a blank line between two frames: several without one are not quoted.
function isUnquoted({ frames, isSpaced }: Stack): boolean {
  return frames.length > 1 && !isSpaced;
}

function runsIn(frames: readonly RaisedFrame[], part: string): boolean {
  return frames.some(({ file }) => {
    const path = `/${file.replaceAll('\\', '/')}`;
    return part.endsWith('/') ? path.includes(`/${part}`) : path.endsWith(`/${part}`);
  });
}
