// What libvirt and QEMU say where they refuse a request → what it means on the host and what to do. Out: the
// sentences of the class libvirtError, from the most particular text to the most general one; what diagnoses
// bind to lines (diagnoses/guestStart.ts, diagnoses/migration.ts) goes before.

import { sentence, type Remedy, type RemedySentence } from './remedyRow';

const guest: readonly RemedySentence[] = [
  sentence(['terminating on signal 15 from pid %(pid)s', 'terminating on signal 15'],
    'QEMU was ended with signal 15: where libvirt sent it, it had given the start up or was asked to end the guest, and its'
    + ' log at that second says why.'),
  sentence(['Failed to terminate process %(pid)s with SIG'],
    'QEMU, process {pid}, did not end when it was killed: mostly it waits in the kernel for storage that does not answer'
    + ' (state D in ps).'),
  sentence(['Domain not found', 'no domain with matching'],
    'libvirt of this host has no such guest: it ended, was moved away or was undefined meanwhile. Where the instance belongs'
    + ' here, a hard reboot defines it anew.'),
  sentence(['domain is already running'],
    'The guest runs already: something started it beside Nova, or an earlier attempt did. Compare virsh list with the state'
    + ' that Nova shows before trying again.'),
  sentence(['cannot read cputime for domain', 'cannot get CPU affinity of process', 'domain is no longer running'],
    'The guest ended while libvirt was at work with it: its own log below /var/log/libvirt says why, where nobody had stopped'
    + ' or deleted it.'),
  sentence(['omain is not running', 'cannot do live update a device on inactive domain'],
    'The guest does not run on this host: it ended by itself or was stopped beside Nova. Start the instance, then try again.'),
  sentence(['undefine domain with nvram', 'delete inactive domain with nvram'],
    'The guest has UEFI variables, which libvirt does not remove with its definition unless it is asked to: remove it with'
    + ' virsh undefine --nvram.'),
  sentence(['QEMU guest agent is not connected', 'Guest agent is not responding', 'QEMU guest agent is not configured'],
    'The agent inside the guest does not answer: install and start qemu-guest-agent there; the image needs'
    + ' hw_qemu_guest_agent=yes.'),
  sentence(['domain has CPU feature: %(feature)s'],
    'The memory of a guest with the CPU feature {feature} can neither be saved nor moved: give guests a cpu_mode or model'
    + ' without it; they take it at their next hard reboot.'),
  sentence(['domain save job: unexpectedly failed', 'Failed to save domain'],
    'The memory of the guest could not be saved: see the room below /var/lib/libvirt and the log of the guest.'),
  sentence(['same host %(uuid)s'],
    'libvirt of both hosts goes by the same UUID, which their firmware gave them: set host_uuid in libvirtd.conf of each to'
    + ' one of its own.'),
  sentence(['migrate-incoming\': Failed to bind socket: Address already in use'],
    'The port that libvirt chose is in use by another program of the host: try again, or move the range of ports'
    + ' (migration_port_min in qemu.conf) away from it.'),
  sentence(['migration job: unexpectedly failed', 'migration out job: unexpectedly failed', '\'migration out\' unexpectedly failed',
    'migration in job: unexpectedly failed'],
  'The migration ended, and this host does not know why: the log of the guest on the other host (/var/log/libvirt/qemu there)'
    + ' says it.'),
  sentence(['migrate non-shared storage', 'Migration without shared storage is unsafe'],
    'The disks are not on storage that both hosts share: migrate with the disks (block migration).'),
];

