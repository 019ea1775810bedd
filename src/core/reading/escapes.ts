// What other tools made of characters of a line: line breaks that syslog wrote as numbers, and brackets
// that Markdown escapes.

/** How syslog spells a line break within a message. */
export const writtenBreak = '#012';

// what stands behind a break of a log, so that no number of an issue is taken for one
const surely = /#012(?:\d{4}-\d\d-\d\d[ T]|Traceback )/;
const escapedBracket = /\\\[(?:-|req-|None req-|instance: )/;

/** Whether line breaks are written out in a text of which nothing says that syslog carried it. */
export function hasWrittenBreaks(text: string): boolean {
  return text.includes(writtenBreak) && surely.test(text);
}

const escapedLetter = /\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|\\u([\da-f]{4})/gi;
const lastControl = 0xa0;
const shown = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

/** Letters that Python 2 wrote as numbers; what is ASCII or cannot be seen stays as it is written. */
export function withLetters(text: string): string {
  if (!text.includes('\\u')) return text;
  return text.replace(escapedLetter, (written, _high, _low, _one, at: number) => {
    if (text[at - 1] === '\\') return written;
    const codes = written.split('\\u').slice(1).map((code) => parseInt(code, 16));
    const letter = String.fromCharCode(...codes);
    return (codes[0] ?? 0) > lastControl && shown.test(letter) ? letter : written;
  });
}

/** `\[instance: …\]` → `[instance: …]`; any other text stays as it is. */
export function unescapeBrackets(text: string): string {
  if (!text.includes('\\[') || !escapedBracket.test(text)) return text;
  return text.replace(/\\([[\]_])/g, '$1');
}
