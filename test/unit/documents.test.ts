// JSON lines of formatters, containers and collectors → the head and message they hold.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf, sketch } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const request = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24';
const head = '2025-03-11 14:07:32.418 7 INFO nova.compute.manager';
const oslo = `${head} [-] [instance: ${uuid}] VM Started (Lifecycle Event)`;

const made = {
  message: 'Instance failed to spawn', asctime: '2025-03-11 14:07:32,418', name: 'nova.compute.manager',
  levelname: 'ERROR', process: 7, hostname: 'cmp01', error_summary: 'VirtualInterfaceCreateException: failed',
  traceback: ['Traceback (most recent call last):\n', '  File "/nova/x.py", line 1, in f\n    g()\n', 'KeyError: 1'],
  context: { request_id: request, global_request_id: null, user: 'x' }, extra: { instance: { uuid: uuid.toUpperCase() } },
};

test('the JSON formatter makes a record, and its traceback the lines below', () => {
  const text = JSON.stringify(made);
  assert.deepEqual(sketch(text), [
    '0 Instance failed to spawn: VirtualInterfaceCreateException: failed', '0 > Traceback (most recent call last):',
    '0 >   File "/nova/x.py", line 1, in f', '0 >     g()', '0 > KeyError: 1',
  ]);
  const { records: [record], layout, counts } = readingOf(text);
  assert.deepEqual(record?.header, {
    time: Date.UTC(2025, 2, 11, 14, 7, 32, 418), process: '7', level: 'ERROR', logger: 'nova.compute.manager',
    context: 'request', request, globalRequest: undefined, instance: uuid, host: 'cmp01', service: undefined,
  });
  assert.deepEqual([layout.layout, layout.wrapper, counts], ['oslo-json', 'none', { records: 1, unread: 0 }]);
});

test('the instance may stand in several places', () => {
  for (const extra of [{ instance: uuid }, { instance_uuid: uuid }, { instance: { 'nova_object.data': { uuid } } }]) {
    assert.equal(readingOf(JSON.stringify({ ...made, extra })).records[0]?.header?.instance, uuid);
  }
  const context = { request_id: null, resource_uuid: uuid };
  const [record] = readingOf(JSON.stringify({ ...made, extra: {}, context })).records;
  assert.deepEqual([record?.header?.instance, record?.header?.context], [uuid, 'empty']);
});

test('the line in a field is read like any other, and told the rest by the fields', () => {
  const documents: readonly [object, string | undefined][] = [
    [{ log: `${oslo}\n`, stream: 'stdout', time: '2025-03-11T14:07:33.4Z' }, undefined],
    [{ body: `root: ${oslo}`, hostname: 'c1', service: 'nova-compute' }, 'c1'],
    [{ MESSAGE: [...Buffer.from(oslo)], _HOSTNAME: 'c1', SYSLOG_IDENTIFIER: 'nova-compute' }, 'c1'],
    [{ _index: 'x', _source: { log: oslo, kubernetes: { host: 'c1', container_name: 'nova-compute' } } }, 'c1'],
    [{ message: oslo, host: { name: 'c1' } }, 'c1'],
  ];
  for (const [document, host] of documents) {
    const { records: [record], counts } = readingOf(`${JSON.stringify(document)},`);
    assert.deepEqual([record?.message, record?.header?.instance, record?.header?.host, counts],
      ['VM Started (Lifecycle Event)', uuid, host, { records: 1, unread: 0 }], JSON.stringify(document));
  }
});

test('a document without a head in its text has the time and the program of its fields', () => {
  const text = JSON.stringify({ MESSAGE: 'Started', __REALTIME_TIMESTAMP: '1741702052418123', _PID: '1', _HOSTNAME: 'c1' });
  const [record] = readingOf(text).records;
  assert.deepEqual([record?.header?.time, record?.header?.process, record?.header?.logger, record?.message],
    [1_741_702_052_418, '1', '', 'Started']);
});

