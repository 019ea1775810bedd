// Findings → sentences. In: a Finding, and its operation where it has one. Out: English; after a failure
// follows the remedy in one sentence, computed from the numbers of the log itself.

import type { Finding, Operation } from '../model';
import { mayGoOn } from '../timelines/nextHost';
import { adviceTextOf } from './confText';
import { confEnglish, sayConfIn } from './confWords';
import { dueInText } from './dueLine';
import { phaseInText } from './titles';
import { isCauseGuessed } from './guesses';
import { remedyOf, secondsWaited, shortType } from './remedy';
import type { Args } from './remedy';
import { causeText, certaintyText, diagnosisIn, diagnosisRemedy } from './diagnosis';
import { renderDuration } from './duration';
import { timeText } from './terminal';
import { findingWords, meanwhileWords } from './words';
import type { FindingParts } from './words';
import type { PhaseId } from '../../knowledge/schema';

/**
 * The finding in words. Arguments that the check did not give are taken from the operation; what is known to
 * neither is left out of the sentence.
 */
export function renderFinding(finding: Finding, operation?: Operation): string {
  return findingWords[finding.check](partsOf(finding, operation));
}

/** The same in two lines where it says what to do: what is wrong, then the remedy.
 *  @param name of the operation, where its kind alone does not tell it from others */
export function findingLines(finding: Finding, operation?: Operation, name?: string): string {
  const parts = { ...partsOf(finding, operation), ...(name !== undefined && { kind: name }) };
  const text = findingWords[finding.check](parts);
  const { remedy = '' } = parts;
  const at = remedy === '' ? -1 : text.lastIndexOf(remedy);
  return at <= 0 ? text : `${text.slice(0, at).trimEnd()}\n${text.slice(at)}`;
}

/** Seconds until it failed: what the exception says, else what the failed phase or the operation took. */
export function secondsToFailure(operation: Operation): number | undefined {
  const { rootCause, failedPhase, phases } = operation;
  // Nova counts whole seconds: of none of them nothing is known
  const waited = (rootCause && secondsWaited(rootCause.type, rootCause.message)) || undefined;
  const phase = phases.find(({ id }) => id === failedPhase);
  // its lines may end with a try that another one followed
  const isOver = phase?.end !== undefined && phase.end < (rootCause?.at.time ?? 0);
  return waited ?? (isOver ? undefined : phase?.seconds) ?? secondsSeen(operation);
}

// How long the lines go on says how long it took only where they begin with the operation: not where none
// states which one it is, nor where the first is the failure itself or of what Nova does after it.
function secondsSeen(operation: Operation): number | undefined {
  const { basis, begin, failedPhase, phases, seconds, rootCause } = operation;
  if (basis === 'implied' || seconds === 0 || begin.time === rootCause?.at.time) return undefined;
  const failed = phases.findIndex(({ id }) => id === failedPhase);
  const first = phases.findIndex(({ at }) => at?.source === begin.source && at.line === begin.line);
  return failed >= 0 && first > failed ? undefined : seconds;
}

