// Large logs as journald, syslog, container runtimes and grep hand them over: each instance has the timeline
// that the whole log gives it, and a summary counts what the whole log tells.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { LogDesk } from '../../src/disk/desk/logDesk';
import type { LargeLog } from '../../src/disk/large/largeLog';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { dressed, dressNames, tolerantOnly } from '../samples/dressed';
import type { DressName } from '../samples/dressed';
import { generateLarge } from '../samples/large';
import { assertSummed, summed, timelineOf, verdict, wholeOf } from '../support/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-prefixes-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const plain = [...generateLarge(800_000, { seed: 3 })].join('');
const scanned = dressNames.filter((name) => !tolerantOnly.has(name));

function write(name: DressName): { readonly file: string; readonly text: string } {
  const text = [...dressed([plain], name)].join('');
  const file = path.join(folder, `${name}.log`);
  fs.writeFileSync(file, text);
  return { file, text };
}

async function open(file: string, partSize: number): Promise<LargeLog> {
  const log = await openLargeLog(file, { partSize });
  assert.ok(log, file);
  return log;
}

test('large logs of other layouts are read in full', async () => {
  for (const name of tolerantOnly) assert.equal(await openLargeLog(write(name).file), undefined, name);
});

for (const name of scanned) {
  test(`a large log: ${name}`, async () => {
    const { file, text } = write(name);
    const whole = wholeOf(file, text);
    assert.ok(whole.timelines.length > 10, `${whole.timelines.length} instances`);
    const log = await open(file, 200_000);
    for (const { instance, operations } of whole.timelines) {
      assert.deepEqual(timelineOf(log, instance)?.operations.map(verdict), operations.map(verdict), instance);
    }
    assertSummed(summed(log), whole);
    log.close();
  });
}

test('at a desk the lines of a time are found, whatever says it', async () => {
  for (const name of ['journal', 'cri', 'grepBoth', 'noProcess', 'devstack'] as const) {
    const { file, text } = write(name);
    const desk = await LogDesk.open(
      { path: file, source: file, indexDir: undefined }, () => undefined, new AbortController().signal);
    assert.ok(desk);
    // journald's time names no year
    const year = name === 'devstack' ? 2000 : 2024;
    const [from, to] = [Date.UTC(year, 4, 6, 8, 1, 0), Date.UTC(year, 4, 6, 8, 1, 10)];
    const { numbers } = await desk.linesOfSpan(from, to);
    const isMeant = name === 'devstack' ? /^May {2}6 08:01:0\d / : /2024-05-06 08:01:0\d\.\d{3} [\dA-Z]/;
    const expected = text.split('\n').flatMap((line, at) => (isMeant.test(line) ? [at] : []));
    assert.ok(expected.length > 20 && expected.every((line) => numbers.includes(line)), name);
    desk.close();
  }
});

test('a log whose layout becomes one that is not known is read in full', async () => {
  const file = path.join(folder, 'changed.log');
  fs.writeFileSync(file, plain + [...dressed([plain], 'noTime')].join(''));
  assert.equal(await openLargeLog(file), undefined);
  fs.writeFileSync(file, plain + [...dressed([plain.slice(0, 10_000)], 'noTime')].join(''));
  const log = await open(file, 64 << 20);
  log.close();
});
