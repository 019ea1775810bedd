// What an extract is about ↔ its address; it may be a page of a log that no editor bears as a whole. The name
// at the end is one that our language claims, so that everything works in an extract that works in a log.

import * as vscode from 'vscode';
import type { Subject } from '../../core/model';
import { shortId } from '../../core/render/operationText';
import { extractScheme } from '../contributes';

/** `lines`: as the logs have them; `offsets`: made comparable with another extract. */
export type ExtractStyle = 'lines' | 'offsets';

/** A page of a large log: its number and the log. */
export interface PageSubject {
  readonly kind: 'page';
  readonly id: string;
}

export type ShownSubject = Subject | PageSubject;

export interface ExtractAddress {
  readonly subject: ShownSubject;
  readonly style: ExtractStyle;
}

const kinds: readonly ShownSubject['kind'][] = [
  'instance', 'request', 'operation', 'time', 'failures', 'page',
];
const styles: readonly ExtractStyle[] = ['lines', 'offsets'];

/** The same for the same subject and style, also after a restart. */
export function uriOfExtract({ subject, style }: ExtractAddress): vscode.Uri {
  const { kind, id } = subject;
  const path = `/${style}/${kind}/${encodeURIComponent(id)}/${fileName(subject)}`;
  return vscode.Uri.from({ scheme: extractScheme, path });
}

/** @param page from 0 */
export function uriOfPage(source: string, page: number): vscode.Uri {
  return uriOfExtract({ style: 'lines', subject: { kind: 'page', id: `${page} ${source}` } });
}

export interface PageOfLog {
  readonly source: string;
  /** From 0. */
  readonly page: number;
}

export function pageOf({ kind, id }: ShownSubject): PageOfLog | undefined {
  const found = kind === 'page' ? /^(\d{1,9}) (.*)$/.exec(id) : undefined;
  return found?.[2] === undefined ? undefined : { page: Number(found[1]), source: found[2] };
}

/** Undefined where the address is none of ours, or not whole. */
export function addressOf({ scheme, path }: vscode.Uri): ExtractAddress | undefined {
  const [, styleName, kindName, encoded, name, ...more] = path.split('/');
  const style = styles.find((one) => one === styleName);
  const kind = kinds.find((one) => one === kindName);
  // others look for files beside a log: there are none
  const isName = more.length === 0 && /^nova-.*\.log$/.test(name ?? '');
  if (scheme !== extractScheme || !style || !kind || !encoded || !isName) return undefined;
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
function fileName(subject: ShownSubject): string {
  const { kind, id } = subject;
  const page = pageOf(subject);
  if (page) {
    const log = page.source.slice(page.source.lastIndexOf('/') + 1).replace(/[^\w.-]+/g, '-');
    return `nova-page-${page.page + 1}-of-${log.replace(/\.log$/, '')}.log`;
  }
  const name = id.split(' ').map(shortId).join('-').replace(/[^\w-]+/g, '-').slice(0, 40);
  return `nova-${kind}-${name}.log`;
}
