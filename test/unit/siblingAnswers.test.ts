// The offer to read what lies beside a log is made once for each folder, also when VS Code starts anew.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerFor } from '../../src/editor/sets/answers';

function memory() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: <T>(key: string, otherwise?: T) => (kept.get(key) ?? otherwise) as T,
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
}

test('the answer holds for its folder, and nobody is asked twice', async () => {
  const store = memory();
  const asked: string[] = [];
  const offer = (folder: string, answer: boolean) => answerFor(folder, store, () => {
    asked.push(folder);
    return Promise.resolve(answer);
  });
  assert.deepEqual([await offer('a', true), await offer('b', false)], ['read', 'left']);
  assert.deepEqual([await offer('a', false), await offer('b', true)], ['read', 'left']);
  assert.deepEqual(asked, ['a', 'b']);
});

test('a question that is still open is not asked again by the next window', async () => {
  const store = memory();
  void answerFor('a', store, () => new Promise(() => undefined));
  await Promise.resolve();
  assert.equal(await answerFor('a', store, () => Promise.reject(new Error('asked again'))), 'left');
});

test('only the last two hundred folders are remembered', async () => {
  const store = memory();
  for (let i = 0; i < 230; i += 1) await answerFor(`f${i}`, store, () => Promise.resolve(true));
  const kept = Object.keys(store.kept.get('siblings') as object);
  assert.deepEqual([kept.length, kept[0], kept.at(-1)], [200, 'f30', 'f229']);
});
