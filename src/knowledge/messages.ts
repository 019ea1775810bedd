// Messages of Nova that operators ask about and that carry no exception class of their own, explained.
// Some only look like trouble; their effect says so.

import type { OptionName } from './facts/names';
import { docs } from './links';
import type { MessageNote } from './schema';

interface Message extends MessageNote {
  readonly options: readonly OptionName[];
}

const vifTimeout = {
  summary: 'Neutron did not report all ports of the instance as plugged within `vif_plugging_timeout`.',
  effect: 'With vif_plugging_is_fatal (the default) the guest is destroyed and '
    + 'VirtualInterfaceCreateException aborts the build. Without it the guest goes on and may have no '
    + 'network.',
  causes: [
    { text: 'The L2 agent or the OVN controller of this host is down or behind.',
      evidence: 'It is not alive in the list of agents.' },
    { text: 'Neutron cannot tell Nova: wrong credentials or endpoint in the [nova] section of neutron.conf.',
      evidence: 'The port is ACTIVE; neutron-server logs a failed notification.' },
    { text: 'The agent is busy, for example when many guests start at once.',
      evidence: 'The port becomes ACTIVE shortly after.' },
  ],
  checks: [
    { text: 'Agents of the host', command: 'openstack network agent list --host <host>' },
    { text: 'The port',
      command: 'openstack port show <port> -c status -c binding_vif_type -c binding_host_id' },
    { text: 'Notifications of Neutron',
      command: 'grep -n "Failed to notify nova" /var/log/neutron/*server.log' },
  ],
  changes: [
    { text: 'Bring the agent back or correct the notification of Neutron.' },
    { text: 'Raise `vif_plugging_timeout` above the longest time the agent needs.',
      risk: 'Builds that will never be plugged fail later.' },
  ],
  options: ['DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal'],
  links: [docs.networking],
} as const;

const noPlacement = {
  logger: 'nova.scheduler.client.report',
  summary: 'nova.conf has no credentials for Placement in [placement].',
  effect: 'This service cannot use Placement: a compute host does not report its resources and gets no '
    + 'instances; a scheduler finds no host.',
  causes: [{ text: 'The section is missing or has no `auth_type`.' }],
  checks: [{ text: 'The section', command: 'grep -n -A6 "^\\[placement\\]" /etc/nova/nova.conf' }],
  changes: [{ text: 'Complete [placement] and restart the service.' }],
  options: ['placement.auth_type', 'placement.auth_url'],
  links: [docs.upgrades],
} as const;

