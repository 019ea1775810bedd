// A set that is read and followed: growth, rotation of a stream, packed logs and their texts.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import v8 from 'node:v8';
import vm from 'node:vm';
import zlib from 'node:zlib';
import { openDigest } from '../../src/core/digest';
import { problemText } from '../../src/core/render/problemText';
import { problemOf } from '../../src/core/sets/problem';
import type { Problem } from '../../src/core/sets/problem';
import { LiveSet } from '../../src/disk/liveSet';
import type { LiveSetOptions } from '../../src/disk/liveSet';
import { readPackedText } from '../../src/disk/packedText';
import { tarOf } from '../support/archives';
import { scratchFolder } from '../support/scratch';

const line = (second: number) =>
  `2024-05-06 10:00:${String(second).padStart(2, '0')}.000 7 INFO nova.compute.manager [-] line ${second}\n`;

interface Live {
  readonly set: LiveSet;
  /** Waits until the logs, by their names, have so many lines. */
  readonly until: (wanted: Readonly<Record<string, number>>) => Promise<void>;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** @param whenRead called when a log was read and before it is followed */
async function read(
  t: TestContext, folder: string, whenRead: (file: string) => void = () => undefined,
): Promise<Live> {
  const open: LiveSetOptions['open'] = ({ source }, origin) => {
    const reader = openDigest(`uri:${source}`, { origin });
    const digest = () => {
      whenRead(source);
      return reader.digest();
    };
    return { ...reader, digest };
  };
  const set = await LiveSet.read([folder], { open, changed: () => undefined });
  t.after(() => set.dispose());
  const now = () => Object.fromEntries(
    set.digests.map(({ source, lines }) => [source.slice(folder.length + 5), lines]),
  );
  const until = async (wanted: Readonly<Record<string, number>>): Promise<void> => {
    const same = () => JSON.stringify(now()) === JSON.stringify(wanted);
    for (const end = Date.now() + 6000; Date.now() < end && !same();) await sleep(10);
    assert.deepEqual(now(), wanted);
  };
  return { set, until };
}

test('a log of a set grows, is rotated, and grows again; each file keeps its own lines', async (t) => {
  const folder = scratchFolder(t, { 'nova-compute.log': line(1), 'nova-compute.log.1.gz': zlib.gzipSync(line(0)) });
  const { set, until } = await read(t, folder);
  await until({ 'nova-compute.log.1.gz': 1, 'nova-compute.log': 1 });
  assert.deepEqual(set.digests.map(({ origin }) => origin?.order), [0, 1]);
  fs.appendFileSync(`${folder}/nova-compute.log`, line(2) + line(3).slice(0, 20));
  await until({ 'nova-compute.log.1.gz': 1, 'nova-compute.log': 2 });
  fs.appendFileSync(`${folder}/nova-compute.log`, line(3).slice(20));
  await until({ 'nova-compute.log.1.gz': 1, 'nova-compute.log': 3 });
  fs.renameSync(`${folder}/nova-compute.log.1.gz`, `${folder}/nova-compute.log.2.gz`);
  fs.renameSync(`${folder}/nova-compute.log`, `${folder}/nova-compute.log.1`);
  fs.writeFileSync(`${folder}/nova-compute.log`, line(4));
  await until({ 'nova-compute.log.2.gz': 1, 'nova-compute.log.1': 3, 'nova-compute.log': 1 });
  fs.appendFileSync(`${folder}/nova-compute.log`, line(5));
  await until({ 'nova-compute.log.2.gz': 1, 'nova-compute.log.1': 3, 'nova-compute.log': 2 });
});

for (const how of ['emptied and filled again', 'renamed, and another one has its name']) {
  test(`a log of a set that is ${how} after it was read is read anew`, async (t) => {
    const folder = scratchFolder(t, { 'nova-compute.log': line(1) });
    let isOver = false;
    const { until } = await read(t, folder, (file) => {
      if (isOver) return;
      isOver = true;
      if (how.startsWith('renamed')) fs.renameSync(file, `${file}.1`);
      fs.writeFileSync(file, line(2) + line(3) + line(4));
    });
    const before = how.startsWith('renamed') ? { 'nova-compute.log.1': 1 } : {};
    await until({ ...before, 'nova-compute.log': 3 });
    fs.appendFileSync(`${folder}/nova-compute.log`, line(5));
    await until({ ...before, 'nova-compute.log': 4 });
  });
}

test('a log of a set that is written anew in the same size is read anew', async (t) => {
  const folder = scratchFolder(t, { 'nova-compute.log': line(1) + line(2) });
  const { set, until } = await read(t, folder);
  await until({ 'nova-compute.log': 2 });
  fs.writeFileSync(`${folder}/nova-compute.log`, line(7) + line(8));
  const first = () => new Date(set.digests[0]?.firstTime ?? 0).getUTCSeconds();
  for (const end = Date.now() + 6000; Date.now() < end && first() !== 7;) await sleep(10);
  assert.equal(first(), 7);
});

test('what cannot be read any more once a log is rotated is told', async (t) => {
  const folder = scratchFolder(t, { 'nova-compute.log': line(1).repeat(100) });
  const problems: string[] = [];
  const open: LiveSetOptions['open'] = ({ source }, origin) => openDigest(source, { origin });
  const changed = (more: readonly Problem[]) => void problems.push(...more.map(problemText));
  const set = await LiveSet.read([folder], { open, changed });
  t.after(() => set.dispose());
  const packed = zlib.gzipSync(line(1).repeat(100));
  fs.writeFileSync(`${folder}/nova-compute.log.1.gz`, packed.subarray(0, packed.length - 9));
  fs.writeFileSync(`${folder}/nova-compute.log`, line(2));
  for (const end = Date.now() + 6000; Date.now() < end && problems.length === 0;) await sleep(10);
  assert.deepEqual(problems.map((text) => / ends early or is damaged/.test(text)), [true]);
});

test('a log that says more than fits in memory is followed no longer, and that is told', async (t) => {
  const said = (second: number) => `2024-05-06 10:00:${String(second).padStart(2, '0')}.000 7 INFO nova.compute.manager `
    + '[None req-7e57aaaa-0000-4000-8000-000000000000 - - - - - -] [instance: 7e57aaaa-0000-4000-8000-000000000001] '
    + 'Terminating instance\n';
  const folder = scratchFolder(t, { 'nova-compute.log': said(1) });
  const file = `${folder}/nova-compute.log`;
  const problems: Problem[] = [];
  const open: LiveSetOptions['open'] = ({ source }, origin) => openDigest(source, { origin, keepLines: true });
  const changed = (more: readonly Problem[]) => void problems.push(...more);
  const set = await LiveSet.read([folder], { open, changed, memory: 50_000 });
  t.after(() => set.dispose());
  for (let i = 0; i < 200 && problems.length === 0; i++) {
    fs.appendFileSync(file, said(2).repeat(100));
    await sleep(20);
  }
  const lines = set.digests[0]?.lines ?? 0;
  assert.deepEqual(problems, [problemOf('memory', file, { line: lines })]);
  assert.ok(lines > 100);
  fs.appendFileSync(file, said(3));
  await sleep(1200);
  assert.equal(set.digests[0]?.lines, lines);
  assert.equal(problems.length, 1);
});

test('a last line without an end counts, and is read anew when it goes on', async (t) => {
  const folder = scratchFolder(t, { 'nova-api.log': line(1) + line(2).trimEnd() });
  const { until } = await read(t, folder);
  await until({ 'nova-api.log': 2 });
  fs.appendFileSync(`${folder}/nova-api.log`, `and more\n${line(3)}`);
  await until({ 'nova-api.log': 3 });
});

test('forty rotated logs keep no text', async (t) => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const text = Array.from({ length: 20_000 }, (_, at) => line(at % 60)).join('');
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`nova-compute.log.${at + 1}.gz`, zlib.gzipSync(text)]));
  const folder = scratchFolder(t, files);
  collect();
  const before = process.memoryUsage().heapUsed;
  const { set } = await read(t, folder);
  collect();
  assert.equal(set.digests.length, 40);
  const grown = process.memoryUsage().heapUsed - before;
  assert.ok(grown < text.length * 4, `${grown} bytes more after ${40 * text.length} bytes of logs`);
});

test('the text of a packed log can be had by its way, if it is not too large', async (t) => {
  const inner = zlib.gzipSync('inner\n');
  const folder = scratchFolder(t, {
    'a!/nova.log.gz': zlib.gzipSync('packed\n'), 'b.tar.gz': zlib.gzipSync(await tarOf({ 'x/nova.log.1.gz': inner, 'x/nova.log': 'plain\n' })),
  });
  const text = async (name: string, most = 100) => {
    const read = await readPackedText(`${folder}/${name}`, most);
    return typeof read === 'string' ? read : Buffer.from(read).toString();
  };
  assert.equal(await text('a!/nova.log.gz'), 'packed\n');
  assert.equal(await text('b.tar.gz!/x/nova.log.1.gz'), 'inner\n');
  assert.equal(await text('b.tar.gz!/x/nova.log'), 'plain\n');
  assert.equal(await text('b.tar.gz!/x/nova.log', 3), 'large');
  assert.equal(await text('b.tar.gz!/gone.log'), 'lacks');
  assert.equal(await text('gone.tar!/x.log'), 'lacks');
});
