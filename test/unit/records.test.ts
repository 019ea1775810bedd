// Lines → records: what continues what, what belongs to nothing, and what stands between the lines of
// a log.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogRecord } from '../../src/core/model';
import { readRecords } from '../../src/core/reading/records';
import { readingOf, sketch } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const head = '2025-03-11 14:07:32.418 7 ERROR nova.compute.manager';
const line = (message: string) => `${head} [-] ${message}`;

test('a line without a head continues the record above', () => {
  assert.deepEqual(sketch(`${line('Failed: <domain>')}\n  <name>x</name>\n</domain>\n${line('next')}`), [
    '0 Failed: <domain>', '1 >   <name>x</name>', '2 > </domain>', '3 next',
  ]);
});

test('blank lines belong to a message only where more of it follows', () => {
  const text = `${line('SQL')}\nSELECT\n\nFROM\n\n${line('next')}\n\n`;
  assert.deepEqual(sketch(text), ['0 SQL', '1 > SELECT', '2 > ', '3 > FROM', '5 next']);
  assert.deepEqual(readingOf(text).counts, { records: 2, unread: 0 });
});

test('a traceback that no head introduces has no head', () => {
  const text = `+ exec nova-compute
Traceback (most recent call last):
  File "/nova/utils.py", line 675, in wrapper
    return func()

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/nova/x.py", line 1, in f
    g()
KeyError: 'x'

some other words`;
  assert.deepEqual(sketch(text).map((row) => row.slice(0, 13)), [
    '1 ? Traceback', '2 ?   File "/', '3 ?     retur', '4 ? ', '5 ? During ha', '6 ? ',
    '7 ? Traceback', '8 ?   File "/', '9 ?     g()', '10 ? KeyError',
  ]);
  assert.deepEqual(readingOf(text).counts, { records: 0, unread: 2 });
});

test('lines of prose and of a shell are no part of a record', () => {
  const text = `安装了新版本，创建云主机时失败。

检查日志：
${line('one')}
[root@cmp01 ~]# tail -f /var/log/nova/nova-compute.log
${line('two')}

The log above shows that the volume was not ready in time.

def poll(self):
    return 1
${line('three')}
...
${line('four')}
Traceback (most recent call last):
`;
  const { counts } = readingOf(text);
  assert.deepEqual(sketch(text).map((row) => row.slice(0, 14)), ['3 one', '5 two', '11 three', '13 four', '14 > Traceback']);
  assert.deepEqual(counts, { records: 4, unread: 7 });
});

test('what stands apart below a traceback of which each line has a head is no part of it', () => {
  const rows = ['Traceback (most recent call last):', '  File "/nova/x.py", line 1, in f', 'KeyError: 1', ''].map(line);
  assert.deepEqual(sketch(`${rows.join('\n')}\n\nTrying to debug, following\n${line('next')}`).slice(2), [
    '2 KeyError: 1', '3 ', '6 next',
  ]);
  const bare = `${line('Traceback (most recent call last):')}\n  File "/nova/x.py", line 1, in f\n\nKeyError: 1`;
  assert.deepEqual(sketch(bare).at(-1), '3 > KeyError: 1');
});

test('words below a blank line are no part of an exception whose class has come, but the rest of the chain is', () => {
  const raised = 'Traceback (most recent call last):\n  File "/nova/x.py", line 1, in f\nWidgetError: jammed\nby hand';
  const words = 'Steps:\n1. boot an instance\n\nExpected: it boots';
  const further = '\nDuring handling of the above exception, another exception occurred:\n';
  assert.deepEqual(sketch(`${line('failed')}\n${raised}\n\n${words}`).slice(-2), ['3 > WidgetError: jammed', '4 > by hand']);
  assert.deepEqual(sketch(`${line('failed')}\n${raised}\n${further}\n${raised}\n\n${words}`).slice(-2),
    ['10 > WidgetError: jammed', '11 > by hand']);
});

test('text at the margin below a log that is quoted with blanks before each line is no part of it', () => {
  const quoted = `    ${line('Failed: a')}\n    b\n\n    c\n    ${line('Failed: d')}\n`;
  assert.deepEqual(sketch(quoted), ['0 Failed: a', '1 > b', '2 > ', '3 > c', '4 Failed: d']);
  assert.deepEqual(sketch(`${quoted}\nTrying to debug, following\nhttps://example.org/locks\n`).slice(-1), ['4 Failed: d']);
});

