// Extracts of large logs as other tools hand them over: the same lines that reading all of each chooses.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { spanId } from '../../src/core/extracts/timeSpan';
import { defaultLimits } from '../../src/core/limits';
import { lookupOf } from '../../src/core/lookup';
import type { Lookup } from '../../src/core/lookup';
import type { Subject } from '../../src/core/model';
import type { PlacedLine } from '../../src/disk/large/lines';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { dressed } from '../samples/dressed';
import type { DressName } from '../samples/dressed';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-dressed-extract-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const plain = [...generateLarge(1_500_000, { seed: 10 })].join('');

function wholeOf(file: string, text: string): Lookup {
  const digest = openDigest(file, { keepLines: true });
  digest.push(Buffer.from(text));
  return lookupOf(analyse([digest.end()], defaultLimits));
}

function subjectsIn({ analysis }: Lookup): readonly Subject[] {
  const operations = analysis.timelines.flatMap((timeline) => timeline.operations);
  const requests = new Set(operations.flatMap(({ request }) => request ?? []));
  const subjects = [
    ...analysis.timelines.map(({ instance }): Subject => ({ kind: 'instance', id: instance })),
    ...[...requests].map((id): Subject => ({ kind: 'request', id })),
    ...operations.map(({ id }): Subject => ({ kind: 'operation', id })),
  ].filter((_, at) => at % 6 === 0);
  return [...subjects, { kind: 'failures', id: 'all' }];
}

const names: readonly DressName[] = [
  'journal', 'cri', 'noProcess', 'devstack', 'devstackColours', 'colours', 'composeColours', 'dockerJson',
];

for (const name of names) {
  test(`of a large log: ${name}`, async () => {
    const text = [...dressed([plain], name)].join('');
    const file = path.join(folder, `${name}.log`);
    fs.writeFileSync(file, text);
    const lines = text.split('\n');
    const lookup = wholeOf(file, text);
    const log = await openLargeLog(file, { partSize: 300_000 });
    assert.ok(log);
    for (const subject of subjectsIn(lookup)) {
      const found: readonly PlacedLine[] = [...log.extract(subject, 3) ?? []];
      const expected = linesAbout(lookup, subject, 3).get(file);
      assert.deepEqual(found.map(({ line }) => line), expected, `${subject.kind} ${subject.id}`);
      for (const { line, text: own } of found) assert.equal(own, lines[line]);
    }
    log.close();
  });
}

test('of a span of time, which heads say or what stands before them', async () => {
  for (const [name, year, isIn] of [
    ['noProcess', 2024, /^2024-05-06 08:00:3/], ['devstack', 2000, /^May {2}6 08:00:3\d .*: [A-Z]+ /],
  ] as const) {
    const text = [...dressed([plain], name)].join('');
    const file = path.join(folder, `${name}.log`);
    fs.writeFileSync(file, text);
    const log = await openLargeLog(file);
    assert.ok(log);
    const span = { from: Date.UTC(year, 4, 6, 8, 0, 30), to: Date.UTC(year, 4, 6, 8, 0, 39, 999) };
    const found = new Set([...log.extract({ kind: 'time', id: spanId(span) }, 0) ?? []].map(({ line }) => line));
    const expected = text.split('\n').flatMap((line, at) => (isIn.test(line) ? [at] : []));
    assert.ok(expected.length > 20, name);
    assert.deepEqual(expected.filter((line) => !found.has(line)), [], name);
    log.close();
  }
});
