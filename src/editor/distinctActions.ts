// Quick fixes of several problems on one line → each of them once: what does the same says the same.

import type * as vscode from 'vscode';

export function distinctActions(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  const byDeed = new Map<string, vscode.CodeAction>();
  for (const action of actions) {
    const deed = JSON.stringify([action.title, action.command?.arguments]);
    const known = byDeed.get(deed);
    if (!known) byDeed.set(deed, action);
    else if (action.isPreferred) known.isPreferred = true;
  }
  return [...byDeed.values()];
}
