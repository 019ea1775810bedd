// The words behind `nova-lens` → commands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommand } from '../../src/cli/args';
import { painterFor } from '../../src/cli/output';

test('report takes logs, and options in any place', () => {
  assert.deepEqual(parseCommand(['report', 'a.log', '--json', 'b', '-', '--instance', '30E8A024']), {
    name: 'report', json: true, by: 'instance', instance: '30e8a024', novaConf: [], rules: [], alignClocks: false, summary: false,
    all: false, index: undefined,
    paths: ['a.log', 'b', '-'],
  });
  assert.deepEqual(parseCommand(['report', '--', '--odd.log']), {
    name: 'report', json: false, by: 'instance', instance: undefined, novaConf: [], rules: [],
    alignClocks: false, summary: false, all: false, index: undefined, paths: ['--odd.log'],
  });
});

test('explain takes a name or a whole line, in one word or several', () => {
  assert.deepEqual(parseCommand(['explain', '--release', 'caracal', 'NoValidHost']), {
    name: 'explain', json: false, release: 'caracal', deployment: undefined, novaConf: [],
    subject: 'NoValidHost',
  });
  assert.deepEqual(parseCommand(['explain', 'No', 'valid', 'host', '--json']), {
    name: 'explain', json: true, release: undefined, deployment: undefined, novaConf: [],
    subject: 'No valid host',
  });
  assert.equal(parseCommand(['explain', '-']).name, 'explain');
});

test('files of configuration may be named more than once', () => {
  const command = parseCommand(['report', '--nova-conf', 'a.conf', 'x.log', '--nova-conf', 'b']);
  assert.deepEqual(command.name === 'report' && [command.novaConf, command.paths], [['a.conf', 'b'], ['x.log']]);
});

test('help and version are had by either name', () => {
  for (const word of ['--help', '-h', 'help']) assert.deepEqual(parseCommand([word]), { name: 'help', about: undefined });
  for (const word of ['--version', '-V', 'version']) assert.deepEqual(parseCommand([word]), { name: 'version' });
  assert.deepEqual(parseCommand(['report', '--help']), { name: 'help', about: 'report' });
  assert.deepEqual(parseCommand(['help', 'cut']), { name: 'help', about: 'cut' });
});

test('misuse is one sentence that says what to do', () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /^Say what to do: /],
    [['destroy'], /^There is no command “destroy”/],
    [['report'], /^Say which log to read/],
    [['report', '--jsno', 'a'], /^Unknown option '--jsno'; nova-lens --help/],
    [['report', 'a', '--instance'], /argument missing; nova-lens --help/],
    [['report', '-', '-'], /^Standard input can be read only once/],
    [['report', 'a', '--instance', 'web-1'], /“web-1” is not the beginning of a UUID/],
    [['explain'], /^Say what to explain/],
    [['explain', '  '], /^Say what to explain/],
    [['explain', '--instance', '1', 'x'], /^Unknown option '--instance'; /],
  ];
  for (const [words, wanted] of cases) {
    const command = parseCommand(words);
    assert.equal(command.name, 'misuse', words.join(' '));
    if (command.name !== 'misuse') continue;
    assert.match(command.problem, wanted);
    assert.match(command.problem, /^[^\n]+[.…]$/);
  }
});

test('colour is for terminals, unless NO_COLOR or FORCE_COLOR say otherwise', () => {
  const painted = '\u001b[31mx\u001b[39m';
  const paint = (isTTY: boolean, env: NodeJS.ProcessEnv) => painterFor({ isTTY }, env)('red', 'x');
  assert.equal(paint(true, {}), painted);
  assert.equal(paint(false, {}), 'x');
  assert.equal(paint(true, { NO_COLOR: '1' }), 'x');
  assert.equal(paint(true, { NO_COLOR: '' }), painted);
  assert.equal(paint(true, { TERM: 'dumb' }), 'x');
  assert.equal(paint(false, { FORCE_COLOR: '1' }), painted);
  assert.equal(paint(true, { FORCE_COLOR: '0' }), 'x');
});
