// Phases of nova-compute around the hypervisor: start, claim, spawn and its parts. Templates are Nova's own.

import { failedActions } from './recordedActions';
import type { PhaseSpec } from '../schema';
import { powerOccurrences } from './occurrences';
import { setBack } from './resizes';
import { reverted } from './reverted';
import { semaphores } from './semaphores';

const manager = 'nova.compute.manager';
const claims = 'nova.compute.claims';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];
const osVif = 'os_vif';

export const startPhase: PhaseSpec = {
  id: 'start',
  title: 'Taken up by the compute host',
  what: 'nova-compute receives the request and waits for a free build slot and for the lock of the instance.',
  service: 'compute',
  shows: 'DEBUG',
  options: ['DEFAULT.max_concurrent_builds'],
  markers: [
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'Starting instance...', says: 'opens', kinds: ['create'] },
    ...semaphores('do_run_instance', 'create'),
    // up to Queens an evacuation began with it as well
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Rebuilding instance', says: 'opens',
      kinds: ['rebuild', 'evacuate'] },
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Evacuating instance', says: 'opens', kinds: ['evacuate'] },
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['evacuate'],
      text: 'disk on shared storage, evacuating using existing disk' },
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['evacuate'], captures: { 0: 'image' },
      text: 'disk not on shared storage, evacuating from image: \'%s\'',
      sample: 'disk not on shared storage, evacuating from image: \'2c1d4f6e\'' },
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['evacuate'],
      text: 'disk on volume, evacuating using existing volume' },
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['evacuate'],
      text: 'disk on shared storage, recreating using existing disk' },
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['evacuate'], captures: { 0: 'image' },
      text: 'disk not on shared storage, rebuilding from: \'%s\'',
      sample: 'disk not on shared storage, rebuilding from: \'2c1d4f6e\'' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['create'], says: 'deleted', raises: 'InstanceNotFound',
      text: 'Instance disappeared before build.' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['create'], says: 'deleted', raises: 'InstanceNotFound',
      text: 'Instance disappeared during build.' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['rebuild', 'evacuate'], says: 'deleted',
      raises: 'InstanceNotFound', text: 'Instance was deleted while rebuilding' },
  ],
};

export const claimPhase: PhaseSpec = {
  id: 'claim',
  title: 'Resource claim',
  what: 'The resource tracker of the host sets memory, disk, CPUs, NUMA cells and PCI devices aside for the instance.',
  service: 'compute',
  shows: 'INFO',
  vmState: 'building',
  options: ['DEFAULT.reserved_host_memory_mb', 'DEFAULT.reserved_host_disk_mb', 'DEFAULT.cpu_allocation_ratio',
    'DEFAULT.ram_allocation_ratio', 'DEFAULT.disk_allocation_ratio'],
  markers: [
    { edge: 'begin', logger: claims, level: 'INFO', captures: { node: 'node' }, apart: ['evacuate'],
      text: 'Attempting claim on node %(node)s: memory %(memory_mb)d MB, disk %(disk_gb)d GB, vcpus %(vcpus)d CPU',
      sample: 'Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU' },
    { edge: 'begin', logger: claims, level: 'INFO', apart: ['evacuate'],
      text: 'Attempting claim: memory %(memory_mb)d MB, disk %(disk_gb)d GB, vcpus %(vcpus)d CPU',
      sample: 'Attempting claim: memory 2048 MB, disk 20 GB, vcpus 1 CPU' },
    { edge: 'begin', logger: claims, level: 'INFO', old: true,
      text: 'Attempting claim: memory %(memory_mb)d MB, disk %(disk_gb)d GB',
      sample: 'Attempting claim: memory 512 MB, disk 1 GB' },
    { edge: 'begin', logger: claims, level: 'INFO', old: true,
      text: 'Attempting claim: memory %(memory_mb)d MB, disk %(disk_gb)d GB, VCPUs %(vcpus)d',
      sample: 'Attempting claim: memory 512 MB, disk 1 GB, VCPUs 1' },
    { edge: 'note', logger: claims, level: 'INFO',
      text: 'Total %(type)s: %(total)d %(unit)s, used: %(used).02f %(unit)s',
      sample: 'Total memory: 5662 MB, used: 512.00 MB' },
    { edge: 'note', logger: claims, level: 'INFO',
      text: '%(type)s limit: %(limit).02f %(unit)s, free: %(free).02f %(unit)s',
      sample: 'memory limit: 8493.00 MB, free: 7981.00 MB' },
    { edge: 'note', logger: claims, level: 'INFO', text: '%(type)s limit not specified, defaulting to unlimited',
      sample: 'disk limit not specified, defaulting to unlimited' },
    { edge: 'end', logger: claims, level: 'INFO', text: 'Claim successful on node %s', captures: { 0: 'node' }, apart: ['evacuate'],
      sample: 'Claim successful on node cmp01' },
    { edge: 'end', logger: claims, level: 'INFO', text: 'Claim successful', apart: ['evacuate'] },
    { edge: 'fail', logger: claims, level: 'INFO', text: 'Failed to claim: %s', captures: { 0: 'error' }, apart: ['evacuate'],
      raises: 'ComputeResourcesUnavailable',
      sample: 'Failed to claim: Claim pci failed.' },
    // what runs under a claim raised, and nobody tries again under another one
    { edge: 'note', logger: claims, level: 'DEBUG', text: 'Aborting claim: %s', harmless: true, endsTry: true,
      sample: 'Aborting claim: <nova.compute.claims.Claim object at 0x7f>' },
    { edge: 'fail', logger: manager, level: 'ERROR', says: 'failed', kinds: ['create'],
      text: 'Failure retrieving placement allocations' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['evacuate'], says: 'failed',
      raises: 'ComputeResourcesUnavailable',
      text: 'Could not rebuild instance on this host, not enough resources available.' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['evacuate'], says: 'failed',
      text: 'Could not rebuild instance on this host, late server group check failed.' },
  ],
};

