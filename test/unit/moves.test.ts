// Moves and what lies beside operations: lanes, progress, occurrences, and hosts that gave up.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineLines } from '../../src/core/render/timelineText';
import { analyseText, log, stories, vm } from '../support/story';

const states = 'Current vm_state: active, current task_state: None, original DB power_state: 1, '
  + 'current VM power_state: 4';

test('a host that gave up says why, and does not mean that the build failed: Nova may have gone on', () => {
  assert.deepEqual(stories(analyseText(log(`
    0 ERROR util r1 vm Error from last host: cmp01 (node cmp01): ['Traceback (most recent call last):\\n', 'RescheduledException: Build of instance ${vm} was re-scheduled: timed out\\n']`))),
  ['create? unknown | RescheduledException@1']);
  assert.match(stories(analyseText(log(`
    0 ERROR util r1 vm Error from last host: cmp01 (node cmp01): ['Traceback (most recent call last):\\n', 'RescheduledException: Build of instance ${vm} was re-scheduled: timed out\\n']
    1 WARNING util r1 vm Failed to compute_task_build_instances: No valid host was found. There are not enough hosts available.`)))[0] ?? '',
  /^create failed in scheduling/);
});

test('the copying of a live migration tells how far it is, how fast, and its limit', () => {
  const running = (seconds: number, left: number): string => `Migration running for ${seconds} secs, memory ${left}% `
    + `remaining (bytes processed=${seconds * 104_857_600}, remaining=${left * 85_899_346}, total=8589934592); disk `
    + '100% remaining (bytes processed=0, remaining=0, total=0).';
  const analysis = analyseText(log(`
    31 INFO virt r1 vm ${running(30, 60)}
    62 INFO virt r1 vm ${running(61, 20)}`));
  const [operation] = analysis.timelines[0]?.operations ?? [];
  const phase = operation?.phases.find(({ id }) => id === 'migrating');
  assert.equal(operation?.outcome, 'in-progress');
  // the line counts the seconds since the copying began
  assert.equal(phase?.begin, (phase?.at?.time ?? 0) - 30_000);
  const told = phase?.progress?.samples.map(({ seconds, percent }) => [seconds, percent]);
  assert.deepEqual(told, [[30, 60], [61, 20]]);
  assert.equal(phase?.progress?.bytesPerSecond, 104_857_600);
  assert.deepEqual(phase?.progress?.limit, { option: 'libvirt.live_migration_completion_timeout',
    secondsPerGib: 800, seconds: 6400, basis: 'default', atLeast: false });
  assert.equal(operation?.unattributedSeconds, 0);
});

test('the side of a line that does not say it is that of its log', () => {
  const analysis = analyseText(log(`
    0 INFO mgr r1 vm Took 2.20 seconds for pre_live_migration on destination host cmp02.
    5 INFO virt r1 vm Migration operation has completed
    9 INFO mgr r1 vm Migrating instance to cmp02 finished successfully.`), log(`
    6 INFO mgr r1 vm Post operation of migration started
    7 INFO os_vif r1 Successfully plugged vif VIFOpenVSwitch(active=False)`));
  const [operation] = analysis.timelines[0]?.operations ?? [];
  const lanes = operation?.attempts.map(({ role, phases }) =>
    `${role}: ${phases.map(({ id }) => id).join(' ')}`);
  assert.deepEqual(lanes, [
    'source: pre_live_migration migrating post_live_migration',
    'destination: vif_plug post_live_migration_at_destination',
  ]);
  assert.deepEqual(operation?.route, { source: undefined, destination: 'cmp02' });
});

test('an event of the hypervisor is explained by the operation around it, or by none', () => {
  const analysis = analyseText(log(`
    0 INFO mgr r1 vm Pausing
    0.4 INFO mgr - vm VM Paused (Lifecycle Event)
    4000 INFO mgr - vm VM Stopped (Lifecycle Event)
    4001 INFO mgr r9 vm During _sync_instance_power_state the DB power_state (1) does not match the vm_power_state from the hypervisor (4). Updating power_state in the DB to match the hypervisor.
    4001.1 WARNING mgr r9 vm Instance shutdown by itself. Calling the stop API. ${states}
    4002 INFO mgr r9 vm Instance is already powered off in the hypervisor when stop is called.`));
  assert.deepEqual(stories(analysis), ['pause success', 'stop success']);
  const told = analysis.timelines[0]?.occurrences?.map(({ kind, state, during }) => [kind, state, !during]);
  assert.deepEqual(told, [
    ['lifecycle', 'Paused', false], ['lifecycle', 'Stopped', true], ['state-differs', '4', true],
    ['stopped-by-itself', '4', true],
  ]);
});

test('a guest that comes in is explained by the live migration, also before its host logs that it takes over', () => {
  const during = (text: string) => analyseText(log(text)).timelines[0]?.occurrences
    ?.map(({ kind, state, during: id }) => [kind, state, id !== undefined]);
  const takesOver = '20 INFO mgr r1 vm Post operation of migration started';
  assert.deepEqual(during(`
    8 INFO mgr - vm VM Started (Lifecycle Event)
    9 INFO mgr - vm During the sync_power process the instance has moved from host cmp01 to host cmp02
    9.5 INFO mgr - vm VM Stopped (Lifecycle Event)
    ${takesOver}`),
  [['lifecycle', 'Started', true], ['moved', undefined, true], ['lifecycle', 'Stopped', false]]);
  assert.deepEqual(during(`
    8 INFO mgr - vm VM Started (Lifecycle Event)
    ${takesOver.replace('20', '900')}`), [['lifecycle', 'Started', false]], 'long before');
  assert.deepEqual(during(`
    1 INFO mgr - vm VM Stopped (Lifecycle Event)
    2 INFO mgr - vm VM Paused (Lifecycle Event)
    5 INFO virt - vm Instance spawned successfully.`),
  [['lifecycle', 'Stopped', false], ['lifecycle', 'Paused', true]], 'a build whose first lines are not there');
});

test('an instance that stopped by itself is told though no operation is there', () => {
  const analysis = analyseText(log(`
    0 INFO mgr - vm VM Stopped (Lifecycle Event)
    1 WARNING mgr r9 vm Instance shutdown by itself. Calling the stop API. ${states}`));
  assert.deepEqual(analysis.timelines.map(({ operations }) => operations.length), [0]);
  const text = [...timelineLines(analysis, { paint: (_style, words) => words, full: false })].join('\n');
  assert.match(text, /the guest is stopped; no operation in these logs explains it/);
  assert.match(text, /found switched off without a request to Nova/);
});

test('a phase that an exception ended right behind its last line took until then, and no time is unaccounted for', () => {
  const arriving = (...between: readonly string[]) => analyseText(log(`
1 INFO mgr r1 vm Post operation of migration started
${between.join('\n')}
3.5 ERROR rpc r1 Exception during message handling
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9000, in post_live_migration_at_destination
|    self.driver.post_live_migration_at_destination(context, instance)
|AttributeError: no such thing`)).timelines.flatMap(({ operations }) => operations).map(({ phases, failedPhase, unattributedSeconds }) =>
    [phases.find(({ id }) => id === failedPhase)?.seconds, unattributedSeconds]);
  assert.deepEqual(arriving(), [[2.5, 0]]);
  assert.deepEqual(arriving('2 INFO virt r1 vm Deletion of /x complete'), [[undefined, 2.5]], 'Nova had cleaned up meanwhile');
});
