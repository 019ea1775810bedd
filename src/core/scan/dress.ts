// What the lines of a log are dressed in, and their bare words: for those who look at single lines. The
// scanner takes it off by itself (undress.ts).

import {
  dressColours, dressDocument, longestTimes, opensText, sDress, sOpensLength, sStreamsLength, sTimesLength,
  streamsText, timesText,
} from './dressLayout';
import { parseDocument } from '../reading/documents';

export interface LineDress {
  /** Colour codes of a terminal stand in them. */
  readonly coloured: boolean;
  /** What stands in a container runtime's document between the stream and the time; undefined: lines are
   *  none. */
  readonly between: string | undefined;
}

const codes = /\u001b\[[0-9;]{0,12}m/g;
const opens = '{"log":"';
const streams = '","stream":"';
const written = /\\(?:u00([0-7][0-9a-fA-F])|(["\\/])|[nr])/g;
const behindWords = /\\n","stream":"std(?:out|err)(","(?:attrs":\{[^{}\\]*\},")?time":")[^"]*"\}$/;
/** One coloured line in so many makes it worth its while to look for codes in all. */
const oneIn = 8;

/** What most of the lines have; undefined: nothing that the scanner knows.
 *  @param isColoured codes are looked for in all lines, however few have some */
export function dressOfLines(lines: readonly string[], isColoured: boolean): LineDress | undefined {
  const documents = lines.filter((line) => line.startsWith(opens));
  const isDocument = documents.length * 2 > lines.length;
  const between = isDocument ? documents.map(betweenIn).find((text) => text !== undefined) : undefined;
  const bare = between === undefined ? lines : documents.map(wordsOf);
  const coloured = isColoured
    || bare.filter((line) => line.search(codes) >= 0).length * oneIn > bare.length;
  return between === undefined && !coloured ? undefined : { coloured, between };
}

/** The other attributes of a container are the same in all its documents. */
function betweenIn(line: string): string | undefined {
  const between = behindWords.exec(line)?.[1];
  const fits = between !== undefined && new TextEncoder().encode(between).length < longestTimes;
  return fits && parseDocument(line)?.wrapper === 'docker-json' ? between : undefined;
}

/** A line, or its beginning, without its dress; undefined: it has another one. */
export function bareLine(line: string, { coloured, between }: LineDress): string | undefined {
  if (between !== undefined && !line.startsWith(opens)) return undefined;
  const words = between === undefined ? line : wordsOf(line);
  return coloured ? words.replace(codes, '') : words;
}

/** What a document holds, up to the first quote that is its own. */
function wordsOf(document: string): string {
  const end = /^(?:[^"\\]|\\.)*/.exec(document.slice(opens.length))?.[0] ?? '';
  return end.replace(written, (_, letter: string | undefined, same: string | undefined) =>
    (letter === undefined ? same ?? '' : String.fromCharCode(parseInt(letter, 16))));
}

/** Puts it into the memory of a scanner. */
export function putDress(memory: ArrayBuffer, { coloured, between }: LineDress): void {
  const view = new DataView(memory);
  const isDocument = between !== undefined;
  view.setInt32(sDress, (coloured ? dressColours : 0) | (isDocument ? dressDocument : 0), true);
  if (!isDocument) return;
  const put = (length: number, place: number, text: string): void => {
    view.setInt32(length, new TextEncoder().encodeInto(text, new Uint8Array(memory, place)).written, true);
  };
  put(sOpensLength, opensText, opens);
  put(sStreamsLength, streamsText, streams);
  put(sTimesLength, timesText, between);
}
