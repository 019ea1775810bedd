// Extracts: which lines of several logs are about an instance, their order, what an analysis looks like in
// them, and how two of them are made comparable.

import assert from 'node:assert';
import { test } from 'node:test';
import { comparableWith } from '../../src/core/extracts/nearest';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { linesOfBytes } from '../../src/core/extracts/linesOfBytes';
import { projectAnalysis } from '../../src/core/extracts/project';
import { comparableRows, plainRows, type ExtractRow } from '../../src/core/extracts/rows';
import { sameNames } from '../../src/core/extracts/sameNames';
import { weaveExtract, type ExtractLimits } from '../../src/core/extracts/weave';
import { lookupOf } from '../../src/core/lookup';
import type { Analysis, Extract, Subject } from '../../src/core/model';
import { english, sayIn } from '../../src/core/render/editorWords';
import { makeOperation } from '../support/analysisBuilder';
import { analyseText, log, otherVm, requestId, vm } from '../support/story';

const say = sayIn(english);

const api = log(`
  0.0 INFO api r1 - POST /servers
  0.2 INFO wsgi r1 - "POST /v2.1/servers HTTP/1.1" status: 202
  5.0 INFO wsgi r9 - "GET /v2.1/servers HTTP/1.1" status: 200
`);
const compute = log(`
  1.0 INFO claim r1 vm Attempting claim on node cmp1: memory 512 MB, disk 1 GB, vcpus 1 CPU
  1.1 INFO claim r1 vm Claim successful on node cmp1
  1.5 INFO mgr - other Something about another instance
  2.0 ERROR mgr r1 vm Instance failed to spawn
  |Traceback (most recent call last):
  |  File "/usr/lib/python3/dist-packages/nova/compute/manager.py", line 2640, in _build_resources
  |    yield resources
  |nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed
  3.0 INFO mgr r1 vm Took 0.40 seconds to deallocate network for instance.
`);

function extractOf(
  analysis: Analysis, texts: readonly string[], subject: Subject, limits?: ExtractLimits,
): Extract {
  const logs = [...linesAbout(lookupOf(analysis), subject)].map(([source, numbers]) => {
    const text = texts[Number(source.slice(3))] ?? '';
    return { source, numbers, texts: linesOfBytes(new TextEncoder().encode(text), numbers) };
  });
  return weaveExtract(logs, 0, limits);
}

const thirdVm = '7b5c1f4a-9e63-4d2a-9f58-4dae6a3c8b92';

const places = (rows: readonly ExtractRow[]) =>
  rows.map(({ place }) => (place ? `${place.source}:${place.line}` : '-'));

const about: Subject = { kind: 'instance', id: vm };

function rowsOf(subject: Subject = about): { analysis: Analysis; rows: readonly ExtractRow[] } {
  const texts = [compute, api];
  const analysis = analyseText(...texts);
  const extract = extractOf(analysis, texts, subject);
  return { analysis, rows: plainRows(extract, ({ at }) => at.source, say) };
}

test('an instance has its lines in all logs, by time, and no other ones', () => {
  const { rows } = rowsOf();
  assert.deepEqual(places(rows), [
    'log1:0', 'log1:1', 'log0:0', 'log0:1', 'log0:3', 'log0:4', 'log0:5', 'log0:6', 'log0:7', 'log0:8',
  ]);
  assert.equal(rows[2]?.text, compute.split('\n')[0]);
  assert.equal(rows[2]?.margin, 'log0');
});

test('a request has its own lines', () => {
  const { rows } = rowsOf({ kind: 'request', id: requestId('r9') });
  assert.deepEqual(places(rows), ['log1:2']);
});

test('an operation has what lies around it', () => {
  const { analysis } = rowsOf();
  const [operation] = analysis.timelines.find(({ instance }) => instance === vm)?.operations ?? [];
  const { rows } = rowsOf({ kind: 'operation', id: operation?.id ?? '' });
  assert.ok(places(rows).includes('log0:2'), 'a line of another instance in between');
  assert.ok(places(rows).includes('log1:2'), 'the line behind its last one in the other log');
});

test('lines of one log keep their order, whatever their times say', () => {
  const backwards = log(`
    5.0 INFO mgr r1 vm first
    1.0 INFO mgr r1 vm second
  `);
  const beside = log('2.0 INFO mgr r1 vm beside');
  const texts = [backwards, beside];
  const extract = extractOf(analyseText(...texts), texts, about);
  assert.deepEqual(extract.lines.map(({ at }) => `${at.source}:${at.line}`), ['log1:0', 'log0:0', 'log0:1']);
});

