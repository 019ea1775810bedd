// What parts say of a log as a whole is the same, whatever was asked before.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { aboutParts, namedHost } from '../../src/disk/large/aboutParts';
import type { KnownPart } from '../../src/disk/large/knownPart';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { generateLarge } from '../samples/large';
import { scratchFolder } from '../support/scratch';

/** As if nothing was known of them. */
function anew(parts: readonly KnownPart[]): readonly KnownPart[] {
  return parts.map((part) => ({ ...part }));
}

test('of a part that comes, and of one that is read again', async (t) => {
  const text = [...generateLarge(900_000, { seed: 10 })].join('');
  const file = `${scratchFolder(t, { 'nova.log': text })}/nova.log`;
  const log = await openLargeLog(file, { partSize: 100_000 });
  assert.ok(log);
  const { parts } = log.opened.catalog;
  assert.ok(parts.length > 5);
  for (const count of [1, 2, parts.length, 3, parts.length - 1, parts.length]) {
    const some = parts.slice(0, count);
    assert.deepEqual(aboutParts(some), aboutParts(anew(some)), `${count} parts`);
    assert.deepEqual(namedHost(some), namedHost(anew(some)));
  }
  const before = aboutParts(parts);
  fs.appendFileSync(file, '2031-05-06 08:00:00.000 7 CRITICAL nova.compute.manager [-] The end\n');
  assert.ok(await log.follow());
  const grown = log.opened.catalog.parts;
  assert.deepEqual(aboutParts(grown), aboutParts(anew(grown)));
  assert.deepEqual([before.levels.has('CRITICAL'), aboutParts(grown).levels.has('CRITICAL')], [false, true]);
  assert.equal(aboutParts(grown).lastTime, Date.UTC(2031, 4, 6, 8));
  log.close();
});

test('of none', () => {
  const { lines, levels, services, firstTime, isNova } = aboutParts([]);
  assert.deepEqual([lines, [...levels], services, firstTime, isNova], [0, [], [], undefined, false]);
  assert.equal(namedHost([]), undefined);
});
