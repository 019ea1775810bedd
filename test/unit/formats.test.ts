// Each row of the table of formats: its samples are read by it and by no other row.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layouts, serviceNames, wrappers } from '../../src/knowledge/formats';
import { readingOf } from '../support/reading';

test('each sample of a layout is read in that layout', () => {
  for (const { id, samples } of layouts) {
    for (const sample of samples) {
      const { layout, counts } = readingOf(sample);
      assert.deepEqual([layout.layout, counts], [id, { records: 1, unread: 0 }], sample);
    }
  }
});

test('each sample of a wrapper is read behind that wrapper', () => {
  for (const { id, samples } of wrappers) {
    assert.ok(samples.length > 0, id);
    for (const sample of samples) {
      const { records, layout, counts } = readingOf(sample);
      const [record] = records;
      assert.deepEqual([layout.wrapper, counts], [id, { records: 1, unread: 0 }], sample);
      assert.deepEqual([record?.message, record?.header?.logger], ['VM Started (Lifecycle Event)', 'nova.compute.manager']);
      assert.ok(record?.header?.time !== undefined || !/\d:\d\d:\d\d/.test(sample), sample);
    }
  }
});

test('each sample of a wrapper that carries any line makes a line without a head readable', () => {
  const journals = wrappers.filter(({ carries, shapes }) => carries === 'line' && shapes.length > 0);
  for (const { id, samples: [sample = ''] } of journals) {
    const start = sample.search(/2025-03-11 14:07:32.418 7 |INFO {3}INFO nova|INFO nova|7 INFO/);
    const carried = `${sample.slice(0, start)}${id === 'journal-viewer' ? 'INFO   ' : ''}Started nova-compute`;
    const [record] = readingOf(carried).records;
    assert.deepEqual(
      [record?.message, record?.inherited, record?.header?.logger], ['Started nova-compute', false, ''], carried,
    );
  }
});

test('ids are unique', () => {
  const names = serviceNames.map(({ name }) => name);
  for (const ids of [layouts.map(({ id }) => id), wrappers.map(({ id }) => id), names]) {
    assert.equal(new Set(ids).size, ids.length);
  }
});

test('each logger and each alias belongs to one service', () => {
  for (const key of ['loggers', 'aliases'] as const) {
    const names = serviceNames.flatMap((service) => service[key]);
    assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), []);
  }
});
