// Extracts of logs of several services and hosts that are too large to be read in full: the same lines in the
// same order as where all is read and woven by time, what lies in the logs of other services included.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { spanId, spanOfId, withinSpan } from '../../src/core/extracts/timeSpan';
import { weaveExtract } from '../../src/core/extracts/weave';
import { defaultLimits } from '../../src/core/limits';
import { lookupOf } from '../../src/core/lookup';
import type { Lookup } from '../../src/core/lookup';
import type { Subject } from '../../src/core/model';
import { readLogLines } from '../../src/disk/fileLines';
import { listInputs } from '../../src/disk/files';
import { openLargeSet } from '../../src/disk/large/largeSet';
import type { LargeSet } from '../../src/disk/large/largeSet';
import { readSet } from '../../src/disk/set';
import { makeCloudSet } from '../samples/cloudSet';
import { cloudFolder } from '../support/cloudFolder';
import { scratchFolder } from '../support/scratch';

const limits = { lines: Infinity, size: Infinity };

interface Opened {
  readonly place: string;
  readonly set: LargeSet;
  readonly lookup: Lookup;
}

async function open(t: TestContext, seed: number): Promise<Opened> {
  const { files } = makeCloudSet({ seed, operations: 80, computes: 3, skew: 0 });
  const place = scratchFolder(t, cloudFolder(files));
  const listing = listInputs([place]);
  const set = await openLargeSet(place, listing.inputs, { partSize: 400_000 });
  assert.ok(set, 'it can be read so');
  const { digests } = await readSet(listing, {
    open: ({ source }, origin) => openDigest(source, { origin, keepLines: true }),
  });
  return { place, set, lookup: lookupOf(analyse(digests, defaultLimits)) };
}

/** As the command puts logs that were read in full together. */
async function expected(
  { place, lookup }: Opened, subject: Subject, context: number,
): Promise<readonly string[]> {
  const wanted = linesAbout(lookup, subject, context);
  const texts = await readLogLines(wanted);
  const logs = listInputs([place]).inputs.flatMap(({ source }) => {
    const numbers = wanted.get(source);
    return numbers ? [{ source, numbers, texts: texts.get(source) ?? [] }] : [];
  });
  const woven = weaveExtract(logs, 0, limits);
  const span = subject.kind === 'time' ? spanOfId(subject.id) : undefined;
  const { lines } = span ? withinSpan(woven, span) : woven;
  return lines.map(({ at, text }) => `${at.source}:${at.line}:${text}`);
}

async function hold(opened: Opened, subject: Subject, context = 3): Promise<void> {
  const found = await opened.set.extract(subject, context);
  assert.ok(found);
  const lines = [...found].map(({ source, line, text }) => `${source}:${line}:${text}`);
  const whole = await expected(opened, subject, context);
  assert.ok(whole.length > 0, subject.id);
  assert.deepEqual(lines, whole, `${subject.kind} ${subject.id}`);
}

for (const seed of [3, 4]) {
  test(`instances, requests and operations are cut out of all logs, seed ${seed}`, async (t) => {
    const opened = await open(t, seed);
    const { timelines } = opened.lookup.analysis;
    const some = timelines.filter((_, at) => at % 10 === 0);
    assert.ok(some.some(({ serviceLines = [] }) => serviceLines.length > 0), 'other services speak of some');
    for (const { instance, operations } of some) {
      await hold(opened, { kind: 'instance', id: instance });
      const [first] = operations;
      if (!first) continue;
      await hold(opened, { kind: 'operation', id: first.id }, 2);
      if (first.request !== undefined) await hold(opened, { kind: 'request', id: first.request });
    }
    opened.set.close();
  });

  test(`failures and spans of time are cut out of all logs, seed ${seed}`, async (t) => {
    const opened = await open(t, seed);
    for (const context of [0, 3]) await hold(opened, { kind: 'failures', id: 'all' }, context);
    const times = opened.lookup.analysis.timelines.flatMap(({ operations }) =>
      operations.flatMap(({ begin }) => begin.time ?? [])).sort((a, b) => a - b);
    const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
    await hold(opened, { kind: 'time', id: spanId({ from: at(0.3), to: at(0.4) }) });
    await hold(opened, { kind: 'time', id: spanId({ from: 0, to: at(0.1) }) });
    opened.set.close();
  });
}
