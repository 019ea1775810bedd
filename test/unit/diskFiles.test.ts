// Paths → inputs → bytes: directories, packed files, damaged ones, pipes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { listInputs, problemOfError } from '../../src/disk/files';
import { isLogName } from '../../src/disk/names';
import { problemText } from '../../src/core/render/problemText';
import type { Input } from '../../src/disk/files';
import { unpackZstd } from '../../src/disk/archives/zstd';
import { readInput } from '../../src/disk/read';
import { scratchFolder } from '../support/scratch';

const posix = process.platform === 'win32' ? 'pipes and permissions of POSIX' : false;

interface ReadText {
  readonly text: string;
  readonly skipped: boolean;
  readonly problem: string | undefined;
}

async function readAll(input: Input): Promise<ReadText> {
  const chunks: Uint8Array[] = [];
  let taken = false;
  const push = (bytes: Uint8Array) => void chunks.push(Uint8Array.from(bytes));
  const [problem] = await readInput(input, () => ({ push, end: () => void (taken = true) }));
  const text = Buffer.concat(chunks).toString();
  return { text, skipped: !taken, problem: problem && problemText(problem) };
}

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function named(file: string): Input {
  const [input] = listInputs([file]).inputs;
  assert.ok(input, file);
  return input;
}

test('logs are known by their names, rotated and packed ones too', () => {
  const logs = ['nova-compute.log', 'nova-compute.log.1', 'nova-api.log.2.gz', 'nova-api.log-20240501', 'x.log.zst', 'boot.txt',
    'nova-scheduler', 'screen-n-cpu.out'];
  const others = ['core', 'disk.img', 'logo.png', '.hidden.log', 'nova.log.md5', 'logs.tar.gz', 'report.json', 'a.log.bz2'];
  assert.deepEqual(logs.filter((name) => !isLogName(name)), []);
  assert.deepEqual(others.filter(isLogName), []);
});

test('a directory gives its logs in the order of their numbers, and those of its folders', (t) => {
  const folder = scratchFolder(t, {
    'nova.log.10': 'a', 'nova.log.2': 'a', 'nova.log': 'a', 'sub/nova-api.log': 'a', 'sub/image.png': 'a', 'README': 'a',
  });
  const { inputs, problems } = listInputs([folder]);
  const names = inputs.map(({ source }) => path.relative(folder, source).split(path.sep).join('/'));
  assert.deepEqual(names, ['nova.log', 'nova.log.2', 'nova.log.10', 'sub/nova-api.log']);
  assert.deepEqual(problems, []);
});

test('a file that is named twice is read once', (t) => {
  const folder = scratchFolder(t, { 'nova.log': 'a' });
  const { inputs } = listInputs([path.join(folder, 'nova.log'), folder, `${folder}/./nova.log`]);
  assert.equal(inputs.length, 1);
});

test('what is not there, and a folder without logs, is said in a sentence; the rest is read', (t) => {
  const folder = scratchFolder(t, { 'empty/logo.png': 'a', 'nova.log': 'a' });
  const { inputs, problems } = listInputs([`${folder}/gone.log`, `${folder}/empty`, `${folder}/nova.log`]);
  assert.equal(inputs.length, 1);
  const [gone, empty, ...more] = problems.map(problemText);
  assert.equal(gone, `There is no file “${folder}/gone.log”.`);
  assert.equal(empty, `There are no logs in “${folder}/empty”.`);
  assert.deepEqual(more, []);
});

test('devices are refused', { skip: posix }, () => {
  assert.deepEqual(listInputs(['/dev/zero']).problems.map(problemText), ['“/dev/zero” is neither a file nor a directory nor a pipe.']);
});

test('a packed log is unpacked, whatever its name says', async (t) => {
  const text = 'one line\n'.repeat(100_000);
  const folder = scratchFolder(t, { 'nova.log': zlib.gzipSync(text), 'plain.log.gz': 'not packed at all\n' });
  assert.deepEqual(await readAll(named(`${folder}/nova.log`)), { text, skipped: false, problem: undefined });
  assert.equal((await readAll(named(`${folder}/plain.log.gz`))).text, 'not packed at all\n');
});

test('several packed parts in one file are read one after another', async (t) => {
  const folder = scratchFolder(t, { 'nova.log.gz': Buffer.concat([zlib.gzipSync('one\n'), zlib.gzipSync('two\n')]) });
  assert.equal((await readAll(named(`${folder}/nova.log.gz`))).text, 'one\ntwo\n');
});

