// Diagnoses of claims and quota: what a host or a project has no more of.

import { docs } from '../links';
import type { Clue, DiagnosisRow, DiagnosisRows } from './row';

const base = { family: 'claim', certainty: 'stated' } as const satisfies Partial<DiagnosisRow>;
const claim = (...text: string[]): Clue =>
  ({ fault: ['ComputeResourcesUnavailable', 'RescheduledException', 'PciDeviceRequestFailed'], text, role: 'says' });
const quota = { family: 'quota', certainty: 'stated', scope: 'both' } as const satisfies Partial<DiagnosisRow>;
const cells = { text: 'Cells, CPUs and pages', command: 'virsh capabilities' };

export const claimDiagnoses = {
  'claim-memory': {
    ...base,
    needs: [claim('Free memory %(free)s MB < requested %(wanted)s MB')],
    contradicts: 'The same flavor on this host at the same time.',
    checks: [{ text: 'Memory', command: 'openstack hypervisor list --long' }],
    changes: [{ text: 'Free memory on the host; where scheduler and host see different numbers, set the ratios alike.' }],
    options: ['DEFAULT.ram_allocation_ratio', 'DEFAULT.reserved_host_memory_mb'],
  },
  'claim-disk': {
    ...base,
    needs: [claim('Free disk %(free)s GB < requested %(wanted)s GB')],
    contradicts: 'The same flavor on this host at the same time.',
    checks: [{ text: 'Disk', command: 'df -h /var/lib/nova/instances' }],
    changes: [{ text: 'Free disk space on the host, or boot from a volume.' }],
    options: ['DEFAULT.disk_allocation_ratio', 'DEFAULT.reserved_host_disk_mb'],
  },
  'claim-cores': {
    ...base,
    needs: [claim('Free vcpu %(free)s VCPU < requested %(wanted)s VCPU', 'Free CPUs %(free)s VCPUs < requested %(wanted)s VCPUs')],
    contradicts: 'The same flavor on this host at the same time.',
    checks: [{ text: 'vCPUs', command: 'openstack hypervisor list --long' }],
    changes: [{ text: 'Free vCPUs on the host, or raise the ratio.', risk: 'Guests slow one another down.' }],
    options: ['DEFAULT.cpu_allocation_ratio'],
  },
  'claim-numa-pci': {
    ...base,
    needs: [claim('Requested instance NUMA topology together with requested PCI devices cannot fit the given host NUMA topology')],
    contradicts: 'A cell with room for the guest next to a free device.',
    checks: [cells, { text: 'Cell of the device', command: 'grep . /sys/bus/pci/devices/*/numa_node' }],
    changes: [{ text: 'Free CPUs or pages in the cell of the device, or ask for pci_numa_affinity_policy=preferred.',
      risk: 'A device in another cell is slower.' }],
    options: ['compute.cpu_dedicated_set', 'pci.device_spec'],
    links: [docs.cpuTopologies, docs.pciPassthrough],
  },
  'claim-numa': {
    ...base,
    needs: [claim('Requested instance NUMA topology cannot fit the given host NUMA topology')],
    contradicts: 'A cell of this host with enough free CPUs and pages.',
    checks: [cells, { text: 'Free pages by cell',
      command: 'grep . /sys/devices/system/node/node*/hugepages/hugepages-*/free_hugepages' }],
    changes: [{ text: 'Free pinned CPUs or huge pages of one cell, or spread the flavor over more cells (hw:numa_nodes).',
      risk: 'A guest over several cells needs an operating system that knows them.' }],
    options: ['compute.cpu_dedicated_set', 'DEFAULT.reserved_huge_pages'],
    links: [docs.cpuTopologies],
  },
  'claim-pci': {
    ...base,
    needs: [[claim('Claim pci failed', 'PCI device request %(request)s failed'), { fault: 'PciDeviceRequestFailed', role: 'says' }]],
    contradicts: 'A free device of the alias in the database of this host.',
    checks: [{ text: 'Devices', command: 'lspci -nn' }, { text: 'What the flavor asks for', command: 'openstack flavor show <flavor> '
      + '-c properties' }],
    changes: [{ text: 'Free a device, or make alias and device_spec the same on controllers and hosts.' }],
    options: ['pci.alias', 'pci.device_spec'],
    links: [docs.pciPassthrough],
  },
  'claim-group': {
    ...base,
    needs: [{ fault: ['RescheduledException', 'GroupAffinityViolation', 'BuildAbortException'],
      text: ['Anti-affinity instance group policy was violated', 'Affinity instance group policy was violated',
        'instance group policy was violated'], role: 'says' }],
    contradicts: 'No other member of the group on this host.',
    checks: [{ text: 'Members of the group', command: 'openstack server group show <group>' }],
    changes: [{ text: 'Build members one after the other, or leave more hosts: two builds at once chose the same host.' }],
    options: ['workarounds.disable_group_policy_check_upcall'],
    links: [docs.affinityPolicyViolated],
  },
  'node-associated': {
    ...base,
    scope: 'both',
    needs: [{ text: ['is already associated with a node, it cannot be associated with this other node %(node)s (HTTP 409)',
      'is already associated with a node, it cannot be associated with this other node %(node)s'], role: 'says' }],
    contradicts: 'No node with this instance in Ironic.',
    checks: [{ text: 'Node that has the instance',
      command: 'openstack baremetal node show --instance <instance> -c uuid -c provision_state -c last_error' }],
    changes: [{ text: 'Cure what keeps that node from being torn down: its last_error names it. Then delete the instance and build it '
      + 'anew.' }],
  },
  'pin-taken': {
    ...base,
    scope: 'both',
    needs: [{ fault: ['CPUPinningInvalid', 'CPUUnpinningInvalid'], text: ['CPU set to pin %(wanted)s must be a subset of free CPU set '
      + '%(free)s', 'CPU set to unpin %(wanted)s must be a subset of pinned CPU set %(free)s',
    'Cannot pin/unpin cpus %(wanted)s from the following pinned set %(pinned)s'], role: 'says' }],
    contradicts: 'The CPUs free in the record of the host.',
    checks: [cells, { text: 'Guests and their CPUs', command: 'virsh vcpupin <domain>' }],
    changes: [{ text: 'Compare the pins of the guests with the record of Nova: two moves at once, or guests changed by hand, let '
      + 'them differ. Restarting nova-compute reads them anew.' }],
    options: ['compute.cpu_dedicated_set', 'DEFAULT.vcpu_pin_set'],
    links: [docs.cpuTopologies],
  },
  'pin-unknown': {
    ...base,
    scope: 'both',
    needs: [{ fault: ['CPUPinningUnknown', 'CPUUnpinningUnknown'], text: ['CPU set to pin %(wanted)s must be a subset of known CPU set '
      + '%(known)s', 'CPU set to unpin %(wanted)s must be a subset of known CPU set %(known)s'], role: 'says' }],
    contradicts: 'The CPUs of the guest in the set that is given now.',
    checks: [{ text: 'CPUs of the host', command: 'lscpu -e' }],
    changes: [{ text: 'Give the CPUs back to cpu_dedicated_set until the guests that use them are moved.' }],
    options: ['compute.cpu_dedicated_set', 'DEFAULT.vcpu_pin_set'],
    links: [docs.cpuTopologies],
  },
  'pages-unsupported': {
    ...base,
    needs: [{ fault: ['MemoryPageSizeNotSupported', 'MemoryPagesUnsupported', 'MemoryPageSizeInvalid'], role: 'says' }],
    contradicts: 'Pages of that size set aside on the host.',
    checks: [{ text: 'Pages of the host', command: 'grep . /sys/kernel/mm/hugepages/*/nr_hugepages' }],
    changes: [{ text: 'Set pages of that size aside at boot, or correct hw:mem_page_size.' }],
    links: [docs.hugePages],
  },
  'quota-instances': {
    ...quota,
    needs: [{ text: 'Quota exceeded for %(resource)s: Requested %(wanted)s, but already used %(used)s of %(allowed)s', role: 'says' }],
    contradicts: 'Less used than the quota allows.',
    checks: [{ text: 'Quota and use', command: 'openstack quota show --usage <project>' }],
    changes: [{ text: 'Delete what is not needed, or raise the quota of the project.' }],
    options: ['quota.instances', 'quota.cores', 'quota.ram'],
    links: [docs.quotas],
  },
  'quota-volumes': {
    ...quota,
    needs: [[{ fault: 'VolumeLimitExceeded', role: 'says' }, { text: ['VolumeSizeExceedsAvailableQuota: %(reason)s',
      'VolumeLimitExceeded: %(reason)s'], role: 'says' }]],
    contradicts: 'Fewer volumes and gigabytes than the quota of Cinder allows.',
    checks: [{ text: 'Quota and use', command: 'openstack quota show --volume --usage <project>' }],
    changes: [{ text: 'Delete volumes that nobody uses, or raise the quota for volumes in Cinder.' }],
  },
} as const satisfies DiagnosisRows;
