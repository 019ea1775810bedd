// Folders, archives and files → their logs, read and followed. Here for the node host, through the layer of
// the disk, which is loaded when the first set is opened; what lies on no disk comes through workspaceSet.ts.

import * as vscode from 'vscode';
import { packedScheme } from '../contributes';
import { pathOfLog, sourceOf } from '../convert';
import { LARGEST_DOCUMENT, Pause } from '../source';
import type { OpenSet, OpenSetOptions } from './set';

/** Files that are packed are called by a scheme of their own, under which they are shown unpacked. */
export async function openSet(uris: readonly vscode.Uri[], options: OpenSetOptions): Promise<OpenSet> {
  if (uris.some(({ scheme }) => scheme !== 'file')) {
    return (await import('./workspaceSet')).openThroughWorkspace(uris, options);
  }
  const { LiveSet } = await import('../../disk/liveSet');
  const pause = new Pause();
  let whole = 1;
  const set = await LiveSet.read(uris.map(({ fsPath }) => fsPath), {
    largest: LARGEST_DOCUMENT,
    open: ({ source, packed }, origin) => options.open(sourceOf(uriOfLog(source, packed)), origin),
    begins: (bytes) => (whole = Math.max(1, bytes)),
    progress: (bytes) => options.progress((100 * bytes) / whole),
    signal: options.signal,
    pause: () => pause.ifDue(),
    changed: options.changed,
  });
  return {
    get digests() { return set.digests; },
    get problems() { return set.problems; },
    large: set.large.map((file) => vscode.Uri.file(file)),
    dispose: () => set.dispose(),
  };
}

function uriOfLog(source: string, packed: boolean): vscode.Uri {
  const uri = vscode.Uri.file(source);
  return packed ? uri.with({ scheme: packedScheme }) : uri;
}

/** The text of a packed log. @param most bytes; see readPackedText. */
export async function packedText(uri: vscode.Uri, most: number): Promise<Uint8Array | 'lacks' | 'large'> {
  if (uri.query !== '') return (await import('./workspaceSet')).packedTextThroughWorkspace(uri, most);
  const { readPackedText } = await import('../../disk/packedText');
  const pause = new Pause();
  return readPackedText(pathOfLog(uri), most, () => pause.ifDue());
}