test('the fields of kolla\'s collector make a head, and lines glued to the payload are read', () => {
  const trace = '2025-03-11 14:07:32.418 7 ERROR nova.compute.manager Traceback (most recent call last):';
  const text = JSON.stringify({
    Timestamp: '2025-03-11 14:07:32.418', Pid: '7', log_level: 'WARN', python_module: 'nova.compute.manager',
    request_id: request.slice(4), Payload: ` [instance: ${uuid}] a\nb\n${trace}`, Hostname: 'c1', programname: 'nova-compute',
  });
  assert.deepEqual(sketch(text), ['0 a', '0 > b', '0 Traceback (most recent call last):']);
  const { records, layout } = readingOf(text);
  const header = records[0]?.header;
  assert.deepEqual([header?.request, header?.level, header?.service], [request, 'WARNING', 'nova-compute']);
  assert.equal(layout.wrapper, 'json-field');
});

test('a collector may leave the brackets of the head to the text', () => {
  const fields = { log_level: 'INFO', python_module: 'nova.compute.claims', Pid: '7', Hostname: 'c1' };
  for (const id of [request, `None ${request}`]) {
    const payload = `[${id} 4f6c 9b8a - default default] [instance: ${uuid}] Claim successful`;
    const [record] = readingOf(JSON.stringify({ ...fields, Payload: payload })).records;
    const { message, header } = record ?? {};
    assert.deepEqual([message, header?.instance, header?.request], ['Claim successful', uuid, request]);
    assert.deepEqual([header?.level, header?.process, header?.host], ['INFO', '7', 'c1']);
  }
});

test('of an object with a line for each member the one that holds the text is the line', () => {
  const source = { '@timestamp': '2025-03-11T14:07:32Z', textPayload: oslo, tags: ['x'] };
  const hits = JSON.stringify({ hits: [{ _id: 'a', _source: source }] }, undefined, 2);
  assert.deepEqual(sketch(hits), ['6 VM Started (Lifecycle Event)']);
});

test('documents stand in container logs too', () => {
  const text = `2025-03-11T14:07:32.419120871Z stdout F ${JSON.stringify(made)}`;
  assert.equal(sketch(text)[0], '0 Instance failed to spawn: VirtualInterfaceCreateException: failed');
});

test('what only looks like a document stays text', () => {
  for (const text of ['{', '{}', '{"a": 1}', '{"log": 1}', '[{"message": "x"}]', '{"message": "x', '{"message": null}']) {
    assert.deepEqual(sketch(`${oslo}\n${text}`).slice(1), [`1 > ${text}`]);
  }
});

test('a hash as Ruby prints it is an object too: fluentd\'s, and logstash\'s with a line for each member', () => {
  const said = oslo.replace('Started', 'Star\\"ted\\"');
  const plain = `{"message"=>"${said}", "hostname"=>"c1", "at"=>2025-03-11 14:07:32 +0000, "tag"=>nil, :n=>1}`;
  const shown = `{\n       "message" => "${said}",\n    "@timestamp" => 2025-03-11T14:07:32.418Z,\n`
    + '          "tags" => [\n        [0] "nova",\n        [1] "cmp"\n    ]\n}';
  for (const text of [plain, `2025-03-11 14:07:32 +0000 nova.compute: ${plain}`, shown]) {
    assert.deepEqual(sketch(text), [`${text === shown ? 1 : 0} VM Star"ted" (Lifecycle Event)`], text);
    assert.equal(readingOf(text).records[0]?.header?.instance, uuid);
  }
  assert.equal(readingOf(plain).records[0]?.header?.host, 'c1');
  for (const text of ['{"message"=>"x', '{"message"=>}', '{"message"=>"x" 1}', '{"message"=>["x"}']) {
    assert.deepEqual(sketch(`${oslo}\n${text}`).slice(1), [`1 > ${text}`]);
  }
});

test('the record that fluentd could not hand on is the line, whatever fluentd says of it', () => {
  const said = '2025-03-11 14:07:33 +0100 [warn]: #0 dump an error event: error="400 - Rejected" tag="kolla.nova" ';
  const record = '{"Payload"=>"a", "log_level"=>"ERROR", "python_module"=>"nova.x", "Hostname"=>"cmp01", '
    + '"Timestamp"=>"2025-03-11 14:07:32.418"}';
  const [found] = readingOf(`${said}record=${record}`).records;
  assert.deepEqual([found?.header?.level, found?.header?.host, found?.message], ['ERROR', 'cmp01', 'a']);
  assert.equal(new Date(found?.header?.time ?? 0).toISOString(), '2025-03-11T14:07:32.418Z');
  // where it says no record, its words are nothing more than that
  assert.notEqual(readingOf(`${said}and nothing else`).records[0]?.header?.level, 'ERROR');
});
