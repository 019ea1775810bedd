// Log statements that say when a thing came for which Nova waits, or began to wait, also where nobody
// waited for it any more: what a timeout would have needed is counted from them.

import type { Service } from './schema';

export type ArrivalKind =
  | 'volume'      // the volume became available
  | 'event'       // an external event came though nobody waited
  | 'event-wait'  // Nova began to wait for an external event
  | 'reply';      // the reply to an RPC call came after its caller had gone

export interface ArrivalSpec {
  readonly kind: ArrivalKind;
  /** Beginnings of the loggers that log it. */
  readonly logger: string;
  /** The template as the source has it. */
  readonly text: string;
  /** The placeholder that holds the id of what came. */
  readonly id: string;
  readonly sample: string;
}

export const arrivals: readonly ArrivalSpec[] = [
  { kind: 'volume', logger: 'cinder.volume.flows.manager.create_volume', id: 'volume_id',
    text: 'Volume %(volume_name)s (%(volume_id)s): created successfully',
    sample: 'Volume volume-b3d1 (b3d1a6f0-5a0c-4f38-9d0e-0a9a3f3a4b11): created successfully' },
  { kind: 'event', logger: 'nova.compute.manager', id: 'event',
    text: 'Received unexpected event %(event)s for instance with vm_state %(vm_state)s and task_state %(task_state)s.',
    sample: 'Received unexpected event network-vif-plugged-5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 for instance with '
      + 'vm_state building and task_state spawning.' },
  { kind: 'event', logger: 'nova.compute.manager', id: 'event',
    text: 'Received unexpected event %(event)s for instance',
    sample: 'Received unexpected event network-vif-plugged-5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 for instance' },
  { kind: 'event-wait', logger: 'nova.compute.manager', id: 'event',
    text: 'Preparing to wait for external event %(event)s',
    sample: 'Preparing to wait for external event network-vif-plugged-5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11' },
  { kind: 'reply', logger: 'oslo_messaging._drivers.amqpdriver', id: '0',
    text: 'No calling threads waiting for msg_id : %s',
    sample: 'No calling threads waiting for msg_id : 7cfc8106eedf4d9083da43ed1bf3e7c1' },
];

/** Services that read the options by which Nova waits for these things. */
export const waitingServices: Readonly<Record<'volume' | 'event' | 'reply', readonly Service[]>> = {
  volume: ['compute'],
  event: ['compute'],
  reply: ['api', 'conductor', 'scheduler', 'compute'],
};
