// `nova-lens report --json` on logs that are not read in full: every instance is told as the full reading
// tells it, however few are read at once; what only all lines would tell is named, and not told.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { reportTables } from '../../src/core/reportTables';
import { ReportStream, tellBatch } from '../../src/core/render/reportStream';
import type { Report } from '../../src/core/render/reportShape';
import { listInputs } from '../../src/disk/files';
import { BatchReader, batchJobs, optionDumpsOf } from '../../src/disk/large/instanceBatches';
import type { BatchBounds } from '../../src/disk/large/batches';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import type { OpenedLog } from '../../src/disk/large/ownLines';
import { openLargeSet } from '../../src/disk/large/largeSet';
import { TextSpool } from '../../src/disk/textSpool';
import { makeCloudSet } from '../samples/cloudSet';
import { generateLarge } from '../samples/large';
import { runCli } from '../support/cli';
import { cloudFolder } from '../support/cloudFolder';
import { ownLog, ownTimeline, validate } from '../support/ownReport';
import { scratchFolder } from '../support/scratch';

interface Opened {
  readonly opened: OpenedLog;
  close(): void;
}

const few: BatchBounds = { instances: 3, lines: 100_000 };

async function openLog(place: string): Promise<Opened | undefined> {
  return openLargeLog(place, { tables: reportTables(), partSize: 400_000 });
}

async function openSet(place: string): Promise<Opened | undefined> {
  return openLargeSet(place, listInputs([place]).inputs, { tables: reportTables(), partSize: 100_000 });
}

function streamed(log: Opened | undefined, bounds = few): Report {
  assert.ok(log);
  const later = [new TextSpool(), new TextSpool()] as const;
  const report = new ReportStream(...later);
  const pieces = [report.begin()];
  const reader = new BatchReader(log.opened, optionDumpsOf(log.opened));
  for (const job of batchJobs(log.opened, bounds)) {
    const { analysis, ...read } = reader.read(job);
    pieces.push(...report.add(tellBatch(analysis, undefined, read)));
  }
  pieces.push(...report.end());
  later.forEach((one) => one.close());
  log.close();
  const told: unknown = JSON.parse(pieces.join(''));
  assert.ok(validate(told), JSON.stringify(validate.errors));
  return told as Report;
}

async function wholeOf(place: string): Promise<Report> {
  return JSON.parse((await runCli(['report', '--json', '--all', place])).out) as Report;
}

function byInstance<T extends { readonly instance: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => (a.instance < b.instance ? -1 : 1));
}

const spelled = (all: readonly unknown[]): readonly string[] => all.map((one) => JSON.stringify(one)).sort();

function hold(told: Report, whole: Report): void {
  assert.ok(whole.timelines.length > 0);
  assert.deepEqual(byInstance(told.timelines).map(ownTimeline), byInstance(whole.timelines).map(ownTimeline));
  const isOwn = ({ instance }: { readonly instance: string | null }): boolean => instance !== null;
  // what options would have had to be is for who reads files of configuration
  const findings = whole.findings.filter((one) => isOwn(one) && one.check !== 'timeout-advice');
  assert.deepEqual(spelled(told.findings), spelled(findings));
  const bare = ({ values: _, checks: __, ...one }: Report['diagnoses'][number]): unknown => one;
  assert.deepEqual(spelled(told.diagnoses.map(bare)), spelled(whole.diagnoses.filter(isOwn).map(bare)));
  assert.deepEqual(told.logs.map(ownLog), whole.logs.map(ownLog));
  assert.deepEqual([told.groups, told.hosts, told.paces, told.partly], [[], [], [], undefined]);
  for (const name of ['groups', 'troubles', 'ofNoInstance'] as const) assert.ok(told.notLookedAt?.includes(name));
}

test('every instance of one large log is told as the full reading tells it', async (t) => {
  for (const seed of [4, 9]) {
    const text = [...generateLarge(1_000_000, { seed })].join('');
    const place = `${scratchFolder(t, { 'nova.log': text })}/nova.log`;
    hold(streamed(await openLog(place)), await wholeOf(place));
  }
});

test('so are those of logs of several services, packed and rotated, with the lines of other services', async (t) => {
  let others = 0;
  for (const seed of [5, 7]) {
    const { files } = makeCloudSet({ seed, operations: 36, computes: 3, skew: 0 });
    const place = scratchFolder(t, cloudFolder(files));
    const whole = await wholeOf(place);
    hold(streamed(await openSet(place)), whole);
    others += whole.timelines.reduce((sum, { serviceLines }) => sum + serviceLines.length, 0);
  }
  assert.ok(others > 0);
});

