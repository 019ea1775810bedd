// A part of a large log whose columns lie in a file.

import type { IdTable } from './ids';
import type { Part, PartColumns } from './part';
import type { Section, SectionFile } from './sections';

export type Column = keyof PartColumns;

/** A part, its columns being sections. */
export interface PartEntry extends Omit<Part, 'ids'> {
  /** Lines before it. */
  readonly line: number;
  /** It does not go on with the part before it: another log begins here. */
  readonly isApart?: boolean;
}

export interface KnownPart {
  readonly entry: PartEntry;
  readonly file: SectionFile;
  /** Numbers in the part → numbers in the log. */
  readonly instances: Uint32Array;
}

/** @throws DamagedIndex */
export function columnOf({ file, entry }: KnownPart, name: Column): Uint32Array {
  return file.read(entry.sections[name]);
}

/** Some words of a column, as many of them as it has.
 *  @throws DamagedIndex */
export function wordsOf({ file, entry }: KnownPart, name: Column, from: number, count: number): Uint32Array {
  return file.readSome(entry.sections[name], from, count);
}

/** Its requests, to look one up. */
export function requestsIn(part: KnownPart): IdTable {
  return {
    slots: part.entry.sections.requestSlots.words,
    slotAt: (slot) => wordsOf(part, 'requestSlots', slot, 1)[0] ?? 0,
    idAt: (number) => wordsOf(part, 'requests', number * 4, 4),
  };
}

/** Columns → sections at the end of a file. */
export function storeColumns(
  column: (name: Column) => Uint32Array, file: Pick<SectionFile, 'append'>,
): PartEntry['sections'] {
  const store = (name: Column): Section => file.append(column(name));
  return {
    rows: store('rows'), rowEnds: store('rowEnds'), instances: store('instances'), loose: store('loose'),
    looseEnds: store('looseEnds'), requests: store('requests'), requestSlots: store('requestSlots'),
    ties: store('ties'), stretches: store('stretches'), spans: store('spans'), strands: store('strands'),
    asides: store('asides'),
  };
}
