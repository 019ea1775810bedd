// `report --by request`: each request with its operations, how many lines each service has of it, and what it
// caused. In: an Analysis and a way to paint. Out: lines, made as they are asked for.

import { marks } from '../../knowledge/marks';
import type { Analysis, Place } from '../model';
import { requestIndexOf, requestTree, type RequestSight, type RequestTree } from '../joins/requestTree';
import { requestsIn } from '../joins/requestsIn';
import { english, sayIn } from './editorWords';
import { operationLine } from './operationText';
import { finderOf } from './storyText';
import { storyWords as words } from './storyWords';
import { cleanText, timeText } from './terminal';
import type { Paint } from './terminal';
import { reportWords } from './words';

export function* requestLines(analysis: Analysis, paint: Paint): Generator<string> {
  const index = requestIndexOf(analysis);
  const find = finderOf(analysis);
  const requests = requestsIn(analysis);
  const listed = new Set(requests.map(({ request }) => request));
  let any = false;
  for (const { request, instance, operations } of requests) {
    const node = index.node(request);
    // what another one of them caused stands below that one
    const isBelow = operations.length === 0 && node?.causedBy.some(({ caller }) => listed.has(caller));
    if (isBelow) continue;
    any = true;
    yield '';
    yield paint('bold', cleanText(instance === undefined ? request : words.requestOf(request, instance)));
    for (const id of operations) {
      const operation = find(id);
      if (operation) yield `  ${cleanText(operationLine(operation, sayIn(english)))}`;
    }
    yield* sightLines(node?.sights ?? [], analysis, paint);
    const { children = [] } = requestTree(analysis, request) ?? {};
    for (const child of children) yield* calledLines(child, '  ', paint);
  }
  if (!any) yield words.noRequests;
}

/** What each service has of a request, then where that is. */
function* sightLines(
  sights: readonly RequestSight[], { digests }: Analysis, paint: Paint,
): Generator<string> {
  const oneLog = digests.length === 1;
  const counted = countsText(sights);
  if (counted !== '') yield `  ${cleanText(counted)}`;
  for (const { source, service, first, last } of sights) {
    const lines = first.line === last.line ? reportWords.line(String(first.line + 1))
      : reportWords.lines(String(first.line + 1), String(last.line + 1));
    const where = [service, oneLog ? undefined : source].filter((part) => part !== undefined).join(' ');
    yield `  ${paint('dim', cleanText(words.seenIn(where, lines, whenText(first), whenText(last))))}`;
  }
}

/** `nova-api: 12 lines, nova-compute: 341 lines`; empty where no lines are counted. */
function countsText(sights: readonly RequestSight[]): string {
  const counts = new Map<string, number>();
  for (const { service, host, source, count } of sights) {
    if (count === undefined) continue;
    const who = host === undefined ? service : `${service ?? ''}@${host}`;
    const name = service === undefined ? source : (who ?? service);
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts]
    .map(([name, count]) => words.linesOf(name, words.countLines(count)))
    .join(marks.list);
}

function* calledLines({ node, children }: RequestTree, margin: string, paint: Paint): Generator<string> {
  const counted = countsText(node.sights);
  const text = counted === '' ? words.caused(node.request) : words.causedWith(node.request, counted);
  yield margin + paint('cyan', '↳ ') + cleanText(text);
  for (const child of children) yield* calledLines(child, `${margin}  `, paint);
}

// Of lines that are only counted the time is not kept.
function whenText({ time }: Place): string {
  return time === undefined ? '' : timeText(time);
}
