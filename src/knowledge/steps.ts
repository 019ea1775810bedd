// Which except ladder of nova-compute judges an exception: by our phases, and by the phases as the facts cut
// them. Phases that are absent lie outside _build_and_run_instance.

import type { OutcomeStep } from './facts/shapes';
import type { PhaseId } from './schema';

export const stepOfPhase: Readonly<Partial<Record<PhaseId, OutcomeStep>>> = {
  start: 'before_claim',
  claim: 'claim',
  networking: 'networks',
  block_device_mapping: 'block_device',
  spawning: 'spawn',
  image: 'spawn',
  guest_xml: 'spawn',
  vif_plug: 'spawn',
  power_on: 'spawn',
};

/** Networks are allocated in a thread: what fails there comes up when the driver needs them, at spawn. */
export const stepOfFactPhase: Readonly<Record<string, OutcomeStep>> = {
  'before claim': 'before_claim',
  claim: 'claim',
  'group policy': 'claim',
  network: 'networks',
  'network (async)': 'spawn',
  'device names': 'device_names',
  'block device': 'block_device',
  'spawn: disk image': 'spawn',
  'spawn: guest definition': 'spawn',
  'spawn: plug and start': 'spawn',
  'spawn: config drive': 'spawn',
  'spawn: other': 'spawn',
};

/** The phases of the facts that one of our phases covers. */
export const factPhasesOf: Readonly<Partial<Record<PhaseId, readonly string[]>>> = {
  api: ['api'],
  scheduling: ['schedule', 'conductor'],
  start: ['before claim'],
  claim: ['claim', 'group policy'],
  networking: ['network', 'network (async)'],
  block_device_mapping: ['block device', 'device names'],
  spawning: ['network (async)', 'spawn: other', 'spawn: config drive'],
  image: ['spawn: disk image', 'spawn: config drive'],
  guest_xml: ['spawn: guest definition'],
  vif_plug: ['network (async)', 'spawn: plug and start'],
  power_on: ['spawn: plug and start'],
};
