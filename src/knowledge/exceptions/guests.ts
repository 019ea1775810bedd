// Explanations: what is asked of a guest beside its life (rescue, password, quiesce, console, interfaces),
// its PCI devices, pinned CPUs and hardware models.

import { docs } from '../links';
import type { ExceptionNotes, Note } from './note';

const pinnedUnknown: Note = {
  summary: 'An instance is pinned to CPUs of the host that are no longer among those for pinned instances.',
  effect: 'The host cannot count its resources: its report is not renewed ("Error updating resources for '
    + 'node"), and what changes its usage (a build, a move, a delete) can fail. Guests go on.',
  causes: [
    { text: '`cpu_dedicated_set` or `vcpu_pin_set` was made smaller while instances used those CPUs.',
      evidence: 'The first set in the text holds CPUs that the second one lacks.' },
    { text: 'CPUs of the host went offline or are numbered otherwise after a change of BIOS or hardware.',
      evidence: 'The host shows fewer CPUs than before.' },
  ],
  checks: [
    { text: 'The sets of this host',
      command: 'grep -n "cpu_dedicated_set\\|vcpu_pin_set" /etc/nova/nova.conf' },
    { text: 'CPUs of the host', command: 'lscpu' },
    { text: 'CPUs of a guest', command: 'virsh vcpupin <domain>' },
  ],
  changes: [
    { text: 'Give the set its old CPUs back and restart nova-compute; move the instances away before it is '
        + 'made smaller.' },
  ],
  options: ['compute.cpu_dedicated_set', 'DEFAULT.vcpu_pin_set'],
  links: [docs.cpuTopologies],
  sample: 'nova.exception.CPUPinningUnknown: CPU set to pin [4, 5] must be a subset of known CPU set [6, 7]',
};

const guestAgent: Note = {
  summary: 'The operation needs the QEMU guest agent, and the image of the instance does not have it turned '
    + 'on.',
  effect: 'A new password is refused with 409. A snapshot is made without quiescing, unless the image '
    + 'asks for that by os_require_quiesce: then it fails.',
  causes: [{ text: 'The image lacks the property hw_qemu_guest_agent=yes.' }],
  checks: [
    { text: 'Properties of the image', command: 'openstack image show <image> -c properties' },
  ],
  changes: [
    { text: 'Set the property on the image, have the agent installed in it, and rebuild or make the instance '
        + 'anew.',
      risk: 'A rebuild replaces the root disk.' },
  ],
  options: [],
  sample: 'nova.exception.QemuGuestAgentNotEnabled: QEMU guest agent is not enabled',
};

/** Of devices that Nova and the host disagree about. */
const pci = {
  takenOut: {
    text: 'The device was taken out of `device_spec`, or left the host, while an instance uses it.',
    evidence: '"Unable to remove device with status" in the same line.',
  },
  offered: {
    text: 'What Nova may pass through',
    command: 'grep -n "device_spec\\|passthrough_whitelist" /etc/nova/nova.conf',
  },
  putBack: {
    text: 'Put the device back into the setting and restart nova-compute, or move the instance away first.',
  },
};

