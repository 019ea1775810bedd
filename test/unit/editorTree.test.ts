// The tree drawn as text from analyses made by hand: levels, order, filters, pages, ids.

import assert from 'node:assert';
import { test } from 'node:test';
import { groupCauses } from '../../src/core/groups/causeGroups';
import { lookupOf } from '../../src/core/lookup';
import type { Diagnosis, Digest, Finding, Operation } from '../../src/core/model';
import { english, sayIn } from '../../src/core/render/editorWords';
import { daySpan, phaseTitle } from '../../src/core/render/titles';
import { findOperation, findPhase, pageFor } from '../../src/editor/tree/find';
import { rootsOf } from '../../src/editor/tree/groupings';
import { childrenOf } from '../../src/editor/tree/nodes';
import { PAGE, type NodeOf, type TreeChoices, type TreeNode } from '../../src/editor/tree/treeNode';
import { present } from '../../src/editor/tree/present';
import { sizeText } from '../../src/editor/tree/presentLarge';
import {
  at,
  makeAnalysis,
  makeAttempt,
  makeDigest,
  makeFault,
  makeOperation,
  makePhase,
  source,
  uuid,
} from '../support/analysisBuilder';

const say = sayIn(english);

const everything: TreeChoices = {
  grouping: 'instance', filter: 'all', slowPhaseSeconds: 60, shown: new Map(),
};

/** The tree as text: two blanks per level, label, description. */
function draw(
  operations: readonly Operation[], changes: Partial<TreeChoices> = {}, digests?: readonly Digest[],
  findings: readonly Finding[] = [],
): string[] {
  const lookup = lookupOf({ ...makeAnalysis(operations, digests), findings });
  const choices: TreeChoices = { ...everything, ...changes };
  const nameOf = (name: string) => name.slice(8);
  const needs = { say, lookup, nameOf, originOf: nameOf, lineText: () => 'a line' };
  const rows = (nodes: readonly TreeNode[], depth: number): string[] =>
    nodes.flatMap((node) => {
      const { label, description } = present(node, needs);
      return [
        `${'  '.repeat(depth)}${label}${description && ` | ${description}`}`,
        ...rows(childrenOf(node, lookup, choices), depth + 1),
      ];
    });
  return rows(rootsOf(lookup, choices), 0);
}

const failed = makeOperation(0, 189, {
  outcome: 'failed',
  failedPhase: 'block_device_mapping',
  rootCause: makeFault('nova.exception.VolumeNotCreated', 150),
  phases: [
    makePhase('claim', [1]),
    makePhase('block_device_mapping', [3, 150], { seconds: 189, outcome: 'failed' }),
    makePhase('image', [], { outcome: 'not-visible', needs: 'DEBUG' }),
  ],
  unattributedSeconds: 12,
});

test('a log, its instances, their operations, phases and lines stand below one another', () => {
  assert.deepEqual(
    draw([failed]).map((row) => row.replace(/10:\d\d:\d\d\.\d+/, 'TIME')),
    [
      'nova-compute.log | 1 failed · 1 instance',
      '  11111111 | VolumeNotCreated: create failed',
      '    create | VolumeNotCreated · failed in block device mapping after 189 s',
      `      ${phaseTitle('claim')}`,
      '        a line | TIME · line 2',
      '      Block device mapping | 189 s · failed',
      '        a line | TIME · line 4',
      '        VolumeNotCreated | root cause · line 151 · it broke',
      `      ${phaseTitle('image')} | not visible, DEBUG would show it`,
      '      Unattributed time | 12 s',
    ],
  );
});

test('operations of one kind are told apart by their times, with the day where it is another one', () => {
  const [day, hour] = [86_400, 3600];
  const later = [hour, day].map((begin) => makeOperation(begin, begin + 1, { kind: 'reboot' }));
  const rows = draw([makeOperation(0, 1), makeOperation(5, 6, { kind: 'reboot' }), ...later])
    .filter((row) => /^ {4}(?:create|reboot)/.test(row)).map((row) => row.trim());
  const tomorrow = new Date((at(day).time ?? 0)).toISOString().slice(5, 10);
  assert.deepEqual(rows.map((row) => row.replace(/\.\d+/g, '')), [
    'create | done in 1 s', 'reboot | done in 1 s · 10:00:05', 'reboot | done in 1 s · 11:00:00',
    `reboot | done in 1 s · ${tomorrow} 10:00:00`,
  ]);
});

