// Input that no service ever wrote: it ends with a result, in bounded time.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Digest } from '../../src/core/model';
import { openSieve } from '../../src/core/sieve';
import { openEngine } from '../../src/disk/kernel';
import { listInputs } from '../../src/disk/files';
import { readSet } from '../../src/disk/set';
import { seeded } from '../support/corpus';
import { hostileLogs } from '../support/hostile';
import { scratchFolder } from '../support/scratch';
import { log, stories, vm } from '../support/story';

function read(...pieces: readonly Uint8Array[]): Analysis {
  const reader = openDigest('log');
  for (const piece of pieces) reader.push(piece);
  return analyse([reader.end()], defaultLimits);
}

test('random bytes are read', () => {
  const random = seeded(7);
  const bytes = Uint8Array.from({ length: 300_000 }, () => Math.floor(random() * 256));
  assert.equal(read(bytes).timelines.length, 0);
});

test('random pieces of a log, put together at random, are read', () => {
  const text = log(`
    0 DEBUG mgr r1 vm Starting instance...
    3 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: internal error: no kvm
    |Traceback (most recent call last):
    |  File "/nova/virt/libvirt/driver.py", line 1, in _create_guest
    |    guest.launch()
    |libvirt.libvirtError: internal error: no kvm
    9 INFO mgr r1 vm Took 9.50 seconds to build instance.`);
  const random = seeded(11);
  for (let round = 0; round < 300; round++) {
    let mixed = '';
    for (let i = 0; i < 40; i++) {
      const at = Math.floor(random() * text.length);
      mixed += text.slice(at, at + Math.floor(random() * 300));
      if (random() < 0.3) mixed += '\n';
    }
    read(new TextEncoder().encode(mixed));
  }
});

test('one line of 50 MB is survived, and what stands behind it is read', () => {
  const piece = new Uint8Array(1 << 20).fill(120);
  const good = new TextEncoder().encode(`\n${log('9 INFO mgr r1 vm Took 9.50 seconds to build instance.')}\n`);
  const start = performance.now();
  const analysis = read(...Array.from({ length: 50 }, () => piece), good);
  assert.deepEqual(stories(analysis), ['create success']);
  assert.ok(performance.now() - start < 5000);
});

test('a log of nothing but line ends, and an empty log, are read', () => {
  assert.equal(read(new Uint8Array(2_000_000).fill(10)).digests[0]?.lines, 2_000_000);
  assert.equal(read().digests[0]?.lines, 0);
});

test('empty lines on end are the same, whether they come at once or one by one', () => {
  const records = log(`
    0 DEBUG mgr r1 vm Starting instance...
    3 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: internal error: no kvm
    |Traceback (most recent call last):
    |  File "/nova/virt/libvirt/driver.py", line 1, in _create_guest
    |libvirt.libvirtError: internal error: no kvm`);
  const all = records.split('\n');
  for (const count of [63, 64, 1999, 2000, 2001, 70_000]) {
    for (let at = 0; at <= all.length; at++) {
      const blanks = Array.from({ length: count }, () => '');
      const bytes = new TextEncoder().encode([...all.slice(0, at), ...blanks, ...all.slice(at), ''].join('\n'));
      const [once, single] = [openDigest('log'), openDigest('log')];
      once.push(bytes);
      for (let i = 0; i < bytes.length; i += 50) single.push(bytes.subarray(i, i + 50));
      const [one, other] = [once.end(), single.end()];
      assert.deepEqual(keptOf(one), keptOf(other), `${count} behind ${at}`);
      const [ends, others] = [one, other].map(({ border }) => [border?.head, border?.tail?.texts]);
      assert.deepEqual(ends, others);
    }
  }
});

test('a request that fails ten thousand times is read in bounded time', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `${i} ERROR mgr r1 vm Instance failed to spawn: `
    + `nova.exception.NovaException: attempt ${i} of ${vm}`).join('\n');
  const start = performance.now();
  const analysis = read(new TextEncoder().encode(log(rows)));
  assert.equal(analysis.timelines[0]?.operations[0]?.outcome, 'failed');
  assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
});

/** A thousandth of the full size. */
const part = 0.001;

for (const { title, pieces } of hostileLogs) {
  test(`what is kept of a small log is the same with and without the scanner: ${title}`, () => {
    const readers = [openDigest('log'), openSieve('log', openEngine)];
    for (const piece of pieces(part)) for (const reader of readers) reader.push(piece);
    const [slow, quick] = readers.map((reader) => keptOf(reader.end()));
    assert.deepEqual(quick, slow);
  });
}

function keptOf(digest: Digest): unknown {
  const { lines, records, unread, events, faults, ties } = digest;
  const { timelines, findings } = analyse([digest], defaultLimits);
  return { lines, records, unread, events, faults, ties, timelines, findings };
}

function instances(folder: string, name: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, Buffer.concat([...hostileLogs.find(({ id }) => id === 'instances')?.pieces(part) ?? []]));
  return file;
}

const open: Parameters<typeof readSet>[1]['open'] = ({ source }, origin) => openDigest(source, { origin });

test('a log that says more than fits in memory is read as far as it does, and that is said', async (t) => {
  const folder = scratchFolder(t, {});
  const files = [instances(folder, 'a.log'), instances(folder, 'b.log')];
  const { digests, problems } = await readSet(listInputs(files), { open, memory: 10e6 });
  const [first] = digests;
  assert.equal(digests.length, 1);
  assert.ok(first && first.events.length > 1000 && first.lines < 10_000, `${first?.lines}`);
  assert.deepEqual(problems.map(({ id, args }) => [id, args['path'], args['line']]), [
    ['memory', files[0], first.lines], ['noMemory', files[1], undefined],
  ]);
});

test('logs that fit in memory are read whole', async (t) => {
  const folder = scratchFolder(t, {});
  const { digests, problems } = await readSet(listInputs([instances(folder, 'a.log'), instances(folder, 'b.log')]), { open });
  assert.deepEqual(problems, []);
  assert.deepEqual(digests.map(({ lines }) => lines), [10_000, 10_000]);
});

test('a named pipe is read to its end', { skip: process.platform === 'win32' }, async (t) => {
  const folder = scratchFolder(t, {});
  const pipe = path.join(folder, 'nova.log');
  execFileSync('mkfifo', [pipe]);
  const writer = spawn('sh', ['-c', 'cat "$1" > "$2"', 'sh', instances(folder, 'whole.log'), pipe]);
  const { digests, problems } = await readSet(listInputs([pipe]), { open });
  writer.kill();
  assert.deepEqual(problems, []);
  assert.equal(digests[0]?.lines, 10_000);
});
