// Work that is done while others want their turn: how much of a set is read between two turns, however its
// logs are packed, and how much of an analysis is made.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { analyseInSteps } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import { LiveSet } from '../../src/disk/liveSet';
import { generateLarge } from '../samples/large';
import { tarOf, zipOf } from '../support/archives';
import { scratchFolder } from '../support/scratch';

test('between two turns of others no more is read than a slice, whatever packs it', async (t) => {
  const text = [...generateLarge(3_000_000)].join('');
  const files = {
    'plain/nova.log': text, 'gz/nova.log.1.gz': zlib.gzipSync(text), 'zip/a.zip': zipOf({ 'nova.log': text }),
    'tar/a.tar.gz': zlib.gzipSync(await tarOf({ 'nova.log': text })),
  };
  const folder = scratchFolder(t, files);
  for (const name of ['plain', 'gz', 'zip', 'tar']) {
    let since = 0;
    let most = 0;
    const set = await LiveSet.read([`${folder}/${name}`], {
      open({ source }, origin) {
        const reader = openDigest(source, { origin });
        const push = (bytes: Uint8Array) => {
          since += bytes.length;
          most = Math.max(most, since);
          reader.push(bytes);
        };
        return { ...reader, push };
      },
      pause: () => {
        since = 0;
        return Promise.resolve();
      },
      changed: () => undefined,
    });
    set.dispose();
    assert.equal(set.digests[0]?.lines, text.split('\n').length - 1, name);
    assert.ok(most <= 64 * 1024, `${name}: ${most} bytes at once`);
  }
});

test('between two turns an analysis goes on by one instance, or by one operation that needs a diagnosis', () => {
  const reader = openDigest('nova.log');
  reader.push(new TextEncoder().encode([...generateLarge(3_000_000)].join('')));
  const steps = analyseInSteps([reader.end()], defaultLimits);
  let turns = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) {
      turns += 1;
      continue;
    }
    const { timelines, diagnoses } = step.value;
    const troubled = new Set(diagnoses.flatMap(({ operation }) => operation ?? []));
    assert.ok(troubled.size > 3);
    assert.ok(turns >= timelines.length + troubled.size, `${turns} turns`);
    return;
  }
});
