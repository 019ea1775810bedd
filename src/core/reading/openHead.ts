// A head that something cut inside its brackets, `[req-… 4f6c2b1d0e9a` or `[instance: 5f3a9d2e-7c4`, or in
// front of them, and the next line, which goes on with it → one line. Where few heads were cut nothing else
// tells of it.

import { blankLost } from './joint';
import type { Line } from '../model';
import { gainOfBlank } from './rejoin';
import type { Piece, WholeLine } from './rejoin';
import type { Sink } from '../sink';
import type { Unwrapped } from './unwrap';

const longestHead = 600;
/** What may stand in such brackets: ids, names, numbers. */
const restOfBrackets = /^[\w@.: -]{1,300}\](?: |$)/;
const openBracket = /\[(?:req-|(?:None|instance:)(?: |$))[\w@.: -]{0,300}$/;
const brackets = /^\[(?:-|(?:None )?req-[\w@.: -]{1,300}|instance: [\w-]{1,60})\](?: |$)/;

/** Where a head breaks off: within brackets, or in front of some that it need not have. */
export type OpenEnd = 'inside' | 'before';

/** Undefined: the line has no head, or says something behind it. */
export function endsInHead({ text, body, own }: Unwrapped): OpenEnd | undefined {
  if (!own || own.header.logger === '' || text.length - body > longestHead) return undefined;
  const open = openBracket.exec(text.slice(body));
  if (open !== null && own.start >= body + open.index) return 'inside';
  const { logger, instance } = own.header;
  const isBare = instance === undefined && logger.includes('.') && own.start >= text.trimEnd().length;
  return isBare ? 'before' : undefined;
}

/** The line has no head, and begins with the rest of brackets, or with such as stand in a head. */
export function closesHead(
  open: OpenEnd, { heads, text, start }: Pick<Piece, 'text' | 'start' | 'heads'>,
): boolean {
  const rest = open === 'inside' ? restOfBrackets : brackets;
  return !heads && rest.test(text.slice(start, start + longestHead));
}

/** What a line is, for joining it with the next one. */
export interface HeadPiece extends Piece {
  readonly open: OpenEnd | undefined;
}

type Open = WholeLine & { readonly piece: HeadPiece };

/** Joins what `closesHead` with what `endsInHead` above it. */
export class HeadJoiner implements Sink<Line> {
  readonly #readPiece: (text: string) => HeadPiece;
  readonly #next: (line: WholeLine) => void;
  #open: Open | undefined;

  constructor(readPiece: (text: string) => HeadPiece, next: (line: WholeLine) => void) {
    this.#readPiece = readPiece;
    this.#next = next;
  }

  push({ number, text }: Line): void {
    const piece = this.#readPiece(text);
    const above = this.#open;
    const end = above?.piece.open;
    if (above && end && number === above.last + 1 && closesHead(end, piece)) {
      this.#open = undefined;
      const left = this.#withBlank(above.piece, piece);
      const whole = left + piece.text.slice(piece.start);
      this.#take({ first: above.first, last: number, text: whole, joints: [...above.joints, left.length] });
    } else {
      this.settle();
      this.#take({ first: number, last: number, text, joints: [] }, piece);
    }
  }

  #take(line: WholeLine, piece = this.#readPiece(line.text)): void {
    if (piece.open) this.#open = { ...line, piece };
    else this.#next(line);
  }

  /** Hands on a head whose rest has not come. */
  settle(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.#next({ first: open.first, last: open.last, text: open.text, joints: open.joints });
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
