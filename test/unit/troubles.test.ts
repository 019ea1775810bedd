// Warnings and errors of a log, like ones together, and which of them are explained.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDigest } from '../../src/core/digest';
import type { Digest } from '../../src/core/model';
import { explainedSharer } from '../../src/core/statements/explainedShare';
import { loadFacts, loadStatements } from '../../src/knowledge/facts/index';

const head = (second: number, level: string, logger: string) =>
  `2024-05-06 09:11:${String(second % 60).padStart(2, '0')}.000 7 ${level} ${logger} [-]`;

function digestOf(lines: readonly string[]): Digest {
  const reader = openDigest('a.log');
  reader.push(new TextEncoder().encode(`${lines.join('\n')}\n`));
  return reader.end();
}

test('lines that differ in ids and numbers are one kind, and its first lines are kept', () => {
  const lines = Array.from({ length: 100 }, (_, at) => `${head(at, 'WARNING', 'nova.x')} job ${at} is late`);
  const [kind, ...others] = digestOf(lines).troubles?.kinds ?? [];
  assert.deepEqual(others, []);
  assert.deepEqual([kind?.count, kind?.lines.length, kind?.message], [100, 64, 'job 0 is late']);
});

test('lines of other programs, of lower levels and of tracebacks are none', () => {
  const { troubles } = digestOf([
    `${head(1, 'INFO', 'nova.x')} fine`, `${head(2, 'ERROR', 'neutron.x')} bad`, `${head(3, 'ERROR', 'nova.x')} bad`,
    '2024-05-06 09:11:04.000 7 ERROR nova.x Traceback (most recent call last):',
    '2024-05-06 09:11:04.000 7 ERROR nova.x   File "a.py", line 1, in f',
  ]);
  assert.deepEqual(troubles?.kinds.map(({ message, count }) => [message, count]), [['bad', 1]]);
});

test('kinds are bounded, and what is beyond is counted', () => {
  const word = (at: number) => String.fromCharCode(...[...String(at)].map((digit) => 97 + Number(digit)));
  const lines = Array.from({ length: 1200 }, (_, at) => `${head(1, 'ERROR', 'nova.x')} bad ${word(at)}z`);
  const { troubles } = digestOf(lines);
  assert.deepEqual([troubles?.kinds.length, troubles?.others], [1000, 200]);
});

test('the share counts every line, and names what is not explained at its line', async () => {
  const share = explainedSharer(await loadStatements(), await loadFacts());
  const found = share(digestOf([
    ...Array.from({ length: 3 }, () => `${head(1, 'WARNING', 'nova.virt.libvirt.imagecache')} `
      + 'Unknown base file: /var/lib/nova/instances/_base/abc'),
    `${head(2, 'ERROR', 'nova.compute.manager')} Something that Nova has never said`,
    `${head(3, 'ERROR', 'nova.compute.manager')} Failed: nova.exception.VolumeNotCreated: Volume x did not finish`,
  ]));
  assert.deepEqual([found.troubles, found.explained], [5, 4]);
  assert.deepEqual(found.unexplained.map(({ text, count, first }) => [text, count, first.line]),
    [['Something that Nova has never said', 1, 3]]);
});

test('what RPC hands back is explained by its exception, and texts of libraries by theirs', async () => {
  const share = explainedSharer(await loadStatements(), await loadFacts());
  const rpc = 'nova.openstack.common.rpc.common';
  const found = share(digestOf([
    `${head(1, 'ERROR', rpc)} Returning exception Unexpected error while running command.`,
    `${head(2, 'ERROR', rpc)} Returning exception Binding failed for port x, please check neutron logs for more `
      + 'information. to caller',
    `${head(3, 'ERROR', rpc)} Returning exception something that nobody raises to caller`,
    `${head(4, 'ERROR', 'nova.compute.manager')} Auth plugin requires parameters which were not given: auth_url`,
  ]));
  assert.deepEqual([found.troubles, found.explained], [4, 3]);
  assert.deepEqual(found.unexplained.map(({ first }) => first.line), [2]);
});
