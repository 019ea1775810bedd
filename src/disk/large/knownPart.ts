// A part of a large log whose columns lie in a file.

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
