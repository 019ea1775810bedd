// dist/lazy/ → dist/lazy/compiled/: what V8 makes of the chunks that the command line loads, for the Node
// that builds, so that a command does not parse and compile them at each start (src/cli/compiled.ts reads
// it). The command is run on a made log, in the ways people run it.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { lazyDir, node } from './esbuild.chunks.mjs';
import { root } from './esbuild.web.mjs';

const folder = path.join(lazyDir, 'compiled');
const listFile = path.join(folder, 'list.json');
export const cli = path.join(root, 'dist', 'cli.js');
const megabyte = 1e6;

/** What is done most; {large} has enough text for a worker beside, {small} is read whole. */
const commands = [
  ['report', '--summary', '{large}'],
  ['report', '{small}'],
  ['report', '--json', '{small}'],
  ['cut', '--failures', '{small}'],
  ['explain', 'NoValidHost'],
];

/** Where the command line was built. Throws when a command does not run. */
export async function compileAhead() {
  if (!fs.existsSync(cli) || isCurrent()) return;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const logs = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-'));
  try {
    const [large, small] = [path.join(logs, 'large.log'), path.join(logs, 'small.log')];
    await writeLog(large, 6 * megabyte);
    await writeLog(small, 0.3 * megabyte);
    for (const command of commands) {
      runCommand(command.map((word) => word.replace('{large}', large).replace('{small}', small)), logs);
    }
  } finally {
    fs.rmSync(logs, { recursive: true, force: true });
  }
  writeList();
}

async function writeLog(file, bytes) {
  const { generateLarge } = await generator();
  fs.writeFileSync(file, [...generateLarge(bytes, { polls: 20 })].join(''));
}

async function generator() {
  const entry = path.join(root, 'test', 'samples', 'large.ts');
  const { outputFiles } = await build({ ...node, entryPoints: [entry], write: false });
  const module = { exports: {} };
  new Function('module', 'require', outputFiles[0].text)(module, undefined);
  return module.exports;
}

function runCommand(words, home) {
  const learner = path.join(root, 'esbuild.learner.cjs');
  const args = ['--require', learner, cli, ...words];
  const own = { HOME: home, XDG_CACHE_HOME: home, NODE_OPTIONS: '', NOVA_LENS_COMPILED: folder };
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...own },
  });
  // 1: something failed, in the log
  if (status === 0 || status === 1) return;
  throw new Error(`nova-lens ${words.join(' ')} ends with ${status}: ${stderr}`);
}

/** Whether nothing was built anew since. */
function isCurrent() {
  if (!fs.existsSync(listFile)) return false;
  const text = fs.readFileSync(listFile, 'utf8');
  const names = Object.keys(JSON.parse(text).chunks);
  const areThere = names.length > 0 && names.every((name) => fs.existsSync(path.join(lazyDir, name)));
  return areThere && listOf(names) === text;
}

function writeList() {
  const names = fs.readdirSync(folder).map((name) => path.basename(name, '.bin')).sort();
  fs.writeFileSync(listFile, listOf(names));
}

/** As src/cli/compiled.ts reads it. */
function listOf(names) {
  const chunks = Object.fromEntries(names.map((name) => {
    const { size, mtimeMs } = fs.statSync(path.join(lazyDir, name));
    return [name, { size, time: mtimeMs }];
  }));
  return JSON.stringify({ version: process.version, arch: process.arch, chunks });
}
