// Tracebacks as Python 3.10 prints them with Nova 29.2.2 (2024.1): files, lines, functions and code are
// those of that release. In: what the exceptions say. Out: Raised.

import type { Raised } from './serviceLog';

const manager = 'nova/compute/manager.py';
const blockDevice = 'nova/virt/block_device.py';
const driver = 'nova/virt/libvirt/driver.py';
const guest = 'nova/virt/libvirt/guest.py';
const excutils = 'oslo_utils/excutils.py';

type Step = readonly [file: string, line: number, name: string, code: string];

const reraise: readonly Step[] = [
  [excutils, 227, '__exit__', 'self.force_reraise()'],
  [excutils, 200, 'force_reraise', 'raise self.value'],
];

/** The volume was not ready in time. */
export function volumeNotCreated(volume: string, seconds: number, attempts: number, status: string): Raised {
  const text = `Volume ${volume} did not finish being created even after we waited ${seconds} seconds or`
    + ` ${attempts} attempts. And its status is ${status}.`;
  return raise(`nova.exception.VolumeNotCreated: ${text}`, [
    [manager, 2191, '_prep_block_device', 'driver_block_device.attach_block_devices('],
    [blockDevice, 970, 'attach_block_devices', '_log_and_attach(device)'],
    [blockDevice, 967, '_log_and_attach', 'bdm.attach(*attach_args, **attach_kwargs)'],
    [blockDevice, 865, 'attach', 'self.volume_id, self.attachment_id = self._create_volume('],
    [blockDevice, 469, '_create_volume', "self._call_wait_func(context, wait_func, volume_api, vol['id'])"],
    [blockDevice, 819, '_call_wait_func', 'with excutils.save_and_reraise_exception():'],
    ...reraise,
    [blockDevice, 817, '_call_wait_func', 'wait_func(context, volume_id)'],
    [manager, 1813, '_await_block_device_map_created', 'raise exception.VolumeNotCreated(volume_id=vol_id,'],
  ]);
}

const yielding: Step = [manager, 2886, '_build_resources', 'yield resources'];
const driverSpawn: Step = [
  manager, 2633, '_build_and_run_instance', 'self.driver.spawn(context, instance, image_meta,',
];
const spawnSteps: readonly Step[] = [
  [driver, 4661, 'spawn', 'self._create_guest_with_network('],
  [driver, 8051, '_create_guest_with_network', 'with excutils.save_and_reraise_exception():'],
  ...reraise,
  [driver, 8029, '_create_guest_with_network', 'guest = self._create_guest('],
  [driver, 7968, '_create_guest', 'guest.launch(pause=pause)'],
];
const launchSteps: readonly Step[] = [
  [guest, 167, 'launch', 'with excutils.save_and_reraise_exception():'],
  ...reraise,
  [guest, 165, 'launch', 'return self._domain.createWithFlags(flags)'],
  ['eventlet/tpool.py', 193, 'doit', 'result = proxy_call(self._autowrap, f, *args, **kwargs)'],
  ['eventlet/tpool.py', 151, 'proxy_call', 'rv = execute(f, *args, **kwargs)'],
  ['eventlet/tpool.py', 132, 'execute', 'six.reraise(c, e, tb)'],
  ['six.py', 719, 'reraise', 'raise value'],
  ['eventlet/tpool.py', 86, 'tworker', 'rv = meth(*args, **kwargs)'],
  ['libvirt.py', 1409, 'createWithFlags', "raise libvirtError('virDomainCreateWithFlags() failed')"],
];

/** libvirt did not start the guest: as it is logged where it is launched, spawned, and given up. */
export function libvirtFailed(text: string, from: 'launch' | 'spawn' | 'build'): Raised {
  const inner = launchSteps.slice(from === 'launch' ? 3 : 0);
  const outer: readonly Step[] = from === 'launch' ? [] : [
    ...(from === 'spawn' ? [yielding] : []),
    driverSpawn,
    ...spawnSteps,
  ];
  return raise(`libvirt.libvirtError: ${text}`, [...outer, ...inner]);
}

export interface Retry {
  readonly summary: string;
  /** What traceback.format_exception makes of it: nova-compute sends these pieces to the conductor. */
  readonly pieces: readonly string[];
}

/** The same and what it became. */
export function rescheduled(instance: string, text: string): Retry {
  const first = libvirtFailed(text, 'build');
  const summary = `Build of instance ${instance} was re-scheduled: ${text}`;
  const second = raise(`nova.exception.RescheduledException: ${summary}`, [
    [manager, 2448, '_do_build_and_run_instance', 'self._build_and_run_instance(context, instance, image,'],
    [manager, 2740, '_build_and_run_instance', 'raise exception.RescheduledException('],
  ]);
  const between = '\nDuring handling of the above exception, another exception occurred:\n\n';
  return { summary, pieces: [...piecesOf(first), between, ...piecesOf(second)] };
}

