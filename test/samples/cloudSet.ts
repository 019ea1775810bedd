// The logs of a whole invented cloud, each host with a clock of its own, and the truth about what happened.
// In: a seed. Out: files as they would lie on the hosts, rotated; what was done to each instance, where, and
// why it failed; whose each line of another service is; by how much each clock was wrong.

import type { Cloud, Instance } from './cloud';
import { openCloud } from './cloud';
import { coldMove, liveMigrate, readConsole } from './moves';
import { poll } from './noise';
import { allocationOf, Guests, portOf, volumeOf, type WriteLine } from './otherServices';
import { Random } from './random';
import { control, programs, SetLogs, type SetFile } from './setLogs';
import {
  bootFindsNoHost, bootIsRescheduled, bootSucceeds, bootWaitsForPort, bootWaitsForVolume, rebuild, remove,
} from './scenarios';

export interface TrueOperation {
  readonly instance: string;
  readonly kind: 'create' | 'delete' | 'rebuild' | 'live-migration' | 'resize' | 'migrate';
  readonly outcome: 'success' | 'failed';
  /** Hosts that tried, in order. */
  readonly hosts: readonly string[];
  /** The class where it began. */
  readonly cause: string | undefined;
  readonly rescheduled: boolean;
}

export interface CloudSet {
  readonly files: readonly SetFile[];
  readonly operations: readonly TrueOperation[];
  /** Log that is still written and text of a line of another service, without its time → its instance. */
  readonly owners: ReadonlyMap<string, string>;
  /** Milliseconds by which the times of each host's logs are ahead of the true ones, zone included. */
  readonly ahead: ReadonlyMap<string, number>;
}

export interface SetOptions {
  readonly seed: number;
  readonly operations?: number;
  readonly computes?: number;
  /** Seconds by which clocks are wrong at most. */
  readonly skew?: number;
  /** Minutes by which the zone of every third compute host and of Neutron's host differs. */
  readonly zone?: number;
  readonly lowest?: 'DEBUG' | 'INFO';
  /** Into how many files each log is cut. */
  readonly rotations?: number;
}

const start = Date.UTC(2024, 4, 6, 8, 0, 0);
const gap = 400_000;

export function makeCloudSet(options: SetOptions): CloudSet {
  const { seed, operations = 24, computes = 4, skew = 30, zone = 0, lowest = 'DEBUG', rotations = 3 } = options;
  const hosts = Array.from({ length: computes }, (_, index) => `cmp0${index + 1}`);
  const logs = new SetLogs(lowest);
  const tried: string[] = [];
  const invented = new Map<string, Instance>();
  const guests = new Guests((host, time, lines, instance) => logs.guest(host, time, lines, instance));
  const cloud = withMemory(openCloud({
    seed, start, lowest, hosts,
    written(service, host, time, text) {
      if (host !== undefined && tried.at(-1) !== host) tried.push(host);
      logs.put(programs[service], host ?? control[service === 'compute' ? 'api' : service], time, text);
      const instance = invented.get(/\[instance: (\S+)\]/.exec(text)?.[1] ?? '');
      if (host === undefined || !instance) return;
      guests.told(host, time, text, instance);
      const volume = /block device setup/.test(text) ? /Volume (\S+) did not finish/.exec(text)?.[1] : undefined;
      if (volume !== undefined) volumeOf(instance, volume, time, chance, write);
    },
  }), invented);
  const chance = new Random(seed + 7919);
  const write: WriteLine = (service, time, rest, instance) => logs.other(service, time, rest, instance);
  const done = happen(cloud, operations, tried, write);
  const all = [...hosts, 'api1', 'ctl1', 'net1', 'blk1'];
  const zones = (host: string) => (host === 'net1' || hosts.indexOf(host) % 3 === 2 ? zone * 60_000 : 0);
  const wrong = new Map(all.map((host) => [host, Math.round(chance.between(-skew, skew) * 1000)]));
  const ahead = new Map(all.map((host) => [host, (wrong.get(host) ?? 0) + zones(host)]));
  return { files: logs.files(wrong, ahead, rotations), operations: done, owners: logs.owners, ahead };
}

/** The same cloud, whose instances are remembered by their ids. */
function withMemory(cloud: Cloud, invented: Map<string, Instance>): Cloud {
  const newInstance = () => {
    const instance = cloud.newInstance();
    invented.set(instance.uuid, instance);
    return instance;
  };
  return { ...cloud, newInstance };
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
    const guest = running.length > 1 && chance < 0.6 ? random.pick(running) : undefined;
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
    } else if (chance < 0.46) {
      done.push(moveCold(cloud, guest, running));
    } else {
      readConsole(cloud, guest.instance, guest.host);
    }
  }
  return done;
}

/** A resize or a migration; one of four ends in an error. */
function moveCold(cloud: Cloud, guest: Guest, running: Guest[]): TrueOperation {
  const { random, hosts } = cloud;
  const { instance, host: source } = guest;
  const destination = random.pick(hosts.filter((host) => host !== source));
  const kind = random.pick(['resize', 'migrate'] as const);
  const fails = random.next() < 0.25;
  coldMove(cloud, instance, source, destination, { kind, fails });
  guest.host = destination;
  if (fails) running.splice(running.indexOf(guest), 1);
  const [outcome, cause] = fails ? ['failed', 'libvirtError'] as const : ['success', undefined] as const;
  return { instance: instance.uuid, kind, outcome, hosts: [source, destination], cause, rescheduled: false };
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
