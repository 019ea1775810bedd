// The desk of large logs: what it answers is what stands in the file, and it tells of growth and of rotation.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { DeskClient } from '../../src/disk/desk/deskClient';
import type { DeskLog } from '../../src/disk/desk/deskClient';
import { pageBytes } from '../../src/disk/desk/calls';
import type { DeskNews, LargeAbout } from '../../src/disk/desk/calls';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-desk-'));
const client = new DeskClient();
after(() => {
  client.dispose();
  fs.rmSync(folder, { recursive: true, force: true });
});
const text = [...generateLarge(10_000_000)].join('');
const lines = text.split('\n');

interface Desk {
  readonly file: string;
  readonly log: DeskLog;
  readonly about: LargeAbout;
  readonly news: readonly DeskNews[];
}

async function open(name: string, content = text): Promise<Desk> {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  const news: DeskNews[] = [];
  const log = client.log((one) => void news.push(one));
  const about = await log.ask('open', file, `file://${file}`, undefined);
  assert.ok(about);
  return { file, log, about, news };
}

async function told<K extends DeskNews['kind']>(
  { news }: Desk, kind: K,
): Promise<Extract<DeskNews, { kind: K }>> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const found = news.find((one): one is Extract<DeskNews, { kind: K }> => one.kind === kind);
    if (found) return found;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  throw new Error(`nothing was told of ${kind}`);
}

test('the first instances are told before the log is read, and all of them can be asked for', async () => {
  const { log, about, news } = await open('first.log');
  const [first] = news;
  assert.ok(first?.kind === 'progress' && first.bytes < text.length / 2 && first.first.length > 3);
  const all = await log.ask('instances', 0, about.instances);
  assert.equal(all.length, about.instances);
  const timeOf = (line = '') => Date.parse(`${line.slice(0, 23).replace(' ', 'T')}Z`);
  assert.equal(about.digest.firstTime, timeOf(lines[0]));
  assert.equal(about.digest.lastTime, timeOf(lines.findLast((line) => line.startsWith('2024-'))));
  assert.deepEqual(first.first.map(({ id }) => id), all.slice(0, first.first.length).map(({ id }) => id));
  assert.deepEqual(await log.ask('find', all[7]?.id.slice(0, 13) ?? '', 10), [all[7]]);
  await log.ask('close');
});

test('any line is what stands there, and pages hold every line once', async () => {
  const desk = await open('texts.log');
  const numbers = [0, 1, 2, 777, 778, 12_345, lines.length - 2];
  assert.deepEqual(await desk.log.ask('texts', numbers), numbers.map((line) => lines[line]));
  const pages = Math.ceil(text.length / pageBytes);
  let all = '';
  for (let page = 0; page < pages; page++) {
    const { text: own, firstLine, isCut } = await desk.log.ask('page', page);
    assert.equal(firstLine, all.split('\n').length - 1);
    assert.equal(isCut, false);
    all += own;
  }
  assert.equal(all, text);
  const firstLines = desk.news.flatMap((one) => (one.kind === 'pages' ? one.firstLines : []));
  assert.equal(firstLines.length, pages);
  const second = text.indexOf('\n', pageBytes - 1) + 1;
  assert.equal(firstLines[1], text.slice(0, second).split('\n').length - 1);
  await desk.log.ask('close');
});

test('all lines of a request, and those of a span of time', async () => {
  const { log } = await open('lines.log');
  const request = /\breq-[0-9a-f-]{36}/.exec(text.slice(text.length / 2))?.[0] ?? '?';
  const expected = lines.flatMap((line, at) => (line.includes(request) ? [at] : []));
  assert.deepEqual((await log.ask('linesOfRequest', request)).numbers, expected);
  const time = (line: string) => Date.parse(`${line.slice(0, 10)}T${line.slice(11, 23)}Z`);
  const middle = time(lines.find((line, at) => at > 9000 && line.startsWith('2024')) ?? '');
  const [from, to] = [middle, middle + 5000];
  let isIn = false;
  const within = lines.flatMap((line, at) => {
    if (line.startsWith('2024-')) isIn = time(line) >= from && time(line) <= to;
    return isIn ? [at] : [];
  });
  assert.ok(within.length > 10);
  assert.deepEqual((await log.ask('linesOfSpan', from, to)).numbers, within);
  await log.ask('close');
});

test('an instance comes with its lines and those of its requests', async () => {
  const { log, file } = await open('woken.log');
  const [, one] = await log.ask('instances', 0, 2);
  const [woken] = await log.ask('wake', [one?.id ?? '', '00000000-0000-4000-8000-000000000000']);
  assert.ok(one && woken);
  assert.equal(woken.id, one.id);
  assert.deepEqual(structuredClone(woken), woken, 'it can be sent by a worker');
  const own = lines.flatMap((line, at) => (line.includes(`[instance: ${one.id}]`) ? [at] : []));
  const told = new Set(woken.lines.get(one.id));
  assert.deepEqual(own.filter((line) => !told.has(line)), []);
  assert.ok(woken.digest.events.some(({ instance, at }) => instance === one.id && at.source === `file://${file}`));
  await log.ask('close');
});

test('what is appended is told within a second, also of instances that were read', async () => {
  const desk = await open('growing.log');
  const [one] = await desk.log.ask('instances', 0, 1);
  await desk.log.ask('wake', [one?.id ?? '']);
  const last = '2024-05-07 09:59:59.000 4711 INFO nova.compute.manager [None req-7e57aaaa-0000-4000-8000-000000000000 '
    + `- - - - - -] [instance: ${one?.id}] Terminating instance\n`;
  const started = Date.now();
  fs.appendFileSync(desk.file, last);
  const { about, woken } = await told(desk, 'grown');
  assert.ok(Date.now() - started < 1500);
  assert.equal(about.lines, lines.length);
  assert.equal(woken[0]?.id, one?.id);
  assert.deepEqual(await desk.log.ask('texts', [lines.length - 1]), [last.trimEnd()]);
  await desk.log.ask('close');
});

test('rotation is told, by a rename and by emptying the file', async () => {
  const renamed = await open('renamed.log');
  fs.renameSync(renamed.file, `${renamed.file}.1`);
  fs.writeFileSync(renamed.file, lines[0] ?? '');
  assert.equal((await told(renamed, 'lost')).how, 'renamed');
  assert.deepEqual(await renamed.log.ask('texts', [777]), [lines[777]], 'the old file is still read');
  const emptied = await open('emptied.log');
  fs.truncateSync(emptied.file);
  assert.equal((await told(emptied, 'lost')).how, 'emptied');
  await renamed.log.ask('close');
  await emptied.log.ask('close');
});
