// `nova-lens report --all` on logs that do not fit in memory: the text on every instance is that of the full
// reading without what only all lines would tell, however few are read at once and on whatever thread.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { toldBatches } from '../../src/cli/batchThreads';
import { confFindings } from '../../src/cli/confFindings';
import { ConfReader } from '../../src/cli/novaConf';
import { analyse } from '../../src/core/analysis';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis } from '../../src/core/model';
import { onlyInstances } from '../../src/core/onlyInstance';
import { withOwnStory } from '../../src/core/ownStory';
import { reportTables } from '../../src/core/reportTables';
import type { ContextOf } from '../../src/core/render/diagnosisLines';
import { timelineLines, ranks } from '../../src/core/render/timelineText';
import { TimelineStream } from '../../src/core/render/timelineStream';
import { openSieve } from '../../src/core/sieve';
import { openEngine } from '../../src/disk/kernel';
import { listInputs } from '../../src/disk/files';
import type { BatchBounds } from '../../src/disk/large/batches';
import { batchJobs, optionDumpsOf } from '../../src/disk/large/instanceBatches';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { openLargeSet } from '../../src/disk/large/largeSet';
import type { OpenedLog } from '../../src/disk/large/ownLines';
import { fileOf } from '../../src/disk/packedText';
import { readSet } from '../../src/disk/set';
import { TextSpool } from '../../src/disk/textSpool';
import { makeCloudSet } from '../samples/cloudSet';
import { generateLarge } from '../samples/large';
import { runCli } from '../support/cli';
import { cloudFolder } from '../support/cloudFolder';
import { ruleText } from '../support/ruleText';
import { scratchFolder } from '../support/scratch';

const paint = (_style: string, text: string): string => text;
const worker = path.resolve('dist/lazy/cli-batchWorker.js');
const few: BatchBounds = { instances: 3, lines: 100_000 };

interface Opened {
  readonly opened: OpenedLog;
  close(): void;
}

interface Whole {
  readonly analysis: Analysis;
  readonly contextOf: ContextOf;
}

async function wholeOf(place: string): Promise<Whole> {
  const { digests } = await readSet(listInputs([place]), {
    open: ({ source }, origin) => openSieve(source, openEngine, { origin }),
  });
  const whole = analyse(digests, defaultLimits);
  const reader = new ConfReader([], assert.fail);
  const { findings, contextOf } = await confFindings(whole, ({ source, optionDumps = [] }) =>
    reader.beside(fileOf(source), optionDumps.at(-1)?.configFiles));
  const told = withOwnStory({ ...whole, findings: [...whole.findings, ...findings] });
  return { analysis: onlyInstances(told, () => true), contextOf };
}

/** @param file where the code of the other thread lies; nowhere: there is none */
async function streamed(log: Opened | undefined, full: boolean, file: string): Promise<string> {
  assert.ok(log);
  const spools: TextSpool[] = [];
  const ranked = (): readonly TextSpool[] => Array.from({ length: ranks }, () => {
    const spool = new TextSpool();
    spools.push(spool);
    return spool;
  });
  const text = { width: undefined, isColoured: false, full, by: 'instance' as const };
  const order = { novaConf: [], dumps: optionDumpsOf(log.opened), text };
  const stream = new TimelineStream({ paint, full }, { short: full ? undefined : ranked(), full: ranked() });
  for await (const told of toldBatches(log.opened, batchJobs(log.opened, few), order, assert.fail, file)) {
    if (told.text) stream.add(told.text);
  }
  const all = [...stream.end(['the end'])].join('');
  spools.forEach((one) => one.close());
  log.close();
  return all;
}

/** From the first instance on; above stand the logs. */
const body = (text: string): string => text.slice(text.indexOf('\n\n'));
const heads = (text: string): readonly string[] => text.slice(0, text.indexOf('\n\n')).split('\n')
  .filter((line) => line.includes(' lines, ')).map((line) => line.replace(/ lines, .*/, ''));

/** Of a set instances stand in the order of its files, where the full reading has that of their times. */
function ordered(text: string, isOne: boolean): readonly string[] {
  const all = text.split('\n\n');
  const sorted = (one: string): string => one.split('\n').sort().join('\n');
  return isOne ? all : all.map((one) => (/^[0-9a-f-]{36}\n/.test(one) ? one : sorted(one))).sort();
}

async function hold(
  place: string, open: () => Promise<Opened | undefined>, isOne: boolean,
): Promise<void> {
  assert.ok(fs.existsSync(worker));
  const { analysis, contextOf } = await wholeOf(place);
  for (const full of [false, true]) {
    const expected = [...timelineLines(analysis, { paint, full, contextOf }), 'the end', ''].join('\n');
    const here = await streamed(await open(), full, 'nowhere');
    const beside = await streamed(await open(), full, worker);
    assert.equal(beside, here);
    assert.deepEqual(ordered(body(here), isOne), ordered(body(expected), isOne));
    assert.deepEqual(heads(here), heads(expected));
  }
}

test('the text on every instance of one large log is that of the full reading', async (t) => {
  for (const [seed, size] of [[4, 1_200_000], [9, 60_000]] as const) {
    const text = [...generateLarge(size, { seed })].join('');
    const place = `${scratchFolder(t, { 'nova.log': text })}/nova.log`;
    await hold(place, () => openLargeLog(place, { tables: reportTables(), partSize: 400_000 }), true);
  }
});

test('so it is of logs of several services, packed and rotated', async (t) => {
  const { files } = makeCloudSet({ seed: 5, operations: 60, computes: 3, skew: 0 });
  const place = scratchFolder(t, cloudFolder(files));
  await hold(place, () =>
    openLargeSet(place, listInputs([place]).inputs, { tables: reportTables(), partSize: 100_000 }), false);
});

test('what does not fit in memory is told so where all lines are asked for, and rules are held against it', async (t) => {
  const text = [...generateLarge(60_000_000, { seed: 3 })].join('');
  const folder = scratchFolder(t, { 'nova.log': text, 'rules.yaml': ruleText });
  const place = `${folder}/nova.log`;
  const little = { env: { NODE_OPTIONS: '--max-old-space-size=50' } };
  const all = await runCli(['report', '--all', place]);
  const part = await runCli(['report', '--all', '--rules', `${folder}/rules.yaml`, place], little);
  const names = (told: string): readonly string[] => told.split('\n').filter((line) => /^[0-9a-f-]{36}$/.test(line));
  assert.ok(names(all.out).length > 100);
  assert.deepEqual(names(part.out), names(all.out));
  assert.deepEqual([part.err, part.status], ['', all.status]);
  assert.match(part.out, /was not looked at\.\n/);
  assert.match(part.out, /Rules were held against the lines that name an instance/);
  assert.doesNotMatch(all.out, /was not looked at/);
});
