// Hovers on a line that marks a phase, and on Nova's "Took N seconds": what Nova does there, how long it
// took and which part of the operation that is.

import type * as vscode from 'vscode';
import type { LogEvent, Operation, Phase, Tie } from '../../core/model';
import type { EditorWord } from '../../core/render/editorWords';
import { phaseText, renderSeconds } from '../../core/render/operationText';
import { markerAt, phaseInText, phaseSpec } from '../../core/render/titles';
import { commands } from '../contributes';
import { sourceOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import type { HoverText, Link } from './text';

const tieWords: Readonly<Record<Exclude<Tie, 'tag'>, EditorWord>> = {
  name: 'tieName',
  request: 'tieRequest',
  id: 'tieId',
  traceback: 'tieTraceback',
  sole: 'tieSole',
};

const stories = () => import('./story');

export async function sayEvent(logs: Logs, event: LogEvent, text: HoverText): Promise<void> {
  const marker = markerAt(event.marker);
  const { sayOccurrence, sayPhaseStory, sayWaitsAt } = await stories();
  if (!marker) return sayWaitsAt(logs, event.at, text);
  const { source, line } = event.at;
  const lookup = logs.lookupIn(source);
  if (marker.spec.occurrence && sayOccurrence(lookup, event, text)) return;
  const operation = lookup.operationAt(source, line, event.instance);
  const here = operation && lookup.phaseAt(source, line, operation);
  sayPhase(marker.phase, operation, event, text, here);
  const phase = operation && (here?.id ?? marker.phase);
  if (phase) sayPhaseStory(logs, operation.id, phase, text);
  text.links([
    { label: say('openExplanation'), command: commands.explain, args: [{ name: marker.phase }] },
    ...linkToTree(operation),
  ]);
}

/** Waits for a lock or an event that rest on the line. */
export async function sayWaits(
  logs: Logs, { uri }: vscode.TextDocument, line: number, text: HoverText,
): Promise<void> {
  const { sayWaitsAt } = await stories();
  sayWaitsAt(logs, { source: sourceOf(uri), line, time: undefined }, text);
}

function sayPhase(
  phase: Phase['id'], operation: Operation | undefined, event: LogEvent, text: HoverText,
  here: Phase | undefined,
): void {
  const spec = phaseSpec(phase);
  const title = operation ? say('hoverPhase', { phase: spec.title, operation: operation.kind }) : spec.title;
  // what became of it comes before what it is
  const end = here?.id === phase ? phaseText(here, say) : '';
  text.say([`**${title}**`, end, `nova-${spec.service}`].filter((part) => part).join(say('separator')));
  text.say(spec.what);
  const { vmState: vm, taskState: task } = spec;
  if (vm && task) text.say(say('hoverStates', { vm, task }));
  else if (vm) text.say(say('hoverState', { vm }));
  else if (task) text.say(say('hoverTaskState', { task }));
  if (spec.options && spec.options.length > 0) {
    text.say(`${say('hoverOptions')}: ${spec.options.map((name) => `\`${name}\``).join(', ')}`);
  }
  if (event.instance && event.tie && event.tie !== 'tag') {
    text.quote(say('hoverTie', { instance: event.instance, reason: say(tieWords[event.tie]) }));
  }
}

function linkToTree(operation: Operation | undefined): Link[] {
  return operation
    ? [{ label: say('showInTree'), command: commands.showOperation, args: [operation.id] }]
    : [];
}

/** @param slowFrom seconds from which a phase counts as slow */
export async function sayTook(
  logs: Logs,
  seconds: number,
  place: { source: string; line: number },
  slowFrom: number,
  text: HoverText,
): Promise<void> {
  text.say(`**${say('hoverTook', { duration: renderSeconds(seconds) })}**`);
  const event = logs.lookupIn(place.source).eventsAt(place.source, place.line)[0];
  const phase = event && markerAt(event.marker)?.phase;
  if (phase) text.say(say('hoverTookBy', { phase: phaseInText(phase) }));
  const operation = logs.lookupIn(place.source).operationAt(place.source, place.line);
  if (operation?.seconds && operation.seconds >= seconds) {
    const percent = Math.round((seconds / operation.seconds) * 100);
    text.say(say('hoverTookPart', { percent, whole: renderSeconds(operation.seconds) }));
  }
  if (operation && phase) (await stories()).sayPace(logs, operation, phase, text);
  if (seconds >= slowFrom) text.say(say('hoverTookSlow', { duration: renderSeconds(slowFrom) }));
}
