// What the editor makes of a large log: the digest of the instances that were read gives each the timeline
// that the whole log gives it, and no other one; the rows of the tree; what a person types.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import { lookupOf } from '../../src/core/lookup';
import type { Operation } from '../../src/core/model';
import { english, sayIn } from '../../src/core/render/editorWords';
import type { WokenInstance } from '../../src/disk/desk/calls';
import { DeskClient } from '../../src/disk/desk/deskClient';
import { searchApart } from '../../src/disk/desk/searchClient';
import { verdictsApart } from '../../src/disk/desk/verdictClient';
import { parseQuery } from '../../src/editor/large/query';
import type { LargeView } from '../../src/editor/large/view';
import { wokenDigest, wokenParts } from '../../src/editor/large/wokenDigest';
import { rootsOf } from '../../src/editor/tree/groupings';
import { childrenOf } from '../../src/editor/tree/nodes';
import { present } from '../../src/editor/tree/present';
import type { TreeChoices } from '../../src/editor/tree/treeNode';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-editor-'));
const client = new DeskClient();
after(() => {
  client.dispose();
  fs.rmSync(folder, { recursive: true, force: true });
});
const text = [...generateLarge(6_000_000)].join('');
const file = path.join(folder, 'nova-all.log');
fs.writeFileSync(file, text);

function verdict({ kind, outcome, failedPhase, rootCause, attempts, seconds, places }: Operation): unknown {
  const cause = rootCause && `${rootCause.type} ${rootCause.at.line}`;
  const lines = places.map(({ line }) => line);
  return { kind, outcome, failedPhase, cause, attempts: attempts.length, seconds, lines };
}

function whole(): ReturnType<typeof analyse> {
  const digest = openDigest(file);
  digest.push(Buffer.from(text));
  return analyse([digest.end()], defaultLimits);
}

test('instances that were read have the timelines of the whole log, others have none', async () => {
  const log = client.log(() => undefined);
  const about = await log.ask('open', file, file, undefined);
  assert.ok(about);
  const { timelines } = whole();
  const some = timelines.filter((_, at) => at % 3 === 0).map(({ instance }) => instance);
  const woken = await log.ask('wake', some);
  const all = new Map<string, WokenInstance>(woken.map((one) => [one.id, one]));
  const digest = wokenDigest(file, about.digest, wokenParts(all));
  const analysis = analyse([digest], defaultLimits);
  assert.deepEqual(analysis.timelines.map(({ instance }) => instance).filter((id) => !all.has(id)), []);
  const lookup = lookupOf(analysis);
  for (const { instance, operations } of timelines.filter((one) => all.has(one.instance))) {
    assert.deepEqual(lookup.operationsOf(instance).map(verdict), operations.map(verdict), instance);
    assert.ok(digest.linesOf(instance).length > 0);
  }
  await log.ask('close');
});

