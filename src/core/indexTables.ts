// What the scanner looks for when it makes an index: tables of a few kilobytes, made once. Apart from the
// reading itself, so that whoever only scans need not load it.

import { kept } from '../knowledge/evidence/index';
import { markers } from '../knowledge/index';
import type { MarkerSpec } from '../knowledge/schema';
import { tracebackBeginnings } from './faults/traceback';
import { compileTables } from './scan/tables';
import type { Watch } from './scan/tables';

/** Evidence ties no request: to the scanner it is a text like any other. */
export const specs: readonly MarkerSpec[] = kept.map(({ ambient, captures, ...spec }, at) => ({
  ...spec,
  ...(ambient && at < markers.length ? { ambient } : {}),
  ...(captures && at < markers.length ? { captures } : {}),
}));

/** Loggers of which every line is read: they tell which services started. */
export const always = ['nova.service'];

let forIndex: Uint8Array | undefined;

/** Tables for an index: what is read in full is what columns cannot hold. */
export function indexTables(): Uint8Array {
  const traces = tracebackBeginnings.map((text): Watch => ({ text, opens: true }));
  forIndex ??= compileTables({ markers: specs, reads: [], watches: traces, always });
  return forIndex;
}

let passing: Uint8Array | undefined;

/** By code of a template in an index: 1 where its line only passes an instance by. */
export function passingCodes(): Uint8Array {
  passing ??= Uint8Array.from([0, ...specs.map(({ ambient }) => (ambient ? 1 : 0))]);
  return passing;
}
