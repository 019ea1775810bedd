// The first lines of a log → what somebody put around each of them: quotes of strings, bars of a table, the
// mark that shows where a line ends, blanks. A line → the line without it.

import { frames } from '../../knowledge/formats';
import type { FrameSpec } from '../../knowledge/formats';

/** Data alone, as all that a sample settles. */
export interface Frame extends Pick<FrameSpec, 'before' | 'after'> {
  /** How quotes within the line are spelled. */
  readonly escapes: 'json' | 'doubled' | 'python' | 'none';
}

/** Nearly all lines stand in the frame; a heading, a rule or a bracket of a list may stand between them. */
const share = 0.9;
const fewLines = 12;
/** Brackets and names of a list around the lines. */
const mostStrangers = 3;

const quoting = ['string', 'bytes', 'quotes'];
const head = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3,6} (?:\d{1,9} )?[A-Z]{4,8} [\w.]{3}/;

/** Undefined: the lines stand in none. */
export function frameOf(lines: readonly string[]): Frame | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  const spec = frames.find((one) => isAround(filled, one))
    ?? frames.find((one) => isAroundHeads(filled, one));
  return spec && { before: spec.before, after: spec.after, escapes: escapesIn(filled, spec) };
}

function isAround(lines: readonly string[], frame: FrameSpec): boolean {
  const fitting = lines.filter((line) => insideOf(line, frame) !== undefined).length;
  const strangers = lines.filter((line) => !isListMark(line)).length - fitting;
  if (fitting === 0 || (frame.id === 'end' && fitting < 2)) return false;
  if (strangers <= (1 - share) * lines.length) return true;
  return lines.length < fewLines && strangers <= mostStrangers && fitting > strangers;
}

/** Few log lines in a long document: each that has a head stands in quotes, from its first character on. */
function isAroundHeads(lines: readonly string[], frame: FrameSpec): boolean {
  if (!quoting.includes(frame.id)) return false;
  const headed = lines.filter((line) => head.test(line));
  return headed.length > 0 && headed.every((line) => head.exec(insideOf(line, frame) ?? '')?.index === 0);
}

/** Brackets and names of a list of strings or objects, and the times of Loki's: `"stdout_lines": [`, `],`. */
export function isListMark(line: string): boolean {
  const text = line.trim();
  return /^(?:[\]})]{1,3},?|"[^"]{1,80}"\s?:\s?[[{]|[[{]|\d{16,19})$/.test(text);
}

const edge = /^\s{0,20}[+\u250c\u2514\u251c\u256d\u2570\u2554\u255a\u2560][-=+\u2500-\u256c]{10,}\s{0,20}$/;

/** A rule above, between or below the lines of a box or a table: no rest of a line that was cut. */
export function isEdge(line: string): boolean {
  return edge.test(line);
}

const listOfLines = /^\s{0,80}"(\w{1,40})_lines":\s?\[$/;

/** What a list of lines is called, as Ansible calls it: `"stdout_lines": [` has what `stdout` has. */
export function listOf(line: string): string | undefined {
  return listOfLines.exec(line)?.[1];
}

/** The line that stands in a frame; undefined: this one stands in none. */
function insideOf(line: string, { before, after }: Pick<FrameSpec, 'before' | 'after'>): string | undefined {
  const from = before === '' ? 0 : line.length - line.trimStart().length;
  if (!line.startsWith(before, from)) return undefined;
  const end = after.find((one) => line.endsWith(one) && line.length - one.length >= from + before.length);
  return end === undefined ? undefined : line.slice(from + before.length, line.length - end.length);
}

/** The same string where nothing stands around it. */
export function withoutFrame(line: string, frame: Frame): string {
  const inside = insideOf(line, frame);
  return inside === undefined ? line : withoutEscapes(inside, frame.escapes);
}

export function withoutEscapes(inside: string, escapes: Frame['escapes']): string {
  if (escapes === 'json') return unescaped(inside);
  if (escapes === 'python') return inside.replace(/\\(['\\])/g, '$1');
  return escapes === 'doubled' ? inside.replaceAll('""', '"') : inside.trimEnd();
}

/** A backslash of the log's own is doubled in JSON, and stands alone elsewhere. */
function escapesIn(lines: readonly string[], { before }: FrameSpec): Frame['escapes'] {
  if (before !== '"') return before.endsWith('\'') ? 'python' : 'none';
  const text = lines.join('\n');
  if (/[^"\n,]""[^"\n,]/.test(text)) return 'doubled';
  return /\\"/.test(text) || (text.includes('\\\\') && !/[^\\]\\[^\\"/bfnrtu]/.test(text)) ? 'json' : 'none';
}

function unescaped(inside: string): string {
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch {
    return inside.replaceAll('\\"', '"');
  }
}
