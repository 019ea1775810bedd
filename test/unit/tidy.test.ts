// Rules of form that neither the compiler nor the linter sees: comments on top, words, index files.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { filesUnder, sourceFiles } from '../support/sources';

const isCode = (name: string): boolean => /\.(ts|mjs)$/.test(name);

/** Files that people wrote, in every folder of the project that holds text. */
function allText(): readonly { readonly path: string; readonly text: string }[] {
  const folders = ['src', 'test', 'syntaxes', '.vscode', '.ci'].filter((folder) => fs.existsSync(folder));
  const top = fs.readdirSync('.').filter((name) => name !== 'package-lock.json')
    .filter((name) => /\.(md|json|mjs)$|^(NOTICE|\.\w+ignore|\.npmrc)$/.test(name));
  return [
    ...folders.flatMap((folder) => filesUnder(folder, () => true)),
    ...top.map((name) => ({ path: name, text: fs.readFileSync(name, 'utf8') })),
  ];
}

test('each file says on top, in one to three lines, what goes in and what comes out', () => {
  const wrong = [...filesUnder('src', isCode), ...filesUnder('test', isCode)].filter(({ text }) => {
    const lines = text.split('\n');
    const from = lines[0]?.startsWith('#!') ? 1 : 0;
    return !/^\/\/ \S.{15,}/.test(lines[from] ?? '');
  });
  assert.deepEqual(wrong.map((file) => file.path), []);
});

test('files of src/ but tables and the model are no longer than 250 lines', () => {
  const wrong = sourceFiles()
    .filter((file) => !file.path.startsWith('src/knowledge/') && file.path !== 'src/core/model.ts')
    .filter(({ text }) => text.split('\n').length > 251);
  assert.deepEqual(wrong.map((file) => file.path), []);
});

test('no file of src/ is named after nothing', () => {
  const wrong = sourceFiles().filter((file) => /(utils?|helpers?|common|services?|types|manager)\.ts$/i.test(file.path));
  assert.deepEqual(wrong.map((file) => file.path), []);
});

/** Written in two parts, so that this file does not hold what it looks for. */
const unwelcome = ['/wo' + 'rk/', 'TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'registry.npm' + 'js'];

test('no text names paths of one machine, package hosts or work left undone', () => {
  const wrong = allText().flatMap(({ path: file, text }) => unwelcome
    .filter((word) => text.includes(word))
    .map((word) => `${file}: ${word}`));
  assert.deepEqual(wrong, []);
});

test('the lock file names no host', () => {
  assert.equal(fs.readFileSync('package-lock.json', 'utf8').includes('"resolved"'), false);
});

/** Folders of rows or checks of one kind, which their index joins. */
const joined = ['src/knowledge/phases', 'src/knowledge/exceptions', 'src/core/checks'];

test('an index names every file of its folder', () => {
  const indexes = sourceFiles().filter((file) => joined.some((folder) => file.path === `${folder}/index.ts`));
  const wrong = indexes.flatMap(({ path: index, text }) => {
    const folder = path.dirname(index);
    return fs.readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name !== 'index.ts' && !entry.name.endsWith('.json'))
      .map((entry) => entry.name.replace(/\.ts$/, ''))
      .filter((name) => !text.includes(`'./${name}'`) && !text.includes(`'./${name}/`))
      .map((name) => `${index} does not name ${name}`);
  });
  assert.deepEqual(wrong, []);
});
