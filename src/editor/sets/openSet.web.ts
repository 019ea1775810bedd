// The same for the web host, which has no disk: everything comes through VS Code's file systems.

import type * as vscode from 'vscode';
import { LARGEST_DOCUMENT } from '../source';
import type { OpenSet, OpenSetOptions } from './set';
import { openThroughWorkspace, packedTextThroughWorkspace } from './workspaceSet';

export function openSet(uris: readonly vscode.Uri[], options: OpenSetOptions): Promise<OpenSet> {
  return openThroughWorkspace(uris, options, LARGEST_DOCUMENT);
}

export function packedText(uri: vscode.Uri, most: number): Promise<Uint8Array | 'lacks' | 'large'> {
  return packedTextThroughWorkspace(uri, most);
}
