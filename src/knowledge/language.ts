// The language that people read, chosen once at start. In: its tables, as they are loaded. Out: tables that
// speak it, field by field, English where it has no word.

export type Language = 'en' | 'zh-cn';

/** Words of one table: a sentence or what makes one, by key. */
type Table = Readonly<Record<string, unknown>>;

interface Spoken {
  language: Language;
  readonly tables: Map<string, Table>;
}

// Each lazily loaded chunk is a bundle with its own copy of this module: what they share hangs on the global
// object.
const key = Symbol.for('nova-lens.language');

function spoken(): Spoken {
  const known: unknown = Reflect.get(globalThis, key);
  if (isSpoken(known)) return known;
  const fresh: Spoken = { language: 'en', tables: new Map() };
  Reflect.set(globalThis, key, fresh);
  return fresh;
}

function isSpoken(value: unknown): value is Spoken {
  return typeof value === 'object' && value !== null && 'language' in value && 'tables' in value;
}

/** Speaks this language from now on, with the tables that `addTables` hands over. */
export function speak(language: Language): void {
  const now = spoken();
  now.language = language;
  now.tables.clear();
}

export function spokenLanguage(): Language {
  return spoken().language;
}

/** Tables of the language that is spoken, by name; they may come in several loads. */
export function addTables(tables: Readonly<Record<string, Table>>): void {
  for (const [name, table] of Object.entries(tables)) spoken().tables.set(name, table);
}

/** A word of a table in the language that is spoken; undefined: English says it, or nobody. */
export function translationOf(table: string, word: string): unknown {
  const { language, tables } = spoken();
  if (language === 'en') return undefined;
  const words = tables.get(table);
  return words && Object.hasOwn(words, word) ? words[word] : undefined;
}

/**
 * The English table, whose words are those of the language that is spoken when they are asked for.
 * @param name the name of the same table in the other languages
 */
export function translated<T extends object>(name: string, english: T): T {
  return withGetters(english, Object.keys(english), (word) => translationOf(name, word));
}

/** Rows of which some fields are words; a language's table holds these fields by the row's key. */
export function translatedRows<K extends string, R extends object>(
  name: string, rows: Readonly<Record<K, R>>, fields: readonly (string & keyof R)[],
): Readonly<Record<K, R>> {
  const speaking: Record<K, R> = { ...rows };
  for (const id in rows) {
    speaking[id] = withGetters(rows[id], fields, (field) => fieldOf(translationOf(name, id), field));
  }
  return speaking;
}

function fieldOf(row: unknown, field: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined;
}

function withGetters<T extends object>(
  english: T, words: readonly string[], translate: (word: string) => unknown,
): T {
  const table = { ...english };
  for (const word of words) {
    const own: unknown = Reflect.get(english, word);
    if (own === undefined) continue;
    Object.defineProperty(table, word, { enumerable: true, get: () => translate(word) ?? own });
  }
  return table;
}

/** What a table of another language looks like: the same keys, other words. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string ? string
    : T[K] extends (...args: infer A) => string ? (...args: A) => string : Words<T[K]>;
};

const chinese = /^zh(?:[-_](?:cn|sg|hans)(?:[-_]\w+)?)?$/;
const english = /^(?:en(?:[-_][\w-]*)?|c|posix)$/;

/** A language as people and systems name it: `zh-cn`, `zh_CN.UTF-8`, `en_GB`; undefined: none of these. */
export function parseLanguage(text: string): Language | undefined {
  const [name = ''] = text.trim().toLowerCase().split(/[.@]/, 1);
  if (chinese.test(name)) return 'zh-cn';
  return english.test(name) ? 'en' : undefined;
}
