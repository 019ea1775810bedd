// A whole invented cloud whose hosts' clocks disagree → what is said of it equals the truth, or less.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { alignDigests } from '../../src/core/clocks/align';
import { zoneOf } from '../../src/core/clocks/clocks';
import { compareTimes } from '../../src/core/clocks/compare';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Clocks, Digest } from '../../src/core/model';
import { clockLines } from '../../src/core/render/clockText';
import { reportOf } from '../../src/core/render/report';
import { makeCloudSet, type CloudSet } from '../samples/cloudSet';
import { Random } from '../samples/random';
import type { SetFile } from '../samples/setLogs';

function digestOf({ name, text, host, service, stream, order }: SetFile): Digest {
  const reader = openDigest(name, { origin: { host, hostFrom: 'tree', service, stream, order } });
  reader.push(new TextEncoder().encode(text));
  return reader.end();
}

function read(files: readonly SetFile[]): Analysis {
  return analyse(files.map(digestOf), defaultLimits);
}

function tail(type: string | undefined): string | undefined {
  return type?.split('.').at(-1)?.replace(/_Remote$/, '');
}

/** Operations as the logs tell them, in the form of the truth; of a move the source first. */
function told(analysis: Analysis): readonly string[] {
  return analysis.timelines.flatMap(({ instance, operations }) => operations.map((operation) => {
    const { kind, outcome, attempts, rootCause } = operation;
    const hosts = [...attempts].sort((a, b) => Number(b.role === 'source') - Number(a.role === 'source'));
    const names = hosts.map(({ host }) => host?.split('.')[0]).join('+');
    return [instance, kind, outcome, names, tail(rootCause?.type) ?? ''].join(' ');
  })).sort();
}

function truth({ operations }: CloudSet): readonly string[] {
  return operations.map(({ instance, kind, outcome, hosts, cause }) =>
    [instance, kind, outcome, hosts.join('+'), cause ?? ''].join(' ')).sort();
}

function checkClocks(clocks: Clocks | undefined, { ahead }: CloudSet): number {
  let bounded = 0;
  const aheadOf = (id: string) => ahead.get(clocks?.clocks.find((clock) => clock.id === id)?.host ?? '') ?? 0;
  for (const { clock, against, least, most, zoneMinutes } of clocks?.offsets ?? []) {
    const real = aheadOf(clock) - aheadOf(against);
    assert.ok(least === undefined || real >= least, `${clock}: ${real} is less than ${least}`);
    assert.ok(most === undefined || real <= most, `${clock}: ${real} is more than ${most}`);
    if (least !== undefined && most !== undefined) bounded += 1;
    if (zoneMinutes !== undefined) assert.equal(zoneMinutes - Math.round(real / 900_000) * 15, 0, clock);
  }
  return bounded;
}

const seeds = [1, 2, 3];

test('operations, attempts, hosts and causes equal the truth, whatever the clocks say', () => {
  for (const seed of seeds) {
    const set = makeCloudSet({ seed, operations: 30 });
    assert.deepEqual(told(read(set.files)), truth(set), `seed ${seed}`);
  }
});

test('the skew of every clock lies within its bounds; with calls back and forth both of them are known', () => {
  for (const seed of seeds) {
    for (const lowest of ['DEBUG', 'INFO'] as const) {
      const set = makeCloudSet({ seed, lowest, operations: 40 });
      const { clocks } = read(set.files);
      const bounded = checkClocks(clocks, set);
      assert.ok(bounded >= 4, `seed ${seed} at ${lowest}: only ${bounded} clocks are bounded on both sides`);
    }
  }
});

test('another time zone is told apart from skew', () => {
  const set = makeCloudSet({ seed: 5, operations: 60, zone: 330 });
  const analysis = read(set.files);
  checkClocks(analysis.clocks, set);
  const zones = (analysis.clocks?.offsets ?? []).filter(({ zoneMinutes }) => zoneMinutes !== undefined);
  assert.ok(zones.some(({ zoneMinutes }) => zoneMinutes === 330));
  assert.deepEqual(told(analysis), truth(set));
  assert.equal(zoneOf(3_599_000, 3_601_000), 60);
  assert.equal(zoneOf(-20_000, undefined), undefined);
  assert.equal(zoneOf(-10, 900_000), undefined);
});

test('times are moved only on wish, and then by as much as the bounds say', () => {
  const set = makeCloudSet({ seed: 2, operations: 40 });
  const digests = set.files.map(digestOf);
  const { digests: moved, clocks } = alignDigests(digests);
  assert.equal(clocks?.aligned, true);
  const again = analyse(moved, defaultLimits).clocks;
  for (const { clock, least = 0, most = 0 } of again?.offsets ?? []) {
    assert.ok(least <= 50 && most >= -50, `${clock} is still proven to be wrong`);
  }
  assert.deepEqual(analyse(digests, defaultLimits).digests[0]?.firstTime, digests[0]?.firstTime);
});

