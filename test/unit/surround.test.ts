// Stories from Nova's own templates → what is said beyond one operation: waits, groups, hosts, holes, paces,
// divergence; and that it shrinks with the lines and never turns false.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Operation, Wait } from '../../src/core/model';
import { seeded } from '../support/corpus';
import { analyseText, log, otherVm, requestId, vm } from '../support/story';

const tracker = 'nova.compute.resource_tracker.ResourceTracker';
const port = '2fee26da-9b54-46bc-af80-0c2daee06f6e';

function operationsOf({ timelines, story }: Analysis): readonly Operation[] {
  return timelines.flatMap(({ operations }) => operations.map((one) => story?.tell(one) ?? one));
}

function waits(...texts: readonly string[]): readonly string[] {
  return operationsOf(analyseText(...texts)).flatMap(({ waits: own = [] }) => own.map(waitLine));
}

function waitLine({ kind, name, outcome, seconds, phase, holders }: Wait): string {
  const whom = holders.map(({ by, request, seconds: held, at }) =>
    `${by.slice(by.lastIndexOf('.') + 1)} ${request?.slice(0, 12) ?? '-'} ${held ?? 'still'} @${at.line + 1}`);
  const head = `${kind} ${name} ${outcome} ${seconds ?? '?'} in ${phase ?? '-'}`;
  return whom.length === 0 ? head : `${head}: ${whom.join(', ')}`;
}

const lock = 'oslo_concurrency.lockutils';

test('a wait for a lock names who had it meanwhile, in the phase that it delayed', () => {
  assert.deepEqual(waits(log(`
    0 DEBUG ${lock} r2 Lock "compute_resources" acquired by "${tracker}._update" :: waited 0.000s
    1 DEBUG mgr r1 vm Starting instance...
    8.1 DEBUG ${lock} r1 Lock "compute_resources" acquired by "${tracker}.instance_claim" :: waited 7.100s
    8.101 DEBUG ${lock} r2 Lock "compute_resources" "released" by "${tracker}._update" :: held 8.100s
    8.2 INFO claim r1 vm Claim successful on node cmp01
    8.3 INFO claim r1 vm Attempting claim: memory 2048 MB, disk 20 GB, vcpus 1 CPU`)), [
    'lock compute_resources got 7.1 in start: _update req-00000002 8.1 @4',
  ]);
});

test('a lock that was asked for and never got is a wait without an end, and says who has it', () => {
  assert.deepEqual(waits(log(`
    0 DEBUG ${lock} r2 Acquiring lock "compute_resources" by "${tracker}._update"
    0 DEBUG ${lock} r2 Lock "compute_resources" acquired by "${tracker}._update" :: waited 0.000s
    1 DEBUG mgr r1 vm Starting instance...
    2 DEBUG ${lock} r1 Acquiring lock "compute_resources" by "${tracker}.instance_claim"
    99 INFO mgr r9 other VM Started (Lifecycle Event)`)), [
    'lock compute_resources open ? in start: _update req-00000002 still @2',
  ]);
});

test('before Kilo a semaphore is waited for between two lines, short waits are not told', () => {
  const old = 'nova.openstack.common.lockutils';
  assert.deepEqual(waits(log(`
    0 AUDIT mgr r1 vm Starting instance...
    1 DEBUG nova.utils r1 Attempting to grab semaphore "compute_resources" for method "instance_claim"...
    3 DEBUG nova.utils r1 Got semaphore "compute_resources" for method "instance_claim"...
    4 DEBUG ${lock} r1 Lock "x" acquired by "${tracker}.y" :: waited 0.099s
    4 DEBUG ${old} r1 Acquired semaphore "x"`)), ['lock compute_resources got 2 in start']);
});

