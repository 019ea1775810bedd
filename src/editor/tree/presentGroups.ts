// In: a node that holds operations or lines together: request, host, cause, logs, lines. Out: how it looks.
// Pure.

import { requestIndexOf } from '../../core/joins/requestTree';
import type { Operation, Outcome } from '../../core/model';
import type { Say } from '../../core/render/editorWords';
import { daySpan, phaseInText } from '../../core/render/titles';
import { shortId, shortName } from '../../core/render/operationText';
import { differenceOf } from './alikeCauses';
import { outcomeIcon } from './outcomeIcon';
import type { Look, PresentationNeeds } from './presentation';
import type { NodeOf } from './treeNode';

/** More operations than this are counted, not named. */
const NAMED_OPERATIONS = 3;

/** More hosts than this are counted, not named. */
const NAMED_HOSTS = 3;

/** What became of several operations together. */
export function summaryOf(operations: readonly Operation[], say: Say): string {
  if (operations.length <= NAMED_OPERATIONS) {
    return operations.map((operation) => endOf(operation, say)).join(say('separator'));
  }
  const parts = [say('countOperations', { count: operations.length })];
  const failed = operations.filter(({ outcome }) => outcome === 'failed').length;
  if (failed > 0) parts.push(say('countFailed', { count: failed }));
  return parts.join(say('separator'));
}

function endOf({ kind, outcome, rootCause, fault }: Operation, say: Say): string {
  const what = `${kind} ${say(outcome)}`;
  const cause = outcome === 'failed' ? rootCause ?? fault : undefined;
  return cause ? say('failedWith', { what, cause: shortName(cause) }) : what;
}

/** The worst of them; without one that failed or goes on, the last. */
export function outcomeOf(operations: readonly Operation[]): Outcome {
  const worst = (['failed', 'in-progress'] as const).find((outcome) =>
    operations.some((operation) => operation.outcome === outcome));
  return worst ?? operations.at(-1)?.outcome ?? 'unknown';
}

/** Whether it failed with an exception to go to. */
export function isCaused({ outcome, rootCause }: Operation): boolean {
  return outcome === 'failed' && rootCause !== undefined;
}

export function lookOfRequest(node: NodeOf<'request'>, needs: PresentationNeeds): Look {
  const { request, operations } = node;
  const { say } = needs;
  const label = request === undefined ? say('noRequest') : shortId(request);
  const description = [summaryOf(operations, say), originOfRequest(node, needs)]
    .filter((part) => part).join(say('separator'));
  return {
    label, description, ...outcomeIcon(outcomeOf(operations)), icon: 'symbol-event',
    context: request === undefined ? 'group' : 'request', collapsible: 'collapsed',
    spoken: say('spokenRequest', { request: request ?? label, detail: description }),
  };
}

// Where a request that another one caused was seen.
function originOfRequest(
  { request, parent }: NodeOf<'request'>, { lookup, originOf }: PresentationNeeds,
): string {
  if (request === undefined || parent === undefined) return '';
  const sights = requestIndexOf(lookup.analysis).node(request)?.sights ?? [];
  return [...new Set(sights.map(({ source }) => originOf(source)))].join(', ');
}

export function lookOfHost({ host, operations, lane }: NodeOf<'host'>, { say }: PresentationNeeds): Look {
  const label = host ?? say('hostUnknown');
  const instances = new Set(operations.map(({ instance }) => instance)).size;
  const failed = operations.filter(({ outcome }) => outcome === 'failed').length;
  const parts = failed > 0 ? [say('countFailed', { count: failed })] : [];
  parts.push(say('countInstances', { count: instances }));
  if (lane) parts.push(...lane.services);
  const description = parts.join(say('separator'));
  return {
    label, description, ...outcomeIcon(failed > 0 ? 'failed' : 'unknown'), icon: 'server',
    context: 'group', collapsible: instances > 0 || lane ? 'collapsed' : 'none',
    spoken: say('spokenHost', { host: label, detail: description }),
  };
}

export function lookOfCause(
  { group, operations }: NodeOf<'cause'>, { say, lookup }: Pick<PresentationNeeds, 'say' | 'lookup'>,
): Look {
  const label = group.type ?? say('causeUnknown');
  const instances = new Set(operations.map(({ instance }) => instance)).size;
  const well = new Set(operations.filter(({ outcome }) => outcome === 'success')).size;
  const parts = [
    // a narrow side bar cuts what stands behind
    differenceOf(group, lookup.analysis.groups ?? [], say),
    say('countFailures', { count: operations.length }), say('countInstances', { count: instances }),
    ...(well > 0 ? [say('countWentWell', { count: well })] : []),
    ...(group.phase ? [say('inPhase', { phase: phaseInText(group.phase) })] : []),
    hostsText(group.hosts.map(({ host }) => host), say),
    daySpan(group.first, group.last),
  ];
  const description = [...new Set(parts)].filter((part) => part).join(say('separator'));
  const color = well === new Set(operations).size ? 'testing.iconUnset' : 'testing.iconFailed';
  return {
    label, description, icon: 'flame', color, context: 'group',
    collapsible: 'collapsed', spoken: say('spokenCause', { cause: label, detail: description }),
  };
}

function hostsText(hosts: readonly string[], say: Say): string {
  if (hosts.length === 0) return '';
  return hosts.length > NAMED_HOSTS
    ? say('onHosts', { count: hosts.length })
    : say('onHost', { host: hosts.join(', ') });
}

export function lookOfGone({ gone }: NodeOf<'gone'>, { say, nameOf }: PresentationNeeds): Look {
  const { source, failed: count, last: time } = gone;
  const label = say('goneFailures', { count, log: nameOf(source) });
  const until = { source, line: 0, time };
  const description = say('goneUntil', { time: daySpan(until, until) });
  return { label, description, icon: 'history', context: 'gone', spoken: `${label}, ${description}` };
}

export function lookOfLogs({ say, lookup }: PresentationNeeds): Look {
  const label = say('treeLogs');
  const description = say('countLogs', { count: lookup.analysis.digests.length });
  return {
    label, description, icon: 'files', context: 'logs',
    // without an instance they are all there is
    collapsible: lookup.analysis.timelines.length === 0 ? 'expanded' : 'collapsed',
    spoken: `${label}, ${description}`,
  };
}

export function lookOfHosts({ say, lookup }: PresentationNeeds): Look {
  const label = say('groupByHost');
  const spans = (lookup.analysis.hosts ?? []).flatMap((lane) => lane.spans);
  const troubles = spans.filter(({ kind }) => kind !== 'service').length;
  const description = troubles > 0 ? say('countTroubles', { count: troubles }) : '';
  return {
    label, description, icon: 'server-environment', context: 'group', collapsible: 'collapsed',
    spoken: `${label}, ${description}`,
  };
}

export function lookOfLines({ count, logs }: NodeOf<'lines'>, { say }: PresentationNeeds): Look {
  const label = say('allLines');
  const lines = say('countLines', { count });
  const where = say('countLogs', { count: logs });
  const description = logs > 1 ? say('linesInLogs', { lines, logs: where }) : lines;
  return {
    label, description, icon: 'list-flat', context: 'lines', dimmed: true, collapsible: 'collapsed',
    spoken: `${label}, ${description}`,
  };
}

export function lookOfLogLines({ source, lines }: NodeOf<'logLines'>, needs: PresentationNeeds): Look {
  const label = needs.originOf(source);
  const description = needs.say('countLines', { count: lines.length });
  return {
    label, description, icon: 'output', context: 'lines', collapsible: 'collapsed',
    spoken: `${label}, ${description}`,
  };
}
