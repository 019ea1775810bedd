// A hand-made analysis → the JSON report, held against its schema.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020';
import type { Analysis, Finding } from '../../src/core/model';
import { reportOf } from '../../src/core/render/report';
import { reportPieces } from '../../src/core/render/reportPieces';
import { analyseText } from '../support/story';
import { failedId, stoppedId, troubledLog, troubledRequest } from '../support/troubledLog';
import { at, makeAnalysis, makeAttempt, makeDigest, makeFault, makeOperation, makePhase, uuid } from '../support/analysisBuilder';

const schema = JSON.parse(fs.readFileSync('media/report.schema.json', 'utf8')) as Record<string, unknown>;
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

function check(report: unknown): void {
  assert.ok(validate(report), JSON.stringify(validate.errors, null, 1));
}

function failedCreate(): Analysis {
  const cause = makeFault('nova.exception.VolumeNotCreated', 25, { message: 'not ready' });
  const middle = makeFault('nova.exception.InvalidBDM', 30, { chain: [cause] });
  const fault = makeFault('nova.exception.BuildAbortException', 40, { chain: [middle, cause], basis: 'summary' });
  const phases = [
    makePhase('scheduling', [], { outcome: 'not-visible', needs: 'DEBUG', needsService: 'scheduler' }),
    makePhase('block_device_mapping', [10, 40], { outcome: 'failed', seconds: 30.0004, secondsFrom: 'lines' }),
  ];
  const operation = makeOperation(4, 44, {
    outcome: 'failed', phases, failedPhase: 'block_device_mapping', rootCause: cause, fault, chain: [cause, middle, fault],
    attempts: [makeAttempt(8, 44, { outcome: 'aborted', phases, fault, rootCause: cause, host: undefined })],
    unattributedSeconds: 0.25, request: 'req-1', vmState: 'error',
  });
  const waiting = makeOperation(50, 60, {
    id: 'waiting', kind: 'delete', basis: 'implied', outcome: 'in-progress', seconds: undefined,
    due: { phase: 'done', marker: 0, service: 'compute', since: at(60) },
  });
  const failed: Finding = {
    check: 'failed-operation', severity: 'error', instance: uuid, at: cause.at, related: [at(4)],
    args: { kind: 'create', seconds: 40 }, operation: operation.id,
  };
  const digest = makeDigest({ firstTime: at(0).time, lastTime: at(99).time });
  return makeAnalysis([operation, waiting], [digest], [failed]);
}

test('the report of a failed create has the shape of the schema', () => {
  const report = reportOf(failedCreate());
  check(report);
  const [operation] = report.timelines[0]?.operations ?? [];
  assert.deepEqual(operation?.rootCause?.at, { source: at(0).source, line: 26, time: '2026-11-20T10:00:25' });
  assert.equal(operation?.begin, '2026-11-20T10:00:04');
  assert.equal(operation?.failedPhase, 'block_device_mapping');
  assert.equal(operation?.phases[1]?.seconds, 30);
  assert.equal(operation?.phases[0]?.at, null);
  assert.deepEqual(operation?.fault?.chain.map(({ type }) => type), ['nova.exception.InvalidBDM', 'nova.exception.VolumeNotCreated']);
  assert.match(report.findings[0]?.message ?? '', /^create failed in block device mapping after /);
});

test('a phase has its waits, a log its origin, and an instance what happened beside its operations', () => {
  const report = reportOf(analyseText(troubledLog));
  check(report);
  const { operations = [] } = report.timelines.find(({ instance }) => instance === failedId) ?? {};
  const start = operations[0]?.phases.find(({ id }) => id === 'start');
  assert.deepEqual(start?.waits.map(({ name, seconds, holders }) => [name, seconds, holders[0]?.request]),
    [['compute_resources', 7.1, troubledRequest('r9')]]);
  assert.deepEqual(operations[0]?.around.map(({ kind }) => kind), ['amqp-lost']);
  const [log] = report.logs;
  assert.deepEqual([log?.origin.host, log?.origin.hostFrom, log?.origin.service], ['cmp01', 'lines', 'nova-compute']);
  const beside = report.timelines.find(({ instance }) => instance === stoppedId)?.occurrences;
  assert.deepEqual(beside?.map(({ kind, at: { line } }) => [kind, line]),
    [['lifecycle', 20], ['stopped-by-itself', 21]]);
});

test('the line that is due stands there as Nova words it', () => {
  const due = reportOf(failedCreate()).timelines[0]?.operations[1]?.due;
  assert.equal(due?.service, 'compute');
  assert.equal(due?.since.line, 61);
  assert.match(due?.message ?? '', /\S/);
});

test('no key is ever left out: what is absent is null', () => {
  const bare = makeOperation(1, 2, { begin: { ...at(1), time: undefined } });
  const text = JSON.stringify(reportOf(makeAnalysis([bare])));
  const report = JSON.parse(text) as { timelines: { operations: Record<string, unknown>[] }[] };
  check(report);
  const operation = report.timelines[0]?.operations[0] ?? {};
  for (const key of ['request', 'begin', 'failedPhase', 'rootCause', 'fault', 'unattributedSeconds', 'due', 'vmState']) {
    assert.equal(operation[key], null, key);
  }
});

test('the pieces make the same document', () => {
  const analysis = failedCreate();
  const pieces = [...reportPieces(analysis)];
  assert.ok(pieces.length > 6);
  assert.deepEqual(JSON.parse(pieces.join('')), JSON.parse(JSON.stringify(reportOf(analysis))));
  const empty = makeAnalysis([], []);
  assert.deepEqual(JSON.parse([...reportPieces(empty)].join('')), {
    schemaVersion: 1, logs: [], timelines: [], findings: [], diagnoses: [], groups: [], hosts: [],
    holes: [], paces: [],
  });
});

test('a log without a year gets none', () => {
  const place = { source: 'a', line: 0, time: Date.UTC(2000, 5, 6, 9, 30, 28, 513) };
  const report = reportOf(makeAnalysis([makeOperation(1, 2, { begin: place, end: place })]));
  check(report);
  assert.equal(report.timelines[0]?.operations[0]?.begin, '--06-06T09:30:28.513');
});

test('the schema refuses what the report must not be', () => {
  const report = reportOf(failedCreate());
  type Copy = Record<string, unknown> & { logs: Record<string, unknown>[] };
  const spoil = (change: (copy: Copy) => void) => {
    const copy = JSON.parse(JSON.stringify(report)) as Copy;
    change(copy);
    return validate(copy);
  };
  assert.equal(spoil((copy) => void delete copy['findings']), false);
  assert.equal(spoil((copy) => void (copy['schemaVersion'] = 2)), false);
  assert.equal(spoil((copy) => void (copy.logs[0] = { ...copy.logs[0], lines: -1 })), false);
  assert.equal(spoil((copy) => void (copy.logs[0] = { ...copy.logs[0], begin: '2017-06-06T09:30:28Z' })), false);
});

test('each word of the schema is said of it: every object is described and lists its keys', () => {
  const definitions = schema['$defs'] as Record<string, { description?: string; type: string; required?: string[]; properties?: object }>;
  for (const [name, definition] of Object.entries(definitions)) {
    assert.ok(definition.description, name);
    if (definition.type === 'object') assert.deepEqual(definition.required, Object.keys(definition.properties ?? {}), name);
  }
});