const loose: Finding = {
  check: 'unknown-fault', severity: 'information', instance: undefined, operation: undefined, related: [],
  at: at(80), args: { type: 'UnableToMigrateToSelf', message: 'Unable to migrate', count: 2, logger: 'nova' },
};

test('a log without an instance shows the exceptions that it tells, each at its line', () => {
  assert.deepEqual(draw([], {}, undefined, [loose]), [
    'nova-compute.log | 0 instances · 1 exception',
    '  UnableToMigrateToSelf | 10:01:20.000 · line 81 · 2 times · Unable to migrate',
  ]);
  const beside = draw([failed], {}, undefined, [loose]);
  assert.equal(beside[0], 'nova-compute.log | 1 failed · 1 instance');
  assert.match(beside.at(-1) ?? '', /^ {2}UnableToMigrateToSelf /);
  assert.deepEqual(draw([], { filter: 'failed' }, undefined, [loose]).length, 1);
});

test('of a traceback each line says what it says, and the line of the exception which it is', () => {
  const fault = makeFault('nova.exception.NoValidHost', 9, { firstLine: 2, lastLine: 9 });
  const digest = { ...makeDigest({}, { [uuid]: [3, 9] }), faults: [fault] };
  const [, ...rows] = draw([makeOperation(0, 1)], {}, [digest]);
  assert.deepEqual(rows.slice(-2).map((row) => row.trim().split(' | ')[0]), ['a line', 'NoValidHost: it broke']);
});

test('of lines of one role in a diagnosis each says what it says', () => {
  const evidence = (role: string, line: number) => ({ role, at: at(line) }) as Diagnosis['evidence'][number];
  const diagnosis = { id: 'x', evidence: [evidence('filter', 1), evidence('filter', 2), evidence('end', 3)] };
  const needs = {
    say, lookup: lookupOf(makeAnalysis([])), nameOf: String, originOf: String,
    lineText: (_: string, line: number) => `Filter number ${line}`,
  };
  const parent = { kind: 'diagnosis', id: 'd', diagnosis } as unknown as NodeOf<'diagnosis'>;
  const labels = diagnosis.evidence.map((one) =>
    present({ kind: 'evidence', id: `${one.at.line}`, parent, evidence: one }, needs).label);
  assert.deepEqual(labels.slice(0, 2), ['Filter number 1', 'Filter number 2']);
  assert.notEqual(labels[2], 'Filter number 3');
});

test('a failed instance leads to its cause, one that went well does not', () => {
  const context = (operation: Operation) => {
    const lookup = lookupOf(makeAnalysis([operation]));
    const [log] = rootsOf(lookup, everything);
    const [instance] = log ? childrenOf(log, lookup, everything) : [];
    assert.ok(instance);
    const needs = { say, lookup, nameOf: String, originOf: String, lineText: () => undefined };
    return present(instance, needs).context;
  };
  assert.equal(context(failed), 'instance.caused');
  assert.equal(context(makeOperation(0, 9)), 'instance');
});

test('a span of time is told with its day, once, and without a year that no line names', () => {
  const place = (time: number) => ({ source, line: 0, time });
  const span = (...times: readonly [number, number]) => daySpan(place(times[0]), place(times[1]));
  assert.equal(span(Date.UTC(2024, 4, 6, 9), Date.UTC(2024, 4, 6, 9, 3)), '2024-05-06 09:00:00 – 09:03:00');
  assert.equal(span(Date.UTC(2024, 4, 6, 23), Date.UTC(2024, 4, 7, 1)), '2024-05-06 23:00:00 – 05-07 01:00:00');
  assert.equal(span(Date.UTC(2000, 4, 6, 9), Date.UTC(2000, 4, 6, 9, 3)), '05-06 09:00:00 – 09:03:00');
  assert.equal(daySpan({ source, line: 0, time: undefined }, { source, line: 1, time: undefined }), '');
});

