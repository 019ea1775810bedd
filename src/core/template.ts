// Nova's own message templates → literals and captures, and an index that finds the templates a message matches.
// The only matcher of the house: one pass over the message per candidate, candidates by logger and first letters.

/** A compiled template. `names` are the placeholders' names, or their index for `%s`. */
export interface Template {
  readonly text: string;
  readonly literals: readonly string[];
  readonly names: readonly string[];
  readonly numeric: readonly boolean[];
}

const placeholder = /%(?:\(([^)]*)\))?[-#0 +]?\d*(?:\.\d+)?([a-zA-Z%])/g;

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

/**
 * Matches a whole message. Behind the template may stand what oslo.log adds: the `: Class: text` summary and the
 * DEBUG suffix that names function and file.
 * @returns the placeholders' values by name, or undefined when the message is not of this template.
 */
export function matchTemplate(template: Template, message: string): Record<string, string> | undefined {
  const { literals, names, numeric } = template;
  const first = literals[0] ?? '';
  if (!message.startsWith(first)) return undefined;
  const values: Record<string, string> = {};
  let at = first.length;
  for (let i = 0; i < names.length; i++) {
    const literal = literals[i + 1] ?? '';
    const end = endOfValue(message, at, literal, i === names.length - 1);
    if (end < 0) return undefined;
    const value = message.slice(at, end);
    if (numeric[i] && !isNumber(value)) return undefined;
    values[names[i] ?? ''] = value;
    at = end + literal.length;
  }
  return names.length > 0 || isSuffix(message, at) ? values : undefined;
}

// A value ends where the next literal begins; behind the last literal only a suffix may follow.
function endOfValue(message: string, from: number, literal: string, last: boolean): number {
  if (literal === '') return last ? message.length : from;
  for (let end = message.indexOf(literal, from); end >= 0; end = message.indexOf(literal, end + 1)) {
    if (!last || isSuffix(message, end + literal.length)) return end;
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

/** Finds the template of a message by its logger and its first four letters. */
export class TemplateIndex<T> {
  readonly #byLogger = new Map<string, Map<string, Indexed<T>[]>>();

  constructor(rows: readonly Indexed<T>[]) {
    for (const row of rows) {
      for (const logger of row.loggers) {
        const byKey = this.#byLogger.get(logger) ?? new Map<string, Indexed<T>[]>();
        this.#byLogger.set(logger, byKey);
        const first = row.template.literals[0] ?? '';
        const key = first.length >= keyLength ? first.slice(0, keyLength) : '';
        byKey.set(key, [...(byKey.get(key) ?? []), row].sort(longestFirst));
      }
    }
  }

  /** Whether any template is written by this logger: a cheap question before the message is looked at. */
  knows(logger: string): boolean {
    return this.#byLogger.has(logger);
  }

  /** The template with the most literal text that matches; where text was joined at `joints`, a blank may be lost. */
  find(logger: string, message: string, joints: readonly number[] = []): TemplateMatch<T> | undefined {
    const byKey = this.#byLogger.get(logger);
    if (!byKey) return undefined;
    const found = search(byKey.get(message.slice(0, keyLength)), message) ?? search(byKey.get(''), message);
    if (found || joints.length === 0) return found;
    return this.find(logger, withBlanks(message, joints));
  }
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

function withBlanks(message: string, joints: readonly number[]): string {
  let text = '';
  let from = 0;
  for (const joint of joints) {
    text += message.slice(from, joint) + ' ';
    from = joint;
  }
  return text + message.slice(from);
}
