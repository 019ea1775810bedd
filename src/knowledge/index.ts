// The tables joined: what core/ and editor/ read. Data only.

import { translatedRows } from './language';
import { actionPhase } from './phases/actions';
import { cleanupPhase, destroyPhase, powerOffPhase } from './phases/cleanup';
import {
  claimPhase, donePhase, guestXmlPhase, powerOnPhase, spawningPhase, startPhase, vifPlugPhase,
} from './phases/compute';
import { movePhase } from './phases/migration';
import { deallocateNetworkPhase, networkingPhase } from './phases/network';
import { apiPhase, schedulingPhase } from './phases/scheduling';
import { blockDeviceMappingPhase, detachVolumesPhase, imagePhase } from './phases/storage';
import type { MarkerSpec, PhaseId, PhaseSpec } from './schema';

export { classHints, classPhases, signals, textHints, wrappers } from './causes';
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
  action: actionPhase,
  move: movePhase,
}, ['title', 'what']);

export interface Marker {
  readonly phase: PhaseId;
  readonly spec: MarkerSpec;
}

/** All markers of all phases; an event names its marker by the index in this table. */
export const markers: readonly Marker[] = Object.values(phases)
  .flatMap((phase) => phase.markers.map((spec) => ({ phase: phase.id, spec })));
