// Archives are read in place: trees, trees within trees, damaged ones, and such as were made to do harm.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { problemText } from '../../src/core/render/problemText';
import { listInputs } from '../../src/disk/files';
import { archiveLimits } from '../../src/disk/limits';
import { readInputs } from '../../src/disk/read';
import type { ReadOptions } from '../../src/disk/read';
import { tarOf, zipOf } from '../support/archives';
import { scratchFolder } from '../support/scratch';

interface Read {
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** The texts of all logs below a folder, by their names from there on. */
async function readAll(folder: string, options: ReadOptions = {}): Promise<Read> {
  const texts: Record<string, string> = {};
  const problems = await readInputs(listInputs([folder]).inputs, ({ source }) => {
    const parts: Uint8Array[] = [];
    return {
      push: (bytes) => void parts.push(Uint8Array.from(bytes)),
      end: () => void (texts[source.slice(folder.length + 1)] = Buffer.concat(parts).toString()),
    };
  }, options);
  return { texts, problems: problems.map((problem) => problemText(problem).replaceAll(`${folder}/`, '')) };
}

const files = { 'var/log/nova/nova-compute.log': 'one\n', './var/log/nova/nova-api.log': 'two\n', 'etc/passwd': 'x' };
const read = { 'var/log/nova/nova-compute.log': 'one\n', 'var/log/nova/nova-api.log': 'two\n' };

function under(archive: string, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${archive}!/${name}`, text]));
}

test('logs in .tar, .tar.gz and .zip are read in place, and are named by their ways', async (t) => {
  const tar = await tarOf(files);
  const folder = scratchFolder(t, { 'a.tar': tar, 'b.tar.gz': zlib.gzipSync(tar), 'c.zip': zipOf(files) });
  const { texts, problems } = await readAll(folder);
  assert.deepEqual(texts, { ...under('a.tar', read), ...under('b.tar.gz', read), ...under('c.zip', read) });
  assert.deepEqual(problems, []);
});

test('packed logs and archives within archives are read too', async (t) => {
  const inner = zlib.gzipSync(await tarOf(files));
  const outer = await tarOf({
    'sos-reports/c1.tar.gz': inner, 'sos-reports/c2.zip': zipOf(files), 'nova-api.log.1.gz': zlib.gzipSync('packed\n'),
  });
  const folder = scratchFolder(t, { 'must-gather.tar': outer });
  const { texts, problems } = await readAll(folder);
  assert.deepEqual(texts, {
    ...under('must-gather.tar!/sos-reports/c1.tar.gz', read), ...under('must-gather.tar!/sos-reports/c2.zip', read),
    'must-gather.tar!/nova-api.log.1.gz': 'packed\n',
  });
  assert.deepEqual(problems, []);
});

test('an archive beside what it was unpacked to is not read again', async (t) => {
  const folder = scratchFolder(t, { 'sosreport-c1.tar': await tarOf(files), 'sosreport-c1/nova-api.log': 'unpacked\n' });
  assert.deepEqual(Object.keys((await readAll(folder)).texts), ['sosreport-c1/nova-api.log']);
});

test('links and names that lead out of the archive are passed over', async (t) => {
  const tar = await tarOf({ '../../nova-out.log': 'x', '/nova-root.log': 'root\n', 'a/../../nova-up.log': 'x' }, [
    { name: 'nova-link.log', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'nova-hard.log', type: 'link', linkname: '/etc/passwd' },
    { name: 'nova-pipe.log', type: 'fifo' },
  ]);
  const folder = scratchFolder(t, { 'a.tar': tar, 'b.zip': zipOf({ 'nova-link.log': '/etc/passwd' }, 0o120777) });
  const { texts, problems } = await readAll(folder);
  assert.deepEqual(texts, { 'a.tar!/nova-root.log': 'root\n' });
  assert.deepEqual(problems, []);
});

test('of an archive that is cut, what comes before counts, and it is said', async (t) => {
  const noise = Array.from({ length: 60_000 }, (_, at) => `${at} ${(at * 7919) % 10_007}`).join('\n');
  const tar = await tarOf({ 'nova-api.log': 'whole\n', 'nova-compute.log': noise });
  const packed = zlib.gzipSync(tar);
  const folder = scratchFolder(t, {
    'a.tar': tar.subarray(0, tar.length - 200_000), 'b.tar.gz': packed.subarray(0, packed.length - 50_000),
    'c.zip': zipOf(files).subarray(0, 150),
  });
  const { texts, problems } = await readAll(folder);
  assert.equal(texts['a.tar!/nova-api.log'], 'whole\n');
  assert.equal(texts['b.tar.gz!/nova-api.log'], 'whole\n');
  for (const name of ['a.tar', 'b.tar.gz', 'c.zip']) {
    assert.ok(problems.some((text) => text.startsWith(`“${name}” ends early or is damaged`)), name);
  }
});

test('what unpacks to far more than its size is not read to its end', async (t) => {
  const bomb = zlib.gzipSync(Buffer.alloc(8 << 20));
  const limits = { ...archiveLimits, unpacked: 1 << 20 };
  const folder = scratchFolder(t, { 'nova.log.gz': bomb, 'nova-api.log': 'fine\n' });
  const { texts, problems } = await readAll(folder, { limits });
  assert.equal(texts['nova-api.log'], 'fine\n', 'the others are read');
  assert.deepEqual(problems, ['“nova.log.gz” unpacks to more than 250 times its size: it was not read to its end.']);
});

test('archives within archives without end are left at some depth', async (t) => {
  let deep: Buffer = Buffer.from('deep\n');
  for (let level = 0; level < 12; level += 1) deep = zlib.gzipSync(deep);
  let trees = await tarOf({ 'nova.log': 'deep\n' });
  for (let level = 0; level < 12; level += 1) trees = await tarOf({ 'more.tar': trees });
  const folder = scratchFolder(t, { 'nova.log.gz': deep, 'trees.tar': trees });
  const { texts, problems } = await readAll(folder);
  assert.deepEqual(texts, {});
  assert.equal(problems.length, 2);
  for (const text of problems) assert.match(text, /is an archive within too many archives/);
});

test('entries are counted', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`nova-${at}.log`, `${at}\n`]));
  const folder = scratchFolder(t, { 'many.tar': await tarOf(many) });
  const { texts, problems } = await readAll(folder, { limits: { ...archiveLimits, entries: 10 } });
  assert.equal(Object.keys(texts).length, 10);
  assert.deepEqual(problems, ['“many.tar” has too many entries: it was not read to its end.']);
});

test('garbage with the name of an archive is no more than a sentence', async (t) => {
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251));
  const starts = { 'a.zip': 'PK\u0003\u0004', 'b.tar.gz': '\u001f\u008b', 'c.tar.zst': '(\u00b5/\u00fd', 'd.tar.xz': '\u00fd7zXZ\0' };
  const made = Object.entries(starts).map(([name, start]) => [name, Buffer.concat([Buffer.from(start, 'latin1'), noise])]);
  const ustar = Buffer.concat([Buffer.alloc(257), Buffer.from('ustar'), noise]);
  const folder = scratchFolder(t, { ...Object.fromEntries(made) as Record<string, Buffer>, 'e.tar': ustar, 'f.tar': 'plain text\n' });
  const { problems } = await readAll(folder);
  assert.equal(problems.length, 5, problems.join('\n'));
  for (const text of problems) assert.match(text, /ends early or is damaged/);
});

test('nothing is written and every file is closed', { skip: process.platform !== 'linux' }, async (t) => {
  const tar = await tarOf(files);
  const folder = scratchFolder(t, { 'a.tar': tar, 'b.tar.gz': zlib.gzipSync(tar), 'c.zip': zipOf(files), 'd.zip': 'PK\u0003\u0004' });
  await readAll(folder);
  const before = fs.readdirSync('/proc/self/fd').length;
  for (let round = 0; round < 5; round += 1) await readAll(folder);
  assert.ok(fs.readdirSync('/proc/self/fd').length <= before + 1);
  assert.deepEqual(fs.readdirSync(folder), ['a.tar', 'b.tar.gz', 'c.zip', 'd.zip']);
});

test('reading can be stopped', async (t) => {
  const folder = scratchFolder(t, Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`nova-${at}.log`, 'x\n'])));
  const stop = new AbortController();
  let pieces = 0;
  const progress = () => {
    pieces += 1;
    if (pieces === 3) stop.abort();
  };
  const { texts, problems } = await readAll(folder, { signal: stop.signal, progress });
  assert.ok(Object.keys(texts).length < 20);
  assert.deepEqual(problems, []);
});
