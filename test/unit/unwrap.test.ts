// What deployments and people put around the lines of a log is taken off: chains of wrappers, further
// lines, colours, marks of pages, cut container lines, and what syslog makes of line breaks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf, sketch } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const head = '2025-03-11 14:07:32.418 7 ERROR nova.compute.manager';
const oslo = (message: string) => `${head} [-] [instance: ${uuid}] ${message}`;
const devstack = (message: string) => `ERROR nova.compute.manager [None req-1 demo demo] ${message}`;

/** Time, process, host and service of the first record, its message, and the wrapper of the log. */
function first(text: string) {
  const { records: [record], layout } = readingOf(text);
  const { time, process, host, service } = record?.header ?? {};
  const clock = time === undefined ? undefined : new Date(time).toISOString().slice(0, 23);
  return [clock, process, host, service, record?.message, layout.wrapper];
}

test('a wrapper tells host and service, and the time only where oslo.log wrote none', () => {
  assert.deepEqual(first(`Mar 11 15:07:33 cmp01 nova-compute[7]: ${oslo('x')}`),
    ['2025-03-11T14:07:32.418', '7', 'cmp01', 'nova-compute', 'x', 'journal-short']);
  assert.deepEqual(first(`Mar  1 04:07:32 devstack devstack@n-cpu.service[21876]: ${devstack('x')}`),
    ['2000-03-01T04:07:32.000', '21876', 'devstack', 'nova-compute', 'x', 'journal-short']);
  assert.deepEqual(first(`2025-03-11T15:07:33.123456+0100 c1 nova-compute[9]: ${devstack('x')}`),
    ['2025-03-11T15:07:33.123', '9', 'c1', 'nova-compute', 'x', 'journal-short-iso-precise']);
  assert.deepEqual(first('2015-10-29 10:53:05.572000 [COMPUTE29] 21476 DEBUG nova.x [-] y'),
    ['2015-10-29T10:53:05.572', '21476', 'COMPUTE29', undefined, 'y', 'merged-alias']);
  assert.deepEqual(first('08-26 14:23:39  devstack     nova-conductor            WARN   WARNING nova.scheduler.utils [-] y'),
    ['2000-08-26T14:23:39.000', undefined, 'devstack', 'nova-conductor', 'y', 'journal-viewer']);
});

test('wrappers stand in one another', () => {
  for (const [text, wrapper] of [
    [`> ./var/log/nova/nova-compute.log:123:${oslo('x')}`, 'quoted'],
    [`nova-compute.log:Mar 11 14:07:32 cmp01 nova-compute[7]: ${oslo('x')}`, 'file-name'],
    [`    12 | 2025-03-11T14:07:32.419120871Z stdout F ${oslo('x')}`, 'line-number'],
    [`[pod/nova-compute-0/nova-compute] 2025-03-11T14:07:32.4Z ${oslo('x')}`, 'kubectl-prefix'],
  ] as const) {
    const [time, , , , message, outer] = first(text);
    assert.deepEqual([time, message, outer], ['2025-03-11T14:07:32.418', 'x', wrapper], text);
  }
});

test('file names carry rotation suffixes, and grep separates context with a dash', () => {
  for (const name of [
    'nova-compute.log:', 'nova-compute.log-20200101:123:', 'nova-compute.log.1:7:', 'nova-compute.log.2.gz:', 'screen-n-cpu.txt:',
    '/var/log/nova/nova-compute.log.1.2017-05-16_13:55:31 ', 'nova-compute.log-', 'nova-compute.log-1234-', './nova-compute.log: ',
    'nova-compute.log-2025-03-11:',
  ]) {
    const [time, , , service, message, wrapper] = first(`${name}${oslo('x')}`);
    assert.deepEqual([time, service, message, wrapper], ['2025-03-11T14:07:32.418', 'nova-compute', 'x', 'file-name'], name);
  }
});

