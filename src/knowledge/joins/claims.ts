// Further log statements of Nova that carry ids of an instance's things: images, resource providers, PCI
// devices, migrations. Templates are Nova's own.

import type { JoinSpec } from './schema';

const manager = 'nova.compute.manager';
const libvirt = 'nova.virt.libvirt.driver';
const neutron = ['nova.network.neutron', 'nova.network.neutronv2.api'];
const images = 'nova.virt.images';
const port = '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11';
const image = '70c1e9d4-2f0b-4c3e-8a55-9d1f0e6a7b82';
const instance = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const migration = 'c0de4a51-8f7e-4f7b-8a53-1d8f0e6a9b24';
const provider = '2d7f0c18-9a3b-4e51-8c64-0b1e7a5d3f92';

const guestXml = 'Start _get_guest_xml network_info=%(network_info)s disk_info=%(disk_info)s image_meta=%(image_meta)s '
  + 'rescue=%(rescue)s block_device_info=%(block_device_info)s';
const guestSample = 'Start _get_guest_xml network_info=[{"id": "5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11", "address": '
  + '"fa:16:3e:5c:1b:07", "profile": {"pci_slot": "0000:81:0a.1"}}] disk_info={\'disk_bus\': \'virtio\'} '
  + `image_meta=ImageMeta(checksum='<?>',disk_format='raw',id=${image},min_disk=1) rescue=None block_device_info={}`;

export const claimRows: readonly JoinSpec[] = [
  // ---- images: of snapshots, which are of one instance, and of what it boots from ----
  { logger: manager, text: 'Uploading snapshot data for image %s', ids: { 0: 'snapshot' },
    sample: `Uploading snapshot data for image ${image}` },
  { logger: 'nova.compute.utils', text: 'Cleaning up image %s', ids: { 0: 'snapshot' },
    sample: `Cleaning up image ${image}` },
  { logger: manager, text: 'Deleting image %s', ids: { 0: 'snapshot' }, sample: `Deleting image ${image}` },
  { logger: 'nova.conductor.manager', text: 'Unshelve attempted but the image %s cannot be found.',
    ids: { 0: 'snapshot' }, sample: `Unshelve attempted but the image ${image} cannot be found.` },
  { logger: 'nova.virt.block_device', text: 'Booting with volume-backed-image %(image_id)s at %(mountpoint)s',
    ids: { image_id: 'image' }, sample: `Booting with volume-backed-image ${image} at /dev/vda` },
  { logger: libvirt, text: 'Image %s flattened successfully while %s.', ids: { 0: 'image' },
    sample: `Image ${image} flattened successfully while unshelving instance.` },
  { logger: libvirt, text: guestXml, ids: { image_meta: 'image' }, within: 'network_info', sample: guestSample },
  { logger: 'nova.image.glance', text: 'Image signature verification succeeded for image %s', ids: { 0: 'image' },
    sample: `Image signature verification succeeded for image ${image}` },
  { logger: 'nova.image.glance', text: 'Image signature verification failed for image %s', ids: { 0: 'image' },
    sample: `Image signature verification failed for image ${image}` },
  { logger: images, text: 'Image %s failed safety check: %s', ids: { 0: 'image' },
    sample: `Image ${image} failed safety check: Image has data_file set` },
  { logger: images, text: 'Image %s expected to be %s but detected as %s', ids: { 0: 'image' },
    sample: `Image ${image} expected to be raw but detected as qcow2` },

  // ---- migrations, and the providers on which they hold allocations ----
  { logger: manager, text: 'Swapping old allocation on %(rp_uuids)s held by migration %(mig)s for instance',
    ids: { rp_uuids: 'resource-provider', mig: 'migration' },
    sample: `Swapping old allocation on dict_keys(['${provider}']) held by migration ${migration} for instance` },
  { logger: manager, text: 'Migration %s aborted by another process, rollback.', ids: { 0: 'migration' },
    sample: `Migration ${migration} aborted by another process, rollback.` },
  { logger: manager, text: 'Migration %s failed to submit as the compute service is shutting down.',
    ids: { 0: 'migration' },
    sample: `Migration ${migration} failed to submit as the compute service is shutting down.` },
  { logger: manager, ids: { 0: 'migration' },
    text: 'Did not find resource allocations for migration %s on source node %s. Unable to revert source node allocations back to the instance.',
    sample: `Did not find resource allocations for migration ${migration} on source node ${provider}. Unable to revert source node allocations back to the instance.` },
  { logger: 'nova.compute.resource_tracker', ids: { 1: 'migration' }, instance: '0',
    text: 'Applying migration context for instance %s as it has an incoming, in-progress migration %s. Migration status is %s',
    sample: `Applying migration context for instance ${instance} as it has an incoming, in-progress migration ${migration}. Migration status is post-migrating` },
  { logger: 'nova.conductor.tasks.migrate', text: 'Created allocations for instance %(inst)s on %(rp)s',
    ids: { rp: 'resource-provider' }, instance: 'inst',
    sample: `Created allocations for instance ${instance} on ${provider}` },
  { logger: 'nova.scheduler.client.report', text: 'Deleted allocations for %(consumer_type)s %(uuid)s',
    ids: { uuid: 'migration' }, only: { placeholder: 'consumer_type', begins: ['migration'] },
    sample: `Deleted allocations for migration ${migration}` },
  { logger: libvirt, ids: { rp_uuid: 'resource-provider' }, instance: 'consumer_uuid',
    text: 'Unexpected VGPU resource allocation on provider %(rp_uuid)s for consumer %(consumer_uuid)s: %(alloc_data)s. Allocations (%(expected_usage)s) differ from actual use (%(actual_usage)s).',
    sample: `Unexpected VGPU resource allocation on provider ${provider} for consumer ${instance}: {}. Allocations (1) differ from actual use (0).` },
  { logger: neutron, ids: { 0: 'port', 1: 'resource-provider' },
    text: 'Port %s disappeared during deallocate but it had resource allocation on resource provider %s. Resource allocation for this port may be leaked.',
    sample: `Port ${port} disappeared during deallocate but it had resource allocation on resource provider ${provider}. Resource allocation for this port may be leaked.` },

  // ---- devices ----
  { logger: neutron, text: 'Could not determine MAC address for %(addr)s, error: %(e)s', ids: { addr: 'pci' },
    sample: 'Could not determine MAC address for 0000:81:0a.1, error: No such file or directory' },
  { logger: libvirt, text: 'Detaching interface %(mac)s failed because the device is no longer found on the guest.',
    ids: { mac: 'mac' },
    sample: 'Detaching interface fa:16:3e:5c:1b:07 failed because the device is no longer found on the guest.' },
];
