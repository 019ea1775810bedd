// What is found in a large log is what looking at every line finds: numbers and columns, by text, case, whole
// words, expression, instance, level and time.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { ByteSource } from '../../src/disk/large/byteSource';
import { formAt } from '../../src/disk/large/logForm';
import { searchLines, type Found, type Wanted } from '../../src/disk/large/search';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-search-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const made = [...generateLarge(3_000_000)].join('');
const lines = made.split('\n').slice(0, -1);

async function search(text: string, wanted: Wanted): Promise<readonly Found[]> {
  const file = path.join(folder, 'nova.log');
  fs.writeFileSync(file, text);
  const bytes = new ByteSource(file);
  try {
    const found: Found[] = [];
    const prefix = formAt(file)?.prefix;
    for await (const one of searchLines(bytes, bytes.size, wanted, prefix ? { prefix } : {})) found.push(one);
    return found;
  } finally {
    bytes.close();
  }
}

/** What is found, by looking at each line. */
function expected(holds: (line: string) => boolean, all: readonly string[] = lines): readonly number[] {
  return all.flatMap((line, at) => (holds(line) ? [at] : []));
}

const numbers = (found: readonly Found[]): readonly number[] => found.map(({ line }) => line);
const levelOf = (line: string): string => line.split(' ')[3] ?? '';

const plainTexts: readonly (readonly [string, Wanted, (line: string) => boolean])[] = [
  ['a text', { text: 'took ' }, (line) => line.toLowerCase().includes('took ')],
  ['a text with its capitals', { text: 'Took ', matchCase: true }, (line) => line.includes('Took ')],
  ['a whole word', { text: 'instance', wholeWord: true }, (line) => /(?<!\w)instance(?!\w)/i.test(line)],
  ['a text without letters', { text: ' - - - ' }, (line) => line.includes(' - - - ')],
  ['an expression', { expression: /Took \d+\.\d+ seconds$|^$/ }, (line) => /Took \d+\.\d+ seconds$|^$/.test(line)],
  ['levels', { levels: ['WARNING', 'ERROR'] }, (line) => ['WARNING', 'ERROR'].includes(levelOf(line))
    && !/ERROR [\w.]+(?: \[instance: [\w-]{36}\])?(?: Traceback| {2,}| ?$)/.test(line)],
  ['a text and a level', { text: 'build', levels: ['INFO'] },
    (line) => /build/i.test(line) && levelOf(line) === 'INFO'],
];

for (const [what, wanted, holds] of plainTexts) {
  test(`${what}: every line that holds it, with its number, and no other`, async () => {
    const found = await search(made, wanted);
    // lines of this log without a head are those of guests, and of exceptions below an error
    const own = found.filter(({ text }) => !wanted.levels || /^\d{4}-/.test(text));
    assert.ok(own.length > 0);
    assert.deepEqual(numbers(own), expected(holds));
    assert.deepEqual(found.map(({ line, text }) => lines[line] === text), found.map(() => true));
  });
}

test('an instance is looked for beside a text', async () => {
  const id = /\[instance: ([0-9a-f-]{36})\]/.exec(made)?.[1] ?? '?';
  const found = await search(made, { instance: id, text: 'Took', matchCase: true });
  assert.deepEqual(numbers(found), expected((line) => line.includes(id) && line.includes('Took')));
  assert.ok(found.length > 0);
});

test('columns are where the text stands on its line, whatever letters are before it', async () => {
  const [one] = await search('\u00e4\u4e2d\u{1f600} Needle\n', { text: 'needle' });
  assert.deepEqual([one?.line, one?.column, one?.length], [0, '\u00e4\u4e2d\u{1f600} '.length, 6]);
  const [word] = await search('needles, needle\n', { text: 'needle', wholeWord: true });
  assert.equal(word?.column, 9);
  const [umlaut] = await search('x\n\u00dcBEL\n', { text: '\u00fcbel' });
  assert.equal(umlaut?.line, 1, 'capitals of other letters do not count either');
});

