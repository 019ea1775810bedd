// A physical line → the lines of the log in it: line breaks that syslog wrote as `#012` are breaks again, and
// brackets that Markdown escapes are brackets.

const written = '#012';
// what stands behind a break in a log, so that no number of an issue is taken for one
const isBreak = /#012(?:\d{4}-\d\d-\d\d[ T]|Traceback )/;
const escapedBracket = /\\\[(?:-|req-|None req-|instance: )/;
const mostLines = 2000;

/** @returns the lines in their order; undefined where the text is itself one, as almost all are. */
export function linesWithin(text: string): readonly string[] | undefined {
  const escaped = text.includes('\\[') && escapedBracket.test(text);
  const plain = escaped ? text.replace(/\\([[\]_])/g, '$1') : text;
  if (!plain.includes(written) || !isBreak.test(plain)) return escaped ? [plain] : undefined;
  return plain.split(written, mostLines);
}