const one = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const two = '11111111-7c41-4b0e-9d36-2b8c4e1a6f70';
const port = 'aaaaaaaa-3c8c-4a0a-8f0e-6a1d9c0e2b11';
const requests = ['req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24', 'req-77777777-52d7-4f0b-9a0e-3d1c6b7e9f24'];
const neutron = 'req-99999999-52d7-4f0b-9a0e-3d1c6b7e9f24';

function line(second: number, level: string, logger: string, request: string, message: string): string {
  const clock = `08:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
  return `2024-05-06 ${clock}.000 7 ${level} ${logger} [${request} u1 p1 - - default default] ${message}`;
}

function boot(from: number, instance: string, request = ''): readonly string[] {
  const say = (second: number, level: string, logger: string, message: string): string =>
    line(from + second, level, logger, request, `[instance: ${instance}] ${message}`);
  return [
    say(1, 'INFO', 'nova.compute.claims', 'Claim successful on node cmp01'),
    say(2, 'DEBUG', 'nova.network.neutron', `Successfully created port: ${port}`),
    say(9, 'INFO', 'nova.compute.manager', 'Took 8.10 seconds to build instance.'),
  ];
}

test('what other services say of a port that two instances had is said of neither', async (t) => {
  // what stands beside an error of an instance is read with it
  const failed = [
    line(59, 'ERROR', 'nova.compute.manager', requests[0] ?? '', `[instance: ${one}] Something went wrong`),
    line(60, 'ERROR', 'neutron.plugins.ml2.managers', neutron,
      `Failed to bind port ${port} on host cmp01 for vnic_type normal using segments []`),
  ];
  const filler = Array.from({ length: 900 }, (_, at) =>
    line(200 + at, 'DEBUG', 'nova.compute.resource_tracker', neutron, `Nothing of any use: ${at} of many lines`));
  const [first = [], both = []] = [[], boot(1200, two, requests[1])].map((second) =>
    [...boot(0, one, requests[0]), ...failed, ...filler, ...second]);
  for (const [lines, count] of [[first, 1], [both, 0]] as const) {
    const place = `${scratchFolder(t, { 'all.log': `${lines.join('\n')}\n` })}/all.log`;
    const told = streamed(await openLog(place), { ...few, instances: 1 });
    hold(told, await wholeOf(place));
    assert.equal(told.timelines.flatMap(({ serviceLines }) => serviceLines).length, count);
  }
});

test('a log of more than 256 MB is told so on the command line', async (t) => {
  const small = [...generateLarge(1_000_000, { seed: 10 })].join('');
  const last = small.trimEnd().split('\n').at(-1)?.slice(0, 23) ?? '';
  const noise = `${last} 7 DEBUG nova.compute.resource_tracker [None ${neutron} - - - - -] Nothing of any use\n`;
  const folder = scratchFolder(t, { 'small.log': small, 'nova.log': small });
  const place = `${folder}/nova.log`;
  const piece = noise.repeat(10_000);
  for (let size = 0; size < 256 << 20; size += piece.length) fs.appendFileSync(place, piece);
  const { out, err, status } = await runCli(['report', '--json', place]);
  assert.equal(err, '');
  const told = JSON.parse(out.replaceAll(place, `${folder}/small.log`)) as Report;
  assert.ok(validate(told), JSON.stringify(validate.errors));
  const whole = await wholeOf(`${folder}/small.log`);
  assert.deepEqual(byInstance(told.timelines).map(ownTimeline), byInstance(whole.timelines).map(ownTimeline));
  const findings = whole.findings.filter(({ instance }) => instance !== null);
  assert.deepEqual(spelled(told.findings), spelled(findings));
  assert.deepEqual([told.notLookedAt?.includes('paces'), whole.notLookedAt], [true, undefined]);
  assert.equal(status, 1);
});

test('text that is wanted later is the same then', () => {
  const spool = new TextSpool();
  const all = Array.from({ length: 5000 }, (_, at) => `${at}: Größe 中文 ${'x'.repeat(at % 90)}\n`);
  for (const one of all) spool.add(one);
  assert.equal([...spool.pieces()].join(''), all.join(''));
  spool.close();
});
