// What is looked for in a large log → its lines, as they are found, by a worker of its own: an expression
// that takes for ever holds nobody up and is ended with it.

import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Wanted } from '../large/search';
import type { FoundLine, SearchNews, SearchOrder } from './calls';

const worker = 'disk-desk-searchWorker.js';
/** A piece takes milliseconds; an expression for which it takes longer than this does not end. */
const longestSilence = 5000;

export interface SearchEars {
  readonly found: (lines: readonly FoundLine[]) => void;
  /** @param part from 0 to 1
   *  @param count of lines that were found, also of those that are not told any more */
  readonly progress: (part: number, count: number) => void;
  readonly signal: AbortSignal;
}

export class TooSlow extends Error {}

/** Resolves when all is searched or the signal aborts. Rejects with TooSlow.
 *  @param log its path, how much of it is searched, and how many lines are told */
export async function searchApart(
  log: Pick<SearchOrder, 'path' | 'end' | 'most'>, wanted: Wanted, ears: SearchEars,
): Promise<void> {
  const order: SearchOrder = { ...log, wanted };
  const take = (news: SearchNews): void => {
    if (news.kind !== 'found') return;
    if (news.lines.length > 0) ears.found(news.lines);
    ears.progress(log.end === 0 ? 1 : news.bytes / log.end, news.count);
  };
  const file = path.join(__dirname, worker);
  if (!fs.existsSync(file)) {
    const { searchInto } = await import('./searchWorker');
    return searchInto(order, take, ears.signal);
  }
  return inWorker(file, order, take, ears.signal);
}

function inWorker(
  file: string, order: SearchOrder, take: (news: SearchNews) => void, signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: order });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      void thread.terminate();
    };
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        end();
        reject(new TooSlow());
      }, longestSilence);
    };
    watch();
    signal.addEventListener('abort', end, { once: true });
    thread.on('message', (news: SearchNews) => {
      watch();
      take(news);
      if (news.kind === 'done') end();
    });
    thread.on('error', reject);
    thread.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
