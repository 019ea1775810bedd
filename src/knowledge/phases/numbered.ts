// What Nova logged before Essex (2010.1 to 2011.3), when an instance had the number of its row and no UUID:
// nova-compute and nova-api name it by that number, the drivers by the name of the guest, `instance-%08x` of
// the number where nobody set instance_name_template. Of most operations nothing says that they are over.

import type { MarkerSpec, OperationKind, PhaseId } from '../schema';

const manager = 'nova.compute.manager';
const libvirt = 'nova.virt.libvirt_conn';
const xen = 'nova.virt.xenapi.vmops';

type Kinds = readonly OperationKind[];
type Row = Pick<MarkerSpec, 'text'> & Partial<MarkerSpec>;

// later releases alone say which line is due next
const common = { old: true, numbered: true, mute: true, captures: { 0: 'instance' } } as const;

function row(own: Row): MarkerSpec {
  return { edge: 'note', logger: manager, level: 'INFO', ...common, ...own };
}

/** An operation begins on its host, and no line says how it ends. */
function opening(text: string, kinds: Kinds, own: Partial<MarkerSpec> = {}): MarkerSpec {
  const sample = text.replace('%s', '42');
  return row({ edge: 'begin', level: 'AUDIT', text, sample, kinds, says: 'opens', ...own });
}

function failed(text: string, sample: string, kinds: Kinds, own: Partial<MarkerSpec> = {}): MarkerSpec {
  return row({ edge: 'fail', level: 'ERROR', text, sample, kinds, says: 'failed', ...own });
}

/** Of 2011.3.1, which puts the step that failed into one sentence with `failed`. */
function step(name: string): MarkerSpec {
  return failed(`Instance '%(instance_id)s' failed ${name}.`, `Instance '42' failed ${name}.`, builds,
    { captures: { instance_id: 'instance' }, narrow: true });
}

/** nova-api hands a build on. */
function cast(text: string): MarkerSpec {
  const sample = text.replace('%(pid)s', 'demo').replace('%(uid)s', 'ann').replace('%(instance_id)s', '42');
  return row({ edge: 'begin', logger: 'nova.compute.api', level: 'DEBUG', text, sample, kinds: build,
    captures: { instance_id: 'instance' } });
}

/** The guest, and not the instance, is named. */
function guest(text: string, level: MarkerSpec['level'], own: Partial<MarkerSpec> = {}): MarkerSpec {
  return row({ logger: libvirt, level, text, sample: text.replace('%s', 'instance-0000002a'), ...own });
}

const build: Kinds = ['create'];
/** From Diablo on a start builds the guest anew, in the words of a build. */
const builds: Kinds = ['create', 'start'];
const spawns: Kinds = ['create', 'rebuild', 'start'];

const spawning: readonly MarkerSpec[] = [
  failed('instance %s: Failed to spawn', 'instance 42: Failed to spawn', build),
  failed('instance %s: Failed to spawn', 'instance 42: Failed to spawn', spawns, { logger: xen }),
  failed('Instance \'%s\' failed to spawn. Is virtualization enabled in the BIOS?',
    'Instance \'42\' failed to spawn. Is virtualization enabled in the BIOS?', build),
  failed('Instance \'%(instance_id)s\' failed to spawn. Is virtualization enabled in the BIOS? Details: %(ex)s',
    'Instance \'42\' failed to spawn. Is virtualization enabled in the BIOS? Details: no bridge', builds,
    { captures: { instance_id: 'instance', ex: 'error' } }),
  step('failed to spawn'),
  guest('Instance %s spawned successfully.', 'INFO', { edge: 'end', kinds: spawns, says: 'success' }),
  guest('instance %s: booted', 'DEBUG', { edge: 'end', kinds: spawns, says: 'success' }),
  guest('Instance %s: booted', 'DEBUG', { edge: 'end', logger: xen, kinds: spawns, says: 'success' }),
  guest('instance %s: failed to boot', 'ERROR',
    { edge: 'fail', logger: [libvirt, xen], kinds: spawns, says: 'failed' }),
];

