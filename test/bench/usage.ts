// A command, run → seconds, CPU seconds and memory of all its processes. bash's `time` adds up what the
// kernel counted for the command and for all children it waited for, to the millisecond; GNU time, where it
// is installed, tells the largest memory of one of them.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Usage } from './figures';

export interface Order {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are a result; 0 and 1, unless said. */
  readonly codes?: readonly number[];
  /** What standard input is; nothing, unless said. */
  readonly input?: string;
}

export interface Ended extends Usage {
  readonly code: number;
  /** What it wrote on standard error. */
  readonly said: string;
}

const gnuTime = ['/usr/bin/time', '/usr/bin/gtime', '/opt/homebrew/bin/gtime'].find((file) => fs.existsSync(file));

/** @throws when it ends with a code that is no result. */
export function run(order: Order, folder: string): Ended {
  const ended = runToEnd(order, folder);
  if ((order.codes ?? [0, 1]).includes(ended.code)) return ended;
  throw new Error(`${order.argv.join(' ').slice(0, 200)} ended with ${ended.code}: ${ended.said.slice(-600)}`);
}

/** Its output goes nowhere. */
export function runToEnd({ argv, env = {}, input = '/dev/null' }: Order, folder: string): Ended {
  const memory = path.join(folder, 'memory.txt');
  const errors = path.join(folder, 'errors.txt');
  fs.rmSync(memory, { force: true });
  const words = gnuTime === undefined ? argv : [gnuTime, '-q', '-f', '%M', '-o', memory, ...argv];
  const script = 'errors=$1; input=$2; shift 2; time "$@" <"$input" >/dev/null 2>"$errors"';
  const { status, stderr, error } = spawnSync('bash', ['-c', script, 'bash', errors, input, ...words], {
    env: { ...process.env, ...env, TIMEFORMAT: '%3R %3U %3S', LC_ALL: 'C' }, encoding: 'utf8',
  });
  if (error) throw error;
  const [seconds = Number.NaN, user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  const said = fs.readFileSync(errors, 'utf8');
  return { code: status ?? -1, said, seconds, cpu: user + system, megabytes: megabytesIn(memory) };
}

function megabytesIn(file: string): number {
  if (!fs.existsSync(file)) return Number.NaN;
  return Number(fs.readFileSync(file, 'utf8').trim().split('\n').at(-1)) * 1024 / 1e6;
}

export function isInstalled(program: string): boolean {
  return spawnSync('bash', ['-c', 'command -v "$1"', 'bash', program], { stdio: 'ignore' }).status === 0;
}
