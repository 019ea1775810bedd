// A line of which the scanner has told the statement → the host that it names, without reading it in full.

import { specs } from '../indexTables';
import { compileTemplate, matchTemplate } from '../template';
import type { Template } from '../template';

interface Naming {
  readonly template: Template;
  /** How the placeholder is called that holds the host. */
  readonly name: string;
}

/** By code; undefined: its statement names none, or begins with what differs. */
const known = new Map<number, Naming | undefined>();

/** @param code of the line's row in an index
 *  @returns undefined where only a full reading tells it. */
export function hostOfCode(code: number, line: string): string | undefined {
  if (!known.has(code)) known.set(code, namingOf(code));
  const naming = known.get(code);
  if (!naming) return undefined;
  const begin = line.indexOf(naming.template.literals[0] ?? '');
  const host = begin < 0 ? undefined : matchTemplate(naming.template, line.slice(begin))?.[naming.name];
  // what is put behind a line is none of its name
  return host !== undefined && /^[\w.-]{1,255}$/.test(host) ? host : undefined;
}

function namingOf(code: number): Naming | undefined {
  const { text = '', captures = {} } = specs[code - 1] ?? {};
  const names = Object.entries(captures);
  const [name] = names.find(([, one]) => one === 'node') ?? names.find(([, one]) => one === 'host') ?? [];
  const template = compileTemplate(text);
  return name === undefined || template.literals[0] === '' ? undefined : { template, name };
}
