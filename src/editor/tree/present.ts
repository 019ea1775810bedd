// In: a node of the tree. Out: how it looks: label, description, icon and what a screen reader says. Pure.

import { attemptName } from '../../core/render/moveText';
import {
  attemptText,
  phaseText,
  renderSeconds,
  shortId,
  shortName,
} from '../../core/render/operationText';
import { clockTime, phaseTitle, dueInText } from '../../core/render/titles';
import { isMove } from '../../core/timelines/attempts';
import { diagnosesBeside } from './hostDiagnoses';
import { lineLabel } from './lineLabel';
import { lookOfFinding, looseFindings } from './looseFindings';
import { outcomeIcon } from './outcomeIcon';
import {
  isCaused, lookOfCause, lookOfGone, lookOfHost, lookOfHosts,
  lookOfLines, lookOfLogLines, lookOfLogs, lookOfRequest,
  outcomeOf, summaryOf,
} from './presentGroups';
import { lookOfDiagnosis, lookOfEvidence } from './presentDiagnosis';
import { lookOfOperation } from './presentOperation';
import { lookOfFailures, lookOfLarge, lookOfSleeping } from './presentLarge';
import type { Look, Presentation, PresentationNeeds } from './presentation';
import { storyRows } from './storyRows';
import { faultsOf, isStory, logOf, type NodeOf, type TreeNode } from './treeNode';

/** How a node looks. */
export function present(node: TreeNode, needs: PresentationNeeds): Presentation {
  const look = lookOf(node, needs);
  return { description: '', color: undefined, dimmed: false, collapsible: 'none', ...look };
}

function lookOf(node: TreeNode, needs: PresentationNeeds): Look {
  if (isStory(node)) return storyRows()?.lookOf(node, needs) ?? nothing;
  switch (node.kind) {
    case 'log': return lookOfLog(node, needs);
    case 'large': return lookOfLarge(node, needs);
    case 'failures': return lookOfFailures(node, needs);
    case 'instance': return lookOfInstance(node, needs);
    case 'operation': return lookOfOperation(node, needs);
    case 'attempt': return lookOfAttempt(node, needs);
    case 'phase': return lookOfPhase(node, needs);
    case 'unattributed': return lookOfUnattributed(node, needs);
    case 'due': return lookOfDue(node, needs);
    case 'diagnosis': return lookOfDiagnosis(node, needs);
    case 'evidence': return lookOfEvidence(node, needs);
    case 'finding': return lookOfFinding(node, needs);
    case 'line': return lookOfLine(node, needs);
    case 'fault': return lookOfFault(node, needs);
    case 'more': return lookOfMore(node, needs);
    case 'logs': return lookOfLogs(needs);
    case 'hosts': return lookOfHosts(needs);
    case 'gone': return lookOfGone(node, needs);
    case 'request': return lookOfRequest(node, needs);
    case 'host': return lookOfHost(node, needs);
    case 'cause': return lookOfCause(node, needs);
    case 'lines': return lookOfLines(node, needs);
    case 'logLines': return lookOfLogLines(node, needs);
  }
}

// Without their chunk there are no such rows.
const nothing: Look = { label: '', icon: 'blank', context: 'note', spoken: '' };

function lookOfAttempt({ operation, attempt, index }: NodeOf<'attempt'>, { say }: PresentationNeeds): Look {
  const { host, outcome } = attempt;
  const detail = [host ? say('onHost', { host }) : '', attemptText(attempt, say)]
    .filter((part) => part)
    .join(say('separator'));
  const name = attemptName(attempt, index + 1, operation.attempts, say);
  const plain = outcome === 'rescheduled' || outcome === 'aborted' ? 'failed' : outcome;
  return {
    label: name,
    description: detail,
    ...outcomeIcon(plain),
    icon: 'server',
    context: attempt.rootCause ? 'attempt.caused' : 'attempt',
    collapsible: plain === 'failed' ? 'expanded' : 'collapsed',
    spoken: isMove(operation.attempts)
      ? `${name}, ${detail}`
      : say('spokenAttempt', { number: index + 1, detail }),
  };
}

function lookOfPhase(node: NodeOf<'phase'>, { say }: PresentationNeeds): Look {
  const { phase, parts } = node;
  const waits = phase.waits?.length ?? 0;
  const isEmpty = phase.places.length + parts.length + waits + faultsOf(node).length === 0;
  const hasFailed = [phase, ...parts].some(({ outcome }) => outcome === 'failed');
  const label = phaseTitle(phase.id);
  const detail = [phaseText(phase, say), storyRows()?.waitedIn(phase)]
    .filter((part) => part)
    .join(say('separator'));
  return {
    label,
    description: detail,
    ...outcomeIcon(hasFailed ? 'failed' : phase.outcome),
    context: 'phase',
    dimmed: phase.outcome === 'not-visible',
    collapsible: isEmpty ? 'none' : hasFailed ? 'expanded' : 'collapsed',
    spoken: say('spokenPhase', { phase: label, detail: detail || say('success') }),
  };
}

