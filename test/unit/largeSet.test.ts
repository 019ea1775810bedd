// Logs that are large together are summed up as one: the counts are those of the full reading of the same
// set, and every place is one in the true file; plain and packed, also where rotation cut an operation.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { after, test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { lookupOf } from '../../src/core/lookup';
import type { Analysis, Operation, Origin, Subject } from '../../src/core/model';
import type { Summary } from '../../src/core/summary/summary';
import { listInputs } from '../../src/disk/files';
import { openLargeSet } from '../../src/disk/large/largeSet';
import type { LargeSet } from '../../src/disk/large/largeSet';
import type { FoundLog } from '../../src/disk/log';
import { readSet } from '../../src/disk/set';
import { makeCloudSet } from '../samples/cloudSet';
import { generateLarge } from '../samples/large';
import { Random } from '../samples/random';
import { runCli } from '../support/cli';
import { assertSummed, countsIn, countsOf, summed } from '../support/large';
import { cloudFolder } from '../support/cloudFolder';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-sets-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;

function write(name: string, files: Files): string {
  const place = path.join(folder, name);
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    fs.writeFileSync(path.join(place, file), content);
  }
  return place;
}

async function open(place: string): Promise<LargeSet> {
  const set = await openLargeSet(place, listInputs([place]).inputs, { partSize: 700_000 });
  assert.ok(set, 'it can be read so');
  return set;
}

async function inFull(place: string, keepLines = false): Promise<Analysis> {
  const open = ({ source }: FoundLog, origin: Partial<Origin>) => openDigest(source, { origin, keepLines });
  return analyse((await readSet(listInputs([place]), { open })).digests, defaultLimits);
}

/** Who wrote each log, as a set tells it. */
function origins({ digests }: Analysis): unknown {
  return Object.fromEntries(digests.map(({ source, origin, services }) =>
    [path.relative(folder, source), { ...origin, services: [...services].sort() }]));
}

function verdict(operation: Operation): unknown {
  const { kind, outcome, basis, failedPhase, rootCause, attempts, seconds, places } = operation;
  const at = ({ source, line }: Operation['begin']) => `${path.basename(source)}:${line}`;
  const cause = rootCause && `${rootCause.type} ${at(rootCause.at)}`;
  const hosts = attempts.map(({ host }) => host);
  return { kind, outcome, basis, failedPhase, cause, hosts, seconds, places: places.map(at) };
}

/** Cut at lines, each about as long as the others; the oldest has the highest number. */
function rotated(text: string, count: number, random: Random): Record<string, string> {
  const lines = text.split('\n').slice(0, -1);
  const size = lines.length / count;
  const cuts = Array.from({ length: count + 1 }, (_, at) =>
    (at % count === 0 ? at * size : Math.round(at * size + random.between(-size / 3, size / 3))));
  return Object.fromEntries(Array.from({ length: count }, (_, at) => {
    const part = lines.slice(cuts[at], cuts[at + 1]).map((line) => `${line}\n`).join('');
    return [`nova.log${at === count - 1 ? '' : `.${count - 1 - at}`}`, part];
  }));
}

function packed(files: Record<string, string>): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]): [string, string | Uint8Array] =>
    (name === 'nova.log' ? [name, text] : [`${name}.gz`, zlib.gzipSync(text)])));
}

test('what a set says of an instance, and of its failures, is cut out of the true files', async () => {
  const random = new Random(5);
  const place = write('cut', packed(rotated([...generateLarge(3_000_000)].join(''), 5, random)));
  const set = await open(place);
  const lookup = lookupOf(await inFull(place, true));
  const { timelines } = lookup.analysis;
  const some = timelines.filter((_, at) => at % 9 === 0);
  const subjects: readonly Subject[] = [
    ...some.map(({ instance }) => ({ kind: 'instance', id: instance } as const)),
    ...some.flatMap(({ operations: [first] }) => (first ? [{ kind: 'operation', id: first.id } as const] : [])),
    { kind: 'failures', id: 'all' },
  ];
  for (const subject of subjects) {
    const expected = [...linesAbout(lookup, subject)]
      .flatMap(([source, lines]) => lines.map((line) => `${source}:${line}`));
    const found = [...await set.extract(subject, 3) ?? []].map(({ source, line }) => `${source}:${line}`);
    assert.ok(expected.length > 5, subject.id);
    assert.deepEqual(found.sort(), expected.sort(), `${subject.kind} ${subject.id}`);
  }
  set.close();
});

for (const seed of [7, 9]) {
  test(`rotated files count what a full reading of them counts, plain and packed, seed ${seed}`, async () => {
    const files = rotated([...generateLarge(4_000_000, { seed })].join(''), 9, new Random(seed));
    for (const [name, own] of Object.entries({ plain: files, packed: packed(files) })) {
      const place = write(`${name}-${seed}`, own);
      const set = await open(place);
      const whole = await inFull(place);
      const summary = summed(set);
      assertSummed(summary, whole);
      const { files: count, lines, instances } = set.facts();
      assert.equal(count, 9);
      assert.equal(lines, whole.digests.reduce((sum, digest) => sum + digest.lines, 0));
      assert.ok(summary.read * 2 < instances, `${summary.read} of ${instances} were read in full`);
      set.close();
    }
  });
}

