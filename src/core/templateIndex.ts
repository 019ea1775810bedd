// Many templates → an index that finds those a message matches: candidates by logger and first letters, else
// by a word.

import { rarestWords, wordsIn } from './statements/templateWords';
import { literalLength, matchTemplate, withBlanks } from './template';
import type { Matcher, Template } from './template';

/** A template with the loggers that write it; what the index is built of. */
export interface Indexed<T> {
  readonly loggers: readonly string[];
  readonly template: Template;
  readonly value: T;
  /** Placeholders whose values are asked for; all, unless said. */
  readonly wanted?: readonly string[] | undefined;
}

export interface TemplateMatch<T> {
  readonly value: T;
  readonly captures: Readonly<Record<string, string>>;
}

/** Stands for every logger in the rows of an index. */
export const anyLogger = '*';

const keyLength = 4;
/** So many templates without first letters are sooner tried in turn than looked up by a word. */
const fewRows = 4;

interface Row<T> {
  readonly template: Template;
  readonly value: T;
  /** The numbers of the placeholders that are asked for. */
  readonly wanted: readonly number[] | undefined;
  /** Letters of the template that are fixed. */
  readonly fixed: number;
}

interface LoggerRows<T> {
  /** Templates by their first letters, those with the most literal text first. */
  readonly byKey: ReadonlyMap<number, readonly Row<T>[]>;
  /** Templates that begin with a placeholder, by one of their words; undefined when they are few. */
  readonly byWord: ReadonlyMap<string, readonly Row<T>[]> | undefined;
  /** Those of them that have no word, or all of them when they are few. */
  readonly others: readonly Row<T>[];
}

/** The templates of one logger, put in order when its first message comes: most loggers of the tables do not
 *  occur in a log. */
class LoggerTemplates<T> {
  readonly #unsorted: readonly Row<T>[];
  #rows: LoggerRows<T> | undefined;

  constructor(unsorted: readonly Row<T>[]) {
    this.#unsorted = unsorted;
  }

  get rows(): LoggerRows<T> {
    return (this.#rows ??= rowsOfLogger(this.#unsorted));
  }
}

/** Finds the template of a message by its logger and its first four letters, else by a word. */
export class TemplateIndex<T> {
  readonly #byLogger = new Map<string, LoggerTemplates<T>>();
  /** Those of every logger. */
  readonly #ofAny: LoggerTemplates<T> | undefined;

  constructor(rows: readonly Indexed<T>[]) {
    const byLogger = new Map<string, Row<T>[]>();
    for (const row of rows) {
      const own = rowOf(row);
      for (const logger of row.loggers) append(byLogger, logger, own);
    }
    for (const [logger, own] of byLogger) {
      this.#byLogger.set(logger, new LoggerTemplates(own));
    }
    this.#ofAny = this.#byLogger.get(anyLogger);
  }

  /** Whether any template is written by this logger: a cheap question before the message is looked at. */
  knows(logger: string): boolean {
    return this.#ofAny !== undefined || this.#byLogger.has(logger);
  }

  /** The matching template with the most literal text; at `joints` text was joined, a blank may be lost. */
  find(logger: string, message: string, joints: readonly number[] = []): TemplateMatch<T> | undefined {
    const found = findIn(this.#byLogger.get(logger)?.rows, message) ?? findIn(this.#ofAny?.rows, message);
    if (found || joints.length === 0) return found;
    return this.find(logger, withBlanks(message, joints));
  }

  /** All templates that `match` accepts, in no order. */
  findAll(logger: string, message: string, match: Matcher): TemplateMatch<T>[] {
    const rows = this.#byLogger.get(logger)?.rows;
    if (!rows) return [];
    const found: TemplateMatch<T>[] = [];
    const collect = (candidates: readonly Row<T>[] | undefined) => {
      for (const { template, value } of candidates ?? []) {
        const captures = match(template, message);
        if (captures) found.push({ value, captures });
      }
    };
    collect(rows.byKey.get(keyOf(message)));
    collect(withoutKey(rows, message));
    return found;
  }
}

function findIn<T>(rows: LoggerRows<T> | undefined, message: string): TemplateMatch<T> | undefined {
  if (!rows) return undefined;
  return search(rows.byKey.get(keyOf(message)), message) ?? search(withoutKey(rows, message), message);
}

/** A number for the first letters. Others may have the same one: the template itself is held against them. */
function keyOf(text: string): number {
  let key = 0;
  for (let i = 0; i < keyLength; i++) key = (key * 31 + text.charCodeAt(i)) | 0;
  return key;
}

function rowOf<T>({ template, value, wanted }: Indexed<T>): Row<T> {
  const numbers = wanted?.map((name) => template.names.indexOf(name));
  return { template, value, wanted: numbers, fixed: literalLength(template) };
}

function append<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function rowsOfLogger<T>(unsorted: readonly Row<T>[]): LoggerRows<T> {
  const rows = [...unsorted].sort(longestFirst);
  const byKey = new Map<number, Row<T>[]>();
  const keyless: Row<T>[] = [];
  for (const row of rows) {
    const first = row.template.literals[0] ?? '';
    if (first.length >= keyLength) append(byKey, keyOf(first), row);
    else keyless.push(row);
  }
  if (keyless.length <= fewRows) return { byKey, byWord: undefined, others: keyless };
  const byWord = new Map<string, Row<T>[]>();
  const others: Row<T>[] = [];
  for (const [number, word] of rarestWords(keyless.map(({ template }) => template.literals)).entries()) {
    const row = keyless[number];
    if (row && word !== undefined) append(byWord, word, row);
    else if (row) others.push(row);
  }
  return { byKey, byWord, others };
}

function withoutKey<T>({ byWord, others }: LoggerRows<T>, message: string): readonly Row<T>[] {
  if (!byWord) return others;
  let found: Set<Row<T>> | undefined;
  for (const word of wordsIn(message)) {
    for (const row of byWord.get(word) ?? []) found = (found ?? new Set()).add(row);
  }
  return found ? [...found, ...others].sort(longestFirst) : others;
}

function search<T>(rows: readonly Row<T>[] | undefined, message: string): TemplateMatch<T> | undefined {
  if (!rows) return undefined;
  for (const row of rows) {
    const captures = matchTemplate(row.template, message, undefined, row.wanted);
    if (captures) return { value: row.value, captures };
  }
  return undefined;
}

function longestFirst<T>(a: Row<T>, b: Row<T>): number {
  return b.fixed - a.fixed;
}