test('a log of which an instance was not read does not say that a line of it is missing', async () => {
  const log = client.log(() => undefined);
  const about = await log.ask('open', file, file, undefined);
  assert.ok(about);
  const begun = text.split('\n').filter((line) => /nova\.(scheduler|conductor)\S* \[/.test(line)).slice(0, 40);
  const beside = openDigest('file:///nova-scheduler.log');
  beside.push(Buffer.from(`${begun.join('\n')}\n`));
  const open = beside.end();
  const alone = analyse([open], defaultLimits).timelines;
  const [first] = alone;
  assert.ok(first);
  const told = (woken: readonly WokenInstance[]) => {
    const all = new Map(woken.map((one) => [one.id, one]));
    const large = wokenDigest(file, about.digest, wokenParts(all));
    const { timelines, findings } = analyse([open, large], defaultLimits);
    const stuck = findings.filter(({ check }) => check === 'stuck-operation').map(({ instance }) => instance);
    return { stuck, outcomes: new Map(timelines.map((one) => [one.instance, one.operations[0]?.outcome])) };
  };
  const asleep = told([]);
  assert.deepEqual(asleep.stuck, []);
  assert.deepEqual([...asleep.outcomes], alone.map((one) => [one.instance, one.operations[0]?.outcome]));
  const whole = told(await log.ask('wake', [first.instance]));
  assert.match(whole.outcomes.get(first.instance) ?? '', /success|failed/);
  await log.ask('close');
});

test('the verdicts are those of the whole log', async () => {
  const verdicts = await verdictsApart({ path: file, indexDir: undefined }, new AbortController().signal);
  const failed = whole().timelines
    .filter(({ operations }) => operations.some(({ outcome }) => outcome === 'failed'))
    .map(({ instance }) => instance);
  assert.ok(failed.length > 0);
  assert.deepEqual([...verdicts?.failed ?? []].sort(), failed.sort());
});

test('a search tells its lines as they are found, with their numbers', async () => {
  const found: number[] = [];
  let part = 0;
  let count = 0;
  const log = { path: file, end: text.length, most: 5 };
  await searchApart(log, { text: 'took ', levels: ['INFO'] }, {
    found: (lines) => found.push(...lines.map(({ line }) => line)),
    progress: (told, all) => { [part, count] = [told, all]; },
    signal: new AbortController().signal,
  });
  const expected = text.split('\n').flatMap((line, at) =>
    (line.slice(0, 120).includes(' INFO ') && line.includes('Took ') ? [at] : []));
  assert.ok(expected.length > 5);
  assert.deepEqual(found, expected.slice(0, 5), 'and those behind are counted');
  assert.equal(count, expected.length);
  assert.ok(part > 0);
});

const say = sayIn(english);
const row = (id: string) => ({ id, lines: 7, firstTime: 0, lastTime: 0 });

function choicesWith(view: Partial<LargeView>, filter: TreeChoices['filter'] = 'all'): TreeChoices {
  const large: LargeView = {
    source: 'file:///nova.log', bytes: 1, total: 1, isReading: false, count: 0, instances: [], failed: [],
    running: [], verdicts: 'known', leftOut: 0, lost: undefined, isAwake: () => false, ...view,
  };
  return {
    grouping: 'instance', filter, slowPhaseSeconds: 60, shown: new Map(),
    large: new Map([[large.source, large]]),
  };
}

function idsBelow(choices: TreeChoices): readonly string[] {
  const lookup = lookupOf({ digests: [], timelines: [], findings: [], diagnoses: [] });
  const [root] = rootsOf(lookup, choices);
  assert.equal(root?.kind, 'large');
  const below = root ? childrenOf(root, lookup, choices) : [];
  return below.map((node) => (node.kind === 'instance' ? node.instance : node.kind));
}

test('instances stand below their log as it names them, and the rest behind "Show more"', () => {
  const instances = Array.from({ length: 200 }, (_, at) => row(`i${at}`));
  const all = idsBelow(choicesWith({ instances, count: 2000 }));
  assert.deepEqual(all.slice(0, 3), ['failures', 'i0', 'i1']);
  assert.equal(all.length, 201);
  assert.equal(all.at(-1), 'more');
  assert.equal(new Set(all).size, all.length);
});

test('a filter shows the instances that are known to pass it', () => {
  const view = { instances: [row('a'), row('b')], count: 2, failed: [row('b')], running: [row('a')] };
  assert.deepEqual(idsBelow(choicesWith(view, 'failed')), ['b']);
  assert.deepEqual(idsBelow(choicesWith(view, 'in-progress')), ['a']);
  assert.deepEqual(idsBelow(choicesWith(view, 'slow')), []);
});

test('no row moves when it becomes known which instances failed: they stand below a row that was there', () => {
  const instances = [row('a'), row('b'), row('c')];
  const reading = choicesWith({ instances, count: 3, isReading: true, verdicts: 'awaited' });
  const known = choicesWith({ instances, count: 3, failed: [row('c'), row('z')] });
  assert.deepEqual(idsBelow(known), idsBelow(reading));
  const lookup = lookupOf({ digests: [], timelines: [], findings: [], diagnoses: [] });
  const [root] = rootsOf(lookup, known);
  const [failures] = root ? childrenOf(root, lookup, known) : [];
  assert.equal(failures?.kind, 'failures');
  const below = failures ? childrenOf(failures, lookup, known) : [];
  assert.deepEqual(below.map((node) => node.kind === 'instance' && node.instance), ['c', 'z']);
  const ids = [...below, ...root ? childrenOf(root, lookup, known) : []].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'what stands twice has two ids');
});

