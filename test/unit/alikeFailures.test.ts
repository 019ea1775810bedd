// Failures of one cause in a report by instance: many are told in full once, and each with what is its own;
// few, those that another diagnosis explains, and all with --all are told in full.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Diagnosis, Operation } from '../../src/core/model';
import { alikeFailures } from '../../src/core/render/alikeFailures';
import { timelineLines } from '../../src/core/render/timelineText';
import { makeAnalysis, makeAttempt, makeDigest, makeFault, makeOperation, makePhase } from '../support/analysisBuilder';
import { runCli } from '../support/cli';
import { scratchFolder } from '../support/scratch';

const cause = 'nova.exception.VolumeNotCreated';

function instanceOf(number: number): string {
  return `${String(number).repeat(8)}-2222-4333-8444-555555555555`;
}

function failed(number: number, changes: Partial<Operation> = {}): Operation {
  const begin = number * 10;
  return makeOperation(begin, begin + 9, {
    id: `op${number}`, instance: instanceOf(number), outcome: 'failed', failedPhase: 'networking',
    rootCause: makeFault(cause, begin + 5), phases: [makePhase('networking', [begin + 4], { outcome: 'failed' })], ...changes,
  });
}

/** Of one group for all its operations. */
function analysisOf(operations: readonly Operation[], diagnoses: readonly Diagnosis[] = []): Analysis {
  const empty = analyse([makeDigest()], defaultLimits);
  const first = operations[0]?.begin;
  if (!first) throw new Error('no operation');
  const group = {
    id: 'one', type: 'VolumeNotCreated', message: 'it broke', frame: undefined, phase: 'networking',
    kinds: ['create'], places: operations.map(({ begin }) => begin), operations: operations.map(({ id }) => id), attempts: [],
    instances: operations.map(({ instance }) => instance), hosts: [], unknownHosts: 0, first, last: first,
    shared: [],
  } as const;
  return { ...empty, ...makeAnalysis(operations), groups: [group], diagnoses };
}

function explains(operation: string, id: string): Diagnosis {
  return {
    id, certainty: 'stated', operation, attempt: undefined, instance: undefined, evidence: [], args: {}, rivals: [],
    funnel: [], count: 1,
  };
}

const alikeIn = (analysis: Analysis): readonly (readonly [string, string])[] =>
  [...alikeFailures(analysis, analysis.timelines)];

test('of three failures with one cause the later two are like the first', () => {
  assert.deepEqual(alikeIn(analysisOf([failed(1), failed(2), failed(3)])), [['op2', instanceOf(1)], ['op3', instanceOf(1)]]);
});

test('two are held against each other: both are told', () => {
  assert.deepEqual(alikeIn(analysisOf([failed(1), failed(2)])), []);
});

test('another diagnosis, another kind, another outcome or several hosts make a failure one of its own', () => {
  const alike = [failed(1), failed(2), failed(3)];
  const others = [
    failed(4), failed(5, { kind: 'rebuild' }), failed(6, { outcome: 'unknown' }),
    failed(7, { attempts: [makeAttempt(71, 72), makeAttempt(73, 74)] }),
  ];
  const told = alikeIn(analysisOf([...alike, ...others], [explains('op4', 'a-row')]));
  assert.deepEqual(told.map(([id]) => id), ['op2', 'op3']);
  const explained = [...alike, failed(4)].map(({ id }) => explains(id, 'a-row'));
  assert.deepEqual(alikeIn(analysisOf([...alike, failed(4)], explained)).map(([id]) => id), ['op2', 'op3', 'op4']);
});

test('the report names each cause on top, tells it in full once, and of the others what is their own', () => {
  const analysis = analysisOf([failed(1), failed(2), failed(3)]);
  const textOf = (onceEach: boolean): string =>
    [...timelineLines(analysis, { paint: (_style, text) => text, full: false, onceEach })].join('\n');
  const text = textOf(true);
  assert.match(text, /Causes of failures\n {2}3 × VolumeNotCreated \(in networking\)\n/);
  assert.equal(text.match(/✗ networking/g)?.length, 1);
  assert.match(text, new RegExp(`VolumeNotCreated at line 26\n +it broke\n +like +${instanceOf(1)} above`));
  assert.equal(textOf(false).match(/✗ networking/g)?.length, 3);
  assert.doesNotMatch(textOf(false), /Causes of failures|above/);
});

test('on the command line with --all each is told in full', async (t) => {
  const lines = [1, 2, 3].flatMap((number) => {
    const context = `[req-${instanceOf(number)} - - - - -] [instance: ${instanceOf(number)}]`;
    const head = (second: number, level: string, logger: string) =>
      `2024-03-11 14:0${number}:0${second}.000 4711 ${level} ${logger} ${context}`;
    return [
      `${head(1, 'INFO', 'nova.virt.libvirt.driver')} Creating image`,
      `${head(2, 'ERROR', 'nova.compute.manager')} Instance failed to spawn: DiskNotFound: No disk at /dev/vdx`,
    ];
  });
  const log = path.join(scratchFolder(t, { 'nova-compute.log': `${lines.join('\n')}\n` }), 'nova-compute.log');
  const [usual, all] = await Promise.all([runCli(['report', log]), runCli(['report', '--all', log])]);
  assert.equal(usual.out.match(/^ +like +\S+ above/gm)?.length, 2);
  assert.doesNotMatch(all.out, /^ +like /m);
});
