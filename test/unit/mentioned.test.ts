// Instances that open logs name, beside large logs that may name them too → which are read there, and when.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { readMentioned } from '../../src/editor/large/mentioned';
import type { Logs } from '../../src/editor/logs';
import { leftOutText } from '../../src/core/render/digestText';
import { english, sayIn } from '../../src/core/render/editorWords';
import { at, makeAnalysis, makeOperation } from '../support/analysisBuilder';

interface Window {
  readonly files: Map<string, { readonly source: string; isReading: boolean; leftOut?: number }>;
  /** By source: what was asked of it, each time. */
  readonly asked: [source: string, instances: readonly string[]][];
  /** Of each instance, the log in which its operation begins. */
  show(begun: Readonly<Record<string, string>>, failed?: ReadonlySet<string>): Promise<void>;
  change(): Promise<void>;
  grow(): void;
  close(): void;
  readonly listeners: () => number;
}

/** Work is done at once, or when the rest after the last time is over. */
function open(t: TestContext, ...large: readonly string[]): Window {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const files = new Map(large.map((source) => [source, { source, isReading: false }]));
  const [changed, grown] = [new Set<() => void>(), new Set<() => void>()];
  const listen = (to: Set<() => void>) => (listener: () => void) => {
    to.add(listener);
    return { dispose: () => to.delete(listener) };
  };
  const asked: Window['asked'] = [];
  const logs = {
    analysis: makeAnalysis([]), large: { files, onDidGrow: listen(grown) }, onDidChange: listen(changed),
    wake: (instances: readonly string[], source: string) => {
      if (instances.length > 0) asked.push([source, instances]);
      return Promise.resolve();
    },
  };
  const mentioned = readMentioned(logs as unknown as Logs);
  const change = async (): Promise<void> => {
    changed.forEach((listener) => listener());
    for (let turns = 0; turns < 3; turns += 1) {
      await new Promise((resolve) => { setImmediate(resolve); });
      t.mock.timers.tick(60_000);
    }
  };
  return {
    files, asked, change,
    show: (begun, failed) => {
      logs.analysis = makeAnalysis(Object.entries(begun).map(([instance, source]) =>
        makeOperation(0, 9, {
          id: instance, instance, begin: { ...at(0), source }, ...(failed?.has(instance) && { outcome: 'failed' }),
        })));
      return change();
    },
    grow: () => grown.forEach((listener) => listener()),
    close: () => { mentioned.dispose(); },
    listeners: () => changed.size + grown.size,
  };
}

test('what an open log names is read in every large log, what only those name is not', async (t) => {
  const window = open(t, 'big', 'huge');
  await window.show({ a: 'open', b: 'big', c: 'open' });
  assert.deepEqual(window.asked, [['big', ['a', 'c']], ['huge', ['a', 'c']]]);
});

test('a large log is asked once, also for what it does not name', async (t) => {
  const window = open(t, 'big');
  await window.show({ a: 'open' });
  await window.change();
  await window.show({ a: 'open', b: 'open' });
  assert.deepEqual(window.asked, [['big', ['a']], ['big', ['b']]]);
});

test('when it has become longer it is asked again: it may name now what it did not', async (t) => {
  const window = open(t, 'big');
  await window.show({ a: 'open' });
  window.grow();
  assert.equal(window.asked.length, 1);
  await window.change();
  assert.deepEqual(window.asked, [['big', ['a']], ['big', ['a']]]);
});

test('while it is still read it is not asked, and is not forgotten', async (t) => {
  const window = open(t, 'big', 'huge');
  const [big] = window.files.values();
  assert.ok(big);
  big.isReading = true;
  await window.show({ a: 'open' });
  assert.deepEqual(window.asked, [['huge', ['a']]]);
  big.isReading = false;
  await window.change();
  assert.deepEqual(window.asked.slice(1), [['big', ['a']]]);
});

test('one that is opened later is asked, the others are not asked anew', async (t) => {
  const window = open(t);
  await window.show({ a: 'open' });
  assert.deepEqual(window.asked, []);
  window.files.set('big', { source: 'big', isReading: false });
  await window.change();
  window.files.set('huge', { source: 'huge', isReading: false });
  await window.change();
  assert.deepEqual(window.asked, [['big', ['a']], ['huge', ['a']]]);
});

test('no more are read than memory should hold, the first of them', async (t) => {
  const window = open(t, 'big');
  const names = Array.from({ length: 130 }, (_, number) => `vm${number}`);
  await window.show(Object.fromEntries(names.map((name) => [name, 'open'])));
  await window.change();
  assert.deepEqual(window.asked, [['big', names.slice(0, 120)]]);
  assert.equal(window.files.get('big')?.leftOut, 10);
  assert.match(leftOutText(10, sayIn(english)), /10 were not looked for here/);
  assert.match(leftOutText(1, sayIn(english)), /1 was not/);
});

test('of many those that failed are read first, and where all are read nothing is left out', async (t) => {
  const window = open(t, 'big');
  const names = Array.from({ length: 121 }, (_, number) => `vm${number}`);
  await window.show(Object.fromEntries(names.map((name) => [name, 'open'])), new Set(['vm7', 'vm120']));
  assert.deepEqual(window.asked[0]?.[1].slice(0, 4), ['vm7', 'vm120', 'vm0', 'vm1']);
  assert.equal(window.asked[0]?.[1].length, 120);
  assert.equal(window.files.get('big')?.leftOut, 1);
  window.grow();
  await window.show({ vm0: 'open' });
  assert.equal(window.files.get('big')?.leftOut, 0);
});

test('who no longer looks asks nothing', async (t) => {
  const window = open(t, 'big');
  window.close();
  assert.equal(window.listeners(), 0);
  await window.show({ a: 'open' });
  assert.deepEqual(window.asked, []);
});
