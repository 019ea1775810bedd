// The rules of the house that a linter can see; layers, names and regular expressions are held by tests.

import stylistic from '@stylistic/eslint-plugin';
import typescript from 'typescript-eslint';

const banned = {
  export: {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only.',
  },
  enum: {
    selector: 'TSEnumDeclaration',
    message: 'A closed set is a union of strings.',
  },
  arrow: {
    selector: 'ExportNamedDeclaration > * > VariableDeclarator > ArrowFunctionExpression.init',
    message: 'Export a function declaration.',
  },
  private: {
    selector: ':matches(PropertyDefinition, MethodDefinition, TSParameterProperty)[accessibility="private"]',
    message: 'Use #private.',
  },
  reexport: {
    selector: ':matches(ExportAllDeclaration, ExportNamedDeclaration[source])',
    message: 'Only an index.ts exports what others define.',
  },
};
const all = Object.values(banned);

const maxLen = { code: 110, ignoreRegExpLiterals: true };

const form = {
  '@stylistic/max-len': ['error', maxLen],
  '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'avoidEscape' }],
  '@stylistic/semi': ['error', 'always'],
  '@stylistic/no-trailing-spaces': 'error',
  '@stylistic/no-tabs': 'error',
  '@stylistic/eol-last': 'error',
  '@stylistic/comma-dangle': ['error', 'always-multiline'],
};

const code = {
  'no-restricted-syntax': ['error', ...all],
  'prefer-const': 'error',
  'no-var': 'error',
  eqeqeq: 'error',
  'no-console': 'off',
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40, skipComments: true }],
};

const typed = {
  // a function that must return a promise need not await one
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-floating-promises': ['error', {
    allowForKnownSafeCalls: [
      { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after'] },
    ],
  }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
};

export default typescript.config(
  {
    ignores: [
      'dist/', 'out/', '.vscode-test/', 'node_modules/', 'test/**/fixtures/', 'src/kernel/machine.ts',
    ],
  },
  { plugins: { '@stylistic': stylistic }, rules: { ...form, ...code } },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },
  {
    files: ['**/index.ts'],
    rules: { 'no-restricted-syntax': ['error', ...all.filter((rule) => rule !== banned.reexport)] },
  },
  {
    // a log line, a template or a command of others is one string, however long
    files: ['src/knowledge/**', 'test/**'],
    rules: {
      '@stylistic/max-len': ['error', { ...maxLen, ignoreStrings: true, ignoreTemplateLiterals: true }],
    },
  },
  { files: ['src/knowledge/**', 'src/core/model.ts'], rules: { 'max-lines': 'off' } },
  // run by hand when the facts are renewed: one table after the other
  { files: ['test/support/trimFacts.mjs'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    // a suite is one long function of short tests
    files: ['test/**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 400 }] },
  },
  {
    files: ['eslint.config.mjs', 'test/harness/reporter.mjs'],
    rules: { 'no-restricted-syntax': ['error', ...all.filter((rule) => rule !== banned.export)] },
  },
);
