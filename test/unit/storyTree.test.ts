// What the tree tells of what lies around an operation, drawn as text from logs made of a few words a line:
// waits, trouble, holes, what happened beside the operations, where one parts from another that went well.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { lookupOf } from '../../src/core/lookup';
import type { Analysis } from '../../src/core/model';
import { english, sayIn } from '../../src/core/render/editorWords';
import { ticketLines } from '../../src/core/render/ticketText';
import { rootsOf } from '../../src/editor/tree/groupings';
import { childrenOf } from '../../src/editor/tree/nodes';
import { present } from '../../src/editor/tree/present';
import { loadStoryRows, storyRows } from '../../src/editor/tree/storyRows';
import { isStory, type TreeChoices, type TreeNode } from '../../src/editor/tree/treeNode';
import { analyseText, log, otherVm, requestId, vm } from '../support/story';

const say = sayIn(english);
const everything: TreeChoices = {
  grouping: 'instance', filter: 'all', slowPhaseSeconds: 60, shown: new Map(),
};

before(loadStoryRows);

/** The rows, two blanks a level: `label | description`; lines of the log are `line N`. */
function draw(analysis: Analysis, changes: Partial<TreeChoices> = {}): readonly string[] {
  const lookup = lookupOf(analysis);
  const choices = { ...everything, ...changes };
  const name = (source: string) => source;
  const needs = { say, lookup, nameOf: name, originOf: name, lineText: () => undefined };
  const ids = new Set<string>();
  const rows = (nodes: readonly TreeNode[], depth: number): string[] => nodes.flatMap((node) => {
    assert.ok(!ids.has(node.id), `twice: ${node.id}`);
    ids.add(node.id);
    const { label, description } = present(node, needs);
    const text = node.kind === 'line' ? `${node.note ?? ''}line ${node.place.line + 1}` : label;
    return [
      `${'  '.repeat(depth)}${text}${description && node.kind !== 'line' ? ` | ${description}` : ''}`,
      ...rows(childrenOf(node, lookup, choices), depth + 1),
    ];
  });
  return rows(rootsOf(lookup, choices), 0);
}

/** A row and what stands below it. */
function below(rows: readonly string[], label: RegExp): readonly string[] {
  const at = rows.findIndex((row) => label.test(row));
  assert.ok(at >= 0, `${label.source} among\n${rows.join('\n')}`);
  const depth = rows[at]?.search(/\S/) ?? 0;
  const end = rows.findIndex((row, index) => index > at && row.search(/\S/) <= depth);
  return rows.slice(at, end < 0 ? undefined : end).map((row) => row.slice(depth));
}

const lock = 'oslo_concurrency.lockutils';
const tracker = 'nova.compute.resource_tracker.ResourceTracker';
const contended = log(`
  0 DEBUG ${lock} r2 Lock "compute_resources" acquired by "${tracker}._update" :: waited 0.000s
  1 DEBUG mgr r1 vm Starting instance...
  8.1 DEBUG ${lock} r1 Lock "compute_resources" acquired by "${tracker}.instance_claim" :: waited 7.100s
  8.101 DEBUG ${lock} r2 Lock "compute_resources" "released" by "${tracker}._update" :: held 8.100s
  8.2 INFO claim r1 vm Claim successful on node cmp01`);

test('a wait stands below the phase that it delayed, with who had the lock and the lines', () => {
  const rows = below(draw(analyseText(contended)), /Start on the compute|waited 7\.1 s/);
  assert.match(rows[0] ?? '', / · waited 7\.1 s for compute_resources$/);
  assert.deepEqual(below(rows, /Waited/), [
    'Waited 7.1 s for the lock compute_resources | req-00000002 _update had it for 8.1 s', '  line 3', '  line 4',
  ]);
});

const port = '2fee26da-9b54-46bc-af80-0c2daee06f6e';

test('events that came, that came too late and that nobody waited for are told port by port', () => {
  const event = `network-vif-plugged-${port}`;
  const late = event.replace('2fee', '3fee');
  const rows = draw(analyseText(log(`
    0 DEBUG mgr r1 vm Starting instance...
    1 DEBUG mgr r1 vm Preparing to wait for external event ${event}
    1 DEBUG mgr r1 vm Preparing to wait for external event ${late}
    3.5 DEBUG mgr r5 vm Received event ${event}
    3.5 DEBUG mgr r5 vm Processing event ${event}
    301 WARNING virt r1 vm Timeout waiting for [('network-vif-plugged', '${late.slice(20)}')] for instance with vm_state building and task_state spawning.
    312 DEBUG mgr r6 vm Received event ${late}
    313 DEBUG mgr r7 vm Received event network-changed-${port}`)));
  const waits = rows.filter((row) => row.includes('network-')).map((row) => row.trim().split(' | ')[0]);
  assert.ok(waits.includes('Waited 2.5 s for network-vif-plugged-2fee26da'), waits.join('\n'));
  assert.ok(waits.some((row) => row?.startsWith('Waited for network-vif-plugged-3fee26da, which came after')));
  assert.ok(waits.some((row) => row?.startsWith('network-changed-2fee26da came')));
  assert.match(rows.find((row) => row.includes('came too late')) ?? '', /network-vif-plugged came too late$/);
});

