// Who asks of large logs: questions as calls that can be awaited, news as they come. One worker for all logs;
// it begins with the first one and ends with the last.

import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DeskAnswer, DeskCall, DeskCalls, DeskNews, DeskQuestion } from './calls';

const worker = 'disk-desk-deskWorker.js';

type Answer<K extends DeskCall> = Promise<ReturnType<DeskCalls[K]>>;

/** One log at the desk. */
export interface DeskLog {
  readonly ask: <K extends DeskCall>(call: K, ...args: Parameters<DeskCalls[K]>) => Answer<K>;
}

interface Channel {
  readonly post: (question: DeskQuestion) => void;
  readonly end: () => void;
  readonly isWorker: boolean;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class DeskClient {
  #channel: Promise<Channel> | undefined;
  readonly #waiting = new Map<number, Waiting>();
  readonly #news = new Map<number, (news: DeskNews) => void>();
  #questions = 0;
  #logs = 0;

  /** A log that can be asked to open; `onNews` is told of it from then on. */
  log(onNews: (news: DeskNews) => void): DeskLog {
    const log = this.#logs++;
    this.#news.set(log, onNews);
    return {
      ask: async (call, ...args) => {
        const answer = await this.#ask(log, call, args);
        if (call === 'close') this.#closed(log);
        return answer as ReturnType<DeskCalls[typeof call]>;
      },
    };
  }

  /** Whether the work is done beside this thread. */
  async isApart(): Promise<boolean> {
    return (await (this.#channel ??= this.#open())).isWorker;
  }

  dispose(): void {
    void this.#channel?.then(({ end }) => end());
    this.#fail(new Error('closed'));
  }

  async #ask(log: number, call: DeskCall, args: readonly unknown[]): Promise<unknown> {
    const number = this.#questions++;
    const { post } = await (this.#channel ??= this.#open());
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      post({ number, log, call, args });
    });
  }

  #closed(log: number): void {
    this.#news.delete(log);
    if (this.#news.size > 0) return;
    void this.#channel?.then(({ end }) => end());
    this.#channel = undefined;
  }

  #take(answer: DeskAnswer): void {
    if (answer.kind === 'news') return this.#news.get(answer.log)?.(answer.news);
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (answer.kind === 'answer') waiting?.resolve(answer.value);
    else waiting?.reject(new Error(answer.reason));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  async #open(): Promise<Channel> {
    const file = path.join(__dirname, worker);
    if (!fs.existsSync(file)) {
      // no file of its own beside this one: the same work here
      const { Desks } = await import('./deskWorker');
      const desks = new Desks((answer) => this.#take(answer));
      return { post: (question) => void desks.take(question), end: () => undefined, isWorker: false };
    }
    const thread = new Worker(file);
    thread.on('message', (answer: DeskAnswer) => this.#take(answer));
    thread.on('error', (error) => this.#fail(error));
    let isOver = false;
    thread.on('exit', () => {
      if (!isOver) this.#fail(new Error('the reader of large logs has ended'));
    });
    return {
      isWorker: true,
      post: (question) => thread.postMessage(question),
      end: () => {
        isOver = true;
        void thread.terminate();
      },
    };
  }
}
