// One large log, opened as the editor opens it, in a process of its own. In: `open` and a path: opens it,
// keeps its index, ends. `ask` and a path: a line of JSON with how long answers take, in milliseconds. `look`
// and a path: what a person sees who opens it is asked for, or it is told that it is read in another way.

import fs from 'node:fs';
import path from 'node:path';
import { largeWords } from '../../src/core/render/largeWords';
import { firstRows, mostLines, pageBytes } from '../../src/disk/desk/calls';
import type { DeskNews, LargeAbout } from '../../src/disk/desk/calls';
import type { DeskClient, DeskLog } from '../../src/disk/desk/deskClient';
import { median } from './figures';

export interface Answers {
  /** From the start of the process. */
  readonly first: number;
  /** From the question that opens the log, by a worker that has answered before. */
  readonly firstOpened: number;
  readonly index: number;
  /** By a worker that has answered before, as it stays when a log is closed. */
  readonly reopened: number;
  /** By a worker that begins. */
  readonly reopenedAnew: number;
  readonly slice: number;
  readonly page: number;
  readonly appended: number;
}

const times = 21;
const fewTimes = 7;
/** A log is left alone for so long, for one that is written all the time is followed less; milliseconds. */
const rest = 200;

/** The chunk that is shipped: its workers and the kernel lie beside it. */
const shipped = import('../../src/disk/desk/deskClient');

interface Desk {
  readonly log: DeskLog;
  readonly about: LargeAbout;
  /** What is told without being asked, from now on. */
  hear: (news: DeskNews) => void;
}

/** @param client the editor has one */
async function open(file: string, indexDir: string, client?: DeskClient): Promise<Desk> {
  const desk = await openAny(file, indexDir, client);
  if (!desk) throw new Error(`${file} is not read as a large log`);
  return desk;
}

/** Undefined: not a log that is read so. */
async function openAny(file: string, indexDir: string, known?: DeskClient): Promise<Desk | undefined> {
  const client = known ?? new (await shipped).DeskClient();
  const heard: { hear: (news: DeskNews) => void } = { hear: () => undefined };
  const log = client.log((news) => heard.hear(news));
  const about = await log.ask('open', file, file, indexDir);
  // its worker waits for questions for as long as somebody may ask
  if (!about) client.dispose();
  return about && Object.assign(heard, { log, about });
}

/** The rows of the tree, an instance, its lines, the last page, and which instances failed. */
async function look(file: string, indexDir: string): Promise<void> {
  const desk = await openAny(file, indexDir);
  if (!desk) return console.error(`nova-lens: ${largeWords.largeOtherWay.replace('{log}', `“${file}”`)}`);
  const { log, about } = desk;
  const [first] = await log.ask('instances', 0, firstRows);
  const [woken] = first ? await log.ask('wake', [first.id]) : [];
  if (woken) await log.ask('texts', (woken.lines.get(woken.id) ?? []).slice(0, mostLines));
  await log.ask('page', Math.floor(Math.max(0, about.bytes - 1) / pageBytes));
  await (await import('../../src/disk/desk/verdictWorker')).verdictsFor({ path: file, indexDir });
  await log.ask('close');
}

async function ask(file: string, indexDir: string): Promise<Answers> {
  const first = await firstInstances(file, indexDir);
  const client = new (await shipped).DeskClient();
  const { log, about } = await open(file, indexDir, client);
  const index = sizeOf(indexDir) / about.bytes;
  const ids = (await log.ask('instances', 0, about.instances)).map(({ id }) => id);
  const some = Array.from({ length: times }, (_, number) => ids[Math.floor((ids.length * number) / times)] ?? '');
  const slice = await each(some, async (id) => {
    const [woken] = await log.ask('wake', [id]);
    const texts = await log.ask('texts', woken?.lines.get(id) ?? []);
    if (!texts.some((text) => text.includes(id))) throw new Error(`${id} has no lines`);
  });
  const pages = Math.floor(about.bytes / pageBytes);
  const page = await each(some, (_, number) => log.ask('page', Math.floor((pages * number) / times)));
  await log.ask('close');
  const reopened = await each(some, (id) => openAgain(file, indexDir, id, client));
  client.dispose();
  const firstOpened = await firstOfOpened(file, indexDir);
  const reopenedAnew = await each(some, async (id) => {
    const another = new (await shipped).DeskClient();
    await openAgain(file, indexDir, id, another);
    another.dispose();
  });
  const appended = await append(file, indexDir);
  return { first, firstOpened, index, reopened, reopenedAnew, slice, page, appended };
}

