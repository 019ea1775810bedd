// What an extract is about ↔ its address. The name at the end is one that our language claims, so that
// everything works in an extract that works in a log.

import * as vscode from 'vscode';
import type { Subject } from '../../core/model';
import { shortId } from '../../core/render/operationText';
import { extractScheme } from '../contributes';

/** `lines`: as the logs have them; `offsets`: made comparable with another extract. */
export type ExtractStyle = 'lines' | 'offsets';

export interface ExtractAddress {
  readonly subject: Subject;
  readonly style: ExtractStyle;
}

const kinds: readonly Subject['kind'][] = ['instance', 'request', 'operation', 'time', 'failures'];
const styles: readonly ExtractStyle[] = ['lines', 'offsets'];

/** The same for the same subject and style, also after a restart. */
export function uriOfExtract({ subject, style }: ExtractAddress): vscode.Uri {
  const { kind, id } = subject;
  const path = `/${style}/${kind}/${encodeURIComponent(id)}/${fileName(subject)}`;
  return vscode.Uri.from({ scheme: extractScheme, path });
}

/** Undefined where the address is none of ours, or not whole. */
export function addressOf({ scheme, path }: vscode.Uri): ExtractAddress | undefined {
  const [, styleName, kindName, encoded] = path.split('/');
  const style = styles.find((one) => one === styleName);
  const kind = kinds.find((one) => one === kindName);
  if (scheme !== extractScheme || !style || !kind || !encoded) return undefined;
  const id = decoded(encoded);
  return id === undefined ? undefined : { style, subject: { kind, id } };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

// An operation's id is made of its instance, its request and a number.
function fileName({ kind, id }: Subject): string {
  const name = id.split(' ').map(shortId).join('-').replace(/[^\w-]+/g, '-').slice(0, 40);
  return `nova-${kind}-${name}.log`;
}
