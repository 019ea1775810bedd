// nova.conf as oslo.config reads it: what is a setting, what a continuation, what stops the service.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConf } from '../../src/core/conf/conf';
import type { ConfFile } from '../../src/core/conf/conf';

function settings(text: string): readonly string[] {
  return parseConf(text, 'nova.conf').settings.map(({ group, key, value }) => `${group}/${key}=${JSON.stringify(value)}`);
}

function faults(text: string): readonly string[] {
  return parseConf(text, 'nova.conf').faults.map(({ kind, span }) => `${span.line}:${span.start}-${span.end} ${kind}`);
}

test('sections, both signs, blanks around them and comments at the start of a line', () => {
  assert.deepEqual(settings([
    '# a comment', '; another', '[DEFAULT]', 'debug=True', 'my_ip : 10.0.0.1', 'a  =  b = c:d  ', 'url: http://x=1',
    '', '[libvirt]', 'virt_type = kvm # no comment here', 'empty =',
  ].join('\n')), [
    'DEFAULT/debug="True"', 'DEFAULT/my_ip="10.0.0.1"', 'DEFAULT/a="b = c:d"', 'DEFAULT/url="http://x=1"',
    'libvirt/virt_type="kvm # no comment here"', 'libvirt/empty=""',
  ]);
});

test('an indented line goes on with the value, a blank or another line ends it', () => {
  assert.deepEqual(settings('[pci]\nalias = {"a":\n  1}\n\t# so does this\n\nx = 1\n# c\ny = 2\n'), [
    'pci/alias="{\\"a\\":\\n1}\\n# so does this"', 'pci/x="1"', 'pci/y="2"',
  ]);
  assert.deepEqual(faults('[DEFAULT]\nx = 1\n# ends it\n  2\n'), ['3:2-3 stray-continuation']);
  assert.deepEqual(faults('[DEFAULT]\n  x = 1\n'), ['1:2-7 stray-continuation']);
});

test('one pair of like quotes around the first line of a value is taken off', () => {
  assert.deepEqual(settings('[DEFAULT]\na = "x y"\nb = \'z\'\nc = "x\'\nd = "x"\n "y"\ne = "'), [
    'DEFAULT/a="x y"', 'DEFAULT/b="z"', 'DEFAULT/c="\\"x\'"', 'DEFAULT/d="x\\n\\"y\\""', 'DEFAULT/e=""',
  ]);
});

test('what oslo.config refuses is a fault with its place', () => {
  assert.deepEqual(faults('x = 1\n[DEFAULT\n[]\n[a] # c\nnonsense\n= 3\n'), [
    '0:0-1 no-section', '1:0-8 open-section', '2:0-2 nameless-section', '3:0-7 open-section', '4:0-8 no-assignment',
    '5:0-1 nameless-key',
  ]);
  assert.deepEqual(faults('\ufeff[DEFAULT]\nx = 1\n'), ['0:0-1 byte-order-mark']);
  assert.deepEqual(settings('\ufeff[DEFAULT]\nx = 1\n'), ['DEFAULT/x="1"']);
});

test('places of names and values are exact', () => {
  const conf = parseConf('[DEFAULT]\r\n\r\nvif_plugging_timeout  =  300\r\nx = 1,\r\n  2\r\ny=\r\n', 'nova.conf');
  assert.equal(conf.lineEnd, '\r\n');
  assert.deepEqual(conf.sections, [{ name: 'DEFAULT', span: { line: 0, start: 1, end: 8 }, lastLine: 6 }]);
  assert.deepEqual(conf.settings.map(({ keySpan, valueSpan, lastLine }) => [keySpan, valueSpan, lastLine]), [
    [{ line: 2, start: 0, end: 20 }, { line: 2, start: 25, end: 28 }, 2],
    [{ line: 3, start: 0, end: 1 }, { line: 3, start: 4, end: 6 }, 4],
    [{ line: 5, start: 0, end: 1 }, { line: 5, start: 2, end: 2 }, 5],
  ]);
});

test('sections know their last line, and settings that are commented out are seen', () => {
  const conf = parseConf('[a]\n#x = 1\n# prose, not an option\n\n[b]\n;  y=2', 'nova.conf');
  assert.deepEqual(conf.sections.map(({ name, lastLine }) => [name, lastLine]), [['a', 3], ['b', 5]]);
  assert.deepEqual(conf.comments, [{ group: 'a', key: 'x', line: 1 }, { group: 'b', key: 'y', line: 5 }]);
  assert.equal(conf.endsWithLineEnd, false);
});

test('whatever the text, nothing is thrown and every place lies in it', () => {
  const pieces = ['[', ']', '=', ':', '\n', '\r', ' ', '\t', '#', 'a', '"', "'", '\ufeff', '\u0000', 'key', '[DEFAULT]\n'];
  let state = 7;
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from({ length: 40 }, () => pieces[Math.floor(next() * pieces.length)]).join('');
    assertPlaces(parseConf(text, 'x'), text);
  }
});

function assertPlaces(conf: ConfFile, text: string): void {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  assert.equal(conf.lines, lines.length);
  for (const { keySpan, valueSpan, key } of conf.settings) {
    assert.equal(lines[keySpan.line]?.slice(keySpan.start, keySpan.end), key, JSON.stringify(text));
    assert.ok(valueSpan.end <= (lines[valueSpan.line]?.length ?? -1));
  }
}
