// Diagnoses of services that refuse to start, or to report what their host has.

import { docs } from '../links';
import type { DiagnosisRow, DiagnosisRows } from './row';

/** What nova-compute holds of its own identity since Antelope (ComputeManager._check_for_host_rename and
 *  _ensure_existing_node_identity). */
const identity = {
  family: 'service-start',
  certainty: 'stated',
  scope: 'host',
  options: ['DEFAULT.host', 'DEFAULT.state_path'],
  links: [docs.computeNodeIdentification],
} as const satisfies Partial<DiagnosisRow>;

const nodeFile = { text: 'The identity that the host holds', command: 'cat /var/lib/nova/compute_id' } as const;
const knownNodes = { text: 'Nodes as Nova knows them', command: 'openstack hypervisor list --long' } as const;
const ownName = { text: 'What the host calls itself', command: 'hostname -f' } as const;

/** ComputeAPI._determine_version_cap, and utils.raise_if_old_compute since Victoria. */
const apiDatabase = {
  line: [
    'This service is configured for access to the API database but is not allowed to directly access the database. You should '
      + 'run this service without the [api_database]/connection config option.',
    'This service is configured for access to the API database but is not allowed to directly access the database. You should '
      + 'run this service without the [api_database]/connection config option. The service version check will only query the '
      + 'local cell.',
  ],
  role: 'says',
} as const;

