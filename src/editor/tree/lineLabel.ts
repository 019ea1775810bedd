// In: a line on which an operation rests. Out: what its row in the tree says. Pure.

import type { Lookup } from '../../core/lookup';
import type { Operation, Place } from '../../core/model';
import type { Say } from '../../core/render/editorWords';
import { shortName } from '../../core/render/operationText';
import { messageOf } from '../../core/render/titles';
import { messageIn } from '../tokens';

/** Dumps and reprs may be as long as they like. */
const LONGEST_LABEL = 200;

interface LineSources {
  readonly say: Say;
  readonly lookup: Lookup;
  /** The text of a line as its document has it; undefined when no editor has the log open. */
  readonly lineText: (source: string, line: number) => string | undefined;
}

/** The message as the line has it; hard-wrapped, or in no editor, Nova's template with what was captured. */
export function lineLabel(
  { source, line }: Place,
  operation: Operation | undefined,
  { say, lookup, lineText }: LineSources,
): { readonly label: string; readonly isFault: boolean } {
  const events = lookup.eventsAt(source, line);
  const event = events.find((one) => one.instance === operation?.instance) ?? events[0];
  const fault = event ? undefined : lookup.faultsAt(source, line)[0];
  if (fault?.at.line === line) return { label: `${shortName(fault)}: ${fault.message}`, isFault: true };
  const wrapped = lookup.digestOf(source)?.layout.wrappedAt !== undefined;
  const text = event && wrapped ? undefined : lineText(source, line);
  if (text !== undefined)
    return { label: messageIn(text).slice(0, LONGEST_LABEL), isFault: false };
  if (event) return { label: messageOf(event), isFault: false };
  const of = fault && say('tracebackOf', { exception: shortName(fault) });
  return { label: of ?? say('lineNumber', { line: line + 1 }), isFault: false };
}
