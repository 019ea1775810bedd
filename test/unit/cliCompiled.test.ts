// What the build compiles ahead: it runs in place of the text of a chunk as long as it was made of it, by
// this Node; else the text is compiled.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startFlags, startQuickly } from '../../src/cli/compiled';

const root = path.join(__dirname, '..', '..', '..');
const lazy = path.join(root, 'dist', 'lazy');
const load = createRequire(__filename);
let folder = '';

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-compiled-'));
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Compiled {
  readonly chunk: string;
  readonly bin: string;
  readonly list: string;
}

/** A chunk compiled ahead; as it is given, it says 1. */
function compile(name: string, text = 'const said = () => 1; module.exports = said();'): Compiled {
  const dir = path.join(folder, name);
  const [chunk, compiled] = [path.join(dir, 'said.js'), path.join(dir, 'compiled')];
  fs.mkdirSync(compiled, { recursive: true });
  fs.writeFileSync(chunk, text);
  const learner = path.join(root, 'esbuild.learner.cjs');
  const { status, stderr } = spawnSync(process.execPath, [...startFlags, '--require', learner, chunk], {
    encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', NOVA_LENS_COMPILED: compiled },
  });
  assert.equal(status, 0, stderr);
  const list = path.join(compiled, 'list.json');
  writeList(list, chunk, process.version);
  return { chunk, list, bin: path.join(compiled, 'said.js.bin') };
}

function writeList(list: string, chunk: string, version: string): void {
  const { size, mtimeMs } = fs.statSync(chunk);
  const chunks = { 'said.js': { size, time: mtimeMs } };
  fs.writeFileSync(list, JSON.stringify({ version, arch: process.arch, chunks }));
}

/** Other text of the same length, which V8 does not tell from the one it compiled. */
function sayTwo({ chunk }: Compiled): void {
  fs.writeFileSync(chunk, fs.readFileSync(chunk, 'utf8').replace('1', '2'));
}

function said({ chunk }: Compiled): unknown {
  startQuickly(path.dirname(chunk));
  return load(chunk);
}

test('what was compiled ahead runs', () => {
  const compiled = compile('as-built');
  sayTwo(compiled);
  writeList(compiled.list, compiled.chunk, process.version);
  assert.equal(said(compiled), 1, 'the code was taken, not the text');
});

test('a chunk that was built anew is compiled from its text', () => {
  const compiled = compile('built-anew');
  sayTwo(compiled);
  fs.utimesSync(compiled.chunk, new Date(), new Date(Date.now() + 60_000));
  assert.equal(said(compiled), 2);
});

test('what was compiled for another Node is left alone', () => {
  const compiled = compile('other-node');
  sayTwo(compiled);
  writeList(compiled.list, compiled.chunk, 'v18.0.0');
  assert.equal(said(compiled), 2);
});

test('code that is cut off or gone, or a list that cannot be read, costs nothing but time', () => {
  const cut = compile('cut');
  fs.truncateSync(cut.bin, 100);
  assert.equal(said(cut), 1);
  const gone = compile('gone');
  fs.rmSync(gone.bin);
  assert.equal(said(gone), 1);
  const unread = compile('unread');
  fs.writeFileSync(unread.list, '{');
  assert.equal(said(unread), 1);
});

test('errors tell the true line and column of a chunk', () => {
  const compiled = compile('stack', 'module.exports = new Error("here").stack;');
  const first = (stack: unknown) => String(stack).split('\n')[1];
  const ahead = first(said(compiled));
  fs.rmSync(compiled.bin);
  Reflect.deleteProperty(load.cache, compiled.chunk);
  assert.match(ahead ?? '', /said\.js:1:18\)?$/);
  assert.equal(first(said(compiled)), ahead);
});

test('the build leaves compiled what reports load, and nothing is built anew behind it', () => {
  const text = fs.readFileSync(path.join(lazy, 'compiled', 'list.json'), 'utf8');
  const { version, chunks } = JSON.parse(text) as {
    version: string; chunks: Record<string, { size: number; time: number }>;
  };
  assert.equal(version, process.version);
  for (const name of ['core-reading.js', 'core-analysis.js', 'cli-wholeReport.js', 'cli-tellSummary.js']) {
    assert.ok(name in chunks, name);
  }
  for (const [name, { size, time }] of Object.entries(chunks)) {
    const now = fs.statSync(path.join(lazy, name));
    assert.deepEqual({ size: now.size, time: now.mtimeMs }, { size, time }, name);
    assert.ok(fs.existsSync(path.join(lazy, 'compiled', `${name}.bin`)), name);
  }
});
