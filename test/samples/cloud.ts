// The invented cloud of the samples: its services' logs and its instances.

import { Random } from './random';
import { Clock, ServiceLog } from './serviceLog';
import type { Context, Written } from './serviceLog';

export interface Instance {
  readonly uuid: string;
  readonly name: string;
  readonly flavor: string;
  readonly image: string;
  readonly port: string;
  readonly network: string;
  readonly mac: string;
  readonly address: string;
  readonly domain: string;
  readonly context: Context;
}

export type ServiceName = 'api' | 'conductor' | 'scheduler' | 'compute';

export interface Cloud {
  readonly random: Random;
  readonly clock: Clock;
  readonly api: ServiceLog;
  readonly conductor: ServiceLog;
  readonly scheduler: ServiceLog;
  /** The log of nova-compute on a host. */
  readonly compute: (host: string) => ServiceLog;
  readonly hosts: readonly string[];
  /** What a boot is made of; every call invents another one. */
  readonly newInstance: () => Instance;
}

export interface CloudOptions {
  readonly seed: number;
  readonly start: number;
  readonly lowest?: 'DEBUG' | 'INFO';
  readonly hosts?: readonly string[];
  /** Takes each line, or block of lines, with the service that wrote it; `host` only for nova-compute. */
  readonly written: (service: ServiceName, host: string | undefined, time: number, text: string) => void;
}

export function openCloud(options: CloudOptions): Cloud {
  const { seed, start, lowest = 'DEBUG', hosts = ['cmp01', 'cmp02', 'cmp03'], written } = options;
  const random = new Random(seed);
  const clock = new Clock(start);
  const open = (service: ServiceName, host?: string) => {
    const take: Written = (time, text) => written(service, host, time, text);
    return new ServiceLog({ pid: random.whole(1200, 29_000), lowest, random, clock, written: take });
  };
  const computes = new Map(hosts.map((host) => [host, open('compute', host)]));
  const users = Array.from({ length: 4 }, () => ({ user: random.hex(32), project: random.hex(32) }));
  let count = 0x2f0;
  return {
    random,
    clock,
    api: open('api'),
    conductor: open('conductor'),
    scheduler: open('scheduler'),
    compute: (host) => known(computes.get(host), host),
    hosts,
    newInstance: () => invent(random, random.pick(users), count++),
  };
}

function known(log: ServiceLog | undefined, host: string): ServiceLog {
  if (!log) throw new Error(`no host ${host} in this cloud`);
  return log;
}

interface User {
  readonly user: string;
  readonly project: string;
}

function invent(random: Random, who: User, count: number): Instance {
  const mac = random.hex(6);
  return {
    uuid: random.uuid(),
    name: `${random.pick(['web', 'db', 'build', 'cache', 'queue'])}-${random.whole(1, 99)}`,
    flavor: random.pick(['m1.small', 'm1.medium', 'c2.large']),
    image: random.uuid(),
    port: random.uuid(),
    network: random.uuid(),
    mac: `fa:16:3e:${mac.slice(0, 2)}:${mac.slice(2, 4)}:${mac.slice(4, 6)}`,
    address: `10.20.${random.whole(0, 3)}.${random.whole(10, 250)}`,
    domain: `instance-${count.toString(16).padStart(8, '0')}`,
    context: { request: random.request(), ...who },
  };
}