test('of external events it is told which came when, which too late, and which never', () => {
  const event = `network-vif-plugged-${port}`;
  const late = event.replace('2fee', '3fee');
  const never = event.replace('2fee', '4fee');
  const before = `
    0 DEBUG mgr r1 vm Starting instance...
    1 DEBUG mgr r1 vm Preparing to wait for external event ${event}
    1 DEBUG mgr r1 vm Preparing to wait for external event ${late}
    1 DEBUG mgr r1 vm Preparing to wait for external event ${never}`;
  assert.deepEqual(waits(log(`${before}
    3.5 DEBUG mgr r5 vm Received event ${event}
    3.5 DEBUG mgr r5 vm Processing event ${event}
    301 WARNING virt r1 vm Timeout waiting for [('network-vif-plugged', '${late.slice(20)}'), ('network-vif-plugged', '${never.slice(20)}')] for instance with vm_state building and task_state spawning.
    312 DEBUG mgr r6 vm Received event ${late}
    312 DEBUG mgr r6 vm No waiting events found dispatching ${late}`)), [
    `event ${event} got 2.5 in vif_plug`,
    `event ${late} late 311 in vif_plug`,
    `event ${never} timed-out 300 in vif_plug`,
  ]);
});

test('time that passed in waiting is accounted for, also where the phase does not say when it began', () => {
  const [boot] = operationsOf(analyseText(log(`
    0 DEBUG mgr r1 vm Starting instance...
    1 DEBUG mgr r1 vm Preparing to wait for external event network-vif-plugged-${port}
    301 WARNING virt r1 vm Timeout waiting for [('network-vif-plugged', '${port}')] for instance with vm_state building and task_state spawning.
    303 ERROR mgr r1 vm Instance failed to spawn: nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed`)));
  assert.deepEqual(boot?.waits?.map(({ seconds }) => seconds), [300]);
  assert.ok((boot?.unattributedSeconds ?? 99) <= 3, `of 303 s ${boot?.unattributedSeconds} are not accounted for`);
});

test('an event for which nobody waits is no wait, and one of the API is joined with that of the host', () => {
  assert.deepEqual(waits(log(`
    0 DEBUG mgr r1 vm Starting instance...
    1 INFO nova.api.openstack.compute.server_external_events r3 Creating event network-changed:None for instance ${vm}
    1.2 DEBUG mgr r3 vm Received event network-changed`)), ['event network-changed received ? in start']);
});

/** A boot on a host that ends well, or fails for want of a volume. */
function boot(second: number, request: string, instance: string, host: string, ends: 'well' | 'badly'): string {
  const head = `
    ${second} INFO claim ${request} ${instance} Attempting claim on node ${host}: memory 2048 MB, disk 20 GB, vcpus 1 CPU
    ${second + 1} INFO claim ${request} ${instance} Claim successful on node ${host}`;
  return ends === 'well' ? `${head}
    ${second + 3} INFO virt ${request} ${instance} Instance spawned successfully.
    ${second + 4} INFO mgr ${request} ${instance} Took 4.00 seconds to spawn the instance on the hypervisor.
    ${second + 5} INFO mgr ${request} ${instance} Took 5.00 seconds to build instance.` : `${head}
    ${second + 3} ERROR mgr ${request} ${instance} Instance failed to spawn
    |Traceback (most recent call last):
    |  File "/usr/lib/python3/dist-packages/nova/compute/manager.py", line 2000, in _prep_block_device
    |    wait()
    |nova.exception.VolumeNotCreated: Volume 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f7${second % 10} did not finish being created even after we waited ${second} seconds or 60 attempts.`;
}

/** Every instance its own id: `vm` stands for the seed of the line. */
function numbered(text: string, number: number): string {
  return text.replaceAll(vm, vm.replace(/.{4}$/, String(1000 + number)))
    .replaceAll(otherVm, otherVm.replace(/.{4}$/, String(1000 + number)));
}

function cloud(): string {
  const boots = Array.from({ length: 12 }, (_, number) => {
    const host = number % 3 === 0 ? 'cmp02' : 'cmp01';
    const ends = host === 'cmp02' ? 'badly' : 'well';
    return numbered(log(boot(number * 20, `r${number + 1}`, 'vm', host, ends)), number);
  });
  return boots.join('\n');
}

