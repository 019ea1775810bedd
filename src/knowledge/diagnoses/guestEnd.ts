// Diagnoses of guests that do not end, and of what they left behind on their host.

import { docs } from '../links';
import type { DiagnosisCheck, DiagnosisRows } from './row';

const qemu: DiagnosisCheck = { text: 'What its QEMU waits for; D is a wait in the kernel',
  command: 'ps -o pid,stat,wchan:30,args -p <pid>' };

export const guestEndDiagnoses = {
  'qemu-unkillable': {
    family: 'shutoff',
    certainty: 'open',
    scope: 'both',
    by: 'pid',
    needs: [{ fault: ['libvirtError', 'InstancePowerOffFailure', 'InstanceTerminationFailure'],
      text: 'Failed to terminate process %(pid)s with SIG%(signal)s: Device or resource busy', role: 'says' }],
    remains: [
      'It waits in the kernel for storage that does not answer: a volume, an NFS or Ceph mount, a path that is gone.',
      'It gives back much memory or a PCI device, and needs longer than libvirt waits.',
    ],
    contradicts: 'No process of that number on the host.',
    checks: [qemu, { text: 'What the kernel says of its storage', command: 'journalctl -k --grep "blocked for more than|I/O error|not responding"' },
      { text: 'What libvirt says', log: 'libvirtd' }],
    changes: [
      { text: 'Bring the storage back: the process then ends by itself. Where it only needed longer it has ended by now; then try '
        + 'again.' },
      { text: 'Where the storage does not come back, restart the host.', risk: 'All guests of the host stop.' },
    ],
  },
  'guest-keeps-port': {
    family: 'detach',
    certainty: 'stated',
    kinds: ['detach_interface'],
    needs: [[{ fault: 'DeviceDetachFailed', text: 'Device detach failed for %(device)s: %(reason)s', role: 'says' },
      { line: 'Run out of retry while detaching device %s with device alias %s from instance %s from the live domain config. '
        + 'Device is still attached to the guest.', role: 'says' }]],
    contradicts: 'The interface gone from the live definition of the guest.',
    checks: [{ text: 'Interfaces of the guest', command: 'virsh domiflist <domain>' },
      { text: 'What the guest says', command: 'openstack console log show <instance>' }],
    changes: [
      { text: 'A guest that is booting or without ACPI hotplug does not answer: let it come up, then try again.' },
      { text: 'From Wallaby on, raise device_detach_attempts or device_detach_timeout.', risk: 'Requests take so much longer to fail.' },
    ],
    options: ['libvirt.device_detach_attempts', 'libvirt.device_detach_timeout'],
  },
  'host-devices': {
    family: 'guest-start',
    certainty: 'stated',
    scope: 'both',
    needs: [{ fault: 'libvirtError', text: ['domain has assigned non-USB host devices', 'domain has assigned host devices',
      'cannot migrate a domain with <hostdev'], role: 'says' }],
    contradicts: 'No hostdev in the definition of the guest.',
    checks: [{ text: 'Devices of the host that it has', command: 'virsh dumpxml <domain> | grep -A4 "<hostdev"' }],
    changes: [{ text: 'Stop the guest and move it cold; a guest with devices of the host is not suspended.' }],
    links: [docs.pciPassthrough],
  },
  'tap-taken': {
    family: 'guest-start',
    certainty: 'stated',
    scope: 'both',
    by: 'device',
    needs: [{ fault: ['libvirtError', 'InstancePowerOnFailure', 'InstanceDeployFailure'],
      text: 'Unable to create tap device %(device)s: Device or resource busy', role: 'says' }],
    contradicts: 'No interface of that name on the host.',
    checks: [{ text: 'Whether it is there', command: 'ip -d link show <device>' },
      { text: 'Who has it', command: 'grep -l <device> /proc/*/fdinfo/* 2>/dev/null' }],
    changes: [{ text: 'End the process that is left over of the guest; where none is, remove the interface (ip link delete), then '
      + 'start the guest again.', risk: 'A guest that runs with it loses its network.' }],
  },
} as const satisfies DiagnosisRows;
