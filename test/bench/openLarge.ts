// One large log, opened as the editor opens it, in a process of its own. In: `open` and a path: opens it,
// keeps its index, ends. `ask` and a path: a line of JSON with how long answers take, in milliseconds.

import fs from 'node:fs';
import path from 'node:path';
import type { LargeLog } from '../../src/disk/large/largeLog';
import { median } from './figures';

export interface Answers {
  /** From the start of the process. */
  readonly first: number;
  readonly index: number;
  readonly reopened: number;
  readonly slice: number;
  readonly page: number;
  readonly appended: number;
}

const times = 21;

/** The chunk that is shipped: its worker and the kernel lie beside it. */
const shipped = import('../../src/disk/large/largeLog');

async function open(file: string, indexDir: string): Promise<LargeLog> {
  const { openLargeLog } = await shipped;
  const log = await openLargeLog(file, { indexDir });
  if (!log) throw new Error(`${file} is not read as a large log`);
  return log;
}

async function ask(file: string, indexDir: string): Promise<Answers> {
  const first = await firstInstances(file, indexDir);
  const log = await open(file, indexDir);
  const index = sizeOf(indexDir) / log.bytes;
  const ids = log.instances().map(({ id }) => id);
  const some = Array.from({ length: times }, (_, number) => ids[Math.floor((ids.length * number) / times)] ?? '');
  const reopened = await each(some, async (id) => {
    const again = await open(file, indexDir);
    if (again.instances().length !== ids.length || !again.timelineOf(id)) throw new Error(`${id} is not found`);
    again.close();
  });
  const slice = await each(some, (id) => log.readSlice(log.linesOf(id)));
  const page = await each(some, (_, number) => log.readPage(Math.floor((log.bytes * number) / times)));
  log.close();
  return { first, index, reopened, slice, page, appended: await append(file, indexDir) };
}

/** The log is opened; as soon as there is an instance the reading is broken off. */
async function firstInstances(file: string, indexDir: string): Promise<number> {
  const stop = new AbortController();
  let first = Number.NaN;
  const onProgress = ({ instances }: { readonly instances: number }) => {
    if (instances === 0 || !Number.isNaN(first)) return;
    first = performance.now();
    stop.abort();
  };
  const { openLargeLog } = await shipped;
  await openLargeLog(file, { indexDir, onProgress, signal: stop.signal }).catch(() => undefined);
  return first;
}

/** Lines are appended to a copy: how long until each is a line of its instance. */
async function append(file: string, indexDir: string): Promise<number> {
  const copy = path.join(indexDir, 'growing.log');
  fs.copyFileSync(file, copy, fs.constants.COPYFILE_FICLONE);
  const log = await open(copy, indexDir);
  const [known] = log.instances();
  const id = known?.id ?? '';
  const [last] = log.readSlice(log.linesOf(id).slice(-1));
  if (!last) throw new Error('no instance has a line');
  const took = await each(Array.from({ length: times }, () => id), async () => {
    const before = log.linesOf(id).length;
    fs.appendFileSync(copy, `${last.text}\n`);
    await log.follow({ indexDir });
    if (log.linesOf(id).length !== before + 1) throw new Error('the line is not found');
  });
  log.close();
  return took;
}

async function each(ids: readonly string[], work: (id: string, number: number) => unknown): Promise<number> {
  const took: number[] = [];
  for (const [number, id] of ids.entries()) {
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
    else (await open(file, indexDir)).close();
  } finally {
    fs.rmSync(indexDir, { recursive: true });
  }
}

void main(process.argv.slice(2));
