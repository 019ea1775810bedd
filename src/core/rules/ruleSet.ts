// Rules of the operator's own, ready to be held against the lines and exceptions of logs: indexed like the
// markers of the tables, so that their number costs nothing.

import type { CaptureName, MarkerSpec } from '../../knowledge/schema';
import { summaryIn } from '../faults/summary';
import type { Fault } from '../model';
import { indexMarkers } from '../reading/events';
import type { MarkerIndex } from '../reading/events';
import { compileTemplate, matchTemplate } from '../template';
import { anyLogger } from '../templateIndex';
import { classTail } from '../timelines/frameHints';
import { knownCaptures } from './rule';
import type { OwnRule } from './rule';

/** All rules that hold, in the order of their files. */
export interface RuleSet {
  readonly rules: readonly OwnRule[];
  /** Index of the rules that name a line; the value is the rule's index in `rules`. */
  readonly index: MarkerIndex;
  /** A marker for each rule, by its index; undefined: the rule adds to no phase. */
  readonly markers: readonly (MarkerSpec | undefined)[];
  /** Indexes of the rules that name an exception of this class with such a text. */
  forFault(fault: Pick<Fault, 'type' | 'message'>): readonly number[];
}

export const noRules: RuleSet = buildRuleSet([]);

/** @param rules of all files; of two with one id the first counts. */
export function buildRuleSet(rules: readonly OwnRule[]): RuleSet {
  const once = rules.filter(({ id }, at) => rules.findIndex((other) => other.id === id) === at);
  const byClass = new Map<string, number[]>();
  once.forEach(({ exception }, at) => {
    if (exception !== undefined) byClass.set(exception, [...(byClass.get(exception) ?? []), at]);
  });
  return {
    rules: once,
    index: indexMarkers(once.map(specOf)),
    markers: once.map((rule) => (rule.phase ? specOf(rule) : undefined)),
    forFault: ({ type, message }) => (byClass.get(classTail(type)) ?? [])
      .filter((at) => fitsText(once[at]?.message, message)),
  };
}

// Whatever a rule says, it begins and ends no operation: `ambient`.
function specOf({ exception, loggers, message, sample, phase }: OwnRule): MarkerSpec {
  const text = exception === undefined ? message ?? '' : '';
  return {
    edge: phase?.edge ?? 'note',
    // a rule on an exception is held against faults, never against lines
    logger: exception !== undefined ? [] : loggers.length > 0 ? loggers : [anyLogger],
    text,
    level: 'INFO',
    sample,
    ambient: true,
    captures: capturesIn(text),
    ...(phase?.kinds ? { kinds: phase.kinds } : {}),
  };
}

function capturesIn(text: string): Readonly<Record<string, CaptureName>> {
  const names = new Set(compileTemplate(text).names);
  return Object.fromEntries(knownCaptures.filter((name) => names.has(name)).map((name) => [name, name]));
}

function fitsText(template: string | undefined, message: string): boolean {
  return template === undefined
    || matchTemplate(compileTemplate(template), message.split('\n', 1)[0] ?? '') !== undefined;
}

/** Whether a rule would see its own sample: a message, or `module.Class: text` where it names a class. */
export function matchesSample({ exception, message }: OwnRule, sample: string): boolean {
  if (exception === undefined) {
    return matchTemplate(compileTemplate(message ?? ''), sample) !== undefined;
  }
  const said = summaryIn(`: ${sample}`);
  const bare = said?.type ?? sample.split(/[: ]/, 1)[0] ?? '';
  return classTail(bare) === exception && fitsText(message, said?.message ?? '');
}
