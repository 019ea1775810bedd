// What the scanner looks for when it makes an index: tables of a few kilobytes, made once. Apart from the
// reading itself, so that whoever only scans need not load it.

import { kept } from '../knowledge/evidence/index';
import { markers } from '../knowledge/index';
import { ownHosts } from '../knowledge/ownHosts';
import type { MarkerSpec } from '../knowledge/schema';
import { tracebackBeginnings } from './faults/traceback';
import { sHostCode, sTextTop } from './scan/layout';
import { saysError, saysInPassing, saysNothing, saysOwn } from './scan/spanLayout';
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

/** Behind the markers: lines in which a service names its own host. What a row of them keeps is the name. */
const hostSpecs = ownHosts.map(({ logger, text }): MarkerSpec =>
  ({ edge: 'note', logger, text, level: 'INFO', captures: { host: 'state' } }));

/** The first code of such a line. */
export const firstHostCode = specs.length + 1;

let forIndex: Uint8Array | undefined;

/** Tables for an index: what is read in full is what columns cannot hold. The build makes a file of them. */
export function indexTables(): Uint8Array {
  const traces = tracebackBeginnings.map((text): Watch => ({ text, opens: true }));
  const all = [...specs, ...hostSpecs];
  const sayings = sayingsOfCodes();
  forIndex ??= usedOf(compileTables({ markers: all, reads: [], watches: traces, always, sayings }));
  return forIndex;
}

/** Behind the texts nothing stands that an index needs. */
function usedOf(tables: Uint8Array): Uint8Array {
  const view = new DataView(tables.buffer);
  view.setInt32(sHostCode, firstHostCode, true);
  return tables.slice(0, view.getInt32(sTextTop, true));
}

/** By code of a template in an index. Evidence for diagnoses says nothing of how an operation went. */
export function sayingsOfCodes(): Uint8Array {
  return Uint8Array.from([saysNothing, ...specs.map(({ ambient, captures }, at) => {
    if (at >= markers.length) return saysNothing;
    if (ambient) return saysInPassing;
    return Object.values(captures ?? {}).includes('error') ? saysError : saysOwn;
  }), ...hostSpecs.map(() => saysNothing)]);
}
