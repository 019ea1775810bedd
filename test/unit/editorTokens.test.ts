// What stands at a position of a line: ids, names, durations, also where a wrap cut them in two.

import assert from 'node:assert';
import { test } from 'node:test';
import { hasNoMessage, messageIn, messageStart, requestIn, tokenAcross, tokenAt, tookAt, uuidIn } from '../../src/editor/tokens';
import { subjectsNamed } from '../../src/editor/hover/names';

const uuid = 'dd04f3d2-63cb-45f2-9a31-9ecc523bd40f';

test('a UUID, a request id and a dotted name are one token each', () => {
  const line = `[req-${uuid} admin] nova.exception.VolumeNotCreated: Volume ${uuid}.`;
  assert.equal(tokenAt(line, 20)?.text, `req-${uuid}`);
  assert.equal(tokenAt(line, 60)?.text, 'nova.exception.VolumeNotCreated');
  assert.equal(tokenAt(line, line.length - 5)?.text, uuid);
});

test('between words there is no token', () => {
  assert.equal(tokenAt('a  :  b', 3), undefined);
  assert.equal(tokenAt('', 0), undefined);
});

test('an id that a wrap cut in two is found whole from either part', () => {
  const lines = [`Failed to delete volume: ${uuid.slice(0, 34)}`, `${uuid.slice(34)} due to Invalid input`];
  const text = (line: number) => lines[line];
  assert.equal(tokenAcross(text, 0, 40, true)?.text, uuid);
  assert.equal(tokenAcross(text, 1, 1, true)?.text, uuid);
  assert.equal(tokenAcross(text, 0, 40, false)?.text, uuid.slice(0, 34));
  assert.deepEqual(tokenAcross(text, 1, 1, true), { text: uuid, start: 0, end: 2 });
});

test('a request id is no UUID, whatever stands in front of it', () => {
  assert.equal(requestIn(`req-${uuid.toUpperCase()}`), `req-${uuid}`);
  assert.equal(uuidIn(`req-${uuid}`), undefined);
  assert.equal(uuidIn(`volume-${uuid}`), uuid);
  assert.equal(requestIn(uuid), undefined);
});

test('a duration is found from each of its words and nowhere else', () => {
  const line = 'x Took 19.84 seconds to spawn the instance';
  assert.equal(tookAt(line, 3)?.seconds, 19.84);
  assert.equal(tookAt(line, 15)?.seconds, 19.84);
  assert.equal(tookAt(line, 30), undefined);
});

test('a class is known by its capitals, an option by its underscore or its group', () => {
  const kinds = (text: string, before = '') =>
    subjectsNamed(text, before, { start: 0, end: 1 }).map((subject) => `${subject.kind} ${subject.name}`);
  assert.deepEqual(kinds('nova.exception.VolumeNotCreated'), ['class nova.exception.VolumeNotCreated']);
  assert.deepEqual(kinds('Invalid_Remote'), ['class Invalid_Remote']);
  assert.deepEqual(kinds('vif_plugging_timeout'), ['option vif_plugging_timeout']);
  assert.deepEqual(kinds('max_attempts', 'see [scheduler] '), ['option scheduler.max_attempts']);
  assert.deepEqual(kinds('ERROR'), []);
  assert.deepEqual(kinds('instance'), []);
});

test('a message begins behind the head of its line', () => {
  const head = '2026-11-20 10:00:00.000 7 INFO nova.compute.manager [req-1 admin] ';
  assert.equal(messageStart(`${head}[instance: ${uuid}] Took 1 s`), head.length + 13 + uuid.length);
  assert.equal(messageStart(`${head}Claim`), head.length);
  assert.equal(messageStart('  File "x.py", line 1'), 2);
  assert.equal(messageStart(head.trimEnd()), 0);
  const where = '_live_migration /usr/lib/python3/nova/virt/libvirt/driver.py:5916';
  assert.equal(messageIn(`${head}Starting monitoring ${where}`), 'Starting monitoring');
  assert.equal(messageIn(`${head}No such file /etc/x.py`), 'No such file /etc/x.py');
  // lines of a traceback have no context, and brackets of their own
  const bare = '2026-11-20 10:00:00.000 7 ERROR nova.conductor.manager ';
  assert.equal(messageStart(`${bare}    hosts = self._schedule(context, specs[0],`), bare.length + 4);
  assert.equal(messageStart(`${bare}[instance: ${uuid}]     yield`), bare.length + 12 + uuid.length + 5);
  assert.equal(messageStart(`${head}[a, b] are left`), head.length);
});

test('a line may have a head and no message', () => {
  const bare = '2026-11-20 10:00:00.000 7 ERROR nova.conductor.manager';
  for (const text of ['', '  ', bare, `${bare} `, `${bare} [instance: ${uuid}] `, `${bare} [req-1 admin]`]) {
    assert.ok(hasNoMessage(text), text);
  }
  for (const text of ['[abc]', `${bare} x`, `${bare} [req-1 admin] x`, '  yield']) {
    assert.ok(!hasNoMessage(text), text);
  }
});
