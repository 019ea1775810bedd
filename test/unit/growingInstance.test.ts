// An instance of a large log that grows: what is read of it bit by bit is what is read of it at once,
// wherever the log ended in between.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Digest } from '../../src/core/model';
import { plain } from '../../src/disk/desk/plainDigest';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-growing-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const text = [...generateLarge(1_200_000, { seed: 10 })].join('');
const traceback = /\[instance: ([0-9a-f-]{36})\] Traceback/;

function told(digest: Digest): unknown {
  return plain(digest).digest;
}

for (const step of [20_011, 70_001]) {
  test(`it is read on as the log grows by ${step} bytes`, async () => {
    const file = path.join(folder, `${step}.log`);
    let end = 300_000;
    fs.writeFileSync(file, text.slice(0, end));
    const log = await openLargeLog(file);
    assert.ok(log);
    const failed = traceback.exec(text.slice(end))?.[1] ?? '?';
    const some = [...log.instances(3).map(({ id }) => id), failed];
    const events = new Set<number>();
    while (end < text.length) {
      fs.appendFileSync(file, text.slice(end, end + step));
      end += step;
      const named = await log.follow();
      assert.ok(named);
      for (const id of some) {
        const digest = log.digestOfGrown(id);
        assert.deepEqual(told(digest), told(log.digestOf(id)), `${id} at ${end}`);
        if (id === failed) events.add(digest.events.length);
      }
    }
    assert.ok(events.size > 2, 'it has grown');
    assert.ok(log.digestOf(failed).faults.length > 0);
    log.close();
  });
}

test('a line that had no end is read when it has one, and one of an instance that was whole is added', async () => {
  const file = path.join(folder, 'line.log');
  fs.writeFileSync(file, text);
  const log = await openLargeLog(file);
  const [one] = log?.instances(1) ?? [];
  assert.ok(log && one);
  const [place] = [...log.linesOf(one.id)].slice(-1);
  const last = text.slice(place?.offset).split('\n')[0] ?? '';
  const lines = [`${last}\n`, last.slice(0, -20), `${last.slice(-20)}\n`, `${last}\n${last}\n`];
  for (const line of lines) {
    fs.appendFileSync(file, line);
    assert.ok((await log.follow())?.has(one.id));
    assert.deepEqual(told(log.digestOfGrown(one.id)), told(log.digestOf(one.id)), line.slice(-30));
  }
  log.close();
});
