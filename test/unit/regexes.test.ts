// Every regular expression of src/ and of the grammar runs in linear time, whatever a log holds.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { after, test } from 'node:test';
import { checkSync } from 'recheck';
import { version } from 'recheck/package.json';
import ts from 'typescript';
import { filesUnder, sourceFiles, type Source } from '../support/sources';

interface Found {
  readonly where: string;
  readonly pattern: string;
  readonly flags: string;
}

interface Expression {
  readonly where: string;
  /** Undefined: put together at run time. */
  readonly literal?: string;
}

/** Regular expressions written as such, and calls of RegExp, whose pattern a test cannot see. */
function expressionsIn({ path, text }: Source): readonly Expression[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, false);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) found.push({ where, literal: node.text });
    const called = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression : undefined;
    if (called && ts.isIdentifier(called) && called.text === 'RegExp') found.push({ where });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function parse(where: string, literal: string): Found {
  const end = literal.lastIndexOf('/');
  return { where, pattern: literal.slice(1, end), flags: literal.slice(end + 1) };
}

/** A check takes up to seconds, the more where others work: what was safe stays safe while the checker is the
 *  same. The list names its version first, then each expression by its hash; `NOVA_LENS_REGEXES=all` believes
 *  none of it. */
const list = 'test/support/safeRegexes.txt';
const [by, ...listed] = fs.readFileSync(list, 'utf8').trimEnd().split('\n');
const isBelieved = by === `recheck ${version}` && process.env['NOVA_LENS_REGEXES'] !== 'all';
const known = new Set(isBelieved ? listed : []);
const safe = new Set<string>();

// what is no expression any more leaves the list with what has become one
after(() => {
  const text = [`recheck ${version}`, ...[...safe].sort(), ''].join('\n');
  const isWhole = literals.every((found) => safe.has(hashOf(found)));
  if (!process.env['CI'] && isWhole) fs.writeFileSync(list, text);
});

function hashOf({ pattern, flags }: Found): string {
  return createHash('sha256').update(`/${pattern}/${flags}`).digest('hex').slice(0, 24);
}

/** What is wrong with it, undefined when nothing is. */
function complaint(found: Found): string | undefined {
  const hash = hashOf(found);
  const wrong = known.has(hash) ? undefined : check(found);
  if (wrong === undefined) safe.add(hash);
  return wrong;
}

/** Has `*`, `+` or `{2,}` outside of classes. */
function repeatsForever(pattern: string): boolean {
  return /[*+]|\{\d+,\}/.test(pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x'));
}

function check({ where, pattern, flags }: Found): string | undefined {
  const result = checkSync(pattern, flags, { timeout: 60_000 });
  if (result.status === 'safe') return undefined;
  // the checker takes {0,80} for a loop; where each repetition is bounded, so is the work at each character
  const isPolynomial = result.status === 'vulnerable' && result.complexity.type === 'polynomial';
  if (isPolynomial && !repeatsForever(pattern)) return undefined;
  const why = result.status === 'vulnerable' ? result.complexity.summary : 'could not be checked';
  return `${where}: /${pattern}/${flags} ${why}`;
}

const literals = sourceFiles().flatMap(expressionsIn)
  .flatMap(({ where, literal }) => literal === undefined ? [] : [parse(where, literal)]);

test('each regular expression of src/ runs in linear time', () => {
  const seen = new Map(literals.map((found) => [`/${found.pattern}/${found.flags}`, found]));
  assert.deepEqual([...seen.values()].flatMap((found) => complaint(found) ?? []), []);
});

/** What a person types to look for: it runs in a worker of its own, which is ended when it takes too long. A
 *  text is one as well, every sign of it escaped, so that capitals may not count. */
const typed: readonly string[] = ['src/editor/large/query.ts', 'src/disk/large/searchPattern.ts'];

test('no regular expression of src/ is put together at run time', () => {
  const built = sourceFiles().filter(({ path }) => !typed.includes(path))
    .flatMap(expressionsIn).filter(({ literal }) => literal === undefined);
  assert.deepEqual(built.map(({ where }) => where), []);
});

/** Patterns of a TextMate grammar that mean the same in JavaScript. */
function patternsOf(value: unknown, where: string): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((item) => patternsOf(item, where));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const isPattern = ['match', 'begin', 'end', 'while'].includes(key);
    if (!isPattern || typeof inner !== 'string') return patternsOf(inner, where);
    const [pattern, flags] = inner.startsWith('(?i)') ? [inner.slice(4), 'i'] : [inner, ''];
    return [{ where: `${where} ${key}`, pattern, flags }];
  });
}

function isJavaScript({ pattern, flags }: Found): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

test('each pattern of the grammar runs in linear time', () => {
  const patterns = filesUnder('syntaxes', (name) => name.endsWith('.json'))
    .flatMap(({ path, text }) => patternsOf(JSON.parse(text), path));
  const checkable = patterns.filter(isJavaScript);
  assert.ok(checkable.length > patterns.length / 2, `${checkable.length} of ${patterns.length}`);
  const seen = new Map(checkable.map((found) => [found.pattern, found]));
  assert.deepEqual([...seen.values()].flatMap((found) => complaint(found) ?? []), []);
});

test('quadratic and exponential expressions would be seen', () => {
  for (const literal of ['/(a+)+b/', '/\\s+$/', '/^\\d+\\d+:/', '/(\\d{1,9}){2,}x/']) {
    assert.ok(check(parse('here', literal)), literal);
  }
  for (const literal of ['/^[a-z]+:\\d+$/', '/\\[[a-z]{0,80}\\]/g']) {
    assert.equal(check(parse('here', literal)), undefined, literal);
  }
});
