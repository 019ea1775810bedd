// "Compare With…": an operation beside another of its kind, the likest that went well first, in VS
// Code's own diff: offsets instead of times, ids as names. Where the two part, the title says it.

import * as vscode from 'vscode';
import type { Operation } from '../../core/model';
import { operationLine, shortId } from '../../core/render/operationText';
import { daySpan } from '../../core/render/titles';
import { tell } from '../cursor';
import type { Logs } from '../logs';
import { say } from '../say';
import { operationAddress, uriOfExtract } from './address';
import { subjectFor } from './target';

/** More are not of a person's choosing. */
const MOST_CHOICES = 200;

/** @param other the id of the operation to compare with; undefined: the person chooses */
export async function compareOperation(logs: Logs, target: unknown, other: unknown): Promise<void> {
  const id = subjectFor(logs, 'operation', target)?.id;
  const operation = id === undefined ? undefined : logs.lookup.operation(id);
  if (!operation) return tell('noOperation');
  const good = typeof other === 'string' ? logs.lookup.operation(other) : await choose(logs, operation);
  if (!good) return;
  const left = uriOfExtract(operationAddress(good, 'offsets'));
  const right = uriOfExtract(operationAddress(operation, 'offsets'));
  const names = say('compareTitle', {
    operation: operation.kind, left: shortId(good.instance), right: shortId(operation.instance),
  });
  const parting = await partingOf(logs, operation);
  const title = parting?.good === good ? names + say('separator') + parting.text : names;
  await vscode.commands.executeCommand('vscode.diff', left, right, title);
}

interface Parting {
  readonly good: Operation;
  /** Where the two part, and what they have in common. */
  readonly text: string;
  readonly likeness: string;
}

async function partingOf(logs: Logs, operation: Operation): Promise<Parting | undefined> {
  const { analysis, operation: find } = logs.lookup;
  const divergence = analysis.story?.divergence(operation);
  const good = divergence && find(divergence.good);
  if (!divergence || !good) return undefined;
  const { divergenceLabel, likenessText } = await import('../../core/render/storyRowText');
  return { good, text: divergenceLabel(divergence, good), likeness: likenessText(divergence) };
}

async function choose(logs: Logs, operation: Operation): Promise<Operation | undefined> {
  const { comparableWith } = await import('../../core/extracts/nearest');
  const parting = await partingOf(logs, operation);
  const all = comparableWith(operation, logs.lookup.analysis.timelines, parting?.good.id);
  const others = all.slice(0, MOST_CHOICES);
  if (others.length === 0) {
    void vscode.window.showInformationMessage(say('compareNothing', { operation: operation.kind }));
    return undefined;
  }
  const items = others.map((other) => ({
    label: shortId(other.instance),
    description: operationLine(other, say),
    detail: [
      daySpan(other.begin, other.begin), hostText(other),
      ...(other === parting?.good ? [parting.likeness, parting.text] : []),
    ].filter((part) => part).join(say('separator')),
    other,
  }));
  const placeHolder = say('comparePrompt', {
    operation: operation.kind, instance: shortId(operation.instance),
  });
  const choice = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return choice?.other;
}

function hostText({ attempts }: Operation): string {
  const host = attempts.at(-1)?.host;
  return host ? say('onHost', { host }) : '';
}
