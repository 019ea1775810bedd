// The logs of a whole invented cloud, each host with a clock of its own, and the truth about what happened.
// In: a seed. Out: files as they would lie on the hosts, rotated; what was done to each instance, where, and
// why it failed; by how much each clock was wrong.

import { gzipSync } from 'node:zlib';
import type { Cloud, Instance, ServiceName } from './cloud';
import { openCloud } from './cloud';
import { liveMigrate, readConsole } from './moves';
import { poll } from './noise';
import { allocationOf, portOf, type WriteLine } from './otherServices';
import type { Random } from './random';
import {
  bootFindsNoHost, bootIsRescheduled, bootSucceeds, bootWaitsForPort, bootWaitsForVolume, rebuild, remove,
} from './scenarios';

export interface TrueOperation {
  readonly instance: string;
  readonly kind: 'create' | 'delete' | 'rebuild' | 'live-migration';
  readonly outcome: 'success' | 'failed';
  /** Hosts that tried, in order. */
  readonly hosts: readonly string[];
  /** The class where it began. */
  readonly cause: string | undefined;
  readonly rescheduled: boolean;
}

export interface SetFile {
  readonly host: string;
  readonly service: string;
  /** Name of the log that is still written, and its place among its rotated siblings. */
  readonly stream: string;
  readonly order: number;
  readonly name: string;
  readonly text: string;
}

export interface CloudSet {
  readonly files: readonly SetFile[];
  readonly operations: readonly TrueOperation[];
  /** Milliseconds by which the times of each host's logs are ahead of the true ones, zone included. */
  readonly ahead: ReadonlyMap<string, number>;
}

export interface SetOptions {
  readonly seed: number;
  readonly operations?: number;
  readonly computes?: number;
  /** Seconds by which clocks are wrong at most. */
  readonly skew?: number;
  /** Minutes by which the zone of every third compute host differs. */
  readonly zone?: number;
  readonly lowest?: 'DEBUG' | 'INFO';
  /** Into how many files each log is cut. */
  readonly rotations?: number;
}

interface Piece {
  readonly time: number;
  readonly text: string;
}

const control = { api: 'api1', conductor: 'ctl1', scheduler: 'ctl1', neutron: 'net1', placement: 'ctl1' } as const;
const programs = {
  api: 'nova-api', conductor: 'nova-conductor', scheduler: 'nova-scheduler', compute: 'nova-compute',
  neutron: 'neutron-server', placement: 'placement-api',
} as const;
const start = Date.UTC(2024, 4, 6, 8, 0, 0);
const gap = 400_000;

export function makeCloudSet(options: SetOptions): CloudSet {
  const { seed, operations = 24, computes = 4, skew = 30, zone = 0, lowest = 'DEBUG', rotations = 3 } = options;
  const hosts = Array.from({ length: computes }, (_, index) => `cmp0${index + 1}`);
  const logs = new Map<string, Piece[]>();
  const put = (service: ServiceName | 'neutron' | 'placement', host: string, time: number, text: string) => {
    const key = `${host} ${programs[service]}`;
    const pieces = logs.get(key);
    if (pieces) pieces.push({ time, text });
    else logs.set(key, [{ time, text }]);
  };
  const tried: string[] = [];
  const cloud = openCloud({
    seed, start, lowest, hosts,
    written(service, host, time, text) {
      if (host !== undefined && tried.at(-1) !== host) tried.push(host);
      put(service, host ?? control[service === 'compute' ? 'api' : service], time, text);
    },
  });
  const write: WriteLine = (service, time, rest) => {
    if (lowest === 'DEBUG' || !rest.includes(' DEBUG ')) put(service, control[service], time, `${stamp(time)} ${rest}`);
  };
  const ahead = clocksOf(cloud.random, [...hosts, 'api1', 'ctl1', 'net1'], skew, zone, hosts);
  const done = happen(cloud, operations, tried, write);
  const files = [...logs].flatMap(([key, pieces]) => {
    const [host = '', service = ''] = key.split(' ');
    return cut(host, service, shifted(pieces, ahead.get(host) ?? 0), rotations);
  });
  return { files, operations: done, ahead };
}

function clocksOf(
  random: Random, all: readonly string[], skew: number, zone: number, computes: readonly string[],
): ReadonlyMap<string, number> {
  return new Map(all.map((host) => {
    const wrong = Math.round(random.between(-skew, skew) * 1000);
    return [host, wrong + (computes.indexOf(host) % 3 === 2 ? zone * 60_000 : 0)];
  }));
}

