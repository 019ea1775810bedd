// The first bytes of a log → whether the scanner may read it, and what stands before each of its lines. A log
// whose lines somebody wrapped, coloured, cut or wrote between is for the tolerant reader.

import { fitsEngine } from './engine';
import type { LinePrefix } from './engine';
import { headerReader } from '../reading/header';
import { readLines } from '../reading/lines';
import type { Line } from '../model';
import { peelAll } from '../reading/peel';
import type { Wrapper } from '../reading/peel';
import { programOf } from './prefixProgram';
import type { PrefixProgram } from './prefixProgram';
import { examineSample } from '../reading/sample';
import type { Findings } from '../reading/shape';
import { lineUnwrapper } from '../reading/unwrap';

export interface Scannable {
  readonly prefix: LinePrefix;
  /** The outermost wrapper that the prefix is. */
  readonly wrapper: string;
  /** What the tolerant reader finds in a prefix. */
  findingsIn(prefix: string): Findings | undefined;
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

interface Found {
  readonly text: string;
  readonly wrapper: string;
  readonly chain: readonly Wrapper[];
}

/** What stands before most heads: of the same spelling, or the same text. */
function prefixOf(lines: readonly Line[]): Scannable | undefined {
  const unwrapper = lineUnwrapper(headerReader(), { bracketTags: false, escaped: false });
  let first: Found | undefined;
  let fitting = 0;
  let same = 0;
  let heads = 0;
  for (const { text } of lines) {
    const { own, text: shown, body, wrapper, chain } = unwrapper.read(text);
    if (own === undefined) continue;
    heads += 1;
    const isUsual = shown === text && own.layout === 'oslo';
    if (!isUsual || !usualHead.test(text.slice(body, body + longestHead))) continue;
    first ??= { text: text.slice(0, body), wrapper, chain };
    if (isSameChain(chain, first.chain)) fitting += 1;
    if (text.startsWith(first.text) && body === first.text.length) same += 1;
  }
  const program = first && programOf(first.chain.map(({ text }) => text), first.chain.some(carriesLines));
  if (!first || (program ? fitting : same) * 2 < heads) return undefined;
  return program ? variedPrefix(first, program) : samePrefix(first);
}

const longestHead = 80;
const usualHead = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3} [1-9]\d{0,8} [A-Z]+ [\w.]/;

function isSameChain(a: readonly Wrapper[], b: readonly Wrapper[]): boolean {
  return a.length === b.length && a.every(({ text }, at) => text === b[at]?.text);
}

function carriesLines({ spec }: Wrapper): boolean {
  return spec.carries === 'line';
}

function samePrefix({ text, wrapper }: Found): Scannable | undefined {
  const bytes = new TextEncoder().encode(text);
  if (!fitsEngine(bytes)) return undefined;
  return {
    prefix: { text: bytes }, wrapper,
    findingsIn: () => undefined,
  };
}

function variedPrefix({ wrapper, chain }: Found, program: PrefixProgram): Scannable {
  return {
    prefix: { text: new Uint8Array(0), program }, wrapper,
    findingsIn(prefix) {
      const peeled = peelAll(prefix, chain);
      return peeled?.start === prefix.length ? peeled.findings : undefined;
    },
  };
}
