// Logs that come through a pipe with a name, and a disk that has no room for what is written meanwhile: what
// is told is what the file tells, or one sentence says why nothing is.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import zlib from 'node:zlib';
import { generateLarge } from '../samples/large';
import { runCli } from '../support/cli';
import type { CliResult } from '../support/cli';
import { scratchFolder } from '../support/scratch';

const text = [...generateLarge(600_000)].join('');
const onUnix = { skip: process.platform === 'win32' };

/** Runs a command on a pipe through which a file comes. */
async function throughPipe(
  t: TestContext, content: Uint8Array, ...args: readonly string[]
): Promise<CliResult> {
  const folder = scratchFolder(t, { file: content });
  execFileSync('mkfifo', [`${folder}/log`]);
  const writer = spawn('sh', ['-c', 'cat file > log'], { cwd: folder });
  const result = await runCli([...args, 'log'], { cwd: folder });
  writer.kill();
  return result;
}

test('what comes through a pipe with a name is summed up as the file is', onUnix, async (t) => {
  const folder = scratchFolder(t, { log: text });
  const id = /\[instance: ([0-9a-f-]{36})\]/.exec(text)?.[1] ?? '';
  for (const how of [['--summary'], ['--instance', id, '--summary'], []]) {
    const args = ['report', ...how];
    const wanted = await runCli([...args, 'log'], { cwd: folder });
    assert.deepEqual(await throughPipe(t, Buffer.from(text), ...args), wanted, args.join(' '));
    if (how.length !== 1) continue;
    assert.deepEqual(await throughPipe(t, zlib.gzipSync(text), ...args), wanted, `${args.join(' ')}, packed`);
  }
});

test('what comes through a pipe and cannot be summed up is told to be so', onUnix, async (t) => {
  const { status, out, err } = await throughPipe(t, Buffer.from('hello\n'), 'report', '--summary');
  assert.deepEqual([status, out], [2, '']);
  assert.match(err, /^nova-lens: “log” cannot be summed up: .*\n$/);
});

test('nothing is cut out of a pipe, which cannot be read twice', onUnix, async (t) => {
  const { status, out, err } = await throughPipe(t, Buffer.from(text), 'cut', '--failures');
  assert.deepEqual([status, out], [2, '']);
  assert.match(err, /^nova-lens: cut reads its logs twice, .* pipes .*\n$/);
});

test('without a folder for temporary files all is told that needs none, and nothing false of the log', async (t) => {
  const folder = scratchFolder(t, { log: text });
  const env = { TMPDIR: `${folder}/none`, TEMP: `${folder}/none`, TMP: `${folder}/none` };
  const summed = await runCli(['report', '--summary', 'log'], { cwd: folder, env });
  assert.deepEqual([summed.status, summed.out], [2, '']);
  assert.match(summed.err, /^nova-lens: “log” cannot be summed up: there is no room for temporary files \(.*none.*\)/);
  const told = await runCli(['report', '--summary', '--lang', 'zh-cn', 'log'], { cwd: folder, env });
  assert.match(told.err, /无法汇总“log”：没有空间存放临时文件/);
  const indexed = await runCli(['report', '--summary', '--index', 'index', 'log'], { cwd: folder, env });
  const usual = await runCli(['report', '--summary', 'log'], { cwd: folder });
  assert.deepEqual([indexed.out, indexed.err], [usual.out, ''], 'an index is room enough');
  const input = fs.readFileSync(`${folder}/log`);
  const piped = await runCli(['report', '--instance', '0', '--summary', '-'], { cwd: folder, env, input });
  const whole = await runCli(['report', '--instance', '0', '-'], { cwd: folder, input });
  assert.equal(piped.out, whole.out);
});

test('an index that is damaged where it was believed is said to be gone, and is made anew', async (t) => {
  const folder = scratchFolder(t, { log: text });
  const args = ['report', '--summary', '--index', 'index', 'log'];
  const whole = await runCli(args, { cwd: folder });
  const [name = ''] = fs.readdirSync(`${folder}/index`);
  // its directory stands at its end, columns before it
  const bytes = fs.readFileSync(`${folder}/index/${name}`);
  fs.writeFileSync(`${folder}/index/${name}`, bytes.fill(0x55, 0, bytes.length >> 2));
  const { status, out, err } = await runCli(args, { cwd: folder });
  assert.deepEqual([status, out], [2, '']);
  assert.equal(err, 'nova-lens: The index of “log” was damaged and has been removed: read it again.\n');
  assert.deepEqual(await runCli(args, { cwd: folder }), whole);
});

test('an index that cannot be kept is said, and all is told', async (t) => {
  const folder = scratchFolder(t, { log: text });
  const { out, err } = await runCli(['report', '--summary', '--index', 'log/index', 'log'], { cwd: folder });
  assert.equal(out, (await runCli(['report', '--summary', 'log'], { cwd: folder })).out);
  assert.match(err, /^nova-lens: No index of “log” could be kept: ENOTDIR\. .*\n$/);
});