function happen(cloud: Cloud, count: number, tried: string[], write: WriteLine): readonly TrueOperation[] {
  const { random, clock } = cloud;
  const done: TrueOperation[] = [];
  const running: Guest[] = [];
  for (let i = 0; i < count; i += 1) {
    clock.now = start + (i + 1) * gap;
    const begun = clock.now;
    tried.length = 0;
    poll(cloud);
    tried.length = 0;
    const chance = random.next();
    const guest = running.length > 1 && chance < 0.5 ? random.pick(running) : undefined;
    if (!guest) {
      done.push(boot(cloud, random.next(), tried, running));
      const { instance, host } = { instance: lastBooted(cloud), host: tried[0] };
      if (instance && host) {
        allocationOf(instance, begun + 400, random, write);
        portOf(instance, host, begun + 1900, random, write);
      }
    } else if (chance < 0.1) {
      remove(cloud, guest.instance, guest.host);
      running.splice(running.indexOf(guest), 1);
      done.push(wentWell(guest.instance, 'delete', [guest.host]));
    } else if (chance < 0.18) {
      rebuild(cloud, guest.instance, guest.host);
      done.push(wentWell(guest.instance, 'rebuild', [guest.host]));
    } else if (chance < 0.38) {
      const others = cloud.hosts.filter((host) => host !== guest.host);
      const destination = random.pick(others);
      liveMigrate(cloud, guest.instance, guest.host, destination);
      done.push(wentWell(guest.instance, 'live-migration', [guest.host, destination]));
      guest.host = destination;
    } else {
      readConsole(cloud, guest.instance, guest.host);
    }
  }
  return done;
}

const booted = new WeakMap<Cloud, Instance>();

function lastBooted(cloud: Cloud): Instance | undefined {
  return booted.get(cloud);
}

interface Guest {
  readonly instance: Instance;
  host: string;
}

function boot(cloud: Cloud, chance: number, tried: readonly string[], running: Guest[]): TrueOperation {
  const [run, cause, rescheduled] = chance < 0.12 ? [bootWaitsForVolume, 'VolumeNotCreated', false] as const
    : chance < 0.24 ? [bootFindsNoHost, 'NoValidHost', false] as const
      : chance < 0.36 ? [bootWaitsForPort, 'VirtualInterfaceCreateException', false] as const
        : chance < 0.55 ? [bootIsRescheduled, undefined, true] as const
          : [bootSucceeds, undefined, false] as const;
  const instance = run(cloud);
  booted.set(cloud, instance);
  const hosts = [...tried];
  if (cause === undefined) running.push({ instance, host: hosts.at(-1) ?? '' });
  return {
    instance: instance.uuid, kind: 'create', outcome: cause === undefined ? 'success' : 'failed', hosts, cause, rescheduled,
  };
}

function wentWell(instance: Instance, kind: TrueOperation['kind'], hosts: readonly string[]): TrueOperation {
  return { instance: instance.uuid, kind, outcome: 'success', hosts, cause: undefined, rescheduled: false };
}

/** The lines as a clock that is ahead would stamp them, in the order in which they were written. */
function shifted(pieces: readonly Piece[], ahead: number): readonly string[] {
  const sorted = [...pieces].sort((a, b) => a.time - b.time);
  return sorted.flatMap(({ time, text }) => {
    const head = stamp(Math.floor(time));
    const own = stamp(Math.floor(time) + ahead);
    return text.split('\n').map((line) => (line.startsWith(head) ? own + line.slice(head.length) : line));
  });
}

function stamp(time: number): string {
  return new Date(Math.floor(time)).toISOString().slice(0, 23).replace('T', ' ');
}

/** The oldest part has the highest number behind its name. */
function cut(host: string, service: string, lines: readonly string[], parts: number): readonly SetFile[] {
  const stream = `${host}/${service}.log`;
  const size = Math.ceil(lines.length / parts);
  return Array.from({ length: parts }, (_, index) => {
    const back = parts - 1 - index;
    const text = lines.slice(index * size, (index + 1) * size).map((line) => `${line}\n`).join('');
    return { host, service, stream, order: index, name: back === 0 ? stream : `${stream}.${back}`, text };
  }).filter(({ text }) => text !== '');
}

/** A rotated file as it lies on a disk: packed, but for the first. */
export function packed({ name, text }: SetFile): { readonly name: string; readonly bytes: Uint8Array } {
  return /\.[2-9]$/.test(name) ? { name: `${name}.gz`, bytes: gzipSync(text) } : { name, bytes: Buffer.from(text) };
}
