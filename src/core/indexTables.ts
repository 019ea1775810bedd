// What the scanner looks for when it makes an index: tables of a few kilobytes, made once. Apart from the
// reading itself, so that whoever only scans need not load it.

import { kept } from '../knowledge/evidence/index';
import { markers } from '../knowledge/index';
import { ownHosts } from '../knowledge/ownHosts';
import type { MarkerSpec } from '../knowledge/schema';
import { tracebackBeginnings } from './faults/traceback';
import { sHostCode, sReadCode, sTextTop } from './scan/layout';
import { saysError, saysFollowing, saysInPassing, saysNothing, saysOwn } from './scan/spanLayout';
import { compileTables } from './scan/tables';
import type { ScanRows, Watch } from './scan/tables';

/** Evidence ties no request: to the scanner it is a text like any other. */
export const specs: readonly MarkerSpec[] = kept.map(({ ambient, captures, ...spec }, at) => ({
  ...spec,
  ...(ambient && at < markers.length ? { ambient } : {}),
  ...(captures && at < markers.length ? { captures } : {}),
}));

/** Loggers of which every line is read: they tell which services started. */
export const always = ['nova.service'];

/** Behind the markers: lines in which a service names its own host. What a row of them keeps is the name. */
const hostSpecs = ownHosts.map(({ logger, text }): MarkerSpec =>
  ({ edge: 'note', logger, text, level: 'INFO', captures: { host: 'state' } }));

/** The first code of such a line. */
export const firstHostCode = specs.length + 1;

/** The first code that no template has. */
export const firstFreeCode = firstHostCode + hostSpecs.length;

let forIndex: Uint8Array | undefined;

/** Tables for an index: what is read in full is what columns cannot hold. The build makes a file of them. */
export function indexTables(): Uint8Array {
  forIndex ??= allTables({ reads: [], watches: [], watched: 0 });
  return forIndex;
}

export interface FurtherLines extends Pick<ScanRows, 'reads' | 'watches'> {
  /** The code of lines that no template tells and a stage may wait for; 0: the index does without them. */
  readonly watched: number;
}

/** The same with lines that further stages wait for. */
export function allTables({ reads, watches, watched }: FurtherLines): Uint8Array {
  const traces = tracebackBeginnings.map((text): Watch => ({ text, opens: true }));
  const tables = compileTables({
    markers: [...specs, ...hostSpecs], reads, watches: [...traces, ...watches], always,
    sayings: sayingsOfCodes(),
  });
  const view = new DataView(tables.buffer);
  view.setInt32(sHostCode, firstHostCode, true);
  view.setInt32(sReadCode, watched, true);
  // behind the texts nothing stands that an index needs
  return tables.slice(0, view.getInt32(sTextTop, true));
}

/** By code of a template in an index. Evidence for diagnoses says nothing of how an operation went. */
export function sayingsOfCodes(): Uint8Array {
  return Uint8Array.from([saysNothing, ...specs.map(({ ambient, follows, captures }, at) => {
    if (at >= markers.length) return saysNothing;
    if (ambient) return saysInPassing;
    if (follows === 'request') return saysFollowing;
    return Object.values(captures ?? {}).includes('error') ? saysError : saysOwn;
  }), ...hostSpecs.map(() => saysNothing)]);
}
