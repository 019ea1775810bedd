// Large logs in a browser: web workers without anything of node, and the extension host's side of them. What
// they answer is what a desk in node answers, also when a log grows, is packed, or is gone.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import zlib from 'node:zlib';
import { beginOrder as beginInNode } from '../../src/disk/desk/beginOrder';
import { beginOrder as beginInWeb } from '../../src/disk/desk/beginOrder.web';
import type { DeskNews, FoundLine, LargeAbout, SearchOrder } from '../../src/disk/desk/calls';
import { openChannel } from '../../src/disk/desk/deskChannel.web';
import { DeskClient } from '../../src/disk/desk/deskClient';
import type { DeskLog } from '../../src/disk/desk/deskClient';
import type { NewsOf, OrderName, OrderOf } from '../../src/disk/desk/orderEars';
import { generateLarge } from '../samples/large';
import { putWorkers, readFromDisk, workersNow } from '../support/webWorkers';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-web-'));
const inNode = new DeskClient();
const inWeb = new DeskClient(60_000, openChannel);
after(() => {
  inNode.dispose();
  inWeb.dispose();
  fs.rmSync(folder, { recursive: true, force: true });
});
const text = [...generateLarge(6_000_000)].join('');
const lines = text.split('\n');
const source = 'some:/nova-all.log';

putWorkers();
readFromDisk();

interface Opened {
  readonly log: DeskLog;
  readonly file: string;
  readonly about: LargeAbout;
  readonly news: readonly DeskNews[];
}

async function open(client: DeskClient, name: string, content: string | Uint8Array = text): Promise<Opened> {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  const news: DeskNews[] = [];
  const log = client.log((one) => void news.push(one));
  const about = await log.ask('open', file, source, undefined);
  assert.ok(about, 'it is read');
  return { log, file, about, news };
}

/** All that can be asked of an open log. */
async function answersOf({ log, about }: Opened): Promise<readonly unknown[]> {
  const known = { ...about, path: undefined };
  const instances = await log.ask('instances', 0, about.instances);
  const some = instances.filter((_one, at) => at % 20 === 0).map(({ id }) => id);
  const [request = '?'] = /\breq-[0-9a-f-]{36}/.exec(text.slice(text.length / 3)) ?? [];
  const from = Date.parse(`${lines[9000]?.slice(0, 19).replace(' ', 'T')}Z`);
  return [
    known, instances, await log.ask('wake', some), await log.ask('find', some[3]?.slice(0, 9) ?? '?', 10),
    await log.ask('texts', [0, 77, 12_345]), await log.ask('page', 1), await log.ask('beside', some[2] ?? '?'),
    await log.ask('linesOfRequest', request), await log.ask('linesOfSpan', from, from + 999),
  ];
}

async function told<K extends DeskNews['kind']>(
  { news }: Opened, kind: K, ms = 20_000,
): Promise<Extract<DeskNews, { kind: K }>> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    const found = news.find((one): one is Extract<DeskNews, { kind: K }> => one.kind === kind);
    if (found) return found;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  throw new Error(`nothing was told of ${kind}`);
}

function all<K extends OrderName>(
  begin: typeof beginInNode, name: K, order: OrderOf<K>,
): Promise<readonly NewsOf<K>[]> {
  const news: NewsOf<K>[] = [];
  return new Promise((resolve, reject) => {
    begin(name, order, { news: (one) => news.push(one), failed: reject, ended: () => resolve(news) });
  });
}

test('a window that lets no worker begin is told of, and asked again', async () => {
  putWorkers(false);
  const client = new DeskClient(60_000, openChannel);
  await assert.rejects(client.prepare(), /no workers/);
  putWorkers();
  readFromDisk({ own: async (name) => Promise.reject(new Error(`${name} is not there`)) });
  await assert.rejects(client.prepare(), /reader\.js is not there/);
  readFromDisk({ own: async () => new TextEncoder().encode('throw new Error("not here")') });
  await assert.rejects(client.prepare(), /not here/);
  assert.equal(workersNow(), 0, 'none is left');
  readFromDisk();
  await client.prepare();
  client.dispose();
});

