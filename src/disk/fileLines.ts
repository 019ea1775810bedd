// In: logs by their names (files, packed or not, and what lies in archives) and numbers of lines. Out: what
// stands on them, read as the reading of logs reads it. Each file of the disk is read once, however many logs
// of it are wanted; it goes by in pieces, and nothing but the wanted lines is kept.

import { pickLines } from '../core/extracts/linesOfBytes';
import { readLines } from '../core/reading/lines';
import { problemText } from '../core/render/problemText';
import { problemOf } from '../core/sets/problem';
import { sinkOf } from '../core/sink';
import type { LogSink } from './log';
import { fileOf } from './packedText';
import { readInput } from './read';

/** Numbers of lines, ascending, from 0, by the names of their logs. */
export type WantedLines = ReadonlyMap<string, readonly number[]>;
export type LineTexts = ReadonlyMap<string, readonly string[]>;

const newline = 10;

/**
 * @param pause waited for between pieces, so that others may have their turn
 * @returns a text for each number, empty where the log is shorter. Rejects when a log cannot be read.
 */
export async function readLogLines(wanted: WantedLines, pause?: () => Promise<void>): Promise<LineTexts> {
  const texts = new Map<string, readonly string[]>();
  for (const [file, logs] of byFile(wanted)) await readFileLines(file, logs, texts, pause);
  return texts;
}

function byFile(wanted: WantedLines): ReadonlyMap<string, WantedLines> {
  const files = new Map<string, Map<string, readonly number[]>>();
  for (const [name, numbers] of wanted) {
    const file = fileOf(name);
    if (file === undefined) throw new Error(problemText(problemOf('missing', name)));
    files.set(file, (files.get(file) ?? new Map<string, readonly number[]>()).set(name, numbers));
  }
  return files;
}

async function readFileLines(
  file: string, wanted: WantedLines, texts: Map<string, readonly string[]>, pause?: () => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const open = new Set(wanted.keys());
  const done = (name: string) => {
    open.delete(name);
    if (open.size === 0) stop.abort();
  };
  const input = { source: file, path: file, pipe: false, found: false };
  const options = { signal: stop.signal, ...(pause && { pause }) };
  const [problem] = await readInput(input, ({ source }, head) => {
    const numbers = open.has(source) ? wanted.get(source) : undefined;
    return numbers && pick(numbers, isWide(head), (found) => {
      texts.set(source, numbers.map((_, at) => found[at] ?? ''));
      done(source);
    });
  }, options);
  const [lacking] = open;
  if (lacking !== undefined) throw new Error(problemText(problem ?? problemOf('missing', lacking)));
}

function pick(
  numbers: readonly number[], wide: boolean, tell: (texts: readonly string[]) => void,
): LogSink {
  if (wide) {
    const picker = pickLines(numbers);
    const end = () => {
      picker.end();
      tell(picker.texts);
    };
    return { push: (bytes) => picker.push(bytes), end };
  }
  const texts: string[] = [];
  const lines = readLines(sinkOf(({ text }) => void texts.push(text)));
  const picker = new LinePicker(numbers, (bytes) => lines.push(bytes));
  let isTold = false;
  const end = () => {
    if (isTold) return;
    isTold = true;
    lines.end();
    tell(texts);
  };
  return {
    end,
    push(bytes) {
      picker.push(bytes);
      if (picker.isDone) end();
    },
  };
}

// UTF-16, as a byte order mark says: its line ends are no single bytes.
function isWide([one, two]: Uint8Array): boolean {
  return (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff);
}

/** Counts line ends and hands on the bytes of the wanted lines, their ends included. */
class LinePicker {
  readonly #numbers: readonly number[];
  readonly #take: (bytes: Uint8Array) => void;
  #next = 0;
  #line = 0;

  constructor(numbers: readonly number[], take: (bytes: Uint8Array) => void) {
    this.#numbers = numbers;
    this.#take = take;
  }

  get isDone(): boolean {
    return this.#next >= this.#numbers.length;
  }

  push(piece: Uint8Array): void {
    for (let from = 0; from < piece.length && !this.isDone;) {
      const stop = piece.indexOf(newline, from);
      const end = stop < 0 ? piece.length : stop + 1;
      const isWanted = this.#numbers[this.#next] === this.#line;
      if (isWanted) this.#take(piece.subarray(from, end));
      from = end;
      if (stop < 0) return;
      if (isWanted) this.#next += 1;
      this.#line += 1;
    }
  }
}
