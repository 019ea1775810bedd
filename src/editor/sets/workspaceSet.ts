// Sets where there is no disk: folders, plain logs and .gz through VS Code's file systems. Nothing is
// followed, and archives are said to be what they are.

import * as vscode from 'vscode';
import type { Digest } from '../../core/model';
import { examineHead } from '../../core/sets/head';
import { originOfName } from '../../core/sets/plan';
import { problemOf } from '../../core/sets/problem';
import type { Problem } from '../../core/sets/problem';
import { buildSet } from '../../core/sets/set';
import type { ReadLog } from '../../core/sets/set';
import { isArchiveName, isLogName } from '../../disk/names';
import { packingOf } from '../../disk/packing';
import { packedScheme } from '../contributes';
import { nameOf, sourceOf } from '../convert';
import { Pause, readPieces } from '../source';
import type { OpenSet, OpenSetOptions } from './set';

const headSize = 64 * 1024;
const mostLogs = 1000;

/** @param largest files of that many bytes are for others to read */
export async function openThroughWorkspace(
  uris: readonly vscode.Uri[], options: OpenSetOptions, largest = Infinity,
): Promise<OpenSet> {
  const files: vscode.Uri[] = [];
  for (const uri of uris) await listLogs(uri, files);
  const logs: ReadLog[] = [];
  const problems: Problem[] = [];
  const large: vscode.Uri[] = [];
  for (const uri of files) {
    if (options.signal.aborted) break;
    if (await isLarger(uri, largest)) {
      large.push(uri);
      continue;
    }
    const read = await readLog(uri, options);
    if ('id' in read) problems.push(read);
    else logs.push(read);
    options.progress(100 / files.length);
  }
  const digests: readonly Digest[] = buildSet(logs).digests;
  return { digests, problems, large, dispose: () => undefined };
}

async function isLarger(uri: vscode.Uri, largest: number): Promise<boolean> {
  return largest < Infinity && (await vscode.workspace.fs.stat(uri)).size >= largest;
}

async function listLogs(uri: vscode.Uri, files: vscode.Uri[]): Promise<void> {
  const { type } = await vscode.workspace.fs.stat(uri);
  if (!(type & vscode.FileType.Directory)) return void files.push(uri);
  for (const [name, kind] of await vscode.workspace.fs.readDirectory(uri)) {
    if (files.length >= mostLogs) return;
    const child = vscode.Uri.joinPath(uri, name);
    if (kind === vscode.FileType.Directory) await listLogs(child, files);
    else if (isLogName(name) || isArchiveName(name)) files.push(child);
  }
}

async function readLog(uri: vscode.Uri, { open, signal }: OpenSetOptions): Promise<ReadLog | Problem> {
  const name = uri.path;
  const bytes = await vscode.workspace.fs.readFile(uri);
  const isPacked = packingOf(bytes) === 'gzip';
  const plain = isPacked ? await gunzip(bytes) : bytes;
  // an archive's own headers would be lines, and its logs one log
  if (packingOf(plain) !== 'none') return problemOf('notHere', nameOf(sourceOf(uri)));
  const shown = isPacked ? uri.with({ scheme: packedScheme, query: uri.scheme }) : uri;
  const reader = open(sourceOf(shown), originOfName(name));
  await readPieces(plain, reader, new Pause(), () => !signal.aborted);
  return { name, digest: reader.end(), head: examineHead(plain.subarray(0, headSize)) };
}

/** What can be unpacked of it. */
async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const source = new Blob([Uint8Array.from(bytes)]).stream();
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const piece: unknown = next.value;
      if (piece instanceof Uint8Array) parts.push(piece);
    }
  } catch {
    // cut off: what came out of it is good
  }
  return new Uint8Array(await new Blob(parts.map((part) => Uint8Array.from(part))).arrayBuffer());
}

export async function packedTextThroughWorkspace(
  uri: vscode.Uri, most: number,
): Promise<Uint8Array | 'lacks' | 'large'> {
  try {
    const text = await gunzip(await vscode.workspace.fs.readFile(uri.with({ scheme: uri.query, query: '' })));
    return text.length > most ? 'large' : text;
  } catch {
    return 'lacks';
  }
}