test('a web worker answers what a desk in node answers', async () => {
  const here = await open(inNode, 'node.log');
  const there = await open(inWeb, 'web.log');
  assert.deepEqual(await answersOf(there), await answersOf(here));
  const [first] = there.news;
  assert.ok(first?.kind === 'progress' && first.first.length > 3, 'the first instances are told before');
  await Promise.all([here, there].map(({ log }) => log.ask('close')));
});

test('so it does without WebAssembly, and says why', async () => {
  const twins: (string | undefined)[] = [];
  const own = async (name: string): Promise<Uint8Array> =>
    name.endsWith('.wasm') ? new Uint8Array(8) : Uint8Array.from(fs.readFileSync(name));
  readFromDisk({ own, began: (twin) => twins.push(twin) });
  const client = new DeskClient(60_000, openChannel);
  const there = await open(client, 'twin.log');
  const here = await open(inNode, 'node.log');
  assert.deepEqual(await answersOf(there), await answersOf(here));
  assert.match(twins[0] ?? '', /WebAssembly/);
  client.dispose();
  await here.log.ask('close');
  readFromDisk({ began: (twin) => twins.push(twin) });
  await inWeb.prepare();
});

test('a packed log is unpacked there', async () => {
  const here = await open(inNode, 'node.log');
  const there = await open(inWeb, 'web.log.gz', zlib.gzipSync(text));
  assert.deepEqual(await answersOf(there), await answersOf(here));
  await Promise.all([here, there].map(({ log }) => log.ask('close')));
});

test('workers of their own find lines and failures, on the text that lies at the desk', async () => {
  const there = await open(inWeb, 'web.log');
  const { path: place, bytes } = there.about;
  const search: SearchOrder = { path: place, end: bytes, wanted: { text: 'took ', levels: ['INFO'] }, most: 50 };
  const found = async (begin: typeof beginInNode): Promise<readonly FoundLine[]> =>
    (await all(begin, 'search', search)).flatMap((news) => (news.kind === 'found' ? news.lines : []));
  const expected = await found(beginInNode);
  assert.equal(expected.length, 50);
  assert.deepEqual(await found(beginInWeb), expected);
  const order = { path: place, indexDir: undefined };
  const verdicts = await all(beginInNode, 'verdicts', order);
  assert.ok((verdicts[0]?.failed.length ?? 0) > 0);
  assert.deepEqual(await all(beginInWeb, 'verdicts', order), verdicts);
  assert.equal(workersNow(), 1, 'they have ended');
  await assert.rejects(all(beginInWeb, 'verdicts', { ...order, path: 'another.log' }), /closed/);
  await there.log.ask('close');
});

test('a log that grows is read on, one that is gone is told of, and a closed one is looked at no more', async () => {
  const there = await open(inWeb, 'grows.log');
  const [one] = await there.log.ask('instances', 0, 1);
  await there.log.ask('wake', [one?.id ?? '?']);
  const last = lines.findLast((line) => line.includes(`[instance: ${one?.id}]`));
  fs.appendFileSync(there.file, `${last}\n`);
  const { about, woken } = await told(there, 'grown');
  assert.equal(about.lines, there.about.lines + 1);
  assert.deepEqual(woken.map(({ id }) => id), [one?.id]);
  fs.rmSync(there.file);
  assert.equal((await told(there, 'lost')).how, 'gone');
  assert.deepEqual(await there.log.ask('texts', [0]), [lines[0]], 'what was read of it is still there');
  await there.log.ask('close');
});

test('a log that is closed while it is fetched is not opened', async () => {
  let fetched = (): void => undefined;
  readFromDisk({
    read: (name) => new Promise((resolve) => {
      fetched = () => resolve(Uint8Array.from(fs.readFileSync(name)));
    }),
  });
  const log = inWeb.log(() => undefined);
  const file = path.join(folder, 'slow.log');
  fs.writeFileSync(file, text);
  const opened = log.ask('open', file, source, undefined);
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  await log.ask('close');
  fetched();
  assert.equal(await opened, undefined);
  readFromDisk();
});
