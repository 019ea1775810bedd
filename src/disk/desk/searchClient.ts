// What is looked for in a large log → its lines, as they are found, by a worker of its own: an expression
// that takes for ever holds nobody up and is ended with it.

import type { Wanted } from '../large/search';
import { beginOrder } from './beginOrder';
import type { FoundLine, SearchNews, SearchOrder } from './calls';

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
export function searchApart(
  log: Pick<SearchOrder, 'path' | 'end' | 'most'>, wanted: Wanted, ears: SearchEars,
): Promise<void> {
  const take = (news: SearchNews): void => {
    if (news.kind !== 'found') return;
    if (news.lines.length > 0) ears.found(news.lines);
    ears.progress(log.end === 0 ? 1 : news.bytes / log.end, news.count);
  };
  return search({ ...log, wanted }, take, ears.signal);
}

function search(order: SearchOrder, take: (news: SearchNews) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopWatching = (): void => clearTimeout(timer);
    const watch = (): void => {
      stopWatching();
      timer = setTimeout(() => {
        end();
        reject(new TooSlow());
      }, longestSilence);
    };
    const end = beginOrder('search', order, {
      begun: watch,
      news(news) {
        watch();
        take(news);
        if (news.kind === 'done') end();
      },
      failed(error) {
        stopWatching();
        reject(error);
      },
      ended() {
        stopWatching();
        resolve();
      },
    });
    signal.addEventListener('abort', end, { once: true });
  });
}