test('no duration is measured by two clocks that disagree', () => {
  const set = makeCloudSet({ seed: 2, operations: 30 });
  for (const { operations } of read(set.files).timelines) {
    for (const { seconds, phases } of operations) {
      assert.ok(seconds === undefined || (seconds >= 0 && seconds < 400), `${seconds} s`);
      for (const phase of phases) assert.ok((phase.seconds ?? 0) >= 0);
    }
  }
});

test('an order of lines on two hosts that is not known is said to be unknown, a known one is right', () => {
  const set = makeCloudSet({ seed: 3, operations: 40 });
  const analysis = read(set.files);
  const random = new Random(11);
  const events = analysis.digests.flatMap((digest) => digest.events.map((event) => ({ event, digest })));
  const seen = new Set<string>();
  for (let i = 0; i < 4000; i += 1) {
    const [one, other] = [random.pick(events), random.pick(events)];
    const real = (found: typeof one) =>
      (found.event.at.time ?? 0) - (set.ahead.get(found.digest.origin?.host ?? '') ?? 0);
    const order = compareTimes(analysis, one.event.at, other.event.at);
    seen.add(order);
    if (order === 'before') assert.ok(real(one) <= real(other));
    if (order === 'after') assert.ok(real(one) >= real(other));
  }
  assert.ok(seen.has('before') && seen.has('after'));
  const [first] = events;
  assert.equal(compareTimes(analysis, first?.event.at ?? place, first?.event.at ?? place), 'same');
});

const place = { source: '', line: 0, time: undefined };

/** What may be said of less than all lines: nothing that the truth does not say. */
function checkClaims(analysis: Analysis, set: CloudSet, what: string): void {
  checkClocks(analysis.clocks, set);
  const real = new Map<string, CloudSet['operations'][number][]>();
  for (const operation of set.operations) {
    real.set(operation.instance, [...(real.get(operation.instance) ?? []), operation]);
  }
  for (const { instance, operations, serviceLines = [] } of analysis.timelines) {
    const own = real.get(instance) ?? [];
    for (const { kind, basis, outcome, attempts } of operations) {
      const alike = own.filter((one) => one.kind === kind);
      if (basis === 'stated') assert.ok(alike.length > 0, `${what}: ${instance} had no ${kind}`);
      // a build that was rescheduled may have lost the host on which it went well
      if (outcome === 'success') assert.ok(alike.some((one) => one.outcome === 'success'), `${what}: ${kind} ${instance}`);
      const hosts = new Set(own.flatMap((one) => one.hosts));
      for (const { host } of attempts) {
        assert.ok(host === undefined || hosts.has(host.split('.')[0] ?? ''), `${what}: ${instance} on ${host}`);
      }
    }
    for (const { mention, because } of serviceLines) {
      const text = set.files.find(({ name }) => name === mention.at.source)?.text.split('\n') ?? [];
      assert.ok(because.id !== '' && text.length > 0, what);
    }
  }
}

test('without a file of the set less is said, and nothing false', () => {
  const set = makeCloudSet({ seed: 4, operations: 24 });
  for (const missing of set.files) {
    checkClaims(read(set.files.filter((file) => file !== missing)), set, `without ${missing.name}`);
  }
});

test('without a range of lines less is said, and nothing false', () => {
  const random = new Random(7);
  for (let i = 0; i < 24; i += 1) {
    const set = makeCloudSet({ seed: 100 + i, operations: 10, computes: 3, rotations: 1 });
    const file = random.pick(set.files);
    const lines = file.text.split('\n');
    const from = random.whole(0, lines.length - 1);
    const to = Math.min(lines.length, from + random.whole(1, lines.length >> 1));
    const rest = [...lines.slice(0, from), ...lines.slice(to)].join('\n');
    const files = set.files.map((one) => (one === file ? { ...one, text: rest } : one));
    checkClaims(read(files), set, `seed ${100 + i} without lines ${from}–${to} of ${file.name}`);
  }
});

test('the report tells what the logs prove of the clocks, and moves times only when it says so', () => {
  const set = makeCloudSet({ seed: 2, operations: 40, zone: 60 });
  const digests = set.files.map(digestOf);
  const paint = (_style: string, text: string) => text;
  const text = [...clockLines(analyse(digests, defaultLimits), paint)].join('\n');
  const real = ((set.ahead.get('cmp01') ?? 0) - (set.ahead.get('api1') ?? 0)) / 1000;
  const bounds = /the clock of cmp01 is ([\d.]+) s to ([\d.]+) s ahead of that of api1/.exec(text)?.map(Number) ?? [];
  assert.ok(real > 1 && (bounds[1] ?? 0) - 0.05 <= real && real <= (bounds[2] ?? 0) + 0.05, `${real}: ${text}`);
  assert.match(text, /cmp03 counts 1 h ahead of api1: another time zone/);
  assert.match(text, /cmp01\/nova-compute\.log\S*:\d+ was logged before \S+:\d+/);
  const { digests: moved, clocks } = alignDigests(digests);
  const aligned = { ...analyse(moved, defaultLimits), ...(clocks && { clocks }) };
  assert.match([...clockLines(aligned, paint)].join('\n'), /times of cmp01 are shown [\d.]+ s earlier/);
  assert.deepEqual(reportOf(aligned).clocks?.aligned, true);
});
