// Lazy chunks of the node outputs: what each file under src/ that is imported on first use becomes, and what
// several of them share. In: the files that were found to be chunks. Out: dist/lazy/.

import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { common, root } from './esbuild.web.mjs';
import { withoutSamples } from './test/harness/withoutSamples.mjs';

export const lazyDir = path.join(root, 'dist', 'lazy');
export const node = { ...common, platform: 'node', external: ['vscode'] };
export const shipped = { minify: true, sourcemap: true, sourcesContent: false };

/** What a chunk exports never changes: read as it is, not by a function for each. */
const footer = { js: 'module.exports = { ...module.exports };' };

const src = path.join(root, 'src') + path.sep;

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
].map((name) => `${src}${name}.ts`);

/** Folders of which most chunks need some part, and files that most need: chunks too, but only for chunks.
 *  What starts first takes the few it needs into itself, and so does a worker that is to begin quickly. */
const families = [
  'core/reading', 'core/scan', 'knowledge/evidence', 'knowledge/formats.ts', 'knowledge/messageWords.ts',
  'knowledge/deployments.ts', 'core/template.ts', 'core/faults/traceback.ts', 'core/render/editorWords.ts',
  'core/render/largeWords.ts', 'core/render/words.ts',
].map((name) => src + name);
const alone = ['disk/large/scanWorker'].map((name) => `${src}${name}.ts`);
/** Constants become numbers where they are used. */
const constants = /layout\.ts$/i;

function familyOf(file) {
  if (constants.test(file)) return undefined;
  return families.find((family) => file === family || file.startsWith(family + path.sep));
}

/** `src/knowledge/facts/options.json` → `knowledge-facts-options.json`; a module `x.data.ts`, which holds
 *  nothing but data, becomes JSON as well, so that the web host can be handed it; a folder becomes one. */
function chunkName(file) {
  const name = path.relative(src, file).split(path.sep).join('-');
  const chunk = name.replace(/\.data\.ts$/, '.json').replace(/\.ts$/, '.js');
  return path.extname(file) === '' ? `${chunk}.js` : chunk;
}

/** Makes each dynamic import of a file under src/ a chunk: `found` gets its name and file, `base` leads to
 *  it. @param shares what are chunks however they are imported: `shared` files, for a chunk families too
 *  @param chunk the file or folder of the chunk that is built */
export function lazyChunks(found, base, { shares = false, chunk } = {}) {
  const external = (file) => {
    found.set(chunkName(file), file);
    return { path: base + chunkName(file), external: true };
  };
  return {
    name: 'lazy-chunks',
    setup({ onLoad, onResolve, resolve }) {
      onResolve({ filter: /^\.{1,2}\// }, async (args) => {
        const { kind, importer, pluginData, resolveDir } = args;
        const isLazy = kind === 'dynamic-import';
        if (kind === 'entry-point' || pluginData === 'inner' || !isLazy && !shares) return undefined;
        const inner = { resolveDir, importer, kind, pluginData: 'inner' };
        const { path: file, errors } = await resolve(args.path, inner);
        if (errors.length > 0) return { errors };
        if (!file.startsWith(src)) return undefined;
        if (isLazy || shared.includes(file)) return external(file);
        const family = chunk === undefined || alone.includes(chunk) ? undefined : familyOf(file);
        return family === undefined || family === chunk ? undefined : external(family);
      });
    },
  };
}

/** The chunk of a folder gives all that its files export. */
async function entryOf(file) {
  if (!fs.statSync(file).isDirectory()) return { entryPoints: [file] };
  const names = fs.readdirSync(file)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !constants.test(name));
  await refuseNamesakes(names.map((name) => path.join(file, name)));
  const contents = names.map((name) => `export * from './${path.basename(name, '.ts')}';`).join('\n');
  return { stdin: { contents, resolveDir: file, loader: 'ts' } };
}

/** Of two exports of one name a folder's chunk would give none. */
async function refuseNamesakes(files) {
  const form = { ...node, format: 'esm', write: false, metafile: true, outdir: lazyDir };
  const { metafile } = await build({ ...form, entryPoints: files });
  const owners = new Map();
  for (const { entryPoint, exports } of Object.values(metafile.outputs)) {
    if (path.basename(entryPoint) === 'index.ts') continue;
    for (const name of exports) {
      if (owners.has(name)) throw new Error(`${entryPoint} and ${owners.get(name)} both export ${name}`);
      owners.set(name, entryPoint);
    }
  }
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
export async function buildChunks(found) {
  fs.mkdirSync(lazyDir, { recursive: true });
  const loads = new Map();
  for (let todo = [...found]; todo.length > 0; todo = [...found].filter(([name]) => !loads.has(name))) {
    for (const [name, file] of todo) loads.set(name, await buildChunk(name, file, found));
  }
  for (const name of loads.keys()) refuseCircle(name, loads, []);
}

/** A chunk that needs itself before it is there would find nothing in it. */
function refuseCircle(name, loads, above) {
  if (above.includes(name)) throw new Error(`chunks load each other: ${[...above, name].join(' → ')}`);
  for (const next of loads.get(name) ?? []) refuseCircle(next, loads, [...above, name]);
}

/** A file that stays as it is keeps its time, by which what was compiled of it is known to be of it. */
function writeNew(file, text) {
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
}

/** @returns the chunks that it loads with itself. */
async function buildChunk(name, file, found) {
  const outfile = path.join(lazyDir, name);
  if (file.endsWith('.json')) {
    writeNew(outfile, JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8'))));
  } else if (name.endsWith('.json')) {
    writeNew(outfile, JSON.stringify(await dataOf(file)));
  } else {
    const plugins = [lazyChunks(found, './', { shares: true, chunk: file }), withoutSamples];
    const { metafile, outputFiles } = await build({
      ...node, ...shipped, ...await entryOf(file), outfile, plugins, footer, metafile: true, write: false,
    });
    for (const { path: output, text } of outputFiles) writeNew(output, text);
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    const loaded = imports.filter((one) => one.external && one.kind !== 'dynamic-import');
    return loaded.flatMap((one) => one.path.startsWith('./') ? path.basename(one.path) : []);
  }
  return [];
}
