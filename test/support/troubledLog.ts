// A log of nova-compute in which much happens around the operations: a boot that goes well, one that waits
// for a lock and for a port while the message bus is lost, and a guest that stops outside Nova. In: nothing.
// Out: its text, and the ids in it.

export const wellId = '6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81';
export const failedId = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
export const stoppedId = '7c5d1f40-9e63-4d20-9f58-4dae603c8b92';
export const port = '2fee26da-9b54-46bc-af80-0c2daee06f6e';

const loggers = {
  mgr: 'nova.compute.manager', claim: 'nova.compute.claims', virt: 'nova.virt.libvirt.driver',
  lock: 'oslo_concurrency.lockutils', service: 'nova.service', rabbit: 'oslo.messaging._drivers.impl_rabbit',
  tracker: 'nova.compute.resource_tracker',
} as const;

type Row = readonly [
  seconds: number, level: string, logger: keyof typeof loggers, request: string, instance: string,
  message: string,
];

/** `r1` → a request id. */
export function troubledRequest(name: string): string {
  return `req-${name.slice(1).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

function lineOf([seconds, level, logger, request, instance, message]: Row): string {
  const time = new Date(Date.UTC(2024, 2, 11, 14, 0, 0) + seconds * 1000).toISOString();
  const context = request === '-' ? '[-]' : `[None ${troubledRequest(request)} user project - - default default]`;
  const tag = instance === '' ? '' : `[instance: ${instance}] `;
  return `${time.slice(0, 10)} ${time.slice(11, 23)} 7 ${level} ${loggers[logger]} ${context} ${tag}${message}`;
}

const update = 'nova.compute.resource_tracker.ResourceTracker._update_available_resource';
const claimed = 'nova.compute.resource_tracker.ResourceTracker.instance_claim';
const connection = '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567] AMQP server on 10.0.0.11:5672';
const event = `network-vif-plugged-${port}`;
const states = 'Current vm_state: active, current task_state: None, original DB power_state: 1, current VM power_state: 4';

const rows: readonly Row[] = [
  [0, 'INFO', 'service', '-', '', 'Starting compute node (version 29.0.1)'],
  [0.5, 'DEBUG', 'tracker', 'r9', '', 'Auditing locally available compute resources for cmp01 (node: cmp01.example)'],
  [1, 'DEBUG', 'mgr', 'r1', wellId, 'Starting instance...'],
  [1.2, 'INFO', 'claim', 'r1', wellId, 'Claim successful on node cmp01.example'],
  [2, 'INFO', 'virt', 'r1', wellId, 'Creating image'],
  [6, 'INFO', 'mgr', 'r1', wellId, 'Took 4.00 seconds to spawn the instance on the hypervisor.'],
  [6.2, 'INFO', 'mgr', 'r1', wellId, 'Took 5.20 seconds to build instance.'],
  [10, 'DEBUG', 'lock', 'r9', '', `Lock "compute_resources" acquired by "${update}" :: waited 0.000s`],
  [11, 'DEBUG', 'mgr', 'r2', failedId, 'Starting instance...'],
  [18.1, 'DEBUG', 'lock', 'r2', '', `Lock "compute_resources" acquired by "${claimed}" :: waited 7.100s`],
  [18.11, 'DEBUG', 'lock', 'r9', '', `Lock "compute_resources" "released" by "${update}" :: held 8.110s`],
  [18.2, 'INFO', 'claim', 'r2', failedId, 'Claim successful on node cmp01.example'],
  [19, 'INFO', 'virt', 'r2', failedId, 'Creating image'],
  [20, 'DEBUG', 'mgr', 'r2', failedId, `Preparing to wait for external event ${event}`],
  [25, 'ERROR', 'rabbit', '-', '', `${connection} is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.`],
  [31, 'INFO', 'rabbit', '-', '', `${connection.replace('AMQP', 'Reconnected to AMQP')} via [amqp] client with port 51200.`],
  [320, 'WARNING', 'virt', 'r2', failedId,
    `Timeout waiting for [('network-vif-plugged', '${port}')] for instance with vm_state building and task_state spawning.`],
  [320.1, 'ERROR', 'mgr', 'r2', failedId,
    'Instance failed to spawn: nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed'],
  [320.4, 'ERROR', 'mgr', 'r2', failedId,
    'Failed to allocate network(s): nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed'],
  [400, 'INFO', 'mgr', '-', stoppedId, 'VM Stopped (Lifecycle Event)'],
  [415, 'WARNING', 'mgr', 'r7', stoppedId, `Instance shutdown by itself. Calling the stop API. ${states}`],
];

/** The text, and lines by what they hold. */
export const troubledLog = `${rows.map(lineOf).join('\n')}\n`;
