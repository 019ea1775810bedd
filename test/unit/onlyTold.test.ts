// What lines say less about than it seems: waits that an option lets pass, hosts in a cut list, a delete
// behind a build that gave up, a host whose clock is ahead, figures without times.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { funnelOf } from '../../src/core/diagnoses/funnel';
import { outcomeText } from '../../src/core/render/operationText';
import type { LogEvent, Operation } from '../../src/core/model';
import { analyseText, log, requestId, stories, vm } from '../support/story';

const waited = 'Timeout waiting for [(\'network-vif-plugged\', \'e3871ffd\')] for instance with vm_state building and '
  + 'task_state spawning: eventlet.timeout.Timeout: 300 seconds';

function operationsIn(...texts: readonly string[]): readonly Operation[] {
  return analyseText(...texts).timelines.flatMap(({ operations }) => operations);
}

test('that a port was not plugged in time fails no build by itself: an option decides whether it goes on', () => {
  assert.deepEqual(stories(analyseText(log(`300 WARNING virt r1 vm ${waited}`))), ['create? in-progress']);
  assert.deepEqual(stories(analyseText(log(`
    0 INFO claim r1 vm Claim successful on node cmp01
    300 WARNING virt r1 vm ${waited}
    301 INFO virt r1 vm Instance spawned successfully.
    302 INFO mgr r1 vm Took 302.00 seconds to build instance.
  `))), ['create success']);
});

function funnel(results: string, before: readonly string[] = []): readonly (readonly unknown[])[] {
  const text = (event: LogEvent): string => (event.captures['results'] === undefined
    ? 'Filter %s returned 0 hosts' : 'Filtering removed all hosts for the request');
  const at = { source: 'log', line: 1, time: undefined };
  const events = [...before.map((filter) => ({ filter })), { results }].map((captures) => ({ at, captures }));
  const { steps = [] } = funnelOf(events as unknown as LogEvent[], text) ?? {};
  return steps.map(({ filter, start, end }) => [filter, start, end]);
}

test('the hosts that each filter left are counted, as Python 2 writes them too', () => {
  const kept = '[(u\'cmp01\', u\'n1\'), (u\'cmp01\', u\'n2\')]';
  assert.deepEqual(funnel(`[('RetryFilter', ${kept}), ('RamFilter', [(u'cmp01', u'n2')]), ('DiskFilter', None)]`),
    [['RetryFilter', undefined, 2], ['RamFilter', 2, 1], ['DiskFilter', 1, 0]]);
  assert.deepEqual(funnel('[(\'RamFilter\', [(\'cmp01\', \'cmp01\')]), (\'DiskFilter\', None)]'),
    [['RamFilter', undefined, 1], ['DiskFilter', 1, 0]]);
});

test('a filter whose hosts are cut off has not left none', () => {
  const cut = '[(\'RetryFilter\', [(u\'cmp01\', u\'n1\')]), (\'DiskFilter\', [(u\'cmp01\', u\'c105d862-2eca-4845-90';
  assert.deepEqual(funnel(cut), []);
  assert.deepEqual(funnel(cut, ['AggregateFilter']), [['AggregateFilter', undefined, 0]]);
});

const aborted = `
  0 INFO claim r1 vm Claim successful on node cmp01
  1 ERROR mgr r1 vm Instance failed to spawn: ValueError: bad
  1.1 INFO mgr r1 vm Terminating instance
  1.2 INFO mgr r1 vm Took 0.12 seconds to destroy the instance on the hypervisor.
  1.3 ERROR mgr r1 vm Build of instance ${vm} aborted: bad
  1.4 INFO mgr r2 vm Terminating instance
  1.6 INFO mgr r2 vm Took 0.15 seconds to destroy the instance on the hypervisor.
  1.9 INFO mgr - vm Took 0.27 seconds to deallocate network for instance.`;

test('a build that said it gives up takes down nothing more: what another request takes down is a delete', () => {
  assert.deepEqual(stories(analyseText(log(aborted))).map((story) => story.slice(0, 13)), ['create failed', 'delete succes']);
  const [create] = operationsIn(log(aborted));
  assert.equal(create?.end.line, 4);
});

test('a build that has not yet given up takes its guest down under another request', () => {
  const mixed = aborted.replace('1.1 INFO mgr r1', '1.1 INFO mgr r3').split('\n').slice(0, 6).join('\n');
  assert.deepEqual(operationsIn(log(mixed)).map(({ kind }) => kind), ['create']);
});

// the host's clock is 25 seconds ahead of the scheduler's
const compute = log(`
  25 INFO claim r1 vm Claim successful
  26 INFO virt r1 vm Creating image
  28 ERROR mgr r1 vm Instance failed to spawn
  |Traceback (most recent call last):
  |InstanceTypeDiskTooSmall: Instance type's disk is too small for requested image.`);

