// In: bytes of a log and numbers of lines. Out: what stands on them, read as logs are read.

import { readLines } from '../reading/lines';
import { sinkOf } from '../sink';
import type { Sink } from '../sink';

/**
 * @param numbers ascending, from 0
 * @returns a text for each number, empty where the log is shorter
 */
export function linesOfBytes(bytes: Uint8Array, numbers: readonly number[]): readonly string[] {
  const picker = pickLines(numbers);
  picker.push(bytes);
  picker.end();
  return numbers.map((_, index) => picker.texts[index] ?? '');
}

/** Takes the bytes of a log in pieces; the wanted lines gather in `texts`. Numbers ascend. */
export function pickLines(
  numbers: readonly number[],
): Sink<Uint8Array> & { readonly texts: readonly string[] } {
  const texts: string[] = [];
  const lines = readLines(sinkOf(({ number, text }) => {
    if (numbers[texts.length] === number) texts.push(text);
  }));
  return { texts, push: (bytes) => lines.push(bytes), end: () => lines.end() };
}
