// The first lines of a log → the column at which something cut all its lines, if anything did.

/** One line of the sample, as far as its length and place matter. */
export interface SampleLine {
  /** As whoever cut it saw it. */
  readonly text: string;
  /** Its own words begin with a blank. */
  readonly indented: boolean;
  /** It begins a record. */
  readonly heads: boolean;
  /** Nothing stands behind its head. */
  readonly bare: boolean;
  /** Nothing of a record: blank, or what people put between lines. */
  readonly apart: boolean;
  /** It can be no rest of a line that was cut: blank, a shell's prompt, the beginning of a traceback. */
  readonly whole: boolean;
}

interface Cut {
  readonly width: number;
  /** Blanks at the cut were taken off the end of the line, which is shorter by as many. */
  readonly trimmed: boolean;
}

export interface Wrapping extends Cut {
  /** A blank at the cut was taken off the beginning of the next line. */
  readonly losesBlanks: boolean;
  /** Words, in lower case, that do not touch a cut. */
  readonly words: ReadonlySet<string>;
  /** Mail: a line ends before the first word, or part of a hyphened one, that does not fit. */
  readonly atWords?: true;
}

/** Narrower text would cut through the time that tells where a record begins. */
const narrowest = 24;
/** More blanks than Python's indentation, and the one before it, hardly meet at a cut. */
const mostBlanks = 5;

/** A line with a head and the lines without one directly below it. */
type Run = readonly SampleLine[];

/** Undefined: the evidence for hard-wrapped text is not there. */
export function detectWrapping(lines: readonly SampleLine[]): Wrapping | undefined {
  const byColumn = wrappedByColumn(lines);
  const atWords = wrappedAtWords(lines);
  return atWords && byColumn && isRagged(lines, byColumn.width) ? atWords : byColumn ?? atWords;
}

/** Many cut lines end well before the column, or few of them at the column itself. */
function isRagged(lines: readonly SampleLine[], width: number): boolean {
  const cut = runsOf(lines).flatMap((run) => run.slice(0, -1));
  const full = cut.filter(({ text }) => text.length >= width - mostBlanks);
  const exact = full.filter(({ text }) => text.length === width);
  return 4 * full.length < 3 * cut.length || 2 * exact.length < full.length;
}

const narrowestMail = 50;
const widestMail = 100;
const longestPart = 20;

const fewContradictions = 4;
const sure = 3;
const brackets = /^[\s>]*\[(?:-\]|(?:None )?req-|instance: )/;
/** What a program that was called wrote, an option behind many blanks: broken or not, it tells nothing. */
const ownLine = /^[\s>]*(?:(?:Command|Exit code|Stdout|Stderr): |[\w.]* ?= )/;

// Between records mail has blank lines; what a person would take for a sentence may be the middle of one.
// Names and paths that fit in no line are left whole by most programs: they tell nothing of the width.
function wrappedAtWords(lines: readonly SampleLine[]): Wrapping | undefined {
  const runs = runsOf(lines.map((line) => ({ ...line, apart: line.whole })));
  const lengths = runs.flat().map(({ text }) => (isOneWord(text) ? 0 : text.trimEnd().length));
  const width = Math.max(0, ...lengths);
  if (width < narrowestMail || width > widestMail) return undefined;
  const ends: number[] = [];
  let broken = 0;
  let unbroken = 0;
  for (const run of runs) {
    for (const [at, { text }] of run.slice(1).entries()) {
      const { text: above = '', bare = false } = run[at] ?? {};
      if (marginOf(above) > marginOf(run[0]?.text ?? '') || marginOf(text) > marginOf(above)) continue;
      if (ownLine.test(text)) continue;
      const end = above.trimEnd().length;
      if (!isBrokenBefore(end, text, width, bare)) {
        unbroken += 1;
        continue;
      }
      ends.push(end);
      // a long name fits hardly anywhere: that tells little
      broken += at === 0 && isWithinHead(above, text) ? sure : partOf(text) <= longestPart ? 1 : 0.5;
    }
  }
  if (broken < 3 || !areRagged(ends, broken) || unbroken * fewContradictions > broken) return undefined;
  return { width, trimmed: false, losesBlanks: true, words: wordsIn(lines), atWords: true };
}

/** Words do not all end at one column. Where heads are broken, all alike, two columns far apart tell it. */
function areRagged(ends: readonly number[], broken: number): boolean {
  const columns = new Set(ends).size;
  const spread = Math.max(...ends) - Math.min(...ends);
  return columns > 2 || (columns > 1 && broken >= 3 * sure && spread > mostBlanks);
}

/** Nothing but a break parts a logger from the brackets behind it. */
function isWithinHead(above: string, text: string): boolean {
  return brackets.test(text) || above.lastIndexOf('[') > above.lastIndexOf(']');
}

function isOneWord(text: string): boolean {
  return !/\s/.test(text.slice(marginOf(text)).trimEnd());
}

/** Indentation and the marks of quoted mail. */
export function marginOf(text: string): number {
  return /^[\s>]*/.exec(text)?.[0].length ?? 0;
}

