// Mail as it is sent: a line that ends in `=` goes on in the next one, and `=3D` stands for a character →
// whole lines.

import { longestLine } from './lines';
import type { Line } from '../model';
import type { WholeLine } from './rejoin';
import type { Sink } from '../sink';

const longest = 78;
const full = 60;
const enough = 3;
const anySign = /=/g;
const meantSign = /=(?:[0-9A-F]{2}|$)/g;
const bytes = /(?:=[0-9A-F]{2})+/g;

/** Lines are full where they go on, and hardly an equals sign stands for itself. */
export function isQuotedPrintable(lines: readonly Line[]): boolean {
  let [broken, signs, meant, wide] = [0, 0, 0, 0];
  for (const { text } of lines) {
    if (text.length > longest) wide += 1;
    else if (text.length >= full && text.endsWith('=')) broken += 1;
    signs += text.match(anySign)?.length ?? 0;
    meant += text.match(meantSign)?.length ?? 0;
  }
  return broken >= enough && meant * 10 >= signs * 8 && wide * 20 <= lines.length;
}

/** Each whole line, at the number of its first piece. */
export function decodeLines(lines: readonly Line[]): readonly Line[] {
  const whole: Line[] = [];
  const joiner = new SoftBreakJoiner(({ first, text }) => whole.push({ number: first, text }));
  for (const line of lines) joiner.push(line);
  joiner.end();
  return whole;
}

export class SoftBreakJoiner implements Sink<Line> {
  readonly #next: (line: WholeLine) => void;
  #open: { readonly first: number; last: number; text: string; readonly joints: number[] } | undefined;

  constructor(next: (line: WholeLine) => void) {
    this.#next = next;
  }

  push({ number, text }: Line): void {
    const goesOn = text.endsWith('=');
    const own = decode(goesOn ? text.slice(0, -1) : text);
    const open = this.#open;
    if (open) {
      open.joints.push(open.text.length);
      open.text += own;
      open.last = number;
    } else {
      this.#open = { first: number, last: number, text: own, joints: [] };
    }
    if (!goesOn || (open && open.text.length > longestLine)) this.settle();
  }

  /** Hands on what is pending, without waiting for its rest. */
  settle(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.#next(open);
  }

  end(): void {
    this.settle();
  }
}

function decode(text: string): string {
  return text.replace(bytes, (signs) => {
    const codes = signs.slice(1).split('=').map((code) => Number.parseInt(code, 16));
    return new TextDecoder().decode(Uint8Array.from(codes));
  });
}
