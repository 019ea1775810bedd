// Large logs to which much has happened: what is told of each instance, the counts of a summary and the
// numbers of lines are those of the full reading. Heads and ids stay whole, for a line with an odd head is
// only read where it stands beside others. NOVA_LENS_SEEDS: so many rounds of every layout.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { dressed, dressNames, tolerantOnly } from '../samples/dressed';
import type { DressName } from '../samples/dressed';
import { generateLarge } from '../samples/large';
import { assertSummed, summed, timelineOf, verdict, wholeOf } from '../support/large';
import { mutated } from '../support/mutations';
import { chance } from '../support/reading';
import { scratchFolder } from '../support/scratch';

const rounds = Number(process.env['NOVA_LENS_SEEDS'] ?? 1);
const first = Number(process.env['NOVA_LENS_SEED'] ?? 1);
const text = [...generateLarge(rounds > 1 ? 600_000 : 250_000, { seed: 6 })].join('');
const names = ['lose', 'double', 'move', 'return', 'accent'];

/** In one round those that are read in ways of their own. */
const few: readonly DressName[] = ['plain', 'journal', 'cri', 'dockerJson', 'colours', 'devstackColours'];
for (const name of rounds > 1 ? dressNames.filter((one) => !tolerantOnly.has(one)) : few) {
  test(`a large log to which much has happened: ${name}`, async (t) => {
    const folder = scratchFolder(t);
    const log = Buffer.from([...dressed([text], name)].join(''));
    for (let seed = first; seed < first + rounds; seed++) {
      const random = chance(seed * 1000 + dressNames.indexOf(name));
      const bytes = mutated(log, random, { names, from: 66_000, count: 1 + Math.floor(random() * 60) });
      const file = `${folder}/${seed}.log`;
      fs.writeFileSync(file, bytes);
      const whole = wholeOf(file, bytes);
      const large = await openLargeLog(file, { partSize: 40_000 + Math.floor(random() * 200_000) });
      if (!large) continue;
      const where = `${name}, seed ${seed}`;
      const lines = bytes.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), bytes.at(-1) === 10 ? 0 : 1);
      assert.equal(large.lines, lines, where);
      for (const { instance, operations } of whole.timelines) {
        assert.deepEqual(timelineOf(large, instance)?.operations.map(verdict), operations.map(verdict), `${where}, ${instance}`);
      }
      assertSummed(summed(large), whole, where);
      large.close();
      fs.rmSync(file);
    }
  });
}
