// What the beginning of a log says of all its lines, and a line → the line without what was put around it or
// made of its characters everywhere: frames, marks of a page, colours, other quotes and blanks.

import { mayBeColoured, stripColours } from './colours';
import { withoutFrame } from './frame';
import type { Frame } from './frame';
import { stripBracketTags, unescapePage, withPlainQuotes } from './markup';
import { withoutQuote } from './strangePrefix';
import type { StrangePrefix } from './strangePrefix';

/** What a look at the beginning of a log says of all its lines. */
export interface PageMarks {
  readonly bracketTags: boolean;
  readonly escaped: boolean;
  /** Colour codes are looked for in every line: they may stand in the middle alone. */
  readonly coloured: boolean;
  /** A word processor made the quotes round ones. */
  readonly curly: boolean;
  /** Tabs stand where the head has blanks. */
  readonly tabbed: boolean;
  /** What stands around every line. */
  readonly frame: Frame | undefined;
  /** What stands before every line and is no wrapper that anybody knows. */
  readonly strange: StrangePrefix | undefined;
}

/** Of a log whose beginning nobody has looked at. */
export const noMarks: PageMarks = {
  bracketTags: false, escaped: false, coloured: false, curly: false, tabbed: false,
  frame: undefined, strange: undefined,
};

// Web pages put it where a log line has blanks.
const hardBlank = '\u00a0';
// How pagers and editors show a carriage return.
const shownReturn = '^M';

export function cleanLine(line: string, marks: PageMarks): string {
  let text = marks.frame ? withoutFrame(line, marks.frame) : line;
  if (marks.strange?.isQuoted) text = withoutQuote(text, marks.strange);
  if (text.endsWith(shownReturn)) text = text.slice(0, -shownReturn.length);
  if (marks.curly) text = withPlainQuotes(text);
  if (marks.tabbed) text = text.replaceAll('\t', ' ');
  if (marks.escaped) text = unescapePage(text);
  if (marks.bracketTags) text = stripBracketTags(text);
  if (marks.coloured || mayBeColoured(text)) text = stripColours(text);
  return text.includes(hardBlank) ? text.replaceAll(hardBlank, ' ') : text;
}
