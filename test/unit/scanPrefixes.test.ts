// Logs as journald, syslog, container runtimes and grep hand them over are scanned like plain ones: kernel,
// twin and tolerant reader give the same digest of them, also where lines are damaged, where processes write
// by turns and where the prefix becomes another one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scannableAs } from '../../src/core/scan/scannable';
import { dressed, dressNames, tolerantOnly } from '../samples/dressed';
import type { DressName } from '../samples/dressed';
import { generateLarge } from '../samples/large';
import { chance } from '../support/reading';
import { bytesOf, same } from '../support/scanning';

/** Made once of each seed. */
const made = new Map<number, string>();

function plain(size: number, seed = 7): string {
  const text = made.get(seed) ?? [...generateLarge(700_000, { seed })].join('');
  made.set(seed, text);
  return text.slice(0, text.indexOf('\n', size) + 1);
}

const dress = (text: string, name: DressName) => [...dressed([text], name)].join('');

test('the scanner may read them', () => {
  const text = plain(70_000);
  for (const name of dressNames) {
    const isScanned = scannableAs(bytesOf(dress(text, name))) !== undefined;
    assert.equal(isScanned, !tolerantOnly.has(name), name);
  }
});

test('of every layout', () => {
  const text = plain(200_000);
  for (const name of dressNames) same(bytesOf(dress(text, name)), name);
});

test('in chunks of any size', () => {
  const text = plain(40_000, 3);
  const random = chance(4);
  for (const name of dressNames) {
    const bytes = bytesOf(dress(text, name));
    for (const size of [61, 65_537]) same(bytes, `${name} in chunks of ${size}`, () => size);
    same(bytes, `${name} in chunks of chance`, () => 1 + Math.floor(random() * 3000));
  }
});

/** Names of those in which the processes of several hosts write by turns. */
const merged: readonly DressName[] = [
  'journal', 'journalIsoPrecise', 'syslogTag', 'syslogRfc5424', 'cri', 'kubectlBoth', 'kubectlTime', 'grepBoth',
];

test('where a process writes on after others have written', () => {
  const random = chance(9);
  for (const name of merged) {
    const lines = dress(plain(200_000, 4), name).split('\n');
    const head = lines.findIndex((line) => line.includes('</domain>'));
    for (let i = 0; i < 400; i++) {
      const from = head + Math.floor(random() * (lines.length - head - 20));
      const [line = ''] = lines.splice(from, 1);
      lines.splice(from + 1 + Math.floor(random() * 12), 0, line);
    }
    same(bytesOf(lines.join('\n')), name, () => 1 + Math.floor(random() * 90_000));
  }
});

test('where processes end and others begin, and other programs write between', () => {
  const random = chance(10);
  const others = [
    'May  6 08:00:20 cmp02 systemd[1]: Started Session 12 of user root.', 'May  6 08:00:20 cmp02 kernel: [ 12.1] br-int: port 1',
    'May  6 08:00:20 cmp02 nova-compute[1]:   File "/a.py", line 1, in x', 'May  6 08:00:20 ctl01 nova-api[22]: ',
    'May  6 08:00:20 cmp03 nova-compute: 2024-05-06 08:00:20.000 7 INFO nova.compute.manager [-] x', '-- Boot 1234 --', '',
    'May  6 08:00:20 cmp02 nova-compute[6680]: Traceback (most recent call last):', 'May  6 08:00:20 cmp02 nova-compute[06680]: x',
    'May  6 08:00:20 ctl01 nova-api[6492]: ValueError: no', 'May  6 08:00:20 ctl01 nova-api[6492]:   <name>instance-1</name>',
    'May  6 08:00:20 ctl01 openstack-nova-api[6492]: 2024-05-06 08:00:20.000 6492 INFO nova.api [-] x', 'May  6 08:00:20 c\u00e9 a[1]: x',
  ];
  for (let round = 0; round < 4; round++) {
    const lines = dress(plain(200_000, round + 1), 'journal').split('\n').map((line, at) =>
      (at > 300 ? line.replace(/ (\S+)\[(\d+)\]: /, (_, who, pid) => ` ${who}[${Number(pid) + Math.floor(at / 200)}]: `) : line));
    for (let i = 0; i < 60; i++) {
      const at = 300 + Math.floor(random() * (lines.length - 300));
      const other = others[Math.floor(random() * others.length)] ?? '';
      lines.splice(at, 0, random() < 0.5 ? other : other.replace(/^.{15}/, (lines[at] ?? '').slice(0, 15)));
    }
    same(bytesOf(lines.join('\n')), `round ${round}`, () => 1 + Math.floor(random() * 90_000));
  }
});

test('where the prefix becomes another one', () => {
  const [text, more] = [plain(100_000, 1), plain(100_000, 2)];
  const random = chance(11);
  for (const name of merged) {
    const other = dressNames[Math.floor(random() * dressNames.length)] ?? 'plain';
    same(bytesOf(dress(text, name), dress(more, other), dress(text, name)), `${name}, then ${other}`);
  }
});

const pieces = [
  '\n', '\r\n', '\r', ' ', '   ', '\t', '\0', '[', ']: ', ': ', '{', '"', '> ', '<tag>', '  <b/>\n', '\n\n', '7', '-',
  '\nTraceback (most recent call last):\n', '\n  File "/a.py", line 1, in x\n', '\nValueError: no\n', '#012', '\u2026', '\u00e9',
  '[instance: none] ', '[req-', '[-] ', 'ERROR ', 'INFO ', '==> nova-api.log <==\n', 'May  6 08:00:00 a b[1]: ', '2024-05-06T08:00:00Z ',
  '2024-05-06 08:00:00.000 7 ERROR nova.compute.manager ', '2024-05-06T08:00:00.000000Z stdout P ', 'nova-compute.log:12:',
  '\u001b[00;36m', '\u001b[00m\n', '\u001b[', '\u001b[K', '[00;36m', '#033[01;31m', '^[[00m', 'm\n', '\\', '\\n', '\\r\\n', '\\u003c',
  '\\u00e9', '\\u0000', '\\t', '\\\\[', '\u0001', '","stream":"stdout","time":"', ',"more":{}}', '{"log":"', '"}',
];

test('with something odd in them', () => {
  const random = chance(12);
  for (const name of dressNames) {
    const lines = dress(plain(100_000, 4), name).split('\n');
    const first = Math.floor(lines.length / 3);
    for (let i = 0; i < 100; i++) {
      const at = first + Math.floor(random() * (lines.length - first));
      const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
      const line = lines[at] ?? '';
      // more often where the prefix stands
      const cut = Math.floor(random() * (random() < 0.7 ? Math.min(100, line.length) : line.length));
      const kept = random() < 0.3 ? cut + Math.floor(random() * 8) : cut;
      lines[at] = line.slice(0, cut) + piece + line.slice(kept);
    }
    same(bytesOf(lines.join('\n')), name, () => 1 + Math.floor(random() * 90_000));
  }
});
