// Questions about large logs → the web worker that answers them. Logs are read here, for a worker has no file
// systems, handed to it, and handed anew when they have changed.

import type { DeskAnswer, DeskCalls, DeskQuestion } from '../desk/calls';
import { FollowedFile } from './followedFile';
import type { WebAnswer } from './orders';
import { handOver } from './site';
import type { WebWorker } from './site';

export type TakeAnswer = (answer: DeskAnswer) => void;
type Copied = (bytes: Uint8Array | undefined) => void;

/** Those that have not ended: one, at which all logs lie. */
const desks = new Set<WebDesk>();

/** The text of a log that lies at the desk, for another worker; undefined: it does not. */
export async function copyOfLog(path: string): Promise<Uint8Array | undefined> {
  return [...desks].at(-1)?.copyOf(path);
}

export class WebDesk {
  readonly #worker: WebWorker;
  readonly #take: TakeAnswer;
  /** By the numbers of their logs. */
  readonly #files = new Map<number, { readonly path: string; readonly file: FollowedFile }>();
  readonly #copies: Copied[] = [];

  /** @param died told when the worker has ended by itself */
  constructor(worker: WebWorker, take: TakeAnswer, died: (error: Error) => void) {
    this.#worker = worker;
    this.#take = take;
    desks.add(this);
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = ({ message }) => {
      this.end();
      died(new Error(message ?? 'the reader of large logs has ended'));
    };
  }

  post(question: DeskQuestion): void {
    if (question.call === 'open') return void this.#open(question);
    this.#worker.postMessage({ kind: 'ask', question });
    if (question.call === 'close') this.#forget(question.log);
  }

  copyOf(path: string): Promise<Uint8Array | undefined> {
    return new Promise((resolve) => {
      this.#copies.push(resolve);
      this.#worker.postMessage({ kind: 'copy', path });
    });
  }

  end(): void {
    for (const { file } of this.#files.values()) file.end();
    this.#files.clear();
    this.#worker.terminate();
    desks.delete(this);
    for (const copied of this.#copies.splice(0)) copied(undefined);
  }

  async #open(question: DeskQuestion): Promise<void> {
    const { log, number, args } = question;
    const [path] = args as Parameters<DeskCalls['open']>;
    const file = new FollowedFile(path);
    this.#files.set(log, { path, file });
    try {
      const bytes = await file.read();
      // it was closed while it was read
      if (file.isOver) return this.#take({ kind: 'answer', number, value: undefined });
      handOver(this.#worker, path, bytes);
      this.#worker.postMessage({ kind: 'ask', question });
      file.follow((now) => handOver(this.#worker, path, now));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#take({ kind: 'error', number, reason, code: undefined });
    }
  }

  #forget(log: number): void {
    const known = this.#files.get(log);
    if (!known) return;
    known.file.end();
    this.#files.delete(log);
    handOver(this.#worker, known.path, undefined);
  }

  #hear(answer: WebAnswer): void {
    if (answer.kind === 'copied') this.#copies.shift()?.(answer.bytes);
    if (answer.kind !== 'desk') return;
    const { answer: told } = answer;
    // who has lost it looks at it no more
    if (told.kind === 'news' && told.news.kind === 'lost') this.#files.get(told.log)?.file.end();
    this.#take(told);
  }
}
