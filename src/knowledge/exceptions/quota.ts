// Explanations: quotas of Nova, Cinder and Neutron, limits of a request.

import { docs } from '../links';
import type { ExceptionNotes } from './note';

export const quota = {
  TooManyInstances: {
    summary: 'The project would exceed its quota of instances, cores or memory.',
    effect: 'In the API the request is refused with 403. When the recheck in the conductor finds it, '
      + 'instances that were just scheduled go to ERROR and their allocations are removed.',
    causes: [
      { text: 'The quota is used up, often by instances in ERROR or soft-deleted ones.',
        evidence: 'The message names the resource, what was asked for and what is used.' },
      { text: 'Several requests ran at the same time and together exceed the quota.',
        evidence: 'It is raised in nova-conductor.' },
    ],
    checks: [
      { text: 'Quota and use', command: 'openstack quota show --compute --usage <project>' },
      { text: 'Instances that count',
        command: 'openstack server list --project <project> --all-projects --long' },
    ],
    changes: [
      { text: 'Delete instances that nobody uses, or raise the quota of the project.' },
      { text: 'Turn `recheck_quota` off only where requests at the same moment may exceed a quota.',
        risk: 'Projects can then get more than their quota.' },
    ],
    options: [
      'quota.instances', 'quota.cores', 'quota.ram', 'quota.recheck_quota', 'quota.driver',
      'quota.count_usage_from_placement',
    ],
    links: [docs.quotas, docs.unifiedLimits],
    sample: 'nova.exception.TooManyInstances: Quota exceeded for cores: Requested 8, but already used 20 of '
      + '20 cores',
  },
  OverQuota: {
    summary: 'A quota is used up; the message names the resources.',
    effect: 'In the API the request is refused. In block device mapping it comes from Cinder and aborts the '
      + 'build: no other host is tried and the instance goes to ERROR.',
    causes: [
      { text: 'The project has no volumes, gigabytes or snapshots left in Cinder.',
        evidence: '"Failed to create block device for instance due to ... quota" before it.' },
      { text: 'A quota of Nova is used up.', evidence: 'It is raised in nova-api.' },
    ],
    checks: [
      { text: 'Quota and use of volumes', command: 'openstack quota show --volume --usage <project>' },
      { text: 'Quota and use of Nova', command: 'openstack quota show --compute --usage <project>' },
    ],
    changes: [{ text: 'Delete volumes that nobody uses, or raise the quota in the service that refused.' }],
    options: ['quota.driver', 'quota.recheck_quota'],
    links: [docs.quotas],
    sample: 'nova.exception.OverQuota: Quota exceeded for resources: VolumeSizeExceedsAvailableQuota: '
      + 'Requested volume or snapshot exceeds allowed gigabytes quota.',
  },
  VolumeLimitExceeded: {
    summary: 'The project has no volume quota left in Cinder.',
    effect: 'The build is aborted in block device mapping: no other host is tried and the instance goes to '
      + 'ERROR.',
    causes: [
      { text: 'Volumes, gigabytes or the quota of the volume type are used up.',
        evidence: '"Failed to create block device for instance due to being over volume resource quota" '
          + 'before it.' },
    ],
    checks: [
      { text: 'Quota and use', command: 'openstack quota show --volume --usage <project>' },
      { text: 'Volumes that nothing uses',
        command: 'openstack volume list --project <project> --status available' },
    ],
    changes: [{ text: 'Delete volumes that nobody uses, or raise the quota in Cinder.' }],
    options: [],
    sample: 'nova.exception.VolumeLimitExceeded: Volume resource quota exceeded',
  },
  PortLimitExceeded: {
    summary: 'The project has no port quota left in Neutron.',
    effect: 'In the API the request is refused. While networks are allocated the build is rescheduled, and '
      + 'fails on each host alike.',
    causes: [
      { text: 'The quota is used up, often by ports without instance.',
        evidence: '"Neutron error: Port quota exceeded in tenant" before it.' },
    ],
    checks: [
      { text: 'Quota and use', command: 'openstack quota show --network --usage <project>' },
      { text: 'Ports of the project', command: 'openstack port list --project <project> --long' },
    ],
    changes: [{ text: 'Delete ports that nothing uses, or raise the quota in Neutron.' }],
    options: ['DEFAULT.network_allocate_retries'],
    sample: 'nova.exception.PortLimitExceeded: Maximum number of ports exceeded',
  },
  FixedIpLimitExceeded: {
    summary: 'The project has no quota of fixed addresses left in nova-network.',
    effect: 'The build is aborted: no other host is tried and the instance goes to ERROR.',
    causes: [{ text: 'The quota is used up, or addresses were not given back.' }],
    checks: [{ text: 'Quota of the project', command: 'openstack quota show <project>' }],
    changes: [{ text: 'Raise `fixed_ips`; nova-network itself is gone since Ussuri.' }],
    options: ['quota.fixed_ips', 'DEFAULT.quota_fixed_ips'],
    sample: 'nova.exception.FixedIpLimitExceeded: Maximum number of fixed IPs exceeded',
  },
  MetadataLimitExceeded: {
    summary: 'The request carries more metadata items than allowed.',
    effect: 'The API refuses the request; nothing was created or changed.',
    causes: [{ text: 'More items than the quota, counting those the instance has.' }],
    checks: [{ text: 'Quota', command: 'openstack quota show --compute <project>' }],
    changes: [{ text: 'Send fewer items, or raise the quota.' }],
    options: ['quota.metadata_items'],
    links: [docs.quotas],
    sample: 'nova.exception.MetadataLimitExceeded: Maximum number of metadata items exceeds 128',
  },
  OnsetFileLimitExceeded: {
    summary: 'The request injects more files than allowed.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'More files than the quota.' }],
    checks: [{ text: 'Quota', command: 'openstack quota show --compute <project>' }],
    changes: [{ text: 'Use user data instead of injected files.' }],
    options: ['quota.injected_files'],
    links: [docs.quotas],
    sample: 'nova.exception.OnsetFileLimitExceeded: Personality file limit exceeded',
  },
  OnsetFileContentLimitExceeded: {
    summary: 'An injected file is larger than allowed.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The file exceeds the quota.' }],
    checks: [{ text: 'Quota', command: 'openstack quota show --compute <project>' }],
    changes: [{ text: 'Use user data instead of injected files.' }],
    options: ['quota.injected_file_content_bytes'],
    links: [docs.quotas],
    sample: 'nova.exception.OnsetFileContentLimitExceeded: Personality file content exceeds maximum 10240',
  },
  OnsetFilePathLimitExceeded: {
    summary: 'The path of an injected file is longer than allowed.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The path exceeds the quota.' }],
    checks: [{ text: 'Quota', command: 'openstack quota show --compute <project>' }],
    changes: [{ text: 'Use user data instead of injected files.' }],
    options: ['quota.injected_file_path_length'],
    links: [docs.quotas],
    sample: 'nova.exception.OnsetFilePathLimitExceeded: Personality file path exceeds maximum 255',
  },
  KeypairLimitExceeded: {
    summary: 'The user has no quota of key pairs left.',
    effect: 'The API refuses the request.',
    causes: [{ text: 'Key pairs are counted per user over all projects.' }],
    checks: [{ text: 'Key pairs of the user', command: 'openstack keypair list --user <user>' }],
    changes: [{ text: 'Delete key pairs that nobody uses, or raise the quota.' }],
    options: ['quota.key_pairs'],
    links: [docs.quotas],
    sample: 'nova.exception.KeypairLimitExceeded: Quota exceeded, too many key pairs.',
  },
  ProjectOverLimit: {
    summary: 'The project would exceed a limit that is kept in Keystone (unified limits).',
    effect: 'In the API the request is refused. In the recheck of the conductor the instance goes to ERROR.',
    causes: [
      { text: 'The limit is used up.', evidence: 'The message names the resource and the figures.' },
      { text: 'No limit is registered for a resource, so that it counts as zero.',
        evidence: 'The limit in the message is 0.' },
    ],
    checks: [
      { text: 'Registered limits', command: 'openstack registered limit list --service nova' },
      { text: 'Limits of the project', command: 'openstack limit list --project <project>' },
    ],
    changes: [{ text: 'Register the limit, or raise that of the project.' }],
    options: [
      'quota.driver', 'quota.unified_limits_resource_strategy', 'quota.unified_limits_resource_list',
      'oslo_limit.endpoint_id',
    ],
    links: [docs.unifiedLimits],
    sample: 'oslo_limit.exception.ProjectOverLimit: Project f19126d9035d4209b363386e8e267129 is over a '
      + 'limit for [Resource class:VCPU is over limit of 20 due to current usage 20 and delta 4]',
  },
} satisfies ExceptionNotes;
