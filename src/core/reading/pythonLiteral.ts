// What Python prints of a dictionary or a list (`{u'code': 500, 'details': '…'}`) → the values in it, as far
// as the text goes: a page cuts what is long.

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['None', null], ['null', null], ['True', true], ['true', true], ['False', false], ['false', false],
]);
const deepest = 12;
const mostCharacters = 1 << 20;

/** @returns undefined where no dictionary, list or string begins. */
export function parsePythonLiteral(text: string): unknown {
  return new LiteralReader(text.slice(0, mostCharacters)).value(0);
}

class LiteralReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): unknown {
    this.#skip(/[\s,:]/);
    const sign = this.#text[this.#at];
    if (depth > deepest) this.#at = this.#text.length;
    if (sign === undefined || depth > deepest) return undefined;
    if (sign === '{') return this.#dictionary(depth);
    if (sign === '[' || sign === '(') return this.#list(depth);
    if (/[ub]/i.test(sign) && /['"]/.test(this.#text[this.#at + 1] ?? '')) this.#at += 1;
    const quote = this.#text[this.#at] ?? '';
    return quote === '\'' || quote === '"' ? this.#string(quote) : this.#word();
  }

  #dictionary(depth: number): Readonly<Record<string, unknown>> {
    const made: [string, unknown][] = [];
    this.#at += 1;
    while (this.#goesOn('}')) {
      const name = this.value(depth + 1);
      const value = this.value(depth + 1);
      if (typeof name === 'string') made.push([name.trim(), value]);
    }
    this.#at += 1;
    return Object.fromEntries(made);
  }

  #list(depth: number): readonly unknown[] {
    const made: unknown[] = [];
    this.#at += 1;
    while (this.#goesOn('])')) made.push(this.value(depth + 1));
    this.#at += 1;
    return made;
  }

  /** Another value comes before the bracket that closes; brackets that close nothing are passed over. */
  #goesOn(closing: string): boolean {
    this.#skip(/[\s,:]/);
    while (this.#isAt(']})') && !this.#isAt(closing)) {
      this.#at += 1;
      this.#skip(/[\s,:]/);
    }
    return this.#at < this.#text.length && !this.#isAt(closing);
  }

  #isAt(signs: string): boolean {
    const sign = this.#text[this.#at];
    return sign !== undefined && signs.includes(sign);
  }

  #string(quote: string): string {
    let made = '';
    for (this.#at += 1; this.#at < this.#text.length && this.#text[this.#at] !== quote; this.#at += 1) {
      const sign = this.#text[this.#at] ?? '';
      if (sign !== '\\') {
        made += sign;
        continue;
      }
      this.#at += 1;
      const behind = this.#text[this.#at] ?? '';
      const wide = behind === 'u' ? /^[\da-f]{4}/i.exec(this.#text.slice(this.#at + 1, this.#at + 5))?.[0] : undefined;
      if (wide === undefined) made += escapes[behind] ?? (/\w/.test(behind) ? `\\${behind}` : behind);
      else made += `\\u${wide}`;
    }
    this.#at += 1;
    return made;
  }

  #word(): unknown {
    const word = /^[^\s,:\]})'"]{1,80}/.exec(this.#text.slice(this.#at, this.#at + 80))?.[0];
    this.#at += word?.length ?? 1;
    if (word === undefined) return undefined;
    return words.has(word) ? words.get(word) : /^-?\d{1,15}$/.test(word) ? Number(word) : word;
  }

  #skip(signs: RegExp): void {
    while (this.#at < this.#text.length && signs.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }
}
