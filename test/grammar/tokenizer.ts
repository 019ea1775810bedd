// The grammar as VS Code's own tokenizer reads it. In: a line. Out: its tokens with their scopes.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

export const grammarFile = path.join('syntaxes', 'nova-log.tmLanguage.json');

const wasm = createRequire(path.resolve('package.json')).resolve('vscode-oniguruma/release/onig.wasm');
let loadingWasm: Promise<void> | undefined;

export interface Token {
  readonly text: string;
  /** Without the root scope and without the `.nova` at the end of each; empty: plain text. */
  readonly scopes: readonly string[];
}

export interface Tokenizer {
  tokensOf(line: string): readonly Token[];
  /** What the editor asks for: scopes as numbers. Returns how many tokens there are. */
  countTokens(line: string): number;
}

let loading: Promise<Tokenizer> | undefined;

/** Reads the grammar once, then hands out the same. */
export function loadTokenizer(): Promise<Tokenizer> {
  loading ??= openTokenizer();
  return loading;
}

async function openTokenizer(): Promise<Tokenizer> {
  const { grammar } = await loadRegistry();
  return {
    tokensOf: (line) => grammar.tokenizeLine(line, null).tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map((scope) => scope.replace(/\.nova$/, '')),
    })),
    countTokens: (line) => grammar.tokenizeLine2(line, null).tokens.length / 2,
  };
}

/** The grammar, and what gives its scopes the colours of a theme. A new one for each caller. */
export async function loadRegistry(): Promise<{ readonly registry: Registry; readonly grammar: IGrammar }> {
  loadingWasm ??= loadWASM(new Uint8Array(fs.readFileSync(wasm)));
  await loadingWasm;
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(fs.readFileSync(grammarFile, 'utf8'), grammarFile)),
  });
  const grammar = await registry.loadGrammar('text.log.nova');
  if (!grammar) throw new Error(`${grammarFile} is not the grammar of text.log.nova`);
  return { registry, grammar };
}

/** The texts that carry a scope whose name contains `part`. */
export function textsWith(tokens: readonly Token[], part: string): readonly string[] {
  return tokens
    .filter(({ scopes }) => scopes.some((scope) => `${scope}.`.includes(part)))
    .map(({ text }) => text);
}
