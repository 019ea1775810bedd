// What goes on all the time, whatever is asked for: periodic work of the hosts, people who look what there
// is. In: a cloud. Out: lines in its logs.

import type { Cloud } from './cloud';
import { apiRequest } from './controlSteps';
import type { Context } from './serviceLog';

const tasks = ['_sync_scheduler_instance_info', '_poll_rebooting_instances', '_poll_volume_usage', '_reclaim_queued_deletes',
  '_heal_instance_info_cache', '_instance_usage_audit', '_poll_rescued_instances', 'update_available_resource'];

/** One round of a host's periodic work. */
export function periodicWork(cloud: Cloud, host: string): void {
  const log = cloud.compute(host);
  const context: Context = { request: cloud.random.request() };
  const node = `${host}.cloud.example`;
  for (const task of tasks) log.say('periodicTask', { context, values: { full_task_name: `ComputeManager.${task}` } });
  log.say('auditing', { context, values: { host, node } });
  const view = { node, free_ram: cloud.random.whole(9000, 90_000), free_disk: 340, free_vcpus: 12 };
  const devices = [0, 1, 2].map(pciDevice).join(', ');
  log.say('hypervisorView', { context, values: { ...view, pci_devices: `[${devices}]` } });
  log.say('inventorySame', { context, values: [cloud.random.uuid()] });
  const inventory = "{'VCPU': {'total': 32, 'reserved': 0, 'min_unit': 1, 'max_unit': 32, 'step_size': 1, 'allocation_ratio': 4.0},"
    + " 'MEMORY_MB': {'total': 128732, 'reserved': 512, 'min_unit': 1, 'max_unit': 128732, 'step_size': 1, 'allocation_ratio': 1.0}}";
  log.say('inventorySameData', { context, values: [cloud.random.uuid(), inventory] });
}

/** A user asks what there is. */
export function poll(cloud: Cloud): void {
  const { random } = cloud;
  const context = { request: random.request(), user: random.hex(32), project: random.hex(32) };
  const path = random.pick(['/v2.1/servers/detail', '/v2.1/flavors', '/v2.1/limits', '/v2.1/os-hypervisors']);
  apiRequest(cloud, context, 'GET', path, 200, random.between(0.02, 0.4));
}

function pciDevice(slot: number): string {
  return `{"dev_id": "pci_0000_00_0${slot}_0", "address": "0000:00:0${slot}.0", "product_id": "1237",`
    + ' "vendor_id": "8086", "numa_node": null, "label": "label_8086_1237", "dev_type": "type-PCI"}';
}