function scheduler(more = ''): string {
  const failed = '[u\'Traceback (most recent call last):\\n\', u"InstanceTypeDiskTooSmall: Instance type\'s disk is too '
    + 'small for requested image.\\n"]';
  return log(`
    0 INFO nova.scheduler.filter_scheduler r1 Choosing host WeighedHost [host: cmp01, weight: 1.0] for instance ${vm}
    4 ERROR nova.scheduler.filter_scheduler r1 vm Error from last host: cmp01 (node cmp01): ${failed}${more}
    4.9 WARNING nova.scheduler.driver r1 vm Setting instance to ERROR state.
  `).replaceAll(' 7 ', ' 9 ');
}

test('what the scheduler tells of a host whose clock is ahead is the try that this host then logs', () => {
  for (const texts of [[compute, scheduler()], [`${compute}\n${scheduler()}`]])
    assert.deepEqual(operationsIn(...texts).map(({ attempts }) => attempts.length), [1]);
});

test('where another host was chosen afterwards, the lines are of that one', () => {
  const again = `\n4.5 INFO nova.scheduler.filter_scheduler r1 Choosing host WeighedHost [host: cmp02, weight: 1.0] for instance ${vm}`;
  assert.deepEqual(operationsIn(compute, scheduler(again)).map(({ attempts }) => attempts.length), [2]);
});

test('a guest that went off by itself is told in the words of Havana as well', () => {
  const { timelines } = analyseText(log('1 WARNING mgr r9 vm Instance shutdown by itself. Calling the stop API.'));
  assert.deepEqual(timelines[0]?.occurrences?.map(({ kind }) => kind), ['stopped-by-itself']);
});

test('of lines without times nothing is said to be unaccounted for, and none of a wait of no seconds', () => {
  const untimed = (rows: string): string => log(rows).replaceAll(/^\S+ \S+ 7 /gm, '');
  const [build] = operationsIn(untimed(`
    0 INFO claim r1 vm Claim successful on node cmp01
    9 INFO mgr r1 vm Took 9.00 seconds to build instance.`));
  assert.deepEqual([build?.seconds, build?.unattributedSeconds], [9, undefined]);
  const message = 'Volume 1a523dbb-8f5b-493e-be80-41a1d5b8afdc did not finish being created even after we waited 0 seconds '
    + 'or 1 attempts. And its status is error.';
  const [volume] = operationsIn(untimed(`
    0 INFO claim r1 vm Claim successful on node cmp01
    1 ERROR mgr r1 vm Instance failed block device setup: nova.exception.VolumeNotCreated: ${message}`));
  assert.equal(volume?.request, requestId('r1'));
  const said = volume && outcomeText(volume, (key, slots) => `${key} ${JSON.stringify(slots)}`);
  assert.doesNotMatch(said ?? '', /duration/);
});

test('an exception that a thread logged without a name, and that the build raised again, is told with the build', () => {
  const text = (again: string): string => log(`
    0 INFO claim r1 vm Claim successful on node cmp01
    1 ERROR mgr - Instance failed network setup after 1 attempt(s)
    |Traceback (most recent call last):
    |NoMoreFloatingIps: Zero floating ips available.
    3 ERROR mgr r1 vm Instance failed to spawn
    |Traceback (most recent call last):
    |  File "/usr/lib/python2.7/dist-packages/nova/compute/manager.py", line 1423, in _spawn
    |    block_device_info)
    |${again}
    4 INFO mgr r1 vm Terminating instance`);
  const loose = (again: string): number =>
    analyseText(text(again)).findings.filter(({ check }) => check === 'unknown-fault').length;
  assert.equal(loose('NoMoreFloatingIps: Zero floating ips available.'), 0);
  assert.equal(loose('WidgetJammed: no widget'), 1);
});

test('of a build of which only the failure and what follows is there it is not said how long it took', () => {
  const failure = `
    8 ERROR mgr r1 vm Instance failed block device setup
    |Traceback (most recent call last):
    |  File "/usr/lib/python2.7/dist-packages/nova/compute/manager.py", line 1392, in _prep_block_device
    |    attach_block_devices(self._attach))
    |WidgetJammed: no widget
    9.3 ERROR mgr r1 vm Build of instance ${vm} aborted: no widget`;
  const said = (rows: string): string => operationsIn(log(rows)).map((operation) =>
    outcomeText(operation, (key, slots) => `${key} ${slots?.['duration'] ?? ''}`)).join();
  assert.equal(said(failure), 'failedIn ');
  assert.match(said(`0 INFO claim r1 vm Claim successful on node cmp01${failure}`), /^failedInAfter 9\.3/);
});
