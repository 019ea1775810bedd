// A template anywhere in a text → what its placeholders hold there. One pass, no going back.

import type { Template } from '../template';

/** A value of a log may be anything: so much of it fits in a sentence. */
const longest = 160;

/**
 * @param template one whose last placeholder, when nothing follows it, ends with the line.
 * @returns the values by name; undefined when the text does not contain it.
 */
export function findWithin({ literals, names }: Template, text: string): Record<string, string> | undefined {
  const first = literals[0] ?? '';
  const start = text.indexOf(first);
  if (start < 0) return undefined;
  const values: Record<string, string> = {};
  let at = start + first.length;
  for (const [number, name] of names.entries()) {
    const literal = literals[number + 1] ?? '';
    const end = literal === '' ? endOfLine(text, at) : text.indexOf(literal, at);
    if (end < 0) return undefined;
    values[name] = withoutBreak(text.slice(at, Math.min(end, at + longest))).trim();
    at = end + literal.length;
  }
  return values;
}

/** What a command said stands in the text of its exception as Python writes a string, often to its end. */
const writtenBreak = /\\r\\n|\\n['"]?$/;

function withoutBreak(value: string): string {
  const end = value.search(writtenBreak);
  return end < 0 ? value : value.slice(0, end);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
