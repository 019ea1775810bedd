// The large values that Nova prints into its lines: network information, guest XML, host states. In: an
// instance and a host. Out: text as it stands in the log.

import type { Instance } from './cloud';

export function networkInfo({ port, mac, network, address, context }: Instance, active: boolean): string {
  const gateway = address.replace(/\.\d+$/, '.1');
  return JSON.stringify([{
    id: port, address: mac,
    network: {
      id: network, bridge: 'br-int', label: 'tenant-net',
      subnets: [{
        cidr: address.replace(/\.\d+$/, '.0/24'), dns: [],
        gateway: { address: gateway, type: 'gateway', version: 4, meta: {} },
        ips: [{ address, type: 'fixed', version: 4, meta: {}, floating_ips: [] }],
        routes: [], version: 4, meta: { enable_dhcp: true },
      }],
      meta: {
        injected: false, tenant_id: context.project, mtu: 1442, physical_network: null, tunneled: true,
      },
    },
    type: 'ovs', details: { port_filter: true, connectivity: 'l2', bridge_name: 'br-int', datapath_type: 'system' },
    devname: `tap${port.slice(0, 11)}`, ovs_interfaceid: port, qbh_params: null, qbg_params: null, active,
    vnic_type: 'normal', profile: {}, preserve_on_delete: false, delegate_create: true, meta: {},
  }]).replace(/":/g, '": ').replace(/,"/g, ', "').replace(/,\{/g, ', {');
}

export function vifObject({ port, mac, network }: Instance, active: boolean): string {
  const flag = active ? 'True' : 'False';
  return `VIFOpenVSwitch(active=${flag},address=${mac},bridge_name='br-int',has_traffic_filtering=True,`
    + `id=${port},network=Network(${network}),plugin='ovs',port_profile=VIFPortProfileOpenVSwitch,`
    + 'preserve_on_delete=False,'
    + `vif_name='tap${port.slice(0, 11)}')`;
}

/** The domain XML; its line breaks stay in the log. */
export function guestXml({ uuid, domain, name, flavor, mac, port }: Instance): string {
  return [
    '<domain type="kvm">', `  <uuid>${uuid}</uuid>`, `  <name>${domain}</name>`, '  <memory>2097152</memory>',
    '  <vcpu>2</vcpu>', '  <metadata>',
    '    <nova:instance xmlns:nova="http://openstack.org/xmlns/libvirt/nova/1.1">',
    '      <nova:package version="29.2.2"/>', `      <nova:name>${name}</nova:name>`,
    `      <nova:flavor name="${flavor}">`, '        <nova:memory>2048</nova:memory>', '        <nova:vcpus>2</nova:vcpus>',
    '      </nova:flavor>', '    </nova:instance>', '  </metadata>', '  <os>',
    '    <type machine="q35">hvm</type>', '    <boot dev="hd"/>', '  </os>', '  <features>', '    <acpi/>', '    <apic/>',
    '  </features>', '  <cpu mode="host-model" match="exact">', '    <topology sockets="2" cores="1" threads="1"/>',
    '  </cpu>', '  <devices>', '    <disk type="file" device="disk">',
    '      <driver name="qemu" type="qcow2" cache="none"/>',
    `      <source file="/var/lib/nova/instances/${uuid}/disk"/>`, '      <target dev="vda" bus="virtio"/>', '    </disk>',
    '    <interface type="ethernet">', `      <mac address="${mac}"/>`, '      <model type="virtio"/>',
    '      <mtu size="1442"/>', `      <target dev="tap${port.slice(0, 11)}"/>`, '    </interface>',
    '    <serial type="pty">', `      <log file="/var/lib/nova/instances/${uuid}/console.log" append="off"/>`,
    '    </serial>', '    <graphics type="vnc" autoport="yes" listen="0.0.0.0"/>', '  </devices>', '</domain>', '',
  ].join('\n');
}

export function hostState(host: string, ram: number): string {
  return `(${host}, ${host}.cloud.example) ram: ${ram}MB disk: 348160MB io_ops: 0 instances: 7`;
}

export function imageMeta({ image }: Instance): string {
  return "ImageMeta(checksum='<?>',container_format='bare',created_at=<?>,direct_url=<?>,"
    + `disk_format='qcow2',id=${image},`
    + "min_disk=0,min_ram=0,name='ubuntu-24.04',owner=<?>,properties=ImageMetaProps,protected=<?>,size=621871104,"
    + "status='active',tags=<?>,updated_at=<?>,virtual_size=<?>,visibility=<?>)";
}

export function blockDevices(volume: boolean, { image }: Instance): string {
  const target = volume ? 'volume' : 'local';
  return '[BlockDeviceMapping(attachment_id=<?>,boot_index=0,connection_info=None,created_at=<?>,delete_on_termination=True,'
    + `deleted=<?>,destination_type='${target}',device_name=None,device_type='disk',disk_bus=None,`
    + `image_id='${image}',`
    + `no_device=False,snapshot_id=None,source_type='image',tag=None,volume_id=None,volume_size=${volume ? 20 : 'None'})]`;
}
