// A log of any size, all services merged, made piece by piece. In: how many bytes. Out: pieces of text, in
// the order of time; about 300 bytes a line, 6 of 100 boots fail.

import { openCloud } from './cloud';
import type { Cloud, Instance } from './cloud';
import {
  bootFindsNoHost, bootIsRescheduled, bootSucceeds, bootWaitsForPort, bootWaitsForVolume, rebuild, remove,
} from './scenarios';
import { periodicWork, poll } from './noise';

const windowSeconds = 120;
const operationsPerWindow = 24;
const kept = 400;

export interface LargeOptions {
  readonly seed?: number;
  /** Questions of users in two minutes: more of them make more text around the same operations. */
  readonly polls?: number;
  /** Without DEBUG few lines are noise: most name an instance, which is the most there is to read. */
  readonly lowest?: 'DEBUG' | 'INFO';
}

interface Piece {
  readonly time: number;
  readonly text: string;
}

/** Nova takes up one operation of an instance after the other, on the host where it is. */
interface Guest {
  readonly instance: Instance;
  readonly host: string;
  /** Milliseconds since 1970, when its last operation has ended. */
  idleFrom: number;
}

interface Stage {
  readonly cloud: Cloud;
  readonly running: Guest[];
  /** The host whose nova-compute wrote last. */
  host: string;
}

/** Yields at least `bytes` bytes of text, whole lines only. */
export function* generateLarge(
  bytes: number, { seed = 7, polls = 260, lowest = 'DEBUG' }: LargeOptions = {},
): Generator<string, void, undefined> {
  let pieces: Piece[] = [];
  let later: Piece[] = [];
  const hosts = Array.from({ length: 24 }, (_, index) => `cmp${String(index + 1).padStart(2, '0')}`);
  const start = Date.UTC(2024, 4, 6, 8, 0, 0);
  const keep = (host: string | undefined, time: number, text: string) => {
    pieces.push({ time, text });
    stage.host = host ?? stage.host;
  };
  const cloud = openCloud({
    seed, start, hosts, lowest, written: (_service, host, time, text) => keep(host, time, text),
  });
  const stage: Stage = { cloud, running: [], host: cloud.hosts[0] ?? '' };
  let written = 0;
  for (let from = start; written < bytes; from += windowSeconds * 1000) {
    pieces = later;
    fillWindow(stage, from, polls);
    const end = from + windowSeconds * 1000;
    later = pieces.filter(({ time }) => time >= end);
    const due = pieces.filter(({ time }) => time < end).sort((a, b) => a.time - b.time);
    const text = due.map((piece) => `${piece.text}\n`).join('');
    written += text.length;
    yield text;
  }
}

function fillWindow(stage: Stage, from: number, polls: number): void {
  const { cloud, running } = stage;
  const { clock, random, hosts } = cloud;
  const at = (run: () => void) => {
    clock.now = from + random.next() * windowSeconds * 1000;
    run();
  };
  for (let i = 0; i < operationsPerWindow; i++) at(() => operate(stage));
  for (const host of hosts) at(() => periodicWork(cloud, host));
  for (let i = 0; i < polls; i++) at(() => poll(cloud));
  if (running.length > kept) running.splice(0, running.length - kept);
}

function operate(stage: Stage): void {
  const { cloud, running } = stage;
  const { clock, random } = cloud;
  const chance = random.next();
  const idle = running.filter(({ idleFrom }) => idleFrom <= clock.now);
  const [oldest] = idle;
  if (oldest && chance < 0.35) {
    running.splice(running.indexOf(oldest), 1);
    remove(cloud, oldest.instance, oldest.host);
  } else if (oldest && chance < 0.42) {
    const guest = random.pick(idle);
    rebuild(cloud, guest.instance, guest.host);
    guest.idleFrom = clock.now;
  } else {
    const instance = boot(cloud, random.next());
    running.push({ instance, host: stage.host, idleFrom: clock.now });
  }
}

function boot(cloud: Cloud, chance: number): Instance {
  if (chance < 0.02) return bootWaitsForVolume(cloud);
  if (chance < 0.04) return bootFindsNoHost(cloud);
  if (chance < 0.06) return bootWaitsForPort(cloud);
  if (chance < 0.08) return bootIsRescheduled(cloud);
  return bootSucceeds(cloud);
}
