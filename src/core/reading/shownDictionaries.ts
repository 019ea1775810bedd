// Dictionaries as newer clients of OpenStack show them, one below the other (`event='compute_x', host='a',
// result=, traceback='…'`) → their members; a value may hold quotes and go on over several lines.

import type { Fields } from './fields';

const begins = /^\s{0,8}(?:event|details)=(?:'|,|$)/;
const member = /([a-zA-Z_]{1,30})=(?=['",\s]|$)/g;
const mostMembers = 2000;

/** @returns undefined where no such dictionary begins. */
export function parseShownDictionaries(text: string): readonly Fields[] | undefined {
  if (!begins.test(text)) return undefined;
  const found = [...text.matchAll(member)].filter(({ index }) => isApart(text, index)).slice(0, mostMembers);
  const made: Record<string, unknown>[] = [];
  found.forEach((one, at) => {
    const [whole, name = ''] = one;
    const value = text.slice(one.index + whole.length, found[at + 1]?.index ?? text.length);
    const above = made.at(-1);
    if (above && !(name in above)) above[name] = valueOf(value);
    else made.push({ [name]: valueOf(value) });
  });
  return made;
}

/** A comma or a line's end stands before it, behind a value that is over. */
function isApart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && text[before] === ' ') before -= 1;
  if (before < 0) return true;
  if (text[before] === '\n') {
    while (before >= 0 && /\s/.test(text[before] ?? '')) before -= 1;
    return before < 0 || /['",=]/.test(text[before] ?? '');
  }
  return text[before] === ',' && /['"=]/.test(text[before - 1] ?? '');
}

function valueOf(written: string): string | undefined {
  let end = written.length;
  while (end > 0 && /[,\s]/.test(written[end - 1] ?? '')) end -= 1;
  const text = written.slice(0, end);
  const quote = text.charAt(0);
  if (quote !== '\'' && quote !== '"') return undefined;
  return text.slice(1, text.endsWith(quote) && text.length > 1 ? -1 : undefined);
}
