// VS Code's own themes colour what the grammar marks, and tell apart what differs. The themes are those of
// the VS Code versions that the other tests have installed.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import type { IRawTheme } from 'vscode-textmate';
import { loadRegistry } from './tokenizer';

const installed = '.vscode-test';
const inside = 'node_modules/code-server/lib/vscode/extensions/theme-defaults/themes';
const folders = fs.existsSync(installed)
  ? fs.readdirSync(installed).map((name) => path.join(installed, name, inside))
  : [];
const files = folders.flatMap((folder) => [
  'dark_modern.json', 'light_modern.json', 'dark_plus.json', 'light_plus.json', '2026-dark.json', '2026-light.json',
  'hc_black.json', 'hc_light.json',
].map((name) => path.join(folder, name))).filter((file) => fs.existsSync(file));

type Rules = IRawTheme['settings'];

/** The rules of a theme behind those of the theme that it includes. */
function rulesOf(file: string): Rules {
  const parsed = ts.parseConfigFileTextToJson(file, fs.readFileSync(file, 'utf8')).config as
    { readonly include?: string; readonly tokenColors?: Rules };
  const included = parsed.include === undefined ? [] : rulesOf(path.join(path.dirname(file), parsed.include));
  return [...included, ...parsed.tokenColors ?? []];
}

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const port = 'c0ffee00-1111-4222-8333-444455556666';
const request = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24';
const lineOf = (level: string) => `2025-03-11 14:07:32.418 7 ${level} nova.compute.manager `
  + `[None ${request} admin demo - - -] `
  + `[instance: ${uuid}] Port ${port} VolumeNotCreated: vif_plugging_timeout plain 19.84 seconds`;

interface Style {
  readonly colour: string | undefined;
  readonly font: number;
}

/** Colour and font of the words of a line; colour undefined: that of plain text. */
async function openStyles(settings: Rules): Promise<(line: string, word: string) => Style> {
  const { registry, grammar } = await loadRegistry();
  const plain = '#010203';
  registry.setTheme({ settings: [{ settings: { foreground: plain, background: '#000000' } }, ...settings] });
  const colours = registry.getColorMap();
  return (line, word) => {
    const { tokens } = grammar.tokenizeLine2(line, null);
    const at = line.indexOf(word);
    let metadata = 0;
    for (let n = 0; n < tokens.length && (tokens[n] ?? 0) <= at; n += 2) metadata = tokens[n + 1] ?? 0;
    // The bits are those of vscode-textmate's encoded token attributes.
    const colour = colours[(metadata >>> 15) & 0x1ff];
    return { colour: colour === plain ? undefined : colour, font: (metadata >>> 11) & 0xf };
  };
}

const skip = files.length === 0 && 'no VS Code is installed for the tests yet';
const levels = ['CRITICAL', 'ERROR', 'WARNING', 'AUDIT', 'INFO', 'DEBUG', 'TRACE'];

test('levels and names have colours of their own in each of VS Code\'s themes', { skip }, async () => {
  for (const file of files) {
    const styleOf = await openStyles(rulesOf(file));
    const styles = levels.map((level) => styleOf(lineOf(level), level));
    assert.ok(styles.every(({ colour }) => colour !== undefined), `${file}: each level has a colour`);
    const different = new Set(styles.map(({ colour, font }) => `${colour} ${font}`)).size;
    assert.equal(different, levels.length, `${file}: ${JSON.stringify(styles)}`);
    const colourOf = (word: string) => styleOf(lineOf('ERROR'), word).colour;
    const rows = [
      [request, uuid, port, 'nova.compute'], ['VolumeNot', 'nova.compute', 'vif_'], ['2025', 'ERROR'],
    ];
    for (const words of rows) {
      const colours = words.map(colourOf);
      assert.ok(!colours.includes(undefined), `${file}: ${words.join()} are coloured: ${colours.join()}`);
      assert.equal(new Set(colours).size, words.length, `${file}: ${words.join()} differ: ${colours.join()}`);
    }
    assert.equal(colourOf('plain'), undefined);
  }
});