test('failures of one cause are a group, whatever ids and numbers their texts have', () => {
  const { groups = [] } = analyseText(cloud());
  const lines = groups.flatMap(({ places }) => places.map(({ line }) => line + 1));
  assert.deepEqual(lines, [7, 24, 41, 58]);
  assert.deepEqual(groups.map(({ type, message, frame, kinds, hosts, unknownHosts, shared }) =>
    ({ type, message, frame, kinds, hosts, unknownHosts, shared })), [{
    type: 'VolumeNotCreated',
    message: 'Volume <id> did not finish being created even after we waited <n> seconds or <n> attempts.',
    frame: 'nova/compute/manager.py:_prep_block_device',
    kinds: ['create'],
    hosts: [{ host: 'cmp02', count: 4 }],
    unknownHosts: 0,
    shared: [{ trait: 'host', value: 'cmp02', others: 8, othersWell: 8 }],
  }]);
});

test('percentiles are told from eight samples on, with who is out of line', () => {
  const { story } = analyseText(cloud());
  const claim = story?.paces().filter(({ phase }) => phase === 'claim')
    .map(({ host, count, p50, p95, outliers }) => ({ host, count, p50, p95, outliers: outliers.length }));
  assert.deepEqual(claim, [
    { host: undefined, count: 12, p50: 1, p95: 1, outliers: 0 },
    { host: 'cmp01', count: 8, p50: 1, p95: 1, outliers: 0 },
  ]);
});

test('a failed boot parts from the nearest good one of its host, else of its kind, where the lines differ', () => {
  const analysis = analyseText(cloud());
  const operations = analysis.timelines.flatMap((timeline) => timeline.operations);
  const failed = operations.find(({ outcome }) => outcome === 'failed');
  assert.ok(failed);
  const parted = analysis.story?.divergence(failed);
  const { part, phase, shared, sameUntil } = parted ?? {};
  assert.deepEqual([part, phase, shared, sameUntil?.here.line], ['line', 'spawning', ['size'], 1]);
});

test('boots part in the phase that was given up, not around it, nor in one that comes before all of it', () => {
  const start = (second: number, request: string, who: string) => `
    ${second} DEBUG mgr ${request} ${who} Start spawning the instance on the hypervisor.
    ${second + 1} DEBUG virt ${request} ${who} Start _get_guest_xml network_info=[] disk_info={} image_meta=ImageMeta rescue=None block_device_info={}
    ${second + 2} INFO vif ${request} Successfully plugged vif VIFOpenVSwitch(active=False)`;
  const boots = analyseText(log(`${start(0, 'r1', 'vm')}
    300 WARNING virt r1 vm Timeout waiting for [('network-vif-plugged', '${port}')] for instance with vm_state building and task_state spawning.: eventlet.timeout.Timeout: 300 seconds
    301 ERROR mgr r1 vm Instance failed to spawn: nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed
    302 DEBUG mgr r1 vm Deallocating network for instance
    ${start(400, 'r2', 'other').trim()}
    410 INFO mgr r2 other Took 9.50 seconds to spawn the instance on the hypervisor.
    411 INFO mgr r2 other Took 11.50 seconds to build instance.`));
  const failed = boots.timelines.find(({ instance }) => instance === vm)?.operations[0];
  assert.ok(failed);
  assert.equal(failed.failedPhase, 'vif_plug');
  assert.equal(failed.phases.find(({ id }) => id === 'spawning')?.outcome, 'failed');
  assert.equal(boots.story?.divergence(failed)?.phase, 'vif_plug');

  const good = [
    '0 DEBUG api r1 vm Going to try to live migrate instance to cmp02',
    '1 INFO mgr r1 vm Took 2.20 seconds for pre_live_migration on destination host cmp02.',
    '9 INFO mgr r1 vm Migrating instance to cmp02 finished successfully.'].join('\n');
  const refused = '60 WARNING util r2 vm Failed to compute_task_migrate_server: Unable to migrate instance '
    + `(${vm}) to current host (cmp02).`;
  const moves = analyseText(log(`${good}\n${refused}`));
  const stopped = moves.timelines[0]?.operations.at(-1);
  assert.ok(stopped);
  assert.deepEqual(moves.timelines[0]?.operations.map(({ outcome }) => outcome), ['success', 'failed']);
  assert.equal(moves.story?.divergence(stopped), undefined);
});

