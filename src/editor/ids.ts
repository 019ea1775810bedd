// In: a position in a log, or a line of any text. Out: the id that stands there: request, instance, port,
// volume, image, migration, MAC or PCI address, name of a guest; whole, also where a hard wrap cut it in two.

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
  const token = tokenIn(logs, document, position);
  const id = token && (requestIn(token.text) ?? uuidIn(token.text));
  return token && id !== undefined ? { ...token, text: id } : undefined;
}

/** All ids of a text, lower case, in their order. */
export function idsIn(text: string): readonly Token[] {
  const found: Token[] = [];
  scanIds(text, (id, start) => found.push({ text: id.toLowerCase(), start, end: start + id.length }));
  return found;
}
