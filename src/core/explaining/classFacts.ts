// What Nova's source says of an exception class, as rows for a card, and what the except clauses make of it.

import {
  cardWords, createOutcomeWords, factPhaseWords, rebuildOutcomeWords,
} from '../../knowledge/cardWords';
import { holdsIn } from '../../knowledge/facts/shapes';
import type {
  CreateOutcome, ExceptionFacts, FactRelease, Facts, InReleases, OutcomeStep, RebuildOutcome,
} from '../../knowledge/facts/shapes';
import { marks } from '../../knowledge/marks';
import type { ReleaseId } from '../../knowledge/releases';
import type { OperationKind, PhaseId } from '../../knowledge/schema';
import { factPhasesOf, stepOfFactPhase, stepOfPhase } from '../../knowledge/steps';
import type { Explanation } from '../model';
import { fill, gapText } from './optionCard';
import { nearestRead, releaseName, releaseSpan, valueIn } from '../statements/release';

type FactRow = Explanation['facts'][number];

/** Functions listed before "and N more". */
const shownFunctions = 6;

/** What the build makes of the class at a step, in one of the releases that were read. */
export function createOutcome(
  known: ExceptionFacts, step: OutcomeStep, facts: Facts, read: FactRelease,
): CreateOutcome | undefined {
  const own = known.build.find(({ mask, value }) => holdsIn(mask, read) && value[step]);
  const outcome = own ?? facts.createOutcome.find(({ mask }) => holdsIn(mask, read));
  return outcome?.value[step];
}

/** What a rebuild makes of the class. */
export function rebuildOutcome(
  known: ExceptionFacts, facts: Facts, read: FactRelease,
): RebuildOutcome | undefined {
  const own = known.rebuild.find(({ mask }) => holdsIn(mask, read));
  return (own ?? facts.rebuildOutcome.find(({ mask }) => holdsIn(mask, read)))?.value;
}

/** One sentence on what Nova made of it where it was raised; undefined where no except clause tells. */
export function outcomeSentence(
  known: ExceptionFacts, facts: Facts, release: ReleaseId | undefined,
  at: { readonly phase?: PhaseId | undefined; readonly kind?: OperationKind | undefined },
): string | undefined {
  const { phase, kind = 'create' } = at;
  if (phase === undefined) return undefined;
  const read = nearestRead(release);
  const named = releaseName(read);
  if (kind === 'create') {
    const step = stepIn(phase, known, read);
    const outcome = step && createOutcome(known, step, facts, read);
    if (!outcome) return phase === 'api' ? apiSentence(known) : undefined;
    const words = createOutcomeWords[outcome];
    const when = phaseWords(phase, known, read);
    return fill(cardWords.createEffect, { phase: when, outcome: words, release: named });
  }
  if (kind !== 'rebuild' && kind !== 'evacuate') return undefined;
  if (phase === 'api' || phase === 'scheduling') return undefined;
  const outcome = rebuildOutcome(known, facts, read);
  return outcome && fill(cardWords.rebuildEffect, { outcome: rebuildOutcomeWords[outcome], release: named });
}

// What fails in the allocation thread is judged by the clauses of spawn.
function stepIn(phase: PhaseId, known: ExceptionFacts, read: FactRelease): OutcomeStep | undefined {
  const own = stepOfPhase[phase];
  if (phase !== 'networking') return own;
  const inThread = known.createPhases
    .some(({ value, mask }) => value === 'network (async)' && holdsIn(mask, read));
  return inThread ? 'spawn' : own;
}

function apiSentence(known: ExceptionFacts): string | undefined {
  const code = known.http[0];
  return code === undefined ? undefined : fill(cardWords.apiEffect, { code });
}

// Of the phases that ours covers the one in which the class is raised; what the thread of the networks raises
// is said of it only where it does.
function phaseWords(phase: PhaseId, known: ExceptionFacts, read: FactRelease): string {
  const covered = factPhasesOf[phase] ?? [];
  const raised = covered.find((one) =>
    known.createPhases.some(({ value, mask }) => value === one && holdsIn(mask, read)));
  const shown = raised ?? covered.find((one) => one !== 'network (async)');
  return factPhaseWords[shown ?? ''] ?? phase;
}

