// What Neutron, Placement, Cinder, libvirt and QEMU log of what Nova does, Nova's request as their global id.
// In: a writer of lines, an instance, and the moment. Out: lines; the clock stands still.

import type { Instance } from './cloud';
import type { Random } from './random';

export type OtherService = 'neutron' | 'placement' | 'cinder-api' | 'cinder-volume';

/** @param rest the line behind its time */
export type WriteLine = (service: OtherService, time: number, rest: string, instance: Instance) => void;

const ids = '9c1ff7a8c2f34ec0b5b0f8e1d1a7e3b2 0d9b2d8f1c9b4d2e8a8b5f5a3c6e7d10 - - default default';

/** The port that a boot asks for: created, bound, up. @param at when the compute host asked. */
export function portOf(instance: Instance, host: string, at: number, random: Random, write: WriteLine): void {
  const { port, context } = instance;
  const create = `[${context.request} ${random.request()} ${ids}]`;
  const update = `[${context.request} ${random.request()} ${ids}]`;
  write('neutron', at + 420, `21 INFO neutron.wsgi ${create} 192.0.2.21 "POST /v2.0/ports HTTP/1.1" status: 201  len: 1023 time: 0.4000000`, instance);
  write('neutron', at + 700, `21 DEBUG neutron.plugins.ml2.managers ${update} Bound port: ${port}, host: ${host}, vif_type: ovs, `
    + 'vif_details: {"port_filter": true}, binding_levels: [] _bind_port_level /usr/lib/python3/dist-packages/neutron/plugins/ml2/managers.py:1001', instance);
  write('neutron', at + 900, `21 INFO neutron.wsgi ${update} 192.0.2.21 "PUT /v2.0/ports/${port} HTTP/1.1" status: 200  len: 1177 time: 0.3000000`, instance);
}

/** The allocation that the scheduler claims. */
export function allocationOf(instance: Instance, at: number, random: Random, write: WriteLine): void {
  const { uuid, context } = instance;
  const head = `[${context.request} ${random.request()} ${ids}]`;
  write('placement', at, `19 INFO placement.requestlog ${head} 192.0.2.5 "PUT /placement/allocations/${uuid}" `
    + 'status: 204 len: 0 microversion: 1.36', instance);
}

/** A volume that Cinder does not fill in time. @param at when Nova gave it up */
export function volumeOf(
  instance: Instance, volume: string, at: number, random: Random, write: WriteLine,
): void {
  const { context } = instance;
  const create = `[${context.request} ${random.request()} ${ids}]`;
  const remove = `[${context.request} ${random.request()} ${ids}]`;
  const url = 'http://192.0.2.7:8776/v3/0d9b2d8f1c9b4d2e8a8b5f5a3c6e7d10/volumes';
  write('cinder-api', at - 188_300, `31 INFO cinder.api.openstack.wsgi ${create} POST ${url}`, instance);
  write('cinder-volume', at - 187_600, `33 INFO cinder.volume.flows.manager.create_volume ${create} Volume ${volume}: `
    + "being created as image with specification: {'status': 'creating', 'volume_size': 20}", instance);
  write('cinder-api', at - 90, `31 INFO cinder.api.openstack.wsgi ${remove} DELETE ${url}/${volume}`, instance);
}

/** What libvirt's log of one guest says, by what nova-compute says of it; with the zone that it writes. */
export type WriteGuest = (host: string, time: number, lines: readonly string[], instance: Instance) => void;

/** Guests as libvirt sees them: where each runs. */
export class Guests {
  readonly #running = new Map<string, Set<string>>();
  readonly #write: WriteGuest;

  constructor(write: WriteGuest) {
    this.#write = write;
  }

  /** @param text what nova-compute has logged */
  told(host: string, time: number, text: string, instance: Instance): void {
    const onto = /pre_live_migration on destination host (\S+)\./.exec(text)?.[1];
    if (text.includes('VM Started (Lifecycle Event)')) this.#start(host, time - 120, instance);
    else if (text.includes('Failed to start libvirt guest')) this.#fail(host, time - 160, instance);
    else if (onto !== undefined) {
      this.#start(onto, time + 40, instance);
      this.#write(host, time + 60, ['initiating migration'], instance);
    } else if (text.includes('Migration operation has completed')) this.#end(host, time - 5, 'migrated', instance);
    else if (text.includes('Instance destroyed successfully.')) this.#end(host, time - 30, 'destroyed', instance);
  }

  #start(host: string, time: number, instance: Instance): void {
    const hosts = this.#running.get(instance.uuid) ?? new Set<string>();
    if (hosts.has(host)) return;
    this.#running.set(instance.uuid, hosts.add(host));
    this.#write(host, time, startOf(host, instance), instance);
  }

  #fail(host: string, time: number, instance: Instance): void {
    const why = "qemu-system-x86_64: cannot set up guest memory 'pc.ram': Cannot allocate memory";
    this.#write(host, time, [...startOf(host, instance), why], instance);
    this.#write(host, time + 90, ['shutting down, reason=failed'], instance);
  }

  #end(host: string, time: number, reason: string, instance: Instance): void {
    if (!this.#running.get(instance.uuid)?.delete(host)) return;
    this.#write(host, time, [`shutting down, reason=${reason}`], instance);
  }
}

function startOf(host: string, { uuid, domain }: Instance): readonly string[] {
  return [
    'starting up libvirt version: 10.0.0, package: 10.0.0-2ubuntu8, qemu version: 8.2.2, kernel: 6.8.0-31-generic, '
      + `hostname: ${host}`,
    'LC_ALL=C \\', '/usr/bin/qemu-system-x86_64 \\', `-name guest=${domain},debug-threads=on \\`, `-uuid ${uuid} \\`, '-S',
  ];
}
