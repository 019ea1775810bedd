// Answers of central stores as they come: all log lines on one line. What is read of them, and what is no
// such answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerIn } from '../../src/core/reading/answers';
import { linesOf, readingOf, sketch } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const lines = [
  `2025-03-11 14:07:32.418 7 INFO nova.compute.claims [-] [instance: ${uuid}] Claim successful on node cmp01`,
  `2025-03-11 14:07:33.418 7 ERROR nova.compute.manager [-] [instance: ${uuid}] Instance failed to spawn: "no" \\ {[`,
];
const told = ['0 Claim successful on node cmp01', '0 Instance failed to spawn: "no" \\ {['];

const loki = {
  status: 'success', data: {
    resultType: 'streams', result: [{
      stream: { filename: '/var/log/nova/nova-compute.log', hostname: 'cmp07' },
      values: lines.map((line, i) => [`17416996520000000${i}0`, line]),
    }], stats: { summary: { bytesProcessedPerSecond: 1 } },
  },
};

const answers: Readonly<Record<string, unknown>> = {
  loki,
  'loki with what it knows of each line': {
    data: { result: [{ stream: {}, values: lines.map((line, i) => [`17416996520000000${i}0`, line, { a: 'b' }]) }] },
  },
  elasticsearch: {
    took: 3, hits: { total: { value: 2 }, hits: lines.map((Payload) => ({ _id: 'x', _source: { Payload } })) },
  },
  graylog: { messages: lines.map((message) => ({ message: { message, source: 'cmp01' }, index: 'graylog_0' })) },
  splunk: { preview: false, results: lines.map((_raw) => ({ _raw })) },
  list: lines.map((message) => ({ message, tags: ['a'] })),
  strings: lines,
  datadog: { data: lines.map((message) => ({ id: 'x', attributes: { message, service: 'nova-compute' } })) },
  opentelemetry: {
    scopeLogs: [{
      logRecords: lines.map((stringValue) => (
        { timeUnixNano: '1741699652000000000', severityText: 'INFO', body: { stringValue } })),
    }],
  },
};

test('each log line of an answer on one line is read, at that line', () => {
  for (const [name, answer] of Object.entries(answers)) {
    assert.deepEqual(sketch(JSON.stringify(answer)), told, name);
    assert.deepEqual(readingOf(JSON.stringify(answer)).counts, { records: 2, unread: 0, folded: 0 }, name);
  }
});

test('laid out over several lines they are read as well, each at the line of its text', () => {
  const fields = { hits: { hits: lines.map((line) => ({ _id: 'x', fields: { message: [line], stream: ['stdout'] } })) } };
  const laidOut = { ...answers, fields, list: undefined, strings: undefined };
  for (const [name, answer] of Object.entries(laidOut)) {
    if (!answer || name.startsWith('loki')) continue;
    const text = JSON.stringify(answer, undefined, 2);
    const places = text.split('\n').flatMap((line, at) => (line.includes('"2025-') ? [String(at)] : []));
    assert.deepEqual(sketch(text), told.map((one, i) => one.replace(/^0/, places[i] ?? '?')), name);
  }
});

test('so are those of which one begins on the line on which another ends', () => {
  const text = JSON.stringify(lines.map((message) => ({ source: 'x', kind: 'syslog', message })), undefined, 4)
    .replace(/\},\n {4}\{/g, '}, {');
  const places = text.split('\n').flatMap((line, at) => (line.includes('"2025-') ? [String(at)] : []));
  assert.deepEqual(sketch(text), told.map((one, i) => one.replace(/^0/, places[i] ?? '?')));
});

test('objects one behind another are one line each as well', () => {
  assert.deepEqual(sketch(lines.map((message) => JSON.stringify({ message })).join(' ')), told);
});

test('what Loki knows of a stream holds for its lines', () => {
  const [record] = readingOf(JSON.stringify(loki)).records;
  assert.equal(record?.header?.host, 'cmp07');
});

test('of an answer that was cut off the lines before the cut are read, and that something is not is told', () => {
  const text = JSON.stringify(loki);
  const cut = text.slice(0, text.indexOf('failed to spawn'));
  assert.deepEqual(sketch(cut), told.slice(0, 1));
  const partlyRead = [{ why: 'cut-answer', lines: 1, first: 0 }];
  assert.deepEqual(readingOf(cut).counts, { records: 1, unread: 0, partlyRead });
});

test('an answer is longer than other lines may be', () => {
  const [line = ''] = lines;
  const values = Array.from({ length: 9_000 }, (_, i) => [String(1741699652000000000n + BigInt(i)), line]);
  const text = JSON.stringify({ data: { result: [{ stream: {}, values }] } });
  assert.ok(text.length > 1_000_000);
  for (const chunk of [4096, text.length]) {
    assert.deepEqual(readingOf(text, chunk).counts, { records: 9_000, unread: 0, folded: 0 });
  }
  const other = `${line} ${'x'.repeat(1_000_000)}`;
  assert.ok((linesOf(other)[0]?.text.length ?? 0) < 300_000);
  assert.ok((readingOf(`[${other}`).records[0]?.message.length ?? 0) < 300_000);
});

test('a log line with lists of objects in it is itself, and so is what only begins like an answer', () => {
  const [line = ''] = lines;
  for (const text of [
    JSON.stringify({ message: line, args: [{ message: 'inner' }], extra: {} }),
    JSON.stringify({ asctime: '2025-03-11 14:07:32,418', name: 'nova', levelname: 'INFO', message: line, x: [{ log: line }] }),
    JSON.stringify({ server: { id: uuid, fault: { code: 500, message: 'No valid host', details: '' }, links: [{ text: line }] } }),
    `[req-1] body: {"servers": [{"message": "${uuid}"}]}`,
    `[{"message": "${line}"}] and more`,
    '[{"name": "x"}, {"name": "y"}]',
    '[[[[[', '{"a": [{"b": "', '[{]}', '"[{', '[,{', '{}{}', '[{}]',
    '['.repeat(5_000) + '{"message":"a"}',
  ]) {
    const answer = answerIn(text);
    assert.equal(answer, undefined, text.slice(0, 80));
  }
});

test('time grows with the length of a line alone', () => {
  const deep = (text: string) => `${'[{"a":'.repeat(11)}"${text}"${'}]'.repeat(11)}`;
  const hostile = [
    deep('x'.repeat(3_000_000)), `[${Array.from({ length: 5_000 }, () => deep('y'.repeat(500))).join(',')}]`,
    '[{"a":"'.repeat(300_000), '[{'.repeat(300_000), '[{"message":"a"},'.repeat(100_000),
    `[{"a":"${'\\'.repeat(1_000_000)}`,
  ];
  for (const text of hostile) {
    const began = performance.now();
    answerIn(text);
    assert.ok(performance.now() - began < 3_000, text.slice(0, 20));
  }
});
