// Hovers on ids: a UUID with the operations of its instance, or what this log ties it to; a request id with
// what it caused, in every open log.

import type { Operation } from '../../core/model';
import { operationLine, shortId } from '../../core/render/operationText';
import { daySpan } from '../../core/render/titles';
import { commands } from '../contributes';
import { nameOf } from '../convert';
import { ownerOf } from '../instanceLines';
import type { Logs } from '../logs';
import { say } from '../say';
import { causeOf } from './diagnosis';
import type { HoverText, Link } from './text';

/** A hover is for a glance: the tree shows the rest. */
const MOST_OPERATIONS = 8;

const stories = () => import('./story');

/** @param source the log in which the id stands */
export async function sayUuid(logs: Logs, uuid: string, source: string, text: HoverText): Promise<void> {
  const owner = ownerOf(logs, uuid, source);
  if (!owner) return;
  const { instance, isShared } = owner;
  if (instance === uuid) text.say(`**${say('hoverInstance')}** \`${uuid}\``);
  else text.quote(uuid).say(say(isShared ? 'hoverUsed' : 'hoverTied')).quote(instance);
  const operations = logs.lookup.operationsOf(instance);
  sayOperations(logs, operations, text);
  const { sayBeside, sayOperationStory } = await stories();
  sayOperationStory(logs, operations, text);
  sayBeside(logs.lookup, instance, text);
  text.links([
    { label: say('showLines'), command: commands.peekInstance, args: [instance] },
    { label: say('openInstance'), command: commands.openInstanceDocument, args: [instance] },
  ]);
}

export async function sayRequest(logs: Logs, request: string, text: HoverText): Promise<void> {
  const lines = logs.digests
    .map((digest) => ({ digest, count: digest.linesOf(request).length }))
    .filter(({ count }) => count > 0);
  const operations = logs.lookup.operationsOfRequest(request);
  if (lines.length === 0 && operations.length === 0) return;
  text.say(`**${say('hoverRequest')}** \`${request}\``);
  const instance = logs.digests.map(({ ties }) => ties.get(request)).find((tied) => tied !== undefined);
  if (instance === '') text.say(say('hoverManyInstances'));
  else if (instance !== undefined) text.quote(say('hoverTie', { instance, reason: say('tieRequest') }));
  sayOperations(logs, operations, text, '');
  (await stories()).sayOperationStory(logs, operations, text);
  for (const { digest, count } of lines) {
    text.quote(`${nameOf(digest.source)}: ${say('hoverLines', { count })}`);
  }
  text.links([{ label: say('openRequest'), command: commands.openRequestDocument, args: [request] }]);
}

function sayOperations(
  logs: Logs, operations: readonly Operation[], text: HoverText, request?: string,
): void {
  if (operations.length === 0) return void text.say(say('hoverNoOperations'));
  const shown = operations.slice(0, MOST_OPERATIONS);
  text.list(shown.map((operation) => ({
    link: linkTo(operation),
    text: [detailOf(operation, request), causeOf(logs, operation.id)]
      .filter((part) => part)
      .join(say('separator')),
  })));
  if (operations.length > shown.length)
    text.say(say('nothingElse', { count: operations.length - shown.length }));
}

function linkTo(operation: Operation): Link {
  return { label: operation.kind, command: commands.showOperation, args: [operation.id] };
}

function detailOf(operation: Operation, request = operation.request ?? ''): string {
  const line = operationLine(operation, say, '').replace(say('separator'), '');
  const time = daySpan(operation.begin, operation.begin);
  return [line, time, shortId(request)].filter((part) => part).join(say('separator'));
}