test('an extract that would be too large ends with how many lines are left out', () => {
  const texts = [compute, api];
  const size = api.split('\n').slice(0, 2).join('\n').length + 2;
  const extract = extractOf(analyseText(...texts), texts, about, { lines: 4, size: 1e6 });
  const rows = plainRows(extract, () => '', say);
  assert.equal(extract.hidden, 6);
  assert.equal(rows.length, 5);
  assert.match(rows.at(-1)?.text ?? '', /6 more lines are left out/);
  assert.equal(extractOf(analyseText(...texts), texts, about, { lines: 100, size }).lines.length, 2);
});

test('the analysis of an extract has the same operations at its own lines', () => {
  const { analysis, rows } = rowsOf();
  const source = 'nova-lens:/x.log';
  const projected = projectAnalysis(analysis, rows.map(({ place }) => place), source);
  const lookup = lookupOf(projected);
  const [operation] = lookup.operationsOf(vm);
  assert.ok(operation);
  const shown = operation.places.map((place) => rows[place.line]?.place);
  const real = lookupOf(analysis).operation(operation.id);
  assert.deepEqual(shown.map((place) => place?.line), real?.places.map(({ line }) => line));
  assert.ok(operation.places.every((place) => place.source === source));
  assert.equal(operation.fault, projected.digests[0]?.faults[0], 'one fault stays one');
  assert.deepEqual([operation.fault?.firstLine, operation.fault?.lastLine], [4, 8]);
  assert.equal(lookup.instanceAt(source, 6), vm);
  assert.deepEqual(projected.digests[0]?.linesOf(requestId('r1')), [0, 1, 2, 3, 4, 9]);
});

test('what no extract shows stays in its log', () => {
  const { analysis } = rowsOf();
  const projected = projectAnalysis(analysis, [{ source: 'log0', line: 0, time: undefined }], 'x');
  const [operation] = projected.timelines[0]?.operations ?? [];
  assert.ok(operation?.places.some(({ source }) => source === 'log0'));
  assert.ok(operation?.places.some(({ source }) => source === 'x'));
});

test('comparable rows differ only in what differs', () => {
  const make = (shift: number, instance: string, request: string, slower = '') => {
    const text = compute.replaceAll(vm, instance).replaceAll(' 14:00:02.000', ` 14:00:02.${slower || '000'}`).replaceAll(requestId('r1'), request)
      .replaceAll('2024-03-11', `2024-03-${11 + shift}`);
    const analysis = analyseText(text);
    const extract = extractOf(analysis, [text], { kind: 'instance', id: instance });
    return comparableRows(extract, lookupOf(analysis).operationsOf(instance), () => 'nova-compute', say);
  };
  const [one, two] = [make(0, vm, requestId('r1')), make(3, thirdVm, requestId('r2'), '007')];
  assert.deepEqual(one.map(({ text }) => text), two.map(({ text }) => text));
  const margins = new Set(one.map(({ margin }) => margin));
  assert.ok(['+0.000 s', '+0.100 s', '+1.000 s', '+2.000 s'].every((offset) => margins.has(offset)));
  // how long a phase took differs as well, and stands beside its heading
  assert.ok(one.some(({ text, place, margin }) => !place && text.startsWith('—— ') && margin === 'took 400 ms'));
});

test('ids and hosts become names', () => {
  const names = sameNames(new Map([[vm, 'instance'], ['cmp01', 'host'], ['cmp01.example', 'host']]));
  assert.equal(names(`on ${vm} port ${otherVm}, ${otherVm} and ${requestId('r3')}`),
    'on <instance> port <id>, <id> and <request>');
  assert.equal(names('cmp01 (cmp01.example)'), '<host> (<host>)');
  assert.equal(names('waited 0.003s, took 4.2 s at 10.0.0.7 fa:16:3e:00:11:22 tap1234abcd-ef'),
    'waited <1 s, took 4.2 s at <address> <mac> <device>');
});

test('the nearest operation of the kind that went well is the one to compare with', () => {
  const bad = makeOperation(100, 200, { id: 'bad', outcome: 'failed' });
  const far = makeOperation(1000, 1010, { id: 'far', instance: 'f' });
  const near = makeOperation(150, 160, { id: 'near', instance: 'n' });
  const kind = makeOperation(101, 102, { id: 'kind', kind: 'delete' });
  const other = makeOperation(110, 120, { id: 'other', instance: 'o', outcome: 'failed' });
  const timelines = [{ instance: 'x', operations: [bad, far, near, kind, other] }];
  assert.deepEqual(comparableWith(bad, timelines).map(({ id }) => id), ['near', 'far', 'other']);
  assert.deepEqual(comparableWith(bad, timelines, 'far').map(({ id }) => id), ['far', 'near', 'other']);
});
