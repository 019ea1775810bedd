// Analyses of some instances each, one after another → what is said of the logs themselves, once for all:
// what stands on top of a report, and the services that are missing. What a batch says is made text where it
// was read.

import { hostOfLog } from '../extracts/origins';
import type { Analysis } from '../model';
import { logsAbout } from '../onlyInstance';
import { logLines } from './logsText';
import { MissingLogs } from './missingLogs';
import { numberText } from './numberText';
import { holeText } from './storyText';
import { storyWords } from './storyWords';
import type { Paint } from './terminal';
import { underTitle } from './timelineText';
import { reportWords as words } from './words';

/** What a batch says; plain data. */
export interface ToldLogs {
  /** Each with its lines, and whether it says something of the instances. */
  readonly logs: readonly {
    readonly source: string; readonly lines: string; readonly isRead: boolean; readonly isAbout: boolean;
    readonly services: readonly string[];
  }[];
  readonly holes: readonly (readonly [service: string, line: string])[];
}

const noTroubles = { kinds: [], others: 0 };

export function tellLogs(analysis: Analysis, paint: Paint): ToldLogs {
  const about = new Set(logsAbout(analysis));
  const isOne = analysis.digests.length === 1;
  return {
    logs: analysis.digests.map((digest) => ({
      source: digest.source, services: digest.services,
      isRead: digest.records > 0, isAbout: about.has(digest),
      // how many of its lines are in another language only all of them tell
      lines: textOf(logLines({ ...digest, troubles: noTroubles }, hostOfLog(analysis, digest), paint)),
    })),
    holes: (analysis.holes ?? []).map((hole) => [hole.service ?? '', `  ${holeText(hole, isOne)}`]),
  };
}

/** Lines → one text, each with its end. */
export function textOf(lines: Iterable<string>): string {
  return [...lines].map((line) => `${line}\n`).join('');
}

export class LogsStream {
  readonly #logs = new Map<string, ToldLogs['logs'][number]>();
  readonly #missing = new MissingLogs();

  add({ logs, holes }: ToldLogs): void {
    for (const log of logs) this.#note(log);
    this.#missing.add(logs.flatMap(({ services }) => services), holes);
  }

  // what form lines have only those tell that were read
  #note(log: ToldLogs['logs'][number]): void {
    const known = this.#logs.get(log.source);
    const isAbout = log.isAbout || known?.isAbout === true;
    const best = known && (known.isRead || !log.isRead) ? known : log;
    this.#logs.set(log.source, { ...best, isAbout });
  }

  /** @param onlyAbout the others are counted. @returns text, with the ends of its lines */
  *lines(paint: Paint, onlyAbout = false): Generator<string> {
    const logs = [...this.#logs.values()];
    const shown = onlyAbout ? logs.filter(({ isAbout }) => isAbout) : logs;
    for (const { lines } of shown) yield lines;
    const others = logs.length - shown.length;
    if (others > 0) yield `${paint('dim', words.otherLogs(numberText(others)))}\n`;
  }

  *holes(paint: Paint): Generator<string> {
    const holes = this.#missing.told().map((line) => [line]);
    yield* underTitle(storyWords.holes, holes, holes.length, paint);
  }
}
