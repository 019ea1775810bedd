// Values in force, as rows of a hover: what an option is, where that stands, since when. In: options and a
// place of a log. Out: links to the lines with our sentence behind each.

import type { Advice } from '../../core/conf/advice';
import type { ConfBook } from '../../core/conf/confBook';
import type { ValueInForce } from '../../core/conf/valueInForce';
import { adviceText, valueRows } from '../../core/render/confText';
import { commands } from '../contributes';
import { nameOf } from '../convert';
import type { HoverText, Link } from '../hover/text';
import { say } from '../say';
import { sayConf } from './sayConf';

/** More options than this are not told in one hover. */
const MOST = 8;

/**
 * The values of these options at a line of the log that the book is about, as far as log or file state them.
 * @returns the options of which something was said
 */
export function sayValues(
  book: ConfBook, names: readonly string[], line: number | undefined, text: HoverText,
): readonly string[] {
  const values = names.slice(0, MOST).map((name) => book.valueOf(name, line));
  const told = values.filter(({ origin }) => origin !== 'default');
  if (told.length > 0) text.say(`**${sayConf('inForce')}**`);
  for (const value of told) sayValue(book, value, text);
  return told.map(({ name }) => name);
}

/** What the log's own delay would have needed. */
export function sayAdvice(advice: Advice, text: HoverText): void {
  text.titled(say('hoverThisLog'), adviceText(advice, nameOf, sayConf));
}

/** One value with all that is known of it. */
export function sayValue(book: ConfBook, value: ValueInForce, text: HoverText): void {
  const rows = valueRows(value, book.configuration.release, nameOf, sayConf);
  for (const { text: row, at } of rows) {
    if (at) text.list([{ link: linkTo(at.source, at.line), text: row }]);
    else text.quote(row);
  }
}

function linkTo(source: string, line: number): Link {
  return {
    label: say('lineIn', { log: nameOf(source), line: line + 1 }),
    command: commands.goToPlace,
    args: [source, line],
  };
}
