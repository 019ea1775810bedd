// Lines with less of a head than Nova gives them: no logger, time and message only, a statement alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLetters } from '../../src/core/reading/escapes';
import { readingOf, sketch } from '../support/reading';
import { analyseText, log, vm } from '../support/story';

const request = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24';
const traceback = ['Traceback (most recent call last):',
  '  File "/usr/lib/python2.7/dist-packages/nova/compute/manager.py", line 756, in _spawn',
  '    block_device_info)', 'libvirtError: no luck'];

const operations = (text: string) => analyseText(text).timelines.flatMap((timeline) => timeline.operations)
  .map(({ kind, outcome, instance, rootCause: cause }) => (
    [kind, outcome, instance, cause?.type, cause?.at.line]));
const loose = (text: string) => analyseText(text).findings.filter(({ check }) => check === 'unknown-fault')
  .map(({ args }) => args['type']);

test('a statement without a logger is known by its words', () => {
  const head = `2012-10-10 14:07:32 ERROR [${request} admin admin] [instance: ${vm}]`;
  const text = [`${head} Instance failed to spawn`, ...traceback].join('\n');
  assert.deepEqual(operations(text), [['create', 'failed', vm, 'libvirtError', 4]]);
  assert.deepEqual(operations(`${head} Something else`), []);
});

test('the last line of a traceback that says only that a build was given up tells no part of it', () => {
  const line = (text: string): unknown => analyseText(
    `2025-03-11 14:07:32.418 7 ERROR nova.compute.manager [instance: ${vm}] ${text}`,
  ).timelines[0]?.operations.map(({ kind, outcome, failedPhase }) => [kind, outcome, failedPhase]);
  assert.deepEqual(line(`BuildAbortException: Build of instance ${vm} aborted: Invalid input received: no luck`),
    [['create', 'failed', undefined]]);
  assert.deepEqual(line('VolumeNotCreated: Volume 1 did not finish'), [['create', 'failed', 'block_device_mapping']]);
});

test('a line of which only a wrapper tells anything is no statement of Nova', () => {
  assert.deepEqual(operations('Mar 11 14:07:32 cmp01 other[7]: Instance failed to spawn\n'.repeat(3)), []);
});

test('rows of a search that show the time and the message are read', () => {
  const rows = ['30.418\tCreating image(s)', '32.418\tTook 14.62 seconds to build instance.'].map((row) => {
    const [seconds = '', message = ''] = row.split('\t');
    return [seconds, `[instance: ${vm}] ${message}`];
  });
  for (const before of ['Mar 11, 2025 @ 14:07:', '2025-03-11 14:07:']) {
    const text = rows.map(([seconds, message]) => `${before}${seconds} ${message}`).join('\n');
    assert.deepEqual(operations(text), [['create', 'success', vm, undefined, undefined]], text);
    assert.deepEqual(sketch(text)[0], '0 Creating image(s)');
  }
});

test('a bare time below a record with a tag is a record of its own, one without goes on with it', () => {
  const head = '2025-03-11 14:07:32.418 7 ERROR nova.compute.manager [-] first';
  assert.deepEqual(sketch(`${head}\n2025-03-11 14:07:33.418 [instance: ${vm}] second`), ['0 first', '1 second']);
  assert.deepEqual(sketch(`${head}\n2025-03-11 14:07:33.418 second`), ['0 first', '1 > 2025-03-11 14:07:33.418 second']);
});

test('what the conductor quotes of a host is read without its head', () => {
  const text = 'Error from last host: cmp01 (node cmp01.example.org): [u\'Traceback (most recent call last):\\n\', '
    + 'u\'  File "/nova/compute/manager.py", line 1, in _do_build_and_run_instance\\n    f()\\n\', '
    + `u'RescheduledException: Build of instance ${vm} was re-scheduled: no luck\\n']`;
  assert.deepEqual(operations(text).map((operation) => operation.slice(0, 3)), [['create', 'unknown', vm]]);
  assert.deepEqual(operations('Error from last host: this one (node a) was told to me'), []);
});

test('what the conductor tells of a host is the attempt of which only the exception is left', () => {
  const report = (reason: string) => log(`
    3 ERROR mgr - vm libvirt.libvirtError: internal error: no kvm
    5 ERROR util r1 vm Error from last host: cmp01 (node cmp01): ['Traceback (most recent call last):\\n', 'nova.exception.RescheduledException: Build of instance ${vm} was re-scheduled: ${reason}\\n']`);
  const attempts = (text: string) => analyseText(text).timelines[0]?.operations[0]?.attempts
    .map(({ host, outcome, rootCause }) => [host, outcome, rootCause?.type]);
  assert.deepEqual(attempts(report('internal error: no kvm')), [['cmp01', 'rescheduled', 'libvirtError']]);
  assert.deepEqual(attempts(report('no space is left')),
    [['cmp01', 'rescheduled', 'nova.exception.RescheduledException']]);
});

test('a traceback through Nova without any head is told; one of something else is not', () => {
  assert.deepEqual(loose(traceback.join('\n')), ['libvirtError']);
  assert.deepEqual(loose(traceback.join('\n').replace('/nova/', '/other/')), []);
});

test('letters that Python 2 wrote as numbers are letters, what could be a mark stays a number', () => {
  assert.equal(withLetters('libvirtError: \\u65e0\\u6cd5 \\uff0c'), 'libvirtError: \u65e0\u6cd5 \uff0c');
  assert.equal(withLetters('\\ud83d\\ude00 \\ud83d'), '\ud83d\ude00 \\ud83d');
  for (const text of ['\\u003cb\\u003e', '\\u202e', '\\u200b', '\\\\u65e0', 'C:\\users', '\\u00a0', '\\u001b']) {
    assert.equal(withLetters(text), text);
  }
  const line = '2014-03-11 14:07:32.418 7 ERROR nova.compute.manager [-] Error: \\u65e0';
  assert.equal(readingOf(line).records[0]?.message, 'Error: \u65e0');
});
