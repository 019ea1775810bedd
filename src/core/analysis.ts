// Digests → Analysis: timelines of all instances, and what there is to find in them.

import {
  classHints,
  classPhases,
  frames,
  markers,
  messageClasses,
  operations,
  phases,
  signals,
  textHints,
  expectedStates,
  wrappers,
} from '../knowledge/index';
import { diagnosisRows } from '../knowledge/diagnoses/index';
import { evidence, kept } from '../knowledge/evidence/index';
import { runChecks } from './checks/index';
import { aheadBy } from './clocks/ahead';
import { readClocks } from './clocks/clocks';
import { indexClues } from './diagnoses/clueIndex';
import { diagnose, type DiagnosisTables } from './diagnoses/diagnose';
import { withServiceLines } from './joins/serviceLines';
import { indexFrames } from './timelines/frameHints';
import type { Analysis, Digest, Limits } from './model';
import { noRules } from './rules/ruleSet';
import type { RuleSet } from './rules/ruleSet';
import { joinBorders } from './sets/joinBorders';
import { finish, type Steps } from './steps';
import { surround } from './surround';
import { compileTemplate } from './template';
import { buildTimelines, type TimelineTables } from './timelines/timelines';

const tables: TimelineTables = {
  markers,
  operations,
  phases,
  classHints,
  classPhases,
  messageClasses,
  signals,
  wrappers,
  frames: indexFrames(frames),
  expectedStates,
  textHints: textHints.map((row) => ({ ...row, template: compileTemplate(row.text) })),
};

const diagnosisTables: DiagnosisTables = {
  clues: indexClues(diagnosisRows, kept), kept, phaseMarkers: markers.length,
};

// The operator's own rules come behind the markers of the tables and the evidence, as the digests number
// them.
function withRules({ rules, markers: own }: RuleSet): TimelineTables {
  const rows = rules.map(({ phase }, at) => {
    const spec = own[at];
    return phase && spec ? { phase: phase.id, spec } : undefined;
  });
  return { ...tables, markers: [...markers, ...evidence.map(() => undefined), ...rows] };
}

/**
 * @param digests one per log; the order decides between lines of the same time.
 * @param rules the operator's own, with which the logs were read
 * @returns the analysis of all logs together; never throws, whatever the logs hold.
 */
export function analyse(digests: readonly Digest[], limits: Limits, rules: RuleSet = noRules): Analysis {
  return finish(analyseInSteps(digests, limits, rules));
}

/** The same, step by step. What digests gain meanwhile may be in it in part: who adds it makes the next. */
export function* analyseInSteps(
  read: readonly Digest[], limits: Limits, rules: RuleSet = noRules,
): Steps<Analysis> {
  const own = rules.rules.length > 0 ? withRules(rules) : tables;
  const digests = joinBorders(read);
  const work = readClocks(digests);
  yield;
  const bare = yield* buildTimelines(digests, own, work && aheadBy(work));
  const timelines = withServiceLines(bare, digests);
  const story = surround(digests, timelines, own);
  yield;
  const diagnoses = yield* diagnose(digests, timelines, diagnosisTables);
  yield;
  const findings = runChecks({ digests, timelines, diagnoses, limits, phases, tables: own, rules, story });
  return {
    digests, timelines, diagnoses, findings, story,
    get groups() { return story.groups(); },
    get hosts() { return story.hosts(); },
    get holes() { return story.holes(); },
    ...(work && { clocks: work.clocks }),
  };
}