test('lines that go on below keep their own indentation behind the same wrapper', () => {
  const below = ['<domain>', '  <name>x</name>', '</domain>'];
  for (const prefix of ['> ', '>', 'nova-compute.log:', '    ', '20596:', '20596 ', '  12\t']) {
    const text = [oslo('xml:'), ...below].map((row) => prefix + row).join('\n');
    assert.deepEqual(sketch(text), ['0 xml:', '1 > <domain>', '2 >   <name>x</name>', '3 > </domain>'], prefix);
  }
  const cri = [oslo('xml:'), ...below].map((row) => `2025-03-11T14:07:32.419120871Z stdout F ${row}`).join('\n');
  assert.deepEqual(sketch(cri), ['0 xml:', '1 > <domain>', '2 >   <name>x</name>', '3 > </domain>']);
});

test('journalctl pads the further lines of a message, with or without heads', () => {
  const prefix = 'Mar 11 14:07:32 cmp01 nova-compute[7]: ';
  const pad = ' '.repeat(prefix.length);
  const text = `${prefix}${oslo('failed')}\n${pad}${head} Traceback (most recent call last):\n${pad}  <domain>\n`
    + `${prefix}${oslo('next')}`;
  assert.deepEqual(sketch(text), ['0 failed', '1 Traceback (most recent call last):', '2 >   <domain>', '3 next']);
  assert.ok(readingOf(text).records.every(({ header }) => header?.host === 'cmp01' && header.service === 'nova-compute'));
});

test('programs that write by turns each continue their own message', () => {
  const text = `Mar 11 14:07:32 c1 nova-compute[7]: ${oslo('xml:')}
Mar 11 14:07:32 c1 neutron-agent[8]: ${head.replace('nova', 'neutron').replace(' 7 ', ' 8 ')} [-] other
Mar 11 14:07:32 c1 nova-compute[7]:   <name>x</name>
Mar 11 14:07:32 c1 systemd[1]: Started something.
Mar 11 14:09:59 c1 nova-compute[7]: Killed`;
  const { records } = readingOf(text);
  assert.deepEqual(records.map(({ header, inherited, message }) => [header?.logger, inherited, message]), [
    ['nova.compute.manager', false, 'xml:'], ['neutron.compute.manager', false, 'other'],
    ['nova.compute.manager', true, '  <name>x</name>'], ['', false, 'Started something.'], ['', false, 'Killed'],
  ]);
});

test('colour codes go in every spelling, also where only their remains are left', () => {
  for (const escape of ['\u001b', '^[', '#033', '\\033', '\\x1b', '\\e', '\\u001b']) {
    const text = `2017-04-28 23:04:46.671 ${escape}[00;36mINFO nova.x [${escape}[01;36mreq-1 `
      + `${escape}[00;36madmin demo${escape}[00;36m] `
      + `${escape}[01;35m[instance: ${uuid}] ${escape}[00;36mTook 1 second${escape}[00m`;
    const { records: [record] } = readingOf(text);
    assert.deepEqual([record?.header?.request, record?.header?.instance, record?.message], ['req-1', uuid, 'Took 1 second'], escape);
  }
  assert.deepEqual(sketch(`${oslo('Error 503[00m')}\n${oslo('a[01;31mb[0m^M')}`), ['0 Error 503', '1 ab']);
  assert.deepEqual(sketch(oslo('list[30m] and [10m')), ['0 list[30m] and [10m']);
});

test('what a search found is read behind its time, also where the parts of a head are columns', () => {
  const told = `[req-1 - - - - -] [instance: ${uuid}] a`;
  const rows = [
    `Mar 11, 2025 @ 14:07:32.418\tERROR\tnova.x\t${told}`,
    `March 11th 2025, 14:07:32.418\tcmp01\tERROR\tnova.x\t${told}`,
    `Mar 1, 2025 @ 14:07:32.418\tcmp01\tnova-compute\tERROR\tnova.x\t${told}`,
  ];
  const read = rows.map((row) => readingOf(row).records[0]);
  const said = read.map((record) => {
    const { host, level, logger } = record?.header ?? {};
    return `${host} ${level} ${logger} ${record?.message}`;
  });
  assert.deepEqual(said, ['undefined ERROR nova.x a', 'cmp01 ERROR nova.x a', 'cmp01 ERROR nova.x a']);
  assert.deepEqual(read.map((record) => new Date(record?.header?.time ?? 0).toISOString()),
    ['2025-03-11T14:07:32.418Z', '2025-03-11T14:07:32.418Z', '2025-03-01T14:07:32.418Z']);
  // a day that no month has is no time
  assert.equal(readingOf(`Mar 41, 2025 @ 14:07:32.418\t${told}`).records[0]?.header?.time, undefined);
});

