// Short texts about operations, attempts and phases, for lenses, tree and hovers alike. Log text appears in
// them only as class names; whoever shows them as Markdown escapes them.

import type { Attempt, Fault, Operation, Phase } from '../model';
import { renderDuration } from './duration';
import type { EditorWord, Say } from './editorWords';
import { secondsToFailure } from './finding';
import { guessTexts } from './guesses';
import { instanceText } from './instanceText';
import { mayCrossYears } from '../reading/timestamp';
import { triedBy } from '../timelines/attempts';
import { mayGoOn } from '../timelines/nextHost';
import { phaseInText } from './titles';

/** Seconds in the units that people use: `120 ms`, `4.2 s`, `12 min 9 s`. */
export function renderSeconds(seconds: number): string {
  return renderDuration(seconds * 1000);
}

/** The class without its module: `VolumeNotCreated`. */
export function shortName(fault: Pick<Fault, 'type'>): string {
  return fault.type.slice(fault.type.lastIndexOf('.') + 1);
}

/** An id cut to what tells it from its neighbours: `30e8a024`. */
export function shortId(id: string): string {
  return /^(?:req-)?[0-9a-f]{8}-/.test(id) ? id.slice(0, id.startsWith('req-') ? 12 : 8) : instanceText(id);
}

/** A sentence with its ids cut likewise: a row has no room for them, and its tooltip has them whole. */
export function withShortIds(text: string): string {
  return text.replace(/\b([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '$1');
}

/** What became of it: `failed in block device mapping after 189 s`, `done in 12 s`. */
export function outcomeText(operation: Operation, say: Say): string {
  const seconds = operation.outcome === 'failed' ? secondsToFailure(operation) : operation.seconds;
  const duration = seconds === undefined ? undefined : renderSeconds(seconds);
  switch (operation.outcome) {
    case 'failed': return failureText(operation, duration, say);
    case 'success': return duration ? say('doneIn', { duration }) : say('success');
    case 'in-progress': return duration ? say('inProgressFor', { duration }) : say('in-progress');
    case 'unknown': return say('unknown');
  }
}

function failureText({ failedPhase }: Operation, duration: string | undefined, say: Say): string {
  if (!failedPhase) return duration ? say('failedAfter', { duration }) : say('failed');
  const phase = phaseInText(failedPhase);
  return duration ? say('failedInAfter', { phase, duration }) : say('failedIn', { phase });
}

/** The operation on one line: `create · failed in spawning after 300 s · VirtualInterfaceCreateException`. */
export function operationLine(operation: Operation, say: Say, name: string = operation.kind): string {
  const parts = [name, outcomeText(operation, say)];
  const cause = operation.rootCause ?? operation.fault;
  if (operation.outcome === 'failed' && cause) parts.push(shortName(cause));
  const tries = triesOf(operation);
  if (tries > 1) parts.push(say('afterTries', { count: tries }));
  if (mayGoOn(operation)) parts.push(say('mayGoOn'));
  return [...parts, ...guessTexts(operation, say)].join(say('separator'));
}

/** Root cause → fault, by class: `VolumeNotCreated → InvalidBDM → BuildAbortException`. */
export function chainText({ chain, rootCause, fault }: Operation): string {
  const all = chain.length > 0 ? chain : [rootCause, fault].filter((one): one is Fault => one !== undefined);
  return all.map(shortName).filter((name, index, names) => name !== names[index - 1]).join(' → ');
}

/** How many hosts tried it; of a move the destinations did. */
export function triesOf({ attempts }: Pick<Operation, 'attempts'>): number {
  return triedBy(attempts).length;
}

/** What became of an attempt. */
export function attemptText({ outcome, rootCause, fault, begin, end }: Attempt, say: Say): string {
  const parts = [say(outcome)];
  if (begin.time !== undefined && end.time !== undefined && !mayCrossYears(begin.time, end.time)) {
    parts.push(renderSeconds((end.time - begin.time) / 1000));
  }
  const cause = rootCause ?? fault;
  if (cause) parts.push(shortName(cause));
  return parts.join(say('separator'));
}

/** What became of a phase, or why it cannot be seen. */
export function phaseText({ outcome, seconds, needs, needsService }: Phase, say: Say): string {
  if (outcome === 'not-visible') {
    if (needsService) return say('needsLog', { service: needsService });
    return needs ? say('needsLevel', { level: needs }) : say('notVisibleHere');
  }
  const parts: string[] = [];
  if (seconds !== undefined) parts.push(renderSeconds(seconds));
  if (outcome !== 'success') parts.push(say(phaseWords[outcome]));
  return parts.join(say('separator'));
}

const phaseWords: Readonly<Record<'failed' | 'in-progress' | 'unknown', EditorWord>> = {
  failed: 'failed', 'in-progress': 'in-progress', unknown: 'unknown',
};
