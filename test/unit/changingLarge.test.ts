// Large logs whose files do not stay what they were: rotated, emptied, written anew, removed, on a full disk,
// while they are read and when they were. What is told is what stands there, or that it does no longer.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import zlib from 'node:zlib';
import { openLarge, whyNot } from '../../src/cli/openLarge';
import type { DeskNews } from '../../src/disk/desk/calls';
import { LogDesk } from '../../src/disk/desk/logDesk';
import { listInputs } from '../../src/disk/files';
import { openLargeSet } from '../../src/disk/large/largeSet';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import type { OpenOptions } from '../../src/disk/large/openLargeLog';
import type { LargeLog } from '../../src/disk/large/largeLog';
import { generateLarge } from '../samples/large';
import { fillDisk } from '../support/fullDisk';
import { timelineOf, verdict } from '../support/large';
import { scratchFolder } from '../support/scratch';

const text = [...generateLarge(3_000_000)].join('');
const half = text.lastIndexOf('\n', text.length / 2) + 1;
const other = [...generateLarge(3_000_000, { seed: 8 })].join('');

/** What nobody awaited and nobody caught. */
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);
before(() => void process.on('unhandledRejection', note));
after(() => {
  process.off('unhandledRejection', note);
  assert.deepEqual(uncaught, []);
});

function fileOf(t: TestContext, content: string): string {
  return `${scratchFolder(t, { 'nova.log': content })}/nova.log`;
}

/** All that a log tells. */
function told(log: LargeLog): unknown {
  const ids = log.instances().map(({ id }) => id);
  return {
    lines: log.lines, bytes: log.bytes, instances: log.instances(),
    timelines: ids.slice(0, 20).map((id) => timelineOf(log, id)?.operations.map(verdict)),
  };
}

async function toldAnew(t: TestContext, content: string): Promise<unknown> {
  const log = await openLargeLog(fileOf(t, content), { source: 'nova.log' });
  assert.ok(log);
  const all = told(log);
  log.close();
  return all;
}

async function opened(file: string, options: OpenOptions = {}): Promise<LargeLog> {
  const log = await openLargeLog(file, { source: 'nova.log', ...options });
  assert.ok(log);
  return log;
}

const changes: Readonly<Record<string, (file: string) => void>> = {
  'is emptied': (file) => fs.truncateSync(file),
  'is cut to a smaller size': (file) => fs.truncateSync(file, half),
  'is copied away and emptied, and is written to again': (file) => fs.writeFileSync(file, text.slice(0, 10_000)),
};
for (const [how, change] of Object.entries(changes)) {
  test(`a log that ${how} while it is read is not told of`, async (t) => {
    const file = fileOf(t, text);
    let isOver = false;
    const onProgress = (): void => {
      if (!isOver) change(file);
      isOver = true;
    };
    await assert.rejects(openLargeLog(file, { partSize: 500_000, onProgress }), { code: 'ECHANGED' });
    assert.ok(isOver);
  });
}

test('a log that is renamed while it is read is read to its end, and so it is if another one has its name', async (t) => {
  const file = fileOf(t, text);
  let isOver = false;
  const onProgress = (): void => {
    if (isOver) return;
    isOver = true;
    fs.renameSync(file, `${file}.1`);
    fs.writeFileSync(file, other);
  };
  const log = await opened(file, { partSize: 500_000, onProgress });
  assert.ok(isOver);
  assert.deepEqual(told(log), await toldAnew(t, text));
  fs.appendFileSync(`${file}.1`, text.slice(0, half));
  assert.ok(await log.follow());
  assert.deepEqual(told(log), await toldAnew(t, text + text.slice(0, half)));
  log.close();
});

test('what cannot be read on stays what it was, and is read on when it can be', async (t) => {
  const file = fileOf(t, text.slice(0, half));
  const log = await opened(file);
  // a last part that is small is read again
  assert.ok(log.bytes < 2 << 20);
  fs.appendFileSync(file, text.slice(half));
  const whole = told(log);
  const makeRoom = fillDisk();
  try {
    await assert.rejects(log.follow(), { code: 'ENOSPC' });
  } finally {
    makeRoom();
  }
  assert.deepEqual(told(log), whole);
  assert.ok(await log.follow());
  assert.deepEqual(told(log), await toldAnew(t, text));
  log.close();
});

test('a last line or a character that is half there is whole when the rest has come', async (t) => {
  const [id] = /\[instance: ([0-9a-f-]{36})\]/.exec(text)?.slice(1) ?? [];
  const line = `2024-05-07 09:59:59.000 4711 INFO nova.compute.manager [-] [instance: ${id}] Größe 大小 \u{1f600}`;
  const bytes = Buffer.from(`${line}\n`);
  for (const cut of [5, 30, line.indexOf('ö') + 1, bytes.length - 4, bytes.length - 2, bytes.length - 1]) {
    const file = fileOf(t, text.slice(0, half));
    fs.appendFileSync(file, bytes.subarray(0, cut));
    const log = await opened(file);
    const number = log.lines - 1;
    fs.appendFileSync(file, bytes.subarray(cut));
    assert.ok(await log.follow());
    assert.deepEqual(told(log), await toldAnew(t, `${text.slice(0, half)}${line}\n`), `cut at ${cut}`);
    assert.equal(log.numbersOf(id ?? '').at(-1), number);
    log.close();
  }
});

