// What a row says when the pointer rests on it; made only then. Text of a log comes in as plain text.

import * as vscode from 'vscode';
import type { Lookup } from '../../core/lookup';
import type { Operation } from '../../core/model';
import { leftOutText, partlyRuledTexts, readingText } from '../../core/render/digestText';
import { guessSentences } from '../../core/render/guesses';
import { progressTexts, routeText } from '../../core/render/moveText';
import { renderFinding } from '../../core/render/finding';
import { causeText, diagnosisRemedy } from '../../core/render/diagnosis';
import { chainText, operationLine, renderSeconds } from '../../core/render/operationText';
import { recordedTexts } from '../../core/render/recordedText';
import { daySpan, phaseSpec } from '../../core/render/titles';
import { nameOf } from '../convert';
import { appendPlain } from '../plainText';
import { say } from '../say';
import { lookOfCause } from './presentGroups';
import { lookOfSleeping } from './presentLarge';
import { storyRows } from './storyRows';
import { isStory, logOf, type NodeOf, type TreeNode } from './treeNode';

/** What to say when the pointer rests on a row; undefined where the row says it all. */
export function tooltipOf(node: TreeNode, lookup: Lookup): vscode.MarkdownString | undefined {
  if (isStory(node)) return plainText(...(storyRows()?.tipsOf(node, lookup, nameOf) ?? []));
  switch (node.kind) {
    case 'operation':
      return operationTooltip(node.operation);
    case 'phase':
      return phaseTooltip(node, lookup);
    case 'unattributed':
      return new vscode.MarkdownString(say('unattributedLong'));
    case 'due':
      return new vscode.MarkdownString(
        say('dueLong', { line: node.due.since.line + 1, service: node.due.service }),
      );
    case 'log':
      return plainText(pathOf(node.digest.source), readingText(node.digest, say));
    case 'large':
      return node.view.leftOut > 0 ? plainText(leftOutText(node.view.leftOut, say)) : undefined;
    case 'fault':
      return plainText(node.fault.type, node.fault.message);
    case 'instance':
      return instanceTooltip(node, lookup);
    case 'request':
      return plainText(node.request ?? '', ...node.operations.map((one) => operationLine(one, say)));
    case 'cause':
      return causeTooltip(node, lookup);
    case 'finding':
      return plainText(renderFinding(node.finding));
    case 'diagnosis':
      return plainText(causeText(node.diagnosis) ?? '', diagnosisRemedy(node.diagnosis) ?? '');
    case 'attempt':
    case 'evidence': case 'failures': case 'gone':
    case 'host': case 'hosts':
    case 'line':
    case 'lines':
    case 'logLines':
    case 'logs':
    case 'more':
      return undefined;
  }
}

function instanceTooltip(node: NodeOf<'instance'>, lookup: Lookup): vscode.MarkdownString {
  const { instance, operations, row } = node;
  if (row && operations.length === 0) {
    return plainText(instance, lookOfSleeping(node, row, { say }).description ?? '');
  }
  return plainText(
    instance, ...operations.map((operation) =>
      [operationLine(operation, say), ...hostsOf(operation), daySpan(operation.begin, operation.end)]
        .filter((part) => part).join(say('separator'))),
    ...partlyRuledTexts(instance, lookup.analysis.digests, nameOf, say),
  );
}

function causeTooltip(node: NodeOf<'cause'>, lookup: Lookup): vscode.MarkdownString {
  const { type = '', message, frame = '' } = node.group;
  return plainText(type, lookOfCause(node, { say, lookup }).description ?? '', message, frame);
}

function operationTooltip(operation: Operation): vscode.MarkdownString {
  return plainText(
    operationLine(operation, say),
    chainText(operation),
    operation.reason?.text ?? '',
    operation.request ?? '',
    routeText(operation) ?? '',
    ...hostsOf(operation),
    daySpan(operation.begin, operation.end),
    ...recordedTexts(operation),
    ...guessSentences(operation, say),
  );
}

/** Its row names the host last, where a narrow side bar cuts it. */
function hostsOf({ attempts }: Operation): readonly string[] {
  const hosts = new Set(attempts.flatMap(({ host }) => host ?? []));
  return hosts.size > 0 ? [say('onHost', { host: [...hosts].join(', ') })] : [];
}

/** As people find the file, from the folder of the workspace. */
function pathOf(source: string): string {
  const uri = vscode.Uri.parse(source);
  return uri.scheme === 'untitled' ? '' : vscode.workspace.asRelativePath(uri);
}

function phaseTooltip(node: NodeOf<'phase'>, lookup: Lookup): vscode.MarkdownString {
  const { phase } = node;
  const text = new vscode.MarkdownString(phaseSpec(phase.id).what);
  if (phase.seconds !== undefined) {
    const how = say(phase.secondsFrom === 'nova' ? 'tookByNova' : 'tookByLines');
    text.appendMarkdown(`\n\n${say('hoverTook', { duration: renderSeconds(phase.seconds) })}, ${how}`);
  }
  for (const row of phase.progress ? progressTexts(phase.progress) : []) {
    appendPlain(text.appendMarkdown('\n\n'), row);
  }
  for (const row of storyRows()?.phaseTips(node, lookup) ?? []) {
    appendPlain(text.appendMarkdown('\n\n'), row);
  }
  if (phase.at && phase.at.source !== logOf(node)) {
    const where = say('lineIn', { log: nameOf(phase.at.source), line: phase.at.line + 1 });
    appendPlain(text.appendMarkdown('\n\n'), where);
  }
  return text;
}

/** Paragraphs of plain text; empty ones are left out. */
function plainText(...rows: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const row of rows.filter((one) => one)) appendPlain(text, row).appendMarkdown('\n\n');
  return text;
}