export const guests = {
  InstanceNotRescuable: {
    summary: 'The instance could not be put into rescue; the reason stands in the text.',
    effect: 'In the API the request is refused with 400 and nothing changes. When the driver failed the '
      + 'instance goes to ERROR, mostly with the guest powered off.',
    causes: [
      { text: 'The driver failed: the rescue image could not be fetched, the guest not be defined or '
          + 'started.',
        evidence: '"Driver Error:" in the text, and the exception above "Error trying to Rescue Instance".' },
      { text: 'The instance boots from a volume, and the image or the host does not support that.',
        evidence: '"Cannot rescue a volume-backed instance" or "Host unable to rescue".' },
    ],
    checks: [
      { text: 'The image for rescue', command: 'openstack image show <image>' },
      { text: 'What happened to the instance', command: 'openstack server event list <instance>' },
    ],
    changes: [
      { text: 'Cure the exception of the driver; then set the state and start the instance, or rescue it '
          + 'again.' },
    ],
    options: [],
    sample: 'nova.exception.InstanceNotRescuable: Instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 cannot be '
      + 'rescued: Cannot rescue a volume-backed instance',
  },
  UnsupportedRescueImage: {
    summary: 'The image that the request names cannot be used for rescue.',
    effect: 'The API refuses the request with 400; the instance is not touched.',
    causes: [
      { text: 'The image does not exist or is not visible to the project.',
        evidence: '"Failed to fetch rescue image metadata" above it.' },
      { text: 'It is the snapshot of an instance that boots from a volume.',
        evidence: 'It has the property img_block_device_mapping.' },
    ],
    checks: [{ text: 'The image', command: 'openstack image show <image>' }],
    changes: [{ text: 'Name an ordinary image that the project sees.' }],
    options: [],
    sample: 'nova.exception.UnsupportedRescueImage: Requested rescue image '
      + "'2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50' is not supported",
  },
  QemuGuestAgentNotEnabled: guestAgent,
  InstanceQuiesceNotSupported: {
    summary: 'The driver cannot quiesce the file systems of the guest.',
    effect: 'A snapshot is made without quiescing, unless the image asks for it by os_require_quiesce: then '
      + 'it fails.',
    causes: [{ text: '`virt_type` of the host is neither kvm nor qemu.' }],
    checks: [{ text: 'Properties of the image', command: 'openstack image show <image> -c properties' }],
    changes: [{ text: 'Take os_require_quiesce off the image, or use a host that can quiesce.' }],
    options: ['libvirt.virt_type'],
    sample: 'nova.exception.InstanceQuiesceNotSupported: Quiescing is not supported in instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  InstanceQuiesceFailed: {
    summary: 'The guest agent did not answer when the file systems of the guest were to be frozen or thawed.',
    effect: 'A snapshot is made without quiescing; with os_require_quiesce it is refused with 409.',
    causes: [
      { text: 'The agent does not run in the guest, or hangs.',
        evidence: '"libvirt cannot connect to the qemu-guest-agent".' },
      { text: 'The guest is overloaded or stands still.' },
    ],
    checks: [
      { text: 'State of the guest', command: 'virsh domstate <domain> --reason' },
      { text: 'What libvirt says', command: 'journalctl -u libvirtd --since "-1h"' },
    ],
    changes: [{ text: 'Start the agent in the guest and take the snapshot again.' }],
    options: [],
    sample: 'nova.exception.InstanceQuiesceFailed: Failed to quiesce instance: Error from libvirt while '
      + 'quiescing instance-0000001a: [Error Code 86] Guest agent is not responding',
  },
  InstancePasswordSetFailed: {
    summary: 'The password of the guest was not set.',
    effect: 'The request is refused with 409. Before Stein the instance goes to ERROR where the driver '
      + 'failed.',
    causes: [
      { text: 'The guest does not run.', evidence: '"is not running" in the text.' },
      { text: 'The guest agent refused, or the user does not exist in the guest.',
        evidence: '"error setting admin password", with the libvirt error below "set_admin_password '
          + 'failed".' },
    ],
    checks: [
      { text: 'State of the guest', command: 'virsh domstate <domain> --reason' },
      { text: 'Properties of the image: hw_qemu_guest_agent, os_admin_user',
        command: 'openstack image show <image> -c properties' },
    ],
    changes: [{ text: 'Start the guest and its agent; name the right user by os_admin_user.' }],
    options: [],
    sample: 'nova.exception.InstancePasswordSetFailed: Failed to set admin password on '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 because error setting admin password',
  },
  ConsoleTypeUnavailable: {
    summary: 'The kind of console that was asked for is not turned on at the host of the instance.',
    effect: 'The request is refused with 400; the instance is not touched.',
    causes: [
      { text: 'The section of that console ([vnc], [spice], [serial_console]) is not enabled on the compute '
          + 'host.' },
      { text: 'The client asks for another kind than the cloud offers.' },
    ],
    checks: [
      { text: 'What the host offers',
        command: 'grep -n -A3 "^\\[vnc\\]\\|^\\[spice\\]\\|^\\[serial_console\\]" /etc/nova/nova.conf' },
    ],
    changes: [
      { text: 'Enable that console on the host and restart nova-compute, or ask for another kind.',
        risk: 'Guests get the device only when they are started anew.' },
    ],
    options: ['spice.enabled', 'serial_console.enabled'],
    links: [docs.remoteConsole],
    sample: 'nova.exception.ConsoleTypeUnavailable: Unavailable console type novnc.',
  },
  InvalidToken: {
    summary: 'The proxy for consoles does not know the token of the address, or it has run out.',
    effect: 'The console is not shown; the instance is not touched.',
    causes: [
      { text: 'The address was used later than the life of a token (10 minutes by default).' },
      { text: 'The guest has another console port by now: it was restarted or has moved.',
        evidence: 'A reboot or migration since the address was made.' },
      { text: 'The proxy reads another database than that of the cell of the instance.',
        evidence: 'No address ever works.' },
      { text: 'Before Train: nova-consoleauth was restarted, or runs on several hosts without a cache in '
          + 'common.' },
    ],
    checks: [
      { text: 'A new address', command: 'openstack console url show <instance>' },
      { text: 'What the proxy says', command: 'tail -n 200 /var/log/nova/nova-novncproxy.log' },
    ],
    changes: [{ text: 'Get a new address; run a proxy in each cell with the database of that cell.' }],
    options: ['database.connection'],
    links: [docs.remoteConsole, docs.cells],
    sample: "nova.exception.InvalidToken: The token '***' is invalid or has expired",
  },
  AttachInterfaceNotSupported: {
    summary: 'The hypervisor driver of the host cannot attach interfaces to an instance that exists.',
    effect: 'The request is refused with 400; the instance is not touched.',
    causes: [{ text: 'The driver lacks that ability.' }],
    checks: [
      { text: 'Host of the instance', command: 'openstack server show <instance> -c OS-EXT-SRV-ATTR:host' },
    ],
    changes: [{ text: 'Give the ports when the instance is made.' }],
    options: ['DEFAULT.compute_driver'],
    sample: 'nova.exception.AttachInterfaceNotSupported: Attaching interfaces is not supported for instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5.',
  },
  InterfaceAttachPciClaimFailed: {
    summary: 'The host has no free PCI device for the SR-IOV port that is to be attached.',
    effect: 'The request is refused with 400; what had been allocated for the port is given back.',
    causes: [
      { text: 'All virtual functions of that physical network are taken.',
        evidence: '"Failed to claim PCI devices during interface attach" above it.' },
      { text: 'The free ones are on another NUMA node than the instance.',
        evidence: 'The instance has a NUMA topology.' },
    ],
    checks: [
      { text: 'Devices of the host', command: 'lspci -nn -D' },
      pci.offered,
    ],
    changes: [{ text: 'Free a device, or move the instance to a host that has one.' }],
    options: ['pci.device_spec'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.InterfaceAttachPciClaimFailed: Failed to claim PCI device for '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 during interface attach',
  },
  InterfaceAttachResourceAllocationFailed: {
    summary: 'Placement has not enough bandwidth or packet rate left on the host for the port.',
    effect: 'The request is refused with 400; the instance and its allocation stay as they were.',
    causes: [
      { text: 'The bandwidth of the physical device that the port asks for is given out.' },
      { text: 'Another request took it at the same time.', evidence: 'Repeated, it goes well.' },
    ],
    checks: [
      { text: 'What the port asks for', command: 'openstack port show <port> -c resource_request' },
      { text: 'What is used', command: 'openstack resource provider usage show <provider>' },
    ],
    changes: [{ text: 'Use a port that asks for less, or move the instance to a host with more.' }],
    options: [],
    links: [docs.portsWithResourceRequests],
    sample: 'nova.exception.InterfaceAttachResourceAllocationFailed: Failed to allocate additional resources '
      + 'to 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 during interface attach',
  },
  PciDeviceDetachFailed: {
    summary: 'The guest did not release a PCI device that was to be taken from it.',
    effect: 'A suspend, or a snapshot for which the guest is suspended, fails; the guest keeps the device.',
    causes: [
      { text: 'The driver in the guest holds the device, or the guest does not answer to hot-unplug.',
        evidence: 'The reason is timeout.' },
    ],
    checks: [
      { text: 'State of the guest', command: 'virsh domstate <domain> --reason' },
      { text: 'What the kernel of the host says', command: 'journalctl -k --since "-1h"' },
    ],
    changes: [{ text: 'Unload the driver in the guest and repeat, or shut the guest down first.' }],
    options: [],
    links: [docs.pciPassthrough],
    sample: "nova.exception.PciDeviceDetachFailed: Failed to detach PCI device {'address': '0000:81:00.2'}: "
      + 'timeout',
  },
  PciDeviceNotFoundById: {
    summary: 'A PCI device is not there, or has no network interface on the host.',
    effect: 'At spawn of an instance with an SR-IOV port the build fails on this host. Elsewhere Nova notes '
      + 'it and goes on.',
    causes: [
      { text: 'The function is bound to vfio or to a guest, so that the host has no interface of it.' },
      { text: 'The driver of the card does not show its virtual functions, or is not loaded.' },
      { text: 'The device was renumbered after a change of hardware or firmware.' },
    ],
    checks: [
      { text: 'Devices and their drivers', command: 'lspci -nnk -D' },
      { text: 'Interface of a device', command: 'ls /sys/bus/pci/devices/<address>/net' },
    ],
    changes: [{ text: 'Load the driver of the card, and correct `device_spec` where addresses changed.' }],
    options: ['pci.device_spec'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PciDeviceNotFoundById: PCI device 0000:81:00.2 not found',
  },
  PciDeviceInvalidStatus: {
    summary: 'A PCI device is in another status than the step needs: Nova and the host disagree about it.',
    effect: 'At a claim the build or move fails on this host. While the tracker starts it is only a warning, '
      + 'and the device stays as it is.',
    causes: [
      pci.takenOut,
      { text: 'An operation that failed left the device claimed or allocated.' },
      { text: 'Physical and virtual functions of one card are both offered.',
        evidence: 'unclaimable or unavailable in the text.' },
    ],
    checks: [
      { text: 'Devices of the host', command: 'lspci -nn -D' },
      pci.offered,
    ],
    changes: [pci.putBack],
    options: ['pci.device_spec'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PciDeviceInvalidStatus: PCI device 1:0000:81:00.2 is allocated instead of '
      + "['available', 'unavailable', 'unclaimable']",
  },
  PciDeviceInvalidOwner: {
    summary: 'A PCI device belongs to another instance than the one for which it is to be used or freed.',
    effect: 'The step fails. While the tracker starts it is only a warning, and the device stays as it is.',
    causes: [
      pci.takenOut,
      { text: 'An operation that failed left the device with its instance.' },
    ],
    checks: [
      { text: 'Whether the owner exists, as an administrator', command: 'openstack server show <instance>' },
      pci.offered,
    ],
    changes: [pci.putBack],
    options: ['pci.device_spec'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PciDeviceInvalidOwner: PCI device 1:0000:81:00.2 is owned by '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 instead of None',
  },
  PciConfigInvalidWhitelist: {
    summary: 'passthrough_whitelist in nova.conf is not well formed.',
    effect: 'nova-compute does not start.',
    causes: [
      { text: 'Wrong JSON, or a value that is not in the form that the text asks for.',
        evidence: 'The reason names it.' },
    ],
    checks: [{ text: 'The setting', command: 'grep -n "passthrough_whitelist" /etc/nova/nova.conf' }],
    changes: [{ text: 'Correct `passthrough_whitelist` and start nova-compute.' }],
    options: ['pci.passthrough_whitelist'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PciConfigInvalidWhitelist: Invalid PCI devices Whitelist config: Invalid entry: '
      + "'vendor_id'",
  },
  UnsupportedHardware: {
    summary: 'The image asks for a disk bus or a network card that the hypervisor of the host does not have.',
    effect: 'The build or move fails on this host, and on every other one with the same hypervisor.',
    causes: [
      { text: 'A property of the image is wrong: hw_disk_bus, hw_cdrom_bus, hw_vif_model.',
        evidence: 'The text names the model.' },
      { text: 'The image was made for another hypervisor.',
        evidence: 'A model of VMware or Xen in the text.' },
    ],
    checks: [{ text: 'Properties of the image', command: 'openstack image show <image> -c properties' }],
    changes: [{ text: 'Correct the property; an instance that exists keeps those of its boot.' }],
    options: ['libvirt.virt_type'],
    sample: "nova.exception.UnsupportedHardware: Requested hardware 'lsilogic' is not supported by the 'kvm' "
      + 'virt driver',
  },
  CPUPinningUnknown: pinnedUnknown,
  CPUUnpinningUnknown: {
    ...pinnedUnknown,
    sample: 'nova.exception.CPUUnpinningUnknown: CPU set to unpin [4, 5] must be a subset of known CPU set '
      + '[6, 7]',
  },
  InvalidLibvirtMdevConfig: {
    summary: 'The setting of vGPU types, or the mediated devices of the host, cannot be right.',
    effect: 'nova-compute does not start, or the operation on the instance with a vGPU fails.',
    causes: [
      { text: 'An address in a section of a type is no PCI address, or stands in two sections.',
        evidence: '"incorrect ... address" or "duplicate types for PCI ID".' },
      { text: 'libvirt shows several mediated devices of one UUID.', evidence: '"must be unique".' },
    ],
    checks: [
      { text: 'The setting',
        command: 'grep -n "enabled_mdev_types\\|enabled_vgpu_types\\|device_addresses" /etc/nova/nova.conf' },
      { text: 'Cards of the host', command: 'lspci -nn -D' },
    ],
    changes: [{ text: 'Correct the sections and restart nova-compute.' }],
    options: ['devices.enabled_mdev_types'],
    links: [docs.virtualGpu],
    sample: 'nova.exception.InvalidLibvirtMdevConfig: Invalid configuration for mdev-capable devices: '
      + 'duplicate types for PCI ID 0000:84:00.0',
  },
} satisfies ExceptionNotes;
