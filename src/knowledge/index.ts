// The tables joined: what core/ and editor/ read. Data only.

import { translatedRows } from './language';
import {
  attachPhase, crashDumpPhase, detachPhase, extendPhase, swapPhase, updatingPasswordPhase,
} from './phases/attachments';
import { cleanupPhase, destroyPhase, powerOffPhase } from './phases/cleanup';
import {
  claimPhase, donePhase, guestXmlPhase, powerOnPhase, spawningPhase, startPhase, vifPlugPhase,
} from './phases/compute';
import {
  migrateCheckPhase, migratingPhase, postAtDestinationPhase, postCopyPhase, postLiveMigrationPhase,
  preLiveMigrationPhase, rollbackPhase,
} from './phases/liveMigration';
import { deallocateNetworkPhase, networkingPhase } from './phases/network';
import { numberedRows } from './phases/numbered';
import {
  pausingPhase, poweringOnPhase, rebootingPhase, restoringPhase, resumingPhase, suspendingPhase,
  unpausingPhase,
} from './phases/power';
import {
  confirmPhase, resizeFinishPhase, resizeMigratingPhase, resizePrepPhase, resizeRevertingPhase,
} from './phases/resizes';
import { apiPhase, schedulingPhase } from './phases/scheduling';
import {
  offloadingPhase, rescuingPhase, shelvingPhase, unrescuingPhase, unshelvingPhase,
} from './phases/shelving';
import { imageSnapshotPhase, rotateBackupsPhase } from './phases/snapshots';
import { blockDeviceMappingPhase, detachVolumesPhase, imagePhase } from './phases/storage';
import type { MarkerSpec, PhaseId, PhaseSpec } from './schema';

export { classHints, classPhases, expectedStates, signals, textHints, wrappers } from './causes';
export { frames } from './frames';
export { messageClasses } from './messageClasses';
export { operations } from './operations';

export const phases: Readonly<Record<PhaseId, PhaseSpec>> = translatedRows('phases', {
  api: apiPhase,
  scheduling: schedulingPhase,
  start: startPhase,
  claim: claimPhase,
  networking: networkingPhase,
  block_device_mapping: blockDeviceMappingPhase,
  spawning: spawningPhase,
  image: imagePhase,
  guest_xml: guestXmlPhase,
  vif_plug: vifPlugPhase,
  power_on: powerOnPhase,
  power_off: powerOffPhase,
  detach_volumes: detachVolumesPhase,
  destroy: destroyPhase,
  cleanup: cleanupPhase,
  deallocate_network: deallocateNetworkPhase,
  done: donePhase,
  powering_on: poweringOnPhase,
  rebooting: rebootingPhase,
  pausing: pausingPhase,
  unpausing: unpausingPhase,
  suspending: suspendingPhase,
  resuming: resumingPhase,
  restoring: restoringPhase,
  rescuing: rescuingPhase,
  unrescuing: unrescuingPhase,
  shelving: shelvingPhase,
  shelving_offloading: offloadingPhase,
  unshelving: unshelvingPhase,
  image_snapshot: imageSnapshotPhase,
  rotate_backups: rotateBackupsPhase,
  attach: attachPhase,
  detach: detachPhase,
  swap: swapPhase,
  extend: extendPhase,
  updating_password: updatingPasswordPhase,
  crash_dump: crashDumpPhase,
  resize_prep: resizePrepPhase,
  resize_migrating: resizeMigratingPhase,
  resize_finish: resizeFinishPhase,
  confirm: confirmPhase,
  resize_reverting: resizeRevertingPhase,
  migrate_check: migrateCheckPhase,
  pre_live_migration: preLiveMigrationPhase,
  migrating: migratingPhase,
  post_copy: postCopyPhase,
  post_live_migration: postLiveMigrationPhase,
  post_live_migration_at_destination: postAtDestinationPhase,
  rollback: rollbackPhase,
}, ['title', 'what']);

export interface Marker {
  readonly phase: PhaseId;
  readonly spec: MarkerSpec;
}

/** All markers of all phases; an event names its marker by the index in this table. */
export const markers: readonly Marker[] = [
  ...Object.values(phases).flatMap(({ id, markers: own }) => own.map((spec) => ({ phase: id, spec }))),
  ...Object.values(phases).flatMap(({ id }) => (numberedRows[id] ?? []).map((spec) => ({ phase: id, spec }))),
];
