// A change of an operation while its log grows → one line for a terminal, or an object for a program.

import type { Operation } from '../model';
import type { Change } from '../sets/changes';
import { translated } from '../../knowledge/language';
import { marks } from '../../knowledge/marks';
import { english, fillSlots, sayIn } from './editorWords';
import { instanceText } from './instanceText';
import { operationLine, shortName, triesOf } from './operationText';
import { operationOf } from './report';
import { cleanText, placeText, timeText } from './terminal';
import type { Paint } from './terminal';
import { operationTitle, phaseInText } from './titles';

export const changeWords = translated('changes', {
  begin: '{operation} begins{phase}',
  step: '{operation} goes on{phase}',
  attempt: '{operation}, try {count}{phase}',
  failedOn: '{operation} failed on {host}{cause}, another host may be tried',
  failedHere: '{operation} failed on this host{cause}, another one may be tried',
  inPhase: ': {phase}',
  on: ' on {host}',
  cause: ' ({what})',
});

const signs = { success: '✓', failed: '✗', 'in-progress': '…', unknown: '?' } as const;
const colours = { success: 'green', failed: 'red', 'in-progress': 'yellow', unknown: 'yellow' } as const;

/** `10:00:01.123 … 5f3a9d2e-… create goes on: spawning on compute1 (nova-compute.log:15)`. */
export function changeLine(change: Change, paint: Paint): string {
  const { operation } = change;
  const at = placeOf(change);
  const time = at.time === undefined ? '' : `${timeText(at.time)} `;
  const state = stateOf(change);
  const what = `${signs[state]} ${cleanText(instanceText(operation.instance))} ${cleanText(textOf(change))}`;
  return `${time}${paint(colours[state], what)} ${paint('dim', `(${placeText(at, false)})`)}`;
}

// What begins now has no outcome yet, whatever its first lines leave open; what a host failed with is no end.
function stateOf({ kind, operation: { outcome } }: Change): Operation['outcome'] {
  if (kind === 'end') return outcome;
  return kind === 'begin' || outcome === 'failed' ? 'in-progress' : outcome;
}

function textOf({ kind, operation, phase }: Change): string {
  if (kind === 'end') return operationLine(operation, sayIn(english));
  const count = triesOf(operation);
  const host = operation.attempts.at(-1)?.host;
  if (operation.outcome === 'failed') return failedText(operation, host);
  const word = kind === 'begin' ? changeWords.begin : count > 1 ? changeWords.attempt : changeWords.step;
  const inPhase = phase ? fillSlots(changeWords.inPhase, { phase: phaseInText(phase.id) }) : '';
  const on = host === undefined ? '' : fillSlots(changeWords.on, { host });
  return fillSlots(word, { operation: operationTitle(operation.kind), count, phase: inPhase + on });
}

function failedText({ kind, failedPhase, rootCause, fault }: Operation, host: string | undefined): string {
  const cause = rootCause ?? fault;
  const what = [failedPhase && phaseInText(failedPhase), cause && shortName(cause)].filter((part) => part);
  const word = host === undefined ? changeWords.failedHere : changeWords.failedOn;
  return fillSlots(word, {
    operation: operationTitle(kind), host: host ?? '',
    cause: what.length === 0 ? '' : fillSlots(changeWords.cause, { what: what.join(marks.comma) }),
  });
}

/** Where the reader looks: where a failure began, else the line that made the change. */
function placeOf({ kind, operation, phase }: Change) {
  if (kind !== 'end' && operation.outcome === 'failed') return operation.rootCause?.at ?? operation.end;
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