const rabbit = 'oslo.messaging._drivers.impl_rabbit';
const uuid = '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567]';

test('trouble and a restart meanwhile stand together below the operation, one alone needs no such row', () => {
  const lost = `
    1 DEBUG mgr r1 vm Starting instance...
    2 ERROR ${rabbit} - ${uuid} AMQP server on 10.0.0.11:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.
    3 INFO ${rabbit} - ${uuid} Reconnected to AMQP server on 10.0.0.11:5672 via [amqp] client with port 51200.`;
  const begins = '0 INFO nova.service - Starting compute node (version 29.0.1)';
  const alone = draw(analyseText(log(`${begins}${lost}\n    4 INFO claim r1 vm Claim successful on node cmp01`)));
  assert.ok(alone.some((row) => row.startsWith('      Message bus lost')), alone.join('\n'));
  const both = draw(analyseText(log(`${begins}${lost}
    4 DEBUG virt - Updating compute service status to disabled`)));
  const rows = below(both, /Meanwhile/);
  assert.equal(rows[0], 'Meanwhile | Message bus lost · Disabled for scheduling');
  assert.deepEqual(rows.filter((row) => /^ {2}\S/.test(row)).map((row) => row.trim().split(' | ')[0]),
    ['Message bus lost', 'Disabled for scheduling']);
  const restarted = draw(analyseText(log(`${begins}${lost}
    20 INFO nova.service - Starting compute node (version 29.0.1)`)));
  assert.ok(restarted.some((row) => /nova-compute was started anew while/.test(row)), 'a diagnosis says it');
  assert.ok(!restarted.some((row) => /nova-compute was started anew \|/.test(row)), 'and it is not said twice');
});

test('by host the life of a host stands above its instances, stretch by stretch with the lines', () => {
  const rows = draw(analyseText(log(`
    0 INFO nova.service - Starting compute node (version 29.0.1)
    0.5 DEBUG nova.compute.resource_tracker r9 Auditing locally available compute resources for cmp01 (node: cmp01.example)
    1 DEBUG mgr r1 vm Starting instance...
    2 ERROR ${rabbit} - ${uuid} AMQP server on 10.0.0.11:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.
    3 INFO ${rabbit} - ${uuid} Reconnected to AMQP server on 10.0.0.11:5672 via [amqp] client with port 51200.`)), { grouping: 'host' });
  const life = below(rows, /Life of the host/);
  assert.equal(life[0], 'Life of the host | 1 trouble');
  assert.deepEqual(below(life, /Message bus lost/).slice(1), ['  line 4', '  line 5']);
});

test('of what did not go well the logs that are not here are named, with the command that shows them', () => {
  const rows = draw(analyseText(log('1 DEBUG mgr r1 vm Starting instance...')));
  const missing = below(rows, /Lines may be missing/);
  assert.ok(missing.some((row) => /^ {2}No log of nova-scheduler is here \| with packages: less .*nova-scheduler/.test(row)), missing.join('\n'));
});

test('what happened beside the operations stands among them in the order of time', () => {
  const analysis = analyseText(log(`
    1 INFO mgr r1 vm Attempting to stop, or whatever
    10 WARNING mgr r9 vm Instance shutdown by itself. Calling the stop API. Current vm_state: active, current task_state: None, original DB power_state: 1, current VM power_state: 4
    100 DEBUG mgr r1 vm Starting instance...
    101 INFO claim r1 vm Claim successful on node cmp01
    5000 INFO mgr - vm VM Stopped (Lifecycle Event)
    6000 WARNING mgr r8 other Instance is paused unexpectedly. Ignore.`));
  const rows = draw(analysis).filter((row) => /^ {2,4}\S/.test(row) && !row.includes('All lines'));
  assert.deepEqual(rows.map((row) => row.replace(/ \| .*/, '')), [
    `  ${vm.slice(0, 8)}`, '    Stopped outside Nova', '    create', '    Guest stopped',
    `  ${otherVm.slice(0, 8)}`, '    In a state that Nova did not ask for',
  ]);
  const alone = draw(analysis).find((row) => row.trim().startsWith(otherVm.slice(0, 8)));
  assert.match(alone ?? '', / \| In a state that Nova did not ask for$/);
  assert.deepEqual(draw(analysis, { filter: 'failed' }).filter((row) => row.includes('outside Nova')), []);
});