const devices: readonly RemedySentence[] = [
  sentence(['can\'t find value \'drive-%(drive)s\''],
    'QEMU had not opened the disk that was to be attached, and says why only in its own log of the guest: mostly rights,'
    + ' AppArmor or SELinux, or the key of Ceph.'),
  sentence(['Duplicate ID \'%(device)s\' for device'],
    'The guest still has a device {device}, mostly one that was detached and that it did not let go of: reboot the instance'
    + ' hard, so that its devices are named anew, then attach again.'),
  sentence(['No more available PCI', 'PCI: no slot/function available', 'No PCI buses available'],
    'The guest has no free PCI slot for one more device: raise num_pcie_ports (machine type q35) and reboot the instance hard,'
    + ' or detach something.'),
  sentence(['Bus \'%(bus)s\' does not support hotplugging'],
    'The bus {bus} of the guest takes no device while it runs: stop the instance, attach, then start it.'),
  sentence(['disk bus \'%(bus)s\' cannot be hotplugged', 'disk device bus \'%(bus)s\' cannot be hotplugged'],
    'A disk on the bus {bus} cannot be attached to a guest that runs: give the image hw_disk_bus virtio or scsi, or attach'
    + ' while the instance is stopped.'),
  sentence(['Invalid harddisk device name: %(device)s'],
    'libvirt does not take {device} as the name of a disk: attach without naming one.'),
  sentence(['no matching network device was found', 'disk %(disk)s not found', 'device not found: '],
    'The guest no longer has the device in its definition: compare virsh dumpxml with what Nova shows as attached.'),
  sentence(['multiple devices matching'],
    'The guest has several interfaces that fit, from an attachment that was not undone: reboot the instance hard, so that it'
    + ' gets those that Nova knows.'),
  sentence(['no node device with matching name \'%(device)s\'', 'Node device not found'],
    'libvirt of this host does not know that device: see virsh nodedev-list, and whether device_spec names what the host has.'),
  sentence(['because the PF is not online'],
    'The port of the host behind that virtual function is down: bring it up (ip link set <port> up).'),
  sentence(['not ready for pivot yet', 'block copy still active', 'domain has active block job', 'already in active block job'],
    'The disk is still being copied by an earlier job: wait for it (virsh blockjob <domain> <disk> --info) or abort it, then try'
    + ' again.'),
  sentence(['block copy is not supported with this QEMU binary'],
    'QEMU of this host cannot copy the disk of a guest that runs: stop the instance first, or install a QEMU that can'
    + ' (qemu-kvm-ev on CentOS 7).'),
  sentence(['open disk image file failed'],
    'QEMU could not open the new file of the disk: mostly AppArmor, SELinux, or the rights of its folder.'),
  sentence(['Unable to pre-create chardev file \'%(path)s\': Permission denied'],
    'libvirt may not write {path}, the console of the guest: see owner and mode of the file and its folders, SELinux and AppArmor.'),
  sentence(['Unable to pre-create chardev file \'%(path)s\': No such file'],
    'The folder of {path} is not there: see whether instances_path is mounted, and whether another request removed the'
    + ' instance meanwhile.'),
  sentence(['cannot read header \'%(path)s\': Input/output error'],
    'Reading {path} failed: the path to its storage is broken; see the kernel\'s log and multipath.'),
  sentence(['Unable to allow access for disk path %(path)s: No such file', 'unable to stat: %(path)s: No such file',
    'unable to resolve \'%(path)s\': No such file', 'cannot open file \'%(path)s\': No such file'],
  'On this host there is no {path}: below /dev a volume is not connected, elsewhere see whether instances_path is mounted.'),
];

