// The first lines of a log → what holds for all of it: marks of a page, the column of a hard wrap, blank
// lines between all lines, prose around the lines.

import { hasInstanceActions } from './actionRows';
import { stripColours } from './colours';
import { hasFaultPanels } from './faultPanels';
import { frameOf, isEdge } from './frame';
import { isCutHead } from './cutHead';
import { detectWrapping } from './hardWrap';
import type { SampleLine, Wrapping } from './hardWrap';
import { headerReader } from './header';
import type { HeaderReader } from './header';
import { brokenLines, lostBreaksIn } from './lostBreaks';
import type { LostBreaks } from './lostBreaks';
import {
  beginsWithPageTag, hasBracketTags, hasCurlyQuotes, hasEntities, stripBracketTags, stripPageTags,
  unescapePage,
} from './markup';
import type { Line } from '../model';
import { closesHead, endsInHead } from './openHead';
import { isNumbered } from './numbered';
import { isEnglishSentence, kindOfText } from './prose';
import type { TextKind } from './prose';
import { decodeLines, isQuotedPrintable } from './quotedPrintable';
import { hasFaultTables } from './propertyTables';
import { areSpread, holdSpreadAnswer } from './spreadDocuments';
import { placeOfHead, strangePrefixOf } from './strangePrefix';
import type { StrangePrefix } from './strangePrefix';
import { noMarks } from './clean';
import { lineUnwrapper } from './unwrap';
import type { PageMarks } from './clean';
import type { Unwrapped } from './unwrap';
import { hasYamlFaults } from './yamlFaults';

export interface LogSample {
  readonly marks: PageMarks;
  /** Mail as it is sent. */
  readonly quotedPrintable: boolean;
  /** Lines hold several of the log: what tells where each begins. */
  readonly breaks: LostBreaks | undefined;
  readonly wrapping: Wrapping | undefined;
  /** Heads were cut inside their brackets, and the next lines close them. */
  readonly openHeads: boolean;
  /** Objects of JSON have a line for each member. */
  readonly spread: boolean;
  /** How answers of Nova's API with an exception in them stand among the lines. */
  readonly answers: 'table' | 'yaml' | 'panel' | 'none';
  /** Answers of Nova's API that tell of instance actions stand among the lines. */
  readonly actions: boolean;
  /** The lines are the objects of a list. */
  readonly listed: boolean;
  readonly doubleSpaced: boolean;
  /** People wrote between the lines: what follows a blank line need not belong to the record above. */
  readonly page: boolean;
  /** Lines with a time and nothing else of a head are records here, and not what a message quotes. */
  readonly bareTimes: boolean;
  /** Id of what most lines are dressed in, beside wrappers: colours, marks of a page; `none`. */
  readonly dress: string;
  /** It is of a release before Essex, whose instances have numbers. */
  readonly numbered: boolean;
  /** The first date, as it is written; repairs the time of a first line that was cut. */
  readonly date: string | undefined;
}

// the parts of a head may be columns of a table; a host or a program may stand between time and level
const tabbedTime = /\d{4}-\d\d-\d\d\t\d\d:\d\d:\d\d/;
const tabbedHead =
  /(?:-\d\d[ T]|\d{4} @ |\d{4}, )\d\d:\d\d:\d\d(?:[.,]\d{1,9})?Z?\t(?:[^\s]{1,80}\t){0,2}[A-Z]{4,8}\t/;

/** One coloured line in so many makes it worth its while to look for codes in all. */
const colouredOneIn = 8;

const betweenLines: ReadonlySet<TextKind> = new Set<TextKind>([
  'blank', 'prompt', 'elision', 'fence', 'file', 'sentence',
]);

const wholeLines: ReadonlySet<TextKind> = new Set<TextKind>([
  'blank', 'prompt', 'elision', 'fence', 'file', 'traceback',
]);

