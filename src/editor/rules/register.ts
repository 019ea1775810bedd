// Rules of the operator's own in the editor: what is wrong with their files, as problems in them. Out: the
// rules, which the reading of logs and hovers ask for, and one thing to dispose.

import * as vscode from 'vscode';
import { language } from '../contributes';
import { uriOf } from '../convert';
import { say } from '../say';
import type { Settings } from '../settings';
import { OwnRules } from './ownRules';
import { diagnosticOf, type Told } from './told';
import { registerUnusedRules } from './unusedRules';

export function registerRules(
  settings: Settings,
): { readonly rules: OwnRules; readonly disposable: vscode.Disposable } {
  const rules = new OwnRules(settings);
  const problems = vscode.languages.createDiagnosticCollection(`${language}-rules`);
  const refresh = async () => {
    const book = await rules.current();
    problems.clear();
    for (const { uri, path } of rules.unread) {
      problems.set(uri, [new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), say('rulesUnread', { path }))]);
    }
    for (const [file, found] of byFile(book?.problems ?? [])) {
      problems.set(uriOf(file), found.map(diagnosticOf));
    }
  };
  const ifNamed = () => void (settings.current.rules.length > 0 ? refresh() : problems.clear());
  ifNamed();
  const ofUnused = vscode.languages.createDiagnosticCollection(`${language}-rules-unused`);
  const disposable = vscode.Disposable.from(
    rules, problems, ofUnused,
    rules.onDidChange(ifNamed),
    registerUnusedRules(rules, settings, ofUnused),
  );
  return { rules, disposable };
}

function byFile(problems: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  const files = new Map<string, Told[]>();
  for (const told of problems) {
    const { file } = told.problem.at;
    files.set(file, [...(files.get(file) ?? []), told]);
  }
  return files;
}