export const messageNotes: readonly Message[] = [
  // ---- block devices and volumes --------------------------------------------------------------------------
  {
    logger: 'nova.compute.manager',
    text: 'Volume id: %(vol_id)s finished being created but its status is %(vol_status)s.',
    summary: 'The volume left `creating` and `downloading`, but not for `available`: Nova stops waiting at '
      + 'once.',
    effect: 'VolumeNotCreated follows and aborts the build; the instance goes to ERROR and the volume stays '
      + 'in Cinder in the status named here.',
    causes: [
      { text: 'Cinder failed to create the volume: no backend fits, no space, the image cannot be converted.',
        evidence: 'Status `error`.' },
      { text: 'Something else changed the volume meanwhile.',
        evidence: 'Status `deleting`, `reserved` or another one.' },
    ],
    checks: [
      { text: 'The volume', command: 'openstack volume show <volume>' },
      { text: 'Why: user messages of Cinder',
        command: 'openstack volume message list --resource-id <volume>' },
      { text: 'The log of cinder-volume and cinder-scheduler',
        command: 'grep -n <volume> /var/log/cinder/*volume.log' },
    ],
    changes: [
      { text: 'Cure the error in Cinder, delete the volume and create the instance again. Longer waiting '
          + 'does not help here.' },
    ],
    options: ['DEFAULT.block_device_allocate_retries', 'DEFAULT.block_device_allocate_retries_interval'],
    sample: 'Volume id: dd04f3d2-63cb-45f2-9a31-9ecc523bd40f finished being created but its status is error.',
  },
  {
    logger: 'nova.compute.manager',
    text: "Treating negative config value (%(retries)s) for 'block_device_retries' as 0.",
    summary: '`block_device_allocate_retries` is negative and counts as 0, so that Nova looks at a new '
      + 'volume only once.',
    effect: 'Nothing by itself; but any volume that is not available at the first look makes the build fail.',
    causes: [{ text: 'A negative value in nova.conf; newer releases refuse it.' }],
    checks: [{ text: 'The value', command: 'grep -n "block_device_allocate_retries" /etc/nova/nova.conf' }],
    changes: [
      { text: 'Set the number of retries that is wanted (60 is the default) and restart nova-compute.' },
    ],
    options: ['DEFAULT.block_device_allocate_retries'],
    sample: "Treating negative config value (-1) for 'block_device_retries' as 0.",
  },
  {
    logger: 'nova.image.glance',
    text: "Treating negative config value (%(retries)s) for 'glance.num_retries' as 0.",
    summary: '`num_retries` of [glance] is negative and counts as 0: each request to Glance is tried once.',
    effect: 'Nothing by itself; but a single failed request makes a download or build fail.',
    causes: [{ text: 'A negative value in nova.conf; newer releases refuse it.' }],
    checks: [{ text: 'The value', command: 'grep -n "num_retries" /etc/nova/nova.conf' }],
    changes: [{ text: 'Set the number of retries that is wanted and restart the service.' }],
    options: ['glance.num_retries'],
    sample: "Treating negative config value (-1) for 'glance.num_retries' as 0.",
  },
  {
    logger: 'nova.compute.manager',
    text: 'Instance failed block device setup',
    summary: 'A block device of the instance could not be set up; the traceback below says which and why.',
    effect: 'It becomes InvalidBDM and aborts the build: no other host is tried and the instance goes to '
      + 'ERROR.',
    causes: [
      { text: 'A new volume did not become available in time.',
        evidence: 'VolumeNotCreated at the end of the traceback.' },
      { text: 'Cinder refused the request or could not be reached.',
        evidence: 'An exception of cinderclient, or CinderConnectionFailed.' },
    ],
    checks: [{ text: 'The volumes', command: 'openstack volume list --all-projects --status error' }],
    changes: [{ text: 'Cure the exception at the end of the traceback.' }],
    options: ['DEFAULT.block_device_allocate_retries', 'DEFAULT.block_device_allocate_retries_interval'],
    sample: 'Instance failed block device setup',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Failure prepping block device',
    summary: 'Preparing the devices of the instance failed with an exception that has no clause of its own.',
    effect: 'The build is aborted: no other host is tried and the instance goes to ERROR.',
    causes: [
      { text: 'The exception in the traceback below, from naming devices or from block device mapping.' },
    ],
    checks: [{ text: 'The fault that was recorded', command: 'openstack server show <instance> -c fault' }],
    changes: [{ text: 'Cure the exception at the end of the traceback.' }],
    options: [],
    sample: 'Failure prepping block device',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Failed to create block device for instance due to being over volume resource quota',
    summary: 'Cinder refused to create the volume, because a quota of the project is used up.',
    effect: 'VolumeLimitExceeded follows and aborts the build; the instance goes to ERROR.',
    causes: [{ text: 'Volumes, gigabytes or the quota of the volume type are used up.' }],
    checks: [{ text: 'Quota and use', command: 'openstack quota show --volume --usage <project>' }],
    changes: [{ text: 'Delete volumes that nobody uses, or raise the quota in Cinder.' }],
    options: [],
    sample: 'Failed to create block device for instance due to being over volume resource quota',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Failed to create block device for instance due to exceeding volume related resource quota. '
      + 'Error: %s',
    summary: 'Cinder refused to create the volume, because a quota of the project is used up; the error '
      + 'names it.',
    effect: 'OverQuota aborts the build; no other host is tried and the instance goes to ERROR.',
    causes: [
      { text: 'Volumes, gigabytes or the quota of the volume type are used up.',
        evidence: 'The text after "Error:".' },
    ],
    checks: [{ text: 'Quota and use', command: 'openstack quota show --volume --usage <project>' }],
    changes: [{ text: 'Delete volumes that nobody uses, or raise the quota in Cinder.' }],
    options: [],
    sample: 'Failed to create block device for instance due to exceeding volume related resource quota. '
      + 'Error: VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded',
  },
  {
    logger: 'nova.virt.block_device',
    text: 'Driver failed to attach volume %(volume_id)s at %(mountpoint)s',
    summary: 'Cinder had exported the volume, but this host or its guest could not attach it.',
    effect: 'The attachment in Cinder is taken back. An attach request fails and the instance runs on; '
      + 'while an instance is built the build is aborted.',
    causes: [
      { text: 'The host does not reach the storage: iSCSI, Fibre Channel, Ceph or NFS.',
        evidence: 'An exception of os_brick or ProcessExecutionError at the end of the traceback.' },
      { text: 'libvirt refused the device: missing secret, device name taken, no free PCI slot.',
        evidence: 'libvirtError at the end of the traceback.' },
    ],
    checks: [
      { text: 'The volume', command: 'openstack volume show <volume> -c status -c attachments' },
      { text: 'iSCSI sessions', command: 'iscsiadm -m session' },
      { text: 'Multipath state', command: 'multipath -ll' },
      { text: 'Secrets of libvirt, for Ceph', command: 'virsh secret-list' },
    ],
    changes: [{ text: 'Restore the path to the storage or the secret, then attach again.' }],
    options: [
      'libvirt.num_volume_scan_tries', 'libvirt.volume_use_multipath', 'libvirt.rbd_user',
      'libvirt.rbd_secret_uuid',
    ],
    links: [docs.manageVolumes],
    sample: 'Driver failed to attach volume 9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 at /dev/vdb',
  },
  {
    logger: ['nova.virt.block_device', 'nova.compute.manager'],
    text: 'Failed to delete volume: %(volume_id)s due to %(exc)s',
    summary: 'Cleaning up, Nova wanted to delete a volume that it had made, and Cinder refused.',
    effect: 'It does not cause the failure, it follows it: the volume is left behind in Cinder and counts '
      + 'against the quota of the project.',
    causes: [
      { text: 'The volume is still being made or downloaded, so that Cinder does not delete it yet.',
        evidence: '"Volume status must be available or error" in the reason, after VolumeNotCreated.' },
      { text: 'It is attached or has snapshots.' },
      { text: 'Cinder could not be reached.' },
    ],
    checks: [{ text: 'The volume', command: 'openstack volume show <volume> -c status -c attachments' }],
    changes: [
      { text: 'Delete the volume by hand once it is `available` or in `error` (openstack volume delete).',
        risk: 'Be sure that no other instance uses it.' },
    ],
    options: ['DEFAULT.block_device_allocate_retries', 'DEFAULT.block_device_allocate_retries_interval'],
    sample: 'Failed to delete volume: dd04f3d2-63cb-45f2-9a31-9ecc523bd40f due to Invalid input received: '
      + 'Invalid volume: Volume status must be available or error',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Failed to detach volume: %(volume_id)s due to %(exc)s',
    summary: 'Cleaning up after a failed build, Nova could not detach a volume.',
    effect: 'It does not cause the failure: the volume stays attached or reserved for an instance that is '
      + 'in ERROR.',
    causes: [
      { text: 'Cinder could not be reached or refused.', evidence: 'The text after "due to".' },
      { text: 'The volume had never been attached.' },
    ],
    checks: [{ text: 'Attachments', command: 'openstack volume attachment list --volume-id <volume>' }],
    changes: [{ text: 'Delete the instance; delete the attachment in Cinder if it is left even then.' }],
    options: [],
    sample: 'Failed to detach volume: 9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 due to Volume '
      + '9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 could not be found.',
  },
  {
    logger: 'nova.virt.libvirt.driver',
    text: 'Run out of retry while detaching device %s with device alias %s from instance %s from the live '
      + 'domain config. Device is still attached to the guest.',
    summary: 'The guest did not give a device free although it was asked several times.',
    effect: 'DeviceDetachFailed follows: volume or port stay attached.',
    causes: [
      { text: 'The guest system still uses the device or does not answer: booting, hung, or without '
          + 'driver.' },
    ],
    checks: [{ text: 'Devices of the guest', command: 'virsh domblklist <domain> --details' }],
    changes: [{ text: 'Unmount the device in the guest, or stop the guest, and detach again.' }],
    options: ['libvirt.device_detach_attempts', 'libvirt.device_detach_timeout'],
    sample: 'Run out of retry while detaching device vdb with device alias virtio-disk1 from instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 from the live domain config. Device is still attached to the '
      + 'guest.',
  },

  // ---- networks -------------------------------------------------------------------------------------------
  {
    logger: 'nova.compute.manager',
    text: 'Failed to allocate the network(s), not rescheduling.',
    summary: 'The network of the instance could not be made or plugged, and Nova does not try another host.',
    effect: 'The build is aborted: ports are released and the instance goes to ERROR.',
    causes: [
      { text: 'Neutron did not report a port as plugged.',
        evidence: 'VirtualInterfaceCreateException above it.' },
      { text: 'The address is on the wrong segment, the external network is forbidden, or no network could '
          + 'be made.',
        evidence: 'FixedIpInvalidOnHost, ExternalNetworkAttachForbidden or UnableToAutoAllocateNetwork '
          + 'above it.' },
    ],
    checks: [
      { text: 'The exception under "Failed to allocate network(s)"' },
      { text: 'Ports of the instance', command: 'openstack port list --server <instance>' },
    ],
    changes: [{ text: 'Cure the exception above it.' }],
    options: [
      'DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal', 'DEFAULT.network_allocate_retries',
    ],
    links: [docs.networking],
    sample: 'Build of instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 aborted: Failed to allocate the '
      + 'network(s), not rescheduling.',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Failed to allocate network(s)',
    summary: 'The network of the instance could not be made or plugged; the traceback below says why.',
    effect: 'The build is aborted: ports are released, no other host is tried and the instance goes to '
      + 'ERROR.',
    causes: [{ text: 'The exception at the end of the traceback, often VirtualInterfaceCreateException.' }],
    checks: [{ text: 'Ports of the instance', command: 'openstack port list --server <instance>' }],
    changes: [{ text: 'Cure the exception.' }],
    options: ['DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal'],
    links: [docs.networking],
    sample: 'Failed to allocate network(s)',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Instance failed network setup (attempt %(attempt)d of %(attempts)d)',
    summary: 'Allocating the network failed and is tried again, with growing pauses up to 30 s.',
    effect: 'None yet; the build waits.',
    causes: [{ text: 'Neutron did not answer or refused.' }],
    checks: [{ text: 'Whether Neutron answers', command: 'openstack network agent list' }],
    changes: [{ text: 'See the last attempt.' }],
    options: ['DEFAULT.network_allocate_retries'],
    sample: 'Instance failed network setup (attempt 1 of 3)',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Instance failed network setup after %(attempts)d attempt(s)',
    summary: 'Allocating the network failed for good; the traceback below says why.',
    effect: 'The exception comes up again when the guest is spawned, and is judged there: NoMoreFixedIps '
      + 'aborts the build, most others send it to another host.',
    causes: [
      { text: 'Neutron could not bind the port.',
        evidence: 'PortBindingFailed at the end of the traceback.' },
      { text: 'No address or quota is left.', evidence: 'NoMoreFixedIps or PortLimitExceeded.' },
      { text: 'Neutron could not be reached or refused the credentials.',
        evidence: 'An exception of neutronclient or keystoneauth1.' },
    ],
    checks: [
      { text: 'Whether Neutron answers', command: 'openstack network agent list' },
      { text: 'Ports of the instance', command: 'openstack port list --server <instance>' },
    ],
    changes: [
      { text: 'Cure the exception; raise `network_allocate_retries` where Neutron fails now and then.',
        risk: 'A request that cannot succeed takes longer to fail.' },
    ],
    options: ['DEFAULT.network_allocate_retries', 'neutron.http_retries', 'neutron.timeout'],
    sample: 'Instance failed network setup after 1 attempt(s)',
  },
  {
    ...vifTimeout,
    logger: 'nova.compute.manager',
    text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state '
      + '%(task_state)s. Event states are: %(event_states)s',
    sample: "Timeout waiting for ['network-vif-plugged-5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11'] for instance "
      + 'with vm_state building and task_state spawning. Event states are: '
      + 'network-vif-plugged-5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11: timed out after 300.00 seconds',
  },
  {
    ...vifTimeout,
    logger: 'nova.virt.libvirt.driver',
    text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state '
      + '%(task_state)s',
    sample: "Timeout waiting for [('network-vif-plugged', '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11')] for "
      + 'instance with vm_state building and task_state spawning.',
  },
  {
    ...vifTimeout,
    logger: 'nova.virt.libvirt.driver',
    text: 'Timeout waiting for vif plugging callback for instance %(uuid)s',
    sample: 'Timeout waiting for vif plugging callback for instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  {
    logger: 'nova.virt.libvirt.driver',
    text: 'Neutron Reported failure on event %(event)s for instance %(uuid)s',
    summary: 'Neutron told Nova that plugging a port of the instance failed.',
    effect: 'With vif_plugging_is_fatal VirtualInterfaceCreateException follows and aborts the build.',
    causes: [{ text: 'The port could not be bound or wired on this host.' }],
    checks: [
      { text: 'The port',
        command: 'openstack port show <port> -c status -c binding_vif_type -c binding_host_id' },
      { text: 'Agents of the host', command: 'openstack network agent list --host <host>' },
    ],
    changes: [{ text: 'Cure what Neutron says of the port.' }],
    options: ['DEFAULT.vif_plugging_is_fatal'],
    sample: 'Neutron Reported failure on event network-vif-plugged-5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 for '
      + 'instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  {
    logger: ['nova.network.neutron', 'nova.network.neutronv2.api'],
    text: 'Neutron error: No more fixed IPs in network: %s',
    summary: 'Neutron has no free address on the network.',
    effect: 'NoMoreFixedIps follows and aborts the build.',
    causes: [{ text: 'The allocation pools are used up, or ports without instance hold addresses.' }],
    checks: [{ text: 'Free addresses', command: 'openstack ip availability show <network>' }],
    changes: [{ text: 'Widen the pools, add a subnet, or delete unused ports.' }],
    options: ['DEFAULT.network_allocate_retries'],
    sample: 'Neutron error: No more fixed IPs in network: 6d1c9b5e-0d7f-4f31-9d0f-1f3ad1a9c111',
  },
  {
    logger: ['nova.network.neutron', 'nova.network.neutronv2.api'],
    text: 'Neutron error: Port quota exceeded in tenant: %s',
    summary: 'The project has no port quota left in Neutron.',
    effect: 'PortLimitExceeded follows; the build is rescheduled, and fails on each host alike.',
    causes: [{ text: 'The quota is used up, often by ports without instance.' }],
    checks: [{ text: 'Quota and use', command: 'openstack quota show --network --usage <project>' }],
    changes: [{ text: 'Delete unused ports or raise the quota.' }],
    options: [],
    sample: 'Neutron error: Port quota exceeded in tenant: f19126d9035d4209b363386e8e267129',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Received unexpected event %(event)s for instance with vm_state %(vm_state)s and task_state '
      + '%(task_state)s.',
    summary: 'An event of Neutron or Cinder came when nobody waited for it.',
    effect: 'None. Harmless in most cases: a port was plugged again, or the event came after the wait was '
      + 'over.',
    causes: [
      { text: 'An agent was restarted and wires all ports anew.',
        evidence: 'The instance is active and has no task.' },
      { text: 'The event came after the timeout.',
        evidence: '"Timeout waiting for" for the same port before it.' },
    ],
    checks: [{ text: 'The port', command: 'openstack port show <port> -c status' }],
    changes: [{ text: 'None; when it follows a timeout, see there.' }],
    options: ['DEFAULT.vif_plugging_timeout'],
    sample: 'Received unexpected event network-vif-plugged-5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 for '
      + 'instance with vm_state active and task_state None.',
  },

  // ---- spawn, guest, image --------------------------------------------------------------------------------
  {
    logger: 'nova.virt.libvirt.driver',
    text: 'Failed to start libvirt guest',
    summary: 'The guest was defined, but plugging its interfaces or starting it failed.',
    effect: 'What was made for it on this host is removed; the exception that follows decides: most send '
      + 'the build to another host, VirtualInterfaceCreateException aborts it.',
    causes: [
      { text: 'QEMU did not start.',
        evidence: 'libvirtError with "process exited" or "closed the monitor".' },
      { text: 'An interface could not be plugged.',
        evidence: 'InternalError or VirtualInterfacePlugException.' },
      { text: 'A file or device could not be opened.', evidence: '"Permission denied" or "No such file".' },
    ],
    checks: [
      { text: 'The log of QEMU for this guest', command: 'tail -n 40 /var/log/libvirt/qemu/<domain>.log' },
      { text: 'Denials', command: 'journalctl -k --grep "DENIED|avc"' },
    ],
    changes: [{ text: 'Cure the exception that follows.' }],
    options: ['libvirt.virt_type', 'libvirt.cpu_mode', 'libvirt.hw_machine_type'],
    sample: 'Failed to start libvirt guest',
  },
  {
    logger: 'nova.virt.libvirt.guest',
    text: 'Error defining a guest with XML: %s',
    summary: 'libvirt refused the definition of the guest.',
    effect: 'The build goes to another host, where the same definition mostly fails alike.',
    causes: [
      { text: 'Something in the definition is not supported by this libvirt.',
        evidence: 'libvirtError that follows names the element.' },
    ],
    checks: [
      { text: 'Versions', command: 'virsh version' },
      { text: 'What the host can give', command: 'virsh domcapabilities' },
    ],
    changes: [{ text: 'Correct the property of image or flavor, or the option, that leads to the element.' }],
    options: ['libvirt.virt_type', 'libvirt.cpu_mode', 'libvirt.hw_machine_type', 'libvirt.disk_cachemodes'],
    sample: "Error defining a guest with XML: <domain type='kvm'>",
  },
  {
    logger: ['nova.virt.libvirt.guest', 'nova.virt.libvirt.driver'],
    text: 'Error launching a defined domain with XML: %s',
    summary: 'The guest is defined, but libvirt could not start it.',
    effect: 'While an instance is built the build goes to another host; a start or reboot fails.',
    causes: [
      { text: 'QEMU did not start, or a file, device or bridge is missing.',
        evidence: 'libvirtError that follows.' },
    ],
    checks: [
      { text: 'The log of QEMU for this guest', command: 'tail -n 40 /var/log/libvirt/qemu/<domain>.log' },
    ],
    changes: [{ text: 'Cure what libvirtError names.' }],
    options: ['libvirt.virt_type', 'libvirt.cpu_mode'],
    sample: "Error launching a defined domain with XML: <domain type='kvm'>",
  },
  {
    logger: 'nova.compute.manager',
    text: 'Instance failed to spawn',
    summary: 'The driver could not bring the guest up; the traceback below says why.',
    effect: 'What was made on this host is removed. Most exceptions send the build to another host; those '
      + 'of image, network and block devices abort it.',
    causes: [{ text: 'The exception at the end of the traceback.' }],
    checks: [
      { text: 'The fault that was recorded', command: 'openstack server show <instance> -c fault' },
      { text: 'Where the instance went next', command: 'openstack server event list <instance>' },
    ],
    changes: [{ text: 'Cure the exception.' }],
    options: [],
    sample: 'Instance failed to spawn',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Failed to build and run instance',
    summary: 'The build failed on this host with an exception that has no clause of its own; the traceback '
      + 'says which.',
    effect: 'The build goes to another host, unless cleaning up failed or no attempt is left.',
    causes: [{ text: 'The exception at the end of the traceback.' }],
    checks: [{ text: 'Where the instance went next', command: 'openstack server event list <instance>' }],
    changes: [{ text: 'Cure the exception if it comes back on other hosts.' }],
    options: ['scheduler.max_attempts'],
    sample: 'Failed to build and run instance',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Unexpected build failure, not rescheduling build.',
    summary: 'The build failed where Nova expects no failure.',
    effect: 'No other host is tried and the instance goes to ERROR; networks are released and volumes '
      + 'detached.',
    causes: [
      { text: 'The exception at the end of the traceback, raised before the claim or while cleaning up.' },
    ],
    checks: [{ text: 'The fault that was recorded', command: 'openstack server show <instance> -c fault' }],
    changes: [{ text: 'Cure the exception.' }],
    options: [],
    sample: 'Unexpected build failure, not rescheduling build.',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Could not clean up failed build, not rescheduling. Error: %s',
    summary: 'A build failed, and cleaning up after it failed too.',
    effect: 'What would have gone to another host is aborted instead: the instance goes to ERROR, and '
      + 'guest, disks or ports may be left on this host.',
    causes: [{ text: 'The error named here: storage, libvirt or Neutron does not answer.' }],
    checks: [
      { text: 'Guests of the host', command: 'virsh list --all --uuid --name' },
      { text: 'Files of the instance', command: 'ls -la /var/lib/nova/instances/<instance>' },
    ],
    changes: [{ text: 'Cure both errors, delete the instance and look for what it left.' }],
    options: [],
    sample: 'Could not clean up failed build, not rescheduling. Error: Connection to the hypervisor is '
      + 'broken on host',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Instance build timed out. Set to error state.',
    summary: 'The instance was still building after `instance_build_timeout`, so a periodic task set it to '
      + 'ERROR.',
    effect: 'The instance goes to ERROR; the build itself is not ended and may still finish or fail.',
    causes: [
      { text: 'A step waits: volume, image download, port or lock.',
        evidence: 'The last line of the instance before it.' },
      { text: 'Many builds queue up on this host.',
        evidence: 'Nothing after the claim, and other builds run.' },
    ],
    checks: [
      { text: 'What the instance did last',
        command: 'grep -n <instance> /var/log/nova/nova-compute.log' },
    ],
    changes: [
      { text: 'Cure the step that waits; keep the timeout above the longest honest build, volumes included.',
        risk: 'A higher value shows builds that hang later.' },
    ],
    options: [
      'DEFAULT.instance_build_timeout', 'DEFAULT.max_concurrent_builds', 'compute.max_concurrent_disk_ops',
    ],
    sample: 'Instance build timed out. Set to error state.',
  },
  {
    logger: 'nova.image.glance',
    text: "Error contacting glance server '%(server)s' for '%(method)s', %(extra)s.",
    summary: 'A request to Glance failed; the end of the line says whether it is tried again.',
    effect: 'None while it is tried again; "done trying" is followed by GlanceConnectionFailed.',
    causes: [
      { text: 'glance-api or its proxy is down or overloaded, or the connection broke during a download.' },
    ],
    checks: [
      { text: 'Endpoint', command: 'openstack endpoint list --service image' },
      { text: 'Whether Glance answers', command: 'openstack image list --limit 1' },
    ],
    changes: [{ text: 'Bring Glance back; raise `num_retries` where single requests fail.' }],
    options: ['glance.num_retries', 'glance.api_servers', 'glance.timeout'],
    sample: "Error contacting glance server 'http://controller:9292' for 'data', done trying.",
  },
  {
    logger: 'nova.virt.images',
    text: 'Image %s failed safety check: %s',
    summary: 'The file of an image contains something that could lead outside of it.',
    effect: 'ImageUnacceptable follows and aborts the build.',
    causes: [{ text: 'A qcow2 with a backing or data file, or features nobody knows.' }],
    checks: [{ text: 'The image', command: 'openstack image show <image> -c disk_format -c owner' }],
    changes: [{ text: 'Convert the image to a plain file and upload it anew; find out who made it.' }],
    options: ['workarounds.disable_deep_image_inspection'],
    sample: 'Image 2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50 failed safety check: Safety checks failed: '
      + 'backing_file',
  },
  {
    logger: 'nova.virt.libvirt.imagebackend',
    text: '%(base)s virtual size %(base_size)s larger than flavor root disk size %(size)s',
    summary: 'The image is larger than the root disk of the flavor.',
    effect: 'FlavorDiskSmallerThanImage follows and aborts the build.',
    causes: [{ text: 'The image is sparse or compressed, so that the API did not see its size.' }],
    checks: [
      { text: 'Sizes of the image',
        command: 'openstack image show <image> -c min_disk -c virtual_size -c size' },
      { text: 'The flavor', command: 'openstack flavor show <flavor> -c disk' },
    ],
    changes: [{ text: 'Use a larger flavor and set min_disk at the image.' }],
    options: [],
    sample: '/var/lib/nova/instances/_base/1f virtual size 8589934592 larger than flavor root disk size '
      + '1073741824',
  },
  {
    logger: 'nova.virt.libvirt.host',
    text: 'Connection to libvirt failed: %s',
    summary: 'nova-compute could not connect to libvirt.',
    effect: 'Running guests are not touched, but nothing can be done with them until the connection is '
      + 'back; the host gets no new instances.',
    causes: [
      { text: 'libvirtd or virtqemud does not run, or its socket is not readable for the Nova user.' },
    ],
    checks: [
      { text: 'Whether libvirt answers', command: 'virsh list --all' },
      { text: 'The services', command: 'systemctl status libvirtd virtqemud' },
    ],
    changes: [{ text: 'Bring libvirt back.' }],
    options: ['libvirt.connection_uri'],
    sample: "Connection to libvirt failed: Failed to connect socket to '/var/run/libvirt/libvirt-sock': No "
      + 'such file or directory',
  },
  {
    logger: 'nova.virt.libvirt.driver',
    text: 'Instance failed to shutdown in %d seconds.',
    summary: 'The guest did not shut down by itself in time and is switched off.',
    effect: 'The stop, rebuild or resize goes on; the guest system was not shut down cleanly.',
    causes: [{ text: 'The guest ignores ACPI, is busy or hangs.' }],
    checks: [
      { text: 'The console of the guest', command: 'openstack console log show <instance> --lines 30' },
    ],
    changes: [
      { text: 'Have the guest react to ACPI; set os_shutdown_timeout at the image or raise '
          + '`shutdown_timeout`.',
        risk: 'Stops take longer.' },
    ],
    options: ['DEFAULT.shutdown_timeout'],
    sample: 'Instance failed to shutdown in 60 seconds.',
  },
  {
    logger: 'nova.virt.libvirt.driver',
    text: 'Error from libvirt during destroy. Code=%(errcode)s Error=%(e)s',
    summary: 'libvirt could not end the guest.',
    effect: 'The delete, rebuild or stop fails and the instance goes to ERROR or keeps its state.',
    causes: [{ text: 'The QEMU process hangs, mostly on storage that does not answer.' }],
    checks: [
      { text: 'State of the process', command: 'ps -o pid,stat,wchan:30,cmd -C qemu-kvm,qemu-system-x86_64' },
    ],
    changes: [{ text: 'Bring the storage back and repeat the request.' }],
    options: [],
    sample: 'Error from libvirt during destroy. Code=38 Error=Failed to terminate process 4711 with '
      + 'SIGKILL: Device or resource busy',
  },

  // ---- scheduling -----------------------------------------------------------------------------------------
  {
    logger: 'nova.scheduler.manager',
    text: 'Got no allocation candidates from the Placement API. This could be due to insufficient resources '
      + 'or a temporary occurrence as compute nodes start up.',
    summary: 'Placement knows no host with the resources, traits and aggregates that the request asks for; '
      + 'no filter has run.',
    effect: 'NoValidHost follows and the instance goes to ERROR.',
    causes: [
      { text: 'No host has enough free VCPU, MEMORY_MB or DISK_GB, counted with its ratios and reserved '
          + 'amounts.' },
      { text: 'A trait, aggregate or zone of the request fits no host.' },
      { text: 'The hosts have just started and not reported yet.' },
    ],
    checks: [
      { text: 'What Placement would offer',
        command: 'openstack allocation candidate list --resource VCPU=<vcpus> --resource MEMORY_MB=<ram>' },
      { text: 'What is used', command: 'openstack resource provider usage show <provider>' },
      { text: 'Traits of a host', command: 'openstack resource provider trait list <provider>' },
    ],
    changes: [
      { text: 'Add capacity, correct the flavor or image, or change the ratios.',
        risk: 'Overcommitted hosts can run out of memory or disk.' },
    ],
    options: [
      'DEFAULT.cpu_allocation_ratio', 'DEFAULT.ram_allocation_ratio', 'DEFAULT.disk_allocation_ratio',
      'DEFAULT.reserved_host_memory_mb', 'DEFAULT.reserved_host_disk_mb',
    ],
    links: [docs.scheduling],
    sample: 'Got no allocation candidates from the Placement API. This could be due to insufficient '
      + 'resources or a temporary occurrence as compute nodes start up.',
  },
  {
    logger: 'nova.filters',
    text: 'Filter %s returned 0 hosts',
    summary: 'This filter removed the last host.',
    effect: 'NoValidHost follows.',
    causes: [
      { text: 'No host that was left satisfies this filter.',
        evidence: '"Filter results" shows how many hosts each filter left.' },
    ],
    checks: [
      { text: 'All filters of the request',
        command: 'grep -n "Filter" /var/log/nova/nova-scheduler.log' },
    ],
    changes: [
      { text: 'Correct what the filter looks at: zone, image properties, extra specs, server group, service '
          + 'state.' },
    ],
    options: ['filter_scheduler.enabled_filters'],
    links: [docs.scheduling],
    sample: 'Filter ComputeFilter returned 0 hosts',
  },
  {
    logger: 'nova.scheduler.utils',
    text: 'Error from last host: %(last_host)s (node %(last_node)s): %(exc)s',
    summary: 'The host named here failed to build the instance; its exception follows as a list of lines.',
    effect: 'The build goes to another host, or ends when none is left.',
    causes: [{ text: 'The exception at the end of the list.' }],
    checks: [
      { text: 'What that host logged', command: 'grep -n <instance> /var/log/nova/nova-compute.log' },
    ],
    changes: [{ text: 'Cure the exception if it comes back on other hosts.' }],
    options: ['scheduler.max_attempts'],
    sample: "Error from last host: cmp7 (node cmp7): ['Traceback (most recent call last):\\n']",
  },
  {
    logger: 'nova.conductor.manager',
    text: 'No host-to-cell mapping found for selected host %(host)s. Setup is incomplete.',
    summary: 'The scheduler chose a host that is not mapped to any cell.',
    effect: 'The instance goes to ERROR in cell0.',
    causes: [{ text: 'The host was added and discover_hosts has not run since.' }],
    checks: [{ text: 'Hosts that are mapped', command: 'nova-manage cell_v2 list_hosts' }],
    changes: [{ text: 'Run `nova-manage cell_v2 discover_hosts`.' }],
    options: ['scheduler.discover_hosts_in_cells_interval'],
    links: [docs.cells],
    sample: 'No host-to-cell mapping found for selected host cmp7. Setup is incomplete.',
  },
  {
    logger: 'nova.conductor.manager',
    text: 'Failed to schedule instances',
    summary: 'No host was chosen for the request; the traceback below says why.',
    effect: 'The instance goes to ERROR and is kept in cell0; no compute host was asked.',
    causes: [{ text: 'NoValidHost, or a timeout of the scheduler.', evidence: 'The end of the traceback.' }],
    checks: [{ text: 'The fault that was recorded', command: 'openstack server show <instance> -c fault' }],
    changes: [{ text: 'Cure the exception.' }],
    options: ['filter_scheduler.enabled_filters', 'DEFAULT.rpc_response_timeout'],
    links: [docs.scheduling],
    sample: 'Failed to schedule instances',
  },
  {
    ...noPlacement,
    summary: 'Newton: nova.conf has no credentials for Placement, so this host does not report to it.',
    effect: 'None in Newton, where Placement is optional; builds go on without it. It is required from '
      + 'Ocata on.',
    text: 'No authentication information found for placement API. Placement is optional in Newton, but '
      + 'required in Ocata. Please enable the placement service before upgrading.',
    sample: 'No authentication information found for placement API. Placement is optional in Newton, but '
      + 'required in Ocata. Please enable the placement service before upgrading.',
  },
  {
    ...noPlacement,
    text: 'No authentication information found for placement API.',
    sample: 'No authentication information found for placement API.',
  },
  {
    logger: 'nova.scheduler.client.report',
    text: 'Unable to refresh my resource provider record',
    summary: 'This host could not read its own record in Placement.',
    effect: 'None for instances that run; while it lasts the host does not report its resources.',
    causes: [{ text: 'Placement is not set up (Newton), down, or its section in nova.conf is wrong.' }],
    checks: [{ text: 'Whether Placement answers', command: 'openstack resource provider list' }],
    changes: [{ text: 'Set up or correct [placement].' }],
    options: ['placement.auth_type', 'placement.auth_url'],
    sample: 'Unable to refresh my resource provider record',
  },

  // ---- what only looks like trouble -----------------------------------------------------------------------
  {
    logger: 'nova.compute.manager',
    text: 'During sync_power_state the instance has a pending task (%(task)s). Skip.',
    summary: 'The periodic comparison of power states leaves out an instance that is being worked on.',
    effect: 'None; it is harmless. It only shows that the task was still running at that moment.',
    causes: [{ text: 'The periodic task met a running operation.' }],
    checks: [{ text: 'What runs on the instance', command: 'openstack server event list <instance>' }],
    changes: [{ text: 'None.' }],
    options: ['DEFAULT.sync_power_state_interval'],
    sample: 'During sync_power_state the instance has a pending task (spawning). Skip.',
  },
  {
    logger: 'nova.virt.libvirt.imagecache',
    text: 'Unknown base file: %s',
    summary: 'The image cache holds a base file of an image that no instance of this host uses.',
    effect: 'None; it is harmless. The file is removed later if `remove_unused_base_images` is on.',
    causes: [
      { text: 'The instances of that image were deleted or moved, or the image was cached in advance.' },
    ],
    checks: [{ text: 'Files of the cache', command: 'ls -la /var/lib/nova/instances/_base' }],
    changes: [{ text: 'None.' }],
    options: [
      'image_cache.remove_unused_base_images', 'image_cache.remove_unused_original_minimum_age_seconds',
      'image_cache.manager_interval',
    ],
    links: [docs.imageCaching],
    sample: 'Unknown base file: /var/lib/nova/instances/_base/1f2c3d4e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d',
  },
  {
    logger: 'nova.compute.manager',
    text: 'Instance disappeared during build.',
    summary: 'The instance was deleted while it was being built.',
    effect: 'The build ends and releases its networks; no ERROR is set.',
    causes: [{ text: 'The user, or an orchestrator, deleted it.' }],
    checks: [
      { text: 'Whether an allocation is left',
        command: 'openstack resource provider allocation show <instance>' },
    ],
    changes: [{ text: 'None.' }],
    options: [],
    sample: 'Instance disappeared during build.',
  },
  {
    logger: 'nova.compute.resource_tracker',
    text: 'Instance %(uuid)s has allocations against this compute host but is not found in the database.',
    summary: 'Placement counts resources of this host for an instance that Nova does not know here.',
    effect: 'None for running instances; the resources are not free for others until the allocation is gone.',
    causes: [
      { text: 'The instance was just scheduled and is not saved yet.',
        evidence: 'It does not come back a minute later.' },
      { text: 'A delete or move left its allocation.', evidence: 'It comes back every minute.' },
    ],
    checks: [
      { text: 'The allocation', command: 'openstack resource provider allocation show <instance>' },
      { text: 'Allocations without instance', command: 'nova-manage placement audit --verbose' },
    ],
    changes: [
      { text: 'Delete an allocation that really is left over.',
        risk: 'Be sure that the instance does not exist anywhere.' },
    ],
    options: [],
    links: [docs.orphanedAllocations],
    sample: 'Instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 has allocations against this compute host but is '
      + 'not found in the database.',
  },
];
