// Analyses of some instances each, one after another → the report on all of them for a person at a terminal,
// in pieces. What went wrong stands above, so all of it waits elsewhere until the last batch is told: nothing
// that grows with the log stays in memory. What a batch says is made text where it was read.

import { diagnosisCardWords } from '../../knowledge/diagnoses/roles';
import type { Analysis, Finding, Outcome } from '../model';
import { LogsStream, tellLogs, textOf } from './logsStream';
import type { ToldLogs } from './logsStream';
import { otherFindings } from './otherFindings';
import type { InPart, Later } from './reportStream';
import type { Paint } from './terminal';
import {
  blockLinesOf, diagnosesBeside, manyOperations, rankOf, ranks, shownFindings, tallyLines,
  tallyOf, underTitle,
} from './timelineText';
import type { Tally, TextOptions } from './timelineText';
import { reportWords as words } from './words';

/** Of things of which only some are shown: lines of the first, and how many there are. */
interface Some {
  readonly shown: readonly (readonly string[])[];
  readonly count: number;
}

/** A report tells every phase of every operation, or of those that went well only that they did. */
interface Both<T> {
  /** Undefined: nobody asks for it. */
  readonly short: T | undefined;
  /** Undefined: there are too many operations for it. */
  readonly full: T | undefined;
}

/** What a batch says; plain data. */
export interface ToldText {
  /** By rank: the lines of all instances. */
  readonly blocks: Both<readonly string[]>;
  /** By check. */
  readonly findings: Both<ReadonlyMap<Finding['check'], Some>>;
  readonly diagnoses: Some;
  readonly tally: Tally;
  readonly logs: ToldLogs;
  /** So many instances of which only the beginning and the end were read. */
  readonly partly: number;
  /** So many of which only the first lines were held against rules. */
  readonly partlyRuled: number;
}

/** @param options with `full` every phase of every operation is told, however many there are */
export function tellText(
  analysis: Analysis, { partly, partlyRuled }: InPart, options: Omit<TextOptions, 'logs'>,
): ToldText {
  const { paint, full } = options;
  const tally = tallyOf(analysis.timelines);
  const isFew = full || tally.operations <= manyOperations;
  return {
    tally, partly: partly.length, partlyRuled: partlyRuled.length,
    blocks: both(isFew, full, (short) => blocksOf(analysis, options, short)),
    findings: both(isFew, full, (short) => findingsOf(analysis, paint, short)),
    diagnoses: someOf([...diagnosesBeside(analysis, options)]),
    logs: tellLogs(analysis, paint),
  };
}

function both<T>(isFew: boolean, full: boolean, make: (short: boolean) => T): Both<T> {
  return { short: full ? undefined : make(true), full: isFew ? make(false) : undefined };
}

function blocksOf(
  analysis: Analysis, options: Omit<TextOptions, 'logs'>, short: boolean,
): readonly string[] {
  const lines = blockLinesOf(analysis, options);
  const texts = Array.from({ length: ranks }, (): string[] => []);
  for (const one of analysis.timelines) texts[rankOf(one)]?.push(textOf(lines(one, short)));
  return texts.map((own) => own.join(''));
}

function findingsOf(
  analysis: Analysis, paint: Paint, short: boolean,
): ReadonlyMap<Finding['check'], Some> {
  const found = new Map<Finding['check'], Some>();
  for (const { check, line } of otherFindings(analysis, paint, short)) {
    found.set(check, joined(found.get(check), { shown: [[line]], count: 1 }));
  }
  return found;
}

function someOf(all: readonly (readonly string[])[]): Some {
  return { shown: all.slice(0, shownFindings), count: all.length };
}

function joined(a: Some = { shown: [], count: 0 }, b: Some): Some {
  const shown = a.shown.length < shownFindings ? [...a.shown, ...b.shown].slice(0, shownFindings) : a.shown;
  return { shown, count: a.count + b.count };
}

/** Texts by rank, for one way to tell them. */
export type Ranked = readonly Later[];

/** The order in which a full reading tells what checks found. */
const checks: readonly Finding['check'][] = [
  'stuck-operation', 'slow-phase', 'unknown-fault', 'option-drift', 'own-rule', 'timeout-advice',
];
const noTally: Tally = {
  operations: 0, instances: 0, outcomes: { failed: 0, 'in-progress': 0, unknown: 0, success: 0 },
};

export class TimelineStream {
  readonly #options: Pick<TextOptions, 'paint' | 'full'>;
  readonly #blocks: Both<Ranked>;
  readonly #findings = { short: new Map<Finding['check'], Some>(), full: new Map<Finding['check'], Some>() };
  #diagnoses: Some = { shown: [], count: 0 };
  #tally = noTally;
  /** Instances of which only the beginning and the end were read. */
  partly = 0;
  /** Instances of which only the first lines were held against rules. */
  partlyRuled = 0;
  readonly #logs = new LogsStream();

  /** @param later where texts wait, a place for each rank */
  constructor(options: Pick<TextOptions, 'paint' | 'full'>, later: Both<Ranked>) {
    this.#options = options;
    this.#blocks = later;
  }

  add({ blocks, findings, diagnoses, tally, logs, partly, partlyRuled }: ToldText): void {
    this.partly += partly;
    this.partlyRuled += partlyRuled;
    for (const way of ['short', 'full'] as const) {
      blocks[way]?.forEach((text, rank) => this.#blocks[way]?.[rank]?.add(text));
      for (const [check, some] of findings[way] ?? []) {
        this.#findings[way].set(check, joined(this.#findings[way].get(check), some));
      }
    }
    this.#diagnoses = joined(this.#diagnoses, diagnoses);
    this.#tally = sumOf(this.#tally, tally);
    this.#logs.add(logs);
  }

  /** @param notes stand at the end; @returns text, with the ends of its lines */
  *end(notes: readonly string[]): Generator<string> {
    const { paint, full } = this.#options;
    const isShort = !full && this.#tally.operations > manyOperations;
    const way = isShort ? 'short' : 'full';
    yield* this.#logs.lines(paint, full === true && this.#tally.instances > 0);
    for (const later of this.#blocks[way] ?? []) yield* later.pieces();
    yield textOf(this.#ending(isShort, way));
    yield textOf(notes);
  }

  *#ending(isShort: boolean, way: 'short' | 'full'): Generator<string> {
    const { paint } = this.#options;
    const { shown, count } = this.#diagnoses;
    yield* underTitle(diagnosisCardWords.ofHosts, shown, count, paint);
    const found = this.#findings[way];
    const all = [...checks, ...found.keys()].flatMap((check) => found.get(check) ?? []);
    const findings = [...new Set(all)].reduce(joined, { shown: [], count: 0 });
    yield* underTitle(words.otherFindings, findings.shown, findings.count, paint);
    yield* this.#logs.holes(paint);
    yield '';
    yield* tallyLines(this.#tally, isShort);
  }
}

function sumOf(a: Tally, b: Tally): Tally {
  const sum = (outcome: Outcome): number => a.outcomes[outcome] + b.outcomes[outcome];
  return {
    operations: a.operations + b.operations, instances: a.instances + b.instances,
    outcomes: {
      failed: sum('failed'), 'in-progress': sum('in-progress'), unknown: sum('unknown'),
      success: sum('success'),
    },
  };
}