/** Whether the line above, so long, had no room for the word that this one begins with.
 *  @param bare it is a head alone: the break took the indentation behind it */
export function isBrokenBefore(length: number, right: string, width: number, bare: boolean): boolean {
  const word = firstWord(right).length;
  return word > 0 && length + word + (bare ? mostBlanks : 0) >= width;
}

/** Behind indentation and the marks of quoted mail. */
function firstWord(text: string): string {
  return /^[\s>]*(\S+)/.exec(text)?.[1] ?? '';
}

// Programs differ in where they break a word behind a hyphen: all of them, Python's textwrap too, do between
// words of letters.
function partOf(text: string): number {
  const word = firstWord(text);
  const hyphen = /[A-Za-z]{2}-(?=[A-Za-z]{2})/.exec(word);
  return hyphen ? hyphen.index + 3 : word.length;
}

/** A page may show what several terminals cut, each where it ended, beside lines that nothing cut. */
function wrappedByColumn(lines: readonly SampleLine[]): Wrapping | undefined {
  const whole = cutByColumn(lines);
  if (whole) return whole;
  for (const part of partsOf(lines)) {
    const found = cutByColumn(part);
    if (found && sureCuts(part, found) >= sure) return { ...found, words: wordsIn(lines) };
  }
  return undefined;
}

/** What stands between the lines of people. */
function partsOf(lines: readonly SampleLine[]): readonly (readonly SampleLine[])[] {
  const parts: SampleLine[][] = [[]];
  for (const line of lines) {
    if (line.apart && !line.heads) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

function sureCuts(lines: readonly SampleLine[], { width }: Cut): number {
  return runsOf(lines).flatMap((run) => run.slice(0, -1)).filter(({ text }) => text.length === width).length;
}

function cutByColumn(lines: readonly SampleLine[]): Wrapping | undefined {
  const runs = runsOf(lines);
  const wrapped = runs.filter((run) => run.length > 1);
  const widest = Math.max(0, ...runs.map((run) => run[0]?.text.length ?? 0));
  // A longer head disproves a width: the longest is the width itself, or blanks were taken off its end.
  for (let width = widest + mostBlanks; width >= widest; width -= 1) {
    if (width < narrowest || !isWrappedAt(width, runs, wrapped)) continue;
    return describe(width, wrapped.filter((run) => fits(run, width)), lines);
  }
  return undefined;
}

function runsOf(lines: readonly SampleLine[]): Run[] {
  const runs: SampleLine[][] = [];
  let open: SampleLine[] | undefined;
  for (const line of lines) {
    if (line.heads) {
      open = [line];
      runs.push(open);
    } else if (line.apart) {
      open = undefined;
    } else {
      open?.push(line);
    }
  }
  return runs;
}

/** The line reaches to the cut, or did so before blanks were taken off its end. */
export function isFull(length: number, { width, trimmed }: Cut): boolean {
  return length === width || (trimmed && length < width && length >= width - mostBlanks);
}

/** All lines but the last are full, and the last is not longer. */
function fits(run: Run, width: number): boolean {
  return run.every(({ text }, i) =>
    (i === run.length - 1 ? text.length <= width : isFull(text.length, { width, trimmed: true })));
}

function isWrappedAt(width: number, runs: readonly Run[], wrapped: readonly Run[]): boolean {
  const fitting = wrapped.filter((run) => fits(run, width));
  const full = fitting.flatMap((run) => run.slice(0, -1));
  // Mostly no blank stands at the cut, or one; more than one is rare.
  const near = full.filter(({ text }) => text.length >= width - 1);
  const exact = near.filter(({ text }) => text.length === width);
  const few = near.length === 2 && exact.length === 2 && fitting.length === wrapped.length;
  if (exact.length === 0 || 2 * near.length <= full.length || !(near.length >= 3 || few)) return false;
  const endings = new Set(full.map(({ text }) => text.slice(-8)));
  // A full line that is followed by a head happened to end there.
  const unbroken = runs.filter((run) => run.length === 1 && run[0]?.text.length === width).length;
  return endings.size > 1 && 2 * fitting.length > wrapped.length && full.length > unbroken;
}

function describe(width: number, runs: readonly Run[], lines: readonly SampleLine[]): Wrapping {
  const cut = runs.flatMap((run) => run.slice(0, -1));
  const continued = runs.flatMap((run) => run.slice(1));
  const indented = continued.filter((line) => line.indented);
  return {
    width,
    trimmed: cut.some(({ text }) => text.length < width),
    // Every sixth cut or so meets a blank; a few lines that begin with one may have been lines of their own.
    losesBlanks: 50 * indented.length < continued.length,
    words: wordsIn(lines),
  };
}

/** Not the first two and the last one of a line: there stand quote marks and the halves of cut words. */
function wordsIn(lines: readonly SampleLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const token of text.split(' ').slice(2, -1)) {
      const word = /^([A-Za-z]{2,20})[,.:]?$/.exec(token)?.[1];
      if (word !== undefined) words.add(word.toLowerCase());
    }
  }
  return words;
}