test('a log begins in the middle of an operation, not of what began after another one or after its service', () => {
  const rows = `
    3 INFO mgr r1 vm Took 2.20 seconds for pre_live_migration on destination host cmp02.
    4 DEBUG virt r1 vm Migration running for 0 secs, memory 100% remaining (bytes processed=0, remaining=0, total=0)
    9 INFO mgr r1 vm Migrating instance to cmp02 finished successfully.
    20 INFO mgr r2 vm Post operation of migration started`;
  const heads = (text: string) => operationsOf(analyseText(log(text)))
    .map(({ context }) => context?.holes.some(({ kind }) => kind === 'head') ?? false);
  assert.deepEqual(heads(rows), [true, false]);
  assert.deepEqual(heads(`1 INFO nova.service - Starting compute node (version 29.0.1)${rows}`), [false, false]);
});

test('what a service loses lies in the lane of its host, and around the operation that ran meanwhile', () => {
  const rabbit = 'oslo.messaging._drivers.impl_rabbit';
  const id = '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567]';
  const analysis = analyseText(log(`
    0 INFO nova.service - Starting compute node (version 29.0.1)
    1 DEBUG nova.compute.resource_tracker r9 Auditing locally available compute resources for cmp01 (node: cmp01.example)
    ${boot(10, 'r1', 'vm', 'cmp01.example', 'well').trim()}
    11.5 ERROR ${rabbit} - ${id} AMQP server on 10.0.0.11:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.
    12.5 ERROR ${rabbit} - ${id} AMQP server on 10.0.0.11:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.
    13.5 INFO ${rabbit} - ${id} Reconnected to AMQP server on 10.0.0.11:5672 via [amqp] client with port 51200.
    90 INFO oslo_service.service - Caught SIGTERM, handling`).split('\n').sort().join('\n'));
  const [lane, ...others] = analysis.hosts ?? [];
  assert.deepEqual(others, []);
  const asked = lane?.claims.map((claim) => [claim.outcome, claim.asked.memory]);
  assert.deepEqual([lane?.host, lane?.services, asked], ['cmp01', ['nova-compute'], [['success', 2048]]]);
  assert.deepEqual(lane?.spans.map(({ kind, begin, end, count }) => [kind, begin?.line, end?.line, count]),
    [['service', 0, 10, 2], ['amqp-lost', 4, 7, 3]]);
  assert.deepEqual(operationsOf(analysis).map(({ context }) => context?.spans.map(({ kind }) => kind)), [['amqp-lost']]);
});

test('a silence of a busy log is a hole, and the operation that it cuts says so', () => {
  const busy = Array.from({ length: 150 }, (_, second) => `${second} INFO mgr r99 other VM Resumed (Lifecycle Event)`);
  const after = busy.map((row, second) => row.replace(/^\d+/, String(2000 + second)));
  const analysis = analyseText(log([
    ...busy, '149.5 DEBUG mgr r1 vm Starting instance...', ...after].join('\n')));
  const [first, ...others] = analysis.holes ?? [];
  assert.deepEqual([first?.kind, first?.from?.line, first?.to?.line, first?.seconds], ['silence', 150, 151, 1850.5]);
  assert.deepEqual(others.map(({ kind, service }) => [kind, service]),
    [['service', 'nova-api'], ['service', 'nova-scheduler']]);
  const create = operationsOf(analysis).find(({ kind }) => kind === 'create');
  assert.deepEqual(create?.context?.holes.map(({ kind }) => kind), ['silence']);
});