test('a failed operation says from which one that went well it parts, and shows the lines', () => {
  const boot = (seconds: number, request: string, instance: string, end: string) => `
    ${seconds} INFO claim ${request} ${instance} Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
    ${seconds + 1} INFO claim ${request} ${instance} Claim successful on node cmp01
    ${seconds + 2} INFO virt ${request} ${instance} Creating image
    ${end}`;
  const rows = draw(analyseText(log([
    boot(1, 'r1', 'other', '9 INFO mgr r1 other Took 8.00 seconds to spawn the instance on the hypervisor.\n'
      + '    10 INFO mgr r1 other Took 9.00 seconds to build instance.'),
    boot(20, 'r2', 'vm', '23 ERROR mgr r2 vm Instance failed to spawn\n'
      + '    |    libvirtError: internal error\n    24 ERROR mgr r2 vm Failed to allocate network(s)'),
  ].join('\n'))));
  const parts = below(rows, /Differs from/);
  assert.match(parts[0] ?? '', new RegExp(`^Differs from ${otherVm.slice(0, 8)} (?:in|before) \\S.* \\| which went well`));
  assert.match(parts.slice(1).join('; '), /^ {2}(?:last in common|here|there): line \d+/);
});

test('the pointer on such a row says the whole sentence, with the names of logs as people know them', () => {
  const lookup = lookupOf(analyseText(contended, log('0 DEBUG mgr r7 other Starting instance...')));
  const tips: string[] = [];
  const walk = (nodes: readonly TreeNode[]): void => nodes.forEach((node) => {
    if (isStory(node)) tips.push(...(storyRows()?.tipsOf(node, lookup, (source) => `named-${source}`) ?? []));
    walk(childrenOf(node, lookup, everything));
  });
  walk(rootsOf(lookup, everything));
  assert.ok(tips.some((tip) => tip.includes(requestId('r2')) && tip.includes('compute_resources')), tips.join('\n'));
  assert.ok(tips.some((tip) => tip.startsWith('no log of nova-')));
});

test('a row of the analysis before tells what is known now: VS Code asks for what is below rows of both', () => {
  const lookups = [contended, contended].map((text) => lookupOf(analyseText(text)));
  const [before, now] = lookups;
  assert.ok(before && now);
  const all = (nodes: readonly TreeNode[]): readonly TreeNode[] =>
    nodes.flatMap((node) => [node, ...all(childrenOf(node, before, everything))]);
  const row = all(rootsOf(before, everything)).find(({ kind }) => kind === 'operation');
  assert.ok(row);
  const drawn = (lookup: typeof now, node = row): readonly string[] =>
    childrenOf(node, lookup, everything).flatMap((one) => [one.id, ...drawn(lookup, one)]);
  assert.ok(drawn(before).some((id) => id.includes('/wait:')));
  assert.deepEqual(drawn(now), drawn(before));
});

test('what a scheduler says of requests without an instance stands below its log', () => {
  const rows = draw(analyseText(log(`
    0 INFO sch r1 Got no allocation candidates from the Placement API. This could be due to insufficient resources or a temporary occurrence as compute nodes start up.`)));
  assert.deepEqual(rows.slice(0, 2), [
    'log0 | 0 instances',
    '  Placement named no host for a request: no filter was asked, and NoValidHost follows. | stated by the log',
  ]);
});

test('an empty log is called so, and not one of something else', () => {
  assert.deepEqual(draw(analyseText('')), ['log0 | empty']);
  assert.deepEqual(draw(analyseText('some text')), ['log0 | no line of Nova in it']);
});

test('what is copied for a ticket names the instance and the logs, and each log in its lines where several tell', () => {
  const failed = log('1 ERROR mgr r1 vm Instance failed to spawn: WidgetError: jammed');
  const one = analyseText(failed);
  const operations = one.timelines[0]?.operations ?? [];
  const lines = ticketLines(operations, () => one, (source) => `widget-${source}`);
  assert.equal(lines[0], `${vm} · widget-${one.digests[0]?.source ?? ''}`);
  assert.match(lines[1] ?? '', /✗ create.* · failed in spawn on the hypervisor · WidgetError/);
  assert.ok(lines.some((line) => /root cause +WidgetError at line 1/.test(line)), lines.join('\n'));
  assert.deepEqual(ticketLines([], () => one, (source) => source), []);
});
