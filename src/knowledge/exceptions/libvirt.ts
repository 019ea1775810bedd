// Explanations: libvirt and QEMU, the definition of the guest, disks on the host, devices.

import { docs } from '../links';
import type { ExceptionNotes } from './note';

export const libvirt = {
  libvirtError: {
    summary: 'libvirt refused a request of nova-compute; its text says why.',
    effect: 'While a guest is defined or started the build is rescheduled to another host, and the '
      + 'half-made guest and its files are removed here. In other operations the operation fails and the '
      + 'instance may go to ERROR.',
    causes: [
      { text: 'QEMU did not start: machine type, CPU model, a device or a file is not accepted.',
        evidence: '"internal error: process exited while connecting to monitor" or "qemu unexpectedly '
          + 'closed the monitor".' },
      { text: 'The host cannot use KVM.',
        evidence: '"Could not access KVM kernel module", "invalid argument: could not find capabilities for '
          + 'domaintype=kvm".' },
      { text: 'AppArmor or SELinux forbids a file or socket.',
        evidence: '"Permission denied", and DENIED or avc lines in the audit log at the same second.' },
      { text: 'libvirtd does not answer or restarts.',
        evidence: '"Failed to connect socket", "End of file while reading data", "Cannot recv data".' },
      { text: 'The guest is gone or in another state than expected.',
        evidence: '"Domain not found", "domain is not running".' },
      { text: 'A bridge, tap device or OVS port is missing.',
        evidence: '"Cannot get interface MTU on", "Network not found".' },
    ],
    checks: [
      { text: 'The log of QEMU for this guest', command: 'tail -n 40 /var/log/libvirt/qemu/<domain>.log' },
      { text: 'Messages of libvirt', command: 'journalctl -u libvirtd -u virtqemud --since "-1h"' },
      { text: 'Whether the host can run guests', command: 'virt-host-validate qemu' },
      { text: 'Denials', command: 'journalctl -k --grep "DENIED|avc"' },
      { text: 'What libvirt knows of the guest', command: 'virsh dominfo <domain>' },
    ],
    changes: [
      { text: 'Cure what the text names; hosts of one aggregate should have the same CPU, QEMU and '
          + 'libvirt.' },
      { text: 'Set `virt_type`, `cpu_mode` and `cpu_models` to what the host can do.',
        risk: 'A changed CPU model holds for guests that are started anew, and can stop live migration '
          + 'between unlike hosts.' },
    ],
    options: [
      'libvirt.virt_type', 'libvirt.cpu_mode', 'libvirt.cpu_models', 'libvirt.connection_uri',
      'libvirt.hw_machine_type', 'libvirt.disk_cachemodes',
    ],
    links: [docs.cpuModels, docs.machineType],
    sample: 'libvirt.libvirtError: internal error: process exited while connecting to monitor: Could not '
      + 'access KVM kernel module: Permission denied',
  },
  HypervisorUnavailable: {
    summary: 'nova-compute has no connection to libvirt on this host.',
    effect: 'Running guests are not touched, but nothing can be done with them. The host disables itself '
      + 'for scheduling until the connection is back.',
    causes: [
      { text: 'libvirtd or virtqemud does not run, or was restarted.',
        evidence: '"Connection to libvirt failed" with the reason above it.' },
      { text: 'The socket is not readable for the Nova user or not mounted into its container.',
        evidence: '"Permission denied" or "No such file or directory" in the reason.' },
      { text: 'All worker threads of libvirt hang on storage.', evidence: '`virsh list` hangs as well.' },
    ],
    checks: [
      { text: 'Whether libvirt answers', command: 'virsh list --all' },
      { text: 'The services', command: 'systemctl status libvirtd virtqemud' },
      { text: 'The sockets', command: 'ls -l /var/run/libvirt' },
    ],
    changes: [{ text: 'Bring libvirt back; nova-compute connects again by itself.' }],
    options: ['libvirt.connection_uri', 'libvirt.virt_type'],
    sample: 'nova.exception.HypervisorUnavailable: Connection to the hypervisor is broken on host',
  },
  InternalError: {
    summary: 'A step inside the driver failed; its text says which.',
    effect: 'At spawn the build is rescheduled to another host; elsewhere the operation fails.',
    causes: [
      { text: 'os-vif could not plug the interface.',
        evidence: '"Failure running os_vif plugin plug method" in the message.' },
      { text: 'The port was not bound, so that its VIF type cannot be plugged.',
        evidence: '"Unexpected vif_type=binding_failed" or "Unsupported VIF type" in the message.' },
      { text: 'A value of the driver configuration is not usable.',
        evidence: 'It is raised when nova-compute starts.' },
    ],
    checks: [
      { text: 'Why os-vif failed', command: 'grep -nE "os_vif|vif_plug" /var/log/nova/nova-compute.log' },
      { text: 'Ports and bridges', command: 'ovs-vsctl show' },
    ],
    changes: [{ text: 'Bring Open vSwitch or the bridge back; correct the option that the text names.' }],
    options: ['os_vif_ovs.ovsdb_connection', 'os_vif_ovs.ovs_vsctl_timeout'],
    sample: 'nova.exception.InternalError: Failure running os_vif plugin plug method: Failed to plug VIF '
      + 'VIFBridge(active=False). Got error: Command failed',
  },
  InvalidCPUInfo: {
    summary: 'A CPU model or flag is not compatible with this host.',
    effect: 'At start-up nova-compute does not start. At spawn the build is rescheduled. Before a live '
      + 'migration the destination is refused and the instance runs on.',
    causes: [
      { text: 'Source and destination have different CPU generations, microcode or QEMU.',
        evidence: '"CPU does not have compatibility" from the check before a migration.' },
      { text: '`cpu_models` or `cpu_model_extra_flags` name something that this host lacks.',
        evidence: '"Configured CPU model ... not compatible with host CPU".' },
    ],
    checks: [
      { text: 'CPU of the host as libvirt sees it', command: 'virsh capabilities' },
      { text: 'Models that the host can give', command: 'virsh domcapabilities' },
      { text: 'Flags', command: 'lscpu' },
    ],
    changes: [
      { text: 'Set `cpu_mode` to custom with a model that all hosts can give.',
        risk: 'Guests lose newer CPU features, and see the new model only after a hard reboot.' },
    ],
    options: [
      'libvirt.cpu_mode', 'libvirt.cpu_models', 'libvirt.cpu_model_extra_flags',
      'workarounds.skip_cpu_compare_on_dest', 'workarounds.skip_cpu_compare_at_startup',
    ],
    links: [docs.cpuModels],
    sample: 'nova.exception.InvalidCPUInfo: Unacceptable CPU info: CPU does not have compatibility.',
  },
  InvalidMachineType: {
    summary: 'The machine type of the guest does not go with its image or with what it asks for.',
    effect: 'A build is rescheduled to another host, where it mostly fails alike; a request that the API '
      + 'can check is refused.',
    causes: [
      { text: 'Memory encryption asks for a q35 machine and the image or option names another.' },
      { text: 'The image property hw_machine_type names one that QEMU of the host does not know.' },
    ],
    checks: [
      { text: 'The image', command: 'openstack image show <image> -c properties' },
      { text: 'Machine types of the host', command: 'virsh capabilities' },
    ],
    changes: [{ text: 'Correct `hw_machine_type` of the image or the option.' }],
    options: ['libvirt.hw_machine_type'],
    links: [docs.machineType],
    sample: "nova.exception.InvalidMachineType: Machine type 'pc' is not compatible with image sev "
      + '(2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50): q35 type is required for SEV to work',
  },
  UEFINotSupported: {
    summary: 'The guest wants UEFI and the host cannot give it.',
    effect: 'A build is rescheduled to another host.',
    causes: [
      { text: 'The firmware package (OVMF or AAVMF) is not installed on this host.' },
      { text: 'The architecture or virt_type of the host has no UEFI.' },
    ],
    checks: [
      { text: 'Firmware that libvirt knows', command: 'virsh domcapabilities --machine q35' },
      { text: 'Firmware files', command: 'ls /usr/share/qemu/firmware' },
    ],
    changes: [
      { text: 'Install the firmware on all hosts for such images and restart libvirt and nova-compute.' },
    ],
    options: [],
    links: [docs.uefi],
    sample: 'nova.exception.UEFINotSupported: UEFI is not supported',
  },
  SecureBootNotSupported: {
    summary: 'The guest wants Secure Boot and the host cannot give it.',
    effect: 'A build is rescheduled to another host.',
    causes: [{ text: 'The host has no firmware with Secure Boot, or its machine type is not q35.' }],
    checks: [{ text: 'Firmware that libvirt knows', command: 'virsh domcapabilities --machine q35' }],
    changes: [
      { text: 'Install the firmware, or keep such flavors to hosts that have the trait '
          + 'COMPUTE_SECURITY_UEFI_SECURE_BOOT.' },
    ],
    options: ['libvirt.hw_machine_type'],
    links: [docs.secureBoot],
    sample: 'nova.exception.SecureBootNotSupported: Secure Boot is not supported by host',
  },
  RequestedVRamTooHigh: {
    summary: 'The image asks for more video memory than the flavor allows.',
    effect: 'The build is aborted; no other host is tried (Newton: another host is).',
    causes: [
      { text: 'hw_video_ram of the image is larger than hw_video:ram_max_mb of the flavor, or the flavor '
          + 'sets none.' },
    ],
    checks: [
      { text: 'The image', command: 'openstack image show <image> -c properties' },
      { text: 'The flavor', command: 'openstack flavor show <flavor> -c properties' },
    ],
    changes: [{ text: 'Raise the limit of the flavor, or lower the property of the image.' }],
    options: [],
    links: [docs.flavors],
    sample: 'nova.exception.RequestedVRamTooHigh: The requested amount of video memory 128 is higher than '
      + 'the maximum allowed by flavor 64.',
  },
  InvalidVideoMode: {
    summary: 'The video model of the image is not one that Nova can give.',
    effect: 'A build is rescheduled to another host, where it fails alike.',
    causes: [{ text: 'A wrong hw_video_model of the image.' }],
    checks: [{ text: 'The image', command: 'openstack image show <image> -c properties' }],
    changes: [{ text: 'Correct or remove hw_video_model.' }],
    options: ['spice.enabled'],
    sample: 'nova.exception.InvalidVideoMode: Provided video model (vga2) is not supported.',
  },
  InvalidWatchdogAction: {
    summary: 'The watchdog action of the image or flavor is not one that Nova knows.',
    effect: 'A build is rescheduled to another host, where it fails alike.',
    causes: [{ text: 'A wrong hw_watchdog_action or hw:watchdog_action.' }],
    checks: [
      { text: 'The image', command: 'openstack image show <image> -c properties' },
      { text: 'The flavor', command: 'openstack flavor show <flavor> -c properties' },
    ],
    changes: [{ text: 'Use disabled, reset, poweroff, pause or none.' }],
    options: [],
    links: [docs.flavors],
    sample: 'nova.exception.InvalidWatchdogAction: Provided watchdog action (restart) is not supported.',
  },
  RngDeviceNotExist: {
    summary: 'The random number device of [libvirt] rng_dev_path is not on the host.',
    effect: 'A build of an image or flavor that asks for it is rescheduled to another host.',
    causes: [{ text: 'The path is wrong on this host, or not mounted into the container of nova-compute.' }],
    checks: [{ text: 'The device', command: 'ls -l /dev/urandom /dev/hwrng' }],
    changes: [{ text: 'Set `rng_dev_path` to a device that exists, for example /dev/urandom.' }],
    options: ['libvirt.rng_dev_path'],
    sample: 'nova.exception.RngDeviceNotExist: The provided RNG device path: (/dev/hwrng) is not present on '
      + 'the host.',
  },
  SerialPortNumberLimitExceeded: {
    summary: 'The guest asks for more serial ports than the hypervisor can give.',
    effect: 'A build is rescheduled to another host, where it fails alike.',
    causes: [{ text: 'hw_serial_port_count or hw:serial_port_count is above four.' }],
    checks: [{ text: 'The flavor', command: 'openstack flavor show <flavor> -c properties' }],
    changes: [{ text: 'Lower the number.' }],
    options: ['serial_console.enabled'],
    links: [docs.flavors],
    sample: 'nova.exception.SerialPortNumberLimitExceeded: Maximum number of serial port exceeds 4 for kvm',
  },
  SocketPortRangeExhaustedException: {
    summary: 'No port for a serial console is free in the range of [serial_console].',
    effect: 'A build is rescheduled to another host.',
    causes: [{ text: 'More guests than ports on this host, or other programs use the range.' }],
    checks: [
      { text: 'Ports in use', command: 'ss -ltn' },
      { text: 'The range', command: 'grep -n "port_range" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Widen `port_range`.', risk: 'Open the firewall for the new ports.' }],
    options: ['serial_console.port_range', 'serial_console.enabled'],
    links: [docs.remoteConsole],
    sample: 'nova.exception.SocketPortRangeExhaustedException: Not able to acquire a free port for '
      + '192.0.2.21',
  },
  DestinationDiskExists: {
    summary: 'The directory of the instance already exists on the destination of a live migration.',
    effect: 'The live migration ends before it begins and the instance runs on at the source; the directory '
      + 'on the destination is not touched.',
    causes: [
      { text: 'An earlier migration, evacuation or failed build left the directory there.' },
      { text: 'The instances directory is shared, but Nova does not notice it.',
        evidence: 'The same path is a mount on both hosts.' },
    ],
    checks: [
      { text: 'What is in it', command: 'ls -la /var/lib/nova/instances/<instance>' },
      { text: 'Whether the directory is shared', command: 'findmnt -T /var/lib/nova/instances' },
      { text: 'Whether the destination holds a guest of it', command: 'virsh list --all --uuid --name' },
    ],
    changes: [
      { text: 'Move the directory aside on the destination, then migrate again.',
        risk: 'On shared storage it holds the disk that the guest is using: be sure that it is not shared.' },
    ],
    options: ['DEFAULT.instances_path'],
    links: [docs.configuringMigrations],
    sample: 'nova.exception.DestinationDiskExists: The supplied disk path '
      + '(/var/lib/nova/instances/8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5) already exists, it is expected not '
      + 'to exist.',
  },
  DiskNotFound: {
    summary: 'A disk file or device that Nova needs is not there.',
    effect: 'A build is rescheduled to another host; a start or reboot fails and the instance may go to '
      + 'ERROR. The resource report of the host can fail over it.',
    causes: [
      { text: 'The instances directory is not mounted, or was cleaned by hand.' },
      { text: 'The base file in the image cache was removed while disks still build on it.',
        evidence: 'The path lies in _base.' },
      { text: 'A volume lost its device on this host.', evidence: 'The path lies in /dev.' },
    ],
    checks: [
      { text: 'Whether the file is there', command: 'ls -l <path>' },
      { text: 'Disks of the guest', command: 'virsh domblklist <domain>' },
      { text: 'What a disk builds on', command: 'qemu-img info -U --backing-chain <path>' },
    ],
    changes: [
      { text: 'Mount or restore the file; a base file can be fetched anew by booting another instance of '
          + 'the image on the host.' },
    ],
    options: ['DEFAULT.instances_path', 'image_cache.remove_unused_base_images'],
    links: [docs.imageCaching],
    sample: 'nova.exception.DiskNotFound: No disk at '
      + '/var/lib/nova/instances/8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5/disk',
  },
  DeviceDetachFailed: {
    summary: 'The guest did not give the device free.',
    effect: 'A detach fails and volume or port stay attached; a rebuild ends with the instance in ERROR.',
    causes: [
      { text: 'The guest system still uses the device, or does not answer hot-unplug requests: it is '
          + 'booting, hung or has no driver for it.' },
      { text: 'QEMU rejected the request.', evidence: '"failed" event of libvirt rather than a timeout.' },
    ],
    checks: [
      { text: 'Devices of the guest', command: 'virsh domblklist <domain> --details' },
      { text: 'Interfaces of the guest', command: 'virsh domiflist <domain>' },
      { text: 'The log of QEMU', command: 'tail -n 40 /var/log/libvirt/qemu/<domain>.log' },
    ],
    changes: [
      { text: 'Unmount the device in the guest, or stop the guest, and detach again.' },
      { text: 'From Wallaby on, raise `device_detach_attempts` or `device_detach_timeout` for slow guests.',
        risk: 'A request that hangs is noticed later.' },
    ],
    options: ['libvirt.device_detach_attempts', 'libvirt.device_detach_timeout'],
    links: [docs.manageVolumes],
    sample: 'nova.exception.DeviceDetachFailed: Device detach failed for vdb: Run out of retry while '
      + 'detaching device vdb with device alias virtio-disk1 from instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 from the live domain config. Device is still attached to the '
      + 'guest.',
  },
  DeviceNotFound: {
    summary: 'The device that should be detached is not in the definition of the guest.',
    effect: 'On detach Nova takes the device for detached and cleans up what is left.',
    causes: [{ text: 'An earlier detach got as far as the guest and failed after it.' }],
    checks: [{ text: 'Devices of the guest', command: 'virsh domblklist <domain> --details' }],
    changes: [{ text: 'None, if volume and port end up free; see their state.' }],
    options: [],
    sample: "nova.exception.DeviceNotFound: Device 'vdb' not found.",
  },
  VTPMSecretForbidden: {
    summary: 'The key manager refused to hand out the secret of the emulated TPM.',
    effect: 'The build is aborted; no other host is tried.',
    causes: [
      { text: 'The secret belongs to the user, and the caller is another one, for example an '
          + 'administrator.' },
    ],
    checks: [{ text: 'Who owns the secret', command: 'openstack secret get <secret>' }],
    changes: [
      { text: 'Have the owner do the operation, or use a TPM secret security that allows the deployment to '
          + 'read it.' },
    ],
    options: ['libvirt.swtpm_enabled', 'libvirt.supported_tpm_secret_security'],
    links: [docs.emulatedTpm],
    sample: 'nova.exception.VTPMSecretForbidden: Forbidden',
  },
  InvalidHypervisorType: {
    summary: 'Source and destination of the live migration run different hypervisors.',
    effect: 'The live migration is refused and the instance runs on.',
    causes: [{ text: 'The destination was named by hand.' }],
    checks: [{ text: 'Hypervisors of the hosts', command: 'openstack hypervisor list --long' }],
    changes: [{ text: 'Choose a host of the same kind.' }],
    options: [],
    links: [docs.configuringMigrations],
    sample: 'nova.exception.InvalidHypervisorType: The supplied hypervisor type of is invalid.',
  },
  DestinationHypervisorTooOld: {
    summary: 'The hypervisor of the destination is older than that of the source.',
    effect: 'The live migration is refused and the instance runs on.',
    causes: [{ text: 'Hosts are being upgraded and QEMU differs.' }],
    checks: [
      { text: 'Versions of the hosts', command: 'openstack hypervisor show <host> -c hypervisor_version' },
    ],
    changes: [{ text: 'Migrate towards newer hosts, or upgrade the destination.' }],
    options: ['workarounds.skip_hypervisor_version_check_on_lm'],
    links: [docs.configuringMigrations],
    sample: 'nova.exception.DestinationHypervisorTooOld: The instance requires a newer hypervisor version '
      + 'than has been provided.',
  },
  LiveMigrationURINotAvailable: {
    summary: 'Nova knows no address scheme for a live migration with this virt_type.',
    effect: 'The live migration fails and the instance runs on.',
    causes: [{ text: '`virt_type` is neither kvm nor qemu, and `live_migration_uri` is not set.' }],
    checks: [
      { text: 'The values',
        command: 'grep -n "virt_type\\|live_migration_uri\\|live_migration_scheme" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Set `live_migration_uri` or `live_migration_scheme`.' }],
    options: ['libvirt.live_migration_uri', 'libvirt.live_migration_scheme', 'libvirt.virt_type'],
    links: [docs.configuringMigrations],
    sample: 'nova.exception.LiveMigrationURINotAvailable: No live migration URI configured and no default '
      + 'available for "lxc" hypervisor virtualization type.',
  },
} satisfies ExceptionNotes;