export const numberedRows: Readonly<Partial<Record<PhaseId, readonly MarkerSpec[]>>> = {
  api: [
    row({ logger: 'nova.compute.api', level: 'DEBUG', text: 'Going to try to terminate %s', kinds: ['delete'],
      sample: 'Going to try to terminate 42' }),
    opening('instance %s: locking', ['lock'], { level: 'DEBUG' }),
    opening('instance %s: unlocking', ['unlock'], { level: 'DEBUG' }),
  ],
  scheduling: [
    cast('Casting to scheduler for %(pid)s/%(uid)s\'s instance %(instance_id)s'),
    cast('Casting to scheduler for %(pid)s/%(uid)s\'s instance %(instance_id)s (single-shot)'),
  ],
  start: [
    opening('instance %s: starting...', build),
    opening('Rebuilding instance %s', ['rebuild']),
    row({ text: 'check_instance_lock: executing: |<function start_instance at %s>|', kinds: ['start'], captures: {},
      sample: 'check_instance_lock: executing: |<function start_instance at 0x2ebf758>|', narrow: true }),
  ],
  networking: [step('network setup')],
  block_device_mapping: [
    step('block device setup'),
    row({ level: 'AUDIT', text: 'instance %(instance_id)s: booting with volume %(volume_id)s at %(mountpoint)s',
      captures: { instance_id: 'instance' }, sample: 'instance 42: booting with volume 7 at /dev/vda' }),
  ],
  spawning,
  image: [guest('instance %s: Creating image', 'INFO', { edge: 'begin' })],
  guest_xml: [
    guest('instance %s: starting toXML method', 'DEBUG', { edge: 'begin' }),
    guest('instance %s: finished toXML method', 'DEBUG', { edge: 'end' }),
  ],
  power_on: [guest('instance %s: is running', 'DEBUG')],
  destroy: [opening('Terminating instance %s', ['delete'], { narrow: true })],
  power_off: [opening('Stopping instance %s', ['stop'], { narrow: true })],
  cleanup: [
    row({ edge: 'begin', logger: libvirt, text: 'instance %(instance_name)s: deleting instance files %(target)s',
      captures: { instance_name: 'instance' },
      sample: 'instance instance-0000002a: deleting instance files /var/lib/nova/instances/instance-0000002a' }),
  ],
  rebooting: [
    opening('Rebooting instance %s', ['reboot']),
    guest('instance %s: rebooted', 'DEBUG', { edge: 'end', kinds: ['reboot'], says: 'success' }),
    guest('Instance %s rebooted successfully.', 'INFO', { edge: 'end', kinds: ['reboot'], says: 'success' }),
  ],
  pausing: [opening('instance %s: pausing', ['pause'])],
  unpausing: [opening('instance %s: unpausing', ['unpause'])],
  suspending: [opening('instance %s: suspending', ['suspend'])],
  resuming: [opening('instance %s: resuming', ['resume'])],
  rescuing: [
    opening('instance %s: rescuing', ['rescue']),
    guest('instance %s: rescued', 'DEBUG', { edge: 'end', kinds: ['rescue'], says: 'success' }),
  ],
  unrescuing: [opening('instance %s: unrescuing', ['unrescue'])],
  image_snapshot: [opening('instance %s: snapshotting', ['createImage', 'createBackup'])],
  updating_password: [
    row({ edge: 'end', level: 'AUDIT', text: 'Instance %s: Root password set', kinds: ['changePassword'],
      sample: 'Instance instance-0000002a: Root password set', says: 'success' }),
  ],
  attach: [
    opening('instance %(instance_id)s: attaching volume %(volume_id)s to %(mountpoint)s', ['attach_volume'],
      { captures: { instance_id: 'instance' }, sample: 'instance 42: attaching volume 7 to /dev/vdb' }),
    failed('instance %(instance_id)s: attach failed %(mountpoint)s, removing',
      'instance 42: attach failed /dev/vdb, removing', ['attach_volume'], { captures: { instance_id: 'instance' } }),
  ],
  detach: [
    // a delete detaches what is attached, in the same words and under its own request
    opening('Detach volume %(volume_id)s from mountpoint %(mp)s on instance %(instance_id)s',
      ['detach_volume', 'delete'],
      { captures: { instance_id: 'instance' }, sample: 'Detach volume 7 from mountpoint /dev/vdb on instance 42' }),
  ],
};