test('instances with a failure come first', () => {
  const rows = draw([makeOperation(0, 5, { instance: 'b', id: 'b' }), { ...failed, instance: 'a', id: 'a' }]);
  assert.deepEqual(
    rows.filter((row) => /^ {2}[ab] /.test(row)).map((row) => row.trim().charAt(0)),
    ['a', 'b'],
  );
});

test('several attempts are a level of their own, with the phases before and after them beside it', () => {
  const create = makeOperation(0, 90, {
    phases: [makePhase('scheduling', [1]), makePhase('claim', [10, 50]), makePhase('done', [80])],
    attempts: [
      makeAttempt(10, 40, {
        host: 'cmp1',
        outcome: 'rescheduled',
        phases: [makePhase('claim', [10])],
        fault: makeFault('ImageNotActive', 20),
      }),
      makeAttempt(50, 80, { host: 'cmp2', phases: [makePhase('claim', [50])] }),
    ],
  });
  const rows = draw([create])
    .filter((row) => /^ {6}\S/.test(row))
    .map((row) => row.trim().split(' | '));
  assert.deepEqual(
    rows.map(([label]) => label?.split(' ')[0]),
    ['Scheduling', 'Attempt', 'Attempt', rows[3]?.[0]?.split(' ')[0]],
  );
  assert.match(rows[1]?.[1] ?? '', /on cmp1 · failed, rescheduled · 30 s · ImageNotActive/);
});

test('what is due says who owes it and since when', () => {
  const stuck = makeOperation(0, 9, {
    outcome: 'in-progress',
    due: { marker: 0, phase: 'claim', service: 'compute', since: at(9) },
  });
  assert.match(draw([stuck]).at(-1) ?? '', /Waiting for “.+” \| due from nova-compute since 10:00:09/);
});

test('a kind that is a guess is said to be one', () => {
  assert.match(draw([makeOperation(0, 5, { basis: 'implied' })])[2] ?? '', /action guessed/);
});

test('the filters keep what they name', () => {
  const slow = makeOperation(300, 400, {
    id: 'slow',
    instance: 's',
    phases: [makePhase('spawning', [300], { seconds: 61 })],
  });
  const running = makeOperation(500, 510, { id: 'running', instance: 'r', outcome: 'in-progress' });
  const all = [{ ...failed, phases: [] }, slow, running];
  const shown = (filter: TreeChoices['filter']) =>
    draw(all, { filter })
      .filter((row) => /^ {2}\S/.test(row))
      .map((row) => row.trim().split(' ')[0]);
  assert.deepEqual(shown('all'), ['11111111', 'r', 's']);
  assert.deepEqual(shown('failed'), ['11111111']);
  assert.deepEqual(shown('slow'), ['s']);
  assert.deepEqual(shown('in-progress'), ['r']);
});

test('behind the first page stands how many more there are, and a page is made for what is revealed', () => {
  const many = Array.from({ length: PAGE + 20 }, (_, index) =>
    makeOperation(index, index, { id: `o${index}`, instance: `i${index}` }),
  );
  const lookup = lookupOf(makeAnalysis(many));
  const choices = everything;
  const [root] = rootsOf(lookup, choices);
  assert.ok(root);
  const children = childrenOf(root, lookup, choices);
  assert.equal(children.length, PAGE + 1);
  assert.equal(children.at(-1)?.kind, 'more');
  const last = many.at(-1);
  const node = last && findOperation(lookup, choices, source, last);
  assert.equal(node?.parent && pageFor(node.parent, lookup, choices), 2 * PAGE);
});

test('no id comes twice, even where a phase does', () => {
  const twice = makeOperation(0, 50, { phases: [makePhase('claim', [1, 1]), makePhase('claim', [1])] });
  const lookup = lookupOf(makeAnalysis([twice, { ...twice, id: 'again' }]));
  const choices = everything;
  const ids: string[] = [];
  const walk = (nodes: readonly TreeNode[]): void =>
    nodes.forEach((node) => {
      ids.push(node.id);
      walk(childrenOf(node, lookup, choices));
    });
  walk(rootsOf(lookup, choices));
  assert.equal(new Set(ids).size, ids.length);
});

