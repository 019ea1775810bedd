// A text or an expression that is looked for → where it stands in bytes and on a line. Pure.

export interface Pattern {
  readonly text?: string;
  readonly expression?: RegExp;
  /** Capitals are others than small letters; of a text. */
  readonly matchCase?: boolean;
  /** No letter or digit stands before or behind it; of a text. */
  readonly wholeWord?: boolean;
}

/** What else tells which lines there are to look at. */
export interface Filtered extends Pattern {
  /** Only lines of these levels, as oslo.log spells them. */
  readonly levels?: readonly string[];
}

/** Levels tell what is looked for, and no text does. */
export function isByLevel({ levels, text, expression }: Filtered): boolean {
  return levels !== undefined && text === undefined && expression === undefined;
}

/** Where on a line it stands; a line that is found for something else has none. */
export interface Match {
  readonly column: number;
  readonly length: number;
}

/** What is looked for in one piece of a file. */
export interface Hits {
  /** Where the next line may lie that holds it: a byte of that line, from a byte on; -1: nowhere. */
  readonly next: (from: number) => number;
  /** Undefined: the line does not hold it. */
  readonly matchIn: (line: string) => Match | undefined;
}

/** An expression is held against so much of a line. */
const longestLine = 20_000;
const everyLine: Match = { column: 0, length: 0 };

/** @param other what every line holds that is looked for, beside the pattern */
export function matcherFor(pattern: Filtered, other: string | undefined): (piece: Buffer) => Hits {
  const { text } = pattern;
  const matchIn = lineMatcher(pattern);
  const isPlain = text !== undefined && (pattern.matchCase === true || !/\p{L}/u.test(text));
  const exact = isPlain ? text : other;
  if (exact !== undefined) {
    const bytes = Buffer.from(exact);
    return (piece) => ({ matchIn, next: (from) => piece.indexOf(bytes, from) });
  }
  const letters = lettersOf(pattern);
  if (!letters) return (piece) => ({ matchIn, next: (from) => (from < piece.length ? from : -1) });
  return (piece) => {
    const all = piece.toString('latin1');
    return {
      matchIn,
      next(from) {
        letters.lastIndex = from;
        return letters.exec(all)?.index ?? -1;
      },
    };
  };
}

/** What every line holds that is looked for, in small letters or capitals; undefined: nothing that can be
 *  told from bytes, of which each is taken for a letter. */
function lettersOf({ text, expression, levels }: Filtered): RegExp | undefined {
  if (text !== undefined) return /^[\x20-\x7e]+$/.test(text) ? new RegExp(escaped(text), 'gi') : undefined;
  if (expression || !levels) return undefined;
  return new RegExp(levels.map((level) => namesOfLevel[level] ?? level).join('|'), 'gi');
}

/** Other names of levels that a head may have. */
const namesOfLevel: Readonly<Record<string, string>> = { WARNING: 'WARN', CRITICAL: 'CRITICAL|FATAL' };

function lineMatcher({ text, expression, matchCase, wholeWord }: Pattern): Hits['matchIn'] {
  if (text !== undefined) {
    const letters = new RegExp(escaped(text), matchCase ? 'g' : 'gi');
    return (line) => {
      letters.lastIndex = 0;
      for (let found = letters.exec(line); found; found = letters.exec(line)) {
        const match = { column: found.index, length: found[0].length };
        if (!wholeWord || isWord(line, match)) return match;
      }
      return undefined;
    };
  }
  if (!expression) return () => everyLine;
  return (line) => {
    const found = expression.exec(line.slice(0, longestLine));
    return found ? { column: found.index, length: found[0].length } : undefined;
  };
}

const letter = /[\p{L}\p{N}_]/u;

/** Where its first or last character is no letter, what stands beside that is none of its word. */
function isWord(line: string, { column, length }: Match): boolean {
  const joins = (left: string, right: string): boolean => letter.test(left) && letter.test(right);
  const end = column + length;
  return !joins(line.charAt(column - 1), line.charAt(column))
    && !joins(line.charAt(end - 1), line.charAt(end));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
