// The first lines of a log → what stands before their heads where no wrapper is known that looks so. The
// heads themselves show where it ends; what is before them has one form, and so before lines without a head.

import { withoutEscapes } from './frame';
import type { Shape } from './shape';

/** Characters in which the head of a line begins. */
const farthest = 300;
const longestLine = 1000;
/** A whole head of oslo.log, and one without a time of whose brackets the beginning stands there. */
const timedHead = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,9})? (?:\d{1,10} )?(?:DEBUG|INFO|WARNING|ERROR|TRACE|AUDIT|CRITICAL) [A-Za-z_][\w.]{0,200} /;
const bareHead = /(?:DEBUG|INFO|WARNING|ERROR|TRACE|AUDIT|CRITICAL) [A-Za-z_]\w{0,80}(?:\.\w{1,80}){1,9} \[(?:req-|None |-|instance: )/;
const word = /[\w.:+-]{1,300}/g;
const share = 0.8;

export interface StrangePrefix {
  /** Literal texts; between them stand words. Undefined: only heads tell where the prefix ends. */
  readonly parts: readonly string[] | undefined;
  /** The names of other fields stand before other lines: those are none of the log. */
  readonly isField: boolean;
  /** It opens a string, behind which other fields may stand. */
  readonly isQuoted: boolean;
}

/** Where a head begins that something stands before; -1: nowhere. */
export function placeOfHead(text: string): number {
  const begin = text.length > longestLine ? text.slice(0, longestLine) : text;
  const place = timedHead.exec(begin)?.index ?? placeOfBareHead(begin);
  return place > 0 && place <= farthest ? place : -1;
}

/** What is left of a time that was cut is nothing strange. */
function placeOfBareHead(text: string): number {
  const place = bareHead.exec(text)?.index ?? -1;
  return /^[\d:., TZ-]*$/.test(text.slice(0, place)) ? -1 : place;
}

/** @param prefixes what stands before the heads of a log, not empty */
export function strangePrefixOf(prefixes: readonly string[]): StrangePrefix {
  const counts = new Map<string, number>();
  for (const prefix of prefixes) {
    const form = prefix.replace(word, '\0');
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const [form = '', count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (count < share * prefixes.length) return { parts: undefined, isField: false, isQuoted: false };
  const fitting = prefixes.filter((prefix) => prefix.replace(word, '\0') === form);
  const words = fitting.map((prefix) => prefix.match(word) ?? []);
  const parts = form.split('\0');
  // a word that is the same before every head is part of the text
  let text = parts[0] ?? '';
  const made: string[] = [];
  for (const [at, next] of parts.slice(1).entries()) {
    const first = words[0]?.[at] ?? '';
    // of one prefix alone numbers are taken to differ
    const isSame = words.length > 1 || !/\d/.test(first);
    if (isSame && words.every((all) => all[at] === first)) {
      text += first + next;
    } else {
      made.push(text);
      text = next;
    }
  }
  // a word that differs and ends where the head begins has no end of its own
  const hasEnd = made.length === 0 || text !== '';
  return {
    parts: hasEnd ? [...made, text] : undefined, isField: /(?:^|\s)MESSAGE=$/.test(text),
    isQuoted: hasEnd && text.endsWith('"'),
  };
}

/** A line whose words stand in quotes, with what stands before them and nothing behind. */
export function withoutQuote(line: string, { parts, isQuoted }: StrangePrefix): string {
  const from = isQuoted && parts ? endOfParts(line, parts) : -1;
  const end = from > 0 ? endOfString(line, from) : -1;
  if (end < 0) return line;
  const before = line.slice(0, from);
  return before + withoutEscapes(line.slice(from, end), openingOfJson.test(before) ? 'json' : 'doubled');
}

/** Behind a name or in a list; CSV has a comma before it, and doubles quotes. */
const openingOfJson = /[:=>]\s?"$|^\s*\[/;
const behindString = /^(?:[\s,;|)\]}]|$)/;

/** Where the quote stands that closes it: neither one of two nor one behind a backslash. -1: nowhere. */
function endOfString(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\' || line.startsWith('""', at)) at += 1;
    else if (line[at] === '"') return behindString.test(line.slice(at + 1, at + 2)) ? at : -1;
  }
  return -1;
}

/** Reads what stands before a line: the words between the texts, or all before a head. */
export function shapeOf({ parts }: StrangePrefix): Shape {
  return (text, at) => {
    if (at !== 0) return -1;
    const end = parts ? endOfParts(text, parts) : -1;
    return end > 0 ? end : placeOfHead(text);
  };
}

const otherField = /^\s{0,20}_{0,2}[A-Z][A-Z0-9_]{1,60}=|^\S.{0,200} \[s=[0-9a-f]{1,40};/;

const otherMember = /^\s{0,80}(?:"[\w@. -]{1,80}"\s?(?::|=>)|[[\]{},\s]{1,80}$)/;

/** A line of journalctl -o export or verbose, or of an object of JSON, that holds no message. */
export function isOtherField(line: string, { isField, isQuoted }: StrangePrefix): boolean {
  if (isQuoted && otherMember.test(line)) return true;
  return isField && otherField.test(line) && !/^\s*MESSAGE=/.test(line);
}

function endOfParts(text: string, [first = '', ...others]: readonly string[]): number {
  if (!text.startsWith(first)) return -1;
  let end = first.length;
  for (const part of others) {
    const from = end;
    while (isWordCharacter(text.charCodeAt(end))) end += 1;
    if (end === from || !text.startsWith(part, end)) return -1;
    end += part.length;
  }
  return end;
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 58) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    || code === 95 || code === 45 || code === 46 || code === 43;
}
