// Physical lines of hard-wrapped text → the lines that were cut, with the places of the cuts.

import { blankLost } from './joint';
import { isBrokenBefore, isFull, marginOf } from './hardWrap';
import type { Wrapping } from './hardWrap';
import { longestLine } from './lines';
import type { Line } from '../model';
import { isExceptionLine, kindOfText } from './prose';
import type { Sink } from '../sink';

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
  /** As whoever cut it saw it: marks that a page did not turn into anything count. */
  readonly shown: string;
  /** Where its own words begin, when it continues the line above. */
  readonly start: number;
  readonly heads: boolean;
  /** How much of a head could be read: a cut head that is joined well says more. */
  readonly said: number;
}

/** A line as far as its pieces have come; they are put together once, for a line may have thousands. */
interface Growing {
  readonly first: number;
  last: number;
  readonly pieces: string[];
  length: number;
  /** The end of the last pieces, which decides how the next one is joined. */
  tail: string;
  readonly joints: number[];
}

/** A head and all that stands around it ends before. */
const farthestHead = 1000;

export class LineJoiner implements Sink<Line> {
  readonly #wrapping: Wrapping;
  readonly #readPiece: (text: string) => Piece;
  readonly #next: (line: WholeLine) => void;
  #pending: Growing | undefined;
  /** Length of the last physical line. */
  #length = 0;
  /** Its indentation, with the marks of quoted mail. */
  #margin = 0;
  /** The head is all that has come so far. */
  #headOnly = false;
  /** What is pending began with a head. */
  #isHeaded = false;

  constructor(wrapping: Wrapping, readPiece: (text: string) => Piece, next: (line: WholeLine) => void) {
    this.#wrapping = wrapping;
    this.#readPiece = readPiece;
    this.#next = next;
  }

  push({ number, text }: Line): void {
    const piece = this.#readPiece(text);
    const pending = this.#pending;
    const cut = this.#isCut(piece.shown) && continues(piece, this.#headOnly) && !this.#isOwnLine(piece);
    if (pending && cut && pending.length < longestLine) {
      this.#append(pending, piece.text.slice(piece.start));
      pending.last = number;
    } else {
      this.settle();
      this.#isHeaded = piece.heads;
      const { text: own } = piece;
      const tail = own.slice(-farthestHead);
      this.#pending = { first: number, last: number, pieces: [own], length: own.length, tail, joints: [] };
    }
    this.#headOnly = piece.heads && piece.start >= piece.text.length;
    this.#length = this.#wrapping.atWords ? piece.shown.trimEnd().length : piece.shown.length;
    if (this.#wrapping.atWords) this.#margin = marginOf(piece.shown);
  }

  #isCut(text: string): boolean {
    const { atWords, width } = this.#wrapping;
    if (!atWords) return isFull(this.#length, this.#wrapping);
    return isBrokenBefore(this.#length, text, width, this.#headOnly) && marginOf(text) <= this.#margin;
  }

  /** The class below the code of a traceback without heads is long, but no rest of the code. */
  #isOwnLine({ text, start }: Piece): boolean {
    return this.#wrapping.atWords === true && !this.#isHeaded && isExceptionLine(text.slice(start));
  }

  /** Hands on what is pending, without waiting for its rest. */
  settle(): void {
    const whole = this.#pending;
    this.#pending = undefined;
    if (!whole) return;
    const { first, last, pieces, joints } = whole;
    this.#next({ first, last, text: pieces.length > 1 ? pieces.join('') : pieces[0] ?? '', joints });
  }

  end(): void {
    this.settle();
  }

  #append(pending: Growing, right: string): void {
    const between = this.#blanksBetween(pending, right);
    pending.pieces.push(between, right);
    pending.length += between.length;
    pending.joints.push(pending.length);
    pending.length += right.length;
    pending.tail = (pending.tail + between + right).slice(-farthestHead);
  }

  #blanksBetween({ pieces, length, tail }: Growing, right: string): string {
    if (this.#wrapping.atWords) return /[A-Za-z0-9]-$/.test(tail) || tail.endsWith(' ') ? '' : ' ';
    const missing = this.#wrapping.width - this.#length;
    if (missing > 0) return ' '.repeat(missing);
    if (!this.#wrapping.losesBlanks || tail.endsWith(' ') || right.startsWith(' ')) return '';
    if (length < farthestHead) {
      const left = pieces.join('');
      const gain = gainOfBlank(left, right, this.#readPiece);
      if (gain !== 0) return gain > 0 ? ' ' : '';
    }
    return blankLost(tail, right, this.#wrapping.words) ? ' ' : '';
  }
}

/** How much more of a head can be read where a blank stands between two pieces. */
export function gainOfBlank(left: string, right: string, readPiece: (text: string) => Piece): number {
  return readPiece(`${left} ${right}`).said - readPiece(left + right).said;
}

function continues(piece: Piece, headOnly: boolean): boolean {
  if (piece.heads) return false;
  const kind = kindOfText(piece.text.slice(piece.start));
  if (kind === 'elision') return false;
  return kind !== 'blank' && kind !== 'prompt' && kind !== 'file' && (kind !== 'traceback' || headOnly);
}

/** The same lines, of whose text the beginning is taken off. */
export function shift(span: Span, start: number): Span {
  if (span.joints.length === 0) return span;
  return { ...span, joints: span.joints.map((joint) => joint - start).filter((joint) => joint > 0) };
}

export function withoutJoints(span: Span): Span {
  return { first: span.first, last: span.last, joints: [] };
}
