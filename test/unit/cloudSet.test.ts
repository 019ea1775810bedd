// Whole invented clouds, as their files lie on disks: what is said of them equals the truth; of what is
// damaged less is said, and nothing else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Fault, Operation } from '../../src/core/model';
import { listInputs } from '../../src/disk/files';
import { readSet } from '../../src/disk/set';
import { makeCloudSet, type CloudSet } from '../samples/cloudSet';
import { Random } from '../samples/random';
import type { SetFile } from '../samples/setLogs';
import { cloudFolder, pathOf } from '../support/cloudFolder';
import { scratchFolder } from '../support/scratch';

interface Read {
  readonly analysis: Analysis;
  readonly folder: string;
}

async function readDisk(t: TestContext, files: readonly SetFile[]): Promise<Read> {
  const folder = scratchFolder(t, cloudFolder(files));
  const { digests, problems } = await readSet(listInputs([folder]), {
    open: ({ source }, origin) => openDigest(source, { origin }),
  });
  assert.deepEqual(problems, []);
  return { analysis: analyse(digests, defaultLimits), folder };
}

function read(files: readonly SetFile[]): Analysis {
  const digests = files.map(({ name, text, host, service, stream, order }) => {
    const reader = openDigest(name, { origin: { host, hostFrom: 'tree', service, stream, order } });
    reader.push(new TextEncoder().encode(text));
    return reader.end();
  });
  return analyse(digests, defaultLimits);
}

const tail = (fault: Fault | undefined) => fault?.type.split('.').at(-1)?.replace(/_Remote$/, '');
const short = (host: string | undefined) => host?.split('.')[0];

/** Operations as the logs tell them, in the form of the truth; of a move the source first. */
function told(analysis: Analysis): readonly string[] {
  return analysis.timelines.flatMap(({ instance, operations }) => operations.map((operation) => {
    const { kind, outcome, attempts, rootCause } = operation;
    const hosts = [...attempts].sort((a, b) => Number(b.role === 'source') - Number(a.role === 'source'));
    return [instance, kind, outcome, hosts.map(({ host }) => short(host)).join('+'), tail(rootCause) ?? ''].join(' ');
  })).sort();
}

function truth({ operations }: CloudSet): readonly string[] {
  return operations.map(({ instance, kind, outcome, hosts, cause }) =>
    [instance, kind, outcome, hosts.join('+'), cause ?? ''].join(' ')).sort();
}

/** @returns how many clocks are known from both sides. */
function checkClocks({ clocks }: Analysis, { ahead }: CloudSet): number {
  let bounded = 0;
  const aheadOf = (id: string) => ahead.get(clocks?.clocks.find((clock) => clock.id === id)?.host ?? '') ?? 0;
  for (const { clock, against, least, most, zoneMinutes } of clocks?.offsets ?? []) {
    // libvirt and QEMU write UTC, whatever the zone of their host
    if ([clock, against].some((id) => id.includes('/instance-'))) continue;
    const real = aheadOf(clock) - aheadOf(against);
    assert.ok(least === undefined || real >= least, `${clock}: ${real} is less than ${least}`);
    assert.ok(most === undefined || real <= most, `${clock}: ${real} is more than ${most}`);
    if (zoneMinutes !== undefined) assert.equal(zoneMinutes - Math.round(real / 900_000) * 15, 0, clock);
    if (least !== undefined && most !== undefined) bounded += 1;
  }
  return bounded;
}

/** Each line of another service stands beside the instance that it is of. @returns how many of each. */
function checkLines(
  { timelines }: Analysis, set: CloudSet, nameOf: (file: SetFile) => string,
): ReadonlyMap<string, number> {
  const files = new Map(set.files.map((file) => [nameOf(file), file]));
  const counts = new Map<string, number>();
  for (const { instance, serviceLines = [] } of timelines) {
    for (const { mention: { at, service } } of serviceLines) {
      const file = files.get(at.source);
      const text = file?.text.split('\n')[at.line]?.replace(/^\S+ [\d:.]+(?:\+0000:)? /, '') ?? '';
      const owner = set.owners.get(`${file?.stream}\n${text}`);
      assert.ok(owner === undefined || owner === instance, `${at.source}:${at.line} is of ${owner}: ${text}`);
      counts.set(service, (counts.get(service) ?? 0) + 1);
    }
  }
  return counts;
}