export function examineSample(physical: readonly Line[]): LogSample {
  const quotedPrintable = isQuotedPrintable(physical);
  const decoded = quotedPrintable ? decodeLines(physical) : physical;
  const breaks = lostBreaksIn(decoded);
  const lines = breaks ? brokenLines(decoded, breaks) : decoded;
  const readHeader = headerReader();
  const { marks: tags, unwrapper, read } = readMarked(lines, readHeader);
  const kinds = read.map(({ text, start }) => kindOfText(text.slice(start)));
  const sample = read.map((line, i): SampleLine => {
    const isRule = tags.frame !== undefined && isEdge(line.text);
    return {
      text: shownLine(lines[i]?.text ?? '', line, tags), indented: line.text.startsWith(' ', line.start),
      heads: begins(line, readHeader), bare: isBare(line),
      apart: isRule || betweenLines.has(kinds[i] ?? 'blank'),
      whole: isRule || wholeLines.has(kinds[i] ?? 'blank'),
    };
  });
  const doubleSpaced = isDoubleSpaced(lines);
  const texts = lines.map(({ text }) => text);
  const wrapping = quotedPrintable ? undefined : detectWrapping(sample);
  const filled = lines.filter((_, i) => kinds[i] !== 'blank').map(({ text }) => text);
  const dress = dressOf(filled, tags);
  return {
    marks: { ...tags, coloured: dress === 'colours' || unwrapper.foundColours() || areSomeColoured(filled) },
    quotedPrintable,
    breaks,
    wrapping,
    openHeads: read.some((line, i) => isClosedBelow(line, read[i + 1])),
    spread: areSpread(texts) || (!wrapping && holdSpreadAnswer(texts)),
    answers: answersIn(texts),
    actions: hasInstanceActions(texts),
    listed: read.some(({ document }) => document !== undefined) && lines[0]?.text.trim() === '[',
    doubleSpaced,
    page: isPage(read, kinds) || (!doubleSpaced && isQuoted(lines, read, kinds)),
    bareTimes: hasBareTimes(read),
    dress,
    numbered: isNumbered(read),
    date: dateIn(read),
  };
}

function answersIn(texts: readonly string[]): LogSample['answers'] {
  if (hasFaultTables(texts)) return 'table';
  if (hasYamlFaults(texts)) return 'yaml';
  return hasFaultPanels(texts) ? 'panel' : 'none';
}

/** Of its beginning: what holds for every line of the log. */
export function marksIn(lines: readonly Line[]): PageMarks {
  return readMarked(lines, headerReader()).marks;
}

function readMarked(lines: readonly Line[], readHeader: HeaderReader) {
  const known = marksOf(lines);
  const unwrapper = lineUnwrapper(readHeader, known);
  const read = lines.map(({ text }) => unwrapper.read(text));
  const strange = strangeIn(read);
  if (!strange) return { marks: known, unwrapper, read };
  const marks = { ...known, strange };
  const again = lineUnwrapper(readHeader, marks);
  return { marks, unwrapper: again, read: lines.map(({ text }) => again.read(text)) };
}

/** Most heads are behind something that no wrapper is. */
function strangeIn(lines: readonly Unwrapped[]): StrangePrefix | undefined {
  const headless = lines.filter(({ own, document }) => !document && (!own || own.layout === 'time-only'));
  const prefixes = headless.flatMap(({ text }) => {
    const place = placeOfHead(text);
    return place > 0 ? [text.slice(0, place)] : [];
  });
  return prefixes.length > 2 * (lines.length - headless.length) ? strangePrefixOf(prefixes) : undefined;
}

/** A line as whoever cut it saw it: a terminal shows no colours as text, but the marks of a page. */
export function shownLine(raw: string, { text }: Pick<Unwrapped, 'text'>, marks: PageMarks): string {
  return marks.bracketTags || marks.escaped ? raw : text;
}

/** Something of a head could be read. */
export function heads({ own, document, findings }: Unwrapped): boolean {
  return own !== undefined || document !== undefined || findings !== undefined;
}

/** It begins a record: something of a head could be read, or the rest of one that lost its beginning. */
export function begins(line: Unwrapped, readHeader: HeaderReader): boolean {
  return heads(line) || isCutHead(line.text.slice(line.start), readHeader);
}

