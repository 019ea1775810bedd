// Physical lines of hard-wrapped text → the lines that were cut, with the places of the cuts.

import { blankLost } from './joint';
import { isFull } from './hardWrap';
import type { Wrapping } from './hardWrap';
import { longestLine } from './lines';
import type { Line } from './model';
import { kindOfText } from './prose';
import type { Sink } from './sink';

/** The physical lines that a text comes from, and the places in it at which a new one began. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly joints: readonly number[];
}

/** One line as it was logged. */
export interface WholeLine extends Span {
  readonly text: string;
}

/** What stands on a physical line. */
export interface Piece {
  /** The line without colours and marks. */
  readonly text: string;
  /** Where its own words begin, when it continues the line above. */
  readonly start: number;
  readonly heads: boolean;
  /** How much of a head could be read: a cut head that is joined well says more. */
  readonly said: number;
}

export interface LineJoiner extends Sink<Line> {
  /** Hands on what is pending, without waiting for its rest. */
  settle(): void;
}

type Growing = { -readonly [K in keyof WholeLine]: K extends 'joints' ? number[] : WholeLine[K] };

export function rejoinLines(
  wrapping: Wrapping, readPiece: (text: string) => Piece, next: (line: WholeLine) => void,
): LineJoiner {
  let pending: Growing | undefined;
  /** Length of the last physical line. */
  let length = 0;
  /** The head is all that has come so far. */
  let headOnly = false;

  function settle(): void {
    const whole = pending;
    pending = undefined;
    if (whole) next(whole);
  }

  function join(left: string, right: string): string {
    if (length < wrapping.width) return left + ' '.repeat(wrapping.width - length) + right;
    if (!wrapping.losesBlanks || left.endsWith(' ') || right.startsWith(' ')) return left + right;
    const spaced = `${left} ${right}`;
    const gain = readPiece(spaced).said - readPiece(left + right).said;
    return gain > 0 || (gain === 0 && blankLost(left, right, wrapping.words)) ? spaced : left + right;
  }

  return {
    push({ number, text }) {
      const piece = readPiece(text);
      if (pending && isFull(length, wrapping) && continues(piece, headOnly) && pending.text.length < longestLine) {
        const rest = piece.text.slice(piece.start);
        pending.text = join(pending.text, rest);
        pending.joints.push(pending.text.length - rest.length);
        pending.last = number;
      } else {
        settle();
        pending = { first: number, last: number, text: piece.text, joints: [] };
      }
      headOnly = piece.heads && piece.start >= piece.text.length;
      length = text.length;
    },
    settle,
    end: settle,
  };
}

function continues(piece: Piece, headOnly: boolean): boolean {
  if (piece.heads) return false;
  const kind = kindOfText(piece.text.slice(piece.start));
  return kind !== 'blank' && kind !== 'prompt' && kind !== 'file' && (kind !== 'traceback' || headOnly);
}
