// In: the scanner of core/scan/, which AssemblyScript compiles with machine.ts of this folder in the place of
// the twin's machine: kernel and twin are one program. Out: kernel.wasm; made anew only where a source has
// changed. And the tables with which it makes an index, so that nobody computes them to open a log.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const files = [
  'index', 'scanner', 'line', 'message', 'rowWriter', 'indexRows', 'columns', 'columnLayout',
  'spans', 'strands', 'outcomes', 'nameless', 'spanLayout', 'prints', 'head', 'match', 'intern',
  'loggerNames', 'values', 'writers', 'layout', 'calendar', 'prefix', 'prefixLayout', 'prefixTime', 'voices',
  'zones', 'undress', 'dressLayout',
];

const flags = [
  'index.ts', '--outFile', 'kernel.wasm', '-O3', '--noAssert', '--runtime', 'stub',
  '--enable', 'simd', '--enable', 'bulk-memory', '--initialMemory', '80',
];
/** Engines do not inline WebAssembly: a call per line and field is a tenth of the time. Sizes up to which a
 *  function is put where it is called: always, where it calls nothing and has no loop, and where that is the
 *  only place. */
const inlined = { always: 30, flexible: 300, once: 100_000 };

/** @param folder where kernel.wasm and index.tables go. */
export async function buildScanner(root, folder) {
  fs.mkdirSync(folder, { recursive: true });
  await buildKernel(root, folder);
  await buildTables(root, folder);
}

async function buildTables(root, folder) {
  const entryPoints = [path.join(root, 'src', 'core', 'indexTables.ts')];
  const form = { bundle: true, format: 'cjs', platform: 'node', write: false };
  const { outputFiles } = await build({ entryPoints, ...form });
  const module = { exports: {} };
  new Function('module', outputFiles[0].text)(module);
  fs.writeFileSync(path.join(folder, 'index.tables'), module.exports.indexTables());
}

async function buildKernel(root, folder) {
  const sources = new Map(files.map((name) => {
    const file = path.join(root, 'src', 'core', 'scan', `${name}.ts`);
    return [`${name}.ts`, fs.readFileSync(file, 'utf8')];
  }));
  sources.set('machine.ts', fs.readFileSync(path.join(import.meta.dirname, 'machine.ts'), 'utf8'));
  const all = JSON.stringify([...sources, flags, inlined]);
  const key = createHash('sha256').update(all).digest('hex').slice(0, 16);
  const made = path.join(root, 'out', 'kernel', `${key}.wasm`);
  if (!fs.existsSync(made)) await compile(sources, made);
  fs.copyFileSync(made, path.join(folder, 'kernel.wasm'));
}

async function compile(sources, made) {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes;
  const { error, stderr } = await asc.main(flags, {
    readFile: (name) => sources.get(path.basename(name)) ?? null,
    writeFile: (_name, data) => { bytes = data; },
    listFiles: () => [],
  });
  if (error) throw new Error(`the kernel does not compile: ${error.message}\n${stderr.toString()}`);
  fs.mkdirSync(path.dirname(made), { recursive: true });
  fs.writeFileSync(made, await inline(bytes));
}

async function inline(bytes) {
  const { default: binaryen } = await import('binaryen');
  const module = binaryen.readBinary(bytes);
  const { BulkMemory, BulkMemoryOpt, MutableGlobals, MVP, SIMD128 } = binaryen.Features;
  module.setFeatures(MVP | MutableGlobals | BulkMemory | BulkMemoryOpt | SIMD128);
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  binaryen.setAlwaysInlineMaxSize(inlined.always);
  binaryen.setFlexibleInlineMaxSize(inlined.flexible);
  binaryen.setOneCallerInlineMaxSize(inlined.once);
  module.optimize();
  return module.emitBinary();
}
