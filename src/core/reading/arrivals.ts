// Records → arrivals: when something came for which Nova waits, in time or too late, with the id of what
// came. Other records cost a look at their first letter.

import { field } from '../field';
import { arrivals as specs } from '../../knowledge/arrivals';
import type { ArrivalSpec } from '../../knowledge/arrivals';
import { withoutSuffix } from './debugSuffix';
import { parsedJson } from './fields';
import type { Arrival, LogRecord } from '../model';
import { copyOf } from './names';
import type { Sink } from '../sink';
import { compileTemplate, matchTemplate } from '../template';
import type { Template } from '../template';

export interface ArrivalReader extends Sink<LogRecord> {
  arrivals(): readonly Arrival[];
}

interface Row {
  readonly spec: ArrivalSpec;
  readonly template: Template;
}

// What the clients of Cinder log of an answer at DEBUG.
const answer = 'RESP BODY: {"volume": {';
/** Beginnings of the messages that may tell of an arrival. */
export const arrivalBeginnings: readonly string[] = [
  answer, ...specs.map(({ text }) => compileTemplate(text).literals[0] ?? ''),
];
const longestAnswer = 20_000;
const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;
const longestId = 100;
/** More than this of one log tell no more. */
const mostArrivals = 20_000;

const byLetter = new Map<number, Row[]>();
for (const spec of specs) {
  const letter = spec.text.charCodeAt(0);
  byLetter.set(letter, [...(byLetter.get(letter) ?? []), { spec, template: compileTemplate(spec.text) }]);
}

export function readArrivals(source: string): ArrivalReader {
  const found: Arrival[] = [];

  function add(kind: Arrival['kind'], id: string, { line, header }: LogRecord): void {
    if (found.length < mostArrivals) found.push({ kind, id, at: { source, line, time: header?.time } });
  }

  return {
    push(record) {
      const rows = byLetter.get(record.message.charCodeAt(0));
      if (!rows || !record.header || record.inherited) return;
      if (record.message.startsWith(answer)) {
        const id = availableVolume(record.message);
        if (id !== undefined) add('volume', id, record);
        return;
      }
      const row = rowOf(rows, record);
      if (row) add(row.kind, row.id, record);
    },
    end: () => undefined,
    arrivals: () => found,
  };
}

function rowOf(
  rows: readonly Row[], { header, message }: LogRecord,
): { readonly kind: Arrival['kind']; readonly id: string } | undefined {
  for (const { spec, template } of rows) {
    if (!header?.logger.startsWith(spec.logger) || !message.startsWith(template.literals[0] ?? '')) continue;
    const values = matchTemplate(template, withoutSuffix(message));
    const value = values?.[spec.id];
    if (value !== undefined) return { kind: spec.kind, id: idIn(value) };
  }
  return undefined;
}

// An event is called `network-vif-plugged-<port>`.
function idIn(value: string): string {
  return copyOf(uuid.exec(value)?.[0] ?? value.slice(0, longestId).trim());
}

function availableVolume(message: string): string | undefined {
  const text = withoutSuffix(message.slice(0, longestAnswer)).slice('RESP BODY: '.length);
  const volume = field(parsedJson(text), 'volume');
  const id = field(volume, 'id');
  const status = field(volume, 'status');
  return status === 'available' && typeof id === 'string' ? idIn(id) : undefined;
}