test('a few tracebacks that were pasted below each other do not tell how long silences are', () => {
  const rows = (second: number) => Array.from({ length: 80 }, () => `${second} ERROR mgr r1 vm Failed somehow`);
  assert.deepEqual((analyseText(log([...rows(0), ...rows(2000)].join('\n'))).holes ?? []).map(({ kind }) => kind)
    .filter((kind) => kind === 'silence'), []);
});

test('between excerpts that somebody put below each other there is no silence', () => {
  const busy = Array.from({ length: 150 }, (_, second) => `${second} INFO mgr r99 other VM Resumed (Lifecycle Event)`);
  const after = busy.map((row, second) => row.replace(/^\d+/, String(2000 + second)));
  const kinds = (...words: readonly string[]) => {
    const rows = [...busy, '149.5 DEBUG mgr r1 vm Starting instance...', ...words.map((line) => `>${line}`), ...after];
    return (analyseText(log(rows.join('\n'))).holes ?? []).map(({ kind }) => kind);
  };
  assert.ok(kinds().includes('silence'));
  const packages = Array.from({ length: 90 }, (_, at) => `ii  widget-${at}  1:2.3~cloud0  amd64  Makes widgets`);
  assert.ok(!kinds('root@widget:~# dpkg -l', ...packages).includes('silence'));
});

test('a silence before an operation began, or after it was over, lacks nothing of it', () => {
  const busy = (from: number) => Array.from({ length: 150 }, (_, second) =>
    `${from + second} INFO mgr r99 other VM Resumed (Lifecycle Event)`);
  const holesOf = (...rows: readonly string[]) => operationsOf(analyseText(log(rows.join('\n'))))
    .filter(({ request }) => request !== requestId('r99')).map(({ context }) => context?.holes.map(({ kind }) => kind) ?? []);
  const failed = 'ERROR mgr r1 vm Instance failed to spawn: InstanceNotFound: gone';
  assert.deepEqual(holesOf(...busy(0), `149.5 ${failed}`, ...busy(2000)), [[]], 'over before it');
  assert.deepEqual(holesOf(...busy(0), `2000 ${failed}`, ...busy(2001)), [[]], 'begun behind it');
  assert.deepEqual(holesOf(...busy(0), '149.5 DEBUG mgr r1 vm Starting instance...', `2000 ${failed}`, ...busy(2001)),
    [['silence']], 'around it');
});

test('logs that are one stream tell where a rotated file is missing, and where time is', () => {
  const names = ['nova-compute.log.5.gz', 'nova-compute.log.3', 'nova-compute.log.2', 'nova-compute.log'];
  const digests = names.map((name, at) => {
    const reader = openDigest(name);
    const rows = [0, 30, 60].map((second) => `${(at === 3 ? 4000 : 0) + at * 61 + second} INFO mgr r1 vm VM Started (Lifecycle Event)`);
    reader.push(new TextEncoder().encode(log(rows.join('\n'))));
    return reader.end();
  });
  const { holes = [] } = analyse(digests, defaultLimits);
  const told = holes.map(({ kind, from, to, count, seconds }) =>
    [kind, from?.source, to?.source, count, seconds]);
  assert.deepEqual(told, [
    ['rotation', 'nova-compute.log.5.gz', 'nova-compute.log.3', 1, 1],
    ['rotation', 'nova-compute.log.2', 'nova-compute.log', 1, 4001],
  ]);
});

test('a service that starts anew in the middle of a boot is a hole of that boot only', () => {
  const analysis = analyseText(log(`
    1 INFO claim r1 vm Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
    2 INFO claim r1 vm Claim successful on node cmp01
    9 INFO oslo_service.service - Caught SIGTERM, handling
    20 INFO nova.service - Starting compute node (version 29.0.1)
    ${boot(30, 'r2', 'other', 'cmp01', 'well').trim()}`));
  assert.deepEqual(operationsOf(analysis).map(({ instance, context }) =>
    [instance === vm, context?.holes.map(({ kind, from, to }) => [kind, from?.line, to?.line]) ?? []]),
  [[true, [['restart', 2, 3]]], [false, []]]);
});