function told(set: LargeSet, ...instances: readonly string[]): Analysis {
  const analysis = set.analysisOfAll(instances);
  assert.ok(analysis);
  return analysis;
}

test('each instance has the timeline that the whole set gives it, in the true files', async () => {
  const place = write('timelines', rotated([...generateLarge(3_000_000)].join(''), 12, new Random(3)));
  const set = await open(place);
  const whole = await inFull(place);
  const { timelines } = whole;
  assert.ok(timelines.length > 40, `${timelines.length} instances`);
  assert.deepEqual(origins(told(set)), origins(whole));
  for (const { instance, operations } of timelines) {
    const own = told(set, instance).timelines.find((one) => one.instance === instance);
    assert.deepEqual(own?.operations.map(verdict), operations.map(verdict), instance);
  }
  set.close();
});

test('a traceback that rotation cut anywhere is one failure, as in a full reading', async () => {
  const lines = [...generateLarge(600_000)].join('').split('\n').slice(0, -1);
  const begin = lines.findIndex((line) => line.includes('Traceback (most recent call last)'));
  assert.ok(begin > 0);
  for (let cut = begin - 2; cut < begin + 30; cut += 5) {
    const [older, younger] = [lines.slice(0, cut), lines.slice(cut)].map((part) => `${part.join('\n')}\n`);
    const place = write(`cut-${cut}`, { 'nova.log.1': older ?? '', 'nova.log': younger ?? '' });
    const set = await open(place);
    const whole = await inFull(place);
    assertSummed(summed(set), whole, `cut before ${lines[cut] ?? ''}`);
    for (const { instance, operations } of whole.timelines) {
      const own = told(set, instance).timelines.find((one) => one.instance === instance);
      assert.deepEqual(own?.operations.map(verdict), operations.map(verdict), `${instance}, cut before line ${cut}`);
    }
    set.close();
  }
});

for (const seed of [3, 5]) {
  test(`logs of several services and hosts are one set, seed ${seed}`, async () => {
    const { files } = makeCloudSet({ seed, operations: 100, computes: 3, skew: 0 });
    const place = write(`cloud-${seed}`, cloudFolder(files));
    const set = await open(place);
    const whole = await inFull(place);
    assertSummed(summed(set), whole);
    assert.equal(set.clocksDiffer(), false);
    for (const { instance, operations } of whole.timelines.filter((_, at) => at % 3 === 0)) {
      const own = told(set, instance).timelines.find((one) => one.instance === instance);
      assert.deepEqual(own?.operations.map(verdict), operations.map(verdict), instance);
    }
    const { notJoined = [] } = set.facts();
    assert.deepEqual([...notJoined].sort(), ['cinder-api', 'cinder-volume', 'neutron-server', 'placement-api']);
    const [instance = ''] = set.instances();
    assert.deepEqual(origins(told(set, instance)), origins(whole));
    set.close();
  });
}

test('logs of which the clocks differ are not summed up: times do not tell in which order they stand', async () => {
  const { files } = makeCloudSet({ seed: 3, operations: 80, computes: 3, skew: 20 });
  const set = await open(write('clocks', cloudFolder(files)));
  summed(set);
  assert.equal(set.clocksDiffer(), true);
  set.close();
});

test('the command sums up a folder by workers; what is cut off is said, and what is small is told whole', async () => {
  const files = packed(rotated([...generateLarge(3_000_000)].join(''), 5, new Random(5)));
  const place = write('folder', files);
  const whole = await inFull(place);
  const summed = await runCli(['report', '--summary', '--json', place]);
  const { log, operations, causes } = JSON.parse(summed.out) as Told;
  assert.equal(summed.status, 1);
  assert.equal(log.files, 5);
  assert.deepEqual(countsIn({ operations, causes }), countsOf(whole));
  const text = await runCli(['report', '--summary', place]);
  const [, instance = '?'] = /for example ([0-9a-f-]{36})/.exec(text.out) ?? [];
  const one = await runCli(['report', '--summary', '--instance', instance, place]);
  const all = await runCli(['report', '--instance', instance, place]);
  // of others only the full reading tells
  const ofInstance = ({ out }: { readonly out: string }) => out.slice(out.indexOf(`\n${instance}\n`))
    .split('\n').filter((line) => !/^ {10}beside |^Only lines about/.test(line));
  assert.ok(all.out.includes(`\n${instance}\n`));
  assert.deepEqual(ofInstance(one), ofInstance(all));
  const [name = '', bytes = ''] = Object.entries(files).find(([file]) => file === 'nova.log.3.gz') ?? [];
  fs.writeFileSync(path.join(place, name), bytes.slice(0, bytes.length * 0.6));
  const cut = await runCli(['report', '--summary', place]);
  assert.equal(cut.status, 2);
  assert.match(cut.err, /nova\.log\.3\.gz” ends early or is damaged/);
  assert.match(cut.out, /folder: 5 logs, /);
});

interface Told extends Pick<Summary<unknown>, 'operations' | 'causes'> {
  readonly log: { readonly files: number };
}
