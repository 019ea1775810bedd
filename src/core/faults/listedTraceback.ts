// A message that holds a traceback as a Python list of strings → the traceback's lines.

/** One line of such a traceback. */
export interface ListedLine {
  readonly text: string;
  /** Where it begins in the message. */
  readonly offset: number;
}

const escaped: Readonly<Record<string, string>> = { t: '\t', r: '' };

/**
 * The lines of a traceback that was logged as a Python list of strings,
 * `['Traceback (most recent call last):\n', …]`.
 * @returns the lines, or undefined where no such list begins in the text.
 */
export function linesOfList(text: string): readonly ListedLine[] | undefined {
  const start = text.indexOf('Traceback (most recent call last)');
  if (start < 2 || (text[start - 1] !== "'" && text[start - 1] !== '"')) return undefined;
  const lines: ListedLine[] = [];
  let line = '';
  let offset = start;
  const add = (part: string, at: number): void => {
    if (line === '') offset = at;
    line += part;
  };
  let at = start - 1;
  const settle = (): void => {
    lines.push({ text: line, offset });
    line = '';
    offset = at + 1;
  };
  while (at < text.length) {
    const quote = text[at];
    if (quote !== "'" && quote !== '"') break;
    for (at++; at < text.length && text[at] !== quote; at++) {
      const sign = text[at] ?? '';
      if (sign !== '\\') add(sign, at);
      else if (text[++at] === 'n') settle();
      else add(escaped[text[at] ?? ''] ?? text[at] ?? '', at);
    }
    at++;
    while (at < text.length && /[\s,ub]/.test(text[at] ?? '')) at++;
  }
  settle();
  return lines;
}
