// Hovers on a line that marks a phase, and on Nova's "Took N seconds": what Nova does there, how long it
// took and which part of the operation that is.

import type { LogEvent, Operation, Tie } from '../../core/model';
import type { EditorWord } from '../../core/render/editorWords';
import { renderSeconds } from '../../core/render/operationText';
import { markerAt, phaseInText, phaseSpec } from '../../core/render/titles';
import { commands } from '../contributes';
import type { Logs } from '../logs';
import { say } from '../say';
import type { HoverText, Link } from './text';

const tieWords: Readonly<Record<Exclude<Tie, 'tag'>, EditorWord>> = {
  name: 'tieName',
  request: 'tieRequest',
  id: 'tieId',
  traceback: 'tieTraceback',
};

export function sayEvent(logs: Logs, event: LogEvent, text: HoverText): void {
  const marker = markerAt(event.marker);
  if (!marker) return;
  const spec = phaseSpec(marker.phase);
  const { source, line } = event.at;
  const operation = logs.lookupIn(source).operationAt(source, line, event.instance);
  const title = operation ? say('hoverPhase', { phase: spec.title, operation: operation.kind }) : spec.title;
  text.say(`**${title}**${say('separator')}nova-${spec.service}`);
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
  text.links([
    { label: say('openExplanation'), command: commands.explain, args: [{ name: marker.phase }] },
    ...linkToTree(operation),
  ]);
}

function linkToTree(operation: Operation | undefined): Link[] {
  return operation
    ? [{ label: say('showInTree'), command: commands.showOperation, args: [operation.id] }]
    : [];
}

/** @param slowFrom seconds from which a phase counts as slow */
export function sayTook(
  logs: Logs,
  seconds: number,
  place: { source: string; line: number },
  slowFrom: number,
  text: HoverText,
): void {
  text.say(`**${say('hoverTook', { duration: renderSeconds(seconds) })}**`);
  const event = logs.lookupIn(place.source).eventsAt(place.source, place.line)[0];
  const phase = event && markerAt(event.marker)?.phase;
  if (phase) text.say(say('hoverTookBy', { phase: phaseInText(phase) }));
  const operation = logs.lookupIn(place.source).operationAt(place.source, place.line);
  if (operation?.seconds && operation.seconds >= seconds) {
    const percent = Math.round((seconds / operation.seconds) * 100);
    text.say(say('hoverTookPart', { percent, whole: renderSeconds(operation.seconds) }));
  }
  if (seconds >= slowFrom) text.say(say('hoverTookSlow', { duration: renderSeconds(slowFrom) }));
}
