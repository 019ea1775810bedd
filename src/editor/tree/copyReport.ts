// A row of the tree → the report of its instance or operation on the clipboard, as text for a ticket.

import * as vscode from 'vscode';
import { nameOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import type { TreeNode } from './treeNode';

export async function copyReport(logs: Logs, node: TreeNode | undefined): Promise<void> {
  if (node?.kind !== 'instance' && node?.kind !== 'operation') return;
  const operations = node.kind === 'instance' ? node.operations : [node.operation];
  // a chunk of its own: only who copies needs what the command line prints
  const { ticketLines } = await import('../../core/render/ticketText');
  const lines = ticketLines(operations, ({ begin }) => logs.lookupIn(begin.source).analysis, nameOf);
  if (lines.length === 0) {
    const name = node.kind === 'instance' ? node.instance : node.operation.instance;
    return void vscode.window.showInformationMessage(say('nothingToCopy', { name }));
  }
  await vscode.env.clipboard.writeText(`${lines.join('\n')}\n`);
  vscode.window.setStatusBarMessage(say('copiedLines', { count: lines.length }), 3000);
}
