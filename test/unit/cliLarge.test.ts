// `nova-lens report --instance` on logs that are not read in full: what is said of the instance is what the
// full reading says, and what only all lines would tell is named, and not told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../../src/core/render/reportShape';
import { makeCloudSet } from '../samples/cloudSet';
import { generateLarge } from '../samples/large';
import { runCli } from '../support/cli';
import { cloudFolder } from '../support/cloudFolder';
import { startLines } from '../support/optionDumps';
import { ownLog, ownTimeline, validate } from '../support/ownReport';
import { scratchFolder } from '../support/scratch';

/** @param how `--summary`: as if the logs were large; `--all`: read in full */
async function reportOf(how: string, id: string, place: string): Promise<Report> {
  const { out, err } = await runCli(['report', '--json', how, '--instance', id, place]);
  assert.equal(err, '');
  const report: unknown = JSON.parse(out);
  assert.ok(validate(report), JSON.stringify(validate.errors));
  return report as Report;
}

interface Held {
  readonly waits: number;
  /** What options were set to around what went wrong. */
  readonly values: readonly string[];
}

async function hold(place: string, id: string): Promise<Held> {
  const part = await reportOf('--summary', id, place);
  const whole = await reportOf('--all', id, place);
  assert.equal(whole.notLookedAt, undefined);
  assert.ok(part.notLookedAt?.includes('groups'));
  assert.deepEqual(part.timelines.map(ownTimeline), whole.timelines.map(ownTimeline), id);
  assert.deepEqual(part.diagnoses, whole.diagnoses, id);
  assert.deepEqual(part.findings, whole.findings, id);
  assert.deepEqual(part.logs.map(ownLog), whole.logs.map(ownLog));
  assert.deepEqual([part.groups, part.hosts, part.paces], [[], [], []]);
  assert.ok(part.holes.every(({ kind }) => kind === 'service'));
  const operations = whole.timelines.flatMap((timeline) => timeline.operations);
  return {
    waits: operations.reduce((sum, { waits }) => sum + waits.length, 0),
    values: whole.diagnoses.flatMap(({ values }) => values ?? []),
  };
}

/** Two processes that start at once tell their options, line by line in turn. */
function withStarts(text: string): string {
  const lines = text.split('\n');
  const time = lines[40]?.slice(0, 19) ?? '';
  const options = {
    vif_plugging_timeout: '900', block_device_allocate_retries: '60', max_attempts: '3',
    block_device_allocate_retries_interval: '7',
  };
  const starts = ['4211', '4212'].map((process) =>
    startLines({ options, process }).map((line) => line.replace('2026-11-20 10:00:00', time)));
  const [first = [], second = []] = starts;
  return [...lines.slice(0, 41), ...first.flatMap((line, at) => [line, second[at] ?? '']), ...lines.slice(41)]
    .join('\n');
}

test('what is said of an instance of one large log is what the full reading says', async (t) => {
  const text = withStarts([...generateLarge(3_000_000, { seed: 11 })].join(''));
  const place = `${scratchFolder(t, { 'nova.log': text })}/nova.log`;
  const { timelines, groups } = JSON.parse((await runCli(['report', '--json', place])).out) as Report;
  const failed = groups.flatMap(({ instances }) => instances.slice(0, 1));
  const others = timelines.map(({ instance }) => instance).filter((_, at) => at % 40 === 0);
  let waits = 0;
  const values: string[] = [];
  for (const id of new Set([...failed, ...others])) {
    const held = await hold(place, id);
    waits += held.waits;
    values.push(...held.values);
  }
  assert.ok(waits > 0, 'some of them waited for locks or events');
  assert.ok(values.some((value) => value.includes('900')), 'a start of the service tells what was set');
});

test('so it is of logs of several services, with the lines of other services', async (t) => {
  const { files } = makeCloudSet({ seed: 5, operations: 60, computes: 3, skew: 0 });
  const place = scratchFolder(t, cloudFolder(files));
  const { timelines } = JSON.parse((await runCli(['report', '--json', place])).out) as Report;
  assert.ok(timelines.some(({ serviceLines }) => serviceLines.length > 0));
  for (const { instance } of timelines.filter((_, at) => at % 20 === 0)) await hold(place, instance);
});

test('many instances with one beginning are told as the full reading tells them, a few at a time', async (t) => {
  const text = [...generateLarge(3_000_000, { seed: 11 })].join('');
  const ids = new Set([...text.matchAll(/\[instance: ([0-9a-f]{8})/g)].map(([, begin = '']) => begin));
  const alike = text.replaceAll(/\b[0-9a-f]{8}(?=-)/g, (begin) => (ids.has(begin) ? `aa${begin.slice(2)}` : begin));
  const place = `${scratchFolder(t, { 'nova.log': alike })}/nova.log`;
  const part = await reportOf('--summary', 'aa', place);
  const whole = await reportOf('--all', 'aa', place);
  assert.ok(part.timelines.length > 20);
  assert.ok(part.notLookedAt?.includes('groups'));
  assert.deepEqual(byInstance(part.timelines).map(ownTimeline), byInstance(whole.timelines).map(ownTimeline));
  assert.deepEqual(spelled(part.findings), spelled(whole.findings));
  assert.deepEqual(spelled(part.diagnoses), spelled(whole.diagnoses));
  const { out, status } = await runCli(['report', '--summary', '--instance', 'aa', place]);
  const names = (text: string): readonly string[] => text.split('\n').filter((line) => /^[0-9a-f-]{36}$/.test(line));
  const all = await runCli(['report', '--all', '--instance', 'aa', place]);
  assert.deepEqual(names(out), names(all.out));
  assert.equal(status, 1);
});

function byInstance<T extends { readonly instance: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => (a.instance < b.instance ? -1 : 1));
}

const spelled = (all: readonly unknown[]): readonly string[] => all.map((one) => JSON.stringify(one)).sort();