export const spawningPhase: PhaseSpec = {
  id: 'spawning',
  title: 'Spawn on the hypervisor',
  what: 'The driver makes the disks and the guest definition, plugs the network interfaces and starts the guest.',
  service: 'compute',
  shows: 'INFO',
  vmState: 'building',
  taskState: 'spawning',
  markers: [
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'Start spawning the instance on the hypervisor.' },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Instance spawned successfully.', says: 'success',
      kinds: ['create', 'rebuild', 'evacuate', 'unshelve'] },
    { edge: 'took', logger: manager, level: 'INFO', captures: { 0: 'seconds' }, kinds: ['create'],
      text: 'Took %0.2f seconds to spawn the instance on the hypervisor.',
      sample: 'Took 19.05 seconds to spawn the instance on the hypervisor.' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Instance failed to spawn', says: 'failed',
      kinds: ['create', 'unshelve'] },
    reverted('rebuild_spawning', ['rebuild', 'evacuate']),
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Failed to build and run instance', says: 'failed',
      kinds: ['create'] },
    { edge: 'note', logger: 'nova.virt.ironic.driver', level: 'DEBUG', old: true, kinds: ['create', 'rebuild', 'evacuate'],
      text: 'Still waiting for ironic node %(node)s to become ACTIVE: %(states)s', captures: { node: 'node' },
      sample: 'Still waiting for ironic node 7d1c2e4f-5a60-4b7c-8d9e-0f1a2b3c4d5e to become ACTIVE: power_state="power on"' },
    { edge: 'fail', logger: 'nova.virt.ironic.driver', level: 'ERROR', old: true, says: 'failed', kinds: ['create'],
      text: 'Error preparing deploy for instance %(instance)s on baremetal node %(node)s.',
      captures: { instance: 'instance', node: 'node' },
      sample: 'Error preparing deploy for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 on baremetal node 7d1c2e4f.' },
    { edge: 'fail', logger: 'oslo.service.loopingcall', level: 'ERROR', narrow: true, says: 'failed', kinds: ['create'],
      text: 'Fixed interval looping call \'nova.virt.ironic.driver.IronicDriver._wait_for_active\' failed: %(error)s',
      captures: { error: 'error' },
      sample: 'Fixed interval looping call \'nova.virt.ironic.driver.IronicDriver._wait_for_active\' failed: '
        + 'nova.exception.InstanceDeployFailure: Failed to provision instance' },
  ],
};

export const guestXmlPhase: PhaseSpec = {
  id: 'guest_xml',
  title: 'Guest definition',
  what: 'The libvirt driver puts the domain XML together from flavor, image properties, disks and interfaces.',
  service: 'compute',
  shows: 'DEBUG',
  within: 'spawning',
  taskState: 'spawning',
  options: ['libvirt.virt_type', 'libvirt.cpu_mode', 'libvirt.cpu_models', 'libvirt.hw_machine_type'],
  markers: [
    { edge: 'begin', logger: libvirt, level: 'DEBUG', narrow: true,
      text: 'Start _get_guest_xml network_info=%(rest)s',
      sample: 'Start _get_guest_xml network_info=[] disk_info={} image_meta=ImageMeta rescue=None block_device_info={}' },
    { edge: 'end', logger: libvirt, level: 'DEBUG', text: 'End _get_guest_xml xml=%(xml)s',
      sample: 'End _get_guest_xml xml=<domain type="kvm">' },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Using config drive' },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Creating config drive at %(path)s',
      sample: 'Creating config drive at /var/lib/nova/instances/5f3a9d2e/disk.config' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'Creating config drive failed with error: %s',
      captures: { 0: 'error' },
      sample: 'Creating config drive failed with error: Unexpected error while running command.' },
  ],
};

