// A few words → the log of one failure, in Nova's own templates: a boot that libvirt refuses, a volume that
// is not attached, a live migration, a resize. Rows are those of test/support/story.ts.

/** File and function of each frame. */
export type Frames = readonly (readonly [file: string, name: string])[];

const compute = '/usr/lib/python3/dist-packages/nova/compute/manager.py';

/** Traceback lines with a prefix, as oslo.log writes them; the message may have several lines. */
export function traceback(type: string, message: string, frames: Frames): string {
  return [
    'Traceback (most recent call last):',
    ...frames.flatMap(([file, name], at) => [`  File "${file}", line ${at + 10}, in ${name}`, `    return self.${name}()`]),
    ...`${type}: ${message}`.split('\n'),
  ].map((line) => `|${line}`).join('\n');
}

const claimed = `
  0 INFO claim r1 vm Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  0.1 INFO claim r1 vm Claim successful on node cmp01`;

const spawnFrames = [[compute, '_build_and_run_instance'], [compute, '_build_resources']] as const;

/** A boot that fails in the driver with this exception. */
export function boot(type: string, message: string, frames: Frames = []): string {
  return `${claimed}
  1 INFO virt r1 vm Creating image(s)
  5 ERROR mgr r1 vm Instance failed to spawn: ${type}: ${message.split('\n')[0] ?? ''}
${traceback(type, message, [...spawnFrames, ...frames])}
  6 ERROR mgr r1 vm Build of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 aborted: it did not start`;
}

/** A boot that fails with libvirt's words, in the driver's launch. */
export function guest(message: string): string {
  return boot('libvirt.libvirtError', message,
    [['/usr/lib/python3/dist-packages/nova/virt/libvirt/guest.py', 'launch']]);
}

/** A boot whose block devices fail with this exception. */
export function blockDevices(type: string, message: string, before = ''): string {
  return `${claimed}
${before}
  9 ERROR mgr r1 vm Instance failed block device setup: ${type}: ${message.split('\n')[0] ?? ''}
${traceback(type, message, [[compute, '_prep_block_device']])}
  10 ERROR mgr r1 vm Build of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 aborted: Block Device Mapping is Invalid.`;
}

/** A boot whose image fails with this exception. */
export function image(message: string, type = 'nova.exception.ImageUnacceptable', before = ''): string {
  const text = type.endsWith('ImageUnacceptable')
    ? `Image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f is unacceptable: ${message}` : message;
  return `${claimed}
  1 INFO virt r1 vm Creating image(s)
${before}
  5 ERROR mgr r1 vm Instance failed to spawn: ${type}: ${text.split('\n')[0] ?? ''}
${traceback(type, text, [...spawnFrames, ['/usr/lib/python3/dist-packages/nova/virt/images.py', 'fetch_to_raw']])}
  6 ERROR mgr r1 vm Build of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 aborted: image`;
}

/** A boot whose claim is refused. */
export function claim(reason: string): string {
  return `
  0 INFO claim r1 vm Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  0.1 INFO claim r1 vm Failed to claim: ${reason}
  0.2 ERROR mgr r1 vm Build of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 aborted: Insufficient compute resources: ${reason}.
${traceback('nova.exception.ComputeResourcesUnavailable', `Insufficient compute resources: ${reason}.`,
    [[compute, '_build_and_run_instance'], ['/usr/lib/python3/dist-packages/nova/compute/claims.py', '_test']])}`;
}

const ports = '2fee26da-9b54-46bc-af80-0c2daee06f6e';

/** A boot that waits for its port; rows of `before` and `after` stand around the timeout. */
export function unplugged(before = '', after = ''): string {
  return `${claimed}
  1 INFO virt r1 vm Creating image(s)
${before}
  301 WARNING virt r1 vm Timeout waiting for [('network-vif-plugged', '${ports}')] for instance with vm_state building and task_state spawning.
  302 ERROR mgr r1 vm Instance failed to spawn: nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed
${traceback('nova.exception.VirtualInterfaceCreateException', 'Virtual Interface creation failed',
    [...spawnFrames, ['/usr/lib/python3/dist-packages/nova/virt/libvirt/driver.py', '_create_guest_with_network']])}
  303 ERROR mgr r1 vm Build of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 aborted: Failed to allocate the network(s), not rescheduling.
${after}`;
}