test('marks of forums and of web pages go where the text is full of them', () => {
  const bold = `[code]\n[COLOR=#FF0040]${oslo('a')}[/COLOR]\n${oslo('b[/COLOR][COLOR=#FF0040]')}\n[/code]`;
  assert.deepEqual(sketch(bold), ['1 a', '2 b']);
  const page = `<p>${oslo('&lt;domain&gt; &quot;a&quot; &#39;b&#39; &amp;&nbsp;c')}</p>\n<p>${oslo('d')}<br/></p>`;
  assert.deepEqual(sketch(page), ['0 <domain> "a" \'b\' & c', '1 d']);
  const source = `<html><body><h1>Help</h1><p>It said:</p><pre class="log">${oslo('a')}\n${oslo('b &lt;c&gt;')}</pre></body></html>`;
  assert.deepEqual(sketch(source), ['0 a', '1 b <c>']);
  assert.deepEqual(sketch(`${oslo('<a href="x&amp;y">')}\n<p>z</p>`), ['0 <a href="x&amp;y">', '1 > <p>z</p>']);
  assert.deepEqual(sketch('\u200b2025-03-11\u00a014:07:32.418 7 ERROR nova.x\u00a0[-] a'), ['0 a']);
  assert.deepEqual(sketch(`\`\`\`\n${oslo('a')}\n\`\`\`\nsome words`), ['1 a']);
});

test('a line that the container runtime cut is one record', () => {
  const time = '2025-03-11T14:07:32.419120871Z stdout';
  const text = `${time} P ${oslo('one ')}\n${time} P two \n${time} F three\n${time} F ${oslo('next')}`;
  const { records } = readingOf(text);
  assert.deepEqual(records.map(({ line, lastLine, message }) => [line, lastLine, message]), [[0, 2, 'one two three'], [3, 3, 'next']]);
  assert.deepEqual(records[0]?.joints, [4, 8]);
  const docker = [oslo('one '), 'two\n', `${oslo('next')}\n`].map((log) => JSON.stringify({ log, stream: 'stdout', time: 't' })).join('\n');
  assert.deepEqual(sketch(docker), ['0-1 one two', '2 next']);
  assert.deepEqual(sketch(`${time} P ${oslo('never ended')}`), ['0 never ended']);
});

test('syslog spells line breaks as #012', () => {
  const text = `Mar 11 14:07:32 c1 nova-compute[7]: ${oslo('a#012  b')}#012${head} Traceback (most recent call last):`;
  assert.deepEqual(sketch(text), ['0 a', '0 >   b', '0 Traceback (most recent call last):']);
  assert.deepEqual(sketch(oslo('issue #012 stays')), ['0 issue #012 stays']);
});

test('single lines of another kind are still read in a log of one kind', () => {
  const quoted = [1, 2, 3].map((i) => `> ${oslo(`q${i}`)}`);
  const text = [...quoted, oslo('plain'), `Mar 11 14:07:32 c1 nova-compute[7]: ${oslo('journal')}`, ...quoted].join('\n');
  assert.deepEqual(sketch(text).map((row) => row.split(' ')[1]), ['q1', 'q2', 'q3', 'plain', 'journal', 'q1', 'q2', 'q3']);
  assert.equal(readingOf(text).layout.wrapper, 'quoted');
});

test('the suffix of DevStack and of debugging stays in the message', () => {
  const suffix = '{{(pid=15144) instance_claim /opt/stack/nova/nova/compute/resource_tracker.py:199}}';
  const [, , , , message] = first(`Mar 11 14:07:32 d nova-compute[1]: ${devstack(`Disk ${suffix}`)}`);
  assert.equal(message, `Disk ${suffix}`);
});