test('the row of failures tells what is known of them', () => {
  const nameOf = (source: string): string => source;
  const described = (view: Partial<LargeView>): string => {
    const choices = choicesWith(view);
    const lookup = lookupOf({ digests: [], timelines: [], findings: [], diagnoses: [] });
    const [root] = rootsOf(lookup, choices);
    const [failures] = root ? childrenOf(root, lookup, choices) : [];
    assert.ok(failures);
    const look = present(failures, { say, lookup, nameOf, originOf: nameOf, lineText: () => undefined });
    return `${look.label}: ${look.description}, ${look.collapsible}`;
  };
  assert.equal(described({ verdicts: 'awaited' }), 'Failed: not known yet, none');
  assert.match(described({ verdicts: 'unknown' }), /^Failed: not known: the log .*, none$/);
  assert.equal(described({ failed: [row('a')] }), 'Failed: 1 instance, collapsed');
  assert.equal(described({}), 'Failed: 0 instances, none');
});

const plainly = { matchCase: false, wholeWord: false, expression: false };
const noon = Date.parse('2024-05-06T12:00:00Z');

test('what a person types is a text or an expression, with words that leave fewer lines', () => {
  const parse = (typed: string, style = {}) => parseQuery(typed, { ...plainly, ...style }, noon);
  const asText = { matchCase: false, wholeWord: false };
  assert.deepEqual(parse('level:error Failed to'), { query: { levels: ['ERROR'], text: 'Failed to', ...asText } });
  assert.deepEqual(parse('level:WARNING+').query?.levels, ['WARNING', 'ERROR', 'CRITICAL']);
  assert.deepEqual(parse('/a+b/i instance:60db66da'), { query: { instance: '60db66da', expression: /a+b/i } });
  assert.deepEqual(parse('a+b', { expression: true }), { query: { expression: /a+b/i } });
  assert.deepEqual(parse('a|b', { expression: true, matchCase: true, wholeWord: true }),
    { query: { expression: /\b(?:a|b)\b/ } });
  assert.deepEqual(parse('level:ERROR'), { query: { levels: ['ERROR'] } });
  assert.equal(parse('sublevel:x').query?.text, 'sublevel:x');
  assert.equal(parse('/(/').problem, 'expression');
  assert.equal(parse('a)(b', { expression: true, wholeWord: true }).problem, 'expression');
  assert.equal(parse(' ').problem, 'empty');
});

test('times without a day are of the day on which the log begins', () => {
  const spanOf = (typed: string) => parseQuery(typed, plainly, noon).query?.span;
  const at = (text: string) => Date.parse(`2024-05-${text}Z`);
  assert.deepEqual(spanOf('from:08:10 to:08:20 x'), { from: at('06T08:10:00'), to: at('06T08:20:59.999') });
  assert.deepEqual(spanOf('from:2024-05-07T08:10 to:08:20'), { from: at('07T08:10:00'), to: at('07T08:20:59.999') });
  assert.deepEqual(spanOf('to:2024-05-06'), { from: -Infinity, to: at('06T23:59:59.999') });
  assert.equal(parseQuery('from:9 to:8', plainly, noon).problem, 'time');
  assert.equal(parseQuery('from:09:00 to:08:00', plainly, noon).problem, 'time');
  assert.equal(parseQuery('from: nowhere', plainly, noon).query?.text, 'from: nowhere');
});
