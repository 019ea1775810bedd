// package.json against the code: ids, settings, words, versions, sizes.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import * as contributes from '../../src/editor/contributes';
import { sourceFiles } from '../support/sources';

interface Property {
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Command {
  readonly command: string;
  readonly category?: string;
  readonly title: string;
}

interface MenuEntry {
  readonly command?: string;
  readonly when?: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly icon?: string;
  readonly keywords: readonly string[];
  readonly engines: { readonly vscode: string; readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities?: { readonly untrustedWorkspaces?: unknown; readonly virtualWorkspaces?: unknown };
  readonly contributes: {
    readonly commands?: readonly Command[];
    readonly languages?: readonly { readonly id: string; readonly configuration?: string }[];
    readonly grammars?: readonly { readonly language?: string; readonly path: string }[];
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome?: readonly { readonly when: string }[];
    readonly customEditors?: readonly {
      readonly viewType: string; readonly priority?: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
    readonly menus?: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly configuration?: { readonly properties: Readonly<Record<string, Property>> };
  };
}

function readJson<T>(file: string): T {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
}

const manifest = readJson<Manifest>('package.json');
const given = manifest.contributes;
const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

test('the commands of the manifest are those of the code', () => {
  const declared = (given.commands ?? []).map(({ command }) => command);
  assert.equal(new Set(declared).size, declared.length, 'no command twice');
  assert.deepEqual(sorted(declared), sorted(Object.values(contributes.commands)));
});

test('what the menus ask is what the code says, and the palette opens a line as a log only where one is', () => {
  const asked = JSON.stringify(given.menus).match(/(?<!config\.)\bnovaLens\.\w+(?= |"|$)/g) ?? [];
  const known = [...Object.values(contributes.commands), ...Object.values(contributes.views)];
  const ours: readonly string[] = [...known, ...Object.values(contributes.contexts)];
  assert.deepEqual(sorted(asked.filter((name) => !ours.includes(name))), []);
  const unfold = given.menus?.['commandPalette']?.find(({ command }) => command === contributes.commands.openUnfolded);
  assert.equal(unfold?.when, contributes.contexts.folded);
});

test('every command is a verb and a noun in the category of the product', () => {
  for (const { command, category } of given.commands ?? []) {
    assert.match(command, /^novaLens\.[a-z]+([A-Z][a-z]+)*$/);
    assert.match(resolveWords(category ?? ''), /^Nova Lens$/, command);
  }
});

test('menus and keys name commands that exist', () => {
  const known = new Set((given.commands ?? []).map(({ command }) => command));
  const inMenus = Object.values(given.menus ?? {}).flat().flatMap(({ command }) => command ?? []);
  const inKeys = (given.keybindings ?? []).map(({ command }) => command);
  assert.deepEqual([...inMenus, ...inKeys].filter((command) => !known.has(command)), []);
});

test('the views of the manifest are those of the code', () => {
  const declared = Object.values(given.views ?? {}).flat().map(({ id }) => id);
  assert.deepEqual(sorted(declared), sorted(Object.values(contributes.views)));
});

test('the editors of the manifest are those of the code, and none puts itself before the text', () => {
  const { customEditors = [] } = given;
  const declared = customEditors.map(({ viewType }) => viewType);
  assert.deepEqual(sorted(declared), sorted(Object.values(contributes.editors)));
  // of a packed log VS Code has no text to show
  const first = customEditors.filter(({ priority }) => priority !== 'option');
  assert.deepEqual(first.map(({ viewType }) => viewType), [contributes.editors.packedLog]);
  for (const { filenamePattern } of first.flatMap(({ selector }) => selector)) {
    assert.match(filenamePattern, /\.\{gz,zst\}$/);
  }
});

test('what tells of all open logs is offered where one is open', () => {
  const { searchInstances, filterInstances, groupBy, openFailures, openSpan } = contributes.commands;
  for (const command of [searchInstances, filterInstances, groupBy, openFailures, openSpan]) {
    const entry = given.menus?.['commandPalette']?.find((one) => one.command === command);
    assert.equal(entry?.when, contributes.contexts.open, command);
  }
  // nor is it said that none is while the view still draws what was read
  const { reading, open } = contributes.contexts;
  assert.deepEqual(given.viewsWelcome?.map(({ when }) => when), [`!${reading} && !${open}`]);
});

test('the settings of the manifest are those of the code', () => {
  const declared = Object.keys(given.configuration?.properties ?? {});
  const known = Object.values(contributes.settingNames).map((name) => `novaLens.${name}`);
  assert.deepEqual(sorted(declared), sorted(known));
});

test('every setting has a default and a description', () => {
  for (const [name, property] of Object.entries(given.configuration?.properties ?? {})) {
    assert.notEqual(property.default, undefined, name);
    assert.ok(resolveWords(property.description ?? property.markdownDescription ?? '').length > 0, name);
  }
});

test('the language and its grammar are declared and their files exist', () => {
  const ids = (given.languages ?? []).map(({ id }) => id);
  assert.deepEqual(ids, [contributes.language, contributes.confLanguage]);
  const files = [
    ...(given.languages ?? []).flatMap(({ configuration }) => configuration ?? []),
    ...(given.grammars ?? []).map(({ path }) => path),
    ...(manifest.icon ? [manifest.icon] : []),
  ];
  assert.ok(files.length >= 2);
  for (const file of files) assert.ok(fs.existsSync(file), file);
});

test('nothing activates the extension but what it contributes and the logs that others claim', () => {
  const schemes = [contributes.extractScheme, contributes.packedScheme].map((scheme) => `onFileSystem:${scheme}`);
  const listed = ['onLanguage:log', 'onLanguage:plaintext', ...schemes];
  assert.deepEqual(manifest.activationEvents.filter((event) => !listed.includes(event)), []);
});

test('the types are those of the oldest VS Code that the manifest promises', () => {
  const floor = /^\^(\d+\.\d+)\.0$/.exec(manifest.engines.vscode)?.[1];
  assert.equal(manifest.devDependencies['@types/vscode'], `~${floor}.0`);
  const installed = readJson<Manifest>('node_modules/@types/vscode/package.json').version;
  assert.ok(installed.startsWith(`${floor}.`), installed);
});

test('untrusted and virtual workspaces are declared', () => {
  assert.notEqual(manifest.capabilities?.untrustedWorkspaces, undefined);
  assert.notEqual(manifest.capabilities?.virtualWorkspaces, undefined);
});

test('nothing is installed with the extension, and the marketplace takes its keywords', () => {
  assert.deepEqual(manifest.dependencies ?? {}, {});
  assert.ok(manifest.keywords.length <= 5);
});

function resolveWords(text: string): string {
  const key = /^%(.+)%$/.exec(text)?.[1];
  if (key === undefined) return text;
  return readJson<Readonly<Record<string, string>>>('package.nls.json')[key] ?? '';
}

test('each %word% of the manifest stands in package.nls.json, and nothing else does', () => {
  const text = fs.readFileSync('package.json', 'utf8');
  const used = [...text.matchAll(/"%([^%"]+)%"/g)].flatMap(([, key]) => key ?? []);
  const known = fs.existsSync('package.nls.json') ? Object.keys(readJson<object>('package.nls.json')) : [];
  assert.deepEqual(sorted(known), sorted(used));
});

test('ids of commands, views and settings are spelled in contributes.ts and nowhere else', () => {
  const settings = Object.values(contributes.settingNames).map((name) => `novaLens.${name}`);
  const { commands, views } = contributes;
  const ids = new Set<string>([...Object.values(commands), ...Object.values(views), ...settings]);
  const wrong = sourceFiles()
    .filter(({ path }) => path !== 'src/editor/contributes.ts')
    .filter(({ text }) => [...text.matchAll(/'(novaLens\.\w+)'/g)].some(([, id]) => ids.has(id ?? '')))
    .map(({ path }) => path);
  assert.deepEqual(wrong, []);
});

test('the scripts that VS Code loads stay small', (t) => {
  if (!fs.existsSync('dist/extension.js')) {
    t.skip('dist/ is not built');
    return;
  }
  const kilobytes = (file: string): number => fs.statSync(file).size / 1024;
  assert.ok(kilobytes('dist/extension.js') < 300, `${kilobytes('dist/extension.js').toFixed(0)} KB`);
  assert.ok(kilobytes('dist/web/extension.js') < 1650, `web: ${kilobytes('dist/web/extension.js').toFixed(0)} KB`);
  assert.ok(kilobytes('dist/web/reader.js') < 800, `reader: ${kilobytes('dist/web/reader.js').toFixed(0)} KB`);
});
