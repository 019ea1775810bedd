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

/** `\[instance: …\]` → `[instance: …]`; any other text stays as it is. */
export function unescapeBrackets(text: string): string {
  if (!text.includes('\\[') || !escapedBracket.test(text)) return text;
  return text.replace(/\\([[\]_])/g, '$1');
}
