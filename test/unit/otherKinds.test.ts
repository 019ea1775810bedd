// A guessed kind → the other kinds that its lines would fit; and lines that leave nothing to guess.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../src/core/model';
import { english, sayIn } from '../../src/core/render/editorWords';
import { guessSentences, guessTexts } from '../../src/core/render/guesses';
import { analyseText, log } from '../support/story';

const say = sayIn(english);

function only(rows: string): Operation {
  const [operation, ...others] = analyseText(log(rows)).timelines.flatMap(({ operations }) => operations);
  assert.ok(operation && others.length === 0);
  return operation;
}

const spawnFailed = '1 ERROR mgr r1 vm Instance failed to spawn';
const traceback = (method: string): string => `${spawnFailed}
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 1743, in ${method}
|    block_device_info)
|  File "/nova/virt/libvirt/driver.py", line 2092, in spawn
|    block_device_info)
|libvirtError: no room`;

test('a guest that failed to spawn was a build or was unshelved', () => {
  const operation = only(spawnFailed);
  assert.deepEqual([operation.kind, operation.otherKinds], ['create', ['unshelve']]);
  assert.deepEqual(guessTexts(operation, say), ['action guessed, or unshelve']);
});

test('the function of a build that spawns it leaves nothing to guess, in any release', () => {
  for (const method of ['_spawn', '_build_resources']) {
    const operation = only(traceback(method));
    assert.deepEqual([operation.kind, operation.basis, operation.otherKinds], ['create', 'stated', []], method);
    assert.deepEqual(guessTexts(operation, say), []);
  }
});

test('of many other kinds a row says how many, a tooltip which', () => {
  const operation = only('1 ERROR mgr r1 vm domain is gone. Setting instance vm_state to ERROR');
  assert.equal(operation.basis, 'implied');
  assert.deepEqual(guessTexts(operation, say), ['action guessed, or one of 8 others']);
  assert.match(guessSentences(operation, say).join(' '), /would fit: resize, migrate, confirmResize/);
});

test('a further line narrows them down', () => {
  const claim = only('1 INFO claim r1 vm Claim successful on node cmp1');
  assert.ok(claim.otherKinds.includes('unshelve') && claim.otherKinds.includes('resize'));
  const spawned = only('1 INFO claim r1 vm Claim successful on node cmp1\n2 INFO virt r1 vm Instance spawned successfully.');
  assert.deepEqual(spawned.otherKinds, ['evacuate', 'unshelve']);
});

test('what a scheduler of Havana was asked for names the kind', () => {
  const failed = (method: string): string => `1 WARNING util r1 vm Failed to scheduler_${method}: No valid host was found. `;
  assert.equal(only(failed('run_instance')).kind, 'create');
  assert.equal(only(failed('run_instance')).basis, 'stated');
  assert.deepEqual(only(failed('prep_resize')).otherKinds, ['migrate']);
  assert.equal(only(failed('live_migration')).kind, 'live-migration');
});
