// A request that is tried again after its claim was given back → a try of its own, measured by itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log } from '../support/story';

const again = log(`
0 INFO claim r1 vm Attempting claim on node one: memory 512 MB, disk 1 GB, vcpus 1 CPU
0.1 INFO claim r1 vm Claim successful on node one
5 DEBUG claim r1 vm Aborting claim: <nova.compute.claims.Claim object at 0x7f>
1800 INFO claim r1 vm Attempting claim on node two: memory 512 MB, disk 1 GB, vcpus 1 CPU
1800.1 INFO claim r1 vm Claim successful on node two`);

test('a claim after one that was given back is the next host\'s try, and the first one did not fail in its claim', () => {
  const [operation] = analyseText(again).timelines[0]?.operations ?? [];
  const tries = operation?.attempts.map(({ host, outcome, phases }) =>
    [host, outcome, ...phases.map((phase) => `${phase.id} ${phase.outcome} ${phase.seconds}`)]);
  assert.deepEqual(tries, [
    ['one', 'rescheduled', 'claim success 0.1'],
    ['two', 'in-progress', 'claim success 0.1'],
  ]);
  assert.equal(operation?.outcome, 'in-progress');
});

test('the time between two tries makes no phase slow', () => {
  const slow = (text: string) => analyseText(text).findings.filter(({ check }) => check === 'slow-phase').length;
  assert.equal(slow(again), 0);
  const once = again.split('\n');
  assert.equal(slow([once[0], once[4]].join('\n')), 1);
});

test('what was left of a bracket behind a request is none of its id', () => {
  const lines = log(`
0 INFO claim r1 vm Attempting claim on node one: memory 512 MB, disk 1 GB, vcpus 1 CPU
1 INFO claim r1 vm Claim successful on node one`).split('\n');
  const cut = (line: string, rest: string): string =>
    line.replace('[None ', '[').replace(' user project - - default default]', `${rest}]`);
  const [first = '', second = ''] = lines;
  const { timelines } = analyseText([cut(first, '- - -'), cut(second, '')].join('\n'));
  assert.deepEqual(timelines[0]?.operations.map(({ places }) => places.length), [2]);
});
