// What nova-compute and its API say: builds, power states, periodic work, start-up, moves, deletion.
// Each row: a statement of the source, what it means, and whether it needs care.

import type { StatementNote } from './note';

export const computeStatements: readonly StatementNote[] = [
  { text: 'Setting instance vm_state to ERROR',
    meaning: 'An operation failed in a way that nova-compute does not handle, while deleting or '
      + 'changing the instance; its vm_state becomes ERROR. The traceback below names the cause.' },
  { text: [
      'Setting instance back to %(state)s after: %(error)s',
      'Setting instance back to ACTIVE after: %s',
    ],
    meaning: 'The operation failed in a way that leaves the instance as it was: it keeps its former '
      + 'state, and only the operation is lost.' },
  { text: 'Error: %s',
    meaning: 'The error for which a build is rescheduled or a resize is tried on another host, as a '
      + 'list of traceback lines; the decision stands in the lines that follow.' },
  { text: 'Instance failed to spawn',
    meaning: 'The hypervisor, the network or the image stopped the instance from starting; the '
      + 'exception behind or below says which. Nova cleans up and reschedules or aborts the build.' },
  { text: 'Could not clean up failed build, not rescheduling. Error: %s',
    meaning: 'After a failed build the clean-up of network or volumes failed as well. Nova gives the '
      + 'instance up rather than leave remains behind on two hosts.' },
  { text: [
      'No more fixed IP to be allocated',
      'No more network or fixed IP to be allocated',
    ],
    meaning: 'The subnets of the requested network have no address left. The build is aborted, because '
      + 'another host would find none either.' },
  { text: 'Failed to deallocate networks',
    meaning: 'Nova could not remove the ports of an instance that it gives up. Ports may remain in '
      + 'Neutron and hold addresses: look for ports with this instance as their device.' },
  { text: 'Cleaning up VIFs failed for instance. Error: %s',
    meaning: 'Unplugging the interfaces of an instance that failed to build did not work; a tap device '
      + 'or bridge may remain on this host.' },
  { text: 'Failed to update network info cache when cleaning up allocated networks. Stale VIFs may be '
      + 'left on this host.Error: %s',
    meaning: 'Nova did not learn from Neutron which interfaces a failed build had, so it cannot unplug '
      + 'them; tap devices may remain on this host.' },
  { text: 'Failed to deallocate network for instance. Error: %s',
    meaning: 'The ports of an instance that is being deleted could not be removed. The instance goes to '
      + 'ERROR; delete it again when Neutron answers.' },
  { text: 'Failed to deallocate network for instance; retrying. Error: %s',
    meaning: 'Neutron could not be reached while ports were being removed; Nova tries again, three '
      + 'times in all.' },
  { text: 'Failed to deallocate port %(port_id)s for instance. Error: %(error)s',
    meaning: 'The port of a failed interface attachment could not be removed and stays in Neutron; '
      + 'delete it by hand.' },
  { text: '%(fails)i consecutive build failures',
    meaning: 'Several builds in a row failed on this host. When the limit is reached the service '
      + 'disables itself, so that the scheduler stops choosing it.',
    options: ['compute.consecutive_build_service_disable_threshold'] },
  { text: 'Disabling service due to %(fails)i consecutive build failures',
    meaning: 'This host failed too many builds in a row and took itself out of scheduling. Cure the '
      + 'cause, then enable the compute service again.',
    options: ['compute.consecutive_build_service_disable_threshold'] },
  { text: 'Failure retrieving placement allocations',
    meaning: 'Placement did not tell the allocations of the instance that is being built; the build '
      + 'fails here.' },
  { text: 'During sync_power_state the instance has a pending task (%(task)s). Skip.',
    meaning: 'The periodic comparison of power states found an operation under way on the instance and '
      + 'left it alone.',
    benign: 'The operation that is under way will set the state itself.' },
  { text: 'During _sync_instance_power_state the DB power_state (%(db_power_state)s) does not match the '
      + 'vm_power_state from the hypervisor (%(vm_power_state)s). Updating power_state in the DB to '
      + 'match the hypervisor.',
    meaning: 'The hypervisor reports another power state than the database (1 running, 3 paused, 4 shut '
      + 'down); Nova corrects its own record. What follows depends on vm_state.' },
  { text: 'Instance shutdown by itself. Calling the stop API. Current vm_state: %(vm_state)s, current '
      + 'task_state: %(task_state)s, original DB power_state: %(db_power_state)s, current VM '
      + 'power_state: %(vm_power_state)s',
    meaning: 'The guest is off although Nova has it as running: it was shut down from inside, crashed, '
      + 'was killed (out of memory), or the host restarted. Nova records it as stopped.',
    options: ['DEFAULT.resume_guests_state_on_host_boot', 'DEFAULT.sync_power_state_interval'] },
  { text: 'Instance is not stopped. Calling the stop API. Current vm_state: %(vm_state)s, current '
      + 'task_state: %(task_state)s, original DB power_state: %(db_power_state)s, current VM '
      + 'power_state: %(vm_power_state)s',
    meaning: 'Nova has the instance as stopped but it runs: somebody started it past Nova, for example '
      + 'with virsh. Nova stops it again.',
    options: ['DEFAULT.sync_power_state_interval'] },
  { text: 'Instance is paused unexpectedly. Ignore.',
    meaning: 'The guest is paused although Nova has it as running. Common reasons are an I/O error on '
      + 'its disk (full or lost storage), a snapshot, or a live migration under way; Nova does nothing '
      + 'about it.' },
  { text: 'Instance is suspended unexpectedly. Calling the stop API.',
    meaning: 'The guest was suspended past Nova; Nova stops the instance so that its record agrees.' },
  { text: 'Instance is unexpectedly not found. Ignore.',
    meaning: 'The hypervisor does not know an instance that Nova has on this host: its domain is not '
      + 'defined. If it lasts, a hard reboot defines it anew.' },
  { text: 'Paused instance shutdown by itself. Calling the stop API.',
    meaning: 'A paused guest went off by itself; Nova records it as stopped.' },
  { text: 'Instance is not (soft-)deleted.',
    meaning: 'A deleted instance still runs on the hypervisor; the periodic clean-up deals with it.',
    options: ['DEFAULT.running_deleted_instance_action'] },
  { text: 'error during stop() in sync_power_state.',
    meaning: 'Nova wanted to stop an instance whose power state disagreed, and could not; the next '
      + 'round tries again.' },
  { text: 'While synchronizing instance power states, found %(num_db_instances)s instances in the '
      + 'database and %(num_vm_instances)s instances on the hypervisor.',
    meaning: 'The host runs more or fewer guests than Nova has recorded for it. Guests that were '
      + 'started without Nova, left over from an evacuation, or being moved just now are the usual '
      + 'difference.' },
  { text: 'Periodic sync_power_state task had an error while processing an instance.',
    meaning: 'Comparing the power state of one instance failed; the others are not affected. The '
      + 'traceback below names the cause.' },
  { text: 'Skipping _sync_power_states periodic task due to: %s',
    meaning: 'The hypervisor cannot be asked yet, so power states are compared in a later round.',
    benign: 'It only waits for the hypervisor.' },
  { text: 'VM %(state)s (Lifecycle Event)',
    meaning: 'The hypervisor reported that the guest started, paused, resumed or stopped. Nova compares '
      + 'this with what it expects.',
    benign: 'It reports what happened; the operation around it tells whether it was wanted.' },
  { text: 'Unexpected lifecycle event: %d',
    meaning: 'The hypervisor sent an event that Nova does not know; it is ignored.' },
  { text: [
      'Received unexpected event %(event)s for instance with vm_state %(vm_state)s and task_state '
        + '%(task_state)s.',
      'Received unexpected event %(event)s for instance',
    ],
    meaning: 'Neutron or Cinder reported something nobody waits for. With network-vif-plugged soon '
      + 'after a timeout it shows that the event came too late; otherwise it is mostly of no '
      + 'consequence.',
    options: ['DEFAULT.vif_plugging_timeout'] },
  { text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state '
      + '%(task_state)s. Event states are: %(event_states)s',
    meaning: 'The events that Neutron should have sent did not all come in time; the line says which '
      + 'are missing.',
    options: ['DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal'] },
  { text: 'Detected instance with name label \'%s\' which is marked as DELETED but still present on '
      + 'host.',
    meaning: 'A guest is still defined here although Nova has deleted its instance, for example because '
      + 'the host was down at that time. With the action `log` Nova only says so; remove it by hand or '
      + 'let `reap` do it.',
    options: ['DEFAULT.running_deleted_instance_action', 'DEFAULT.running_deleted_instance_poll_interval'] },
  { text: 'Destroying instance with name label \'%s\' which is marked as DELETED but still present on '
      + 'host.',
    meaning: 'The clean-up removes a guest whose instance was deleted while this host could not do it.',
    benign: 'This is the clean-up doing its work.' },
  { text: 'Powering off instance with name label \'%s\' which is marked as DELETED but still present on '
      + 'host.',
    meaning: 'A guest whose instance was deleted is switched off, as running_deleted_instance_action '
      + 'asks.',
    benign: 'This is the clean-up doing its work.' },
  { text: 'Failed to power off instance',
    meaning: 'A guest whose instance was deleted could not be switched off; the next round of the '
      + 'clean-up tries again.' },
  { text: 'Periodic cleanup failed to delete instance: %s',
    meaning: 'Removing a guest whose instance was deleted failed; the next round of the clean-up tries '
      + 'again.' },
  { text: 'Periodic reclaim failed to delete instance: %s',
    meaning: 'A soft-deleted instance was due for deletion and could not be deleted; the next round '
      + 'tries again.',
    options: ['DEFAULT.reclaim_instance_interval'] },
  { text: 'Error updating resources for node %(node)s.',
    meaning: 'The periodic report of this host\'s resources failed; its view in Nova and Placement '
      + 'grows old and the scheduler may choose wrongly or not at all. The exception behind it is the '
      + 'cause.' },
  { text: 'Error updating resources for node %s: %s',
    meaning: 'The report of this host\'s resources failed because of the configuration; the end of the '
      + 'line says what is wrong. Until it is corrected the scheduler works with old figures.' },
  { text: 'Error updating PCI resources for node %(node)s.',
    meaning: 'The PCI devices of this host could not be reported to Placement; the exception below '
      + 'names the device or the reason.',
    options: ['pci.device_spec', 'pci.report_in_placement'] },
  { text: 'ReshapeNeeded exception is unexpected here!',
    meaning: 'Moving inventory to another provider in Placement is allowed at start-up only, and was '
      + 'asked for later. Restart nova-compute.' },
  { text: 'Resource provider data migration failed fatally during startup for node %s.',
    meaning: 'Moving inventory and allocations to other providers in Placement failed, and nova-compute '
      + 'stops. The traceback says why.' },
  { text: 'Virt driver is not ready.',
    meaning: 'The hypervisor could not be asked in this round, so the resources are reported in a later '
      + 'one.' },
  { text: 'Virt driver is not ready. If this is the first time this service is starting on this host, '
      + 'then you can ignore this warning.',
    meaning: 'The hypervisor could not be asked when the service started.' },
  { text: 'No compute node record for host %s',
    meaning: 'Nova has no record of this compute node, neither from an earlier start nor from this one: '
      + 'creating it failed. Look for the error in the resource report above, often Placement or the '
      + 'database.' },
  { text: [
      'No compute node record found for host %s. If this is the first time this service is starting on '
        + 'this host, then you can ignore this warning.',
      'Compute node %s not found in the database. If this is the first time this service is starting on '
        + 'this host, then you can ignore this warning.',
      'Compute nodes %s for host %s were not found in the database. If this is the first time this '
        + 'service is starting on this host, then you can ignore this warning.',
    ],
    meaning: 'This host is not recorded as a compute node yet; the record is made in the course of the '
      + 'start. On a host that has served before it means that its name changed or its record was '
      + 'deleted.' },
  { text: 'No compute node record for %(host)s:%(node)s',
    meaning: 'There is no record of this node yet, and the resource tracker makes one.',
    benign: 'It belongs to the first start of a host; on a host that was in service before, check '
      + 'whether its name changed.' },
  { text: 'Compute node record created for %(host)s:%(node)s with uuid: %(uuid)s',
    meaning: 'The resource tracker made the record of a new compute node.',
    benign: 'This is the first start of a host.' },
  { text: 'Compute node \'%s\' not found in update_available_resource.',
    meaning: 'A node went away while its resources were being updated; with Ironic another service took '
      + 'it over.' },
  { text: [
      'Could not retrieve compute node resource provider %s and therefore unable to error out any '
        + 'instances stuck in BUILDING state. Error: %s',
      'Could not retrieve compute node resource provider %s and therefore unable to error out any '
        + 'instances stuck in BUILDING state.',
    ],
    meaning: 'At start-up Placement did not tell who holds resources on this host, so builds that an '
      + 'earlier stop interrupted cannot be recognised; they stay in BUILD until they are deleted.' },
  { text: 'Looking for unclaimed instances stuck in BUILDING status for nodes managed by this host',
    meaning: 'At start-up nova-compute looks for builds that were interrupted when it stopped, to set '
      + 'them to ERROR.',
    benign: 'This belongs to every start.' },
  { text: 'Compute node %s not found in the database and therefore unable to error out any instances '
      + 'stuck in BUILDING state on this node. If this is the first time this service is starting on '
      + 'this host, then you can ignore this warning.',
    meaning: 'At start-up interrupted builds cannot be looked for, because this node has no record yet.' },
  { text: 'Found orphan compute node %(id)s hypervisor host is %(hh)s, nodes are %(nodes)s. We are not '
      + 'deleting this as the driver says this node has not been deleted.',
    meaning: 'The database has a compute node for this service that the hypervisor does not report now, '
      + 'and that may come back; it is kept.' },
  { text: [
      'Deleting orphan compute node %(id)s hypervisor host is %(hh)s, nodes are %(nodes)s',
      'Deleting orphan compute node %s',
    ],
    meaning: 'The database has a compute node for this service that the hypervisor no longer reports, '
      + 'so its record and its provider in Placement are deleted. With libvirt this follows a change of '
      + 'the host\'s name, and may lose the allocations of running instances.' },
  { text: 'Multiple nodes found in the database for host %s; unable to persist local node identity '
      + 'automatically',
    meaning: 'Several compute nodes are recorded for this host, so Nova cannot tell which identity to '
      + 'keep in its state directory. Write the right UUID there by hand.' },
  { text: 'Skipping removal of allocations for deleted instances: %s',
    meaning: 'Placement did not tell the allocations on this host, so those of deleted instances are '
      + 'not removed in this round.' },
  { text: 'Instance %s is not being actively managed by this compute host but has allocations '
      + 'referencing this compute host: %s. Skipping heal of allocation because we do not know what to '
      + 'do.',
    meaning: 'Placement holds an allocation on this host for an instance that this service does not '
      + 'count as its own. When it lasts for an instance at rest, the allocation may be left over from '
      + 'a failed move.' },
  { text: 'Instance %s has been moved to another host %s(%s). There are allocations remaining against '
      + 'the source host that might need to be removed: %s.',
    meaning: 'The instance left this host but Placement still counts its resources here. While a resize '
      + 'waits for confirmation this is right; otherwise the host looks fuller than it is until the '
      + 'allocation is removed.' },
  { text: 'Instance %(uuid)s has allocations against this compute host but is not found in the database.',
    meaning: 'Placement holds an allocation here for an instance the database of this cell does not '
      + 'have: it is being created just now, or it was deleted and archived.' },
  { text: 'ComputeNode %(name)s moving from %(old)s to %(new)s',
    meaning: 'The compute node changed hands between services. With Ironic that is balancing; with '
      + 'libvirt the `host` option changed, which is not allowed while instances exist.',
    options: ['DEFAULT.host'] },
  { text: [
      'Host field should not be set on the instance until resources have been claimed.',
      'Node field should not be set on the instance until resources have been claimed.',
    ],
    meaning: 'The instance already carries a host when its resources are claimed, mostly because an '
      + 'earlier attempt left it; the claim goes on and sets it anew.',
    benign: 'It is a sanity check; the claim is not affected.' },
  { text: [
      'Claim successful',
      'Claim successful on node %s',
    ],
    meaning: 'This host has reserved CPU, memory and disk for the instance.',
    benign: 'This is a step of every build and move.' },
  { text: 'Failed to claim: %s',
    meaning: 'This host has not enough of something that only it can judge (NUMA cells, PCI devices, '
      + 'limits of the scheduler); the operation goes to another host.' },
  { text: 'Detected running orphan instance: %(uuid)s (consuming %(memory_mb)s MB memory)',
    meaning: 'A guest runs here that Nova does not have on this host; its memory is counted as used. It '
      + 'is left over from a failed move, or was never Nova\'s.' },
  { text: 'Flavor could not be found, skipping migration.',
    meaning: 'A resize is recorded whose flavor no longer exists, so its resources are not counted.' },
  { text: 'Instance not resizing, skipping migration.',
    meaning: 'A migration is recorded as under way for an instance that is not being moved; its '
      + 'resources are not counted.' },
  { text: 'Current instance migration %(im)s doesn\'t match migration %(m)s, marking migration as '
      + 'error. This can occur if a previous migration for this instance did not complete.',
    meaning: 'An older migration of this instance never finished; its record is closed as failed, so '
      + 'that it no longer holds resources.' },
  { text: 'Unable to find services table record for nova-compute host %s',
    meaning: 'The record of this compute service is gone from the database, so whether it is disabled '
      + 'cannot be told to Placement. Restart nova-compute, or stop it if the host was removed on '
      + 'purpose.' },
  { text: 'Provider \'%(uuid_or_name)s\' specified in provider config file \'%(source_file)s\' does not '
      + 'exist in the ProviderTree and will be ignored.',
    meaning: 'A file with additional inventory names a provider that this host does not have; its '
      + 'entries have no effect.',
    options: ['compute.provider_config_location'] },
  { text: 'No provider configs found in %s. If files are present, ensure the Nova process has access.',
    meaning: 'No files with additional inventory exist for this host.',
    benign: 'The files are optional.' },
  { text: 'Instance %(uuid)s appears to not be owned by this host, but by %(host)s. Startup processing '
      + 'is being skipped.',
    meaning: 'A guest of another host\'s instance is defined here: it was evacuated or moved while this '
      + 'service was down. Nova leaves it out of its start-up work.' },
  { text: [
      'Instance in transitional state (%(task_state)s) at start-up and power state is '
        + '(%(power_state)s), clearing task state',
      'Instance in transitional state (%(task_state)s) at start-up and power state is '
        + '(%(power_state)s), clearing task state and unpausing the instance',
    ],
    meaning: 'The service stopped in the middle of a reboot, pause or unpause, and the guest runs: Nova '
      + 'drops the task and takes the instance as active.' },
  { text: 'Service started deleting the instance during the previous run, but did not finish. '
      + 'Restarting the deletion now.',
    meaning: 'A deletion was interrupted when the service stopped, and is taken up again.',
    benign: 'The interrupted deletion is completed.' },
  { text: 'Failed to complete a deletion',
    meaning: 'A deletion that an earlier stop of the service interrupted failed again; the instance '
      + 'goes to ERROR and must be deleted once more.' },
  { text: 'Failed to revert crashed migration',
    meaning: 'The service stopped in the middle of a resize or migration, and going back to the former '
      + 'state failed; the instance needs care, often a hard reboot.' },
  { text: [
      'Virtual interface plugging failed for instance. The port binding:host_id may need to be manually '
        + 'updated.',
      'Vifs plug failed',
    ],
    meaning: 'At start-up an interface of an existing instance could not be plugged, and the instance '
      + 'goes to ERROR. Its port is bound to another host or not bound at all; look at binding_host_id '
      + 'and binding_vif_type.' },
  { text: 'Virtual interface plugging failed for instance. Probably the vnic_type of the bound port has '
      + 'been changed. Nova does not support such change.',
    meaning: 'At start-up an interface could not be plugged, because the type of its port was changed '
      + 'in Neutron while it was in use. Set the former type again.' },
  { text: 'Failed to resume instance',
    meaning: 'A guest that ran before the host went down could not be started again when the service '
      + 'came up; the instance goes to ERROR.',
    options: ['DEFAULT.resume_guests_state_on_host_boot'] },
  { text: 'Rebooting instance after nova-compute restart.',
    meaning: 'The guest ran before the host went down, and is started again because '
      + 'resume_guests_state_on_host_boot asks for it.',
    benign: 'It restores what ran before.',
    options: ['DEFAULT.resume_guests_state_on_host_boot'] },
  { text: [
      'Cleaning up allocations of the instance as it has been evacuated from this host',
      'Destroying instance as it has been evacuated from this host but still exists in the hypervisor',
      'Deleting instance as it has been evacuated from this host',
    ],
    meaning: 'This host came back after its instances had been evacuated; the old guest and its '
      + 'resources are removed here. The instance itself runs elsewhere.',
    benign: 'The copy that runs elsewhere is not touched.' },
  { text: [
      'Failed to clean allocation of evacuated instance on the source node %s',
      'Failed to clean allocation of evacuated instance as the source node %s is not found',
      'Failed to clean allocation of evacuated instance on the %s node %s',
    ],
    meaning: 'The instance was evacuated, but Placement still counts its resources on the host it came '
      + 'from; remove that allocation, or the host looks fuller than it is.' },
  { text: 'Reboot failed but instance is running',
    meaning: 'The reboot went wrong, but the guest runs and stays ACTIVE; the fault of the instance '
      + 'holds the reason.' },
  { text: 'Cannot reboot instance: %s',
    meaning: 'The reboot failed and the guest does not run; the instance goes to ERROR. A hard reboot, '
      + 'once the cause is cured, brings it back.' },
  { text: 'trying to reboot a non-running instance: (state: %(state)s expected: %(running)s)',
    meaning: 'A reboot was asked for an instance that is not running; Nova starts it.',
    benign: 'The reboot goes on and starts the guest.' },
  { text: 'Task possibly preempted: %s',
    meaning: 'Another operation changed the instance meanwhile, often its deletion; this one gives way '
      + 'and leaves the state as it is.',
    benign: 'Two operations met, and the later one goes on.' },
  { text: 'Successfully reverted task state from %s on failure for instance.',
    meaning: 'The operation failed, and its task_state was taken back so that the instance can be used '
      + 'again. The cause stands above.' },
  { text: 'Failed to revert task state for instance. Error: %s',
    meaning: 'The operation failed, and its task_state could not be taken back either; the instance '
      + 'looks busy until the state is reset.' },
  { text: 'Instance disappeared during terminate',
    meaning: 'The instance was already gone when it was to be deleted, for example deleted twice.',
    benign: 'Nothing is left to be done.' },
  { text: 'Instance disappeared during reboot',
    meaning: 'The instance was deleted while it was being rebooted.',
    benign: 'The deletion wins.' },
  { text: 'Instance disappeared during build.',
    meaning: 'The instance was deleted while it was being built.',
    benign: 'The deletion wins.' },
  { text: 'Info cache for instance could not be found. Ignore.',
    meaning: 'The network record of the instance was already gone when it was deleted.',
    benign: 'It would have been deleted anyway.' },
  { text: 'Ignoring EndpointNotFound for volume %(volume_id)s: %(exc)s',
    meaning: 'While an instance was deleted, Cinder was not found in the service catalogue; the volume '
      + 'stays attached in Cinder.' },
  { text: [
      'Ignoring unknown cinder exception for volume %(volume_id)s: %(exc)s',
      'Ignoring unknown exception for volume %(volume_id)s: %(exc)s',
    ],
    meaning: 'While an instance was deleted, detaching one of its volumes failed. The deletion goes on; '
      + 'the volume may stay `in-use` or `detaching` in Cinder and need its attachment removed.' },
  { text: 'Failed to delete volume: %(volume_id)s due to %(exc)s',
    meaning: 'A volume that should go with its instance could not be deleted and stays in Cinder.' },
  { text: 'Terminating instance',
    meaning: 'The deletion of the instance begins on its host.',
    benign: 'This is a step of every deletion.' },
  { text: 'Instance is already powered off in the hypervisor when stop is called.',
    meaning: 'A stop was asked for a guest that was already off.',
    benign: 'Nothing is left to be done.' },
  { text: [
      'Migration %s is not found during confirmation',
      'Migration %s is already confirmed',
      'Instance is not found during confirmation',
    ],
    meaning: 'A resize was to be confirmed that is already confirmed or whose instance is gone.',
    benign: 'Another request was quicker.' },
  { text: 'Setting migration %(migration_id)s to error: %(reason)s',
    meaning: 'A resize that was due for automatic confirmation cannot be confirmed, because its '
      + 'instance is gone or in another state; its record is closed as failed.',
    options: ['DEFAULT.resize_confirm_window'] },
  { text: 'Automatically confirming migration %(migration_id)s for instance %(instance_uuid)s',
    meaning: 'A resize waited longer than resize_confirm_window and is confirmed by Nova.',
    benign: 'It was configured so.',
    options: ['DEFAULT.resize_confirm_window'] },
  { text: 'Confirm resize failed on source host %s. Resource allocations in the placement service will '
      + 'be removed regardless because the instance is now on the destination host %s. You can try hard '
      + 'rebooting the instance to correct its state.',
    meaning: 'Cleaning up the host that the instance left failed after a resize; the instance itself is '
      + 'on its new host. Files, volumes or ports may remain on the old one.' },
  { text: 'Migration %s is not found.',
    meaning: 'A migration whose files should be cleaned up is no longer recorded.' },
  { text: 'Live migration failed.',
    meaning: 'The live migration failed on the source host and the instance goes to ERROR if it was too '
      + 'late to go back; the exception above or below is the cause.' },
  { text: 'Pre live migration failed at %s',
    meaning: 'The destination could not prepare for the guest (volumes, network, files); the guest '
      + 'stays where it is. The cause stands in the log of that host as well.' },
  { text: [
      'Failed waiting for network virtual interfaces to be plugged on the destination host %s.',
      'Timed out waiting for events: %s',
      'Timed out waiting for events: %(events)s. If these timeouts are a persistent issue it could mean '
        + 'the networking backend on host %(dest)s does not support sending these events unless there '
        + 'are port binding host changes which does not happen at this point in the live migration '
        + 'process. You may need to disable the live_migration_wait_for_vif_plug option on host '
        + '%(dest)s.',
    ],
    meaning: 'Neutron did not report the ports as plugged on the destination before the guest moves. '
      + 'Some network backends never do at this stage.',
    options: ['compute.live_migration_wait_for_vif_plug', 'DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal'] },
  { text: [
      'Post live migration at destination %s failed',
      'Unexpected error during post live migration at destination host.',
    ],
    meaning: 'The guest has moved, but the work after it failed on the destination (network, volumes, '
      + 'database). The instance runs there while Nova may still have it in the wrong place or state.' },
  { text: [
      'Network cleanup failed for source host %s during post live migration. You may need to manually '
        + 'clean up resources in the network service. Error: %s',
      'Network cleanup failed for destination host %s during live migration rollback. You may need to '
        + 'manually clean up resources in the network service. Error: %s',
    ],
    meaning: 'The port bindings of the host that is not used any more could not be removed from '
      + 'Neutron; they stay behind as inactive bindings.' },
  { text: [
      'Connection for volume %s not terminated on source host %s during post_live_migration: %s',
      'Volume attachment %s not deleted on source host %s during post_live_migration: %s',
    ],
    meaning: 'The instance has moved, but its volume still has a connection to the host that it left; '
      + 'remove that attachment in Cinder.' },
  { text: 'Unable to revert allocations during live migration rollback; compute driver did not provide '
      + 'migrate_data',
    meaning: 'The live migration was undone, but the allocation that the migration holds could not be '
      + 'given back; it must be cleaned up in Placement.' },
  { text: 'Did not find resource allocations for migration %s on source node %s. Unable to revert '
      + 'source node allocations back to the instance.',
    meaning: 'Going back from a move, Placement has no allocation of the migration to give back: the '
      + 'instance may be left without one. `nova-manage placement heal_allocations` creates it.' },
  { text: [
      'Reverting allocation in placement for migration %(migration_uuid)s failed. The instance '
        + '%(instance_uuid)s will be put into ERROR state but the allocation held by the migration is '
        + 'leaked.',
      'Deleting allocation in placement for migration %(migration_uuid)s failed. The instance '
        + '%(instance_uuid)s will be put to ERROR state but the allocation held by the migration is '
        + 'leaked.',
    ],
    meaning: 'Placement did not take the change at the end of a move: an allocation stays behind that '
      + 'nobody uses, and the instance goes to ERROR.' },
  { text: 'Swapping old allocation on %(rp_uuids)s held by migration %(mig)s for instance',
    meaning: 'A move is undone, and the instance gets back its resources on the host it came from.',
    benign: 'This is how a move is undone.' },
  { text: 'Migrating instance to %s finished successfully.',
    meaning: 'The live migration is done; the instance is on its new host.',
    benign: 'This is the end of every live migration.' },
  { text: 'You may see the error "libvirt: QEMU error: Domain not found: no domain with matching name." '
      + 'This error can be safely ignored.',
    meaning: 'Nova announces that libvirt will not find the guest on the host that it has just left.',
    benign: 'It has moved to the other host.' },
  { text: 'Live migration ended with no migrate_data record. Unable to clean up migration-based '
      + 'allocations for node %s which is almost certainly not an expected situation.',
    meaning: 'The live migration succeeded, but what was to be cleaned up in Placement is not known; '
      + 'the source host may keep an allocation.' },
  { text: 'Timeout waiting for Neutron events: %s',
    meaning: 'While a resize was undone Neutron did not report the ports as plugged in time.',
    options: ['DEFAULT.vif_plugging_timeout'] },
  { text: 'An error occurred while refreshing the network cache.',
    meaning: 'The periodic refresh of one instance\'s network information from Neutron failed. The '
      + 'instance is not affected; its addresses in the API may be old. The exception below is the '
      + 'cause.',
    options: ['DEFAULT.heal_instance_info_cache_interval'] },
  { text: [
      'Bandwidth usage not supported by hypervisor.',
      'Bandwidth usage not supported by %(driver)s.',
    ],
    meaning: 'The hypervisor driver does not count network traffic for the usage records.',
    benign: 'Libvirt never does; nothing is missing.' },
  { text: 'Updating bandwidth usage cache',
    meaning: 'The periodic task collects network traffic of instances where the hypervisor counts it.',
    benign: 'This belongs to the periodic work.' },
  { text: 'instance\'s host %s is down, deleting from database',
    meaning: 'The host of an instance does not answer, so the API deletes the instance from the '
      + 'database alone. What runs there is removed when nova-compute comes back.',
    options: ['DEFAULT.service_down_time'] },
  { text: 'instance is in SHELVED_OFFLOADED state, cleanup the instance\'s info from database.',
    meaning: 'The deleted instance was on no host, so only its records are removed.',
    benign: 'This is how such instances are deleted.' },
  { text: 'Ignoring volume cleanup failure due to %s',
    meaning: 'An instance was deleted without its host, and one of its volumes could not be detached or '
      + 'deleted; it stays in Cinder.' },
  { text: 'Instance is already in deleting state, ignoring this request',
    meaning: 'A deletion was asked for an instance that is already being deleted.',
    benign: 'The first request goes on.' },
  { text: [
      '%(overs)s quota exceeded for %(pid)s, tried to run %(min_count)d instances. %(msg)s',
      '%(overs)s quota exceeded for %(pid)s, tried to run between %(min_count)d and %(max_count)d '
        + 'instances. %(msg)s',
      '%(overs)s quota exceeded for %(pid)s. %(msg)s',
      '%(overs)s quota exceeded for %(pid)s, tried to resize instance.',
    ],
    meaning: 'The request was refused because the project would exceed its quota of what the line '
      + 'begins with.' },
  { text: 'No host-to-cell mapping found for host %(host)s.',
    meaning: 'The host named in the request is not mapped to a cell; run `nova-manage cell_v2 '
      + 'discover_hosts`.' },
  { text: 'Instance compute service state on %s expected to be down, but it was up.',
    meaning: 'An evacuation was refused because the compute service on that host still reports. Stop '
      + 'it, or force it down, first.' },
  { text: [
      'Cell %s is not responding and hence skipped from the results.',
      'Cell %s is not responding and hence is being omitted from the results',
      'Cell %s is not responding and hence only partial results are available from this cell.',
      'Cell %s is not responding and hence only partial results are available from this cell if any.',
    ],
    meaning: 'The database of a cell did not answer in time; its instances or services are missing from '
      + 'this answer of the API.',
    options: ['DEFAULT.long_rpc_timeout', 'api.list_records_by_skipping_down_cells'] },
  { text: 'Failed to associate %s with a placement aggregate: %s. This may be corrected after running '
      + 'nova-manage placement sync_aggregates.',
    meaning: 'A host was added to an aggregate in Nova, but Placement was not told; scheduling by '
      + 'aggregate does not see it until the two are synchronised.' },
  { text: 'Failed to extract compute RPC version from service history because I am too old (minimum '
      + 'version is now %(version)i)',
    meaning: 'This service is older than all compute services recorded in the database. Upgrade it, or '
      + 'remove records of services that no longer exist.',
    options: ['upgrade_levels.compute'] },
  { text: 'Automatically selected compute RPC version %(rpc)s from minimum service version %(service)i',
    meaning: 'The service chose the version of messages that the oldest compute service understands.',
    benign: 'This belongs to every start.' },
  { text: 'Metadata value %(value)s for %(key)s is not of type %(type)s. Using default value '
      + '%(default)s.',
    meaning: 'A property of the image or the instance has a value that cannot be read; the default is '
      + 'used.' },
  { text: [
      'set_admin_password is not implemented by this driver or guest instance.',
      'set_admin_password is not supported by this driver or guest instance.',
    ],
    meaning: 'Setting the password needs the QEMU guest agent inside the guest and '
      + 'hw_qemu_guest_agent=yes on the image.' },
  { text: 'Image not found during snapshot',
    meaning: 'The image that a snapshot should fill was deleted meanwhile; the snapshot is given up.' },
  { text: 'trying to snapshot a non-running instance: (state: %(state)s expected: %(running)s)',
    meaning: 'A snapshot is taken of an instance that does not run; that is safe.',
    benign: 'A guest that is off is snapshotted cold.' },
  { text: 'Failed to cache image %(image_id)s: %(err)s',
    meaning: 'An image could not be fetched ahead of time on this host; builds will fetch it themselves.' },
  { text: 'Failed to process external instance event %(event)s due to: %(error)s',
    meaning: 'An event from Neutron or Cinder came for an instance whose state did not allow to handle '
      + 'it.' },
  { text: 'Neutron deleted interface %(intf)s; detaching it from the instance and deleting it from the '
      + 'info cache',
    meaning: 'A port was deleted in Neutron while in use; Nova takes the interface away from the guest.' },
  { text: 'attach interface failed , try to deallocate port %(port_id)s, reason: %(msg)s',
    meaning: 'The hypervisor refused a new interface; the port is given back or deleted.' },
  { text: 'Running instance usage audit for host %(host)s from %(begin_time)s to %(end_time)s. '
      + '%(number_instances)s instances.',
    meaning: 'The usage records of the last period are sent.',
    benign: 'This belongs to the periodic work.',
    options: ['DEFAULT.instance_usage_audit'] },
];
