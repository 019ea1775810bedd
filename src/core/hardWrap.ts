// The first lines of a log → the column at which something cut all its lines, if anything did.

/** One line of the sample, as far as its length and place matter. */
export interface SampleLine {
  readonly text: string;
  /** It begins a record. */
  readonly heads: boolean;
  readonly blank: boolean;
}

export interface Wrapping {
  readonly width: number;
  /** A blank at the cut was taken off the end of the line, which is one shorter then. */
  readonly trimmed: boolean;
  /** A blank at the cut was taken off the beginning of the next line. */
  readonly losesBlanks: boolean;
  /** Words, in lower case, that do not touch a cut. */
  readonly words: ReadonlySet<string>;
}

/** Narrower text would cut through the time that tells where a record begins. */
const narrowest = 24;

/** A line with a head and the lines without one directly below it. */
type Run = readonly SampleLine[];

/** Undefined: the evidence for hard-wrapped text is not there. */
export function detectWrapping(lines: readonly SampleLine[]): Wrapping | undefined {
  const runs = runsOf(lines);
  const wrapped = runs.filter((run) => run.length > 1);
  const widest = Math.max(0, ...runs.map((run) => run[0]?.text.length ?? 0));
  // A head longer than the width disproves it, so the only candidates are the longest head and one more.
  for (const width of [widest + 1, widest]) {
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
    } else if (line.blank) {
      open = undefined;
    } else {
      open?.push(line);
    }
  }
  return runs;
}

/** All lines but the last are full, and the last is not longer. */
function fits(run: Run, width: number): boolean {
  return run.every(({ text }, i) =>
    (i === run.length - 1 ? text.length <= width : text.length === width || text.length === width - 1));
}

function isWrappedAt(width: number, runs: readonly Run[], wrapped: readonly Run[]): boolean {
  const fitting = wrapped.filter((run) => fits(run, width));
  const full = fitting.flatMap((run) => run.slice(0, -1));
  if (!full.some(({ text }) => text.length === width)) return false;
  const endings = new Set(full.map(({ text }) => text.slice(-8)));
  // A full line that is followed by a head happened to end there.
  const unbroken = runs.filter((run) => run.length === 1 && run[0]?.text.length === width).length;
  const enough = full.length >= 3 || (full.length === 2 && fitting.length === wrapped.length);
  return enough && endings.size > 1 && 2 * fitting.length > wrapped.length && full.length > unbroken;
}

function describe(width: number, runs: readonly Run[], lines: readonly SampleLine[]): Wrapping {
  const cut = runs.flatMap((run) => run.slice(0, -1));
  const continued = runs.flatMap((run) => run.slice(1));
  return {
    width,
    trimmed: cut.some(({ text }) => text.length === width - 1),
    losesBlanks: !continued.some(({ text }) => text.startsWith(' ')),
    words: wordsIn(lines),
  };
}

/** Words between blanks, so that no half of a cut word gets among them. */
function wordsIn(lines: readonly SampleLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const [, word = ''] of text.matchAll(/(?<= )([A-Za-z]{2,20})(?=[ ,.:])/g)) words.add(word.toLowerCase());
  }
  return words;
}
