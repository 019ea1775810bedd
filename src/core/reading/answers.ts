// A line that is the answer of a central store (Elasticsearch, OpenSearch, Loki, Graylog) or any list of JSON
// objects → the log lines in it, each as a line of its own. An answer that was cut off gives those that stand
// before the cut.

import { holdsText, parseDocument } from './documents';
import { beginOfJson, parsedJson, quoteFrom } from './fields';

/** A list whose elements are objects, lists or lines stands in it, or one object behind another. */
const listed = /[[,]\s{0,9}[{[]|\}\s{0,9}\{|\[\s{0,9}"[^"\\]{0,200}\d\d:\d\d/;
const nanoseconds = /^"\d{16,19}"$/;
const dated = /^"\d{4}-\d\d-\d\d[ T]\d\d:/;
/** A head of Nova's behind something else. */
const headed = /^"[^"\\]{0,200}\b(?:DEBUG|INFO|WARNING|ERROR|CRITICAL|AUDIT|TRACE) (?:nova|oslo)[\w.]/;
/** A string that is a log line of oslo's, whatever the member is called that holds it. */
export const headedString = /"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3,6} \d{1,9} [A-Z]{4,8} [\w.]{3}/;
const several = /\}\s{0,9}\{"/;
/** The text of a log line, or a field beside it. */
const timed = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d|\b\d{10,19}\b/;
const marksOfJson = /[[\]{}:"]/g;
/** Answers are not nested deeper, and hold no log line that is longer: each object is looked at on its own,
 *  also within others. */
const deepest = 24;
const longestObject = 1024 * 1024;

/** What is open around a place in the text. */
interface Open {
  readonly isList: boolean;
  readonly from: number;
  /** A log line was found in it. */
  isUsed: boolean;
  /** In a list: strings stand directly in it that are log lines; those behind them go on with them. */
  holdsLines: boolean;
  /** Strings that stand in it directly, with their quotes: the first two of a list, the last of an object. */
  strings: string[];
  /** In an object: of the member that is being read. */
  key: string;
  /** What Loki knows of the lines beside it. */
  labels: string;
}

export interface Answer {
  readonly lines: readonly string[];
  /** What stands behind the last of them was cut off. */
  readonly isCut: boolean;
}

/** @returns undefined where the line is no such answer, or one object that is a log line by itself. */
export function answerIn(line: string): Answer | undefined {
  const begin = beginOfJson(line);
  if (begin < 0 || !listed.test(line.slice(begin, begin + 4096))) return undefined;
  const text = begin === 0 ? line : line.slice(begin);
  const answer = new AnswerReader(text).read();
  const isOfLog = answer?.lines.some((one) => timed.test(one)) ?? false;
  return isOfLog && !parseDocument(text) ? answer : undefined;
}

class AnswerReader {
  readonly #text: string;
  readonly #lines: string[] = [];
  /** Strings that are log lines by themselves, as they are written. */
  readonly #headed: string[] = [];
  readonly #open: Open[] = [];
  /** Where the last outermost value ends. */
  #ended = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Answer | undefined {
    const marks = marksOfJson;
    marks.lastIndex = 0;
    for (let found = marks.exec(this.#text); found; found = marks.exec(this.#text)) {
      const at = found.index;
      if (this.#open.length === 0 && !this.#isBetween(at)) return undefined;
      switch (found[0]) {
        case '"': {
          const end = quoteFrom(this.#text, '"', at + 1);
          if (end < 0) return this.#answer(true);
          if (this.#isLogLine()) return undefined;
          this.#takeString(at, end + 1);
          marks.lastIndex = end + 1;
          break;
        }
        case ':': {
          const top = this.#open.at(-1);
          if (top) top.key = top.strings.pop() ?? '';
          break;
        }
        case '{':
        case '[':
          if (this.#open.length >= deepest) return this.#answer(true);
          this.#open.push(opened(found[0] === '[', at));
          break;
        default:
          this.#close(at + 1);
      }
    }
    const isCut = this.#open.length > 0;
    return isCut || this.#isBetween(this.#text.length) ? this.#answer(isCut) : undefined;
  }

  /** A store that calls the members otherwise holds log lines all the same. */
  #answer(isCut: boolean): Answer {
    const isOther = this.#headed.length > this.#lines.length;
    const lines = isOther ? this.#headed.flatMap((text) => textIn(text) ?? []) : this.#lines;
    return { lines: linesOfLogs(lines), isCut };
  }

  /** Nothing but a comma stands between one outermost value and the next, at whose begin that is. */
  #isBetween(at: number): boolean {
    return /^\s{0,99},?\s{0,99}$/.test(this.#text.slice(this.#ended, at)) && !/[":]/.test(this.#text[at] ?? '');
  }

  /** A value of the outermost object is the text of a log line. */
  #isLogLine(): boolean {
    const [outermost, inner] = this.#open;
    if (!outermost || inner || outermost.key === '') return false;
    return holdsText(`${outermost.key}:`) && !several.test(this.#text);
  }

  #takeString(from: number, end: number): void {
    const top = this.#open.at(-1);
    if (!top) return;
    const text = this.#text.slice(from, end);
    if (dated.test(text) && text.search(headedString) === 0) this.#headed.push(text);
    const isPair = nanoseconds.test(top.strings[0] ?? '');
    const isLine = top.isList && !isPair && (top.holdsLines || dated.test(text) || headed.test(text));
    const line = isLine ? textIn(text) : undefined;
    if (line !== undefined) {
      top.holdsLines = true;
      return this.#use([line]);
    }
    if (!top.isList) top.strings = [text];
    else if (top.strings.length < 2) top.strings.push(text);
  }

  #close(end: number): void {
    const closed = this.#open.pop();
    if (!closed) return;
    this.#ended = end;
    const around = this.#open.at(-1);
    if (closed.isUsed) return;
    if (closed.isList) {
      const pair = pairOf(closed, this.#open.at(-2)?.labels ?? '');
      if (pair !== undefined) this.#use([pair]);
      return;
    }
    if (end - closed.from > longestObject) return;
    const text = this.#text.slice(closed.from, end);
    if (around?.isList === false && around.key === '"stream"') around.labels = text;
    if (around?.isList !== false && parseDocument(text)) this.#use([text]);
  }

  #use(lines: readonly string[]): void {
    this.#lines.push(...lines);
    for (const open of this.#open) open.isUsed = true;
  }
}

/** A string that is a whole log becomes its lines, unless a list has them too. */
function linesOfLogs(texts: readonly string[]): readonly string[] {
  const single = new Set(texts.filter((text) => !text.includes('\n')));
  return texts.flatMap((text) => {
    if (!text.includes('\n')) return [text];
    const lines = text.split(/\r?\n/);
    return single.has(lines[0] ?? '') ? [] : lines;
  });
}

function opened(isList: boolean, from: number): Open {
  return { isList, from, isUsed: false, holdsLines: false, strings: [], key: '', labels: '' };
}

/** Loki's `["1696154400000000000", "line"]` as an object, with the labels of its stream. */
function pairOf({ strings: [time = '', line] }: Open, labels: string): string | undefined {
  if (line === undefined || !nanoseconds.test(time)) return undefined;
  const known = labels === '' ? '' : `${labels.slice(1, -1)},`;
  return `{${known === ',' ? '' : known}"ts":${time},"MESSAGE":${line}}`;
}

function textIn(string: string): string | undefined {
  const value = parsedJson(string);
  return typeof value === 'string' ? value : undefined;
}