function isBare({ own, text }: Unwrapped): boolean {
  return own !== undefined && own.start >= text.trimEnd().length;
}

function isClosedBelow(line: Unwrapped, below: Unwrapped | undefined): boolean {
  const open = endsInHead(line);
  return below !== undefined && open !== undefined && closesHead(open, { ...below, heads: heads(below) });
}

function marksOf(lines: readonly Line[]): PageMarks {
  // In an escaped page no angle bracket of a log line stands for itself; XML in a plain log is full of them.
  const brackets = lines.some(({ text }) => /<[^/a-z]|[^>\s]>[^<]/i.test(stripPageTags(text)));
  const isPageText = lines.some(({ text }) => hasEntities(text) || beginsWithPageTag(text));
  const bracketTags = lines.some(({ text }) => hasBracketTags(text));
  const texts = lines.map(({ text }) => text);
  return {
    ...noMarks, bracketTags, escaped: isPageText && !brackets, curly: hasCurlyQuotes(texts),
    tabbed: texts.some((text) => tabbedTime.test(text) || tabbedHead.test(text)), frame: frameOf(texts),
  };
}

/** Hardly a line has another one directly below it. */
function isDoubleSpaced(lines: readonly Line[]): boolean {
  const blank = lines.map(({ text }) => text.trim() === '');
  const filled = blank.filter((isBlank) => !isBlank).length;
  const pairs = blank.filter((isBlank, i) => !isBlank && blank[i + 1] === false).length;
  return filled >= 4 && pairs * 10 <= filled;
}

/** All heads are indented, and text that stands apart is not: a page that quotes a log. */
function isQuoted(
  physical: readonly Line[], lines: readonly Unwrapped[], kinds: readonly TextKind[],
): boolean {
  const isAtMargin = (at: number): boolean => !/^\s/.test(physical[at]?.text ?? '');
  const isApart = (at: number): boolean => at === 0 || kinds[at - 1] === 'blank';
  const heading = lines.flatMap((line, at) => heads(line) ? [at] : []);
  if (heading.length < 2 || heading.some(isAtMargin)) return false;
  return kinds.some((kind, at) => kind === 'plain' && isAtMargin(at) && isApart(at));
}

function isPage(lines: readonly Unwrapped[], kinds: readonly TextKind[]): boolean {
  let signs = 0;
  let apart = true;
  lines.forEach((line, i) => {
    const kind = kinds[i];
    const isSign = kind === 'prompt' || kind === 'fence' || kind === 'sentence'
      || (kind === 'plain' && apart && isEnglishSentence(line.text));
    if (isSign && !heads(line)) signs += 1;
    apart = kind === 'blank';
  });
  const filled = kinds.filter((kind) => kind !== 'blank').length;
  return signs >= 2 && signs * 50 >= filled;
}

function dressOf(lines: readonly string[], marks: PageMarks): string {
  const most = (changes: (text: string) => boolean) => 2 * lines.filter(changes).length >= lines.length;
  if (lines.length === 0) return 'none';
  if (most((text) => stripColours(text) !== text)) return 'colours';
  const isMarked = marks.bracketTags || marks.escaped;
  return isMarked && most((text) => unescapePage(stripBracketTags(text)) !== text) ? 'markup' : 'none';
}

// On a page with words of its own most lines may have no colours.
function areSomeColoured(lines: readonly string[]): boolean {
  return lines.filter((text) => stripColours(text) !== text).length * colouredOneIn > lines.length;
}

/** A few prove nothing: Nova logs errors of other programs with the times that these put before them. */
function hasBareTimes(lines: readonly Unwrapped[]): boolean {
  const heads = lines.flatMap(({ own }) => own ?? []);
  const bare = heads.filter(({ layout }) => layout === 'time-only' || layout === 'libvirt').length;
  return bare * 2 > heads.length;
}

function dateIn(lines: readonly Unwrapped[]): string | undefined {
  const first = lines.find(({ own }) => own?.layout === 'oslo' || own?.layout === 'oslo-no-process');
  return first?.text.slice(first.body, first.body + 10);
}
