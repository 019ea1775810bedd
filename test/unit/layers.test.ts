// Every import in src/ against the table of who may import whom, and no circles.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { sourceFiles, type Source } from '../support/sources';

type Layer = 'knowledge' | 'core' | 'kernel' | 'disk' | 'editor' | 'cli' | 'extension.ts' | 'cli.ts';

interface Rights {
  readonly layers: readonly Layer[];
  readonly packages: readonly RegExp[];
}

const table: Readonly<Record<Layer, Rights>> = {
  knowledge: { layers: ['knowledge'], packages: [] },
  core: { layers: ['core', 'knowledge'], packages: [] },
  // compiled by AssemblyScript with the sources of core/scan
  kernel: { layers: [], packages: [] },
  // libraries of archives: ARCHITECTURE.md says why each of them
  disk: { layers: ['disk', 'core'], packages: [/^node:/, /^(?:fzstd|tar-stream|xz-decompress|yauzl)$/] },
  editor: { layers: ['editor', 'core'], packages: [/^vscode$/] },
  cli: { layers: ['cli', 'disk', 'core'], packages: [/^node:/] },
  'extension.ts': { layers: ['editor'], packages: [/^vscode$/] },
  'cli.ts': { layers: ['cli'], packages: [/^node:/] },
};

/** What a file may import though its layer may not, each for its reason. */
const exceptions: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  // logs too large for a document are read from the disk
  { from: /^src\/editor\/source\.ts$/, to: /^node:/ },
  // what only the node host can do is loaded when it is asked for: `import('../disk/…')`, never at activation
  { from: /^src\/editor\//, to: /^src\/disk\// },
  // the core never awaits, so who shows explanations loads the facts for it
  { from: /^src\/(editor|cli)\//, to: /^src\/knowledge\/facts\/index\.ts$/ },
  // rules of the operator's own are YAML with places; a chunk of its own
  { from: /^src\/core\/rules\/(ruleFile|fields)\.ts$/, to: /^yaml$/ },
  // words of the faces themselves are in the language of everything else
  { from: /^src\/(editor|cli)\//, to: /^src\/knowledge\/language\.ts$/ },
  // the version that `--version` prints
  { from: /^src\/cli(\.ts|\/)/, to: /^package\.json$/ },
];

/** The only files of core/ that name the tables of rows; every other takes the rows that it needs as an
 *  argument. Words belong to render/ as well. */
const readersOfTables =
  /^src\/core\/(digest|indexTables|reportTables|sieve|analysis|explaining\/(?:explain|resolveClass)|rules\/ruleFile|render\/\w+)\.ts$/;
const tables = /^src\/knowledge\/(index|operations|options|phases\/.*|exceptions\/.*)\.ts$/;

function layerOf(file: string): Layer {
  const name = file.split('/')[1] ?? '';
  if (name in table) return name as Layer;
  throw new Error(`${file} belongs to no layer`);
}

/** A relative import as a path from the root; undefined: a package. */
function resolve(from: string, to: string, files: ReadonlySet<string>): string | undefined {
  if (!to.startsWith('.')) return undefined;
  const base = path.posix.join(path.posix.dirname(from), to);
  return [base, `${base}.ts`, `${base}/index.ts`].find((file) => files.has(file)) ?? base;
}

function importsOf({ text }: Source): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The file without its type imports, which name rows but do not read them. */
function withoutTypes({ path: file, text }: Source): Source {
  return { path: file, text: text.replace(/^import type [^;]*;$/gm, '') };
}

function mayImport(file: string, name: string, target: string | undefined): boolean {
  const { layers, packages } = table[layerOf(file)];
  if (exceptions.some(({ from, to }) => from.test(file) && to.test(target ?? name))) return true;
  if (target !== undefined) return target.startsWith('src/') && layers.includes(layerOf(target));
  return packages.some((pattern) => pattern.test(name));
}

function graph(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const files = new Set(sources.map((source) => source.path));
  return new Map(sources.map((source) => [
    source.path,
    importsOf(source).flatMap((name) => resolve(source.path, name, files) ?? []),
  ]));
}

/** The first circle found, as the list of its files; empty: none. */
function circleIn(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const walk = (file: string, above: readonly string[]): readonly string[] => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const circle = walk(next, [...above, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

test('each file imports only what its layer may', () => {
  const sources = sourceFiles();
  assert.ok(sources.length > 20, 'src/ is read');
  const files = new Set(sources.map((source) => source.path));
  const wrong = sources.flatMap((source) => importsOf(source)
    .filter((name) => !mayImport(source.path, name, resolve(source.path, name, files)))
    .map((name) => `${source.path} imports ${name}`));
  assert.deepEqual(wrong, []);
});

test('in core/ only the stages that join the tables name them', () => {
  const wrong = [...graph(sourceFiles().map(withoutTypes))]
    .filter(([file]) => file.startsWith('src/core/') && !readersOfTables.test(file))
    .flatMap(([file, targets]) => targets
      .filter((target) => tables.test(target))
      .map((target) => `${file} imports ${target}`));
  assert.deepEqual(wrong, []);
});

test('no two files import each other in a circle', () => {
  assert.deepEqual(circleIn(graph(sourceFiles())), []);
});

test('a circle, a layer skipped and a strange package would be seen', () => {
  const edges = new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]]);
  assert.deepEqual(circleIn(edges), ['b', 'c', 'b']);
  assert.equal(mayImport('src/core/x.ts', 'node:fs', undefined), false);
  assert.equal(mayImport('src/core/x.ts', '../editor/y', 'src/editor/y.ts'), false);
  assert.equal(mayImport('src/knowledge/x.ts', '../core/y', 'src/core/y.ts'), false);
  assert.equal(mayImport('src/editor/x.ts', 'vscode', undefined), true);
});
