// What an extract is about ↔ its address; it may be a page of a log that no editor bears as a whole. The name
// at the end is one that our language claims, so that everything works in an extract that works in a log.

import * as vscode from 'vscode';
import type { Operation, Subject } from '../../core/model';
import { shortId } from '../../core/render/operationText';
import { extractScheme } from '../contributes';
import { pathBeside } from '../convert';

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

/** An operation and what its document is called by: what it was and how it ended, where that is known. */
export function operationAddress(
  { id, kind, outcome }: Pick<Operation, 'id' | 'kind' | 'outcome'>, style: ExtractStyle,
): ExtractAddress & { readonly name: string } {
  const end = outcome === 'failed' ? '-failed' : outcome === 'success' ? '-done' : '';
  return { style, subject: { kind: 'operation', id }, name: `${kind}${end}` };
}

const kinds: readonly ShownSubject['kind'][] = [
  'instance', 'request', 'operation', 'time', 'failures', 'page',
];
const styles: readonly ExtractStyle[] = ['lines', 'offsets'];

/** The same for the same subject, style and name, also after a restart. Its path is what people read of it:
 *  a page stands beside its log, so that those of logs of one name differ. */
export function uriOfExtract(
  { subject, style, name }: ExtractAddress & { readonly name?: string },
): vscode.Uri {
  const path = pathOf(subject, name);
  return vscode.Uri.from({ scheme: extractScheme, path, query: `${style}/${subject.kind}/${subject.id}` });
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
export function addressOf({ scheme, path, query }: vscode.Uri): ExtractAddress | undefined {
  // others look for files beside a log: there are none
  if (scheme !== extractScheme || !/\/nova-[^/]*\.log$/.test(path)) return undefined;
  const [, styleName, kindName, id] = /^(\w+)\/(\w+)\/(.+)$/s.exec(query) ?? [];
  const style = styles.find((one) => one === styleName);
  const kind = kinds.find((one) => one === kindName);
  return style && kind && id !== undefined ? { style, subject: { kind, id } } : undefined;
}

// A narrow tab shows how it begins.
function pathOf(subject: ShownSubject, named: string | undefined): string {
  const { kind, id } = subject;
  const page = pageOf(subject);
  if (page) return pathBeside(page.source, (log) => `nova-page-${page.page + 1}-of-${log}.log`);
  const name = partsOf(kind, id).join('-').replace(/[^\w-]+/g, '-').slice(0, 40);
  return `/nova-${named ?? kind}-${name}.log`;
}

// An operation's id is made of its instance, its request and the number of those that the request has before.
function partsOf(kind: ShownSubject['kind'], id: string): readonly string[] {
  const parts = id.split(' ');
  const number = kind === 'operation' && parts.length > 1 ? Number(parts.pop()) : 0;
  return [...parts.map(shortId), ...(number > 0 ? [String(number + 1)] : [])];
}
