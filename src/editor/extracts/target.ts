// In: what a command was given (a row of the tree, an id, nothing). Out: what it is about: of a row its own
// instance, request or operation, else what the cursor stands on.

import * as vscode from 'vscode';
import { field } from '../../core/field';
import type { Operation, Subject } from '../../core/model';
import { cursorInLog, operationNear } from '../cursor';
import { idAt } from '../ids';
import { instanceOf } from '../instanceLines';
import type { Logs } from '../logs';
import { requestIn } from '../tokens';

/** Undefined: there is none; the person was told where the cursor stands in no log. */
export function subjectFor(logs: Logs, kind: Subject['kind'], target: unknown): Subject | undefined {
  const id = idFor(logs, kind, target);
  return id === undefined ? undefined : { kind, id };
}

function idFor(logs: Logs, kind: Subject['kind'], target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  const operation = field(target, 'operation');
  switch (kind) {
    case 'instance':
      return stringField(target, 'instance') ?? stringField(operation, 'instance') ?? instanceHere(logs);
    case 'request':
      return stringField(target, 'request') ?? stringField(operation, 'request') ?? requestHere(logs);
    case 'operation':
      return stringField(operation, 'id') ?? operationHere(logs)?.id;
    case 'failures':
      return 'all';
    case 'time':
      return undefined;
  }
}

function stringField(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** The operation around the cursor, or nearest to it. */
export function operationHere(logs: Logs): Operation | undefined {
  const cursor = cursorInLog();
  const shown = cursor && operationNear(logs, cursor);
  return shown && logs.lookup.operation(shown.id);
}

function instanceHere(logs: Logs): string | undefined {
  const cursor = cursorInLog();
  if (!cursor) return undefined;
  const id = idHere(logs);
  const named = id === '' ? undefined : instanceOf(logs, id);
  const own = logs.lookupIn(cursor.source).instanceAt(cursor.source, cursor.line);
  return named ?? own ?? operationHere(logs)?.instance;
}

function requestHere(logs: Logs): string | undefined {
  const cursor = cursorInLog();
  if (!cursor) return undefined;
  const { source, line } = cursor;
  const text = vscode.window.activeTextEditor?.document.lineAt(line).text ?? '';
  return requestIn(idHere(logs)) ?? requestIn(text)
    ?? logs.lookupIn(source).operationAt(source, line)?.request;
}

function idHere(logs: Logs): string {
  const editor = vscode.window.activeTextEditor;
  return (editor && idAt(logs, editor.document, editor.selection.active)?.text) ?? '';
}

