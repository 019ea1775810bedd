// In: a position of a log. Out: what a hover there is about, by the text alone and by what the digest knows
// of the line. Quick, and nothing is loaded: most positions are about nothing.

import type * as vscode from 'vscode';
import type { LogEvent } from '../../core/model';
import { sourceOf } from '../convert';
import { idAt } from '../ids';
import type { Logs } from '../logs';
import { tokenIn } from '../tokenIn';
import { requestIn, tookAt } from '../tokens';
import { subjectsNamed, type NamedSubject, type Span } from './names';

export type HoverSubject =
  | NamedSubject
  | ({ readonly span: Span } & (
      | { readonly kind: 'request'; readonly request: string }
      | { readonly kind: 'uuid'; readonly uuid: string }
      | { readonly kind: 'took'; readonly seconds: number }
      | { readonly kind: 'event'; readonly event: LogEvent }
    ));

/** What may stand at the position, the most particular first; names still have to be looked up. */
export function subjectsAt(
  logs: Logs,
  document: vscode.TextDocument,
  position: vscode.Position,
): HoverSubject[] {
  const { text } = document.lineAt(position.line);
  const found: HoverSubject[] = [];
  const took = tookAt(text, position.character);
  if (took) found.push({ kind: 'took', seconds: took.seconds, span: took });
  const id = idAt(logs, document, position);
  const token = id ? undefined : tokenIn(logs, document, position);
  const request = id && requestIn(id.text);
  if (id && request) found.push({ kind: 'request', request, span: id });
  else if (id) found.push({ kind: 'uuid', uuid: id.text, span: id });
  if (token) {
    const before = text.slice(Math.max(0, token.start - 60), token.start);
    found.push(...subjectsNamed(token.text, before, token));
  }
  for (const event of logs.lookupIn(sourceOf(document.uri)).eventsAt(sourceOf(document.uri), position.line)) {
    found.push({ kind: 'event', event, span: { start: 0, end: text.length } });
  }
  return found;
}