test('blank lines between all lines do not break a traceback', () => {
  const lines = [
    line('failed'), 'Traceback (most recent call last):', '  File "/nova/x.py", line 1, in f', '    g()', 'KeyError: 1',
    line('next'), 'more', line('last'),
  ];
  assert.deepEqual(sketch(lines.join('\n\n')), [
    '0 failed', '2 > Traceback (most recent call last):', '4 >   File "/nova/x.py", line 1, in f', '6 >     g()',
    '8 > KeyError: 1', '10 next', '12 > more', '14 last',
  ]);
});

test('a time in front of an error of QEMU does not end the message', () => {
  const text = `${line('libvirtError: internal error: process exited while connecting to monitor:')}
2019-08-19T07:54:35.123456Z qemu-kvm: cannot set up guest memory\n${line('next')}`;
  assert.deepEqual(sketch(text).slice(1), ['1 > 2019-08-19T07:54:35.123456Z qemu-kvm: cannot set up guest memory', '2 next']);
  const wsgi = '2025-03-11 14:07:32.418123 mod_wsgi (pid=31): a\n2025-03-11 14:07:32.418124   File "x", line 2';
  assert.deepEqual(sketch(`${wsgi}\n${line('b')}`), ['0 mod_wsgi (pid=31): a', '1 >   File "x", line 2', '2 b']);
});

test('the first line of a log may begin anywhere', () => {
  const { records } = readingOf(`15-03-11 14:07:31.000 7319 INFO nova.service [-] Started child\n2015-03-11 ${line('x').slice(11)}`);
  assert.equal(records[0]?.header?.time, Date.UTC(2015, 2, 11, 14, 7, 31));
  assert.deepEqual([records[0]?.header?.process, records[0]?.header?.level, records[0]?.message], ['7319', 'INFO', 'Started child']);
  const [cut] = readingOf(`7:31.000 7319 INFO nova.service [-] Started child\n${line('x')}`).records;
  assert.deepEqual([cut?.header?.time, cut?.header?.process, cut?.message], [undefined, '7319', 'Started child']);
  const rest = `c2b1d0e9a 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b - default default] [instance: ${uuid}] x`;
  const [context] = readingOf(rest).records;
  assert.deepEqual([context?.header?.context, context?.header?.instance, context?.message], ['request', uuid, 'x']);
  assert.deepEqual(sketch('12 ERROR messages were seen - by default] twice'), []);
});

test('a head that lost its beginning within a log is read, and its date repaired', () => {
  const { records } = readingOf(`${line('a')}\n25-03-11 14:30:53.397 2030 INFO nova.service [-] b\n9:30 INFO nova.x [-] c`);
  assert.deepEqual(records.map(({ header, message }) => [header?.time, message]), [
    [Date.UTC(2025, 2, 11, 14, 7, 32, 418), 'a'], [Date.UTC(2025, 2, 11, 14, 30, 53, 397), 'b'], [undefined, 'c'],
  ]);
});

test('a date that lost its first digits is told where what is left and the other lines leave one', () => {
  const first = (head: string, others = '') => readingOf(`${head} 7 ERROR nova.compute.manager [-] x${others}`).records[0]?.header?.time;
  const other = `\n${line('y')}`;
  const day = Date.UTC(2023, 10, 28, 10, 11, 12, 123);
  assert.equal(first('023-11-28 10:11:12.123'), day);
  assert.equal(first('023-11-28 10:11:12.123', '\n023-11-28 10:11:13.000 7 INFO nova.compute.manager [-] y'), day);
  assert.equal(first('5-03-09 23:59:59.000', other), Date.UTC(2025, 2, 9, 23, 59, 59));
  for (const head of ['3-11-28 10:11:12.123', '23-11-28 10:11:12.123', '023-13-28 10:11:12.123', '8 10:11:12.123']) {
    assert.equal(first(head), undefined, head);
    assert.equal(first(head, other), undefined, `${head}, and another date`);
  }
  // a month later the year may be another one
  assert.equal(first('5-11-28 10:11:12.123', other), undefined);
});

