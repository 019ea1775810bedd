// Lines of logs, wherever they lie: plain, packed, in archives; read once, without keeping the rest.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import v8 from 'node:v8';
import vm from 'node:vm';
import zlib from 'node:zlib';
import { readLogLines } from '../../src/disk/fileLines';
import { tarOf, zipOf } from '../support/archives';
import { scratchFolder } from '../support/scratch';

const text = Array.from({ length: 5000 }, (_, at) => `line ${at} of many\r\n`).join('');
// `printf 'one\ntwo\nthree\n' | zstd` and `… | xz`
const small = ['one', 'two', 'three'];
const zstd = Buffer.from('KLUv/QRYcQAAb25lCnR3bwp0aHJlZQqkWIk0', 'base64');
const xz = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQANb25lCnR3bwp0aHJlZQoAAACUhJIr6JdbfQABJg4IG+AEH7bzfQEAAAAABFla', 'base64');

async function linesOf(folder: string, wanted: Readonly<Record<string, readonly number[]>>) {
  const read = await readLogLines(new Map(Object.entries(wanted).map(([name, at]) => [`${folder}/${name}`, at])));
  return Object.fromEntries([...read].map(([name, texts]) => [name.slice(folder.length + 1), texts]));
}

test('the same lines come from a plain log, a packed one and one in any archive', async (t) => {
  const tar = await tarOf({ 'a/nova-compute.log': text, 'a/nova-api.log.1.gz': zlib.gzipSync(text) });
  const folder = scratchFolder(t, {
    'nova-api.log': text, 'nova-api.log.2.gz': zlib.gzipSync(text), 'a.tar': tar, 'b.tar.gz': zlib.gzipSync(tar),
    'c.zip': zipOf({ 'a/nova-compute.log': text }), 'wide.log': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'd.tar': await tarOf({ 'inner.tar.gz': zlib.gzipSync(tar) }),
  });
  const names = ['nova-api.log', 'nova-api.log.2.gz', 'a.tar!/a/nova-compute.log', 'a.tar!/a/nova-api.log.1.gz',
    'b.tar.gz!/a/nova-compute.log', 'c.zip!/a/nova-compute.log', 'wide.log', 'd.tar!/inner.tar.gz!/a/nova-compute.log'];
  const numbers = [0, 17, 4999, 5000, 9000];
  const found = await linesOf(folder, Object.fromEntries(names.map((name) => [name, numbers])));
  for (const name of names) {
    assert.deepEqual(found[name], ['line 0 of many', 'line 17 of many', 'line 4999 of many', '', ''], name);
  }
});

test('.zst and .xz are unpacked too', async (t) => {
  const folder = scratchFolder(t, { 'nova-api.log.1.zst': zstd, 'nova-api.log.2.xz': xz });
  const found = await linesOf(folder, { 'nova-api.log.1.zst': [0, 1, 2], 'nova-api.log.2.xz': [1, 2] });
  assert.deepEqual(found, { 'nova-api.log.1.zst': small, 'nova-api.log.2.xz': small.slice(1) });
});

test('an archive is read once for all its logs, and no further than to the last wanted line', async (t) => {
  const noise = zlib.gzipSync(Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 7919) % 251)));
  const tar = await tarOf({ 'nova-api.log': text, 'nova-compute.log': text, 'x/nova-big.log.1.gz': noise });
  const folder = scratchFolder(t, { 'a.tar': Buffer.concat([tar]) });
  const opened = t.mock.method(fs, 'openSync');
  const read = t.mock.method(fs, 'readSync');
  await linesOf(folder, { 'a.tar!/nova-api.log': [3], 'a.tar!/nova-compute.log': [4] });
  const ofArchive = opened.mock.calls.filter(({ arguments: [file] }) => file === `${folder}/a.tar`);
  assert.equal(ofArchive.length, 1);
  const bytes = read.mock.calls.reduce((sum, { result = 0 }) => sum + result, 0);
  assert.ok(bytes <= 2 * 256 * 1024, `${bytes} bytes of ${tar.length}`);
});

test('of much text only the wanted lines stay in memory', async (t) => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const big = zlib.gzipSync(text.repeat(200));
  const folder = scratchFolder(t, { 'nova-api.log.1.gz': big });
  collect();
  const before = process.memoryUsage();
  let most = 0;
  let pauses = 0;
  await readLogLines(new Map([[`${folder}/nova-api.log.1.gz`, [7, 5000 * 200 - 1]]]), async () => {
    pauses += 1;
    if (pauses % 50 === 0) {
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
    }
    await Promise.resolve();
  });
  assert.ok(pauses > 200, 'others get their turn');
  assert.ok(most < 8 * 2 ** 20, `${most} bytes more for ${text.length * 200} bytes of log`);
});

test('what is not there, or not whole, is said', async (t) => {
  const packed = zlib.gzipSync(text);
  const folder = scratchFolder(t, {
    'a.tar': await tarOf({ 'nova-api.log': text }), 'nothing.log.gz': packed.subarray(0, 40),
    'cut.log.gz': packed.subarray(0, packed.length / 2),
  });
  await assert.rejects(linesOf(folder, { 'gone.log': [1] }), /There is no file/);
  await assert.rejects(linesOf(folder, { 'a.tar!/gone.log': [1] }), /There is no file/);
  await assert.rejects(linesOf(folder, { 'nothing.log.gz': [1] }), /ends early or is damaged/);
  assert.deepEqual(await linesOf(folder, { 'cut.log.gz': [3, 4999] }), { 'cut.log.gz': ['line 3 of many', ''] });
});
