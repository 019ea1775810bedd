// A page of a large log → its rows, each with the true number of its line; what became of the instances on
// it is read behind it.

import type { ExtractRow } from '../../core/extracts/rows';
import { nameOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import type { PageOfLog } from './address';
import { numberedRows, wakeSoon } from './largeLines';

/** Of so many lines not all are shown. */
const mostLines = 100_000;

/** @param before the rows that the page has now: the same are returned where nothing has changed */
export async function buildPage(
  { source, page }: PageOfLog, logs: Logs, before: readonly ExtractRow[],
): Promise<readonly ExtractRow[]> {
  const file = await logs.large.fileOf(source);
  if (!file) {
    return [{ text: say('largeClosed', { log: nameOf(source) }), place: undefined, margin: '' }];
  }
  const next = file.firstLines[page + 1];
  // nothing is added to a page behind which another one begins
  if (next !== undefined && before.at(-1)?.place?.line === next - 1) return before;
  const { text, firstLine, isCut } = await file.page(page);
  const texts = linesIn(text);
  const last = before.at(-1);
  const isSame = before[0]?.place?.line === firstLine && last?.text === texts.at(-1)
    && last?.place?.line === firstLine + texts.length - 1;
  const shown = texts.slice(0, mostLines);
  wakeSoon({ source, texts: shown }, logs);
  if (isSame) return before;
  const numbers = shown.map((_, at) => firstLine + at);
  const hidden = texts.length - shown.length + (isCut ? 1 : 0);
  return numberedRows({ source, numbers, texts: shown }, hidden);
}

// What ends with a line end has no line behind it.
function linesIn(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
