// What a statement says of an exception without a traceback → a fault.

import { summaryIn } from '../faults/summary';
import type { Item } from './items';
import type { Fault, StatedReason } from '../model';
import { compileTemplate, literalLength, matchTemplate, type Template } from '../template';

export interface CauseTables {
  readonly wrappers: readonly string[];
  readonly signals: readonly string[];
  readonly messageClasses: readonly { readonly text: string; readonly type: string }[];
}

type ClassTables = Pick<CauseTables, 'messageClasses'>;

/** A line that gives up and carries no class: the class is what its text or the code around it says. */
export function statedFault(item: Item, tables: CauseTables): Fault | undefined {
  const logged = item.event?.captures['error'] ?? '';
  const summary = logged ? summaryIn(logged) : undefined;
  const text = summary && summary.offset > 1 ? logged.slice(0, summary.offset - 2).trimEnd() : logged;
  const inner = summary?.type ?? classOfText(text, tables);
  const raises = item.spec?.raises;
  const type = raises ?? inner;
  if (!type) return undefined;
  const fault = faultAt(item, type, summary && !raises ? summary.message : text);
  return raises && inner && inner !== raises
    ? { ...fault, chain: [faultAt(item, inner, summary?.message ?? text)] }
    : fault;
}

const longestReason = 1000;

/** Of lines that give up and say why in words that no class is known for: the last one's; else what the API
 *  told its caller, else the status of its answer. */
export function reasonOf(items: readonly Item[]): StatedReason | undefined {
  for (const textOf of [wordsIn, refusalIn, statusIn]) {
    const last = items.findLast((item) => textOf(item) !== '');
    if (last) return { text: textOf(last).slice(0, longestReason), at: last.at };
  }
  return undefined;
}

function wordsIn({ event, spec, says }: Item): string {
  const text = event?.captures['error']?.trim() ?? '';
  // of a traceback that was logged as a list and cut off nothing is left
  const isCut = /^\[u?['"]Traceback/.test(text);
  return (spec?.edge === 'fail' || says === 'failed') && !isCut ? text : '';
}

function refusalIn({ event, spec }: Item): string {
  return spec?.ambient && spec.harmless ? event?.captures['reason']?.trim() ?? '' : '';
}

function statusIn({ event }: Item): string {
  for (const first of ['4', '5']) {
    const rest = /^\d\d/.exec(event?.captures[`answer${first}`] ?? '')?.[0];
    if (rest !== undefined) return `HTTP ${first}${rest}`;
  }
  return '';
}

/** What a statement says as a fault: no traceback stands below it. */
export function faultAt(
  item: Pick<Item, 'at' | 'event' | 'tie' | 'request' | 'process'>, type: string, message: string,
): Fault {
  return {
    type,
    message,
    at: item.at,
    firstLine: item.at.line,
    lastLine: item.at.line,
    frames: [],
    chain: [],
    basis: 'message',
    remote: false,
    instance: item.event?.instance,
    tie: item.tie,
    request: item.request,
    process: item.process,
    level: undefined,
    logger: '',
    logged: '',
  };
}

const compiled = new WeakMap<ClassTables, readonly { template: Template; type: string }[]>();

/** The class whose message this text is; undefined when no row of the tables has it. */
export function classOfText(text: string, tables: ClassTables): string | undefined {
  if (!text) return undefined;
  let rows = compiled.get(tables);
  if (!rows) {
    rows = tables.messageClasses
      .map((row) => ({ template: compileTemplate(row.text), type: row.type }))
      .sort((a, b) => literalLength(b.template) - literalLength(a.template));
    compiled.set(tables, rows);
  }
  return rows.find((row) => {
    const values = matchTemplate(row.template, text);
    return values && Object.entries(values).every(([name, value]) => !isSentence(name, value));
  })?.type;
}

// `Image … could not be found.` also ends what other texts quote of it; ids and names of hosts are one word.
function isSentence(name: string, value: string): boolean {
  return /^(?:\w+_)?(?:id|uuid)$/.test(name) && value.includes(' ');
}
