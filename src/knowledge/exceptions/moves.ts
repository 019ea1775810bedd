// Explanations: records and states of migrations, requests to move, resize, evacuate or unshelve that are
// refused, services that are up, down or too old for it.

import { docs } from '../links';
import type { ExceptionNotes } from './note';

export const moves = {
  InvalidMigrationState: {
    summary: 'The live migration is not in a state in which it can be aborted or forced to complete.',
    effect: 'The request is refused with 400; the migration goes on as it was.',
    causes: [
      { text: 'The migration is over, or ends just now.',
        evidence: 'The state in the text: completed, error.' },
      { text: 'The migration still waits or is prepared; only one that runs can be forced to complete.',
        evidence: 'The state in the text: queued, preparing.' },
    ],
    checks: [
      { text: 'Migrations of the instance', command: 'openstack server migration list --server <instance>' },
    ],
    changes: [
      { text: 'Repeat the request while the migration runs; one that waits can be aborted from compute API '
          + '2.65 on.' },
    ],
    options: [],
    sample: 'nova.exception.InvalidMigrationState: Migration 12 state of instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 is completed. Cannot abort live migration while the '
      + 'migration is in this state.',
  },
  MigrationNotFoundByStatus: {
    summary: 'The instance has no migration record of the status that the operation needs.',
    effect: 'A confirm or revert is refused with 400 ("Instance has not been resized."). Elsewhere Nova '
      + 'expects it and goes on.',
    causes: [
      { text: 'The resize was confirmed or reverted already, by a user or by the periodic task.',
        evidence: 'The action list of the instance.' },
      { text: 'The resize ended in an error, and its record says error.' },
    ],
    checks: [
      { text: 'Migrations of the instance', command: 'openstack server migration list --server <instance>' },
      { text: 'What was asked of it', command: 'openstack server event list <instance>' },
    ],
    changes: [{ text: 'None when it is done already.' }],
    options: [],
    links: [docs.resize],
    sample: 'nova.exception.MigrationNotFoundByStatus: Migration not found for instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 with status finished.',
  },
  MigrationNotFoundForInstance: {
    summary: 'The migration id of the request does not belong to this instance.',
    effect: 'The request is refused; no migration is touched.',
    causes: [{ text: 'The id is that of another instance, or the record was purged.' }],
    checks: [
      { text: 'Migrations of the instance', command: 'openstack server migration list --server <instance>' },
    ],
    changes: [{ text: 'Name the id that the list shows.' }],
    options: [],
    sample: 'nova.exception.MigrationNotFoundForInstance: Migration 12 not found for instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  NoActiveMigrationForInstance: {
    summary: 'The source host runs no live migration of the instance that could be forced to complete.',
    effect: 'The forcing fails and a fault is recorded; the instance is not touched.',
    causes: [
      { text: 'The migration ended between the check in the API and the call to the host.' },
      { text: 'nova-compute on the source was restarted while libvirt went on with the migration.',
        evidence: 'A start of that service since the migration began.' },
    ],
    checks: [
      { text: 'Migrations of the instance', command: 'openstack server migration list --server <instance>' },
      { text: 'Where the guest runs', command: 'virsh list --all --uuid --name' },
    ],
    changes: [{ text: 'None when the migration is over.' }],
    options: [],
    sample: 'nova.exception.NoActiveMigrationForInstance: Active live migration for instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 not found',
  },
  LiveMigrationNotSubmitted: {
    summary: 'The source host did not take up the live migration, because its nova-compute is shutting down.',
    effect: 'The guest goes on at the source. The migration goes to error; the instance may keep the '
      + 'task_state `migrating`.',
    causes: [
      { text: 'nova-compute was stopped or restarted while migrations waited for their turn.',
        evidence: '"failed to submit as the compute service is shutting down" above it.' },
    ],
    checks: [
      { text: 'Migrations of the instance', command: 'openstack server migration list --server <instance>' },
      { text: 'Whether the host is up', command: 'openstack compute service list --service nova-compute' },
    ],
    changes: [{ text: 'Migrate again once nova-compute is up.' }],
    options: [],
    sample: 'nova.exception.LiveMigrationNotSubmitted: Failed to submit live migration '
      + '3f2c0b8a-73a0-4a0f-8c33-0c5a6e2f8d21 for instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 for '
      + 'processing.',
  },
  MigrationSchedulerRPCError: {
    summary: 'The scheduler failed with an exception of its own while it looked for a destination.',
    effect: 'The live migration is given up before it begins: the instance keeps its state and its host, the '
      + 'migration goes to error.',
    causes: [
      { text: 'An exception in nova-scheduler.', evidence: 'The reason carries its class and its stack.' },
    ],
    checks: [
      { text: 'What the scheduler says', command: 'tail -n 200 /var/log/nova/nova-scheduler.log' },
    ],
    changes: [{ text: 'Cure the exception of the scheduler, or name the destination host.' }],
    options: [],
    links: [docs.scheduling],
    sample: 'nova.exception.MigrationSchedulerRPCError: Migration select destinations error: Remote error: '
      + 'DBConnectionError',
  },
  CannotResizeDisk: {
    summary: 'The disk of the instance cannot become what the new flavor says.',
    effect: 'The API refuses the resize with 400; the instance is not touched.',
    causes: [
      { text: 'The new flavor has a root disk of 0, and the instance does not boot from a volume.',
        evidence: '"Resize to zero disk flavor is not allowed."' },
      { text: 'The driver of another hypervisor cannot shrink the disk.' },
    ],
    checks: [{ text: 'Disk of the flavor', command: 'openstack flavor show <flavor> -c disk' }],
    changes: [{ text: 'Choose a flavor with a root disk that is not smaller.' }],
    options: [],
    links: [docs.resize],
    sample: 'nova.exception.CannotResizeDisk: Server disk was unable to be resized because: Resize to zero '
      + 'disk flavor is not allowed.',
  },
  CannotResizeToSameFlavor: {
    summary: 'The request asks for a resize to the flavor that the instance has already.',
    effect: 'The API refuses the resize with 400; the instance is not touched.',
    causes: [
      { text: 'The flavor of the request is the present one.' },
      { text: 'Extra specs of the flavor were changed: an instance keeps those that it was made with.',
        evidence: 'The flavor shows other properties than the instance.' },
    ],
    checks: [
      { text: 'Flavor of the instance', command: 'openstack server show <instance> -c flavor' },
    ],
    changes: [{ text: 'Make a new flavor and resize to that.' }],
    options: [],
    links: [docs.resize],
    sample: 'nova.exception.CannotResizeToSameFlavor: When resizing, instances must change flavor!',
  },
  CannotMigrateToSameHost: {
    summary: 'The cold migration names the host on which the instance is.',
    effect: 'The API refuses the request with 400; the instance is not touched.',
    causes: [{ text: 'The host of the request is the present one.' }],
    checks: [
      { text: 'Host of the instance', command: 'openstack server show <instance> -c OS-EXT-SRV-ATTR:host' },
    ],
    changes: [{ text: 'Name another host, or none.' }],
    options: [],
    sample: 'nova.exception.CannotMigrateToSameHost: Cannot migrate to the host where the server exists.',
  },
  ComputeServiceInUse: {
    summary: 'An evacuation was asked for while nova-compute of the host is taken for up.',
    effect: 'The request is refused with 400; the instance is not touched.',
    causes: [
      { text: 'The host failed less than `service_down_time` ago: its last report is still fresh.' },
      { text: 'nova-compute of the host is up indeed; only its guests or its storage are not.' },
    ],
    checks: [
      { text: 'State of the service', command: 'openstack compute service list --host <host>' },
    ],
    changes: [
      { text: 'Make sure that the host is off or fenced; then wait, or force the service down.',
        risk: 'A guest that still runs on the old host and is started anew on another one destroys its '
          + 'disk.' },
    ],
    options: ['DEFAULT.service_down_time', 'DEFAULT.report_interval'],
    links: [docs.evacuate, docs.nodeDown],
    sample: 'nova.exception.ComputeServiceInUse: Compute service of cmp7 is still in use.',
  },
  ServiceUnavailable: {
    summary: 'A service that the request needs is taken for down: nova-compute of the source host, mostly.',
    effect: 'The request is refused with 409; the instance is not touched.',
    causes: [
      { text: 'nova-compute of the host of the instance does not report.',
        evidence: 'Resize, migrate, confirm, revert or detach of a volume was asked for.' },
      { text: 'Another service cannot be found or asked.',
        evidence: 'The text names it: "The ... service is unavailable".' },
    ],
    checks: [
      { text: 'State of the service', command: 'openstack compute service list --service nova-compute' },
    ],
    changes: [{ text: 'Bring nova-compute of that host back and repeat the request.' }],
    options: ['DEFAULT.service_down_time', 'DEFAULT.report_interval'],
    links: [docs.nodeDown],
    sample: 'nova.exception.ServiceUnavailable: Service is unavailable at this time.',
  },
  UnshelveException: {
    summary: 'The image of a shelved instance that was offloaded is not there any more.',
    effect: 'The instance goes to ERROR and stays offloaded: it has no host.',
    causes: [
      { text: 'The image that shelving had made was deleted in Glance.',
        evidence: 'The reason names its id.' },
    ],
    checks: [
      { text: 'Whether it exists, as an administrator', command: 'openstack image show <image>' },
    ],
    changes: [
      { text: 'Restore the image under the same id from a backup.',
        risk: 'The image holds the root disk: without it the data of the instance are lost.' },
    ],
    options: [],
    sample: 'nova.exception.UnshelveException: Error during unshelve instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5: Unshelve attempted but the image '
      + '2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50 cannot be found.',
  },
  TooOldComputeService: {
    summary: 'The database holds a record of a nova-compute that is older than this release supports.',
    effect: 'The service does not start.',
    causes: [
      { text: 'A host was left out of an upgrade, or upgrades skipped a release.' },
      { text: 'The record is of a host that no longer exists.' },
    ],
    checks: [
      { text: 'Services and their last report', command: 'openstack compute service list --long' },
      { text: 'Readiness', command: 'nova-status upgrade check' },
    ],
    changes: [{ text: 'Upgrade that host, or delete records of hosts that no longer exist.' }],
    options: ['upgrade_levels.compute'],
    links: [docs.upgrades],
    sample: 'nova.exception.TooOldComputeService: Current Nova version does not support computes older than '
      + 'Yoga but the minimum compute service level in your system is 57 and the oldest supported service '
      + 'level is 61.',
  },
  DBNotAllowed: {
    summary: 'nova-compute, or a service that may not either, reached for the database.',
    effect: 'What it was about is not done; where that is its start, the service does not run.',
    causes: [
      { text: '[api_database] connection is set for nova-compute: it then asks all cells for their versions.',
        evidence: 'A line before says that the service is configured for access to the API database.' },
      { text: 'A driver, a hook or a change of one’s own reads the database where only the conductor may.',
        evidence: 'The traceback names code that is not Nova’s.' },
    ],
    checks: [
      { text: 'Whether it knows the API database',
        command: 'grep -n -A5 "^\\[api_database\\]" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Take connection out of [api_database] on hosts with nova-compute; else correct the code '
      + 'that the traceback names.' }],
    options: ['api_database.connection'],
    links: [docs.cells],
    sample: 'nova.exception.DBNotAllowed: nova-compute attempted direct database access which is not allowed by '
      + 'policy',
  },
} satisfies ExceptionNotes;