function lookOfUnattributed({ seconds }: NodeOf<'unattributed'>, { say }: PresentationNeeds): Look {
  const label = say('unattributed');
  const description = renderSeconds(seconds);
  const spoken = `${label}, ${description}`;
  return { label, description, icon: 'watch', context: 'note', dimmed: true, spoken };
}

function lookOfMore({ hidden, shown }: NodeOf<'more'>, { say }: PresentationNeeds): Look {
  const label = say('more', { count: Math.min(hidden, shown) });
  const description = say('moreHidden', { count: hidden });
  return { label, description, icon: 'ellipsis', context: 'more', spoken: label };
}

function lookOfLog({ digest }: NodeOf<'log'>, { say, lookup, nameOf }: PresentationNeeds): Look {
  const label = nameOf(digest.source);
  const operations = lookup.operationsIn(digest.source).map(({ operation }) => operation);
  const instances = new Set(operations.map(({ instance }) => instance)).size;
  const failed = operations.filter(({ outcome }) => outcome === 'failed').length;
  const what = digest.isNova ? 'countInstances' : digest.lines === 0 ? 'emptyLog' : 'notNova';
  const loose = looseFindings(lookup, digest.source).length;
  // a narrow side bar cuts what stands behind
  const parts = failed > 0 ? [say('countFailed', { count: failed })] : [];
  parts.push(say(what, { count: instances }));
  if (instances === 0 && loose > 0) parts.push(say('countExceptions', { count: loose }));
  const description = parts.join(say('separator'));
  return {
    label,
    description,
    icon: 'output',
    context: 'log',
    collapsible: instances + loose + diagnosesBeside(lookup, digest.source).length > 0 ? 'expanded' : 'none',
    spoken: say('spokenLog', { log: label, detail: description }),
  };
}

/** Failed instances stand open while the tree is small enough to be taken in. */
const FEW_INSTANCES = 10;

function lookOfInstance(node: NodeOf<'instance'>, needs: PresentationNeeds): Look {
  const { instance, operations, beside, row } = node;
  if (row && operations.length === 0 && beside.length === 0) return lookOfSleeping(node, row, needs);
  const { say, lookup } = needs;
  const isOpen = lookup.analysis.timelines.length <= FEW_INSTANCES;
  const description = operations.length === 0
    ? (storyRows()?.besideText(beside, say) ?? '')
    : summaryOf(operations, say);
  const outcome = outcomeOf(operations);
  return {
    // The whole id leaves no room for what became of the instance: it stands in the tooltip.
    label: shortId(instance),
    description,
    ...outcomeIcon(outcome),
    icon: 'vm',
    context: operations.some(isCaused) ? 'instance.caused' : 'instance',
    collapsible: outcome === 'failed' && isOpen ? 'expanded' : 'collapsed',
    spoken: say('spokenInstance', { instance, detail: description }),
  };
}

function lookOfDue({ due }: NodeOf<'due'>, { say }: PresentationNeeds): Look {
  const label = say('due', { message: dueInText(due) });
  const time = clockTime(due.since);
  const description = time
    ? say('dueFrom', { service: due.service, time })
    : say('dueFromUndated', { service: due.service });
  return {
    label,
    description,
    icon: 'bell-dot',
    color: 'testing.iconQueued',
    context: 'note',
    spoken: `${label}, ${description}`,
  };
}

function lookOfLine(node: NodeOf<'line'>, needs: PresentationNeeds): Look {
  const { place, operation, note } = node;
  const { say, originOf } = needs;
  const { label: text, isFault } = lineLabel(place, operation, needs);
  const label = note === undefined ? text : note + text;
  const where = isOrigin(node, place.source, needs) ? '' : originOf(place.source);
  const description = [clockTime(place), say('lineNumber', { line: place.line + 1 }), where]
    .filter((part) => part)
    .join(say('separator'));
  return {
    label,
    description,
    icon: isFault ? 'flame' : 'list-selection',
    context: 'line',
    spoken: say('spokenLine', { line: place.line + 1, detail: label }),
  };
}

/** Whether it is clear in which log a line stands. */
function isOrigin(node: TreeNode, source: string, { lookup }: PresentationNeeds): boolean {
  return lookup.analysis.digests.length === 1 || logOf(node) === source;
}

function lookOfFault(node: NodeOf<'fault'>, needs: PresentationNeeds): Look {
  const { fault, operation } = node;
  const { say, originOf } = needs;
  const where = isOrigin(node, fault.at.source, needs) ? '' : originOf(fault.at.source);
  const isCause = fault === operation.rootCause;
  const role = isCause ? say('roleRootCause') : fault === operation.fault ? say('roleRecorded') : '';
  const description = [role, say('lineNumber', { line: fault.at.line + 1 }), where, fault.message]
    .filter((part) => part)
    .join(say('separator'));
  const color = isCause ? 'testing.iconFailed' : undefined;
  const label = shortName(fault);
  return { label, description, icon: 'flame', color, context: 'fault', spoken: `${label}, ${description}` };
}