test('a line without a head is of the level and of the time of the line above it', async () => {
  const head = (time: string, level: string) => `2024-05-06 08:0${time}.000 1 ${level} nova.x [-]`;
  const filler = Array.from({ length: 9000 }, (_, at) => `${head('2:00', 'DEBUG')} filler ${at} ${'x'.repeat(200)}`);
  const all = [
    `${head('1:00', 'ERROR')} failed`, '  File "a.py"', 'Needle: one', `${head('1:30', 'INFO')} Needle two`, 'Needle: three',
    ...filler, `${head('3:00', 'ERROR')} again`, 'Needle: four', '',
  ];
  const text = all.join('\n');
  const at = (time: string) => Date.parse(`2024-05-06T08:0${time}Z`);
  const needle = { text: 'Needle' };
  assert.deepEqual(numbers(await search(text, { ...needle, levels: ['ERROR'] })), [2, all.length - 2]);
  assert.deepEqual(numbers(await search(text, { ...needle, span: { from: at('1:10'), to: at('1:59') } })), [3, 4]);
  assert.deepEqual(numbers(await search(text, { ...needle, span: { from: at('2:30'), to: at('9:00') } })), [all.length - 2]);
  assert.deepEqual(numbers(await search(text, { levels: ['ERROR'] })), [0, all.length - 3]);
});

test('what stands behind the prefix of each line has its level', async () => {
  const text = lines.map((line) => `May 06 08:00:00 cmp01 nova-compute[77]: ${line}\n`).join('');
  const found = await search(text, { text: 'build', levels: ['INFO'] });
  assert.deepEqual(numbers(found), expected((line) => /build/i.test(line) && levelOf(line) === 'INFO'));
});

test('lines longer than what is read at once, and a last line without an end, are found', async () => {
  const long = 'x'.repeat(1_500_000);
  const found = await search(`a\n${long}Needle\nb needle`, { text: 'needle' });
  assert.deepEqual(numbers(found), [1, 2]);
});

test('a level alone: its messages, nothing that goes on below them, and no line that only names it', async () => {
  const say = (level: string, text: string) => `2024-05-06 08:01:00.000 1 ${level} nova.x [-] ${text}`;
  const dump = Array.from({ length: 4000 }, (_, at) => `  <disk number="${at}">${'x'.repeat(60)}</disk>`);
  const all = [
    say('INFO', 'an error is not logged as one'), 'ERROR stands at the beginning of what belongs to INFO',
    say('ERROR', 'with a dump'), ...dump, say('DEBUG', 'critical'), 'fatal', say('WARN', 'another name'), 'below it',
    say('FATAL', 'and another'), ...dump, say('INFO', 'end'),
  ];
  const [error, debug, fatal] = [2, 3 + dump.length, 7 + dump.length];
  const found = async (...levels: string[]) => numbers(await search(all.join('\n'), { levels }));
  assert.deepEqual(await found('ERROR'), [error]);
  assert.deepEqual(await found('WARNING'), [debug + 2]);
  assert.deepEqual(await found('CRITICAL'), [fatal]);
  assert.deepEqual(await found('DEBUG', 'INFO'), [0, debug, all.length - 1]);
});

test('a level alone: of a traceback with heads of its own the line of its class', async () => {
  const head = '2024-05-06 08:01:00.000 1 ERROR nova.compute.manager';
  const tag = '[instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70]';
  const text = ['', ` ${tag}`].flatMap((instance) => [
    `${head} [None req-1 - -]${instance} Build failed: boom`, `${head}${instance} Traceback (most recent call last):`,
    `${head}${instance}   File "/usr/lib/python3/nova/compute/manager.py", line 1, in build`, `${head}${instance}     build()`,
    `${head}${instance} nova.exception.BuildAbortException: boom`, `${head}${instance} `,
    `${head}${instance} During handling of the above exception, another exception occurred:`,
  ]).join('\n');
  assert.deepEqual(numbers(await search(text, { levels: ['ERROR'] })), [0, 4, 7, 11]);
  assert.deepEqual(numbers(await search(text, { levels: ['ERROR'], text: 'build()' })), [3, 10]);
});
