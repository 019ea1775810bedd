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
import { buildScanner } from './src/kernel/build.mjs';
import { common, root, web, webReader, webSuite } from './esbuild.web.mjs';
import { withoutSamples } from './test/harness/withoutSamples.mjs';

const lazyDir = path.join(root, 'dist', 'lazy');

const node = { ...common, platform: 'node', external: ['vscode'] };
const shipped = { minify: true, sourcemap: true, sourcesContent: false };

/** `src/knowledge/facts/options.json` → `knowledge-facts-options.json`; a module `x.data.ts`, which holds
 *  nothing but data, becomes JSON as well, so that the web host can be handed it. */
function chunkName(file) {
  const name = path.relative(path.join(root, 'src'), file).split(path.sep).join('-');
  return name.replace(/\.data\.ts$/, '.json').replace(/\.ts$/, '.js');
}

/** Files that several chunks need and that are large with all they import: each is a chunk of its own, which
 *  the others load with themselves. */
const shared = [
  'knowledge/index', 'knowledge/exceptions/index', 'knowledge/statementNotes/index',
  'knowledge/messages', 'knowledge/options', 'core/digest', 'core/analysis',
  'core/explaining/explain', 'core/explaining/explainLine', 'core/statements/statements',
  'core/statements/explainedTroubles', 'core/conf/confBook', 'core/render/report',
  'core/render/timelineText', 'core/render/titles', 'core/render/finding', 'core/rules/ruleFile',
  'core/lookup', 'disk/read', 'disk/set', 'disk/large/readCatalog', 'knowledge/diagnoses/index',
  'knowledge/diagnoses/sentences', 'knowledge/remedies', 'knowledge/signs',
  'knowledge/messageClasses', 'knowledge/joins/index',
].map((name) => path.join(root, 'src', `${name}.ts`));

/** Makes each dynamic import of a file under src/ a chunk: `found` gets its name and file, `base` leads to
 *  it. With `shares` the shared files are chunks as well, however they are imported. */
function lazyChunks(found, base, shares = false) {
  return {
    name: 'lazy-chunks',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^\.{1,2}\// }, async (args) => {
        const isLazy = args.kind === 'dynamic-import';
        if (args.kind === 'entry-point' || args.pluginData === 'inner') return undefined;
        if (!isLazy && !shares) return undefined;
        const { resolveDir, importer, kind } = args;
        const inner = { resolveDir, importer, kind, pluginData: 'inner' };
        const { path: file, errors } = await resolve(args.path, inner);
        if (errors.length > 0) return { errors };
        if (!file.startsWith(path.join(root, 'src') + path.sep)) return undefined;
        if (!isLazy && !shared.includes(file)) return undefined;
        found.set(chunkName(file), file);
        return { path: base + chunkName(file), external: true };
      });
    },
  };
}

/** What a module of data exports. */
async function dataOf(file) {
  const { outputFiles } = await build({ ...node, entryPoints: [file], write: false });
  const module = { exports: {} };
  new Function('module', outputFiles[0].text)(module);
  return { ...module.exports };
}

/** Files that a loader reads beside it: JSON is copied as it is, modules are bundled; chunks may name
 *  chunks. */
async function buildChunks(found) {
  fs.mkdirSync(lazyDir, { recursive: true });
  const done = new Set();
  for (let todo = [...found]; todo.length > 0; todo = [...found].filter(([name]) => !done.has(name))) {
    for (const [name, file] of todo) {
      done.add(name);
      const outfile = path.join(lazyDir, name);
      if (file.endsWith('.json')) {
        fs.writeFileSync(outfile, JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8'))));
      } else if (name.endsWith('.json')) {
        fs.writeFileSync(outfile, JSON.stringify(await dataOf(file)));
      } else {
        const plugins = [lazyChunks(found, './', true), withoutSamples];
        await build({ ...node, ...shipped, entryPoints: [file], outfile, plugins });
      }
    }
  }
}

function optionsOf(output, found) {
  const plugins = [lazyChunks(found, './lazy/', true), withoutSamples];
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
 *  messages of those that failed, by output. */
export async function buildDist(outputs = ['extension', 'web', 'webReader', 'cli']) {
  const found = new Map();
  const failed = new Map();
  await Promise.all(outputs.map((output) => build({ ...shipped, ...optionsOf(output, found) })
    .catch((error) => failed.set(output, error.message))));
  await buildChunks(found).catch((error) => failed.set('lazy', error.message));
  await buildScanner(root, lazyDir).catch((error) => failed.set('scanner', error.message));
  const cli = path.join(root, 'dist', 'cli.js');
  if (fs.existsSync(cli)) fs.chmodSync(cli, 0o755);
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
  if (folders.includes('integration')) {
    await build(webSuite(entriesOf('integration', '.test.ts')))
      .catch((error) => failed.set('test/integration/web.ts', error.message));
  }
  return failed;
}

async function main(args) {
  const parts = args.filter((arg) => !arg.startsWith('-'));
  const started = performance.now();
  const problems = [];
  const wants = (part) => parts.length === 0 || parts.includes(part);
  if (wants('dist')) problems.push(...(await buildDist()).values());
  if (wants('tests')) problems.push(...(await buildTests()).values());
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
