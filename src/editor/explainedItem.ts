// The language status item that says how many of the log's warnings and errors are explained; its command
// lists the others. Asked for a while after the log was read: the facts it needs are large.

import * as vscode from 'vscode';
import type { Digest } from '../core/model';
import type { ExplainedTroubles, LineKind } from '../core/statements/explainedTroubles';
import { loadFacts, loadStatements } from '../knowledge/facts/index';
import { commands, language } from './contributes';
import type { Logs } from './logs';
import { openPlace } from './openPlace';
import { say } from './say';

/** Long enough that a log that has just been opened is on the screen, milliseconds. */
const DELAY = 1500;

type Sharer = (digest: Digest) => ExplainedTroubles;

export function registerExplainedItem(logs: Logs): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('novaLens.explained', { language });
  item.name = say('explainedName');
  const shares = new WeakMap<Digest, ExplainedTroubles>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sharer: Promise<Sharer> | undefined;
  const shareOf = async (digest: Digest): Promise<ExplainedTroubles> => {
    sharer ??= loadSharer();
    const share = shares.get(digest) ?? (await sharer)(digest);
    shares.set(digest, share);
    return share;
  };
  const refresh = async () => {
    const digest = activeDigest(logs);
    if (!digest) return;
    const share = await shareOf(digest);
    if (activeDigest(logs) === digest) show(item, share);
  };
  const refreshLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), DELAY);
    item.text = say('explainedWaiting');
  };
  refreshLater();
  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    logs.onDidChange(refreshLater),
    vscode.window.onDidChangeActiveTextEditor(refreshLater),
    vscode.commands.registerCommand(commands.showUnexplained, async () => {
      const document = vscode.window.activeTextEditor?.document;
      const digest = document?.languageId === language ? await logs.settle(document.uri) : undefined;
      if (digest) await choose(await shareOf(digest));
    }),
  );
}

async function loadSharer(): Promise<Sharer> {
  // a chunk of its own: the words are larger than all the code
  const { explainedSharer } = await import('../core/statements/explainedShare');
  return explainedSharer(await loadStatements(), await loadFacts());
}

function activeDigest(logs: Logs): Digest | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === language ? logs.digestOf(document.uri) : undefined;
}

function shareText({ troubles, explained }: ExplainedTroubles): string {
  return troubles === 0 ? say('explainedNone') : say('explainedShare', { explained, troubles });
}

function show(item: vscode.LanguageStatusItem, share: ExplainedTroubles): void {
  const { unexplained } = share;
  item.text = shareText(share);
  item.detail = unexplained.length === 0 ? '' : say('explainedOpen', { count: unexplained.length });
  item.command = unexplained.length === 0 ? undefined
    : { command: commands.showUnexplained, title: say('explainedList') };
}

interface KindItem extends vscode.QuickPickItem {
  readonly lines: LineKind;
}

async function choose(share: ExplainedTroubles): Promise<void> {
  // an empty list would not tell that this is good news
  if (share.unexplained.length === 0) return void vscode.window.showInformationMessage(shareText(share));
  const items = share.unexplained.map((kind): KindItem => ({
    lines: kind,
    label: kind.text,
    description: `${kind.count} × ${kind.level ?? ''}`,
    detail: `${kind.logger} · ${say('lineNumber', { line: kind.first.line + 1 })}`,
  }));
  const options = { placeHolder: say('explainedPrompt'), matchOnDetail: true };
  const choice = await vscode.window.showQuickPick(items, options);
  if (choice) await openPlace(choice.lines.first.source, choice.lines.first.line);
}
