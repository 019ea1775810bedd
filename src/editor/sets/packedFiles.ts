// A packed log, or one in an archive → its text, unpacked, for a document that can only be read. Loaded when
// the first is shown.

import * as vscode from 'vscode';
import { nameOf, sourceOf } from '../convert';
import { say } from '../say';
import { LARGEST_DOCUMENT } from '../source';
import { packedText } from './openSet';

/** Rejects with what VS Code shows in place of the text. */
export async function readPacked(uri: vscode.Uri): Promise<Uint8Array> {
  const text = await packedText(uri, LARGEST_DOCUMENT);
  if (text === 'lacks') throw vscode.FileSystemError.FileNotFound(uri);
  if (text !== 'large') return text;
  throw vscode.FileSystemError.Unavailable(say('packedLarge', { log: nameOf(sourceOf(uri)) }));
}
