// A mapping of a rule file → its fields, each checked where it is taken. What is wrong becomes a problem with
// the place of the very key or value; nothing is thrown.

import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { LineCounter, Node, Pair, YAMLMap } from 'yaml';
import type { RulePlace, RuleProblem, RuleProblemId } from './rule';

/** Letters of one text of a rule; longer ones are refused. */
export const longestText = 4000;
/** Entries of one list of a rule. */
export const longestList = 100;

/** Collects the problems of one file. */
export class ProblemList {
  readonly problems: RuleProblem[] = [];
  readonly #file: string;
  readonly #lines: LineCounter;

  constructor(file: string, lines: LineCounter) {
    this.#file = file;
    this.#lines = lines;
  }

  add(id: RuleProblemId, at: RulePlace, args: RuleProblem['args'] = {}): void {
    this.problems.push({ id, severity: 'error', at, args });
  }

  /** @param range offsets of the text. */
  placeOf(range: readonly number[] | null | undefined): RulePlace {
    const [from = 0, to = from] = range ?? [];
    const start = this.#lines.linePos(from);
    const end = this.#lines.linePos(to);
    const line = Math.max(0, start.line - 1);
    const column = Math.max(0, start.col - 1);
    // a value of several lines is marked on its first one
    const endColumn = end.line === start.line ? Math.max(column + 1, end.col - 1) : column + 1;
    return { file: this.#file, line, column, endColumn };
  }
}

export interface TextWithDetail {
  readonly text: string;
  readonly detail: string | undefined;
}

/** The fields of one mapping, taken by name; `leftOver` tells of those that nobody took. */
export class Fields {
  readonly at: RulePlace;
  readonly #pairs = new Map<string, { readonly value: unknown; readonly at: RulePlace }>();
  readonly #taken = new Set<string>();
  readonly #list: ProblemList;

  constructor(map: YAMLMap, list: ProblemList, at?: RulePlace) {
    this.#list = list;
    this.at = at ?? list.placeOf(map.range);
    for (const pair of map.items as readonly Pair[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      this.#pairs.set(key, { value: pair.value, at: list.placeOf(rangeOf(pair.key)) });
    }
  }

  has(name: string): boolean {
    return this.#pairs.has(name);
  }

  /** Where the field's name stands; where the mapping begins when it is absent. */
  placeOf(name: string): RulePlace {
    return this.#pairs.get(name)?.at ?? this.at;
  }

  text(name: string): string | undefined {
    const value = this.#take(name);
    return value === undefined ? undefined : textOf(value, this.placeOf(name), name, this.#list);
  }

  requiredText(name: string): string | undefined {
    if (!this.has(name)) this.#list.add('missing', this.at, { key: name });
    return this.text(name);
  }

  /** One of a closed set. */
  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const text = this.text(name);
    const found = allowed.find((one) => one === text);
    if (text !== undefined && found === undefined) {
      const args = { key: name, value: text, allowed: allowed.join(', ') };
      this.#list.add('badChoice', this.placeOf(name), args);
    }
    return found;
  }

  /** A text, or a list of texts. */
  texts(name: string): readonly string[] {
    const value = this.#take(name);
    if (value === undefined) return [];
    if (!isSeq(value)) {
      const only = textOf(value, this.placeOf(name), name, this.#list);
      return only === undefined ? [] : [only];
    }
    return this.#entries(value, name).flatMap((entry) =>
      textOf(entry, this.#list.placeOf(rangeOf(entry)), name, this.#list) ?? []);
  }

  /** A mapping inside. */
  fields(name: string): Fields | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    if (isMap(value)) return new Fields(value, this.#list, this.placeOf(name));
    this.#list.add('notAMap', this.placeOf(name), { key: name });
    return undefined;
  }

  /** A list of mappings; a text stands for a mapping with only `text`. */
  list(name: string, detail: string): readonly TextWithDetail[] {
    const value = this.#take(name);
    if (value === undefined) return [];
    if (!isSeq(value)) {
      this.#list.add('notAList', this.placeOf(name), { key: name });
      return [];
    }
    return this.#entries(value, name).flatMap((entry) => {
      if (!isMap(entry)) {
        const text = textOf(entry, this.#list.placeOf(rangeOf(entry)), name, this.#list);
        return text === undefined ? [] : [{ text, detail: undefined }];
      }
      const own = new Fields(entry, this.#list);
      const [text, more] = [own.requiredText('text'), own.text(detail)];
      own.leftOver();
      return text === undefined ? [] : [{ text, detail: more }];
    });
  }

  /** The rules of a file, and other lists that their reader walks by itself. */
  maps(name: string): readonly Fields[] {
    const value = this.#take(name);
    if (!isSeq(value)) {
      this.#list.add('notAList', this.placeOf(name), { key: name });
      return [];
    }
    return value.items.flatMap((entry) => {
      if (isMap(entry)) return [new Fields(entry, this.#list)];
      this.#list.add('notAMap', this.#list.placeOf(rangeOf(entry)), { key: name });
      return [];
    });
  }

  /** Says which fields have a name that means nothing. */
  leftOver(): void {
    for (const [key, { at }] of this.#pairs) {
      if (!this.#taken.has(key)) this.#list.add('unknownKey', at, { key });
    }
  }

  #take(name: string): unknown {
    this.#taken.add(name);
    const value = this.#pairs.get(name)?.value;
    if (!isAlias(value)) return value ?? undefined;
    this.#list.add('alias', this.placeOf(name), { key: name });
    return undefined;
  }

  #entries(value: { readonly items: readonly unknown[] }, name: string): readonly unknown[] {
    if (value.items.length > longestList) {
      this.#list.add('tooMany', this.placeOf(name), { most: longestList });
    }
    return value.items.slice(0, longestList);
  }
}

function textOf(value: unknown, at: RulePlace, key: string, list: ProblemList): string | undefined {
  const plain = isScalar(value) ? value.value : undefined;
  const text = typeof plain === 'string' ? plain.trim() : typeof plain === 'number' ? String(plain) : '';
  if (text === '') list.add('notText', at, { key });
  else if (text.length > longestText) list.add('tooLong', at, { key, most: longestText });
  else return text;
  return undefined;
}

function rangeOf(node: unknown): readonly number[] | null | undefined {
  return isNode(node) ? node.range : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}
