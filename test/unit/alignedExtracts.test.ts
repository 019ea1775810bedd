// Documents of logs whose clocks disagree: on wish their lines stand in the order in which they were written,
// as far as the logs prove it, and the document says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { shiftsOf } from '../../src/core/clocks/shifts';
import { openDigest } from '../../src/core/digest';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { comparableRows } from '../../src/core/extracts/rows';
import { weaveExtract } from '../../src/core/extracts/weave';
import { defaultLimits } from '../../src/core/limits';
import { lookupOf } from '../../src/core/lookup';
import type { Extract } from '../../src/core/model';
import { alignedTexts } from '../../src/core/render/clockText';
import { makeCloudSet } from '../samples/cloudSet';

const set = makeCloudSet({ seed: 2, operations: 40, zone: 330, rotations: 1 });
const analysis = analyse(set.files.map(({ name, text, host, service, stream, order }) => {
  const reader = openDigest(name, { keepLines: true, origin: { host, hostFrom: 'tree', service, stream, order } });
  reader.push(new TextEncoder().encode(text));
  return reader.end();
}), defaultLimits);
const lookup = lookupOf(analysis);
const shifts = analysis.clocks ? shiftsOf(analysis.clocks) : new Map<string, number>();
const texts = new Map(set.files.map(({ name, text }) => [name, text.split('\n')]));

function woven(instance: string, isAligned: boolean): Extract {
  const logs = [...linesAbout(lookup, { kind: 'instance', id: instance })].map(([source, numbers]) => ({
    source, numbers, texts: numbers.map((line) => texts.get(source)?.[line] ?? ''),
    ahead: isAligned ? shifts.get(source) : undefined,
  }));
  return weaveExtract(logs);
}

/** How many neighbours of two Nova logs stand the wrong way round by more than the bounds leave open. */
function wrong({ lines }: Extract): number {
  const hostOf = (source: string) => source.split('/')[0] ?? '';
  const real = ({ source, time = 0 }: { source: string; time: number | undefined }) =>
    time - (set.ahead.get(hostOf(source)) ?? 0);
  const nova = lines.filter(({ at }) => at.source.includes('nova-compute') || at.source.includes('nova-api'));
  return nova.filter(({ at }, index) => {
    const before = nova[index - 1]?.at;
    return before !== undefined && before.source !== at.source && real(before) - real(at) > 1500;
  }).length;
}

const moved = set.operations.filter(({ kind }) => kind === 'live-migration').map(({ instance }) => instance);

test('lines of several clocks stand in their true order, lines of one log in their own', () => {
  assert.ok(moved.length > 2 && shifts.size > 3);
  let before = 0;
  for (const instance of moved) {
    before += wrong(woven(instance, false));
    const aligned = woven(instance, true);
    assert.equal(wrong(aligned), 0, instance);
    for (const { name } of set.files) {
      const own = aligned.lines.filter(({ at }) => at.source === name).map(({ at }) => at.line);
      assert.deepEqual(own, [...own].sort((a, b) => a - b));
    }
    const sorted = (extract: Extract) => extract.lines.map(({ at }) => `${at.source}:${at.line}`).sort();
    assert.deepEqual(sorted(aligned), sorted(woven(instance, false)), 'the same lines');
  }
  assert.ok(before > 5, `only ${before} were in another order`);
});

test('the times of lines stay those of their logs; offsets are counted without what clocks are apart', () => {
  const far = set.operations.find(({ kind, hosts }) => kind === 'live-migration' && hosts.includes('cmp03'));
  const instance = far?.instance ?? '';
  const aligned = woven(instance, true);
  for (const { at, text } of aligned.lines.slice(0, 50)) {
    assert.ok(text.startsWith(new Date(at.time ?? 0).toISOString().slice(0, 10)) || at.time !== undefined);
    assert.equal(texts.get(at.source)?.[at.line], text);
  }
  const operation = lookup.operationsOf(instance).find(({ kind, attempts }) =>
    kind === 'live-migration' && attempts.some(({ host }) => host?.startsWith('cmp03')));
  assert.ok(operation);
  const offsets = (by: ReadonlyMap<string, number>) => comparableRows(
    aligned, [operation], () => '', (key) => key, by,
  ).flatMap(({ place, margin }) => (place && operation.places.some((one) =>
    one.source === place.source && one.line === place.line) && margin ? [Number(margin.replace(/[+ s]/g, '').replace('−', '-'))] : []));
  assert.ok(offsets(shifts).every((seconds) => seconds > -2 && seconds < 60), offsets(shifts).join());
  assert.ok(offsets(new Map()).some((seconds) => seconds <= -2 || seconds >= 60));
});

test('the head of the document says what stands where, and nothing where nothing is moved', () => {
  assert.ok(analysis.clocks);
  const said = alignedTexts(analysis.clocks, shifts).join('\n');
  assert.match(said, /in the order of one clock/);
  assert.match(said, /lines of cmp03 stand 5 h 30 min earlier|lines of cmp03 stand [\d.:hmin s]+ earlier/);
  assert.deepEqual(alignedTexts(analysis.clocks, new Map()), []);
});
