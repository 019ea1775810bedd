// What lies around an operation, in words: waits, what happened on its hosts, holes, and where it parts from
// one that went well. In: data of the analysis. Out: one line of text each; names from logs are cleaned.

import { marks } from '../../knowledge/marks';
import type { Analysis, Divergence, Hole, HostSpan, LockHold, Operation, Place, Wait } from '../model';
import { renderDuration } from './duration';
import { instanceText } from './instanceText';
import { storyWords as words } from './storyWords';
import { cleanText, placeText, timeText } from './terminal';
import { phaseInText } from './titles';

/** @param oneLog all places are in one log, which need not be named. */
export function waitText(wait: Wait, oneLog: boolean): string {
  const text = [waitedFor(wait), ...holderTexts(wait, oneLog)].join(marks.parts);
  return cleanText(wait.phase === undefined ? text : words.inPhase(text, phaseInText(wait.phase)));
}

/** How long, and for what: `7.1 s for the lock compute_resources`. */
export function waitedFor(wait: Wait): string {
  const { kind, name, seconds } = wait;
  if (kind === 'event') return eventText(wait);
  return seconds === undefined ? words.lockOpen(name) : words.lockGot(name, secondsText(seconds));
}

const mostHolders = 3;

/** Who had the lock meanwhile, the longest first. */
export function holderTexts({ holders }: Wait, oneLog: boolean): readonly string[] {
  const longest = [...holders].sort((a, b) => (b.seconds ?? Infinity) - (a.seconds ?? Infinity));
  return longest.slice(0, mostHolders).map((hold) => holderText(hold, oneLog));
}

function holderText({ by, request, seconds, at }: LockHold, oneLog: boolean): string {
  const call = by.slice(by.lastIndexOf('.') + 1);
  const named = [request, call === '' ? undefined : call].filter((part) => part !== undefined).join(' ');
  const who = named === '' ? words.someone : named;
  return seconds === undefined ? words.lockHolds(who, placeText(at, oneLog))
    : words.lockHeld(who, secondsText(seconds));
}

function eventText({ name, outcome, seconds }: Wait): string {
  const took = seconds === undefined ? undefined : secondsText(seconds);
  switch (outcome) {
    case 'got': return took === undefined ? words.eventGotOnly(name) : words.eventGot(name, took);
    case 'late': return words.eventLate(name, took ?? '?');
    case 'timed-out':
      return took === undefined ? words.eventTimedOutOnly(name) : words.eventTimedOut(name, took);
    case 'open': return words.eventOpen(name);
    case 'received': return words.eventReceived(name);
  }
}

export function spanText({ kind, service, begin, end, count }: HostSpan): string {
  const from = begin?.time === undefined ? words.before : timeText(begin.time);
  const to = end?.time === undefined ? words.open : timeText(end.time);
  const what = words.span(words.spans[kind], from, to) + marks.comma + words.countLines(count);
  return cleanText(service === undefined ? what : words.ofService(what, service));
}

export function holeText(hole: Hole, oneLog: boolean): string {
  const { kind, from, to, seconds = 0, usualSeconds = 0, count, service = words.someService } = hole;
  const place = (one: Place | undefined) => (one ? placeText(one, oneLog) : cleanText(hole.source ?? ''));
  switch (kind) {
    case 'silence': return words.silence(place(from), secondsText(seconds), secondsText(usualSeconds));
    case 'rotation':
      return count === undefined ? words.rotation(place(from), place(to), secondsText(seconds))
        : words.rotationMissing(place(from), place(to), count);
    case 'head': return words.head(place(to));
    case 'rate-limit': return words['rate-limit'](place(from));
    case 'suppressed': return words.suppressed(place(from), String(count ?? words.someMessages));
    case 'restart': return words.restart(place(to), cleanText(service));
    case 'service': {
      const text = (hole.source === undefined ? words.service : words.unsureService)(cleanText(service));
      const shows = showText(hole);
      return shows === undefined ? text : text + marks.parts + shows;
    }
  }
}

/** The command that would show the log of a service that is not here, and whether that is sure. */
export function showText({ command, isAssumed = false }: Hole): string | undefined {
  return command === undefined ? undefined : (isAssumed ? words.mightShow : words.wouldShow)(command);
}

/** @param find an operation by its id. */
export function divergenceText(
  divergence: Divergence, find: (id: string) => Operation | undefined, oneLog: boolean,
): string {
  const { good, shared, part, here, there, seconds = 0, goodSeconds = 0 } = divergence;
  const instance = cleanText(instanceText(find(good)?.instance ?? good.split(' ', 1)[0] ?? good));
  const name = words.good(instance, shared.map((trait) => words.traits[trait]).join(marks.list));
  const phase = phaseInText(divergence.phase);
  const place = (one: Place | undefined) => (one ? placeText(one, oneLog) : words.nothing);
  if (part === 'phase') return words.partsPhase(name, phase, place(there));
  if (part === 'line') return words.partsLine(name, phase, place(here), place(there));
  return words.partsSlow(name, phase, secondsText(seconds), secondsText(goodSeconds));
}

/** Label and text of each line below an operation; an event that nobody waited for is left out. */
export function storyLines(operation: Operation, analysis: Analysis): readonly (readonly [string, string])[] {
  const { story, digests } = analysis;
  if (!story) return [];
  const oneLog = digests.length === 1;
  const { waits = [], context } = story.tell(operation);
  const { spans, holes } = context ?? { spans: [], holes: [] };
  const divergence = operation.outcome === 'success' ? undefined : story.divergence(operation);
  const told = waits.filter(({ outcome }) => outcome !== 'received');
  return [
    ...told.slice(0, mostLines).map((wait) => [words.wait, waitText(wait, oneLog)] as const),
    ...spans.slice(0, mostLines).map((span) => [words.around, spanText(span)] as const),
    ...holes.slice(0, mostLines).map((hole) => [words.mayLack, holeText(hole, oneLog)] as const),
    ...(divergence ? [[words.beside, divergenceText(divergence, finderOf(analysis), oneLog)] as const] : []),
  ];
}

const mostLines = 10;
const finders = new WeakMap<Analysis, (id: string) => Operation | undefined>();

/** Operations of an analysis by id; the same look-up for the same analysis. */
export function finderOf(analysis: Analysis): (id: string) => Operation | undefined {
  const known = finders.get(analysis);
  if (known) return known;
  const all = new Map(analysis.timelines.flatMap(({ operations }) => operations.map((one) => [one.id, one])));
  const find = (id: string) => all.get(id);
  finders.set(analysis, find);
  return find;
}

function secondsText(seconds: number): string {
  return renderDuration(seconds * 1000);
}
