// A log that is opened alone → the logs of Nova beside it, rotated ones too: offered, or read at once, as the
// setting says.

import * as vscode from 'vscode';
import { serviceOfFile } from '../../core/reading/serviceNames';
import { parseRotation } from '../../core/sets/rotation';
import { nameOf, sourceOf } from '../convert';
import { say } from '../say';
import type { Settings } from '../settings';
import { answerFor } from './answers';

/** So much is read without asking where the setting allows it, bytes. */
const mostUnasked = 200 * 1024 * 1024;

export interface Offer {
  readonly uri: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly settings: Settings;
  /** What was answered for each folder, also in an earlier session. */
  readonly memory: vscode.Memento;
  readonly open: (uris: readonly vscode.Uri[]) => Promise<void>;
}

export async function offerSiblingsOf({ uri, folder, settings, memory, open }: Offer): Promise<void> {
  const found = await siblingsOf(nameOf(sourceOf(uri)), folder);
  if (found.length === 0) return;
  const size = await sizeOfAll(found);
  const always = settings.current.siblings === 'always' && size <= mostUnasked;
  const isRead = always || await answerFor(sourceOf(folder), memory, () =>
    isWanted(nameOf(sourceOf(uri)), found.length, size, settings)) === 'read';
  if (isRead) await open([uri, ...found]);
}

async function isWanted(log: string, count: number, bytes: number, settings: Settings): Promise<boolean> {
  const size = `${Math.max(0.1, bytes / 2 ** 20).toFixed(1)} MB`;
  const [read, never] = [say('siblingsRead'), say('siblingsNever')];
  const offer = say('siblings', { log, count, size });
  const answer = await vscode.window.showInformationMessage(offer, read, never);
  if (answer === never) await settings.set('siblings', 'never');
  return answer === read;
}

/** Logs of the same stream, and logs of other services of Nova. */
export async function siblingsOf(own: string, folder: vscode.Uri): Promise<vscode.Uri[]> {
  const { stem } = parseRotation(own);
  const entries = await vscode.workspace.fs.readDirectory(folder).then((all) => all, () => []);
  return entries
    .filter(([name, type]) => type === vscode.FileType.File && name !== own)
    .filter(([name]) => {
      const other = parseRotation(name);
      return (other.stem === stem && !other.within) || serviceOfFile(other.stem).startsWith('nova-');
    })
    .map(([name]) => vscode.Uri.joinPath(folder, name));
}

async function sizeOfAll(uris: readonly vscode.Uri[]): Promise<number> {
  let all = 0;
  for (const uri of uris) {
    all += await vscode.workspace.fs.stat(uri).then(({ size }) => size, () => 0);
  }
  return all;
}
