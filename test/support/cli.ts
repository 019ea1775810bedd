// The built command line, run as people run it.

import { spawn } from 'node:child_process';
import path from 'node:path';

export const cliPath = path.resolve('dist/cli.js');

export interface CliResult {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

export function runCli(args: readonly string[], { input = '', env = {}, cwd }: CliOptions = {}): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cliPath, ...args], {
      env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', LC_ALL: 'C.UTF-8', ...env }, ...(cwd === undefined ? {} : { cwd }),
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
