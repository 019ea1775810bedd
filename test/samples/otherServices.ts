// What Neutron and Placement log of a boot that Nova asks them for, its request as their global id. In: a
// writer of lines, an instance and the clock. Out: lines; the clock stands still.

import type { Instance } from './cloud';
import type { Random } from './random';

export type WriteLine = (service: 'neutron' | 'placement', time: number, rest: string) => void;

const ids = '9c1ff7a8c2f34ec0b5b0f8e1d1a7e3b2 0d9b2d8f1c9b4d2e8a8b5f5a3c6e7d10 - - default default';

/** The port that a boot asks for: created, bound, up. @param at when the compute host asked. */
export function portOf(
  { port, context }: Instance, host: string, at: number, random: Random, write: WriteLine,
): void {
  const create = `[${context.request} ${random.request()} ${ids}]`;
  const update = `[${context.request} ${random.request()} ${ids}]`;
  write('neutron', at + 420, `21 INFO neutron.wsgi ${create} 192.0.2.21 "POST /v2.0/ports HTTP/1.1" status: 201  len: 1023 time: 0.4000000`);
  write('neutron', at + 700, `21 DEBUG neutron.plugins.ml2.managers ${update} Bound port: ${port}, host: ${host}, vif_type: ovs, `
    + 'vif_details: {"port_filter": true}, binding_levels: [] _bind_port_level /usr/lib/python3/dist-packages/neutron/plugins/ml2/managers.py:1001');
  write('neutron', at + 900, `21 INFO neutron.wsgi ${update} 192.0.2.21 "PUT /v2.0/ports/${port} HTTP/1.1" status: 200  len: 1177 time: 0.3000000`);
}

/** The allocation that the scheduler claims. */
export function allocationOf(
  { uuid, context }: Instance, at: number, random: Random, write: WriteLine,
): void {
  const head = `[${context.request} ${random.request()} ${ids}]`;
  write('placement', at, `19 INFO placement.requestlog ${head} 192.0.2.5 "PUT /placement/allocations/${uuid}" `
    + 'status: 204 len: 0 microversion: 1.36');
}
