// Log statements in which a service names the host that it runs on, as nova.conf's `host` has it. Of lines
// that name other hosts there are many more: only statements that are passed the service's own stand here.

export interface OwnHostSpec {
  readonly logger: string;
  /** The template as the source has it; the placeholder `host` holds the name. */
  readonly text: string;
  readonly sample: string;
}

export const ownHosts: readonly OwnHostSpec[] = [
  // ResourceTracker._update_available_resource, Juno and Kilo: a tuple of host and node
  { logger: 'nova.compute.resource_tracker', text: "Compute_service record updated for ('%(host)s', '%(node)s')",
    sample: "Compute_service record updated for ('compute1', 'compute1.example.com')" },
  { logger: 'nova.compute.resource_tracker', text: 'Compute_service record updated for %(host)s:%(node)s',
    sample: 'Compute_service record updated for compute1:compute1.example.com' },
  // ResourceTracker._init_compute_node
  { logger: 'nova.compute.resource_tracker', text: 'Compute_service record created for %(host)s:%(node)s',
    sample: 'Compute_service record created for compute1:compute1.example.com' },
  { logger: 'nova.compute.resource_tracker',
    text: 'Compute node record created for %(host)s:%(node)s with uuid: %(uuid)s',
    sample: 'Compute node record created for compute1:compute1.example.com with uuid: '
      + '2a9d8a06-0a4b-43f0-9c1f-8b0a5f8a2b3c' },
  // ResourceTracker.update_available_resource, from Ocata on
  { logger: 'nova.compute.resource_tracker',
    text: 'Auditing locally available compute resources for %(host)s (node: %(node)s)',
    sample: 'Auditing locally available compute resources for compute1 (node: compute1.example.com)' },
  // ComputeManager._instance_usage_audit
  { logger: 'nova.compute.manager',
    text: 'Running instance usage audit for host %(host)s from %(begin_time)s to %(end_time)s. %(number_instances)s'
      + ' instances.',
    sample: 'Running instance usage audit for host compute1 from 2024-05-06 09:00:00 to 2024-05-06 10:00:00.'
      + ' 3 instances.' },
];
