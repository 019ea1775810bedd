// `nova-lens unfold`, and what `cut` says of a log that stands in one line.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { test } from 'node:test';
import { makeSamples } from '../samples/samples';
import { runCli } from '../support/cli';

const log = makeSamples().find(({ name }) => name === 'failed-boot/nova-compute.log')?.text ?? '';
const instance = /\[instance: ([0-9a-f-]{36})\]/.exec(log)?.[1] ?? '';
const folded = `fatal: [cmp01]: FAILED! => ${JSON.stringify({ changed: false, stdout: log })}\n`;

test('a log in a string has a line for each of its own, from standard input, a file or a packed one', async () => {
  const { out, status } = await runCli(['unfold', '-'], { input: folded });
  assert.equal(status, 0);
  assert.equal(out.trimEnd(), log.trimEnd());
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-'));
  try {
    const file = path.join(folder, 'result.log.gz');
    fs.writeFileSync(file, zlib.gzipSync(folded));
    assert.equal((await runCli(['unfold', file])).out, out);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('a log of which each line is one stays as it is, however long', async () => {
  const long = log.repeat(40);
  assert.equal((await runCli(['unfold', '-'], { input: long })).out, long);
});

test('what cannot be read is said', async () => {
  const { err, status } = await runCli(['unfold', '/no/such.log']);
  assert.equal(status, 2);
  assert.match(err, /no file/);
  assert.equal((await runCli(['unfold'])).status, 2);
});

test('cut says that a line holds many, and what makes a line of each', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-'));
  try {
    const file = path.join(folder, 'result.log');
    fs.writeFileSync(file, folded);
    const { out, err, status } = await runCli(['cut', '--instance', instance, file]);
    assert.equal(status, 0);
    assert.equal(out, folded);
    assert.match(err, /^nova-lens: Line 1 of .* holds many lines of a log .*nova-lens unfold/);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
