// Logs that stand in a string with their line breaks written out: Ansible's results, what Python or JSON made
// of a file.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfold } from '../../src/core/reading/unfold';
import { finish } from '../../src/core/steps';
import { readingOf, sketch } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const lines = [
  `2025-03-11 14:07:32.418 7 INFO nova.compute.claims [-] [instance: ${uuid}] Claim successful on node cmp01`,
  `2025-03-11 14:07:33.418 7 ERROR nova.compute.manager [-] [instance: ${uuid}] It's "no" \\ [{`,
  'Traceback (most recent call last):',
  '  File "/usr/lib/python3/dist-packages/nova/compute/manager.py", line 7, in boot',
  'ValueError: c',
  `2025-03-11 14:07:34.418 7 INFO nova.compute.manager [-] [instance: ${uuid}] Terminating instance`,
];
const log = `${lines.join('\n')}\n`;
/** As Python prints a string that holds both quotes. */
function python(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
}

function messagesOf(text: string): readonly string[] {
  const ofInstance = readingOf(text).records.filter(({ header }) => header?.instance === uuid);
  return ofInstance.map(({ message }) => message);
}

const messages = messagesOf(log);

const result = { changed: true, cmd: ['docker', 'logs', 'nova_compute'], rc: 0, stderr: '', stdout: log };
const withLines = { ...result, stdout_lines: lines };
const written: Readonly<Record<string, string>> = {
  'a result of Ansible': `fatal: [cmp01]: FAILED! => ${JSON.stringify(result)}`,
  'a result that says all lines twice': `fatal: [cmp01]: FAILED! => ${JSON.stringify(withLines)}`,
  'a result with a list of lines': `ok: [cmp01] => ${JSON.stringify({ changed: false, msg: lines })}`,
  'an object': JSON.stringify(result),
  'an object that calls it log': JSON.stringify({ log }),
  'an object in a string': JSON.stringify(JSON.stringify({ output: log })),
  'a string of Python': python(log),
  'bytes of Python': `b${python(log)}`,
  'a dictionary of Python': `{'rc': 0, 'out': ${python(log)}, 'err': ''}`,
  'a scalar of YAML': `    stdout: ${JSON.stringify(log)}`,
  'the inside of a string': JSON.stringify(log).slice(1, -1),
  'a string that was cut off': JSON.stringify(result).slice(0, -4),
};

test('each line of a log that stands in a string is read, once', () => {
  for (const [name, text] of Object.entries(written)) assert.deepEqual(messagesOf(text), messages, name);
});

test('what stands before and behind the string is no line that was not understood', () => {
  const { counts } = readingOf(written['a result of Ansible'] ?? '');
  assert.deepEqual(counts, { records: 3, unread: 0, folded: 0 });
  assert.equal(readingOf(log).counts.folded, undefined);
});

test('a string that also holds what a person wrote is read whole, and no line counts that holds something', () => {
  const said = `We've set 'force_raw_images'. It's "no" use:\n\n${log}\nThat's all.\n`;
  const all = { title: 'Won\'t boot', description: said, tags: ['compute'] };
  const tabled = { ...all, 'it\'s': 'a name' };
  for (const text of [JSON.stringify(all), JSON.stringify(tabled), JSON.stringify(said).slice(1, -1)]) {
    const reading = readingOf(text);
    assert.deepEqual(messagesOf(text), messagesOf(said.trimEnd()), text);
    assert.equal(reading.counts.unread, 0, text);
    assert.equal(finish(unfold(`${text}\n`)).includes('That\'s all.'), true);
  }
});

test('unfolded it is the log that was written', () => {
  for (const [name, text] of Object.entries(written)) {
    assert.deepEqual(finish(unfold(`${text}\n`)).trimEnd().split('\n'), lines, name);
  }
  assert.equal(finish(unfold(log)), log);
});

test('what stands before something else than a head is written with it', () => {
  const named = lines.map((line) => `nova-compute.log.1 ${line}`).join('\n');
  assert.deepEqual(messagesOf(`{"out": ${JSON.stringify(named)}}`), messagesOf(named));
});

test('a list of the same lines is preferred: they have places of their own', () => {
  const text = JSON.stringify(withLines, undefined, 4);
  const first = text.split('\n').findIndex((line) => line.includes('"stdout_lines"')) + 1;
  const places = sketch(text).filter((one) => messages.some((message) => one.endsWith(` ${message}`)));
  const wanted = messages.map((message, i) => `${first + i} ${message}`);
  assert.deepEqual(places.map((one) => one.replace(' > ', ' ')), wanted);
});

test('a string without such a list is read where nothing follows', () => {
  assert.deepEqual(messagesOf(JSON.stringify(result, undefined, 4)).slice(0, messages.length), messages);
});

test('a log that is longer than other lines may be is read to its end', () => {
  const count = 4000;
  const many = Array.from({ length: count }, (_, i) => (lines[0] ?? '').replace('.418', `.${String(i % 1000).padStart(3, '0')}`));
  for (const text of [python(many.join('\n')), `ok: [cmp01] => ${JSON.stringify({ msg: many })}`]) {
    const { records } = readingOf(text);
    assert.equal(records.length, count);
  }
});

test('a line of Nova that quotes another is one line', () => {
  const quoting = `2025-03-11 14:07:32.418 7 ERROR nova.utils [-] Stderr: ${JSON.stringify(lines.slice(0, 2).join('\n'))}`;
  assert.equal(readingOf(quoting).records.length, 1);
});

test('a line break between what a person wrote and a log parts them, in a string too', () => {
  const prose = Array.from({ length: 40 }, (_, at) => `This is what we tried on day ${at}, and it went on like that.`);
  const said = [...prose, '', ...lines, '', ...prose].join('\n');
  assert.deepEqual(messagesOf(JSON.stringify({ description: said })), messagesOf(said));
});

test('one message with its traceback keeps what its object says of it', () => {
  const head = '2025-03-11 14:07:33.418 7 ERROR nova.compute.manager [-]';
  const traced = ['Traceback (most recent call last):', '  File "/nova/a.py", line 1, in b', 'ValueError: c'];
  const text = JSON.stringify({ hostname: 'cmp07', message: traced.map((line) => `${head} ${line}`).join('\n') });
  const { records } = readingOf(`${text}\n${text}`);
  assert.deepEqual(records.map(({ header }) => header?.host), Array.from({ length: 6 }, () => 'cmp07'));
});
