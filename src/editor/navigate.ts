// Jumps by command: next and previous phase of an instance, next and previous failure, the cause of an
// operation, all lines of an instance. The cursor says where one is; an argument, where a lens or a row
// gives one, says more.

import * as vscode from 'vscode';
import type { Fault, Operation, Place } from '../core/model';
import { shortId, shortName } from '../core/render/operationText';
import { commands } from './contributes';
import { sourceOf } from './convert';
import { cursorInLog, operationNear, tell } from './cursor';
import { locationsOfId } from './instanceLines';
import type { Logs } from './logs';
import { openPlace } from './openPlace';
import { say } from './say';
import { isCaused } from './tree/presentGroups';

export function registerNavigation(logs: Logs): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register(commands.nextPhase, () => goToNeighbour(logs, 1)),
    register(commands.previousPhase, () => goToNeighbour(logs, -1)),
    register(commands.nextFailure, () => goToFailure(logs, 1)),
    register(commands.previousFailure, () => goToFailure(logs, -1)),
    register(commands.goToCause, (target?: unknown) => goToCause(logs, target)),
    register(commands.goToPhase, (id: unknown, phase: unknown) => goToPhase(logs, id, phase)),
    register(commands.peekInstance, (target?: unknown) => peekInstance(logs, target)),
  );
}

async function goToNeighbour(logs: Logs, step: 1 | -1): Promise<void> {
  const cursor = cursorInLog();
  if (!cursor) return;
  const lookup = logs.lookupIn(cursor.source);
  const instance = lookup.instanceAt(cursor.source, cursor.line);
  if (!instance) return tell('noInstanceHere');
  const stops = lookup.phaseStops(instance);
  const isHere = (at: Place) => at.source === cursor.source;
  // The place in the order of all logs: behind the last stop of this log at or above the cursor.
  const behind = stops.filter(({ at }) => isHere(at) && at.line <= cursor.line).at(-1);
  const index = behind ? stops.lastIndexOf(behind) : stops.findIndex(({ at }) => isHere(at)) - 1;
  const onStop = behind?.at.line === cursor.line;
  const candidates = step > 0 ? stops.slice(index + 1) : stops.slice(0, onStop ? index : index + 1).reverse();
  const next = candidates.find(({ at }) => !isHere(at) || at.line !== cursor.line);
  if (!next) return tell(step > 0 ? 'noPhaseAfter' : 'noPhaseBefore');
  await openPlace(next.at.source, next.at.line);
}

async function goToFailure(logs: Logs, step: 1 | -1): Promise<void> {
  const cursor = cursorInLog();
  if (!cursor) return;
  const lines = logs.lookupIn(cursor.source).failureLines(cursor.source);
  const line =
    step > 0 ? lines.find((one) => one > cursor.line) : lines.filter((one) => one < cursor.line).at(-1);
  if (line === undefined) return tell(step > 0 ? 'noFailureAfter' : 'noFailureBefore');
  await openPlace(cursor.source, line);
}

/** The operation a command is about: by its id, by a row of the tree, or around the cursor. */
function operationFor(logs: Logs, target: unknown): Operation | undefined {
  if (typeof target === 'string') return operationShown(logs, target);
  if (isOperationNode(target)) return target.operation;
  if (isInstanceNode(target)) return target.operations.findLast(isCaused);
  const cursor = cursorInLog();
  return cursor && operationNear(logs, cursor);
}

function isInstanceNode(value: unknown): value is { readonly operations: readonly Operation[] } {
  return typeof value === 'object' && value !== null && 'operations' in value;
}

// In an extract a lens stays in the extract.
function operationShown(logs: Logs, id: string): Operation | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return (uri && logs.lookupIn(sourceOf(uri)).operation(id)) ?? logs.lookup.operation(id);
}

function isOperationNode(value: unknown): value is { readonly operation: Operation } {
  return typeof value === 'object' && value !== null && 'operation' in value;
}

async function goToCause(logs: Logs, target: unknown): Promise<void> {
  const operation = operationFor(logs, target);
  if (!operation) return tell('noOperation');
  const cause = causeFor(operation, target);
  // the cursor may stand between operations: which one is meant is not to be guessed
  if (!cause) {
    const named = { operation: operation.kind, instance: shortId(operation.instance) };
    return tell('noCause', { operation: say('operationOf', named) });
  }
  await openPlace(cause.at.source, cause.at.line, { name: shortName(cause) });
}

// Of an attempt its own; of an operation that another host saved in the end, what made the first host fail.
function causeFor(operation: Operation, target: unknown): Fault | undefined {
  const attempt =
    operation.attempts.find((one) => isAttemptNode(target) && one === target.attempt) ??
    operation.attempts.find(({ rootCause, fault }) => rootCause ?? fault);
  const own = isAttemptNode(target) ? undefined : (operation.rootCause ?? operation.fault);
  return own ?? attempt?.rootCause ?? attempt?.fault;
}

function isAttemptNode(value: unknown): value is { readonly attempt: unknown } {
  return typeof value === 'object' && value !== null && 'attempt' in value;
}

async function goToPhase(logs: Logs, id: unknown, phaseId: unknown): Promise<void> {
  const operation = typeof id === 'string' ? operationShown(logs, id) : undefined;
  const phase = operation?.phases.find((one) => one.id === phaseId);
  if (!phase?.at) return tell('noOperation');
  await openPlace(phase.at.source, phase.at.line);
}

// The list that Shift+F12 shows, for a person who starts from the tree or a hover.
async function peekInstance(logs: Logs, target: unknown): Promise<void> {
  const instance = instanceFor(logs, target);
  const editor = vscode.window.activeTextEditor;
  if (!instance) return tell('noInstanceHere');
  const locations = locationsOfId(logs, instance);
  const first = locations[0];
  if (!first) return tell('noOperation');
  const isHere = editor && locations.some(({ uri }) => uri.toString() === editor.document.uri.toString());
  const from = isHere ? new vscode.Location(editor.document.uri, editor.selection.active) : first;
  if (!isHere) await openPlace(first.uri.toString(), first.range.start.line);
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    from.uri,
    from.range.start,
    locations,
    'peek',
  );
}

function instanceFor(logs: Logs, target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (
    typeof target === 'object' &&
    target !== null &&
    'instance' in target &&
    typeof target.instance === 'string'
  ) {
    return target.instance;
  }
  if (isOperationNode(target)) return target.operation.instance;
  const cursor = cursorInLog();
  return cursor && logs.lookupIn(cursor.source).instanceAt(cursor.source, cursor.line);
}