/** A boot whose network fails with this exception. */
export function network(type: string, message: string, before = ''): string {
  return `${claimed}
${before}
  5 ERROR mgr r1 vm Instance failed network setup after 1 attempt(s): ${type}: ${message.split('\n')[0] ?? ''}
${traceback(type, message, [[compute, '_allocate_network_async'],
    ['/usr/lib/python3/dist-packages/nova/network/neutron.py', 'allocate_for_instance']])}
  6 ERROR mgr r1 vm Build of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 aborted: Failed to allocate the network(s), not rescheduling.`;
}

/** A live migration that fails with libvirt's words on the source. */
export function live(message: string, type = 'libvirt.libvirtError'): string {
  return `
  0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
  1 INFO mgr r1 vm Took 3.20 seconds for pre_live_migration on destination host cmp02.
  5 ERROR virt r1 vm Live Migration failure: ${message.split('\n')[0] ?? ''}: ${type}: ${message}
  6 ERROR virt r1 vm Migration operation has aborted`;
}

/** A live migration that is refused with this exception before it begins. */
export function liveRefused(type: string, message: string): string {
  return `
  0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
  2 ERROR mgr r1 vm Pre live migration failed at cmp02: ${type}: ${message.split('\n')[0] ?? ''}
${traceback(type, message, [[compute, '_do_live_migration'],
    ['/usr/lib/python3/dist-packages/nova/virt/libvirt/driver.py', 'check_can_live_migrate_source']])}`;
}

/** A resize whose disk is to be copied over SSH. */
export function resize(message: string): string {
  return `
  0 INFO mgr r1 vm Migrating
  5 ERROR mgr r1 vm Setting instance vm_state to ERROR: nova.exception.ResizeError: Resize error: ${message.split('\n')[0] ?? ''}
${traceback('nova.exception.ResizeError', `Resize error: ${message}`, [[compute, 'resize_instance'],
    ['/usr/lib/python3/dist-packages/nova/virt/libvirt/driver.py', 'migrate_disk_and_power_off']])}
  6 INFO mgr r1 vm Setting instance back to active after: Instance rollback performed due to: Resize error: ${message.split('\n')[0] ?? ''}`;
}

/** A detach that fails with this exception. */
export function detach(type: string, message: string, before = ''): string {
  return `
  0 INFO mgr r1 vm Detaching volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f
${before}
  5 ERROR rpc r1 Exception during message handling: ${type}: ${message.split('\n')[0] ?? ''}
${traceback(type, message, [[compute, 'detach_volume'],
    ['/usr/lib/python3/dist-packages/nova/virt/block_device.py', 'detach']])}`;
}

/** A periodic task or a request that fails beside all operations. */
export function beside(logger: string, type: string, message: string, frames: Frames): string {
  return `
  3 ERROR ${logger} r9 Error during ComputeManager.update_available_resource: ${type}: ${message.split('\n')[0] ?? ''}
${traceback(type, message, frames)}`;
}

/** A service that refuses to start with this exception of Nova's. */
export function start(name: string, message: string): string {
  return `
  1 ERROR oslo_service.service - Error starting thread.: nova.exception.${name}: ${message}
${traceback(`nova.exception.${name}`, message,
    [['/usr/lib/python3/dist-packages/nova/service.py', 'start'], [compute, 'init_host']])}`;
}

/** What the conductor says when no host is left. */
export function noHost(reason: string): string {
  return `
  1 ERROR cond r1 vm Failed to schedule instances: nova.exception_Remote.NoValidHost_Remote: No valid host was found. ${reason}`;
}

/** A pass through the filters that ends with none. */
export function filters(killer: string, detail = ''): string {
  return `
  0 DEBUG sch r1 - Starting to schedule for instances: ['5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70']
  0.1 DEBUG flt r1 Starting with 3 host(s)
  0.2 DEBUG flt r1 Filter ServerGroupX returned 2 host(s)
${detail}
  0.4 INFO flt r1 Filter ${killer} returned 0 hosts
  0.5 INFO flt r1 Filtering removed all hosts for the request with instance ID '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70'. Filter results: ['ServerGroupX: (start: 3, end: 2)', '${killer}: (start: 2, end: 0)']
${noHost('There are not enough hosts available.')}`;
}
