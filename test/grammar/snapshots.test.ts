// NAME.log against NAME.scopes: each line, then each of its tokens that has a scope. UPDATE=1 writes them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { loadTokenizer, type Tokenizer } from './tokenizer';

const folder = path.join('test', 'grammar');
const names = fs.readdirSync(folder).filter((file) => file.endsWith('.log')).map((file) => file.slice(0, -4));

const visible = (text: string) => text.replaceAll('\x1b', '\\x1b').replaceAll('\t', '\\t');

function render(tokenizer: Tokenizer, line: string): string {
  const tokens = tokenizer.tokensOf(line)
    .filter(({ scopes, text }) => scopes.length > 0 && text !== '')
    .map(({ scopes, text }) => `    ${scopes.join(' ')} = ${visible(text)}\n`);
  return `> ${visible(line)}\n${tokens.join('')}`;
}

for (const name of names) {
  test(`the tokens of ${name}.log have the scopes of ${name}.scopes`, async () => {
    const tokenizer = await loadTokenizer();
    const lines = fs.readFileSync(path.join(folder, `${name}.log`), 'utf8').trimEnd().split('\n');
    const found = lines.map((line) => render(tokenizer, line)).join('');
    const file = path.join(folder, `${name}.scopes`);
    if (process.env.UPDATE === '1') fs.writeFileSync(file, found);
    assert.equal(found, fs.readFileSync(file, 'utf8'));
  });
}

test('there is something to compare', () => {
  assert.ok(names.length > 5);
});
