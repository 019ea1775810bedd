// The sample logs: true to Nova's statements, the same on every run, and understood by the reader.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis } from '../../src/core/model';
import { generateLarge } from '../samples/large';
import { formatPython, repr, reprList } from '../samples/python';
import { makeSamples } from '../samples/samples';
import { allStatements } from '../samples/statements';

const facts = process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts';
const without = fs.existsSync(path.join(facts, 'log-messages.json')) ? false : "the facts of Nova's source are not here";

function read(folder: string): Analysis {
  const digests = makeSamples().filter(({ name }) => name.startsWith(`${folder}/`)).map(({ name, text }) => {
    const reader = openDigest(name);
    reader.push(new TextEncoder().encode(text));
    return reader.end();
  });
  return analyse(digests, defaultLimits);
}

interface ToldAt {
  readonly m: string;
  readonly f: string;
  readonly l: string;
  readonly l_was?: Readonly<Record<string, string>>;
}

interface Told {
  readonly t?: string;
  readonly expr?: string;
  readonly m?: string;
  readonly f?: string;
  readonly l?: string;
  readonly w?: readonly ToldAt[];
}

test('every statement is one of Nova, at its level, by its logger, in its function', { skip: without }, () => {
  const { messages, libraries, dynamic } = JSON.parse(
    fs.readFileSync(path.join(facts, 'log-messages.json'), 'utf8'),
  ) as Record<string, readonly Told[]>;
  for (const [name, { logger, level, text, from, dynamic: isDynamic }] of Object.entries(allStatements)) {
    const fixed = [...messages ?? [], ...libraries ?? []].filter(({ t }) => t === text);
    const places: readonly ToldAt[] = (isDynamic ? dynamic ?? [] : fixed).flatMap(({ w, m, f, l }) => w ?? [{ m: m ?? '', f: f ?? '', l: l ?? '' }]);
    const fits = places.some((place) => place.m === logger && place.f.split('.').at(-1) === from
      && [place.l, ...Object.keys(place.l_was ?? {})].includes(level));
    assert.ok(fits, `${name}: ${logger} ${from} ${level} ${text}`);
  }
});

test('the samples are the same on every run, and hold no real name', () => {
  const [first, second] = [makeSamples(), makeSamples()];
  assert.deepEqual(first, second);
  assert.ok(first.length > 20);
  for (const { name, text } of first) {
    assert.ok(text.endsWith('\n') && !text.includes('undefined') && !text.includes('NaN'), name);
    assert.doesNotMatch(text, /%\(?\w*\)?[sd]\b(?! )/, name);
  }
});

const expected: readonly (readonly [string, string, string, string | undefined, string | undefined])[] = [
  ['successful-boot', 'create', 'success', undefined, undefined],
  ['failed-boot', 'create', 'failed', 'block_device_mapping', 'VolumeNotCreated'],
  ['failed-boot-info', 'create', 'failed', 'block_device_mapping', 'VolumeNotCreated'],
  ['port-not-plugged', 'create', 'failed', 'vif_plug', 'VirtualInterfaceCreateException'],
  ['rescheduled-boot', 'create', 'success', undefined, undefined],
  ['no-valid-host', 'create', 'failed', 'scheduling', 'NoValidHost'],
  ['rebuild', 'rebuild', 'success', undefined, undefined],
  ['delete', 'delete', 'success', undefined, undefined],
];

for (const [folder, kind, outcome, failedPhase, cause] of expected) {
  test(`the reader understands the sample ${folder}`, () => {
    const { timelines, digests } = read(folder);
    assert.equal(timelines.length, 1);
    const operations = timelines[0]?.operations ?? [];
    const told = operations.map((one) => [one.kind, one.outcome, one.failedPhase]);
    assert.deepEqual(told, [[kind, outcome, failedPhase]]);
    assert.equal(operations[0]?.rootCause?.type.split('.').at(-1), cause);
    for (const { isNova, unread, source } of digests) assert.ok(isNova && unread === 0, source);
  });
}

test('a large log has whole lines of the length and kind of real ones, and about 6 % of its boots fail', () => {
  let bytes = 0;
  let lines = 0;
  const reader = openDigest('large');
  for (const text of generateLarge(24_000_000)) {
    bytes += text.length;
    lines += text.split('\n').length - 1;
    assert.ok(text.endsWith('\n'));
    reader.push(new TextEncoder().encode(text));
  }
  assert.ok(bytes / lines > 250 && bytes / lines < 350, `${bytes / lines} bytes a line`);
  const { timelines } = analyse([reader.end()], defaultLimits);
  const boots = timelines.flatMap(({ operations }) => operations).filter(({ kind }) => kind === 'create');
  const failed = boots.filter((one) => one.outcome === 'failed').length / boots.length;
  assert.ok(boots.length > 300 && failed > 0.02 && failed < 0.1, `${boots.length} boots, ${failed} failed`);
});

test('Python puts values in as the samples need it', () => {
  assert.equal(formatPython('Took %0.2f seconds, %d of %s', [1.239, 3.9, 'x']), 'Took 1.24 seconds, 3 of x');
  assert.equal(formatPython('%(a)s at 100%% in %(b)0.3fs', { a: 'x', b: 2 }), 'x at 100% in 2.000s');
  assert.throws(() => formatPython('%s and %s', ['one']), /no value/);
  assert.equal(repr("it's\n"), '"it\'s\\n"');
  assert.equal(reprList(['a', 'b"\'']), "['a', 'b\"\\'']");
});

test('a boot whose port was not plugged failed with what Nova raised, not with the timeout that it handled', () => {
  const failed = read('port-not-plugged').timelines.flatMap(({ operations }) => operations)
    .filter(({ outcome }) => outcome === 'failed');
  assert.deepEqual(failed.map(({ rootCause }) => rootCause?.type.split('.').at(-1)), ['VirtualInterfaceCreateException']);
});
