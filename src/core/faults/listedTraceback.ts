// A message that holds a traceback as a Python list of strings → the traceback's lines.

/**
 * The lines of a traceback that was logged as a Python list of strings,
 * `['Traceback (most recent call last):\n', …]`.
 * @returns the lines, or undefined where no such list begins in the text.
 */
export function linesOfList(text: string): readonly string[] | undefined {
  const start = text.indexOf('Traceback (most recent call last)');
  if (start < 2 || (text[start - 1] !== "'" && text[start - 1] !== '"')) return undefined;
  let all = '';
  let at = start - 1;
  while (at < text.length) {
    const quote = text[at];
    if (quote !== "'" && quote !== '"') break;
    const end = closing(text, at + 1, quote);
    all += unescape(text.slice(at + 1, end));
    at = end + 1;
    while (at < text.length && /[\s,ub]/.test(text[at] ?? '')) at++;
  }
  return all.split('\n');
}

function closing(text: string, from: number, quote: string): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i;
  }
  return text.length;
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c === 'r' ? '' : c));
}
