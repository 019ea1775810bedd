// A change of an operation while its log grows → one line for a terminal, or an object for a program.

import type { Change } from '../sets/changes';
import { translated } from '../../knowledge/language';
import { english, fillSlots, sayIn } from './editorWords';
import { operationLine } from './operationText';
import { operationOf } from './report';
import { cleanText, placeText, timeText } from './terminal';
import type { Paint } from './terminal';
import { operationTitle, phaseInText } from './titles';

export const changeWords = translated('changes', {
  begin: '{operation} begins{phase}',
  step: '{operation} goes on{phase}',
  attempt: '{operation}, try {count}{phase}',
  inPhase: ': {phase}',
  on: ' on {host}',
});

const signs = { success: '✓', failed: '✗', 'in-progress': '…', unknown: '?' } as const;
const colours = { success: 'green', failed: 'red', 'in-progress': 'yellow', unknown: 'yellow' } as const;

/** `10:00:01.123 … 5f3a9d2e-… create goes on: spawning on compute1 (nova-compute.log:15)`. */
export function changeLine(change: Change, paint: Paint): string {
  const { operation } = change;
  const at = placeOf(change);
  const time = at.time === undefined ? '' : `${timeText(at.time)} `;
  // what begins now has no outcome yet, whatever its first lines leave open
  const sign = change.kind === 'begin' ? signs['in-progress'] : signs[operation.outcome];
  const what = `${sign} ${cleanText(operation.instance)} ${cleanText(textOf(change))}`;
  return `${time}${paint(colours[operation.outcome], what)} ${paint('dim', `(${placeText(at, false)})`)}`;
}

function textOf({ kind, operation, phase }: Change): string {
  if (kind === 'end') return operationLine(operation, sayIn(english));
  const count = operation.attempts.length;
  const host = operation.attempts.at(-1)?.host;
  const word = kind === 'begin' ? changeWords.begin : count > 1 ? changeWords.attempt : changeWords.step;
  const inPhase = phase ? fillSlots(changeWords.inPhase, { phase: phaseInText(phase.id) }) : '';
  const on = host === undefined ? '' : fillSlots(changeWords.on, { host });
  return fillSlots(word, { operation: operationTitle(operation.kind), count, phase: inPhase + on });
}

/** Where the reader looks: where a failure began, else the line that made the change. */
function placeOf({ kind, operation, phase }: Change) {
  if (kind === 'begin') return operation.begin;
  if (kind === 'step') return phase?.at ?? operation.end;
  return operation.rootCause?.at ?? operation.end;
}

/** One line of JSON: `change` is begin, step or end; `operation` as in the report. */
export function changeJson({ kind, operation, phase }: Change): string {
  const { instance } = operation;
  const full = operationOf(operation);
  return JSON.stringify({ change: kind, instance, phase: phase?.id ?? null, operation: full });
}