async function openAgain(file: string, indexDir: string, id: string, client: DeskClient): Promise<void> {
  const { log } = await open(file, indexDir, client);
  const [woken] = await log.ask('wake', [id]);
  if (!woken) throw new Error(`${id} is not found`);
  await log.ask('close');
}

/** From the start of the process. */
async function firstInstances(file: string, indexDir: string): Promise<number> {
  const { DeskClient } = await shipped;
  const client = new DeskClient();
  await firstNews(file, indexDir, client);
  const first = performance.now();
  client.dispose();
  return first;
}

/** From the question on. */
async function firstOfOpened(file: string, indexDir: string): Promise<number> {
  const none = fs.mkdtempSync(path.join(indexDir, 'none-'));
  const took: number[] = [];
  for (let i = 0; i < fewTimes; i++) {
    const client = new (await shipped).DeskClient();
    // by its index, so that the worker has answered before and reads nothing
    await (await open(file, indexDir, client)).log.ask('close');
    const began = performance.now();
    await firstNews(file, none, client);
    took.push(performance.now() - began);
    client.dispose();
  }
  return median(took);
}

/** The log is opened; as soon as there is an instance nobody waits for the rest. */
async function firstNews(file: string, indexDir: string, client: DeskClient): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const log = client.log((news) => {
      if (news.kind === 'progress' && news.instances > 0) resolve();
    });
    log.ask('open', file, file, indexDir).catch(reject);
  });
}

/** Lines are appended to a copy: how long until each is told as a line of its instance. */
async function append(file: string, indexDir: string): Promise<number> {
  const copy = path.join(indexDir, 'growing.log');
  fs.copyFileSync(file, copy, fs.constants.COPYFILE_FICLONE);
  settle(copy);
  const desk = await open(copy, indexDir);
  const { log } = desk;
  const [known] = await log.ask('instances', 0, 1);
  const id = known?.id ?? '';
  const [woken] = await log.ask('wake', [id]);
  const [last] = await log.ask('texts', woken?.lines.get(id)?.slice(-1) ?? []);
  if (last === undefined) throw new Error('no instance has a line');
  const took = await each(Array.from({ length: times }, () => id), async () => {
    const told = new Promise<void>((resolve) => {
      desk.hear = ({ kind }) => {
        if (kind === 'grown') resolve();
      };
    });
    fs.appendFileSync(copy, `${last}\n`);
    await told;
  }, rest);
  await log.ask('close');
  return took;
}

/** A gigabyte that still has to go to the disk holds up whoever writes a line behind it. */
function settle(file: string): void {
  const open = fs.openSync(file, 'r+');
  fs.fsyncSync(open);
  fs.closeSync(open);
}

async function each(
  ids: readonly string[], work: (id: string, number: number) => unknown, pause = 0,
): Promise<number> {
  const took: number[] = [];
  for (const [number, id] of ids.entries()) {
    if (pause > 0) await new Promise((resolve) => { setTimeout(resolve, pause); });
    const begin = performance.now();
    await work(id, number);
    took.push(performance.now() - begin);
  }
  return median(took);
}

function sizeOf(folder: string): number {
  return fs.readdirSync(folder).reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0);
}

async function main([mode, file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new Error('which file?');
  const indexDir = fs.mkdtempSync(path.join(path.dirname(file), 'index-'));
  try {
    if (mode === 'ask') console.log(JSON.stringify(await ask(file, indexDir)));
    else if (mode === 'look') await look(file, indexDir);
    else await (await open(file, indexDir)).log.ask('close');
  } finally {
    fs.rmSync(indexDir, { recursive: true });
  }
}

void main(process.argv.slice(2));
