// A large log where there is no disk to read it from piece by piece: read whole, as long as that can be
// borne.

import * as vscode from 'vscode';
import { problemText } from '../../core/render/problemText';
import { problemOf } from '../../core/sets/problem';
import { packingOf } from '../../disk/packing';
import { views } from '../contributes';
import { nameOf, sourceOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';

/** A window of a browser holds no more than this in one piece, bytes. */
export const mostBytes = 200 << 20;

const packed = /\.zst$/;

/** Rejects when the file cannot be read. */
export async function readWhole(logs: Logs, uri: vscode.Uri): Promise<void> {
  const { size } = await vscode.workspace.fs.stat(uri);
  const log = nameOf(sourceOf(uri));
  if (size > mostBytes) {
    const sizes = { size: Math.round(size / 2 ** 20), most: mostBytes / 2 ** 20 };
    void vscode.window.showWarningMessage(say('largeNoDisk', { log, ...sizes }));
    return;
  }
  // its bytes would be lines, and none of them one of Nova
  if (packed.test(uri.path) && packingOf(await vscode.workspace.fs.readFile(uri)) === 'zstd') {
    return void vscode.window.showWarningMessage(problemText(problemOf('notHere', log)));
  }
  await vscode.commands.executeCommand(`${views.instances}.focus`);
  const location = { viewId: views.instances };
  await vscode.window.withProgress({ location, title: log }, () => logs.add(uri));
}
