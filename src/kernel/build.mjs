// In: the scanner of core/scan/, which AssemblyScript compiles with machine.ts of this folder in the place of
// the twin's machine: kernel and twin are one program. Out: kernel.wasm; made anew only where a source has
// changed. And the tables with which it makes an index, so that nobody computes them to open a log.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const files = [
  'index', 'scanner', 'line', 'message', 'rowWriter', 'indexRows', 'columns', 'columnLayout', 'spans',
  'strands', 'spanLayout', 'prints', 'head', 'match', 'intern', 'loggerNames', 'values', 'writers', 'layout',
  'calendar', 'prefix', 'prefixLayout', 'prefixTime', 'voices', 'zones',
];

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
  const key = createHash('sha256').update(JSON.stringify([...sources])).digest('hex').slice(0, 16);
  const made = path.join(root, 'out', 'kernel', `${key}.wasm`);
  if (!fs.existsSync(made)) await compile(sources, made);
  fs.copyFileSync(made, path.join(folder, 'kernel.wasm'));
}

async function compile(sources, made) {
  const { default: asc } = await import('assemblyscript/asc');
  fs.mkdirSync(path.dirname(made), { recursive: true });
  const { error, stderr } = await asc.main([
    'index.ts', '--outFile', 'kernel.wasm', '-O3', '--noAssert', '--runtime', 'stub',
    '--enable', 'simd', '--enable', 'bulk-memory', '--initialMemory', '80',
  ], {
    readFile: (name) => sources.get(path.basename(name)) ?? null,
    writeFile: (_name, data) => fs.writeFileSync(made, data),
    listFiles: () => [],
  });
  if (error) throw new Error(`the kernel does not compile: ${error.message}\n${stderr.toString()}`);
}