const host: readonly RemedySentence[] = [
  sentence(['virtlogd-sock', 'virtlogd-admin-sock'],
    'virtlogd, which keeps the consoles of guests, does not run on this host: start it (virtlogd.socket).'),
  sentence(['Failed to connect socket to \'%(socket)s\': Permission denied', 'no polkit agent available'],
    'nova-compute may not talk to libvirt: its user belongs into the group of the socket (unix_sock_group in libvirtd.conf), or'
    + ' needs a rule of polkit.'),
  sentence(['org.freedesktop.machine1'],
    'systemd-machined, which registers guests, did not answer libvirt: restart it, then libvirt.'),
  sentence(['cannot limit locked memory', 'locked memory limit'],
    'libvirt may not raise how much memory QEMU can lock: set LimitMEMLOCK=infinity for its service; in a container it needs the'
    + ' right to do so (SYS_RESOURCE).'),
  sentence(['is not a bridge device'],
    'What the guest was to be plugged into is no bridge on this host: see what made it (ip -d link), the agent of Neutron or'
    + ' nova-network.'),
  sentence(['cannot set bandwidth limits on %(device)s'],
    'libvirt could not set the limits of the flavor (quota:vif_…) on {device}: see whether tc works on the host, or take them off'
    + ' the flavor.'),
  sentence(['nwfilter is in use'],
    'A guest still uses that filter of libvirt: it goes with the guest, and nothing is to be done where it is gone now.'),
  sentence(['Network filter not found', 'no nwfilter with matching name'],
    'A filter that the interfaces of guests refer to is gone from libvirt: restart nova-compute, which defines its own when it'
    + ' next needs them, and start the instance again.'),
  sentence(['Error while building firewall', 'Some rules could not be created for interface'],
    'libvirt could not set the rules of the interface: see whether ebtables and iptables work on the host, and what else changes'
    + ' rules at the same time.'),
  sentence(['Missing CPU model name', 'no guest CPU model specified'],
    'No CPU model was named that libvirt could use: set cpu_models with cpu_mode custom; where none was asked for, libvirt does'
    + ' not know the CPU of this host.'),
  sentence(['CPU feature `%(feature)s\' specified more than once', 'CPU feature \'%(feature)s\' specified more than once'],
    'libvirt does not take back its own description of this CPU, which names {feature} twice: bring it up to date, or set'
    + ' cpu_mode to custom with a model.'),
  sentence(['CPU mode \'%(mode)s\' for %(kind)s is not supported by hypervisor'],
    'The hypervisor of this host cannot do cpu_mode {mode} for {kind}: choose one that virsh domcapabilities lists; without KVM'
    + ' (virt_type qemu) that is custom or none.'),
  sentence(['default video type', 'does not support \'%(model)s\' video device', 'video device is not supported'],
    'QEMU of this host has no such video device: give the image a hw_video_model that it has, or install the package with it.'),
  sentence(['spice graphics are not supported'],
    'QEMU of this host has no SPICE: set [spice] enabled to False, or install a QEMU that has it.'),
  sentence(['IDE controllers are unsupported'],
    'The machine type of the guest (q35) has no IDE: give the image hw_disk_bus and hw_cdrom_bus virtio, scsi or sata.'),
  sentence(['no supported architecture for os type', 'Cannot find suitable emulator for', 'could not find capabilities for'],
    'libvirt of this host has no QEMU for the architecture or kind of guest that is asked for: install it and restart libvirt, or'
    + ' correct hw_architecture of the image and virt_type.'),
  sentence(['not supported by the connection driver: %(call)s', 'unsupported flags (%(flags)s) in function %(call)s'],
    'The driver of libvirt that is used here cannot do {call}: another virt_type or a newer libvirt may.'),
  sentence(['libxenlight failed', 'error from xen daemon'],
    'Xen refused: its reason is in its own log of this host (/var/log/libvirt/libxl, /var/log/xen).'),
];

const general: readonly RemedySentence[] = [
  sentence(['Unable to read from monitor', 'Unable to write to monitor', 'nd of file from monitor', 'nd of file from qemu monitor',
    'hangup / error event on socket', 'unexpectedly closed the monitor', 'Process exited while reading console log output'],
  'QEMU ended while libvirt was talking to it: the log of the guest (/var/log/libvirt/qemu/<domain>.log) says why; where it is'
    + ' silent, see whether the kernel killed it (journalctl -k).'),
  sentence(['rocess exited while connecting to monitor'],
    'QEMU ended while it started, and this line does not show why: the log of the guest (/var/log/libvirt/qemu/<domain>.log) does.'),
  sentence(['unable to execute QEMU command \'%(command)s\': %(reason)s'],
    'QEMU refused {command} ({reason}): its own log of the guest may say more (/var/log/libvirt/qemu/<domain>.log).'),
  sentence(['unsupported configuration: %(reason)s'],
    'The guest is asked to have what libvirt or QEMU of this host cannot do ({reason}): take it off flavor, image or nova.conf, or'
    + ' bring them up to date.'),
  sentence(['XML error: %(reason)s'],
    'libvirt does not take the definition that Nova wrote of the guest ({reason}): look for properties of flavor and image that'
    + ' ask for it.'),
];

export const libvirtRemedy: Remedy = {
  sentences: [
    ...guest, ...devices, ...host, ...general,
    { text: 'libvirt refused or lost the guest: its reason is in the message, and more is in the'
      + ' libvirt log and in the guest\'s own one below /var/log/libvirt of this host (qemu, lxc, libxl).' },
  ],
};
