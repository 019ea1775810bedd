// In: the row of an operation. Out: how it looks. Pure.

import type { Operation } from '../../core/model';
import { guessTexts } from '../../core/render/guesses';
import { routeText } from '../../core/render/moveText';
import { outcomeText, shortId, shortName, triesOf } from '../../core/render/operationText';
import { spanInList } from '../../core/render/titles';
import { mayGoOn } from '../../core/timelines/nextHost';
import { outcomeIcon } from './outcomeIcon';
import type { Look, PresentationNeeds } from './presentation';
import type { NodeOf, TreeNode } from './treeNode';

export function lookOfOperation(
  { operation, parent }: NodeOf<'operation'>, { say }: PresentationNeeds,
): Look {
  const cause = operation.outcome === 'failed' ? (operation.rootCause ?? operation.fault) : undefined;
  const host = operation.attempts.length === 1 ? operation.attempts[0]?.host : undefined;
  const isByCause = parent.kind === 'cause'; // there each says when
  const when = isByCause
    ? spanInList(parent.group.first.time, cause?.at ?? operation.begin)
    : timeAmongAlike(operation, parent);
  // a narrow side bar cuts what stands behind
  const parts = isByCause ? [when, outcomeText(operation, say)]
    : cause ? [shortName(cause), when, outcomeText(operation, say)] : [outcomeText(operation, say), when];
  const route = routeText(operation);
  if (route) parts.push(route);
  else if (host) parts.push(say('onHost', { host }));
  const tries = triesOf(operation);
  if (tries > 1) parts.push(say('afterTries', { count: tries }));
  if (mayGoOn(operation)) parts.push(say('mayGoOn'));
  parts.push(...guessTexts(operation, say));
  const description = parts.filter((part) => part).join(say('separator'));
  const { kind, instance } = operation;
  // Under an instance it is clear whose operation it is.
  const isBelow = parent.kind === 'instance';
  return {
    label: isBelow ? kind : say('operationOf', { operation: kind, instance: shortId(instance) }),
    description,
    ...outcomeIcon(operation.outcome),
    context: operation.rootCause ? 'operation.caused' : 'operation',
    collapsible: 'collapsed',
    spoken: say('spokenOperation', { operation: kind, instance, detail: description }),
  };
}

/** Where an instance has several of a kind, only their times tell them apart. */
function timeAmongAlike({ kind, begin }: Operation, parent: TreeNode): string {
  if (parent.kind !== 'instance') return '';
  const alike = parent.operations.filter((one) => one.kind === kind);
  return alike.length > 1 ? spanInList(parent.operations[0]?.begin.time, begin) : '';
}
