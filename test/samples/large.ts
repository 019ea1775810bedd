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

/** Yields at least `bytes` bytes of text, whole lines only. */
export function* generateLarge(
  bytes: number, { seed = 7, polls = 260, lowest = 'DEBUG' }: LargeOptions = {},
): Generator<string, void, undefined> {
  let pieces: Piece[] = [];
  let later: Piece[] = [];
  const hosts = Array.from({ length: 24 }, (_, index) => `cmp${String(index + 1).padStart(2, '0')}`);
  const start = Date.UTC(2024, 4, 6, 8, 0, 0);
  const cloud = openCloud({
    seed, start, hosts, lowest, written: (_service, _host, time, text) => void pieces.push({ time, text }),
  });
  const running: Instance[] = [];
  let written = 0;
  for (let from = start; written < bytes; from += windowSeconds * 1000) {
    pieces = later;
    fillWindow(cloud, running, from, polls);
    const end = from + windowSeconds * 1000;
    later = pieces.filter(({ time }) => time >= end);
    const due = pieces.filter(({ time }) => time < end).sort((a, b) => a.time - b.time);
    const text = due.map((piece) => `${piece.text}\n`).join('');
    written += text.length;
    yield text;
  }
}

function fillWindow(cloud: Cloud, running: Instance[], from: number, polls: number): void {
  const { clock, random, hosts } = cloud;
  const at = (run: () => void) => {
    clock.now = from + random.next() * windowSeconds * 1000;
    run();
  };
  for (let i = 0; i < operationsPerWindow; i++) at(() => operate(cloud, running));
  for (const host of hosts) at(() => periodicWork(cloud, host));
  for (let i = 0; i < polls; i++) at(() => poll(cloud));
  if (running.length > kept) running.splice(0, running.length - kept);
}

function operate(cloud: Cloud, running: Instance[]): void {
  const { random } = cloud;
  const chance = random.next();
  const host = random.pick(cloud.hosts);
  if (chance < 0.35 && running.length > 0) remove(cloud, running.shift() ?? cloud.newInstance(), host);
  else if (chance < 0.42 && running.length > 0) rebuild(cloud, random.pick(running), host);
  else running.push(boot(cloud, random.next()));
}

function boot(cloud: Cloud, chance: number): Instance {
  if (chance < 0.02) return bootWaitsForVolume(cloud);
  if (chance < 0.04) return bootFindsNoHost(cloud);
  if (chance < 0.06) return bootWaitsForPort(cloud);
  if (chance < 0.08) return bootIsRescheduled(cloud);
  return bootSucceeds(cloud);
}