export const vifPlugPhase: PhaseSpec = {
  id: 'vif_plug',
  title: 'Plugging the interfaces',
  what: 'Each port is plugged into the switch of the host; then Nova waits for Neutron to report it as plugged.',
  service: 'compute',
  shows: 'DEBUG',
  within: 'spawning',
  taskState: 'spawning',
  options: ['DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal'],
  markers: [
    { edge: 'begin', logger: osVif, level: 'DEBUG', text: 'Plugging vif %s',
      sample: 'Plugging vif VIFOpenVSwitch(active=False)' },
    { edge: 'note', logger: osVif, level: 'INFO', text: 'Successfully plugged vif %s',
      sample: 'Successfully plugged vif VIFOpenVSwitch(active=False)' },
    { edge: 'fail', logger: osVif, level: 'ERROR', text: 'Failed to plug vif %(vif)s',
      sample: 'Failed to plug vif VIFOpenVSwitch(active=False)' },
    { edge: 'note', logger: manager, level: 'DEBUG', text: 'Received event %(event)s', ambient: true,
      captures: { event: 'event' }, sample: 'Received event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e' },
    { edge: 'note', logger: 'nova.api.openstack.compute.server_external_events', level: 'INFO', ambient: true,
      text: 'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s on %(host)s',
      captures: { name: 'event', tag: 'port', instance_uuid: 'instance', host: 'host' },
      sample: 'Creating event network-vif-plugged:e3871ffd-5cd5-4287-bddd-3529f7b59515 for instance '
        + 'b9000564-fe1a-409b-b8cc-1e88b294cd1d on cmp01' },
    { edge: 'note', logger: ['nova.api.openstack.compute.server_external_events',
      'nova.api.openstack.compute.contrib.server_external_events'], level: 'INFO', ambient: true,
    text: 'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s',
    captures: { name: 'event', tag: 'port', instance_uuid: 'instance' },
    sample: 'Creating event network-vif-plugged:e3871ffd-5cd5-4287-bddd-3529f7b59515 for instance '
        + 'b9000564-fe1a-409b-b8cc-1e88b294cd1d' },
    { edge: 'end', logger: manager, level: 'DEBUG', captures: { 1: 'event' },
      text: 'Instance event wait completed in %i seconds for %s',
      sample: 'Instance event wait completed in 2 seconds for network-vif-plugged' },
    { edge: 'fail', logger: manager, level: 'WARNING', narrow: true, kinds: ['rebuild'], captures: { events: 'event' },
      phaseFor: { rebuild: 'block_device_mapping' },
      text: 'Timeout waiting for [(\'volume-reimaged\', %(events)s for instance with vm_state %(vm_state)s and task_state '
        + '%(task_state)s. Event states are: %(event_states)s',
      sample: 'Timeout waiting for [(\'volume-reimaged\', \'dd04f3d2\')] for instance with vm_state active and task_state '
        + 'rebuild_block_device_mapping. Event states are: volume-reimaged-dd04f3d2: timed out after 1200.00 seconds' },
    // vif_plugging_is_fatal decides what comes of it
    { edge: 'fail', logger: [...libvirt, manager], level: 'WARNING', mayGoOn: true, captures: { events: 'event' },
      text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state %(task_state)s. '
        + 'Event states are: %(event_states)s',
      sample: 'Timeout waiting for [\'network-vif-plugged-e3871ffd\'] for instance with vm_state building and '
        + 'task_state spawning. Event states are: network-vif-plugged-e3871ffd: timed out after 300.0 seconds' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', mayGoOn: true, captures: { events: 'event' },
      text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state %(task_state)s.',
      sample: 'Timeout waiting for [(\'network-vif-plugged\', \'e3871ffd\')] for instance with vm_state building and '
        + 'task_state spawning.' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', mayGoOn: true, captures: { events: 'event' },
      text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state %(task_state)s',
      sample: 'Timeout waiting for [(\'network-vif-plugged\', \'e3871ffd\')] for instance with vm_state building and '
        + 'task_state spawning: eventlet.timeout.Timeout: 300 seconds' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', mayGoOn: true,
      text: 'Timeout waiting for vif plugging callback for instance with vm_state %(vm_state)s and task_state '
        + '%(task_state)s.',
      sample: 'Timeout waiting for vif plugging callback for instance with vm_state building and task_state spawning.' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', mayGoOn: true, captures: { uuid: 'instance' },
      text: 'Timeout waiting for vif plugging callback for instance %(uuid)s',
      sample: 'Timeout waiting for vif plugging callback for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
  ],
};

export const powerOnPhase: PhaseSpec = {
  id: 'power_on',
  title: 'Starting the guest',
  what: 'libvirt defines the domain and starts it, paused until its interfaces are plugged.',
  service: 'compute',
  shows: 'INFO',
  within: 'spawning',
  taskState: 'spawning',
  options: ['libvirt.virt_type', 'libvirt.cpu_mode'],
  markers: [
    ...powerOccurrences,
    { edge: 'end', logger: libvirt, level: 'DEBUG', text: 'Guest created on hypervisor' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', old: true, text: 'Instance is running' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'Failed to start libvirt guest' },
    { edge: 'fail', logger: 'nova.virt.libvirt.guest', level: 'ERROR', narrow: true,
      text: 'Error defining a guest with XML: %(xml)s', sample: 'Error defining a guest with XML: <domain>' },
    { edge: 'fail', logger: 'nova.virt.libvirt.guest', level: 'ERROR', narrow: true,
      text: 'Error launching a defined domain with XML: %(xml)s',
      sample: 'Error launching a defined domain with XML: <domain>' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', old: true,
      text: 'An error occurred while trying to launch a defined domain with xml: %(xml)s',
      sample: 'An error occurred while trying to launch a defined domain with xml: <domain type=\'qemu\'>' },
  ],
};

export const donePhase: PhaseSpec = {
  id: 'done',
  title: 'Result',
  what: 'What became of the operation as a whole, in Nova\'s own words.',
  service: 'compute',
  vmState: 'active',
  markers: [
    ...failedActions,
    { edge: 'took', logger: manager, level: 'INFO', text: 'Took %0.2f seconds to build instance.', says: 'success',
      kinds: ['create'], captures: { 0: 'seconds' }, sample: 'Took 19.84 seconds to build instance.' },
    // Nova says so of all that comes before the disks
    reverted('rebuilding', ['rebuild', 'evacuate']),
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['rebuild', 'evacuate'], captures: { 0: 'state' },
      leaves: 'captured', text: 'bringing vm to original state: \'%s\'', sample: 'bringing vm to original state: \'stopped\'' },
    { edge: 'fail', logger: manager, level: 'DEBUG', narrow: true, says: 'rescheduled', kinds: ['create'],
      text: 'Build of instance %(instance_uuid)s was re-scheduled: %(reason)s', captures: { reason: 'error' },
      raises: 'RescheduledException',
      sample: 'Build of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 was re-scheduled: Insufficient compute '
        + 'resources: Free memory 4.00 MB < requested 512 MB.' },
    { edge: 'fail', logger: manager, level: 'ERROR', narrow: true, says: 'aborted', kinds: ['create'],
      text: 'Build of instance %(instance_uuid)s aborted: %(reason)s', captures: { reason: 'error' },
      raises: 'BuildAbortException',
      sample: 'Build of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 aborted: Block Device Mapping is Invalid.' },
    // Pike counts a build that it gave up; the line names no instance
    { edge: 'fail', logger: manager, level: 'WARNING', says: 'failed', kinds: ['create'],
      text: '%(fails)i consecutive build failures', sample: '2 consecutive build failures' },
    // a build gives up for good then; a move raises what it met
    { edge: 'note', logger: manager, level: 'DEBUG', kinds: ['create', 'resize', 'migrate'], says: 'aborted',
      saysFor: ['create'], text: 'Retry info not present, will not reschedule' },
    { edge: 'note', logger: manager, level: 'WARNING', harmless: true, captures: { 0: 'error' },
      text: 'Could not clean up failed build, not rescheduling. Error: %s',
      sample: 'Could not clean up failed build, not rescheduling. Error: Timed out' },
    ...setBack,
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Error: %s', says: 'failed', captures: { 0: 'error' },
      // a move logs what it is rescheduled for
      saysIn: { resize: 'rescheduled', migrate: 'rescheduled' },
      sample: 'Error: An error occurred, but the cause is unknown' },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: ['create'], says: 'aborted',
      text: 'Unexpected build failure, not rescheduling build.' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Failed to allocate network(s)', says: 'aborted',
      kinds: ['create'] },
    { edge: 'fail', logger: manager, level: 'WARNING', kinds: ['create'], says: 'aborted',
      text: 'Instance build timed out. Set to error state.' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['create'], says: 'aborted',
      text: 'Instance failed to spawn correctly, setting to ERROR state' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['create'], says: 'aborted',
      text: 'Instance spawn was interrupted before instance_claim, setting instance to ERROR state' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['rebuild'], says: 'failed',
      text: 'Instance failed to rebuild correctly, setting to ERROR state' },
  ],
};
