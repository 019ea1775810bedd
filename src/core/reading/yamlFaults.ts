// YAML that `openstack server show -f yaml` prints → of what tells of an exception one line of JSON, at the
// line that does; all other lines as they are.

import type { WholeLine } from './rejoin';

const begin = /^fault:\s*$/;
const nameOfRoot = /^[\w.@-][\w.:@-]*$/;
const longestName = 80;
const member = /^ {1,8}([a-z]{1,20}): ?(.*)$/;
const mostCharacters = 1 << 20;

interface Answer {
  readonly first: number;
  last: number;
  /** The members of the fault, as they are written. */
  readonly members: Map<string, string>;
  /** The member that a further line goes on with. */
  name: string | undefined;
  size: number;
}

/** A mapping has an exception in it. */
export function hasYamlFaults(texts: readonly string[]): boolean {
  return texts.some((text, at) => begin.test(text) && member.test(texts[at + 1] ?? ''));
}

export class YamlFaults {
  readonly #next: (line: WholeLine) => void;
  #answer: Answer | undefined;
  #id: string | undefined;

  constructor(next: (line: WholeLine) => void) {
    this.#next = next;
  }

  readonly push = (line: WholeLine): void => {
    const { text } = line;
    if (begin.test(text)) return this.#begin(line);
    const name = rootNameOf(text);
    if (name === 'id') this.#id = scalarOf(text.slice(name.length + 1));
    const answer = this.#answer;
    if (!answer) return this.#next(line);
    if (name !== undefined) answer.name = undefined;
    else if (!/^[ -]/.test(text)) this.#pass(line);
    else if (answer.last === line.first - 1 && answer.size < mostCharacters) this.#grow(answer, line);
  };

  settle(): void {
    const answer = this.#answer;
    this.#answer = undefined;
    if (!answer) return;
    const fault = Object.fromEntries([...answer.members].map(([name, text]) => [name, scalarOf(text)]));
    const text = JSON.stringify({ id: this.#id, fault });
    this.#id = undefined;
    this.#next({ first: answer.first, last: answer.last, text, joints: [] });
  }

  #begin({ first, last }: WholeLine): void {
    this.settle();
    this.#answer = { first, last, members: new Map(), name: undefined, size: 0 };
  }

  #pass(line: WholeLine): void {
    this.settle();
    this.#next(line);
  }

  #grow(answer: Answer, { last, text }: WholeLine): void {
    const [, name, value = ''] = member.exec(text) ?? [];
    answer.last = last;
    answer.size += text.length;
    if (name !== undefined) {
      answer.name = name;
      answer.members.set(name, value);
    } else if (answer.name !== undefined) {
      const above = answer.members.get(answer.name) ?? '';
      answer.members.set(answer.name, joined(above, text.trim()));
    }
  }
}

function rootNameOf(text: string): string | undefined {
  const blank = text.indexOf(': ');
  const end = blank < 0 ? text.trimEnd().length - 1 : blank;
  if (end > longestName || text[end] !== ':') return undefined;
  return nameOfRoot.test(text.slice(0, end)) ? text.slice(0, end) : undefined;
}

/** A backslash at the end joins without a blank, one at the beginning keeps a blank. */
export function joined(above: string, text: string): string {
  const below = text.startsWith('\\ ') ? text.slice(1) : text;
  return above.startsWith('"') && above.endsWith('\\') ? above.slice(0, -1) + below : `${above} ${below}`;
}

export function scalarOf(written: string): string {
  const text = written.trim();
  if (text.startsWith('\'')) return text.replace(/^'|'$/g, '').replaceAll('\'\'', '\'');
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1).replace(/"$/, '').replaceAll('\\n', '\n').replaceAll('\\"', '"');
  }
}
