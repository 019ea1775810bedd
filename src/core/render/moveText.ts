// Short texts about moves between hosts and about what happened beside the operations, for lenses, tree,
// hovers and reports alike. Text of a log appears in them as states and hosts; whoever shows them as
// Markdown escapes them.

import type { Attempt, Occurrence, Operation, Progress, ProgressLimit } from '../model';
import { isMove } from '../timelines/attempts';
import type { Say } from './editorWords';
import { sayMove, type MoveWord } from './moveWords';
import { renderSeconds } from './operationText';

/** What an attempt is called: by its number, of a move by its side. */
export function attemptName(
  { role }: Pick<Attempt, 'role'>, number: number, all: readonly Pick<Attempt, 'role'>[], say: Say,
): string {
  if (role) return sayMove(role);
  return isMove(all) ? sayMove('sideUnknown') : say('attempt', { number });
}

/** That an attempt failed which did not fail the operation, or not alone.
 *  @param index of the attempt, from 0. @param name of the operation. */
export function attemptFailedText(
  { attempts }: Pick<Operation, 'attempts'>, index: number, name: string, exception: string, say: Say,
): string {
  const attempt = attempts[index];
  return attempt && isMove(attempts)
    ? say('sideFailed', { operation: name, side: attemptName(attempt, index + 1, attempts, say), exception })
    : say('attemptFailed', { operation: name, number: index + 1, exception });
}

/** `from cmp01 to cmp02`, as far as the logs name the hosts; undefined where they name none. */
export function routeText({ route }: Pick<Operation, 'route'>): string | undefined {
  const { source, destination } = route ?? {};
  if (source && destination) return sayMove('fromTo', { source, destination });
  if (source) return sayMove('fromHost', { source });
  return destination ? sayMove('toHost', { destination }) : undefined;
}

/** How far a live migration came, how fast, and when Nova ends it: one sentence each. */
export function progressTexts({ samples, bytesPerSecond, limit }: Progress): readonly string[] {
  const last = samples.at(-1);
  const texts: string[] = [];
  if (last) {
    texts.push(sayMove('memoryLeft', { percent: last.percent, elapsed: renderSeconds(last.seconds) }));
  }
  if (bytesPerSecond !== undefined) texts.push(sayMove('copied', { rate: bytesText(bytesPerSecond) }));
  if (limit) texts.push(sayMove(limitWord(limit), { limit: renderSeconds(limit.seconds) }));
  return texts;
}

function limitWord({ basis, atLeast }: ProgressLimit): MoveWord {
  if (basis === 'log') return 'endedAfter';
  if (basis === 'default') return 'endsAfterDefault';
  return atLeast ? 'endsAfterAtLeast' : 'endsAfter';
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/** What an occurrence beside the operations means; text of the log comes in as the state it names. */
export function occurrenceText(occurrence: Occurrence, message: string): string {
  const { kind, during } = occurrence;
  const state = occurrence.state?.toLowerCase() ?? '';
  if (kind !== 'lifecycle') return sayMove(occurrenceWords[kind], { state, message: filled(message, state) });
  return sayMove(during === undefined ? 'occurLifecycle' : 'occurLifecycleIn', { state });
}

// What these statements name first is the state; the rest is not kept.
function filled(template: string, state: string): string {
  let number = 0;
  return template.replace(/%(?:\(\w{1,80}\))?[sdr]/g, () => (number++ === 0 && state !== '' ? state : '…'));
}

const occurrenceWords: Readonly<Record<Exclude<Occurrence['kind'], 'lifecycle'>, MoveWord>> = {
  'sync-skipped': 'occurSyncSkipped', 'state-differs': 'occurStateDiffers',
  'stopped-by-itself': 'occurStopped', 'unexpected-state': 'occurUnexpected', moved: 'occurMoved',
  evacuated: 'occurEvacuated',
  'service-restart': 'occurRestart', 'event-received': 'occurEvent',
};
