// A line in which a log stands as a string, its line breaks written out (Ansible's `stdout`, what JSON or
// Python made of a file) → the lines of that log, and of what stands behind it where that is of a log too.

import { isEscaped, parsedJson, quoteFrom } from './fields';

/** A head of Nova's, and one behind a break that is written out, whatever stands before it. */
const anyHead = /\b(?:DEBUG|INFO|WARNING|ERROR|CRITICAL|AUDIT|TRACE) (?:nova|oslo)[\w.]{0,99}/;
const writtenHead = /\\n[^\\\n]{0,200}?\b(?:DEBUG|INFO|WARNING|ERROR|CRITICAL|AUDIT|TRACE) (?:nova|oslo)[\w.]{0,99}/g;
/** What is before the string says what it is; of text that is longer the beginning is looked at. */
const farthest = 64 * 1024;
const deepest = 4;
/** What stands before a quote that opens a string, which may be one of Python's with a prefix. */
const mayOpen = /(?:^|\W)[bru]{0,2}$/i;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Whether the beginning of a line shows that a log stands in it. */
export function holdsWrittenLines(text: string): boolean {
  return text.includes('\\n') && text.search(writtenHead) >= 0;
}

/** @returns undefined where no log stands in the line as a string. */
export function writtenLines(text: string): readonly string[] | undefined {
  return holdsWrittenLines(text) ? linesIn(text, 0) : undefined;
}

function linesIn(text: string, depth: number): readonly string[] | undefined {
  const first = anyHead.exec(text.slice(0, farthest));
  if (!first) return undefined;
  const open = quoteAround(text, first.index);
  // a line that begins with a head is Nova's own, whatever it quotes, unless it is the inside of a string
  const beyond = headWritten(text, open < 0 ? 2 : 1);
  if (beyond < 0) return undefined;
  const end = endOfString(text, open, beyond);
  const lines = unwritten(text, open, end).replace(/^[\r\n]+/, '').trimEnd().split(/\r?\n/);
  const inside = lines.flatMap((line) => deeper(line, depth));
  return [...inside, ...behind(text.slice(end + 1), lines, depth)];
}

/** Where the first (1), the second (2), … head behind a written break stands; -1: there are fewer. */
function headWritten(text: string, which: number): number {
  let seen = 0;
  for (const { index } of text.matchAll(writtenHead)) {
    seen += 1;
    if (seen === which) return index;
  }
  return -1;
}

function deeper(line: string, depth: number): readonly string[] {
  return (depth < deepest && holdsWrittenLines(line) ? linesIn(line, depth + 1) : undefined) ?? [line];
}

/** What else the document says that is of a log, unless it says the same lines again (`stdout_lines`). */
function behind(text: string, lines: readonly string[], depth: number): readonly string[] {
  const at = anyHead.exec(text)?.index ?? -1;
  return at < 0 || lines.some((line) => line.includes(text.slice(at, at + 40))) ? [] : deeper(text, depth);
}

/** Where the string opens in which a place lies; -1: in none. An apostrophe within a word opens nothing. */
function quoteAround(text: string, place: number): number {
  for (let at = 0; at < place; at += 1) {
    const sign = text[at];
    if ((sign !== '"' && sign !== '\'') || !opensString(text, at)) continue;
    const end = quoteFrom(text, sign, at + 1);
    if (end < 0 || end > place) return at;
    at = end;
  }
  return -1;
}

function opensString(text: string, at: number): boolean {
  return mayOpen.test(text.slice(Math.max(0, at - 3), at)) && !isEscaped(text, at);
}

/** Where the string's closing quote stands, behind a written head; the text's end where there is none. */
function endOfString(text: string, open: number, beyond: number): number {
  const end = open < 0 ? -1 : quoteFrom(text, text[open] ?? '', beyond);
  return end < 0 ? text.length : end;
}

function unwritten(text: string, open: number, end: number): string {
  const value = text[open] === '"' ? parsedJson(text.slice(open, end + 1)) : undefined;
  return typeof value === 'string' ? value
    : text.slice(open + 1, end).replace(/\\([nrt'"\\/])/g, (_, sign: string) => escapes[sign] ?? sign);
}
