// Loggers of Nova's drivers, as their packages are named: in Nova's own tree over all releases, and of those
// that are installed beside it. With one that has a file for each connection (up to Essex) `_conn` follows.

export const libvirtLoggers: readonly string[] = ['nova.virt.libvirt'];

export const otherDriverLoggers: readonly string[] = [
  'nova.virt.baremetal', 'nova.virt.hyperv', 'nova.virt.ironic', 'nova.virt.lxd', 'nova.virt.powervm',
  'nova.virt.vmwareapi', 'nova.virt.xenapi', 'nova.virt.zvm',
  'compute_hyperv', 'nova_lxd', 'nova_powervm', 'nova_zvm', 'novadocker',
];
