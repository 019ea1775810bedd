// What lies around an operation → short texts for rows and hovers. In: data of the analysis. Out: one line of
// text each; text of logs is in them, so whoever shows them as Markdown escapes them.

import { marks } from '../../knowledge/marks';
import type { Analysis, Divergence, Hole, Occurrence, Operation, Phase, PhasePace, Wait } from '../model';
import { renderDuration } from './duration';
import { shortId } from './operationText';
import { storyRowWords as words } from './storyRowWords';
import { holderTexts, waitedFor } from './storyText';
import { storyWords } from './storyWords';
import { cleanText } from './terminal';
import { phaseInText } from './titles';

const uuidAtEnd = /-([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `Waited 7.1 s for the lock compute_resources`; ids are cut. */
export function waitLabel(wait: Wait): string {
  const text = waitedFor({ ...wait, name: wait.name.replace(uuidAtEnd, '-$1') });
  return cleanText(wait.outcome === 'received' ? text : words.waited(text));
}

/** Who had the lock meanwhile; ids are cut. */
export function shortHolderTexts(wait: Wait): readonly string[] {
  const holders = wait.holders.map((hold) => ({ ...hold, request: hold.request && shortId(hold.request) }));
  return holderTexts({ ...wait, holders }, true).map(cleanText);
}

/** Shorter waits are told below their phase only, seconds; and such as took little of it. */
const notable = 1;
const notableShare = 0.2;

/** Whether a wait is worth telling of away from its phase: it was long, or in vain. */
export function isNotableWait({ outcome, seconds = 0 }: Wait): boolean {
  return outcome !== 'received' && (outcome !== 'got' || seconds >= notable);
}

/** The wait that a phase is about, for the row of the phase; undefined: none is worth it. */
export function phaseWaitText({ waits = [], seconds: whole = 0, outcome }: Phase): string | undefined {
  const missed = waits.find((wait) => wait.outcome === 'timed-out' || wait.outcome === 'late'
    || (wait.kind === 'event' && wait.outcome === 'open' && outcome !== 'success'));
  if (missed) {
    const name = cleanText(missed.name.replace(uuidAtEnd, ''));
    if (missed.outcome === 'late') return words.phaseLate(name);
    return missed.outcome === 'open' ? words.phaseOpen(name) : words.phaseTimedOut(name);
  }
  const [longest] = waits.filter(({ kind }) => kind === 'lock')
    .sort((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0));
  const { seconds = 0 } = longest ?? {};
  if (!longest || seconds < notable || seconds < whole * notableShare) return undefined;
  return cleanText(words.phaseWaited(secondsText(seconds), longest.name));
}

/** A hole in a few words, without its place. */
export function holeLabel(hole: Hole): string {
  const { kind, source, seconds = 0, count, service = storyWords.someService } = hole;
  switch (kind) {
    case 'silence': return words.silence(secondsText(seconds));
    case 'rotation':
      return count === undefined ? words.rotation(secondsText(seconds)) : words.rotationMissing(count);
    case 'head': return words.head;
    case 'rate-limit': return words['rate-limit'];
    case 'suppressed': return words.suppressed(String(count ?? storyWords.someMessages));
    case 'restart': return words.restart(cleanText(service));
    case 'service': return (source === undefined ? words.service : words.unsureService)(cleanText(service));
  }
}

/** The command that shows a log that is missing, with what it assumes; undefined: none is known. */
export function holeCommand({ command, isAssumed = false }: Hole): string | undefined {
  return command === undefined || !isAssumed ? command : words.onPackages(command);
}

/** What happened beside the operations, in a few words. */
export function occurrenceLabel({ kind, state }: Occurrence): string {
  return kind === 'lifecycle' ? words.lifecycle(cleanText(state?.toLowerCase() ?? '')) : words[kind];
}

/** Where an operation parts from one that went well: `Differs from 9c1e55d0 in spawning`. */
export function divergenceLabel(
  { part, phase, seconds = 0, goodSeconds = 0 }: Divergence, good: Operation,
): string {
  if (part === 'slow') {
    const [here, there] = [secondsText(seconds), secondsText(goodSeconds)];
    return words.slowerThan(cleanText(shortId(good.instance)), phaseInText(phase), here, there);
  }
  const say = part === 'phase' ? words.partsBefore : words.partsIn;
  return say(cleanText(shortId(good.instance)), phaseInText(phase));
}

/** What the one that went well has in common with it. */
export function likenessText({ shared }: Divergence): string {
  if (shared.length === 0) return words.wentWell;
  const traits = shared.map((trait) => storyWords.traits[trait]).join(marks.list);
  return words.wentWell + marks.comma + words.sameTraits(traits);
}

/** How long a phase of an operation usually takes, and whether it was slower; none below eight samples. */
export function paceTexts(operation: Operation, phase: Phase, { story }: Analysis): readonly string[] {
  const pace = story && paceFor(operation, phase, story.hostOf(operation), story.paces());
  if (!pace) return [];
  const { count, host, p50, p95 } = pace;
  const usual = [secondsText(p50), secondsText(p95)] as const;
  const texts = [host === undefined ? words.pace(count, ...usual) : words.paceOn(count, host, ...usual)];
  if (phase.seconds !== undefined && phase.seconds > p95) {
    texts.unshift(host === undefined ? words.slower(count) : words.slowerOn(count, host));
  }
  return texts.map(cleanText);
}

// Of an operation that several hosts tried, the host of a phase is not asked for.
function paceFor(
  { kind, attempts }: Operation, { id }: Phase, host: string | undefined, paces: readonly PhasePace[],
): PhasePace | undefined {
  const own = paces.filter((pace) => pace.kind === kind && pace.phase === id);
  const there = attempts.length > 1 ? undefined : own.find((pace) => pace.host === host);
  return there ?? own.find((pace) => pace.host === undefined);
}

function secondsText(seconds: number): string {
  return renderDuration(seconds * 1000);
}
