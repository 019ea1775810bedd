// One log for each diagnosis of the scheduler, networks and RPC, by the id of its row.

import type { DiagnosisId } from '../../../src/knowledge/diagnoses/index';
import { beside, boot, filters, guest, network, noHost, traceback, unplugged } from './stories';

const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const port = '2fee26da-9b54-46bc-af80-0c2daee06f6e';
const state = '(cmp01, cmp01) ram: 512MB disk: 93184MB io_ops: 0 instances: 1';

function rpc(service: string, method: string): string {
  return boot('oslo_messaging.exceptions.MessagingTimeout', 'Timed out waiting for a reply to message ID '
    + '8b3c2f0d1e4a4c5fa6b7c8d9e0f1a2b3', [[`/usr/lib/python3/dist-packages/nova/${service}/rpcapi.py`, method]]);
}

export const schedulingSamples = {
  // ---- scheduling ----
  'filter-compute': filters('ComputeFilter', `
  0.3 WARNING nova.scheduler.filters.compute_filter r1 ${state} has not been heard from in a while`),
  'filter-memory': filters('RamFilter', `
  0.3 DEBUG nova.scheduler.filters.ram_filter r1 ${state} does not have 2048 MB usable ram, it only has 512.0 MB usable ram.`),
  'filter-disk': filters('DiskFilter'),
  'filter-cores': filters('CoreFilter'),
  'filter-numa': filters('NUMATopologyFilter'),
  'filter-pci': filters('PciPassthroughFilter'),
  'filter-zone': filters('AvailabilityZoneFilter'),
  'filter-group': filters('ServerGroupAntiAffinityFilter'),
  'filter-aggregate': filters('AggregateInstanceExtraSpecsFilter', `
  0.3 DEBUG nova.scheduler.filters.aggregate_instance_extra_specs r1 ${state} fails flavor extra_specs requirements. Extra_spec ssd is not in aggregate.`),
  'filter-capabilities': filters('ComputeCapabilitiesFilter'),
  'filter-image': filters('ImagePropertiesFilter'),
  'filter-tried': filters('RetryFilter'),
  'filter-load': filters('NumInstancesFilter'),
  'filter-hint': filters('DifferentHostFilter'),
  'filter-other': filters('OurOwnFilter'),
  'filters-no-host': `
  0 DEBUG sch r1 - Starting to schedule for instances: ['${vm}']
  0.1 DEBUG flt r1 Starting with 0 host(s)
  0.2 INFO flt r1 Filter AvailabilityZoneFilter returned 0 hosts
  0.3 DEBUG flt r1 Filtering removed all hosts for the request with instance ID '${vm}'. Filter results: [('AvailabilityZoneFilter', None)]
${noHost('There are not enough hosts available.')}`,
  'placement-empty': `
  0 DEBUG sch r1 - Starting to schedule for instances: ['${vm}']
  0.4 INFO sch r1 Got no allocation candidates from the Placement API. This could be due to insufficient resources or a temporary occurrence as compute nodes start up.
${noHost('')}`,
  'placement-empty-alone': `
  0.4 INFO sch r1 Got no allocation candidates from the Placement API. This could be due to insufficient resources or a temporary occurrence as compute nodes start up.`,
  'placement-empty-likely': noHost(''),
  'filters-unseen': noHost('There are not enough hosts available.'),
  'filters-unseen-older': `
  0 AUDIT mgr r9 other Attempting claim: memory 512 MB, disk 1 GB
${noHost('')}`,
  'source-claim': `
  0 INFO api r1 vm flavor_id is None. Assuming migration.
  1 WARNING util r1 vm Failed to compute_task_migrate_server: No valid host was found. Unable to replace instance claim on source`,
  'forced-host-full': `
  0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
  1 WARNING util r1 vm Failed to compute_task_migrate_server: No valid host was found. Unable to move instance ${vm} to host cmp02. There is not enough capacity on the host for the instance.`,
  'hosts-alike': `
  0 INFO claim r1 vm Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  1 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: it broke
${traceback('libvirt.libvirtError', 'it broke', [['/x/nova/compute/manager.py', '_build_resources']])}
  1.5 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: it broke
  10 INFO claim r1 vm Attempting claim on node cmp02: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  11 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: it broke
${traceback('libvirt.libvirtError', 'it broke', [['/x/nova/compute/manager.py', '_build_resources']])}
  11.5 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: it broke
  12 WARNING util r1 vm Failed to compute_task_build_instances: Exceeded maximum number of retries. Exhausted all hosts available for retrying build failures for instance ${vm}.`,
  'hosts-differ': `
  0 INFO claim r1 vm Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  1 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: it broke
${traceback('libvirt.libvirtError', 'it broke', [['/x/nova/compute/manager.py', '_build_resources']])}
  1.5 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: it broke
  10 INFO claim r1 vm Attempting claim on node cmp02: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  11 ERROR mgr r1 vm Instance failed to spawn: OSError: another thing
${traceback('OSError', 'another thing', [['/x/nova/compute/manager.py', '_build_resources']])}
  11.5 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: another thing
  12 WARNING util r1 vm Failed to compute_task_build_instances: Exceeded maximum number of retries. Exhausted all hosts available for retrying build failures for instance ${vm}.`,

  // ---- network ----
  'vif-late': unplugged('', `
  340 WARNING mgr r7 vm Received unexpected event network-vif-plugged-${port} for instance with vm_state error and task_state None.`),
  'vif-failed': unplugged(`
  200 ERROR virt r1 vm Neutron Reported failure on event network-vif-plugged-${port} for instance ${vm}`),
  'vif-lost': unplugged(`
  30 INFO nova.api.openstack.compute.server_external_events r5 Creating event network-vif-plugged:${port} for instance ${vm} on cmp01`),
  'vif-refused': unplugged(`
  30 DEBUG nova.api.openstack.compute.server_external_events r5 Unable to find a host for instance ${vm}. Dropping event network-vif-plugged:${port}`),
  'vif-silent': unplugged('', `
  900 INFO mgr r8 other VM Started (Lifecycle Event)`),
  'vif-open': unplugged(),
  'port-dead-agent': network('nova.exception.PortBindingFailed',
    `Binding failed for port ${port}, please check neutron logs for more information.`, `
  3 WARNING neutron.plugins.ml2.drivers.mech_agent r4 Refusing to bind port ${port} to dead agent: {'host': 'cmp01'}`),
  'port-binding': network('nova.exception.PortBindingFailed',
    `Binding failed for port ${port}, please check neutron logs for more information.`),
  'no-more-ips': network('nova.exception.NoMoreFixedIps',
    'No fixed IP addresses available for network: 7d0e7d9b-4f0f-4f0e-8a7e-5d9b6b0d1a11', `
  3 WARNING net r1 vm Neutron error: No more fixed IPs in network: 7d0e7d9b-4f0f-4f0e-8a7e-5d9b6b0d1a11`),
  'port-quota': network('nova.exception.PortLimitExceeded', 'Maximum number of ports exceeded'),
  'address-taken': network('nova.exception.FixedIpAlreadyInUse', `Fixed IP address 10.0.0.5 is already in use on instance ${vm}.`),
  'port-taken': network('nova.exception.PortInUse', `Port ${port} is still in use.`),
  'ovs-port': guest('Unable to add port tap2fee26da-9b to OVS bridge br-int: Operation not permitted'),
  'vif-plugin': boot('os_vif.exception.PlugException', 'Failed to plug VIF VIFBridge. Got error: Cannot find device "brq1"'),

  // ---- RPC ----
  'rpc-late': `${rpc('conductor', 'object_action')}
  70 INFO oslo_messaging._drivers.amqpdriver - No calling threads waiting for msg_id : 8b3c2f0d1e4a4c5fa6b7c8d9e0f1a2b3`,
  'rpc-conductor': rpc('conductor', 'object_action'),
  'rpc-scheduler': rpc('scheduler', 'select_destinations'),
  'rpc-compute': rpc('compute', 'reserve_block_device_name'),
  'rpc-network': rpc('network', 'deallocate_for_instance'),
  'rpc-broker': `
  4 ERROR oslo_messaging._drivers.impl_rabbit - [6a4b0e3f] AMQP server on ctl01:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.
${boot('oslo_messaging.exceptions.MessagingTimeout', 'Timed out waiting for a reply')}`,
  'rpc-open': boot('oslo_messaging.exceptions.MessagingTimeout', 'Timed out waiting for a reply'),
  'conductor-away': `
  1 WARNING nova.conductor.api - Timed out waiting for nova-conductor.  Is it running? Or did this service start before nova-conductor?  Reattempting establishment of nova-conductor connection...`,
  'broker-away': `
  1 ERROR oslo_messaging._drivers.impl_rabbit - [6a4b0e3f] AMQP server on ctl01:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.`,
  'broker-denied': beside('oslo_messaging.rpc.server', 'amqp.exceptions.AccessRefused', '(0, 0): (403) ACCESS_REFUSED - Login was refused '
    + 'using authentication mechanism AMQPLAIN. For details see the broker logfile.', [['/x/nova/conductor/manager.py', 'ping']]),
  'reply-dropped': `
  1 WARNING oslo_messaging._drivers.amqpdriver - reply_9a1b doesn't exist, drop reply to 8b3c2f0d1e4a4c5fa6b7c8d9e0f1a2b3`,
} as const satisfies Partial<Record<DiagnosisId, string>>;
