// The language status item: how much of the log was read and how, and that it is being read.

import * as vscode from 'vscode';
import { linesText, readingText } from '../core/render/digestText';
import { language, views } from './contributes';
import type { Logs } from './logs';
import { say } from './say';

export function registerStatusItem(logs: Logs): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('novaLens.status', { language });
  item.name = say('statusName');
  item.command = { command: `${views.instances}.focus`, title: say('statusShow') };
  const refresh = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const digest = uri && logs.digestOf(uri);
    item.busy = uri ? logs.isReading(uri) : false;
    item.text = digest ? linesText(digest, say) : say('reading');
    item.detail = digest ? readingText(digest, say) : '';
    item.severity =
      digest && !digest.isNova && digest.lines > 0
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
  };
  refresh();
  return vscode.Disposable.from(
    item,
    logs.onDidChange(refresh),
    logs.onDidChangeReading(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
  );
}
