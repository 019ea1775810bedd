// A line that gives up in words, with no exception → those words, where an operator looks for them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Operation } from '../../src/core/model';
import { renderFinding } from '../../src/core/render/finding';
import { runCli } from '../support/cli';
import { scratchFolder } from '../support/scratch';
import { analyseText, log, vm } from '../support/story';

const gaveUp = '1 ERROR mgr r1 vm the lamp is too dim. Setting instance vm_state to ERROR';

function only(rows: string): Operation {
  const [operation] = analyseText(log(rows)).timelines.flatMap(({ operations }) => operations);
  assert.ok(operation);
  return operation;
}

test('the words of the line are told, with its place', () => {
  const { reason, rootCause } = only(gaveUp);
  assert.equal(rootCause, undefined);
  assert.deepEqual([reason?.text, reason?.at.line], ['the lamp is too dim', 0]);
});

test('where an exception is known, it is told alone', () => {
  const known = `${gaveUp}
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 1743, in terminate_instance
|    self._delete_instance(context, instance)
|LampError: the lamp is too dim`;
  assert.equal(only(known).reason, undefined);
  assert.ok(only(known).rootCause);
});

test('a traceback as a list of which nothing is left gives no reason', () => {
  assert.equal(only("1 ERROR mgr r1 vm Error: ['Traceback").reason, undefined);
});

const stopping = '0 DEBUG api r1 vm Going to try to stop instance';
const answer = (status: number): string =>
  `2 INFO wsgi r1 10.0.0.5 "POST /v2.1/p/servers/${vm}/action HTTP/1.1" status: ${status} len: 335 time: 0.1340361`;

test('what the API told its caller is the reason, else the status of its answer', () => {
  const silent = only(`${stopping}\n${answer(500)}`);
  assert.deepEqual([silent.outcome, silent.reason?.text, silent.reason?.at.line], ['failed', 'HTTP 500', 1]);
  const thrown = '1 INFO nova.api.openstack.wsgi r1 HTTP exception thrown: the lamp is taken';
  const told = only(`${stopping}\n${thrown}\n${answer(409)}`);
  assert.deepEqual([told.outcome, told.reason?.text], ['failed', 'the lamp is taken']);
});

test('what the API caught is told with the class that its words have, or in words', () => {
  const caught = (text: string): Operation =>
    only(`${stopping}\n1 ERROR nova.api.openstack r1 Caught error: ${text}\n${answer(500)}`);
  assert.equal(caught("'NoneType' object has no attribute 'id'").rootCause?.type, 'AttributeError');
  assert.equal(caught('the lamp is broken').reason?.text, 'the lamp is broken');
});

test('the problem and the report say the words, and no diagnosis is made up', async (context) => {
  const { findings, timelines } = analyseText(log(gaveUp));
  const [finding] = findings;
  const text = finding ? renderFinding(finding, timelines[0]?.operations[0]) : '';
  assert.match(text, /failed .*: “the lamp is too dim”/);
  const file = path.join(scratchFolder(context), 'c.log');
  fs.writeFileSync(file, `${log(gaveUp)}\n`);
  assert.match((await runCli(['report', file])).out, /reason +in words only, at line 1\n +the lamp is too dim/);
  assert.match((await runCli(['report', '--lang', 'zh', file])).out, /仅有文字说明/);
});
