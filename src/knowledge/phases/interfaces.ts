// How an interface comes to a guest and goes from it, on nova-compute: lines that name no instance, but the
// device, which is a tap, or its definition. Templates are Nova's own, narrowed to interfaces.

import type { MarkerSpec } from '../schema';

const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];
const guest = 'nova.virt.libvirt.guest';
const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const tap = 'tape3871ffd-5c';
const row = { kinds: ['detach_interface'], narrow: true } as const;
const ofGuest = { ...row, logger: guest, level: 'DEBUG' } as const;
const ofHost = { ...row, logger: libvirt, captures: { vm: 'instance' } } as const;

/** Devices of PCI come and go in moves, suspends and snapshots, too: these only when somebody asks for it. */
export const attachedInterfaces: readonly MarkerSpec[] = ['bridge', 'ethernet', 'vhostuser'].map((type) => ({
  edge: 'note', logger: guest, level: 'DEBUG', narrow: true, kinds: ['attach_interface'],
  text: `attach device xml: <interface type="${type}">`,
}));

export const detachedInterfaces: readonly MarkerSpec[] = [
  { ...ofGuest, edge: 'begin', text: 'Attempting initial detach for device tap%(device)s',
    sample: `Attempting initial detach for device ${tap}` },
  { ...ofGuest, edge: 'note', text: 'Start retrying detach until device tap%(device)s is gone.',
    sample: `Start retrying detach until device ${tap} is gone.` },
  { ...ofGuest, edge: 'end', says: 'success',
    text: 'Successfully detached device <nova.virt.libvirt.config.LibvirtConfigGuestInterface object at %(at)s> from guest. '
      + 'Persistent? %(persistent)s. Live? %(live)s',
    sample: 'Successfully detached device <nova.virt.libvirt.config.LibvirtConfigGuestInterface object at 0x7f1c2d3e4f50> '
      + 'from guest. Persistent? 1. Live? True' },
  { ...ofHost, edge: 'begin', level: 'DEBUG',
    text: 'Attempting to detach device tap%(device)s from instance %(vm)s from the persistent domain config.',
    sample: `Attempting to detach device ${tap} from instance ${vm} from the persistent domain config.` },
  { ...ofHost, edge: 'begin', level: 'INFO',
    text: 'Successfully detached device tap%(device)s from instance %(vm)s from the persistent domain config.',
    sample: `Successfully detached device ${tap} from instance ${vm} from the persistent domain config.` },
  { ...ofHost, edge: 'end', level: 'INFO', says: 'success',
    text: 'Successfully detached device tap%(device)s from instance %(vm)s from the live domain config.',
    sample: `Successfully detached device ${tap} from instance ${vm} from the live domain config.` },
];
