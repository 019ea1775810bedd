// Nova's own message templates → literals and captures. The only matcher of the house: one pass over the
// message for each template that it is held against.

/** A compiled template. `names` are the placeholders' names, or their index for `%s`. */
export interface Template {
  readonly text: string;
  readonly literals: readonly string[];
  readonly names: readonly string[];
  readonly numeric: readonly boolean[];
  /** The numbers of its placeholders. */
  readonly all: readonly number[];
}

const placeholder = /%(?:\(([^()]{0,80})\))?[-#0 +]?\d{0,4}(?:\.\d{1,4})?([a-zA-Z%])/g;

/** @param text a message template of Python's `%` kind, as Nova's source has it. */
export function compileTemplate(text: string): Template {
  const literals: string[] = [];
  const names: string[] = [];
  const numeric: boolean[] = [];
  let literal = '';
  let from = 0;
  for (const found of text.matchAll(placeholder)) {
    literal += text.slice(from, found.index);
    from = found.index + found[0].length;
    if (found[2] === '%') {
      literal += '%';
      continue;
    }
    literals.push(literal);
    literal = '';
    names.push(found[1] ?? String(names.length));
    numeric.push(/[dif]/.test(found[2] ?? ''));
  }
  literals.push(literal + text.slice(from));
  return { text, literals, names, numeric, all: [...names.keys()] };
}

/** Whether a template that ends with fixed text may end at this place of the message. */
export type EndTest = (message: string, at: number) => boolean;

/** Where the values of the message that was cut last begin and end, by placeholder. */
const begins: number[] = [];
const ends: number[] = [];
const nothing: Readonly<Record<string, string>> = {};

/**
 * Matches a whole message. Behind the template may stand what oslo.log adds: the `: Class: text` summary and
 * the DEBUG suffix that names function and file; `isEnd` may allow less.
 * @param wanted the numbers of the placeholders that are asked for; all, unless said
 * @returns the placeholders' values by name, or undefined when the message is not of this template.
 */
export function matchTemplate(
  template: Template, message: string, isEnd: EndTest = isSuffix, wanted?: readonly number[],
): Readonly<Record<string, string>> | undefined {
  if (!cut(template, message, isEnd)) return undefined;
  if (wanted?.length === 0) return nothing;
  const values: Record<string, string> = {};
  for (const i of wanted ?? template.all) values[template.names[i] ?? ''] = message.slice(begins[i], ends[i]);
  return values;
}

/** Cuts a message where the literals of a template stand; false: it is not of this template. */
function cut({ literals, names, numeric }: Template, message: string, isEnd: EndTest): boolean {
  const first = literals[0] ?? '';
  if (!message.startsWith(first)) return false;
  let at = first.length;
  for (let i = 0; i < names.length; i++) {
    const literal = literals[i + 1] ?? '';
    const end = endOfValue(message, at, literal, i === names.length - 1 ? isEnd : undefined);
    if (end < 0 || (numeric[i] && !isNumber(message, at, end))) return false;
    begins[i] = at;
    ends[i] = end;
    at = end + literal.length;
  }
  return names.length > 0 || isEnd(message, at);
}

/** A way to hold a message against a template: the placeholders' values, or undefined. */
export type Matcher = (template: Template, message: string) => Readonly<Record<string, string>> | undefined;

/** Letters that a template must fix before the place where its message was cut. */
const enoughBeforeCut = 16;

/**
 * Matches the first line of a message whose last value seen goes on in the lines below.
 * @returns the values up to there; undefined when too little of the template has come before.
 */
export function matchCutTemplate(
  { literals, names }: Template, message: string,
): Record<string, string> | undefined {
  const first = literals[0] ?? '';
  if (!message.startsWith(first)) return undefined;
  const values: Record<string, string> = {};
  let at = first.length;
  let fixed = first.length;
  for (const [number, name] of names.entries()) {
    const literal = literals[number + 1] ?? '';
    const end = literal === '' ? at : message.indexOf(literal, at);
    if (end < 0 || number === names.length - 1) {
      values[name] = message.slice(at);
      return fixed >= enoughBeforeCut ? values : undefined;
    }
    values[name] = message.slice(at, end);
    at = end + literal.length;
    fixed += literal.length;
  }
  return undefined;
}

// A value ends where the next literal begins; behind the last literal only a suffix may follow.
function endOfValue(message: string, from: number, literal: string, isEnd: EndTest | undefined): number {
  if (literal === '') return isEnd ? message.length : from;
  for (let end = message.indexOf(literal, from); end >= 0; end = message.indexOf(literal, end + 1)) {
    if (!isEnd || isEnd(message, end + literal.length)) return end;
  }
  return -1;
}

function isSuffix(message: string, at: number): boolean {
  if (at >= message.length) return true;
  const next = message.charCodeAt(at);
  // a blank (DEBUG suffix, trailing blank), a colon (error summary) or a line break
  return next === 32 || next === 10 || next === 13 || (next === 58 && message.charCodeAt(at + 1) === 32);
}

function isNumber(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if ((code < 48 || code > 57) && code !== 46 && code !== 45) return false;
  }
  return to > from;
}

/** Number of letters of a template that are fixed. */
export function literalLength(template: Template): number {
  return template.literals.reduce((sum, literal) => sum + literal.length, 0);
}

/** The message with a blank at each place where pieces were joined. */
export function withBlanks(message: string, joints: readonly number[]): string {
  let text = '';
  let from = 0;
  for (const joint of joints) {
    text += message.slice(from, joint) + ' ';
    from = joint;
  }
  return text + message.slice(from);
}
