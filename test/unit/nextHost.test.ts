// Builds that failed on a host whose log does not state a reschedule → said everywhere alike: another host
// may have gone on, unless what is seen tells that none did.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../src/core/render/report';
import { blockLinesOf } from '../../src/core/render/timelineText';
import { finding as inChinese } from '../../src/core/render/zh/report';
import { findingWords } from '../../src/core/render/words';
import { aborting } from '../../src/knowledge/causes';
import { loadFacts } from '../../src/knowledge/facts/index';
import { analyseText, log, stories, vm } from '../support/story';

const claimed = '0 INFO claim r1 vm Claim successful on node cmp01';
const failed = '2 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: internal error: no room left';

interface Told {
  /** The headline of a report. */
  readonly line: string | undefined;
  /** The sentence of the problem. */
  readonly problem: string;
  /** What programs are told. */
  readonly flag: boolean;
}

function told(rows: string): Told {
  const analysis = analyseText(log(`${claimed}\n${rows}`));
  const report = reportOf(analysis);
  const [timeline] = analysis.timelines;
  assert.ok(timeline);
  const paint = (_: unknown, text: string) => text;
  const options = { paint, width: 100, contextOf: undefined, full: false };
  const lines = [...blockLinesOf(analysis, options)(timeline, true)];
  return {
    line: lines.find((line) => line.includes('✗'))?.trim(),
    problem: report.findings.find(({ check }) => check === 'failed-operation')?.message ?? '',
    flag: report.timelines[0]?.operations[0]?.mayGoOn ?? false,
  };
}

test('a log at INFO does not state a reschedule: that another host may have gone on is said all the same', () => {
  const { line, problem, flag } = told(failed);
  assert.equal(line, '✗ create · failed in spawn on the hypervisor · libvirtError'
    + ' · another host may have gone on · action guessed, or unshelve');
  assert.match(problem, /^create failed in .* \(another host may have gone on\): libvirtError\./);
  assert.equal(flag, true);
});

test('nor is it said where Nova gives the build up, nor where another host did go on', () => {
  for (const rows of [
    `${failed}\n3 ERROR mgr r1 vm Unexpected build failure, not rescheduling build.`,
    `${failed}\n3 DEBUG mgr r1 vm Retry info not present, will not reschedule`,
    '2 ERROR mgr r1 vm Failed to allocate network(s)',
    failed.replace('libvirt.libvirtError', 'nova.exception.VirtualInterfaceCreateException'),
    `${failed}
      4 WARNING util r1 Failed to compute_task_build_instances: No valid host was found.
      4 WARNING util r1 vm Setting instance to ERROR state.`,
    `${failed}\n3 DEBUG mgr r1 vm Build of instance 5f3a was re-scheduled: no room left
      4 DEBUG mgr r1 vm Starting instance...
      4.1 INFO claim r1 vm Claim successful on node cmp02
      9 INFO mgr r1 vm Took 5.00 seconds to build instance.`,
  ]) {
    const { line = '', problem, flag } = told(rows);
    assert.doesNotMatch(line + problem, /another host/, rows);
    assert.equal(flag, false, rows);
  }
});

test('problems say it in Chinese as well', () => {
  const parts = {
    kind: 'create', phase: undefined, after: undefined, type: 'libvirtError', message: undefined,
    remedy: undefined, due: undefined, service: undefined, since: undefined, quiet: undefined,
    limit: undefined, count: undefined,
  };
  const say = inChinese['failed-operation'];
  assert.ok(say);
  assert.match(say({ ...parts, mayGoOn: true }), /可能已由另一台主机继续/);
  assert.doesNotMatch(say(parts), /另一台主机/);
  assert.match(findingWords['failed-operation']({ ...parts, mayGoOn: true }), /another host may have gone on/);
});

test('every class for which an except clause of Nova gives a build up is known to do so', async () => {
  const { nova } = await loadFacts();
  const given = [...nova.values()].filter(({ build }) =>
    build.some(({ value }) => value.spawn === 'abort' || value.spawn === 'gone'));
  assert.ok(given.length > 20);
  assert.deepEqual(given.map(({ name }) => name).filter((name) => !aborting.has(name)), []);
});

