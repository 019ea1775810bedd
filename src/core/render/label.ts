// A name and a text beside it → lines of a report, indented under the headline of what they belong to.

import { padBehind, widthOf, wrapColumns } from './columns';
import type { Paint, Style } from './terminal';

export interface LabelOptions {
  readonly paint: Paint;
  /** Columns of the terminal; undefined: none is there, lines may be of any length. */
  readonly width: number | undefined;
}

export const indent = ' '.repeat(6);
const labelWidth = 12;

// Long texts are broken at blanks where there is a terminal; what is piped on stays on one line.
export function* label(
  name: string, text: string, { paint, width }: LabelOptions, style?: Style, margin = '',
): Generator<string> {
  const column = widthOf(name) >= labelWidth ? `${name} ` : padBehind(name, labelWidth);
  const head = margin.length + indent.length + widthOf(column);
  const lines = width === undefined ? [text] : wrapColumns(text, Math.max(30, width - head));
  for (const [index, line] of lines.entries()) {
    const front = index === 0 ? paint('dim', column) : ' '.repeat(widthOf(column));
    yield margin + indent + front + (style === undefined ? line : paint(style, line));
  }
}
