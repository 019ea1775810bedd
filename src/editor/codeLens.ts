// Lenses: one at the first line of each operation, one more to its cause, and one at each failure. Titles are made
// when a lens comes into sight.

import * as vscode from 'vscode';
import type { Lookup } from '../core/lookup';
import type { Operation } from '../core/model';
import { chainText, operationLine, shortId, shortName } from '../core/render/operationText';
import { commands, language } from './contributes';
import { sourceOf } from './convert';
import type { Logs } from './logs';
import { say } from './say';
import type { Settings } from './settings';

type LensRole = 'operation' | 'toCause' | 'cause' | 'recorded' | 'explain';

class OperationLens extends vscode.CodeLens {
  readonly operation: Operation;
  readonly role: LensRole;

  constructor(line: number, operation: Operation, role: LensRole) {
    super(new vscode.Range(line, 0, line, 0));
    this.operation = operation;
    this.role = role;
  }
}

export function registerCodeLens(logs: Logs, settings: Settings): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    logs.onDidChange(() => changed.fire()),
    settings.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(language, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses({ uri, lineCount }) {
        if (!settings.current.codeLens) return [];
        return lensesOf(logs.lookup, sourceOf(uri)).filter(({ range }) => range.start.line < lineCount);
      },
      resolveCodeLens(lens) {
        if (lens instanceof OperationLens) lens.command = commandOf(lens, isCrowded(logs.lookup, lens));
        return lens;
      },
    }),
  );
}

function lensesOf(lookup: Lookup, source: string): OperationLens[] {
  return lookup.operationsIn(source).flatMap(({ operation, first }) => {
    const lenses = [new OperationLens(first, operation, 'operation')];
    const { rootCause, fault } = operation;
    if (rootCause && !(rootCause.at.source === source && rootCause.at.line === first)) {
      lenses.push(new OperationLens(first, operation, 'toCause'));
    }
    if (rootCause?.at.source === source) {
      lenses.push(new OperationLens(rootCause.at.line, operation, 'cause'),
        new OperationLens(rootCause.at.line, operation, 'explain'));
    }
    if (fault?.at.source === source && fault.at.line !== rootCause?.at.line) {
      lenses.push(new OperationLens(fault.at.line, operation, 'recorded'));
    }
    return lenses;
  });
}

/** More than one instance in the log: lenses then say which one they are about. */
function isCrowded(lookup: Lookup, { operation }: OperationLens): boolean {
  return lookup.analysis.timelines.some(({ instance }) => instance !== operation.instance);
}

function commandOf({ operation, role }: OperationLens, crowded: boolean): vscode.Command {
  const name = crowded
    ? say('operationOf', { operation: operation.kind, instance: shortId(operation.instance) }) : operation.kind;
  switch (role) {
    case 'operation':
      return { title: operationLine(operation, say, name), tooltip: say('lensTooltip'),
        command: commands.showOperation, arguments: [operation.id] };
    case 'toCause':
      return { title: say('goToCause'), tooltip: say('lensCauseTooltip'),
        command: commands.goToCause, arguments: [operation.id] };
    case 'cause':
      return { title: say('rootCauseOf', { operation: name, chain: chainText(operation) }),
        tooltip: say('lensTooltip'), command: commands.showOperation, arguments: [operation.id] };
    case 'recorded':
      return { title: say('recordedBy', { operation: name,
        exception: operation.fault ? shortName(operation.fault) : '' }),
      tooltip: say('lensCauseTooltip'), command: commands.goToCause, arguments: [operation.id] };
    case 'explain':
      return { title: say('explain'), command: commands.explain,
        arguments: [{ name: operation.rootCause ? shortName(operation.rootCause) : '' }] };
  }
}
