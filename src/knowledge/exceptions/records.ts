// Explanations: records that are looked up and are not there (actions, services, flavors, groups, request
// specs), what objects refuse, and what Placement refuses of a host's report.

import { docs } from '../links';
import type { ExceptionNotes, Note } from './note';

const actionGone: Note = {
  summary: 'Nova keeps a list of what is done to an instance, and the entry of this request is not in it.',
  effect: 'When it comes at the beginning of a step, the step is not done at all; at its end only the result '
    + 'is not recorded.',
  causes: [
    { text: 'The records of the instance were archived or purged while the operation still ran.',
      evidence: 'A run of nova-manage db archive_deleted_rows or purge at that time.' },
    { text: 'The operation runs under another request id than the one under which it was asked for, or in '
        + 'another cell.' },
    { text: 'The instance was deleted meanwhile.' },
  ],
  checks: [
    { text: 'What is recorded of the instance', command: 'openstack server event list <instance>' },
  ],
  changes: [{ text: 'Repeat the operation if the instance still exists.' }],
  options: [],
  sample: 'nova.exception.InstanceActionNotFound: Action for request_id '
    + 'req-5f7f5a0b-96d1-4c1f-8f4e-1a0a1d1c2b3e on instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 not found',
};

const traits: Note = {
  summary: 'Placement did not answer as it should when the host asked for traits or wanted to make one.',
  effect: 'The host does not report its traits and resources, until a later report goes well; guests go on.',
  causes: [
    { text: 'Placement failed or lost its database.', evidence: 'HTTP 500 or 503 in the text.' },
    { text: 'The service user may not do that.', evidence: 'HTTP 401 or 403 in the text.' },
    { text: 'A name of a trait is not well formed.', evidence: 'HTTP 400 in the text, which names it.' },
  ],
  checks: [
    { text: 'Traits that Placement knows', command: 'openstack trait list' },
    { text: 'What Placement says', command: 'tail -n 200 /var/log/placement/placement-api.log' },
  ],
  changes: [{ text: 'Bring Placement back, or correct the name of the trait.' }],
  options: ['placement.username', 'placement.connect_retries'],
  links: [docs.managingResourceProviders],
  sample: 'nova.exception.TraitRetrievalFailed: Failed to retrieve traits from the placement API: 503 '
    + 'Service Unavailable',
};

