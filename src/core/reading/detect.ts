// The first lines of a text → whether it is a log of Nova, whatever its name and whatever stands around its
// lines.

import { projects } from '../../knowledge/formats';
import { columnsIn } from './actionRows';
import { answerIn } from './answers';
import { headerReader } from './header';
import { marksIn } from './sample';
import { noMarks } from './clean';
import { lineUnwrapper } from './unwrap';
import type { PageMarks } from './clean';
import { writtenLines } from './writtenLines';

/** How many lines are worth a look: a container may say much before Nova says anything. */
export const linesToLookAt = 400;

// A text that quotes a few lines of a log is not a log: one line in so many has to be Nova's.
const oneIn = 12;
const longest = 2000;
const longestOfMany = 64 * 1024;
/** Characters in all: documents are looked at as they open. */
const mostLookedInto = 4 * longestOfMany;
/** In a list of instance actions. */
const rowOfActions = /(?:^|[\s|])req-[\w-]{36}(?:[\s|]|$)/;
const novaFrame = /File \\?["'][^"'\\]{0,300}\/nova\/(?!nova\/|tests\/)[\w/]{1,200}\.py\\?["'], line \d/;
const novaLogger = /^nova(?:\.|$)/;
/** A class of Nova's in the words of a library: of what was called, or of what did not start. */
const novaClass = /(?:^|[\s:])nova\.exception(?:_Remote)?\.[A-Z]/;
const novaService = /^nova-(?!client)/;
const projectsOfOthers = new Set(projects.filter((project) => project !== 'nova'));

/** `library`: a line of oslo, eventlet and the like, which any service may log. */
type Voice = 'nova' | 'library' | 'other';

/**
 * True when log lines of Nova's loggers, frames of Nova's code in tracebacks, or rows of a list of instance
 * actions make up a fair part of the lines. A log of another project is none, nor is prose that mentions
 * Nova. Lines beyond `linesToLookAt` are ignored.
 */
export function looksLikeNovaLog(firstLines: readonly string[]): boolean {
  const lines = linesWithin(firstLines.slice(0, linesToLookAt)).slice(0, linesToLookAt)
    .map((line) => line.slice(0, longest));
  const voiceOf = lineWeigher(marksIn(lines.map((text, number) => ({ number, text }))));
  const heard = { nova: 0, library: 0, other: 0 };
  const isListed = lines.some((line) => columnsIn(line) !== undefined);
  for (const line of lines) {
    if (line.trim() !== '') heard[isListed && rowOfActions.test(line) ? 'nova' : voiceOf(line)] += 1;
  }
  return heard.nova > 0 && heard.nova * oneIn >= heard.nova + heard.other;
}

/** An answer of a central store or a log in a string may be all there is: the first lines are looked into. */
function linesWithin(lines: readonly string[]): readonly string[] {
  let left = mostLookedInto;
  return lines.flatMap((line) => {
    if (left <= 0) return [line];
    const beginning = line.slice(0, longestOfMany);
    left -= beginning.length;
    return answerIn(beginning)?.lines ?? writtenLines(beginning) ?? [beginning];
  });
}

/** Tells whose line it is; one per text, for it remembers what stands around the lines. */
function lineWeigher(marks: PageMarks): (line: string) => Voice {
  const outer = lineUnwrapper(headerReader(), { ...marks, bracketTags: true });
  const inner = lineUnwrapper(headerReader(), noMarks);
  return (line) => {
    if (novaFrame.test(line)) return 'nova';
    const { own, document, findings } = outer.read(line);
    const carried = document?.lines[0];
    const header = own?.header ?? document?.header
      ?? (carried === undefined ? undefined : inner.read(carried).own?.header);
    if (header?.level !== undefined && header.logger !== '') {
      const voice = voiceOfLogger(header.logger);
      return voice === 'library' && novaClass.test(line) ? 'nova' : voice;
    }
    return novaService.test(findings?.service ?? document?.findings.service ?? '') ? 'nova' : 'other';
  };
}

function voiceOfLogger(logger: string): Voice {
  if (novaLogger.test(logger)) return 'nova';
  const [project = ''] = logger.split('.', 1);
  return projectsOfOthers.has(project) ? 'other' : 'library';
}