test('a phase is found below its operation and in the attempt in which it stands', () => {
  const inFirst = makePhase('claim', [10]);
  const create = makeOperation(0, 90, {
    phases: [makePhase('claim', [10, 50])],
    attempts: [
      makeAttempt(10, 40, { phases: [inFirst] }),
      makeAttempt(50, 80, { phases: [makePhase('claim', [50])] }),
    ],
  });
  const lookup = lookupOf(makeAnalysis([create]));
  const choices = everything;
  const operation = findOperation(lookup, choices, source, create);
  assert.ok(operation);
  assert.equal(findPhase(operation, lookup, choices, inFirst)?.parent?.kind, 'attempt');
});

test('a phase that is a part of another stands below it and opens it when it failed', () => {
  const phases = [makePhase('spawning', [10]), makePhase('vif_plug', [12], { outcome: 'failed' })];
  const rows = draw([makeOperation(0, 20, { phases })]);
  const row = (id: 'spawning' | 'vif_plug') => rows.findIndex((one) => one.includes(phaseTitle(id)));
  assert.match(rows[row('spawning')] ?? '', /^ {6}\S/);
  assert.match(rows[row('vif_plug')] ?? '', /^ {8}\S/);
});

const other = 'file:///nova-compute-2.log';
const logs = [
  makeDigest({}, { [uuid]: [0, 3], 'req-1': [3] }),
  makeDigest({ source: other, services: ['nova-api'] }, { [uuid]: [7] }),
];

test('over several logs an instance is one node, with all its lines log by log', () => {
  const rows = draw([makeOperation(0, 5)], {}, logs);
  assert.deepEqual(
    rows.filter((row) => /^ {0,6}\S/.test(row) && !row.startsWith('      a line')),
    [
      '11111111 | create done',
      '  create | done in 5.0 s',
      '  All lines | 4 lines in 2 logs',
      '    nova-compute.log | 3 lines',
      '    nova-compute-2.log | 1 line',
      'Logs | 2 logs',
      '  nova-compute.log | 1 instance',
      '    11111111 | create done',
      '      create | done in 5.0 s',
      '      All lines | 4 lines in 2 logs',
      '  nova-compute-2.log | 0 instances',
    ],
  );
});

test('lines that stand under no log say where they are', () => {
  const create = makeOperation(0, 5, { phases: [makePhase('claim', [3])] });
  assert.match(draw([create], {}, logs).find((row) => row.includes('a line')) ?? '', /line 4 · nova-compute\.log$/);
});

test('by request: each request with its operations and lines, those without one together', () => {
  const rows = draw([
    makeOperation(0, 5, { request: 'req-1' }),
    makeOperation(9, 9, { id: 'x', instance: 'other', outcome: 'failed' }),
  ], { grouping: 'request' }, logs);
  assert.deepEqual(rows.filter((row) => /^(?: {2})?\S/.test(row)).slice(0, 5), [
    'Without a request id | create failed',
    '  create other | failed',
    'req-1 | create done',
    '  create 11111111 | done in 5.0 s',
    '  All lines | 3 lines',
  ]);
});

test('by host: an operation that two hosts tried stands under both', () => {
  const create = makeOperation(0, 9, {
    attempts: [makeAttempt(1, 3, { host: 'cmp1.example' }), makeAttempt(5, 9, { host: 'cmp2' })],
  });
  const rows = draw([create, makeOperation(20, 21, { id: 'x', attempts: [] })], { grouping: 'host' }, logs);
  const tops = rows.filter((row) => /^\S/.test(row));
  assert.deepEqual(tops, [
    'cmp1.example | 1 instance', 'cmp2 | 1 instance', 'Host not in these logs | 1 instance', 'Logs | 2 logs',
  ]);
});

