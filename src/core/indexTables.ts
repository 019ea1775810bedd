// What the scanner looks for when it makes an index: tables of a few kilobytes, made once. Apart from the
// reading itself, so that whoever only scans need not load it.

import { kept } from '../knowledge/evidence/index';
import { markers } from '../knowledge/index';
import { operations } from '../knowledge/operations';
import { ownHosts } from '../knowledge/ownHosts';
import type { MarkerSpec, OperationKind, PhaseId } from '../knowledge/schema';
import { tracebackBeginnings } from './faults/tracebackLines';
import { sHostCode, sReadCode, sTextTop } from './scan/layout';
import {
  endShift, saysAnew, saysDeleted, saysDone, saysError, saysFailed, saysFollowing, saysInPassing, saysNothing,
  saysOpening, saysOwn, sortShift,
} from './scan/spanLayout';
import { compileTables } from './scan/tables';
import type { ScanRows, Watch } from './scan/tables';

/**
 * Evidence ties no request: to the scanner it is a text like any other. Logs of releases whose instances have
 * numbers are not for it: their statements keep their places in the table, and no line is held against them.
 */
export const specs: readonly MarkerSpec[] = kept.map(({ ambient, captures, ...spec }, at) => ({
  ...spec,
  ...(spec.numbered ? { logger: [] } : {}),
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
    sayings: sayingsOfCodes(), endings: endingsOfCodes(),
  });
  const view = new DataView(tables.buffer);
  view.setInt32(sHostCode, firstHostCode, true);
  view.setInt32(sReadCode, watched, true);
  // behind the texts nothing stands that an index needs
  return tables.slice(0, view.getInt32(sTextTop, true));
}

/** By code of a template in an index. Evidence for diagnoses says nothing of how an operation went. */
export function sayingsOfCodes(): Uint8Array {
  return ofCodes((spec) =>
    (spec.ambient ? saysInPassing : sayingOf(spec) | (sortOf(spec.kinds) << sortShift)));
}

/** So what it says of the end of an operation. */
export function endingsOfCodes(): Uint8Array {
  return ofCodes((spec, marker) => (spec.ambient ? 0 : endOf(spec, markers[marker]?.phase)));
}

function ofCodes(told: (spec: MarkerSpec, marker: number) => number): Uint8Array {
  const own = specs.map((spec, at) => (at < markers.length ? told(spec, at) : saysNothing));
  return Uint8Array.from([saysNothing, ...own, ...hostSpecs.map(() => saysNothing)]);
}

function sayingOf({ edge, follows, captures, says }: MarkerSpec): number {
  if (follows === 'request') return saysFollowing;
  if (Object.values(captures ?? {}).includes('error')) return saysError;
  if (says === 'opens') return saysOpening;
  return edge === 'begin' || edge === 'fail' ? saysAnew : saysOwn;
}

/** As core/timelines/outcome.ts takes it. */
function endOf({ edge, says, saysFor }: MarkerSpec, phase: PhaseId | undefined): number {
  const isLast = edge === 'took' && phase !== undefined && operations.delete.endsWith?.includes(phase);
  if (isLast) return saysDeleted | (sortOf(['delete']) << endShift);
  if (says === 'failed' || says === 'aborted') return saysFailed;
  if (says !== 'success') return 0;
  if (saysFor?.includes('delete')) return saysDeleted | (sortOf(['delete']) << endShift);
  const sort = sortOf(saysFor);
  return saysFor && sort === 0 ? 0 : saysDone | (sort << endShift);
}

/** Kinds of operations that are told apart where one may go on with another. */
const sorts: readonly (readonly OperationKind[])[] = [
  ['create'], ['delete'], ['rebuild', 'evacuate'],
  ['reboot', 'stop', 'start', 'pause', 'unpause', 'suspend', 'resume', 'rescue', 'unrescue'],
  ['attach_volume', 'detach_volume', 'swap_volume', 'attach_interface', 'detach_interface'],
  ['live-migration', 'migrate', 'resize', 'confirmResize', 'revertResize'],
  ['createImage', 'createBackup', 'shelve', 'shelveOffload', 'unshelve'],
];

/** From 1 on; 0: it may be of several. */
function sortOf(kinds: readonly OperationKind[] = []): number {
  return kinds.length === 0 ? 0 : sorts.findIndex((sort) => kinds.every((kind) => sort.includes(kind))) + 1;
}