export const serviceStartDiagnoses = {
  'node-renamed': {
    ...identity,
    by: 'node',
    needs: [{
      fault: 'InvalidConfiguration',
      text: [
        'My compute node %(node)s has hypervisor_hostname %(old)s but virt driver reports it should be %(new)s. Possible',
        'My node %(node)s has host %(old)s but my host is %(new)s; Possible rename',
      ],
      role: 'says',
    }],
    contradicts: 'The same name in both: what the record holds, and what the host calls itself.',
    checks: [ownName, nodeFile, knownNodes],
    changes: [
      { text: 'Give the host the name back that the record holds (host name, or [DEFAULT] host).' },
      { text: 'Where compute_id came from another host, with an image or a backup, restore the host’s own.',
        risk: 'With a new identity an old host loses its instances and allocations.' },
    ],
  },
  'node-identity-lost': {
    ...identity,
    needs: [{ fault: 'InvalidConfiguration', text: 'No local node identity found, but this is not our first startup on this host',
      role: 'says' }],
    contradicts: 'The file compute_id in the state directory, readable by nova.',
    checks: [{ text: 'Where the file should be', command: 'ls -l /var/lib/nova/compute_id /etc/nova/compute_id' }, knownNodes],
    changes: [{ text: 'Write the UUID that the record of this host has into compute_id; in a container keep the state '
      + 'directory on a volume of its own.', risk: 'The UUID of another host gives its instances away.' }],
  },
  'node-identity-odd': {
    ...identity,
    needs: [{ fault: 'InvalidNodeConfiguration', text: 'Invalid node identity configuration: %(reason)s', role: 'says' }],
    contradicts: 'One file compute_id, with one UUID in it, that nova can read and write.',
    checks: [{ text: 'All files with an identity', command: 'head /etc/nova/compute_id /var/lib/nova/compute_id' }, knownNodes],
    changes: [{ text: 'Leave one compute_id with the UUID that the record has, owned by nova.' }],
  },
  'node-unknown': {
    ...identity,
    by: 'host',
    needs: [{ fault: 'InvalidConfiguration', text: 'Upgrading from service version %(version)s but found no nodes in the database '
      + 'for host %(host)s to persist', role: 'says' }],
    contradicts: 'A compute node of that host in the database of its cell.',
    checks: [ownName, knownNodes, { text: 'Services and their hosts', command: 'openstack compute service list' }],
    changes: [{ text: 'Start it under the name that it had before the upgrade.' }],
  },
  'database-foreign': {
    ...identity,
    needs: [{ fault: 'InvalidConfiguration', text: 'My hypervisor has existing instances, but I appear to be a new service in this '
      + 'database', role: 'says' }],
    contradicts: 'A service of this host in the database, and no guest on the host.',
    checks: [{ text: 'Guests on the host', command: 'virsh list --all' },
      { text: 'Services and their hosts', command: 'openstack compute service list' }, ownName],
    changes: [
      { text: 'Point the cell that the host talks to, and its transport_url, to the right cloud; or start it under its old name.' },
      { text: 'Where the guests are left over of another cloud, remove them first.', risk: 'What their disks hold is gone.' },
    ],
    options: ['DEFAULT.host', 'DEFAULT.transport_url'],
  },
  'api-database-here': {
    family: 'service-start',
    certainty: 'stated',
    scope: 'host',
    needs: [apiDatabase],
    supports: [{ fault: 'DBNotAllowed', role: 'consequence' }],
    contradicts: 'No connection in [api_database] of the files that nova-compute reads.',
    checks: [{ text: 'The files that it reads', command: 'grep -n -A5 "^\\[api_database\\]" /etc/nova/nova.conf' }],
    changes: [{ text: 'Take connection out of [api_database] on hosts with nova-compute; the database password does not belong '
      + 'there either.' }],
    options: ['api_database.connection'],
  },
  'database-not-allowed': {
    family: 'service-start',
    certainty: 'open',
    scope: 'host',
    by: 'binary',
    needs: [{ fault: 'DBNotAllowed', text: '%(binary)s attempted direct database access which is not allowed by policy', role: 'says' }],
    supports: [{ line: 'No DB access allowed in %(service_name)s: %(stacktrace)s', role: 'detail' }],
    unless: [apiDatabase],
    remains: [
      '[api_database] connection is set for nova-compute: it then asks for the versions of all cells.',
      'A driver, a hook or a change of one’s own reads the database where only the conductor may: the traceback tells which.',
    ],
    contradicts: 'The service is not nova-compute.',
    checks: [{ text: 'Whether it knows the API database', command: 'grep -n -A5 "^\\[api_database\\]" /etc/nova/nova.conf' },
      { text: 'Where the call came from', log: 'nova-compute' }],
    changes: [{ text: 'Take connection out of [api_database] there; else correct the code that the traceback names.' }],
    options: ['api_database.connection'],
  },
  // ComputeManager._init_instance, with resume_guests_state_on_host_boot
  'guest-not-resumed': {
    family: 'guest-start',
    certainty: 'open',
    scope: 'host',
    needs: [{ line: 'Failed to resume instance', role: 'says' }],
    supports: [{ line: ['Failed to login iSCSI target %(iqn)s on portal %(portal)s (exit code %(err)s).',
      'Failed to connect to iSCSI portal %s.'], role: 'before', reach: 'log' }],
    remains: ['A volume of it could not be connected, or its disk not reached: the lines before say so.',
      'libvirt or QEMU refused it: the traceback below the line says so.'],
    contradicts: 'The guest among those that run on this host.',
    checks: [{ text: 'Guests on the host', command: 'virsh list --all' },
      { text: 'State of the instance', command: 'openstack server show <instance> -c status -c OS-EXT-STS:vm_state' }],
    changes: [{ text: 'Cure what the lines around it name, then start the instance again; where it is in ERROR, reset its '
      + 'state and reboot it hard.' }],
    options: ['DEFAULT.resume_guests_state_on_host_boot'],
  },
  'hypervisor-old': {
    family: 'service-start',
    certainty: 'stated',
    scope: 'host',
    needs: [{ fault: ['InternalError', 'NovaException'], text: ['Nova requires libvirt version %(version)s or greater.',
      'Nova requires QEMU version %(version)s or greater.'], role: 'says' }],
    contradicts: 'A libvirt or QEMU on the host as new as that.',
    checks: [{ text: 'Versions on the host', command: 'virsh version' }],
    changes: [{ text: 'Upgrade libvirt and QEMU there before Nova, or keep nova-compute of the release before.' }],
  },
  'compute-too-old': {
    family: 'service-start',
    certainty: 'stated',
    scope: 'host',
    needs: [{ fault: 'TooOldComputeService', text: 'does not support computes older than %(oldest)s but the minimum compute service '
      + 'level in your %(scope)s is %(level)s and', role: 'says' }],
    contradicts: 'No nova-compute in the list that is older.',
    checks: [{ text: 'Services and their last report', command: 'openstack compute service list --service nova-compute --long' },
      { text: 'Readiness', command: 'nova-status upgrade check' }],
    changes: [{ text: 'Upgrade those hosts; delete records of hosts that are gone (openstack compute service delete).',
      risk: 'The record of a host with instances must stay.' }],
  },
  'cpu-sets': {
    family: 'service-start',
    certainty: 'stated',
    scope: 'host',
    needs: [{ fault: 'InvalidConfiguration', text: [
      'This host has unpinned instances but has no CPUs set aside', 'This host has pinned instances but has no CPUs set aside',
      'This host has mixed instance requesting both pinned',
      'The \'[compute] cpu_dedicated_set\' and \'[compute] cpu_shared_set\' configuration options must be disjoint',
    ], role: 'says' }],
    contradicts: 'Two sets without a common CPU, each there for the instances that run on the host.',
    checks: [{ text: 'Both sets', command: 'grep -n -E "^(cpu_shared_set|cpu_dedicated_set|vcpu_pin_set)" /etc/nova/nova.conf' },
      { text: 'Instances on the host', command: 'openstack server list --all-projects --host <host>' }],
    changes: [{ text: 'Set aside CPUs of both kinds while instances of both kinds run there, and none twice.',
      risk: 'CPUs taken from pinned instances make the next start fail.' }],
    options: ['compute.cpu_shared_set', 'compute.cpu_dedicated_set'],
  },
  'inventory-in-use': {
    family: 'placement',
    certainty: 'stated',
    scope: 'host',
    by: 'class',
    needs: [{ fault: 'InventoryInUse', text: 'nventory for \'%(class)s\' on resource provider \'%(id)s\'', role: 'refused' }],
    contradicts: 'No allocation of that kind at the provider.',
    checks: [{ text: 'Who holds it', command: 'openstack resource provider show --allocations <id>' },
      { text: 'What the provider offers', command: 'openstack resource provider inventory list <id>' }],
    changes: [
      { text: 'Put back into nova.conf what was taken out while instances use it, or move them away first.' },
      { text: 'Delete allocations of instances that are gone.',
        risk: 'An allocation deleted by mistake lets the host be overbooked.' },
    ],
    links: [docs.orphanedAllocations],
  },
} as const satisfies DiagnosisRows;