test('operations, attempts, hosts, causes and clocks equal the truth: rotated, packed, in two zones', async (t) => {
  const kinds = new Set<string>();
  let bounded = 0;
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const set = makeCloudSet({ seed, operations: 34, zone: seed % 2 === 0 ? 330 : -420, rotations: 4 });
    const { analysis, folder } = await readDisk(t, set.files);
    assert.deepEqual(told(analysis), truth(set), `seed ${seed}`);
    bounded += checkClocks(analysis, set);
    const lines = checkLines(analysis, set, (file) => `${folder}/${pathOf(file)}`);
    for (const service of ['neutron', 'placement', 'qemu']) assert.ok((lines.get(service) ?? 0) > 3, service);
    for (const { kind, outcome } of set.operations) kinds.add(`${kind} ${outcome}`);
  }
  assert.ok(bounded >= 18, `${bounded} clocks are known from both sides`);
  for (const kind of ['resize success', 'migrate success', 'live-migration success', 'resize failed', 'create failed']) {
    assert.ok(kinds.has(kind), `${kind} happens`);
  }
});

test('another zone is told from skew on each host that has one', () => {
  for (const seed of [11, 12]) {
    const set = makeCloudSet({ seed, operations: 60, zone: 330 });
    const analysis = read(set.files);
    checkClocks(analysis, set);
    const zones = (analysis.clocks?.offsets ?? []).filter(({ zoneMinutes }) => zoneMinutes === 330);
    assert.ok(zones.some(({ clock }) => clock.startsWith('cmp03')), `seed ${seed}`);
  }
});

/** What the whole set says of the operations of each instance, and of those of each kind. */
type Claims = ReadonlyMap<string, readonly Operation[]>;

function claimsOf({ timelines }: Analysis): Claims {
  const claims = new Map<string, Operation[]>();
  for (const { instance, operations } of timelines) {
    for (const operation of operations) {
      for (const key of [instance, `${instance} ${operation.kind}`]) {
        claims.set(key, [...(claims.get(key) ?? []), operation]);
      }
    }
  }
  return claims;
}

const open: readonly Operation['outcome'][] = ['unknown', 'in-progress'];

/** Every claim is one of the whole set, or it is left open. */
function checkDamaged(analysis: Analysis, whole: Claims, set: CloudSet, what: string): void {
  checkClocks(analysis, set);
  checkLines(analysis, set, ({ name }) => name);
  for (const { instance, operations } of analysis.timelines) {
    for (const { kind, basis, outcome, attempts, rootCause } of operations) {
      // a kind that is a guess may be the wrong one of those that happened
      const alike = basis === 'stated' ? whole.get(`${instance} ${kind}`) ?? [] : whole.get(instance) ?? [];
      assert.ok(alike.length > 0, `${what}: ${instance} had no ${kind}`);
      const outcomes = [...open, ...alike.map((one) => one.outcome)];
      assert.ok(outcomes.includes(outcome), `${what}: ${kind} ${instance} ${outcome}, not ${outcomes.join()}`);
      const hosts = [undefined, ...alike.flatMap((one) => one.attempts.map(({ host }) => short(host)))];
      for (const { host } of attempts) assert.ok(hosts.includes(short(host)), `${what}: ${kind} ${instance} on ${host}`);
      const chains = alike.flatMap((one) => [...one.chain, one.rootCause, one.fault,
        ...one.attempts.flatMap((attempt) => [attempt.rootCause, attempt.fault])]);
      const causes = [undefined, ...chains.map(tail)];
      assert.ok(causes.includes(tail(rootCause)), `${what}: ${kind} ${instance} by ${rootCause?.type}`);
    }
  }
}

test('without any file of the set less is said, and nothing else', () => {
  for (const seed of [4]) {
    const set = makeCloudSet({ seed, operations: 26, zone: 120 });
    const whole = claimsOf(read(set.files));
    for (const missing of set.files) {
      const files = set.files.filter((file) => file !== missing);
      checkDamaged(read(files), whole, set, `seed ${seed} without ${missing.name}`);
    }
  }
});

test('without a range of lines, or several, less is said, and nothing else', () => {
  const random = new Random(17);
  const clouds = [200, 201, 202, 203, 204, 205].map((seed) => {
    const set = makeCloudSet({ seed, operations: 14, computes: 3, rotations: 2 });
    return { seed, set, whole: claimsOf(read(set.files)) };
  });
  for (let i = 0; i < 48; i += 1) {
    const { seed, set, whole } = random.pick(clouds);
    let files = set.files;
    const holes: string[] = [];
    for (let hole = random.whole(1, 3); hole > 0; hole -= 1) {
      const file = random.pick(files);
      const lines = file.text.split('\n');
      const from = random.whole(0, lines.length - 1);
      const to = Math.min(lines.length, from + random.whole(1, Math.max(1, lines.length >> 1)));
      const text = [...lines.slice(0, from), ...lines.slice(to)].join('\n');
      holes.push(`${file.name} ${from}–${to}`);
      files = files.map((one) => (one === file ? { ...one, text } : one));
    }
    // places count from the top of the damaged files
    checkDamaged(read(files), whole, { ...set, files }, `seed ${seed} without ${holes.join(', ')}`);
  }
});