test('a host gave the build back and says not why: what was in the way of the next try is the cause', () => {
  assert.deepEqual(stories(analyseText(log(`
0 ERROR util r1 vm Error from last host: cmp01 (node cmp01): ['Traceback (most recent call last):\\n', '  File "/nova/compute/manager.py", line 7, in _do_build_and_run_instance\\n    run()\\n', 'RescheduledException: Build of instance ${vm} was re-scheduled: not today\\n']
180 WARNING util r1 vm Setting instance to ERROR state.: MessagingTimeout: Timed out waiting for a reply to message ID 5d`))),
  ['create failed in scheduling | MessagingTimeout@2']);
});

test('up to Juno what the RPC server tells of a build is the end: a host that hands one on catches its exception', () => {
  const raised = (logger: string, name: string, file = '/nova/virt/libvirt/driver.py') => told(`2 ERROR mgr r1 vm Instance failed to spawn
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in _spawn
|  File "${file}", line 3, in spawn
|libvirtError: no room left
3 ERROR ${logger} r1 Exception during message handling
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 5, in ${name}
|libvirtError: no room left`).flag;
  assert.equal(raised('nova.openstack.common.rpc.amqp', 'run_instance'), false);
  assert.equal(raised('oslo.messaging.rpc.dispatcher', '_run_instance'), false);
  assert.equal(raised('oslo_messaging.rpc.server', 'build_and_run_instance'), true);
  assert.equal(raised('nova.openstack.common.rpc.amqp', '_spawn'), true, 'cut above');
  assert.equal(raised('nova.rpc.amqp', '_spawn'), false, 'of Essex, by its logger');
  assert.equal(raised('nova.compute.manager', '_spawn', '/nova/virt/libvirt/connection.py'), false, 'or by its files');
});

test('a build that was handed on is told by what it failed with, and where it may have gone', () => {
  const handed = `2 ERROR mgr r1 vm Error: 'Widget' object has no attribute 'turn'
  |Traceback (most recent call last):
  |  File "/nova/compute/manager.py", line 1, in _build_instance
  |    bdms)
  |  File "/nova/compute/manager.py", line 2, in _prep_block_device
  |    widget.turn()
  |AttributeError: 'Widget' object has no attribute 'turn'
  3 ERROR mgr r1 vm Build of instance ${vm} was re-scheduled: 'Widget' object has no attribute 'turn'
  |Traceback (most recent call last):
  |  File "/nova/compute/manager.py", line 3, in _run_instance
  |    build()
  |RescheduledException: Build of instance ${vm} was re-scheduled: 'Widget' object has no attribute 'turn'`;
  assert.deepEqual(stories(analyseText(log(`${claimed}\n${handed}`))),
    ['create failed in block_device_mapping | AttributeError@8 > RescheduledException@13']);
  assert.equal(told(handed).flag, true);
});

test('a build failed where its host says so, not in the scheduler that had no other one', () => {
  const tells = (frame: string) => stories(analyseText(log(`
0 ERROR util r1 vm Error from last host: cmp01 (node cmp01): [u'Traceback (most recent call last):\\n', u'  File "/nova/compute/manager.py", line 7, in _build_instance\\n    run()\\n', u'  File "/nova/compute/manager.py", line 9, in ${frame}\\n    run()\\n', u"InvalidVolume: Invalid volume: status must be 'available'\\n"]
1 WARNING util r1 Failed to compute_task_build_instances: No valid host was found.
1 WARNING util r1 vm Setting instance to ERROR state.`)));
  assert.deepEqual(tells('_prep_block_device'),
    ['create failed in block_device_mapping | InvalidVolume@1 > NoValidHost@2']);
  assert.deepEqual(tells('_something_else'), ['create failed in scheduling | InvalidVolume@1 > NoValidHost@2']);
});
