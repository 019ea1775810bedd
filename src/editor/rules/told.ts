// What is wrong with a rule → a problem of VS Code at its place.

import * as vscode from 'vscode';
import type { RuleBook } from '../../core/rules/ruleBook';
import { say } from '../say';

export type Told = RuleBook['problems'][number];

export function diagnosticOf({ problem, text }: Told): vscode.Diagnostic {
  const { line, column, endColumn } = problem.at;
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(line, column, line, endColumn),
    text,
    problem.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = say('problemSource');
  diagnostic.code = problem.id;
  return diagnostic;
}
