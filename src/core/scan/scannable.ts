// The first bytes of a log → whether the scanner may read it, and what stands before each of its lines. A log
// whose lines somebody wrapped, coloured, cut or wrote between is for the tolerant reader.

import { fitsEngine } from './engine';
import { headerReader } from '../reading/header';
import { readLines } from '../reading/lines';
import type { Line } from '../model';
import { examineSample } from '../reading/sample';
import { lineUnwrapper } from '../reading/unwrap';

export interface Scannable {
  /** Bytes that stand before each line, and the wrapper that they are. */
  readonly prefix: Uint8Array;
  readonly wrapper: string;
}

/** So many bytes are worth a look; a shorter log is read at once by the tolerant reader. */
export const bytesToLookAt = 64 * 1024;

/** @param head the first `bytesToLookAt` bytes of a log, or more. @returns undefined: the scanner may not. */
export function scannableAs(head: Uint8Array): Scannable | undefined {
  if (isWide(head)) return undefined;
  const lines = linesIn(head.subarray(0, bytesToLookAt));
  const sample = examineSample(lines);
  const { marks, wrapping, doubleSpaced, page, bareTimes, dress } = sample;
  const isDressed = marks.bracketTags || marks.escaped || dress !== 'none';
  if (wrapping || isDressed || doubleSpaced || page || bareTimes) return undefined;
  if (lines.some(({ text }) => text.includes('\u2026'))) return undefined;
  return prefixOf(lines);
}

function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Whole lines; the last one may be cut. */
function linesIn(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  readLines({ push: (line) => void lines.push(line), end: () => undefined }).push(bytes);
  return lines;
}

/** What stands before the heads, if it is the same before all of them. */
function prefixOf(lines: readonly Line[]): Scannable | undefined {
  const unwrapper = lineUnwrapper(headerReader(), { bracketTags: false, escaped: false });
  let found: { readonly text: string; readonly wrapper: string } | undefined;
  let fitting = 0;
  let others = 0;
  for (const { text } of lines) {
    const line = unwrapper.read(text);
    if (line.own === undefined) continue;
    const before = line.text === text && line.own.layout === 'oslo' ? text.slice(0, line.body) : undefined;
    if (before !== undefined) found ??= { text: before, wrapper: line.wrapper };
    if (before !== undefined && before === found?.text) fitting += 1;
    else others += 1;
  }
  if (!found || others > fitting) return undefined;
  const prefix = new TextEncoder().encode(found.text);
  return fitsEngine(prefix) ? { prefix, wrapper: found.wrapper } : undefined;
}