test('a live log shows its last record, and later lines continue it', () => {
  const records: LogRecord[] = [];
  const reader = readRecords({ push: (record) => void records.push(record), end: () => undefined });
  reader.settle();
  reader.push({ number: 0, text: line('one') });
  assert.equal(records.length, 0);
  reader.settle();
  assert.equal(records.length, 1);
  reader.push({ number: 1, text: '  more' });
  reader.push({ number: 2, text: line('two') });
  reader.settle();
  reader.end();
  assert.deepEqual(records.map(({ message, inherited }) => [message, inherited]), [['one', false], ['  more', true], ['two', false]]);
  assert.deepEqual(reader.counts(), { records: 2, unread: 0 });
});

test('services come from wrappers, file names, headings, loggers and what a service says when it starts', () => {
  const services = (text: string) => readingOf(text).services;
  assert.deepEqual(services(`${line('x')}\n2025-03-11 14:07:32.418 7 INFO nova.osapi_compute.wsgi.server [-] y`), ['nova-compute', 'nova-api']);
  assert.deepEqual(services('2025-03-11 14:07:32.418 7 INFO nova.service [-] Starting conductor node (version 33.0.0)'), ['nova-conductor']);
  assert.deepEqual(services('2025-03-11 14:07:32.418 7 INFO nova.api.openstack.placement.requestlog [-] x'), ['placement-api']);
  const headed = '==> /var/log/nova/nova-scheduler.log <==\n2025-03-11 14:07:32.418 7 INFO oslo.x [-] y';
  assert.deepEqual(services(headed), ['nova-scheduler']);
  assert.deepEqual(services(`Mar 11 14:07:32 c1 devstack@n-cpu.service[7]: ${line('x')}`), ['nova-compute']);
  assert.deepEqual(services(`Mar 11 14:07:32 c1 systemd[1]: Started x\n${line('x')}`), ['nova-compute']);
});

test('a log without any head has no layout', () => {
  const { layout, counts, services } = readingOf('some words\nand more');
  assert.deepEqual(layout, { layout: 'unknown', wrapper: 'none', wrappedAt: undefined });
  assert.deepEqual([counts, services], [{ records: 0, unread: 2 }, []]);
  assert.deepEqual(readingOf('').counts, { records: 0, unread: 0 });
});

test('line breaks that syslog wrote as numbers are line breaks', () => {
  const trace = `2025-03-11 14:07:32.418 7 TRACE nova.compute.manager [instance: ${uuid}] `;
  const text = `${line('Failed')}#012${trace}Traceback (most recent call last):#012${trace}WidgetError: x`;
  assert.deepEqual(sketch(text), ['0 Failed', '0 Traceback (most recent call last):', '0 WidgetError: x']);
  assert.deepEqual(sketch(line('see issue #0123 and #012 of it')), ['0 see issue #0123 and #012 of it']);
});

test('brackets that Markdown escapes are brackets', () => {
  assert.deepEqual(sketch(`${head} \\[-\\] \\[instance: ${uuid}\\] Failed`), ['0 Failed']);
});

test('the names of files before the lines: a rotation time without colons, and files of syslog', () => {
  assert.deepEqual(sketch(`n-cpu.log.2025-03-11-215531:${line('one')}`), ['0 one']);
  assert.deepEqual(sketch(`report-7/var/log/messages:Mar 11 14:07:32 cmp01 nova_compute[7]: ${line('two')}`), ['0 two']);
});

test('a time before every line is none of a line without a head', () => {
  const at = '2025-03-11T14:07:32.419120871Z';
  const trace = ['Traceback (most recent call last):', '  File "/a.py", line 1, in x', ': Class: text', '', 'ValueError: no'];
  const text = [line('Failed'), ...trace, line('next')];
  const expected = sketch(text.join('\n'));
  assert.equal(expected.length, 7);
  assert.deepEqual(sketch(text.map((one) => `${at} ${one}`).join('\n')), expected);
  const prefix = `[pod/nova-compute-0/nova-compute] ${at} `;
  assert.deepEqual(sketch(text.map((one) => `${prefix}${one}`).join('\n')), expected);
});

test('one damaged line hides none of those behind it', () => {
  const before = '2025-03-11T14:07:32+0000 cmp01 nova-compute[7]: ';
  const text = [line('one'), 'x', 'two', line('three'), '  <a/>', line('four')].map((one) => `${before}${one}`);
  const broken = [...text.slice(0, 1), `${before.replace('compute', 'com pute')}x`, ...text.slice(2)];
  assert.deepEqual(sketch(broken.join('\n')).slice(2), sketch(text.join('\n')).slice(2));
});
