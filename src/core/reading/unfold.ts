// A text in which several lines of a log stand on one line → the log with a line for each, as the reader of
// records takes them. What stands before and behind a log that was written as a string is left out.

import { ManyInOne } from './manyInOne';
import type { Line } from '../model';
import type { Sink } from '../sink';
import type { Steps } from '../steps';

/** Lines between two steps. */
const linesAtOnce = 1000;
const noTally = { addPartly: () => undefined, addFolded: () => undefined };

/** Lines as they stand → the text of each line that they hold. */
export function unfolder(take: (text: string) => void): Sink<Line> {
  const many = new ManyInOne(noTally, ({ text }) => take(text));
  return { push: (line) => many.push(line), end: () => many.settle() };
}

/** @returns the text of the log, by steps of some thousand lines. */
export function* unfold(text: string): Steps<string> {
  const lines: string[] = [];
  const unfolding = unfolder((line) => lines.push(line));
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    unfolding.push({ number, text: line });
    number += 1;
    if (number % linesAtOnce === 0) yield;
  }
  unfolding.end();
  return lines.join('\n');
}
