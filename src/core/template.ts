// Nova's own message templates → literals and captures, and an index that finds those a message matches. The
// only matcher of the house: one pass over the message per candidate, candidates by logger and letters.

import { rarestWords, wordsIn } from './statements/templateWords';

/** A compiled template. `names` are the placeholders' names, or their index for `%s`. */
export interface Template {
  readonly text: string;
  readonly literals: readonly string[];
  readonly names: readonly string[];
  readonly numeric: readonly boolean[];
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
  return { text, literals, names, numeric };
}

/** Whether a template that ends with fixed text may end at this place of the message. */
export type EndTest = (message: string, at: number) => boolean;

/**
 * Matches a whole message. Behind the template may stand what oslo.log adds: the `: Class: text` summary and
 * the DEBUG suffix that names function and file; `isEnd` may allow less.
 * @returns the placeholders' values by name, or undefined when the message is not of this template.
 */
export function matchTemplate(
  template: Template, message: string, isEnd: EndTest = isSuffix,
): Record<string, string> | undefined {
  const { literals, names, numeric } = template;
  const first = literals[0] ?? '';
  if (!message.startsWith(first)) return undefined;
  const values: Record<string, string> = {};
  let at = first.length;
  for (let i = 0; i < names.length; i++) {
    const literal = literals[i + 1] ?? '';
    const end = endOfValue(message, at, literal, i === names.length - 1 ? isEnd : undefined);
    if (end < 0) return undefined;
    const value = message.slice(at, end);
    if (numeric[i] && !isNumber(value)) return undefined;
    values[names[i] ?? ''] = value;
    at = end + literal.length;
  }
  return names.length > 0 || isEnd(message, at) ? values : undefined;
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

function isNumber(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if ((code < 48 || code > 57) && code !== 46 && code !== 45) return false;
  }
  return value.length > 0;
}

/** A template with the loggers that write it; what the index is built of. */
export interface Indexed<T> {
  readonly loggers: readonly string[];
  readonly template: Template;
  readonly value: T;
}

export interface TemplateMatch<T> {
  readonly value: T;
  readonly captures: Readonly<Record<string, string>>;
}

const keyLength = 4;
/** So many templates without first letters are sooner tried in turn than looked up by a word. */
const fewRows = 4;

interface LoggerRows<T> {
  /** Templates by their first letters, those with the most literal text first. */
  readonly byKey: ReadonlyMap<string, readonly Indexed<T>[]>;
  /** Templates that begin with a placeholder, by one of their words; undefined when they are few. */
  readonly byWord: ReadonlyMap<string, readonly Indexed<T>[]> | undefined;
  /** Those of them that have no word, or all of them when they are few. */
  readonly others: readonly Indexed<T>[];
}

/** Finds the template of a message by its logger and its first four letters, else by a word. */
export class TemplateIndex<T> {
  readonly #byLogger = new Map<string, LoggerRows<T>>();

  constructor(rows: readonly Indexed<T>[]) {
    const lengths = new Map(rows.map((row) => [row, literalLength(row.template)]));
    const sorted = [...rows].sort((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0));
    const byLogger = new Map<string, Indexed<T>[]>();
    for (const row of sorted) for (const logger of row.loggers) append(byLogger, logger, row);
    for (const [logger, own] of byLogger) this.#byLogger.set(logger, rowsOfLogger(own));
  }

  /** Whether any template is written by this logger: a cheap question before the message is looked at. */
  knows(logger: string): boolean {
    return this.#byLogger.has(logger);
  }

  /** The matching template with the most literal text; at `joints` text was joined, a blank may be lost. */
  find(logger: string, message: string, joints: readonly number[] = []): TemplateMatch<T> | undefined {
    const rows = this.#byLogger.get(logger);
    if (!rows) return undefined;
    const found = search(rows.byKey.get(message.slice(0, keyLength)), message)
      ?? search(withoutKey(rows, message), message);
    if (found || joints.length === 0) return found;
    return this.find(logger, withBlanks(message, joints));
  }

  /** All templates that `match` accepts, in no order. */
  findAll(logger: string, message: string, match: Matcher): TemplateMatch<T>[] {
    const rows = this.#byLogger.get(logger);
    if (!rows) return [];
    const found: TemplateMatch<T>[] = [];
    const collect = (candidates: readonly Indexed<T>[] | undefined) => {
      for (const { template, value } of candidates ?? []) {
        const captures = match(template, message);
        if (captures) found.push({ value, captures });
      }
    };
    collect(rows.byKey.get(message.slice(0, keyLength)));
    collect(withoutKey(rows, message));
    return found;
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function rowsOfLogger<T>(rows: readonly Indexed<T>[]): LoggerRows<T> {
  const byKey = new Map<string, Indexed<T>[]>();
  const keyless: Indexed<T>[] = [];
  for (const row of rows) {
    const first = row.template.literals[0] ?? '';
    if (first.length >= keyLength) append(byKey, first.slice(0, keyLength), row);
    else keyless.push(row);
  }
  if (keyless.length <= fewRows) return { byKey, byWord: undefined, others: keyless };
  const byWord = new Map<string, Indexed<T>[]>();
  const others: Indexed<T>[] = [];
  for (const [number, word] of rarestWords(keyless.map(({ template }) => template.literals)).entries()) {
    const row = keyless[number];
    if (row && word !== undefined) append(byWord, word, row);
    else if (row) others.push(row);
  }
  return { byKey, byWord, others };
}

function withoutKey<T>({ byWord, others }: LoggerRows<T>, message: string): readonly Indexed<T>[] {
  if (!byWord) return others;
  const found = new Set([...wordsIn(message).flatMap((word) => byWord.get(word) ?? []), ...others]);
  return [...found].sort(longestFirst);
}

function search<T>(rows: readonly Indexed<T>[] | undefined, message: string): TemplateMatch<T> | undefined {
  if (!rows) return undefined;
  for (const row of rows) {
    const captures = matchTemplate(row.template, message);
    if (captures) return { value: row.value, captures };
  }
  return undefined;
}

function longestFirst<T>(a: Indexed<T>, b: Indexed<T>): number {
  return literalLength(b.template) - literalLength(a.template);
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