test('an operation that stands names what was lost once its last line was written, with the line', () => {
  const rabbit = 'oslo.messaging._drivers.impl_rabbit';
  const server = '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567] AMQP server on 10.0.0.11:5672';
  const stuck = (lost: number) => analyseText(log([
    `${lost} ERROR ${rabbit} - ${server} is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.`,
    `${lost + 2} INFO ${rabbit} - [a3f4aa0d-a2f6-4d6e-9f3e-16529d874567] Reconnected to AMQP server on 10.0.0.11:5672 via [amqp] client with port 51200.`,
    '101 DEBUG mgr r1 vm Starting instance...',
    '900 INFO mgr r9 other VM Started (Lifecycle Event)',
  ].sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b)).join('\n')))
    .findings.find(({ check }) => check === 'stuck-operation');
  assert.equal(stuck(110)?.args['meanwhile'], 'amqp-lost');
  assert.deepEqual(stuck(110)?.related.map(({ line }) => line), [1]);
  assert.equal(stuck(10)?.args['meanwhile'], undefined, 'it was back before');
  assert.equal(stuck(850)?.args['meanwhile'], undefined, 'long after it');
});

test('without some of the lines every claim is one that the whole log makes, too', () => {
  const lines = cloud().split('\n');
  const known = claims(lines.join('\n'));
  const random = seeded(11);
  for (let round = 0; round < 40; round += 1) {
    const from = Math.floor(random() * lines.length);
    const count = 1 + Math.floor(random() * 12);
    const blank = lines.map((line, at) => (at >= from && at < from + count ? '' : line));
    for (const claim of claims(blank.join('\n'))) assert.ok(known.has(claim), `${from}+${count}: ${claim}`);
  }
});

/** What must not turn up where lines are taken away: a cause with a line and its host. */
function claims(text: string): ReadonlySet<string> {
  const { groups = [], hosts = [] } = analyseText(text);
  const causes = groups.flatMap(({ type, places }) => (type === undefined ? [] : places.map(({ line }) => `${type} ${line}`)));
  const hostsOfCauses = groups.flatMap((group) => group.hosts.map(({ host }) => `${group.type ?? '-'} on ${host}`));
  const lanes = hosts.flatMap(({ claims: own }) => own.map(({ at, asked }) => `claim ${at.line} ${asked.memory}`));
  return new Set([...causes, ...hostsOfCauses.filter((one) => !one.startsWith('-')), ...lanes]);
}

test('a request id is told with its operation', () => {
  const [operation] = operationsOf(analyseText(cloud()));
  assert.equal(operation?.request, requestId('r1'));
});

test('in the journal of a host silences are of services of the cloud, and do not lead into another year', () => {
  const clock = (second: number) =>
    new Date(Date.UTC(2024, 2, 11, 14, 0, second)).toISOString().slice(11, 19);
  const of = (unit: string, from: number) => Array.from({ length: 150 }, (_, at) =>
    `Mar 11 ${clock(from + at)} cmp01 ${unit}[7]: INFO nova.compute.manager [-] widget ${at}`);
  const silences = (rows: readonly string[]) => (analyseText(rows.join('\n')).holes ?? [])
    .flatMap(({ kind, service }) => (kind === 'silence' ? [service] : []));
  assert.deepEqual(silences([...of('nova-compute', 0), ...of('nova-compute', 2000)]), ['nova-compute']);
  assert.deepEqual(silences([...of('widgetd', 0), ...of('widgetd', 2000)]), []);
  const dated = '2024-03-11 14:40:00.000 7 INFO nova.compute.manager [-] widget';
  assert.deepEqual(silences([...of('nova-compute', 0), dated]), []);
});
