// Quick fixes at a problem: explain, copy the nova.conf lines, copy the check commands, go to the phase,
// show the operation. They copy and show; nothing is ever run, and no log is ever edited.

import * as vscode from 'vscode';
import type { Finding } from '../core/model';
import { subjectOf } from '../core/render/tip';
import { phaseTitle } from '../core/render/titles';
import { commands, language } from './contributes';
import { sourceOf } from './convert';
import { distinctActions } from './distinctActions';
import { anythingNamed } from './explanations';
import type { Logs } from './logs';
import { say } from './say';

export function registerCodeActions(logs: Logs): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    language,
    {
      async provideCodeActions({ uri }, range, context, token) {
        const findings = logs.lookupIn(sourceOf(uri))
          .findingsIn(sourceOf(uri))
          .filter(({ at }) => range.start.line <= at.line && at.line <= range.end.line);
        const all = await Promise.all(findings.map((finding) => actionsFor(logs, finding)));
        const actions = distinctActions(all.flat());
        if (token.isCancellationRequested) return undefined;
        const problems = context.diagnostics.filter(({ source }) => source === say('problemSource'));
        for (const action of actions) action.diagnostics = problems;
        return actions;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

async function actionsFor({ lookup }: Logs, finding: Finding): Promise<vscode.CodeAction[]> {
  const name = subjectOf(finding);
  const operation = finding.operation === undefined ? undefined : lookup.operation(finding.operation);
  const explanation = name === undefined ? undefined : await anythingNamed(name);
  const actions: vscode.CodeAction[] = [];
  const args = [{ name, operation: operation?.id }];
  if (explanation)
    actions.push(action(say('fixExplain', { name: explanation.title }), commands.explain, args));
  if (explanation && explanation.options.length > 0)
    actions.push(action(say('fixCopyConf'), commands.copyConf, args));
  if (explanation?.checks.some(({ command }) => command !== undefined)) {
    actions.push(action(say('fixCopyChecks'), commands.copyChecks, args));
  }
  const phase = operation?.phases.find(({ id }) => id === operation.failedPhase);
  if (operation && phase?.at) {
    actions.push(
      action(say('fixGoToPhase', { phase: phaseTitle(phase.id) }), commands.goToPhase, [
        operation.id,
        phase.id,
      ]),
    );
  }
  if (operation) actions.push(action(say('fixShow'), commands.showOperation, [operation.id]));
  const [first] = actions;
  if (first) first.isPreferred = true;
  return actions;
}

function action(title: string, command: string, args: unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { command, title, arguments: args };
  return made;
}
