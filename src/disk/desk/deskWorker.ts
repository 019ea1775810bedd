// The worker at whose desk large logs lie: questions → answers, and news of each log. The same work can be
// done without a worker.

import { parentPort } from 'node:worker_threads';
import type { DeskAnswer, DeskCalls, DeskNews, DeskQuestion } from './calls';
import { LogDesk } from './logDesk';

export class Desks {
  readonly #desks = new Map<number, LogDesk>();
  readonly #opening = new Map<number, AbortController>();
  readonly #tell: (answer: DeskAnswer) => void;

  constructor(tell: (answer: DeskAnswer) => void) {
    this.#tell = tell;
  }

  async take({ number, log, call, args }: DeskQuestion): Promise<void> {
    try {
      this.#tell({ kind: 'answer', number, value: await this.#answer(log, call, args) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      this.#tell({ kind: 'error', number, reason, code });
    }
  }

  #answer(log: number, call: keyof DeskCalls, args: readonly unknown[]): unknown {
    if (call === 'open') return this.#open(log, ...(args as Parameters<DeskCalls['open']>));
    if (call === 'close') return this.#close(log);
    if (call === 'prepare') return prepare();
    const desk = this.#desks.get(log);
    if (!desk) throw new Error('the log is closed');
    const answers: Pick<LogDesk, keyof LogDesk & keyof DeskCalls> = desk;
    return Reflect.apply(answers[call], desk, args);
  }

  async #open(log: number, ...[path, source, indexDir]: Parameters<DeskCalls['open']>): Promise<unknown> {
    const stop = new AbortController();
    this.#opening.set(log, stop);
    const tell = (news: DeskNews) =>
      this.#tell({ kind: 'news', log, news });
    const desk = await LogDesk.open({ path, source, indexDir }, tell, stop.signal)
      .finally(() => this.#opening.delete(log));
    if (desk) this.#desks.set(log, desk);
    return desk?.about();
  }

  #close(log: number): void {
    this.#opening.get(log)?.abort();
    this.#desks.get(log)?.close();
    this.#desks.delete(log);
  }
}

async function prepare(): Promise<void> {
  await import('../large/largeLog');
}

if (parentPort) {
  const port = parentPort;
  const desks = new Desks((answer) => port.postMessage(answer));
  port.on('message', (question: DeskQuestion) => void desks.take(question));
}
