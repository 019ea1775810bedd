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

type Growing = { -readonly [K in keyof WholeLine]: K extends 'joints' ? number[] : WholeLine[K] };

export class LineJoiner implements Sink<Line> {
  readonly #wrapping: Wrapping;
  readonly #readPiece: (text: string) => Piece;
  readonly #next: (line: WholeLine) => void;
  #pending: Growing | undefined;
  /** Length of the last physical line. */
  #length = 0;
  /** The head is all that has come so far. */
  #headOnly = false;

  constructor(wrapping: Wrapping, readPiece: (text: string) => Piece, next: (line: WholeLine) => void) {
    this.#wrapping = wrapping;
    this.#readPiece = readPiece;
    this.#next = next;
  }

  push({ number, text }: Line): void {
    const piece = this.#readPiece(text);
    const pending = this.#pending;
    const cut = isFull(this.#length, this.#wrapping) && continues(piece, this.#headOnly);
    if (pending && cut && pending.text.length < longestLine) {
      const rest = piece.text.slice(piece.start);
      pending.text = this.#join(pending.text, rest);
      pending.joints.push(pending.text.length - rest.length);
      pending.last = number;
    } else {
      this.settle();
      this.#pending = { first: number, last: number, text: piece.text, joints: [] };
    }
    this.#headOnly = piece.heads && piece.start >= piece.text.length;
    this.#length = text.length;
  }

  /** Hands on what is pending, without waiting for its rest. */
  settle(): void {
    const whole = this.#pending;
    this.#pending = undefined;
    if (whole) this.#next(whole);
  }

  end(): void {
    this.settle();
  }

  #join(left: string, right: string): string {
    const missing = this.#wrapping.width - this.#length;
    if (missing > 0) return left + ' '.repeat(missing) + right;
    if (!this.#wrapping.losesBlanks || left.endsWith(' ') || right.startsWith(' ')) return left + right;
    const spaced = `${left} ${right}`;
    const gain = this.#readPiece(spaced).said - this.#readPiece(left + right).said;
    return gain > 0 || (gain === 0 && blankLost(left, right, this.#wrapping.words)) ? spaced : left + right;
  }
}

function continues(piece: Piece, headOnly: boolean): boolean {
  if (piece.heads) return false;
  const kind = kindOfText(piece.text.slice(piece.start));
  return kind !== 'blank' && kind !== 'prompt' && kind !== 'file' && (kind !== 'traceback' || headOnly);
}
