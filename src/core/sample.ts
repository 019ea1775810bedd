// The first lines of a log → what holds for all of it: marks of a page, the column of a hard wrap, blank lines
// between all lines, prose around the lines.

import { detectWrapping } from './hardWrap';
import type { SampleLine, Wrapping } from './hardWrap';
import { headerReader } from './header';
import { hasBracketTags, hasEntities } from './markup';
import type { Line } from './model';
import { isEnglishSentence, kindOfText } from './prose';
import { lineUnwrapper } from './unwrap';
import type { PageMarks, Unwrapped } from './unwrap';

export interface LogSample {
  readonly marks: PageMarks;
  readonly wrapping: Wrapping | undefined;
  readonly doubleSpaced: boolean;
  /** People wrote between the lines: what follows a blank line need not belong to the record above. */
  readonly page: boolean;
  /** The first date, as it is written; repairs the time of a first line that was cut. */
  readonly date: string | undefined;
}

export function examineSample(lines: readonly Line[]): LogSample {
  const marks = marksOf(lines);
  const unwrapper = lineUnwrapper(headerReader(), marks);
  const read = lines.map(({ text }) => unwrapper.read(text));
  const sample = read.map((unwrapped, i): SampleLine => ({
    text: lines[i]?.text ?? '', heads: heads(unwrapped), blank: unwrapped.text.trim() === '',
  }));
  return {
    marks,
    wrapping: detectWrapping(sample),
    doubleSpaced: isDoubleSpaced(sample),
    page: isPage(read),
    date: dateIn(read),
  };
}

/** Something of a head could be read. */
export function heads({ own, document, findings }: Unwrapped): boolean {
  return own !== undefined || document !== undefined || findings !== undefined;
}

function marksOf(lines: readonly Line[]): PageMarks {
  const entities = lines.filter(({ text }) => hasEntities(text)).length;
  // In an escaped page no angle bracket of a log line stands for itself; XML in a plain log is full of them.
  const brackets = lines.filter(({ text }) => /<[^/a-z]|[^>\s]>[^<]/i.test(text)).length;
  return { bracketTags: lines.some(({ text }) => hasBracketTags(text)), escaped: entities > 0 && brackets === 0 };
}

/** Hardly a line has another one directly below it. */
function isDoubleSpaced(lines: readonly SampleLine[]): boolean {
  const filled = lines.filter((line) => !line.blank).length;
  const pairs = lines.filter((line, i) => !line.blank && lines[i + 1]?.blank === false).length;
  return filled >= 4 && pairs * 10 <= filled;
}

function isPage(lines: readonly Unwrapped[]): boolean {
  let signs = 0;
  let filled = 0;
  let apart = true;
  for (const line of lines) {
    const kind = kindOfText(line.text.slice(line.start));
    if (kind !== 'blank') filled += 1;
    if (!heads(line)) {
      if (kind === 'prompt' || kind === 'fence' || kind === 'sentence') signs += 1;
      else if (apart && kind === 'plain' && isEnglishSentence(line.text)) signs += 1;
    }
    apart = kind === 'blank';
  }
  return signs >= 2 && signs * 50 >= filled;
}

function dateIn(lines: readonly Unwrapped[]): string | undefined {
  const first = lines.find(({ own }) => own?.layout === 'oslo' || own?.layout === 'oslo-no-process');
  return first?.text.slice(first.body, first.body + 10);
}