/** Everything that a card lists, in the order in which people ask for it. */
export function classFactRows(
  known: ExceptionFacts, facts: Facts, release: ReleaseId | undefined,
): FactRow[] {
  const read = nearestRead(release);
  const shown = bestRead(known, read);
  const w = cardWords;
  const rows: { label: string; value: string | undefined }[] = [
    { label: w.message, value: release && valueIn(known.texts, release) || known.text },
    ...earlierTexts(known),
    { label: w.httpCode, value: known.code?.toString() },
    { label: w.apiAnswers, value: known.http.map((code) => `HTTP ${code}`).join(', ') },
    { label: w.releases, value: spanText(known) },
    { label: w.library, value: known.library === 'nova' ? undefined : libraryText(known) },
    { label: w.parent, value: known.parent },
    ...phaseRows(known, facts, read),
    { label: fill(w.raisedIn, { release: releaseName(shown) }), value: functionList(known.raised, shown) },
    { label: fill(w.madeIn, { release: releaseName(shown) }), value: functionList(known.made, shown) },
    { label: fill(w.caughtIn, { release: releaseName(shown) }), value: functionList(known.caught, shown) },
    { label: w.onlyChildren, value: known.onlyChildrenRaised ? w.onlyChildrenValue : undefined },
    { label: w.unused, value: known.unusedInMaster ? w.unusedValue : undefined },
  ];
  return rows.flatMap(({ label, value }) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

/** The release asked for when it raises or catches the class, else the newest that does. */
function bestRead(known: ExceptionFacts, read: FactRelease): FactRelease {
  const sites = [...known.raised, ...known.made, ...known.caught];
  const order: readonly FactRelease[] = [read, 'master', '22', '14'];
  return order.find((id) => sites.some(({ mask }) => holdsIn(mask, id))) ?? read;
}

function earlierTexts(known: ExceptionFacts): FactRow[] {
  return known.texts.slice(0, -1).map(([since, value]) => (
    { label: fill(cardWords.earlierMessage, { release: releaseName(since) }), value }));
}

function spanText({ library, first, last, removedIn, gaps }: ExceptionFacts): string | undefined {
  if (library !== 'nova' || first === undefined || last === undefined) return undefined;
  if (gaps !== undefined) return gaps.split(',').map(gapText).join(', ');
  const span = releaseSpan(first, last);
  if (removedIn === undefined) return span;
  return fill(cardWords.removedIn, { span, release: releaseName(removedIn) });
}

function libraryText({ library, module, first }: ExceptionFacts): string {
  return first === undefined ? `${library} (${module})` : `${library} ${first}+ (${module})`;
}

function functionList(sites: readonly InReleases[], read: FactRelease): string {
  const names = sites.filter(({ mask }) => holdsIn(mask, read)).map(({ value }) => value);
  const rest = names.length - shownFunctions;
  const shown = names.slice(0, shownFunctions).join(', ');
  return rest > 0 ? `${shown} ${fill(cardWords.more, { count: rest })}` : shown;
}

/** Phases of a rebuild that the except clauses of nova-compute do not see. */
const beforeCompute: ReadonlySet<string> = new Set(['api', 'conductor', 'schedule', 'any']);

/** What create and rebuild make of it, phase by phase, where that release can raise it there. */
function phaseRows(known: ExceptionFacts, facts: Facts, read: FactRelease): FactRow[] {
  const release = releaseName(read);
  const outcome = rebuildOutcome(known, facts, read);
  const created = byOutcome(known.createPhases, read, (phase) => {
    const step = stepOfFactPhase[phase];
    const made = step && createOutcome(known, step, facts, read);
    return made && createOutcomeWords[made];
  });
  const rebuilt = byOutcome(known.rebuildPhases, read, (phase) => (
    outcome && !beforeCompute.has(phase) ? rebuildOutcomeWords[outcome] : undefined));
  return [
    { label: fill(cardWords.duringCreate, { release }), value: created },
    { label: fill(cardWords.duringRebuild, { release }), value: rebuilt },
  ];
}

/** Phases in the order in which Nova goes through them, those of one outcome together. */
function byOutcome(
  phases: readonly InReleases[], read: FactRelease, outcomeOf: (phase: string) => string | undefined,
): string {
  const present = new Set(phases.filter(({ mask }) => holdsIn(mask, read)).map(({ value }) => value));
  const groups = new Map<string, string[]>();
  for (const [phase, words] of Object.entries(factPhaseWords)) {
    if (!present.has(phase)) continue;
    const outcome = outcomeOf(phase) ?? '';
    groups.set(outcome, [...(groups.get(outcome) ?? []), words]);
  }
  return [...groups]
    .map(([outcome, where]) => where.join(marks.list) + (outcome && marks.colon + outcome)).join(marks.parts);
}
