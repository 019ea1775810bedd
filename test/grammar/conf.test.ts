// The grammar of nova.conf, by VS Code's own tokenizer: what each part of a file is.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createOnigScanner, createOnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { loadRegistry } from './tokenizer';

const file = path.join('syntaxes', 'nova-conf.tmLanguage.json');

/** Each token that has a scope of its own, line by line: `scope = text`. */
async function tokensOf(lines: readonly string[]): Promise<readonly string[]> {
  // loads the engine, once for all tests
  await loadRegistry();
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(fs.readFileSync(file, 'utf8'), file)),
  });
  const grammar = await registry.loadGrammar('source.nova-conf');
  assert.ok(grammar);
  let stack = INITIAL;
  return lines.flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.filter(({ scopes }) => scopes.length > 1).map(({ startIndex, endIndex, scopes }) =>
      `${(scopes.at(-1) ?? '').replace(/\.nova-conf$/, '')} = ${line.slice(startIndex, endIndex)}`);
  });
}

test('sections, names, values, references and comments are told apart', async () => {
  assert.deepEqual(await tokensOf([
    '# a comment', '[libvirt]', 'virt_type = kvm', 'debug=True', 'retries : 60', '#cpu_mode = x', '[broken',
  ]), [
    'comment.line.number-sign = # a comment',
    'punctuation.definition.section.begin = [', 'entity.name.type.section = libvirt',
    'punctuation.definition.section.end = ]',
    'support.type.property-name = virt_type ', 'punctuation.separator.key-value = =',
    'string.unquoted.value =  kvm',
    'support.type.property-name = debug', 'punctuation.separator.key-value = =', 'constant.language.boolean = True',
    'support.type.property-name = retries ', 'punctuation.separator.key-value = :', 'string.unquoted.value =  ',
    'constant.numeric = 60',
    'comment.line.number-sign = #cpu_mode = x',
    'invalid.illegal.section = [broken',
  ]);
});

test('a value goes on in indented lines and ends with them', async () => {
  assert.deepEqual(await tokensOf(['a = one,', '  # two', 'b = $my_ip', '']), [
    'support.type.property-name = a ', 'punctuation.separator.key-value = =', 'string.unquoted.value =  one',
    'punctuation.separator.list = ,',
    'string.unquoted.value =   ', 'string.unquoted.value = # two',
    'support.type.property-name = b ', 'punctuation.separator.key-value = =', 'string.unquoted.value =  ',
    'variable.other.reference = $my_ip',
  ]);
});

test('words and numbers inside a value are plain text', async () => {
  const tokens = await tokensOf(['url = http://10.0.0.1:5672/true and 5 no more', 'x = $$5']);
  assert.ok(tokens.every((token) => !/boolean|numeric/.test(token)), tokens.join('\n'));
  assert.ok(tokens.includes('constant.character.escape = $$'));
});

test('the names under which nova.conf lies are the language\'s', () => {
  interface Language {
    readonly id: string;
    readonly filenames?: readonly string[];
    readonly filenamePatterns?: readonly string[];
  }
  const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    readonly contributes: { readonly languages: readonly Language[] };
  };
  const language = manifest.contributes.languages.find(({ id }) => id === 'nova-conf');
  assert.deepEqual(language?.filenames, ['nova.conf']);
  assert.ok(language?.filenamePatterns?.includes('**/nova.conf.d/*.conf'));
});

