// In: the bytes of a log and numbers of lines. Out: what stands on them, read as logs are read.

import { readLines } from '../reading/lines';
import { sinkOf } from '../sink';

/**
 * @param numbers ascending, from 0
 * @returns a text for each number, empty where the log is shorter
 */
export function linesOfBytes(bytes: Uint8Array, numbers: readonly number[]): readonly string[] {
  const texts: string[] = [];
  const lines = readLines(sinkOf(({ number, text }) => {
    if (numbers[texts.length] === number) texts.push(text);
  }));
  lines.push(bytes);
  lines.end();
  return numbers.map((_, index) => texts[index] ?? '');
}
