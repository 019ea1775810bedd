// Lines of a large log and where they begin: what the marks of its parts say is what counting all line ends
// says, for any byte and any line, asked for in any order.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { ByteSource } from '../../src/disk/large/byteSource';
import { LineMarks } from '../../src/disk/large/lineMarks';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { readCatalog } from '../../src/disk/large/readCatalog';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-marks-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const long = '2024-05-06 08:00:00.000 7 INFO nova.compute.manager [-] ';
const made = [...generateLarge(1_500_000)].join('');
// lines longer than what lies between two marks, and none at all; the last one has no end
const text = `${made}${long}${'x'.repeat(700_000)}\n${'\n'.repeat(300)}${made}${long}`;
const begins = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
const file = path.join(folder, 'nova.log');
fs.writeFileSync(file, text);

/** How many lines begin before a byte. */
function begunBefore(offset: number): number {
  const behind = begins.findIndex((begin) => begin >= offset);
  return behind < 0 ? begins.length : behind;
}

for (const partSize of [300_000, 64 << 20]) {
  test(`lines begin where they do, in parts of ${partSize} bytes`, async () => {
    const log = { path: file, file: fs.openSync(file, 'r') };
    const catalog = await readCatalog(log, { partSize });
    assert.ok(catalog && catalog.parts.some(({ entry }) => entry.marks.length > 0));
    const bytes = new ByteSource(file);
    const marks = new LineMarks(bytes, catalog.parts);
    const step = Math.floor(text.length / 211);
    // forwards, and from one end to the other
    const ascending = Array.from({ length: 211 }, (_, at) => at * step);
    const border = 256 * 1024;
    const near = [border - 1, border, border + 1, text.length, 0];
    for (const offset of [...ascending, ...near, ...ascending.toReversed()]) {
      assert.equal(marks.firstFrom(offset), begunBefore(offset), `before byte ${offset}`);
      if (offset < text.length) assert.equal(marks.lineAt(offset), begunBefore(offset + 1) - 1, `at ${offset}`);
    }
    for (const line of [0, 1, begins.length - 1, begins.length >> 1, 7, 8, 9]) {
      assert.equal(marks.offsetOf(line), begins[line], `line ${line}`);
    }
    assert.equal(marks.offsetOf(begins.length), undefined);
    bytes.close();
    catalog.close();
    fs.closeSync(log.file);
  });
}

test('lines that are appended are known when they were read, also where the last one had no end', async () => {
  const growing = path.join(folder, 'growing.log');
  fs.writeFileSync(growing, text);
  const log = await openLargeLog(growing);
  assert.ok(log);
  assert.equal(log.marks.offsetOf(begins.length), undefined);
  fs.appendFileSync(growing, `goes on\n${long}another\n`);
  assert.ok(await log.follow());
  const last = text.length + 'goes on\n'.length;
  assert.equal(log.marks.offsetOf(begins.length - 1), text.length - long.length);
  assert.equal(log.marks.offsetOf(begins.length), last);
  assert.equal(log.marks.lineAt(last + 5), begins.length);
  assert.equal(log.marks.offsetOf(begins.length + 1), undefined);
  log.close();
});