function partsOf({ check, args }: Finding, operation: Operation | undefined): FindingParts {
  const cause = operation?.rootCause;
  const type = textIn(args, 'type') ?? cause?.type;
  const told = textIn(args, 'message') ?? cause?.message;
  // a finding keeps the beginning of a long one
  const message = told !== undefined && cause?.message.startsWith(told) ? cause.message : told;
  const phase = textIn(args, 'phase') ?? textIn(args, 'duePhase') ?? operation?.failedPhase;
  // the same seconds as its headline, lens and row in the tree have
  const toFailure = operation && secondsToFailure(operation);
  const given = secondsIn(args, type, message);
  const seconds = check === 'failed-operation' ? (toFailure ?? given) : (given ?? toFailure);
  const since = numberIn(args, 'since') ?? operation?.due?.since.time;
  const limit = numberIn(args, 'limit');
  const quiet = numberIn(args, 'quietSeconds') || undefined;
  return {
    kind: textIn(args, 'kind') ?? operation?.kind,
    phase: phase === undefined ? undefined : phaseInText(phase as PhaseId),
    after: seconds === undefined ? undefined : renderDuration(seconds * 1000),
    type: type === undefined ? undefined : shortType(type),
    message: message === undefined ? undefined : cut(message),
    // of several texts one says nothing of the others
    remedy: check === 'unknown-fault' ? type && remedyOf(type, args['texts'] === undefined ? message : '')
      : remedyIn(args, type, message),
    ...diagnosisParts(args),
    due: textIn(args, 'due') ?? (operation?.due && dueInText(operation.due)),
    service: textIn(args, 'service') ?? operation?.due?.service,
    since: since === undefined ? undefined : timeText(since),
    quiet: quiet === undefined ? undefined : renderDuration(quiet * 1000),
    limit: limit === undefined ? undefined : renderDuration(limit * 1000),
    count: numberIn(args, 'count'),
    texts: numberIn(args, 'texts'),
    during: duringIn(args),
    meanwhile: meanwhileIn(args),
    ...optionParts(args),
    title: textIn(args, 'title'),
    bug: textIn(args, 'bug'),
    fixedIn: textIn(args, 'fixedIn'),
    mayGoOn: operation && mayGoOn(operation),
    isGuess: operation && isCauseGuessed(operation),
    advice: textIn(args, 'advice') && adviceTextOf(args, sayConfIn(confEnglish)),
  };
}

/** What to do, in a sentence or two: by the diagnosis where there is one, else by the class. */
export function remedyIn(
  args: Args, type: string | undefined, message: string | undefined,
): string | undefined {
  const diagnosis = diagnosisIn(args);
  const remedy = diagnosis && diagnosisRemedy(diagnosis);
  const known = type === undefined ? undefined : remedyOf(type, message, args);
  if (!diagnosis || remedy === undefined) return known;
  return args['certainty'] === undefined ? `${causeText(diagnosis) ?? ''} ${remedy}`.trim() : remedy;
}

function duringIn({ during }: Args): FindingParts['during'] {
  return during === 'failed' || during === 'open' || during === 'unnamed' ? during : undefined;
}

function meanwhileIn(args: Args): readonly string[] {
  const kinds = (textIn(args, 'meanwhile') ?? '').split(',');
  return kinds.flatMap((kind) => (isMeanwhile(kind) ? meanwhileWords[kind] : []));
}

function isMeanwhile(kind: string): kind is keyof typeof meanwhileWords {
  return Object.hasOwn(meanwhileWords, kind);
}

function diagnosisParts(args: Args): Pick<FindingParts, 'cause' | 'certainty'> {
  const diagnosis = diagnosisIn(args);
  const { certainty } = args;
  if (!diagnosis || (certainty !== 'stated' && certainty !== 'likely' && certainty !== 'open')) return {};
  return { cause: causeText(diagnosis), certainty: certaintyText({ certainty }) };
}

// An empty value would leave a hole in the sentence.
function optionParts(args: Args): Pick<FindingParts, 'option' | 'before' | 'value' | 'file'> {
  const name = textIn(args, 'option');
  if (name === undefined) return {};
  const quoted = (key: string) => `“${cut(String(args[key] ?? ''))}”`;
  const dot = name.lastIndexOf('.');
  return {
    option: `[${name.slice(0, dot)}] ${name.slice(dot + 1)}`,
    before: quoted('before'),
    value: quoted('after'),
    file: textIn(args, 'file'),
  };
}

function secondsIn(args: Args, type: string | undefined, message: string | undefined): number | undefined {
  return (type !== undefined && message !== undefined ? secondsWaited(type, message) : undefined)
    ?? numberIn(args, 'seconds');
}

function textIn(args: Args, name: string): string | undefined {
  const value = args[name];
  return value === undefined || value === '' ? undefined : String(value);
}

function numberIn(args: Args, name: string): number | undefined {
  const value = args[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function cut(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