export const records = {
  InstanceActionNotFound: actionGone,
  InstanceActionEventNotFound: {
    ...actionGone,
    sample: 'nova.exception.InstanceActionEventNotFound: Event compute_stop_instance not found for action id '
      + '217',
  },
  HostBinaryNotFound: {
    summary: 'The database has no record of that service on that host.',
    effect: 'The request is refused with 404, or Nova takes the service for missing; no instance is touched.',
    causes: [
      { text: 'The name of the host is spelled otherwise than the service reports it (short or full).' },
      { text: 'The service was never started there, or its record was deleted.' },
    ],
    checks: [{ text: 'Services and hosts as they report', command: 'openstack compute service list --long' }],
    changes: [{ text: 'Name the host as the list shows it, or start the service there.' }],
    options: ['DEFAULT.host'],
    links: [docs.services],
    sample: 'nova.exception.HostBinaryNotFound: Could not find binary nova-compute on host cmp7.example.org.',
  },
  ServiceNotFound: {
    summary: 'The database has no record of the service of that id.',
    effect: 'The request is refused with 404. A service whose own record was deleted while it runs cannot '
      + 'report any more.',
    causes: [
      { text: 'The id is wrong, or that of another cell.' },
      { text: 'The record was deleted while the service still runs.',
        evidence: 'It comes from that service again and again.' },
    ],
    checks: [{ text: 'Services and their ids', command: 'openstack compute service list --long' }],
    changes: [{ text: 'Restart the service: it makes its record anew.' }],
    options: [],
    links: [docs.services],
    sample: 'nova.exception.ServiceNotFound: Service 17 could not be found.',
  },
  RequestSpecNotFound: {
    summary: 'The API database no longer has what the instance was asked for with, which a move needs.',
    effect: 'A move, resize, evacuation or unshelve fails in the API; the instance is not touched.',
    causes: [
      { text: 'The instance was deleted, and its records are being archived.',
        evidence: 'The instance cannot be found either.' },
      { text: 'The instance is older than Newton and its record was never made.',
        evidence: 'It was made before Newton.' },
      { text: 'The row was removed from the API database by hand.' },
    ],
    checks: [
      { text: 'Whether the instance exists, as an administrator',
        command: 'openstack server show <instance>' },
      { text: 'Whether it is mapped to a cell',
        command: 'nova-manage cell_v2 verify_instance --uuid <instance>' },
    ],
    changes: [
      { text: 'Restore the row from a backup of the API database.',
        risk: 'A row that does not fit the instance places it wrongly.' },
    ],
    options: ['api_database.connection'],
    links: [docs.cells],
    sample: 'nova.exception.RequestSpecNotFound: RequestSpec not found for instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  InstanceGroupNotFound: {
    summary: 'The server group that the request names is not there, or the instance is in none.',
    effect: 'In the API the request is refused. Elsewhere Nova expects it and goes on without a group.',
    causes: [
      { text: 'The group was deleted.' },
      { text: 'The group belongs to another project.' },
    ],
    checks: [{ text: 'Groups of all projects', command: 'openstack server group list --all-projects' }],
    changes: [{ text: 'Name a group that the project has.' }],
    options: [],
    links: [docs.serverGroups],
    sample: 'nova.exception.InstanceGroupNotFound: Instance group 8b0c1d0c-72f7-4a29-9b2f-3f0a5f6a1a55 could '
      + 'not be found.',
  },
  FlavorNotFound: {
    summary: 'There is no flavor of the id that the request gives, or the project may not see it.',
    effect: 'The request is refused with 400 or 404; nothing was created or changed.',
    causes: [
      { text: 'The flavor was deleted: instances keep their copy, a new one cannot be made of it.' },
      { text: 'The flavor is private, and the project has no access to it.' },
      { text: 'The flavor is disabled, and a resize asks for it.' },
    ],
    checks: [
      { text: 'Flavors of all kinds', command: 'openstack flavor list --all' },
      { text: 'Who may use it', command: 'openstack flavor show <flavor>' },
    ],
    changes: [{ text: 'Name a flavor that the project sees, or give the project access.' }],
    options: [],
    links: [docs.flavors],
    sample: 'nova.exception.FlavorNotFound: Flavor m1.huge could not be found.',
  },
  ObjectActionError: {
    summary: 'A record of Nova was told to do what its present state does not allow; mostly a fault of the '
      + 'program.',
    effect: 'The operation fails at that point; whatever it had begun is left as it is.',
    causes: [
      { text: 'Services of different releases: a new value is not known to an old service.',
        evidence: '"not supported in version" in the text.' },
      { text: 'The instance was changed by another operation meanwhile.',
        evidence: '"host changed", "already destroyed" or "already created" in the text.' },
      { text: 'A bug in this release.', evidence: '"not lazy-loadable" in the text.' },
    ],
    checks: [
      { text: 'Services of all hosts', command: 'openstack compute service list --long' },
      { text: 'What was asked of the instance', command: 'openstack server event list <instance>' },
    ],
    changes: [
      { text: 'Bring all services to one release; otherwise look for a newer stable update of it.' },
    ],
    options: ['upgrade_levels.compute'],
    links: [docs.upgrades],
    sample: 'nova.exception.ObjectActionError: Object action obj_load_attr failed because: attribute id not '
      + 'lazy-loadable',
  },
  InventoryInUse: {
    summary: 'The host no longer offers a kind of resource that instances use, and Placement does not let it '
      + 'go.',
    effect: 'The report of the host fails and is not renewed; guests go on.',
    causes: [
      { text: 'A type of vGPU, a PMEM namespace, a PCI device or pinned CPUs were taken out of the setting '
          + 'while instances use them.',
        evidence: 'The text names the kind of resource.' },
      { text: 'An allocation is left over of an instance that is gone or has moved.',
        evidence: 'The consumer of the allocation is no instance of this host.' },
    ],
    checks: [
      { text: 'What is allocated', command: 'openstack resource provider show <provider> --allocations' },
      { text: 'What Placement holds of it',
        command: 'openstack resource provider inventory list <provider>' },
    ],
    changes: [
      { text: 'Put the setting back, or move the instances away first; remove allocations that are left '
          + 'over.',
        risk: 'Removing the allocation of an instance that exists lets the host be overbooked.' },
    ],
    options: ['devices.enabled_mdev_types', 'compute.cpu_dedicated_set', 'pci.report_in_placement'],
    links: [docs.managingResourceProviders, docs.orphanedAllocations],
    sample: "nova.exception.InventoryInUse: Inventory for 'VGPU' on resource provider "
      + "'1c3f9f0e-6d3b-4e0e-8d2a-6f1f1d0c9b3e' in use.",
  },
  InvalidResourceClass: {
    summary: 'Placement did not take a resource class of the host.',
    effect: 'The report of the host fails; guests go on.',
    causes: [
      { text: 'The name is not well formed: it must begin with CUSTOM_ and hold capitals, digits and '
          + 'underscores only.' },
      { text: 'Placement failed.',
        evidence: '"Failed to ensure resource class record" with its answer above it.' },
    ],
    checks: [{ text: 'Classes that Placement knows', command: 'openstack resource class list' }],
    changes: [{ text: 'Correct the name where it comes from: Ironic, or the file of a provider.' }],
    options: [],
    links: [docs.managingResourceProviders],
    sample: "nova.exception.InvalidResourceClass: Resource class 'CUSTOM_bad-name' invalid.",
  },
  ResourceProviderSyncFailed: {
    summary: 'The host could not bring what it offers to Placement; the reason is the exception inside it.',
    effect: 'Placement keeps the old figures until a later report goes well: builds may be sent to a host '
      + 'that is full, or not at all.',
    causes: [
      { text: 'Placement is down, slow or refuses the service user.', evidence: 'The exception above it.' },
      { text: 'Placement does not let go what instances still use.',
        evidence: 'ResourceProviderInUse or ResourceProviderUpdateFailed above it.' },
    ],
    checks: [
      { text: 'What comes before it',
        command: 'grep -nE "placement|resource provider" /var/log/nova/nova-compute.log' },
      { text: 'What Placement holds of it',
        command: 'openstack resource provider inventory list <provider>' },
    ],
    changes: [{ text: 'Cure the exception inside; the next report comes by itself.' }],
    options: ['placement.connect_retries', 'placement.timeout'],
    links: [docs.managingResourceProviders],
    sample: 'nova.exception.ResourceProviderSyncFailed: Failed to synchronize the placement service with '
      + 'resource provider information supplied by the compute host.',
  },
  ResourceProviderInUse: {
    summary: 'A resource provider cannot be deleted, because it still has allocations.',
    effect: 'The provider stays. When a compute service is deleted, its record goes but the provider is '
      + 'left; a host of that name may then not report.',
    causes: [
      { text: 'Instances are still on the host.' },
      { text: 'Allocations are left over of instances that are gone, were evacuated or moved.',
        evidence: 'Their consumers are no instances of this host.' },
    ],
    checks: [
      { text: 'What is allocated', command: 'openstack resource provider show <provider> --allocations' },
      { text: 'Leftovers', command: 'nova-manage placement audit --verbose' },
    ],
    changes: [
      { text: 'Move or delete the instances, then remove allocations that are left over.',
        risk: 'Removing the allocation of an instance that exists lets the host be overbooked.' },
    ],
    options: [],
    links: [docs.orphanedAllocations, docs.managingResourceProviders],
    sample: 'nova.exception.ResourceProviderInUse: Resource provider has allocations.',
  },
  TraitRetrievalFailed: traits,
  TraitCreationFailed: {
    ...traits,
    sample: 'nova.exception.TraitCreationFailed: Failed to create trait CUSTOM_FAST: 503 Service Unavailable',
  },
  UsagesRetrievalFailed: {
    summary: 'Nova could not ask Placement what the project uses, and so not check its quota.',
    effect: 'The request fails; nothing was created or changed.',
    causes: [
      { text: 'Placement is down or failed.', evidence: 'The line with its answer above it.' },
      { text: 'The service user of [placement] may not ask for usages.', evidence: 'HTTP 403 in that line.' },
    ],
    checks: [
      { text: 'Whether Placement answers', command: 'openstack resource provider list' },
      { text: 'What Placement says', command: 'tail -n 200 /var/log/placement/placement-api.log' },
    ],
    changes: [{ text: 'Bring Placement back and repeat the request.' }],
    options: ['quota.count_usage_from_placement', 'quota.driver', 'placement.connect_retries'],
    links: [docs.quotas, docs.unifiedLimits],
    sample: 'nova.exception.UsagesRetrievalFailed: Failed to retrieve usages for project '
      + "'0f6c1f0e3b8e4d6c8e3f1a2b3c4d5e6f' and user 'N/A'.",
  },
  InvalidNodeConfiguration: {
    summary: 'The identity of the compute node, kept in the file compute_id, cannot be read, written or '
      + 'trusted.',
    effect: 'nova-compute does not start, or reports no resources; running guests go on.',
    causes: [
      { text: 'The file holds no UUID, or two files hold different ones.',
        evidence: '"Unable to parse UUID" or "does not match" in the reason.' },
      { text: 'The state directory cannot be written.', evidence: '"Unable to write uuid" in the reason.' },
      { text: 'The identity differs from that of the record of the node.',
        evidence: '"Attempt to overwrite node" in the reason.' },
    ],
    checks: [
      { text: 'The node identity', command: 'cat /var/lib/nova/compute_id' },
      { text: 'Nodes as Nova knows them', command: 'openstack hypervisor list --long' },
      { text: 'Owner and rights', command: 'ls -l /var/lib/nova' },
    ],
    changes: [
      { text: 'Restore the UUID that the record of the node has.',
        risk: 'A new identity for an old host orphans its instances and allocations.' },
    ],
    options: ['DEFAULT.state_path'],
    links: [docs.computeNodeIdentification],
    sample: 'nova.exception.InvalidNodeConfiguration: Invalid node identity configuration: Unable to parse '
      + 'UUID from /var/lib/nova/compute_id',
  },
} satisfies ExceptionNotes;
