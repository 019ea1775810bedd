// A line and what was taken off the line before → what can be taken off this one: one wrapper more, the
// same wrappers again, the padding of a further line.

import { wrappers } from '../../knowledge/formats';
import type { WrapperSpec } from '../../knowledge/formats';
import { canBegin, compileShape, isBlank } from './shape';
import type { Findings, Shape } from './shape';
import { shapeOf } from './strangePrefix';
import type { StrangePrefix } from './strangePrefix';

export interface Wrapper {
  readonly spec: WrapperSpec;
  /** Its spelling, and what reads it. */
  readonly text: string;
  readonly shape: Shape;
}

/** What was taken off so far, at a place in the line. */
export interface Peeled {
  readonly start: number;
  /** Blanks directly before it, which belong to the wrapper and not to the line. */
  readonly gap: number;
  readonly chain: readonly Wrapper[];
  readonly findings: Findings;
}

/** Every spelling of every wrapper, in the order in which they are tried. */
const spellings: readonly Wrapper[] = wrappers.flatMap((spec) =>
  spec.shapes.map((text) => ({ spec, text, shape: compileShape(text) })));
const byFirst = new Map<number, readonly Wrapper[]>();
const none: readonly Wrapper[] = [];

const noFindings: Findings = {
  time: undefined, process: undefined, host: undefined, service: undefined, partial: false,
};
export const nothingPeeled: Peeled = { start: 0, gap: 0, chain: [], findings: noFindings };
// What a shape that does not fit has noted is of no use to anybody.
const scratch: Findings = { ...noFindings };

/** The wrappers that may begin with a character. */
export function wrappersAt(code: number): readonly Wrapper[] {
  if (Number.isNaN(code)) return none;
  // What lies beyond ASCII begins no wrapper in several ways.
  const key = code < 128 ? code : isBlank(code) ? 32 : code;
  let known = byFirst.get(key);
  if (!known) {
    known = spellings.filter(({ text }) => canBegin(text, key));
    if (key < 128) byFirst.set(key, known);
  }
  return known;
}

const strangeSpec = wrappers.find(({ id }) => id === 'strange');

/** What stands before the lines of one log alone. */
export function strangeWrapper(prefix: StrangePrefix): Wrapper | undefined {
  return strangeSpec && { spec: strangeSpec, text: '', shape: shapeOf(prefix) };
}

/** Undefined: this wrapper does not stand here. */
export function peelMore(text: string, peeled: Peeled, wrapper: Wrapper): Peeled | undefined {
  if (wrapper.shape(text, peeled.start, scratch) <= peeled.start) return undefined;
  const findings = { ...peeled.findings };
  const start = wrapper.shape(text, peeled.start, findings);
  return { start, gap: blanksBefore(text, start), chain: [...peeled.chain, wrapper], findings };
}

/** The same wrappers as around another line; undefined: they do not stand around this one. */
export function peelAll(text: string, chain: readonly Wrapper[]): Peeled | undefined {
  const findings = { ...noFindings };
  let start = 0;
  for (const { shape } of chain) {
    start = shape(text, start, findings);
    if (start < 0) return undefined;
  }
  return { start, gap: blanksBefore(text, start), chain, findings };
}

/** journalctl and systemctl indent the further lines of a message to the column of its first one. */
export function peelPadding(text: string, last: Peeled): Peeled | undefined {
  if (!last.chain.at(-1)?.spec.id.startsWith('journal')) return undefined;
  return endOfBlanks(text) >= last.start ? last : undefined;
}

/** Where a line without a head begins, behind what stood around the lines above; its indentation stays. */
export function startOfContinuation(text: string, above: Peeled): number {
  let start = 0;
  for (const { spec, shape } of above.chain) {
    const end = shape(text, start, scratch);
    if (end < 0 && spec.id !== 'indented') break;
    start = Math.max(start, end);
  }
  const blanks = blanksBefore(text, start);
  return blanks > above.gap ? start - blanks + above.gap : start;
}

/** The id of the outermost wrapper; indentation counts only where it is the only one. */
export function outermost({ chain }: Peeled): string {
  const [first, second] = chain;
  return (first?.spec.id === 'indented' ? second ?? first : first)?.spec.id ?? 'none';
}

/** What the wrappers told, where one of them makes a line readable by itself. */
export function carrierIn(peeled: Peeled): Findings | undefined {
  return peeled.chain.some(({ spec }) => spec.carries === 'line') ? peeled.findings : undefined;
}

function blanksBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from -= 1;
  return at - from;
}

function endOfBlanks(text: string): number {
  let end = 0;
  while (isBlank(text.charCodeAt(end))) end += 1;
  return end;
}
