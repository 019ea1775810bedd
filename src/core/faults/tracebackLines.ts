// A line of a traceback → what kind it is, and the frame that it shows.

export interface RaisedFrame {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly at: number;
}

// blogs turn the quotes round
const framePattern = /^File ["\u201c]([^"\u201d]*)["\u201d], line (\d+)(?:, in (\S.*))?$/;
export const handling = 'During handling of the above exception';
export const directCause = 'The above exception was the direct cause';
export const begin = 'Traceback (most recent call last)';

/** Beginnings of the lines that can only come from a traceback. */
export const tracebackBeginnings: readonly string[] = [begin, handling, directCause, 'File '];

/** The frame that a line shows. */
export function frameIn(text: string): Omit<RaisedFrame, 'at'> | undefined {
  const line = text.trimStart();
  const found = line.startsWith('File ') ? framePattern.exec(line.trimEnd()) : null;
  if (!found) return undefined;
  return { file: found[1] ?? '', line: Number(found[2]), function: found[3] ?? '<module>' };
}

/** Whether a line, its indentation aside, can only come from a traceback. */
export function isTracebackLine(text: string): boolean {
  const line = text.trimStart();
  return (
    line.startsWith(begin) ||
    line.startsWith(handling) ||
    line.startsWith(directCause) ||
    frameIn(line) !== undefined
  );
}

/** The first line of a traceback. */
export function isTracebackStart(text: string): boolean {
  return text.trimStart().startsWith(begin);
}

/** A line with which a traceback goes on behind a class: the next one of a chain, or one in its message. */
export function isFurtherTraceback(text: string): boolean {
  return isTracebackLine(text) && !text.trimStart().startsWith('File ');
}

/**
 * Whether a line without context, which might be of a traceback, can only be a statement: words before any
 * colon.
 * A traceback's own lines are indented, name a file, or name a class.
 */
export function isBareStatement(text: string): boolean {
  const blank = text.indexOf(' ');
  if (blank <= 0 || isTracebackLine(text) || text.startsWith('[')) return false;
  const colon = text.indexOf(':');
  return colon < 0 || blank < colon;
}