test('on wish the hosts stand below the instances, and each operation is still found under its instance', () => {
  const create = makeOperation(0, 9, { attempts: [makeAttempt(1, 9, { host: 'cmp1' })] });
  const rows = draw([create], { grouping: 'instance+host' });
  assert.deepEqual(rows.filter((row) => /^\S/.test(row)), ['nova-compute.log | 1 instance', 'Hosts']);
  assert.equal(rows[rows.indexOf('Hosts') + 1], '  cmp1 | 1 instance');
  const lookup = lookupOf(makeAnalysis([create]));
  const found = findOperation(lookup, { ...everything, grouping: 'instance+host' }, source, create);
  assert.equal(found?.parent?.parent?.kind, 'log');
});

test('by cause: like failures stand together and name their instances', () => {
  const two = ['a', 'b'].map((id, index) => makeOperation(index, index + 1, {
    id, instance: `${id}${uuid.slice(1)}`, outcome: 'failed', rootCause: makeFault('nova.exception.E', index),
  }));
  const analysis = makeAnalysis(two, logs);
  const groups = groupCauses(analysis.timelines, {
    hostOf: () => 'cmp1', hostOfAttempt: () => 'cmp1', traitsOf: () => undefined,
  });
  const lookup = lookupOf({ ...analysis, groups });
  const choices: TreeChoices = { ...everything, grouping: 'cause' };
  const [cause] = rootsOf(lookup, choices);
  assert.ok(cause);
  assert.deepEqual(childrenOf(cause, lookup, choices).map((node) => node.kind), ['operation', 'operation']);
  const [first] = two;
  assert.equal(first && findOperation(lookup, choices, source, first)?.parent?.id, cause.id);
});

test('in every grouping no id comes twice and each operation is found', () => {
  const create = makeOperation(0, 9, {
    request: 'req-1', outcome: 'failed', rootCause: makeFault('E', 3),
    attempts: [makeAttempt(1, 3, { host: 'cmp1' }), makeAttempt(5, 9, { host: 'cmp2' })],
  });
  const lookup = lookupOf(makeAnalysis([create, makeOperation(20, 21, { id: 'x' })], logs));
  for (const grouping of ['instance', 'instance+host', 'request', 'host'] as const) {
    const choices: TreeChoices = { ...everything, grouping };
    const ids: string[] = [];
    const walk = (nodes: readonly TreeNode[]): void => nodes.forEach((node) => {
      ids.push(node.id);
      walk(childrenOf(node, lookup, choices));
    });
    walk(rootsOf(lookup, choices));
    assert.equal(new Set(ids).size, ids.length, grouping);
    assert.equal(findOperation(lookup, choices, source, create)?.kind, 'operation', grouping);
  }
});

test('a build that failed on one host is not told as over while another one may go on', () => {
  const of = (type: string, outcome: 'failed' | 'aborted' | 'rescheduled') => draw([makeOperation(0, 9, {
    outcome: 'failed', rootCause: makeFault(type, 3), attempts: [makeAttempt(1, 3, { host: 'cmp1', outcome })],
  })])[2];
  const row = '    create | libvirtError · failed after 9.0 s · on cmp1';
  assert.equal(of('libvirt.libvirtError', 'failed'), `${row} · another host may have gone on`);
  assert.equal(of('libvirt.libvirtError', 'rescheduled'), `${row} · another host may have gone on`);
  assert.equal(of('libvirt.libvirtError', 'aborted'), row);
  assert.equal(of('nova.exception.ImageUnacceptable', 'failed'), row.replace('libvirtError', 'ImageUnacceptable'));
});

test('failures that left a log with its rotation are told above all, with the log and until when', () => {
  const last = Date.UTC(2024, 4, 6, 9, 14, 31);
  const rows = draw([makeOperation(0, 9)], { gone: [{ source, failed: 2, last }] });
  assert.match(rows[0] ?? '', /^2 .*nova-compute\.log.* \| .*09:14:31/);
});

test('the size of a log is told in the unit that shows it', () => {
  assert.deepEqual([3705, 2 ** 20, 118.3 * 2 ** 20, 5 * 2 ** 30].map(sizeText), ['4 kB', '1 MB', '118 MB', '5.0 GB']);
});
