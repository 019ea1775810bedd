// A head that something cut inside its brackets, `[req-… 4f6c2b1d0e9a` or `[instance: 5f3a9d2e-7c4`, and the
// next line, which closes them → one line. Where few heads were cut nothing else tells of it.

import { blankLost } from './joint';
import type { Line } from '../model';
import { gainOfBlank } from './rejoin';
import type { Piece, WholeLine } from './rejoin';
import type { Sink } from '../sink';
import type { Unwrapped } from './unwrap';

const longestHead = 600;
/** What may stand in such brackets: ids, names, numbers. */
const restOfBrackets = /^[\w@.: -]{1,300}\](?: |$)/;
const openBracket = /\[(?:req-|None |instance: )[\w@.: -]{0,300}$/;

/** The line has a head, and ends within its brackets. */
export function endsInHead({ text, body, own }: Unwrapped): boolean {
  if (!own || own.header.logger === '' || text.length - body > longestHead) return false;
  const open = openBracket.exec(text.slice(body));
  return open !== null && own.start >= body + open.index;
}

/** The line has no head, and begins with the rest of brackets. */
export function closesHead(piece: Pick<Piece, 'text' | 'start' | 'heads'>): boolean {
  return !piece.heads && restOfBrackets.test(piece.text.slice(piece.start, piece.start + longestHead));
}

/** What a line is, for joining it with the next one. */
export interface HeadPiece extends Piece {
  readonly open: boolean;
}

/** Joins what `closesHead` with what `endsInHead` above it. */
export class HeadJoiner implements Sink<Line> {
  readonly #readPiece: (text: string) => HeadPiece;
  readonly #next: (line: WholeLine) => void;
  #open: (Line & { readonly piece: HeadPiece }) | undefined;

  constructor(readPiece: (text: string) => HeadPiece, next: (line: WholeLine) => void) {
    this.#readPiece = readPiece;
    this.#next = next;
  }

  push({ number, text }: Line): void {
    const piece = this.#readPiece(text);
    const above = this.#open;
    if (above && number === above.number + 1 && closesHead(piece)) {
      this.#open = undefined;
      const left = this.#withBlank(above.piece, piece);
      const joints = [left.length];
      const whole = left + piece.text.slice(piece.start);
      return this.#next({ first: above.number, last: number, text: whole, joints });
    }
    this.settle();
    if (piece.open) this.#open = { number, text, piece };
    else this.#next({ first: number, last: number, text, joints: [] });
  }

  /** Hands on a head whose rest has not come. */
  settle(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.#next({ first: open.number, last: open.number, text: open.text, joints: [] });
  }

  end(): void {
    this.settle();
  }

  #withBlank({ text: left }: HeadPiece, { text, start }: HeadPiece): string {
    const right = text.slice(start);
    if (left.endsWith(' ') || right.startsWith(' ')) return left;
    const gain = gainOfBlank(left, right, this.#readPiece);
    const lost = gain === 0 ? blankLost(left, right, new Set()) : gain > 0;
    return lost ? `${left} ` : left;
  }
}
