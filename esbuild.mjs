// In: src/ and test/. Out: dist/ (extension for the node host, extension for the web host, command line, lazy
// chunks) and out/ (tests, benchmark, sample generator). Run: node esbuild.mjs [--watch] [dist|tests ...]
//
// VS Code's node host loads CommonJS, its web host one script without `require`. So in the node outputs each
// `import('./x')` of our own becomes a file in dist/lazy/ that is read on first use; in the web output the
// same module stays inside the bundle, JSON as a string that is parsed on first use.

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildChunks, lazyChunks, lazyDir, node, shipped } from './esbuild.chunks.mjs';
import { cli, compileAhead } from './esbuild.compiled.mjs';
import { buildScanner } from './src/kernel/build.mjs';
import { root, web, webReader, webSuite } from './esbuild.web.mjs';
import { withoutSamples } from './test/harness/withoutSamples.mjs';

function optionsOf(output, found) {
  const plugins = [lazyChunks(found, './lazy/', { shares: true }), withoutSamples];
  const entryPoints = [output === 'cli' ? 'src/cli.ts' : 'src/extension.ts'];
  switch (output) {
    case 'cli':
      return { ...node, entryPoints, outfile: 'dist/cli.js', plugins, banner: { js: '#!/usr/bin/env node' } };
    case 'web':
      return { ...web, entryPoints, outfile: 'dist/web/extension.js' };
    case 'webReader':
      return { ...webReader, outfile: 'dist/web/reader.js' };
    default:
      return { ...node, entryPoints, outfile: 'dist/extension.js', plugins };
  }
}

/** Builds dist/ or these outputs of it. One that does not compile does not hide the others: returns the
 *  messages of those that failed, by output.
 *  @param isWatched it is built again soon: nothing is compiled ahead */
export async function buildDist(outputs = ['extension', 'web', 'webReader', 'cli'], isWatched = false) {
  const found = new Map();
  const failed = new Map();
  await Promise.all(outputs.map((output) => build({ ...shipped, ...optionsOf(output, found) })
    .catch((error) => failed.set(output, error.message))));
  await buildChunks(found).catch((error) => failed.set('lazy', error.message));
  await buildScanner(root, lazyDir).catch((error) => failed.set('scanner', error.message));
  if (fs.existsSync(cli)) fs.chmodSync(cli, 0o755);
  if (failed.size === 0 && !isWatched) {
    await compileAhead().catch((error) => failed.set('compiled', error.message));
  }
  return failed;
}

/** The files of test/FOLDER that are built on their own. */
function entriesOf(folder, ends) {
  const dir = path.join(root, 'test', folder);
  if (!fs.existsSync(dir)) return [];
  return fs.readdirSync(dir).sort()
    .filter((name) => name.endsWith(ends) && !name.endsWith('.d.ts'))
    .map((name) => `test/${folder}/${name}`);
}

const testFolders = {
  unit: '.test.ts', corpus: '.test.ts', grammar: '.test.ts', integration: '.ts', ui: '.ts', bench: '.ts',
  samples: '.ts',
};

/** Builds the folders of test/ into out/test/. One file that does not compile does not hide the others:
 *  returns the messages of those that failed, by file. */
export async function buildTests(folders = Object.keys(testFolders)) {
  const entryPoints = folders.flatMap((folder) => entriesOf(folder, testFolders[folder]))
    .filter((entry) => entry !== 'test/integration/web.ts');
  const found = new Map();
  const options = {
    ...node, sourcemap: true, outbase: 'test', outdir: 'out/test',
    // dev tools stay in node_modules; our own code is bundled, its lazy chunks are those of dist/
    packages: 'external', plugins: [lazyChunks(found, lazyDir + path.sep)],
  };
  const failed = new Map();
  try {
    await build({ ...options, entryPoints });
  } catch {
    for (const entry of entryPoints) {
      await build({ ...options, entryPoints: [entry] }).catch((error) => failed.set(entry, error.message));
    }
  }
  await buildChunks(found);
  await buildScanner(root, lazyDir).catch((error) => failed.set('scanner', error.message));
  return failed;
}

/** Builds the integration tests for the web host, those whose names hold one of the words. Returns the
 *  messages of what failed, by file. */
export async function buildWebTests(words = []) {
  const failed = new Map();
  await build(webSuite(entriesOf('integration', '.test.ts'), words))
    .catch((error) => failed.set('test/integration/web.ts', error.message));
  return failed;
}

async function main(args) {
  const parts = args.filter((arg) => !arg.startsWith('-'));
  const started = performance.now();
  const problems = [];
  const wants = (part) => parts.length === 0 || parts.includes(part);
  if (wants('dist')) problems.push(...(await buildDist(undefined, args.includes('--watch'))).values());
  if (wants('tests')) {
    for (const failed of [await buildTests(), await buildWebTests()]) problems.push(...failed.values());
  }
  for (const problem of problems) console.error(problem);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(problems.length > 0 ? `[build] failed after ${seconds} s` : `[build] done in ${seconds} s`);
  return problems.length === 0;
}

function watch(args) {
  let timer;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log('[watch] change seen');
      void main(args);
    }, 100);
  };
  for (const folder of ['src', 'test']) fs.watch(path.join(root, folder), { recursive: true }, again);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2);
  const good = await main(args);
  if (args.includes('--watch')) watch(args);
  else process.exitCode = good ? 0 : 1;
}
