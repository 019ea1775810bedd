// Mail as it is sent: quoted-printable text is read as what it says, and nothing else is taken for it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf, sketch } from '../support/reading';
import { analyseText, log, stories, vm } from '../support/story';

/** As mail programs encode: no line is longer than 76, and what is not plain is told by its bytes. */
function encoded(text: string): string {
  return text.split('\n').map((line) => {
    const signs = [...Buffer.from(line, 'utf8')].map((byte) =>
      (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)));
    const rows: string[] = [''];
    for (const sign of signs) {
      if ((rows.at(-1) ?? '').length + sign.length > 75) rows.push('');
      rows[rows.length - 1] += sign;
    }
    return rows.join('=\n');
  }).join('\n');
}

const rows = log(`
  0 INFO claim r1 vm Attempting claim on node cmp=01: memory 512 MB, disk 1 GB, vcpus 1 CPU
  1 ERROR mgr r1 vm Instance failed to spawn
  |Traceback (most recent call last):
  |  File "/usr/lib/python3/dist-packages/nova/compute/manager.py", line 2218, in _build_resources
  |    block_device_info=block_device_info)
  |ImageNotFound: Image “8feacda9-91fd-48ce-b983-54f7b6de6650” could not be found.`);

test('quoted-printable mail is read as what it says, each record at its own lines', () => {
  const mail = `From: x@example.org\nSubject: =?utf-8?Q?Nova?=\n\nHello,\n\n${encoded(rows)}`;
  assert.deepEqual(stories(analyseText(mail)).map((told) => told.replace(/@\d+$/, '')),
    stories(analyseText(rows)).map((told) => told.replace(/@\d+$/, '')));
  const lines = mail.split('\n');
  const told = readingOf(mail).records.filter(({ header }) => header?.instance === vm);
  assert.deepEqual(told.map(({ message }) => message), readingOf(rows).records.map(({ message }) => message));
  for (const { line, lastLine } of told) {
    assert.ok((lines[line] ?? '').startsWith('2024-'));
    assert.ok(!(lines[lastLine] ?? '').endsWith('='));
  }
});

test('a log with equals signs is none', () => {
  const narrow = Array.from({ length: 20 }, (_, at) =>
    `2024-03-11 14:00:${10 + at}.000 7 INFO nova.x [-] ${'y'.repeat(at)} a=b c=3D d=`).join('\n');
  assert.equal(readingOf(narrow).records.length, 20);
  assert.equal(readingOf(narrow).records[0]?.message, ' a=b c=3D d=');
});

test('lines of which a page makes several by its marks are those that its reader sees', () => {
  const time = (second: number): string => `2025-03-11 14:07:3${second}.418 7 INFO nova.x [-]`;
  assert.deepEqual(sketch(`<p>It says:<br>${time(1)} a<br />${time(2)} b</p><p>${time(3)} c</p>`),
    ['0 a', '0 b', '0 c']);
  // of mail each stands on the lines that it was sent on
  const long = 'x'.repeat(66);
  const mail = `<div>${time(1)} ${long.slice(0, 20)}=\n${long}=\n${long}=\n${long.slice(0, 10)}<br>${time(2)}=\n b</div>`;
  assert.deepEqual(sketch(mail).map((line) => line.replace(/x+/, 'x')), ['0-3 x', '3-4 b']);
  // a mark behind which no time stands is part of what is said
  assert.deepEqual(sketch(`${time(1)} a<br>b`), ['0 a<br>b']);
});
