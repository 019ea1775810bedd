// The language status item: how much of the log was read and how, and that it is being read.

import * as vscode from 'vscode';
import type { Digest } from '../core/model';
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
    item.text = digest ? linesText(digest) : say('reading');
    item.detail = digest ? detailOf(digest) : '';
    item.severity =
      digest && !digest.isNova
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

function linesText({ lines, unread }: Digest): string {
  return unread === 0 ? say('statusAllRead', { count: lines }) : say('statusLines', { count: lines, unread });
}

function detailOf({ isNova, layout, levels, services }: Digest): string {
  if (!isNova) return say('statusNotNova');
  const parts = [say('statusLayout', { layout: layout.layout })];
  if (layout.wrapper !== 'none') parts.push(say('statusWrapper', { wrapper: layout.wrapper }));
  if (layout.wrappedAt !== undefined) parts.push(say('statusWrapped', { column: layout.wrappedAt }));
  if (services.length > 0) parts.push(say('statusServices', { services: services.join(', ') }));
  if (!levels.has('DEBUG')) parts.push(say('statusNoDebug'));
  return parts.join(say('separator'));
}