test('an index is not believed of a log that was written to in its midst', async (t) => {
  const file = fileOf(t, text);
  const indexDir = `${file}.index`;
  (await opened(file, { indexDir })).close();
  const [instance] = /\[instance: ([0-9a-f-]{36})\]/.exec(text.slice(half))?.slice(1) ?? [];
  const changed = text.replaceAll(instance ?? '?', '0'.repeat(8) + (instance ?? '').slice(8));
  const open = fs.openSync(file, 'r+');
  fs.writeSync(open, changed);
  fs.closeSync(open);
  const log = await opened(file, { indexDir });
  assert.deepEqual(told(log), await toldAnew(t, changed));
  log.close();
});

test('where no index can be kept the log is read all the same, and it is said why', async (t) => {
  const file = fileOf(t, text);
  const whole = await toldAnew(t, text);
  const { writeSync } = fs;
  let isFull = true;
  // the disk of the index alone is full
  fs.writeSync = ((into: number, ...more: [never]) => {
    const isIndex = fs.readlinkSync(`/proc/self/fd/${into}`).includes('.nova-index');
    if (isFull && isIndex) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    return writeSync(into, ...more);
  }) as typeof fs.writeSync;
  t.after(() => void (fs.writeSync = writeSync));
  const indexDir = `${file}.index`;
  if (process.platform === 'linux') {
    const log = await opened(file, { indexDir });
    assert.equal(log.unkept, 'ENOSPC');
    assert.deepEqual(told(log), whole);
    assert.deepEqual(fs.readdirSync(indexDir), [], 'nothing is left of it');
    log.close();
  }
  isFull = false;
  const nowhere = await opened(file, { indexDir: `${file}/index` });
  assert.equal(nowhere.unkept, 'ENOTDIR');
  assert.deepEqual(told(nowhere), whole);
  nowhere.close();
});

const rotations: Readonly<Record<string, (folder: string) => void>> = {
  'are rotated': (folder) => {
    fs.renameSync(`${folder}/nova.log.1`, `${folder}/nova.log.2`);
    fs.renameSync(`${folder}/nova.log`, `${folder}/nova.log.1`);
    fs.writeFileSync(`${folder}/nova.log`, other);
  },
  'are emptied': (folder) => fs.truncateSync(`${folder}/nova.log`),
};
for (const [how, change] of Object.entries(rotations)) {
  test(`logs that ${how} while they are summed up are not told of`, async (t) => {
    const folder = scratchFolder(t, { 'nova.log.1': text.slice(0, half), 'nova.log': text.slice(half) });
    let isOver = false;
    const onProgress = (): void => {
      if (!isOver) change(folder);
      isOver = true;
    };
    const { inputs } = listInputs([folder]);
    await assert.rejects(openLargeSet(folder, inputs, { partSize: 500_000, onProgress }), { code: 'ECHANGED' });
    assert.ok(isOver);
  });

  test(`so it is where they ${how} after they were read, and before it was told`, async (t) => {
    const folder = scratchFolder(t, { 'nova.log.1': text.slice(0, half), 'nova.log': text.slice(half) });
    const subject = { name: 'logs', path: undefined, inputs: listInputs([folder]).inputs };
    const said: string[] = [];
    const set = await openLarge(subject, (problem) => said.push(problem));
    assert.ok(set && set !== 'failed');
    set.hold();
    change(folder);
    assert.throws(() => set.hold(), (error) => whyNot(subject, error, (problem) => said.push(problem)) === 'failed');
    assert.deepEqual(said, ['“logs” was rotated, shortened or replaced while it was read: read it again.']);
    set.close();
  });
}

test('a packed log is not one that can be read so where the disk is full, and nothing is left of it', async (t) => {
  const file = fileOf(t, text);
  const packed = `${file}.gz`;
  fs.writeFileSync(packed, zlib.gzipSync(text));
  const before = process.platform === 'linux' ? fs.readdirSync('/proc/self/fd').length : 0;
  const makeRoom = fillDisk();
  t.after(makeRoom);
  assert.equal(await openLargeLog(packed), undefined);
  makeRoom();
  if (process.platform === 'linux') assert.equal(fs.readdirSync('/proc/self/fd').length, before);
  const log = await opened(packed);
  assert.deepEqual({ ...told(log) as object, bytes: text.length }, await toldAnew(t, text));
  log.close();
});

interface AtDesk {
  readonly file: string;
  readonly desk: LogDesk;
  readonly until: (is: (news: DeskNews) => boolean) => Promise<DeskNews>;
  readonly news: readonly DeskNews[];
}

