// From a line of a log to what stands there, on analyses made by hand.

import assert from 'node:assert';
import { test } from 'node:test';
import { lookupOf } from '../../src/core/lookup';
import type { Finding } from '../../src/core/model';
import {
  at,
  makeAnalysis,
  makeDigest,
  makeEvent,
  makeFault,
  makeOperation,
  makePhase,
  source,
  uuid,
} from '../support/analysisBuilder';

const other = '99999999-2222-4333-8444-555555555555';

test('an analysis has one lookup', () => {
  const analysis = makeAnalysis([]);
  assert.equal(lookupOf(analysis), lookupOf(analysis));
});

test('a line belongs to the instance of its event, of its traceback, or of the lines that were kept', () => {
  const digest = makeDigest(
    {
      events: [makeEvent(3), makeEvent(4, { instance: other })],
      faults: [makeFault('E', 20, { firstLine: 10, lastLine: 20, instance: other })],
    },
    { [uuid]: [3, 30, 31] },
  );
  const lookup = lookupOf(
    makeAnalysis([makeOperation(3, 31), makeOperation(4, 5, { instance: other })], [digest]),
  );
  const owners = [3, 4, 15, 30, 32].map((line) => lookup.instanceAt(source, line));
  assert.deepEqual(owners, [uuid, other, other, uuid, undefined]);
});

test('a line without an instance belongs to the operation that rests on it, or that alone has its request', () => {
  const request = 'req-00000001-0000-4000-8000-000000000000';
  const digest = makeDigest({ ties: new Map([[request, uuid]]) }, { [request]: [3, 5, 9] });
  const operation = makeOperation(3, 9, { request, places: [at(3), at(7), at(9)] });
  const lookup = lookupOf(makeAnalysis([operation], [digest]));
  const owners = [3, 5, 6, 7].map((line) => lookup.instanceAt(source, line));
  assert.deepEqual(owners, [uuid, uuid, undefined, uuid]);
  const several = makeDigest({ ties: new Map([[request, '']]) }, { [request]: [5] });
  const shared = lookupOf(makeAnalysis([operation], [several]));
  assert.equal(shared.instanceAt(source, 5), undefined);
});

test('the operation around a line is the innermost one of its instance', () => {
  const outer = makeOperation(0, 100, { id: 'outer' });
  const inner = makeOperation(20, 30, { id: 'inner' });
  const lookup = lookupOf(makeAnalysis([outer, inner]));
  const ids = [0, 25, 60, 101].map((line) => lookup.operationAt(source, line, uuid)?.id);
  assert.deepEqual(ids, ['outer', 'inner', 'outer', undefined]);
});

test('an operation is listed in each log in which it has a line, by its first line there', () => {
  const api = 'file:///nova-api.log';
  const operation = makeOperation(50, 60, { places: [at(7, api), at(9, api), at(50), at(60)] });
  const lookup = lookupOf(makeAnalysis([operation]));
  assert.deepEqual(
    lookup.operationsIn(api).map(({ first, last }) => [first, last]),
    [[7, 9]],
  );
  assert.deepEqual(
    lookup.operationsIn(source).map(({ first, last }) => [first, last]),
    [[50, 60]],
  );
});

test('of the faults that cover a line the one whose class stands nearest below comes first', () => {
  const cause = makeFault('Cause', 14, { firstLine: 10, lastLine: 14 });
  const fault = makeFault('Fault', 20, { firstLine: 10, lastLine: 20, chain: [cause] });
  const later = makeFault('Later', 40, { firstLine: 30, lastLine: 40 });
  const lookup = lookupOf(makeAnalysis([], [makeDigest({ faults: [later, fault] })]));
  const types = (line: number) => lookup.faultsAt(source, line).map(({ type }) => type);
  assert.deepEqual(types(12), ['Cause', 'Fault']);
  assert.deepEqual(types(17), ['Fault', 'Cause']);
  assert.deepEqual(types(25), []);
  assert.deepEqual(types(35), ['Later']);
});

test('a long traceback is found from its last line though short ones stand inside it', () => {
  const long = makeFault('Long', 99, { firstLine: 0, lastLine: 99 });
  const short = [5, 20, 40].map((line) => makeFault('Short', line));
  const lookup = lookupOf(makeAnalysis([], [makeDigest({ faults: [long, ...short] })]));
  assert.deepEqual(
    lookup.faultsAt(source, 80).map(({ type }) => type),
    ['Long'],
  );
});

test('a phase is found at its lines and between them, the shortest around a line first', () => {
  const spawning = makePhase('spawning', [10, 40]);
  const image = makePhase('image', [15, 20]);
  const operation = makeOperation(0, 50, { phases: [spawning, image] });
  const lookup = lookupOf(makeAnalysis([operation]));
  const ids = [5, 10, 17, 30, 40].map((line) => lookup.phaseAt(source, line, operation)?.id);
  assert.deepEqual(ids, [undefined, 'spawning', 'image', 'spawning', 'spawning']);
});

test('the lines of a traceback that failed the operation belong to the phase that failed', () => {
  const rootCause = makeFault('E', 30, { firstLine: 12, lastLine: 31 });
  const phases = [makePhase('networking', [5, 40]), makePhase('block_device_mapping', [10, 11])];
  const operation = makeOperation(0, 50, { phases, rootCause, failedPhase: 'block_device_mapping' });
  const lookup = lookupOf(makeAnalysis([operation]));
  assert.equal(lookup.phaseAt(source, 20, operation)?.id, 'block_device_mapping');
  assert.equal(lookup.phaseAt(source, 35, operation)?.id, 'networking');
});

test('phases of several logs follow one another by time, those of one log by line', () => {
  const conductor = 'file:///nova-conductor.log';
  const scheduling = makePhase('scheduling', [], { at: at(5, conductor), places: [at(5, conductor)] });
  const operation = makeOperation(0, 50, {
    phases: [makePhase('spawning', [40]), scheduling, makePhase('claim', [2])],
  });
  const stops = lookupOf(makeAnalysis([operation])).phaseStops(uuid);
  assert.deepEqual(
    stops.map(({ phase }) => phase.id),
    ['claim', 'scheduling', 'spawning'],
  );
});

test('a phase that no line shows is no stop', () => {
  const hidden = makePhase('image', [], { outcome: 'not-visible', needs: 'DEBUG' });
  const operation = makeOperation(0, 50, { phases: [hidden, makePhase('claim', [2])] });
  assert.equal(lookupOf(makeAnalysis([operation])).phaseStops(uuid).length, 1);
});

test('failures are the lines of causes, recorded faults and errors, each once', () => {
  const rootCause = makeFault('VolumeNotCreated', 12);
  const fault = makeFault('BuildAbortException', 30);
  const finding: Finding = {
    check: 'failed-operation',
    severity: 'error',
    instance: uuid,
    at: at(12),
    related: [],
    args: {},
    operation: undefined,
  };
  const operation = makeOperation(0, 40, { outcome: 'failed', rootCause, fault });
  const lookup = lookupOf(
    makeAnalysis([operation], undefined, [finding, { ...finding, severity: 'hint', at: at(39) }]),
  );
  assert.deepEqual(lookup.failureLines(source), [12, 30]);
});
