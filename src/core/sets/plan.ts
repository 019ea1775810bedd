// The logs of a set, by their names and the times of their first lines → which are rotated siblings and in
// which order they were written, on which host and in which service. Pure: paths in, data out.

import type { DeploymentId } from '../../knowledge/deployments';
import type { Origin } from '../model';
import { deploymentByPath, isWherePackagesLog } from '../conf/deployed';
import { slashed } from '../reading/logPath';
import { placeOf } from './place';
import type { Bundle, FilePlace } from './place';

export interface SeenLog {
  readonly source: string;
  /** Time of its first line that has one. */
  readonly firstTime: number | undefined;
}

/** A file that holds nothing but the name of its host. */
export interface HostFile {
  readonly source: string;
  readonly text: string;
}

export interface PlannedLog {
  readonly source: string;
  readonly origin: Partial<Origin> & Pick<Origin, 'stream' | 'order'>;
  readonly bundle: Bundle;
  readonly deployment: DeploymentId | undefined;
  /** A log of the whole host: worth showing only if Nova speaks in it. */
  readonly general: boolean;
  /** How old its name says it is; see Rotation. */
  readonly age: number | undefined;
  readonly date: number | undefined;
}

interface Placed extends SeenLog {
  readonly place: FilePlace;
  /** Its stream, where siblings show that the name is one of rotation; else its own path. */
  readonly stream: string;
}

/** @returns the logs in the order of their streams, and in each of them the oldest first. */
export function planSet(
  logs: readonly SeenLog[], hostFiles: readonly HostFile[] = [],
): readonly PlannedLog[] {
  const placed = withStreams(logs.map((log) => ({ ...log, place: placeOf(log.source) })));
  const hosts = hostsOf(hostFiles);
  const machines = machinesOf(placed);
  const planned: PlannedLog[] = [];
  for (const siblings of byStream(placed).values()) {
    inOrder(siblings).forEach(({ source, place, stream }, order) => {
      const { bundle, general, service, rotation } = place;
      const origin = { ...hostOf(source, place, hosts, machines), service, stream, order };
      const deployment = deploymentOf(source);
      const { age, date } = rotation;
      planned.push({ source, origin, bundle, deployment, general, age, date });
    });
  }
  return planned;
}

/** What the name of one log says where nothing else is known of its company. */
export function originOfName(source: string): Partial<Origin> {
  const { service, host } = placeOf(source);
  return { service, ...(host === undefined ? {} : { host, hostFrom: 'tree' as const }) };
}

function withStreams(logs: readonly (SeenLog & { readonly place: FilePlace })[]): readonly Placed[] {
  const plain = logs.filter(({ place }) => !place.rotation.within);
  const certain = new Set(plain.map(({ place }) => place.stream));
  const dates = new Map<string, number>();
  for (const { place: { rotation, stream } } of logs) {
    if (rotation.within && rotation.date !== undefined) dates.set(stream, (dates.get(stream) ?? 0) + 1);
  }
  return logs.map((log) => {
    const { rotation: { within }, stream } = log.place;
    const isSibling = !within || certain.has(stream) || (dates.get(stream) ?? 0) > 1;
    return { ...log, stream: isSibling ? stream : log.source };
  });
}

function byStream(logs: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const streams = new Map<string, Placed[]>();
  for (const log of logs) {
    const siblings = streams.get(log.stream);
    if (siblings) siblings.push(log);
    else streams.set(log.stream, [log]);
  }
  return streams;
}

// Names first; where the lines themselves say otherwise, they are right.
function inOrder(siblings: readonly Placed[]): readonly Placed[] {
  const named = [...siblings].sort((a, b) => compareNames(a, b));
  const times = named.map(({ firstTime }) => firstTime).filter((time) => time !== undefined);
  const isTrue = times.every((time, at) => at === 0 || time >= (times[at - 1] ?? time));
  if (isTrue) return named;
  let before = -Infinity;
  const keyed = named.map((log) => {
    before = log.firstTime ?? before;
    return { log, key: before };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ log }) => log);
}

function compareNames(a: Placed, b: Placed): number {
  const [one, other] = [a.place.rotation, b.place.rotation];
  if (one.age !== undefined && other.age !== undefined) return other.age - one.age;
  if (one.date !== undefined && other.date !== undefined) return one.date - other.date;
  // the log itself is the youngest; between a number and a date only times could tell
  if (one.age === 0 || other.age === 0) return one.age === 0 ? 1 : -1;
  return (a.firstTime ?? 0) - (b.firstTime ?? 0);
}

interface HostRoot {
  readonly root: string;
  readonly host: string;
}

function hostsOf(files: readonly HostFile[]): readonly HostRoot[] {
  return files.flatMap(({ source, text }) => {
    const root = /^(.*?)(?:etc|sos_commands\/(?:host|general))\/hostname$/.exec(slashed(source))?.[1];
    const host = /^\s*([\w.-]{1,255})\s*$/.exec(text)?.[1];
    return root === undefined || host === undefined || host === 'localhost' ? [] : [{ root, host }];
  }).sort((a, b) => b.root.length - a.root.length);
}

function hostOf(
  source: string, { host, bundle, root, machine }: FilePlace, hosts: readonly HostRoot[],
  machines: ReadonlySet<string>,
): Pick<Origin, 'host' | 'hostFrom'> {
  if (host !== undefined) return { host, hostFrom: 'tree' };
  const path = slashed(source);
  const named = hosts.find((one) => path.startsWith(one.root));
  if (named) return { host: named.host, hostFrom: 'tree' };
  const guess = bundle === 'sosreport' ? hostOfReport(machine) : machines.has(root) ? machine : undefined;
  return { host: guess, hostFrom: guess === undefined ? undefined : 'folder' };
}

/** `sosreport-compute1-01234567-2024-05-06-abcdefg`: a name, a case, a date; a label may stand between. */
function hostOfReport(folder: string | undefined): string | undefined {
  const name = folder?.replace(/\.(?:tar|tgz|tar\.[a-z0-9]{1,4})$/, '').slice('sosreport-'.length) ?? '';
  const undated = name.replace(/-20\d\d-\d\d-\d\d-[a-z0-9]{1,12}$|-20\d{12}(?:-\w{1,12})?$/, '');
  const host = undated.replace(/[.-]\d{4,12}$/, '');
  return undated !== name && /^[\w.-]{1,255}$/.test(host) ? host : undefined;
}

/** Roots beside each other, of which each holds the logs of one machine. */
function machinesOf(logs: readonly Placed[]): ReadonlySet<string> {
  const siblings = new Map<string, Set<string>>();
  for (const { place: { root, machine } } of logs) {
    if (machine === undefined) continue;
    const parent = root.slice(0, root.length - machine.length - 1);
    siblings.set(parent, (siblings.get(parent) ?? new Set()).add(root));
  }
  return new Set([...siblings.values()].filter(({ size }) => size > 1).flatMap((roots) => [...roots]));
}

function deploymentOf(source: string): DeploymentId | undefined {
  return deploymentByPath(source)?.id ?? (isWherePackagesLog(source) ? 'packages' : undefined);
}