/** The guest does not start where its disks were moved to. */
export function finishFailed(text: string): Raised {
  return raise(`libvirt.libvirtError: ${text}`, [
    [manager, 10888, '_error_out_instance_on_exception', 'yield'],
    [manager, 6379, '_finish_resize_helper', 'network_info = self._finish_resize(context, instance, migration,'],
    [manager, 6312, '_finish_resize', 'with excutils.save_and_reraise_exception():'],
    ...reraise,
    [manager, 6300, '_finish_resize', 'self.driver.finish_migration(context, migration, instance,'],
    [driver, 12230, 'finish_migration', 'guest = self._create_guest_with_network('],
    ...spawnSteps.slice(1),
    ...launchSteps,
  ]);
}

const plugSteps: readonly Step[] = [
  [manager, 559, 'wait_for_instance_event', 'self._wait_for_instance_events('],
  [manager, 471, '_wait_for_instance_events', 'actual_event = event.wait()'],
  [manager, 436, 'wait', 'instance_event = self.event.wait()'],
  ['eventlet/event.py', 125, 'wait', 'result = hub.switch()'],
  ['eventlet/hubs/hub.py', 313, 'switch', 'return self.greenlet.switch()'],
];
const timedOut = raise('eventlet.timeout.Timeout: 300 seconds', [
  [driver, 8021, '_create_guest_with_network', 'with self.virtapi.wait_for_instance_event('],
  ['/usr/lib/python3.10/contextlib.py', 142, '__exit__', 'next(self.gen)'],
  ...plugSteps,
]);

/** Neutron's event: the deadline passed. */
export function eventTimeout(): Raised {
  return timedOut;
}

/** Nova gave the port up: a chain of two exceptions. */
export function plugFailed(from: 'spawn' | 'build'): Raised {
  const second = raise('nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed', [
    ...(from === 'spawn' ? [yielding] : []),
    driverSpawn,
    [driver, 4661, 'spawn', 'self._create_guest_with_network('],
    [driver, 8047, '_create_guest_with_network', 'raise exception.VirtualInterfaceCreateException()'],
  ]);
  const between = ['', 'During handling of the above exception, another exception occurred:', ''];
  return { summary: second.summary, traceback: [...timedOut.traceback, ...between, ...second.traceback] };
}

const server = 'oslo_messaging/rpc/server.py';
const scheduler = 'nova/scheduler/manager.py';

/** The scheduler's NoValidHost as the conductor sees it: the remote traceback is a part of its text. */
export function noValidHost(reason: string): Raised {
  const remote = raise(`nova.exception.NoValidHost: No valid host was found. ${reason}`, [
    [server, 244, 'inner', 'return func(*args, **kwargs)'],
    [scheduler, 257, 'select_destinations', 'selections = self._select_destinations('],
    [scheduler, 284, '_select_destinations', 'selections = self._schedule('],
    [scheduler, 485, '_schedule', 'self._ensure_sufficient_hosts('],
    [scheduler, 532, '_ensure_sufficient_hosts', 'raise exception.NoValidHost(reason=reason)'],
  ]);
  const text = [`No valid host was found. ${reason}`, 'Traceback (most recent call last):', '',
    ...remote.traceback.slice(1), ''];
  const own = raise(`nova.exception_Remote.NoValidHost_Remote: ${text.join('\n')}`, [
    ['nova/conductor/manager.py', 1654, 'schedule_and_build_instances', 'host_lists = self._schedule_instances(context, request_specs[0],'],
    ['nova/conductor/manager.py', 942, '_schedule_instances', 'host_lists = self.query_client.select_destinations('],
    ['nova/scheduler/client/query.py', 41, 'select_destinations', 'return self.scheduler_rpcapi.select_destinations(context, spec_obj,'],
    ['nova/scheduler/rpcapi.py', 160, 'select_destinations', "return cctxt.call(ctxt, 'select_destinations', **msg_args)"],
    ['oslo_messaging/rpc/client.py', 190, 'call', 'result = self.transport._send('],
    ['oslo_messaging/transport.py', 123, '_send', 'return self._driver.send(target, ctxt, message,'],
    ['oslo_messaging/_drivers/amqpdriver.py', 788, 'send', 'return self._send(target, ctxt, message, wait_for_reply, timeout,'],
    ['oslo_messaging/_drivers/amqpdriver.py', 780, '_send', 'raise result'],
  ]);
  return own;
}

/** The build was given up; only its summary is logged. */
export function aborted(instance: string, reason: string): Raised {
  const summary = `nova.exception.BuildAbortException: Build of instance ${instance} aborted: ${reason}`;
  return { summary, traceback: [summary] };
}

function raise(summary: string, steps: readonly Step[]): Raised {
  return { summary, traceback: ['Traceback (most recent call last):', ...steps.flatMap(frame), ...summary.split('\n')] };
}

function frame([file, line, name, code]: Step): readonly string[] {
  const path = file.startsWith('/') ? file : `/usr/lib/python3/dist-packages/${file}`;
  return [`  File "${path}", line ${line}, in ${name}`, `    ${code}`];
}

// Python makes one string of a frame's two lines.
function piecesOf({ traceback }: Raised): readonly string[] {
  const pieces: string[] = [];
  for (const line of traceback) {
    const last = pieces.length - 1;
    if (line.startsWith('    ') && pieces[last] !== undefined) pieces[last] += `${line}\n`;
    else pieces.push(`${line}\n`);
  }
  return pieces;
}