async function atDesk(t: TestContext, content: string): Promise<AtDesk> {
  const file = fileOf(t, content);
  const news: DeskNews[] = [];
  const order = { path: file, source: 'nova.log', indexDir: undefined };
  const desk = await LogDesk.open(order, (one) => void news.push(one), new AbortController().signal);
  assert.ok(desk);
  t.after(() => desk.close());
  const until = async (is: (news: DeskNews) => boolean): Promise<DeskNews> => {
    for (const end = Date.now() + 8000; Date.now() < end; await sleep(10)) {
      const found = news.find(is);
      if (found) return found;
    }
    throw new Error(`not told: ${JSON.stringify(news.map(({ kind }) => kind))}`);
  };
  return { file, desk, until, news };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}

const isLost = ({ kind }: DeskNews): boolean => kind === 'lost';
const lines = text.split('\n');
const last = '2024-05-07 09:59:59.000 4711 INFO nova.compute.manager [-] the last line\n';

const losses: Readonly<Record<string, readonly [how: string, change: (file: string) => void]>> = {
  'is emptied': ['emptied', (file) => fs.truncateSync(file)],
  'is cut to a smaller size': ['emptied', (file) => fs.truncateSync(file, half)],
  'becomes another one of the same size': ['emptied', (file) => {
    fs.writeFileSync(file, other.slice(0, text.length).padEnd(text.length, '.'));
  }],
  'becomes a larger one': ['emptied', (file) => fs.writeFileSync(file, other + other)],
  'is written to in its midst': ['emptied', (file) => {
    const open = fs.openSync(file, 'r+');
    fs.writeSync(open, 'x'.repeat(text.length / 2), 1000);
    fs.closeSync(open);
  }],
  'gives its name to another one of the same size': ['renamed', (file) => {
    fs.writeFileSync(`${file}.new`, other.slice(0, text.length).padEnd(text.length, '.'));
    fs.renameSync(`${file}.new`, file);
  }],
  'is removed': ['gone', (file) => fs.rmSync(file)],
  'is removed and made anew': ['renamed', (file) => {
    fs.rmSync(file);
    fs.writeFileSync(file, other);
  }],
};
for (const [name, [how, change]] of Object.entries(losses)) {
  test(`at the desk it is told once that a log ${name}`, async (t) => {
    const { file, until, news, desk } = await atDesk(t, text);
    change(file);
    assert.deepEqual(await until(isLost), { kind: 'lost', how });
    fs.appendFileSync(file, last);
    await sleep(50);
    assert.equal(news.filter(isLost).length, 1);
    if (how !== 'emptied') assert.deepEqual(desk.texts([777]), [lines[777]]);
  });
}

test('what is written to a log after it was renamed is told, until another one is written to', async (t) => {
  const { file, until, desk } = await atDesk(t, text);
  const writer = fs.openSync(file, 'a');
  fs.renameSync(file, `${file}.1`);
  fs.writeSync(writer, last);
  await until(({ kind }) => kind === 'grown');
  assert.deepEqual(desk.texts([lines.length - 1]), [last.trimEnd()]);
  fs.writeFileSync(file, '');
  fs.writeSync(writer, last);
  fs.writeFileSync(file, other);
  assert.deepEqual(await until(isLost), { kind: 'lost', how: 'renamed' });
  assert.deepEqual(desk.texts([lines.length - 1, lines.length]), [last.trimEnd(), last.trimEnd()]);
  fs.closeSync(writer);
});

test('a log is followed where no event tells of it, and when its name may no longer be read', async (t) => {
  const { watch } = fs;
  fs.watch = () => { throw new Error('no watches are left'); };
  t.after(() => void (fs.watch = watch));
  const { file, until, desk } = await atDesk(t, text);
  const writer = fs.openSync(file, 'a');
  fs.chmodSync(file, 0);
  fs.writeSync(writer, last);
  fs.closeSync(writer);
  await until(({ kind }) => kind === 'grown');
  assert.deepEqual(desk.texts([lines.length - 1]), [last.trimEnd()]);
});

test('what is no other log is followed on: one that was touched', async (t) => {
  const { file, until, news } = await atDesk(t, text);
  fs.utimesSync(file, new Date(), new Date(5000));
  await sleep(100);
  fs.appendFileSync(file, last);
  await until(({ kind }) => kind === 'grown');
  assert.ok(!news.some(isLost));
});

test('a disk that is full while a log grows is told of, and not for ever tried', async (t) => {
  const { file, until, desk } = await atDesk(t, text);
  const makeRoom = fillDisk();
  t.after(makeRoom);
  const append = fs.createWriteStream(file, { flags: 'a' });
  await new Promise((resolve) => { append.end(last, () => resolve(undefined)); });
  assert.deepEqual(await until(isLost), { kind: 'lost', how: 'unread' });
  assert.equal(desk.about().lines, lines.length - 1);
  assert.deepEqual(desk.texts([777]), [lines[777]]);
});
