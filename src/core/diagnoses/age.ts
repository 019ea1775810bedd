// Logs → whether a row that holds for releases of one age only may be taken of them.

import type { DiagnosisRow } from '../../knowledge/diagnoses/row';
import type { Diagnosis, Digest, Fault } from '../model';

/** Code that was Nova's own until Liberty, and libraries' after that. */
const oldFile = /(?:^|[/\\])nova[/\\](?:openstack[/\\]common|rpc)[/\\]/;
/** Where the messaging library lay until Kilo; and a Python that ran no Nova after Juno. */
const oldPlace = /[/\\]oslo[/\\]messaging[/\\]|[/\\]python2\.6[/\\]/;
const oldLogger = /^nova\.(?:openstack\.common|rpc)\./;
const installed = /-packages[/\\]nova[/\\]/;

const known = new WeakMap<Digest, boolean>();

/** What is not plainly older may be of any release. */
export function suitsAge({ age }: DiagnosisRow, isOlder: boolean): boolean {
  return age === undefined || (age === 'older') === isOlder;
}

/** Diagnoses, with the age of the logs that they are of. */
export function aged(diagnoses: readonly Diagnosis[], isOlder: boolean): readonly Diagnosis[] {
  return isOlder ? diagnoses.map((diagnosis) => ({ ...diagnosis, isOlder: true })) : diagnoses;
}

/** Whether one of the logs is plainly of a release before Pike: remembered, since every operation asks. */
export function isBeforePike(digests: readonly Digest[]): boolean {
  return digests.some((digest) => {
    let isOld = known.get(digest);
    if (isOld === undefined) known.set(digest, (isOld = showsOldCode(digest)));
    return isOld;
  });
}

// TRACE was oslo.log's until Liberty; DevStack, which runs Nova from where it was cloned to, wrote it longer.
function showsOldCode({ levels, faults }: Digest): boolean {
  if (levels.has('AUDIT')) return true;
  const all = faults.flatMap((fault) => [fault, ...fault.chain]);
  return all.some(isOfOldCode) || (levels.has('TRACE') && all.some(isInstalled));
}

function isInstalled({ frames }: Fault): boolean {
  return frames.some(({ file }) => installed.test(file));
}

function isOfOldCode({ logger, frames }: Fault): boolean {
  return oldLogger.test(logger) || frames.some(({ file }) => oldFile.test(file) || oldPlace.test(file));
}
