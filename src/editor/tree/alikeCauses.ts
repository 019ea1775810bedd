// A group of failures among the others with the same exception → what tells it from them, as short as a row
// needs it. Pure.

import type { CauseGroup } from '../../core/model';
import type { Say } from '../../core/render/editorWords';
import { phaseInText } from '../../core/render/titles';
import { sharedLength } from '../../core/sharedLength';

/** A row shows no more; its tooltip has the whole message. */
const longest = 90;
/** A common beginning that is shorter does no harm. */
const worthCutting = 24;

/** Empty: no other group has its exception, or nothing that is known tells them apart. */
export function differenceOf(group: CauseGroup, all: readonly CauseGroup[], say: Say): string {
  const others = all.filter((one) => one !== group && one.type === group.type);
  if (others.length === 0) return '';
  const { type, message, phase, kinds, frame } = group;
  if (type === undefined) return kinds.join(', ');
  const messages = others.map((other) => other.message);
  if (message !== '' && messages.some((other) => other !== message)) return ownPart(message, messages);
  const isOfPhase = others.some((other) => other.phase !== phase);
  if (phase && isOfPhase) return say('inPhase', { phase: phaseInText(phase) });
  return frame?.replace(/^.*:/, '') ?? '';
}

// What another group begins with, too, tells nothing.
function ownPart(message: string, others: readonly string[]): string {
  const shared = Math.max(...others.filter((other) => other !== message)
    .map((other) => sharedLength(message, other)));
  const cut = message.lastIndexOf(' ', shared) + 1;
  const part = cut < worthCutting ? message : `… ${message.slice(cut)}`;
  return part.length > longest ? `${part.slice(0, longest).trimEnd()} …` : part;
}
