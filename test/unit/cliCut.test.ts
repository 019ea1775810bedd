// `nova-lens cut`: the lines about one thing, out of several logs, in time order.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import zlib from 'node:zlib';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-cut-'));
after(() => fs.rmSync(folder, { recursive: true }));

const one = '11111111-2222-3333-4444-555555555555';
const two = '99999999-2222-3333-4444-555555555555';
const request = 'req-0a0a0a0a-0000-4000-8000-000000000001';
const line = (time: string, text: string, level = 'INFO') =>
  `2024-05-06 ${time} 7 ${level} nova.compute.manager [None ${request} u p - - - -] ${text}`;
const compute = [
  line('09:11:10.000', `[instance: ${one}] Took 5.00 seconds to spawn the instance on the hypervisor.`),
  line('09:11:11.000', 'something else').replace(request, '-'),
  line('09:11:12.000', `[instance: ${two}] Took 5.00 seconds to spawn the instance on the hypervisor.`)
    .replace('000001 u', '000002 u'),
];
const api = [line('09:11:09.000', `Action: x for ${one}`).replace('compute.manager', 'api.x')];
fs.writeFileSync(path.join(folder, 'nova-compute.log'), `${compute.join('\n')}\n`);
fs.writeFileSync(path.join(folder, 'nova-api.log.1.gz'), zlib.gzipSync(`${api.join('\n')}\n`));

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function cut(...args: string[]): Ran {
  const command = ['dist/cli.js', 'cut', '--lang', 'en', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command,
    { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

test('the lines of an instance come from all logs, packed ones too, in time order', () => {
  const { status, out } = cut('--instance', '1111', folder);
  assert.equal(status, 0);
  assert.deepEqual(out.split('\n'), [...api, compute[0], '']);
});

test('the origin of each line can stand before it, and such a file is a log again', () => {
  const file = path.join(folder, 'cut.out');
  assert.equal(cut('--request', request, '--origin', '--output', file, folder).status, 0);
  const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
  assert.match(lines[0] ?? '', /nova-api\.log\.1\.gz:1:2024/);
  const command = ['dist/cli.js', 'report', '--json', file];
  const { stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  assert.match(stdout, new RegExp(`"instance":"${one}"`));
  fs.rmSync(file);
});

test('a span of time has every line of it', () => {
  const { out } = cut('--from', '09:11:10', '--to', '09:11:11', folder);
  assert.deepEqual(out.trimEnd().split('\n'), compute.slice(0, 2));
});

test('a span may be open at either end', () => {
  assert.deepEqual(cut('--from', '09:11:11', folder).out.trimEnd().split('\n'), compute.slice(1));
  assert.deepEqual(cut('--to', '09:11:10', folder).out.trimEnd().split('\n'), [...api, compute[0]]);
});

test('nothing found, misuse and bad times are told apart', () => {
  assert.equal(cut('--instance', 'abcd', folder).status, 1);
  assert.equal(cut('--from', 'soon', folder).status, 2);
  assert.equal(cut(folder).status, 2);
  assert.equal(cut('--failures', '--instance', '1', folder).status, 2);
  assert.match(cut('--failures', '-').err, /standard input/);
});
