// In: a position in a log, or a line of any text. Out: the id that stands there: request, instance, port,
// volume, image, migration, MAC or PCI address, name of a guest or of a lock; whole, also where a hard wrap
// cut it in two.

import type * as vscode from 'vscode';
import { scanIds } from '../core/joins/scanIds';
import type { Logs } from './logs';
import { tokenIn } from './tokenIn';
import { requestIn, uuidIn, type Token } from './tokens';

/** No id is longer: how far around a position one may reach. */
const REACH = 64;

/** The id at the position, lower case; undefined: none stands there. */
export function idAt(
  logs: Logs, document: vscode.TextDocument, position: vscode.Position,
): Token | undefined {
  const { text } = document.lineAt(position.line);
  const from = Math.max(0, position.character - REACH);
  const near = idsIn(text.slice(from, position.character + REACH))
    .map(({ text: id, start, end }) => ({ text: id, start: start + from, end: end + from }))
    .find(({ start, end }) => start <= position.character && position.character <= end);
  if (near) return near;
  const lock = lockAt(text, position.character);
  if (lock) return lock;
  const token = tokenIn(logs, document, position);
  const id = token && (requestIn(token.text) ?? uuidIn(token.text));
  return token && id !== undefined ? { ...token, text: id } : undefined;
}

const lockName = /(?:lock|semaphore) "([^"]{1,200})"/gi;
/** A lock's name is no longer: how far around a position it may reach, with the word before it. */
const LOCK_REACH = 220;

/** The name of a lock at the position, as it is spelled. */
function lockAt(text: string, character: number): Token | undefined {
  const from = Math.max(0, character - LOCK_REACH);
  for (const found of text.slice(from, character + LOCK_REACH).matchAll(lockName)) {
    const name = found[1] ?? '';
    const end = from + found.index + found[0].length - 1;
    const start = end - name.length;
    if (start <= character && character <= end) return { text: name, start, end };
  }
  return undefined;
}

/** All ids of a text, lower case, in their order. */
export function idsIn(text: string): readonly Token[] {
  const found: Token[] = [];
  scanIds(text, (id, start) => found.push({ text: id.toLowerCase(), start, end: start + id.length }));
  return found;
}
