// The first bytes of a log → whether the scanner may read it, and what stands before each of its lines. A log
// whose lines somebody wrapped, cut or wrote between is for the tolerant reader.

import { bareLine, dressOfLines } from './dress';
import { fitsEngine } from './engine';
import type { HeadKind, LinePrefix } from './engine';
import type { LayoutId } from '../../knowledge/formats';
import { headerReader } from '../reading/header';
import { isWide, readLines } from '../reading/lines';
import type { Layout, Line } from '../model';
import { nothingPeeled, peelAll } from '../reading/peel';
import type { Wrapper } from '../reading/peel';
import { ofDocuments, programOf } from './prefixProgram';
import type { PrefixProgram } from './prefixProgram';
import { examineSample } from '../reading/sample';
import type { LogSample } from '../reading/sample';
import type { Findings } from '../reading/shape';
import type { Dress } from '../reading/tally';
import { noMarks } from '../reading/clean';
import { lineUnwrapper } from '../reading/unwrap';
import type { Unwrapped } from '../reading/unwrap';

export interface Scannable {
  readonly prefix: LinePrefix;
  /** The outermost wrapper that the prefix is. */
  readonly wrapper: string;
  /** What the tolerant reader finds in a prefix. */
  findingsIn(prefix: string): Findings | undefined;
  /** What the tolerant reader settles on. */
  readonly sample: LogSample;
}

type Prefixed = Omit<Scannable, 'sample'>;

/** What the tolerant reader counts a line as. */
export function dressOf({ prefix, wrapper }: Scannable): Dress {
  return { layout: prefix.head, wrapper };
}

/** As a digest tells it. */
export function layoutOf({ prefix, wrapper, sample }: Scannable): Layout {
  return { layout: prefix.head, wrapper: wrapper === 'none' ? sample.dress : wrapper, wrappedAt: undefined };
}

/** So many bytes are worth a look; a shorter log is read at once by the tolerant reader. */
export const bytesToLookAt = 64 * 1024;

/** @param head the first `bytesToLookAt` bytes of a log, or more. @returns undefined: the scanner may not. */
export function scannableAs(head: Uint8Array): Scannable | undefined {
  if (isWide(head)) return undefined;
  const lines = linesIn(head.subarray(0, bytesToLookAt));
  const sample = examineSample(lines);
  const { marks, wrapping, openHeads, breaks, spread, doubleSpaced, page, bareTimes, dress } = sample;
  const { bracketTags, escaped, curly, tabbed, frame, strange } = marks;
  const isMarked = bracketTags || escaped || curly || tabbed || frame || strange || dress === 'markup';
  const isJoined = sample.quotedPrintable || breaks !== undefined || wrapping !== undefined || openHeads
    || spread || sample.answers !== 'none' || sample.actions;
  if (sample.numbered) return undefined;
  if (isJoined || isMarked || doubleSpaced || page || bareTimes) return undefined;
  const texts = lines.map(({ text }) => text);
  if (texts.some((text) => text.includes('\u2026'))) return undefined;
  const dressed = dressOfLines(texts, marks.coloured);
  const form = prefixOf(dressed ? texts.flatMap((text) => bareLine(text, dressed) ?? []) : texts);
  if (!form || (dress === 'colours' && dressed?.coloured !== true)) return undefined;
  const bare = dressed?.between === undefined ? form : documentForm(form);
  return bare && { ...bare, prefix: { ...bare.prefix, dress: dressed }, sample };
}

/** Heads in documents have a time of their own, and nothing else stands before them. */
function documentForm({ prefix }: Prefixed): Prefixed | undefined {
  if (prefix.program || prefix.text.length > 0) return undefined;
  return {
    prefix: { ...prefix, program: ofDocuments }, wrapper: 'docker-json',
    findingsIn: (text) => (text === '' ? nothingPeeled.findings : undefined),
  };
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
  readonly head: HeadKind;
}

/** What stands before most heads: of the same spelling, or the same text. */
function prefixOf(lines: readonly string[]): Prefixed | undefined {
  const unwrapper = lineUnwrapper(headerReader(), noMarks);
  let first: Found | undefined;
  let fitting = 0;
  let same = 0;
  let heads = 0;
  for (const text of lines) {
    const line = unwrapper.read(text);
    if (line.own === undefined) continue;
    heads += 1;
    const head = line.text === text ? headKind(line, line.own.layout) : undefined;
    if (head === undefined) continue;
    first ??= { text: text.slice(0, line.body), wrapper: line.wrapper, chain: line.chain, head };
    if (head !== first.head) continue;
    if (isSameChain(line.chain, first.chain)) fitting += 1;
    if (text.startsWith(first.text) && line.body === first.text.length) same += 1;
  }
  const program = first && programOf(first.chain.map(({ text }) => text), first.chain.some(carriesLines));
  if (!first || (program ? fitting : same) * 2 < heads) return undefined;
  // only what carries a line says when it was written
  if (first.head === 'oslo-no-time' && !(program?.carries && program.hasTime)) return undefined;
  return program ? variedPrefix(first, program) : samePrefix(first);
}

const longestHead = 80;
const usualHeads: Readonly<Record<HeadKind, RegExp>> = {
  'oslo': /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3} [1-9]\d{0,8} [A-Z]+ [\w.]/,
  'oslo-no-process': /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3} [A-Z]+ [\w.]/,
  'oslo-no-time': /^[A-Z]+ [\w.]/,
};

/** Undefined: the scanner does not read this head. */
function headKind({ text, body }: Unwrapped, layout: LayoutId): HeadKind | undefined {
  if (layout !== 'oslo' && layout !== 'oslo-no-process' && layout !== 'oslo-no-time') return undefined;
  return usualHeads[layout].test(text.slice(body, body + longestHead)) ? layout : undefined;
}

function isSameChain(a: readonly Wrapper[], b: readonly Wrapper[]): boolean {
  return a.length === b.length && a.every(({ text }, at) => text === b[at]?.text);
}

function carriesLines({ spec }: Wrapper): boolean {
  return spec.carries === 'line';
}

function samePrefix({ text, wrapper, head }: Found): Prefixed | undefined {
  const bytes = new TextEncoder().encode(text);
  if (!fitsEngine(bytes)) return undefined;
  return {
    prefix: { text: bytes, head }, wrapper,
    findingsIn: () => undefined,
  };
}

function variedPrefix({ wrapper, chain, head }: Found, program: PrefixProgram): Prefixed {
  return {
    prefix: { text: new Uint8Array(0), program, head }, wrapper,
    findingsIn(prefix) {
      const peeled = peelAll(prefix, chain);
      return peeled?.start === prefix.length ? peeled.findings : undefined;
    },
  };
}