test('of a packed log that is cut, what can be unpacked counts, and it is said', async (t) => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `${index} ${(index * 7919) % 10_007}`).join('\n');
  const packed = zlib.gzipSync(lines);
  const folder = scratchFolder(t, { 'nova.log.gz': packed.subarray(0, packed.length - 20_000) });
  const { text, skipped, problem } = await readAll(named(`${folder}/nova.log.gz`));
  assert.ok(text.length > 100_000 && lines.startsWith(text));
  assert.equal(skipped, false);
  assert.match(problem ?? '', /ends early or is damaged/);
});

test('a packing that is not unpacked here is named with the command that does', async (t) => {
  const folder = scratchFolder(t, { 'nova.log': Buffer.from('BZh91AY&SY') });
  const { skipped, problem } = await readAll(named(`${folder}/nova.log`));
  assert.equal(skipped, true);
  assert.match(problem ?? '', /is packed with bzip2: unpack it first, for example bzip2 -dc .* \| nova-lens report -$/);
});

test('xz and zstd are unpacked, also by a version of node that does not know them', async (t) => {
  const xz = Buffer.from('/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHb25lCnR3bwoAUauer1d1cEkAASAIuxnZux+2830BAAAAAARZWg==', 'base64');
  const zstd = Buffer.from('KLUv/QRYQQAAb25lCnR3bwrmpg5A', 'base64');
  const folder = scratchFolder(t, { 'a.log.xz': xz, 'b.log.zst': zstd, 'c.log.zst': Buffer.concat([zstd, zstd]) });
  for (const [name, text] of [['a.log.xz', 'one\ntwo\n'], ['b.log.zst', 'one\ntwo\n'], ['c.log.zst', 'one\ntwo\none\ntwo\n']]) {
    assert.deepEqual(await readAll(named(`${folder}/${name}`)), { text, skipped: false, problem: undefined }, name);
  }
  const library: Uint8Array[] = [];
  for await (const piece of unpackZstd(piecesOf(zstd, 3))) library.push(piece);
  assert.equal(Buffer.concat(library).toString(), 'one\ntwo\n');
});

test('a file that was found and is no text is left out; one that was named is read', async (t) => {
  const folder = scratchFolder(t, { 'odd.log': Buffer.from([1, 2, 0, 3, 0, 0, 4]), 'cut.log': Buffer.from('\0\0\0\0line\n') });
  const [cut, odd] = listInputs([folder]).inputs;
  assert.ok(cut && odd);
  assert.deepEqual(await readAll(odd), { text: '', skipped: true, problem: undefined });
  assert.equal((await readAll(cut)).text, '\0\0\0\0line\n', 'NULs in front are what a truncated log begins with');
  assert.equal((await readAll(named(`${folder}/odd.log`))).skipped, false);
});

test('an empty file is a log of no lines', async (t) => {
  const folder = scratchFolder(t, { 'nova.log': '' });
  assert.deepEqual(await readAll(named(`${folder}/nova.log`)), { text: '', skipped: false, problem: undefined });
});

test('a file that may not be read is said', { skip: posix || process.getuid?.() === 0 ? 'root may read everything' : false }, async (t) => {
  const folder = scratchFolder(t, { 'nova.log': 'a' });
  fs.chmodSync(`${folder}/nova.log`, 0);
  assert.deepEqual(await readAll(named(`${folder}/nova.log`)), {
    text: '', skipped: true, problem: `“${folder}/nova.log” may not be read: permission denied.`,
  });
});

test('errors of the file system become sentences', () => {
  const failed = (code: string) => problemText(problemOfError('a.log', Object.assign(new Error('failed'), { code })));
  assert.equal(failed('EACCES'), '“a.log” may not be read: permission denied.');
  assert.equal(failed('EIO'), '“a.log” could not be read: EIO.');
  assert.equal(problemText(problemOfError('a.log', new Error('odd'))), '“a.log” could not be read: odd.');
});

test('a named pipe is read to its end', { skip: posix }, async (t) => {
  const folder = scratchFolder(t);
  const pipe = `${folder}/pipe`;
  execFileSync('mkfifo', [pipe]);
  const reading = readAll(named(pipe));
  await fs.promises.writeFile(pipe, 'through a pipe\n'.repeat(20_000));
  assert.equal((await reading).text.length, 15 * 20_000);
});
