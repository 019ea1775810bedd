// Files that are dropped on the view → opened as logs, whatever their size.

import * as vscode from 'vscode';
import { commands } from '../contributes';
import type { TreeNode } from './treeNode';

const mime = 'text/uri-list';

export const dropped: vscode.TreeDragAndDropController<TreeNode> = {
  dropMimeTypes: [mime],
  dragMimeTypes: [],
  async handleDrop(_target, transfer) {
    const uris = urisIn(await transfer.get(mime)?.asString() ?? '');
    const isFolder = await Promise.all(uris.map(async (uri) => {
      const type = await vscode.workspace.fs.stat(uri).then((stat) => stat.type, () => 0);
      return (type & vscode.FileType.Directory) !== 0;
    }));
    const folders = uris.filter((_, at) => isFolder[at]);
    const files = uris.filter((_, at) => !isFolder[at]);
    if (folders.length > 0) await vscode.commands.executeCommand(commands.openLogFolder, folders[0], folders);
    if (files.length > 0) await vscode.commands.executeCommand(commands.openLargeLog, files[0], files);
  },
};

/** One a line; others than files and folders of ours are none. */
function urisIn(text: string): readonly vscode.Uri[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.flatMap((line) => {
    try {
      return [vscode.Uri.parse(line, true)];
    } catch {
      return [];
    }
  });
}
