// A line, and what it shows of a head → the piece of a head that it may be.

import type { HeaderReader } from './header';
import { endsInHead } from './openHead';
import type { HeadPiece } from './openHead';
import { begins } from './sample';
import type { Unwrapped } from './unwrap';

/** How much of a head a line shows: of two ways to join its pieces, the one that shows more is right. */
export function pieceOf(line: Unwrapped, readHeader: HeaderReader): Omit<HeadPiece, 'shown'> {
  const { own } = line;
  const said = !own ? 0 : 1 + Number(own.layout !== 'time-only') + Number(own.header.logger !== '')
    + Number(own.header.context !== 'none') + Number(own.header.instance !== undefined);
  const { text, start } = line;
  return { text, start, heads: begins(line, readHeader), said, open: endsInHead(line) };
}
