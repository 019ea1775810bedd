// Nova's message templates against messages: what matches, what is captured, what oslo.log may add behind.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTemplate, matchTemplate } from '../../src/core/template';
import { TemplateIndex } from '../../src/core/templateIndex';

function captures(template: string, message: string): Record<string, string> | undefined {
  return matchTemplate(compileTemplate(template), message);
}

test('placeholders are captured by name, and by index where they have none', () => {
  assert.deepEqual(captures('Booting with volume %(volume_id)s at %(mountpoint)s', 'Booting with volume v1 at /dev/vda'),
    { volume_id: 'v1', mountpoint: '/dev/vda' });
  assert.deepEqual(captures('Took %0.2f seconds to build instance.', 'Took 19.84 seconds to build instance.'),
    { 0: '19.84' });
});

test('a number is a number', () => {
  assert.equal(captures('Took %0.2f seconds to build instance.', 'Took some seconds to build instance.'), undefined);
});

test('two percent signs are one', () => {
  assert.deepEqual(captures('memory %(remaining)d%% remaining', 'memory 42% remaining'), { remaining: '42' });
});

test('behind the template the error summary and the DEBUG suffix may stand, and nothing else', () => {
  assert.ok(captures('Instance failed to spawn', 'Instance failed to spawn: nova.exception.NoValidHost: none'));
  assert.ok(captures('Starting instance...', 'Starting instance... _do_build /usr/lib/manager.py:2516'));
  assert.equal(captures('Migrating', 'Migrating-like text'), undefined);
});

test('a literal that also stands inside a value does not end it early', () => {
  assert.deepEqual(captures('Deletion of %s complete', 'Deletion of /a complete/b complete'), { 0: '/a complete/b' });
});

test('the template with more literal text wins', () => {
  const rows = ['Failed to %(what)s', 'Failed to build and run %(what)s']
    .map((text) => ({ loggers: ['nova'], template: compileTemplate(text), value: text }));
  assert.equal(new TemplateIndex(rows).find('nova', 'Failed to build and run instance')?.value,
    'Failed to build and run %(what)s');
});

test('a blank lost where wrapped text was joined is tried', () => {
  const text = 'Failed to allocate network(s)';
  const index = new TemplateIndex([{ loggers: ['nova'], template: compileTemplate(text), value: 1 }]);
  assert.equal(index.find('nova', 'Failed toallocate network(s)', [9])?.value, 1);
  assert.equal(index.find('nova', 'Failed toallocate network(s)'), undefined);
});

test('matching takes time in proportion to the message', () => {
  const template = compileTemplate('%(a)s x %(b)s x %(c)s end.');
  const time = (length: number): number => {
    const message = ' x '.repeat(length);
    const start = performance.now();
    for (let i = 0; i < 5; i++) matchTemplate(template, message);
    return performance.now() - start;
  };
  time(1000);
  assert.ok(time(200_000) < 1000);
});

test('an index gives the values that are asked for, and no others', () => {
  const template = compileTemplate('%(a)s took %(b)s of %(c)s seconds');
  const of = (wanted?: readonly string[]) => new TemplateIndex([{ loggers: ['nova'], template, value: 1, wanted }])
    .find('nova', 'x took 1 of 2 seconds')?.captures;
  assert.deepEqual(of(), { a: 'x', b: '1', c: '2' });
  assert.deepEqual(of(['c', 'a']), { c: '2', a: 'x' });
  assert.deepEqual(of([]), {});
});

test('templates whose first letters share a number are told apart', () => {
  // 'Aa' and 'BB' have the same number in base 31
  const rows = ['AaAa %s', 'BBBB %s', 'AaBB %s', 'BBAa %s'];
  const index = new TemplateIndex(rows.map((text) => ({ loggers: ['nova'], template: compileTemplate(text), value: text })));
  for (const text of rows) assert.equal(index.find('nova', text.replace('%s', 'x'))?.value, text);
  assert.equal(index.find('nova', 'AaaB x'), undefined);
});
