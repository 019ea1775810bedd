// Who asks of large logs: questions as calls that can be awaited, news as they come. One worker for all logs:
// it begins with the first one, or before, and stays for a while when the last one is closed; should it die,
// the next one opens the logs again.

import type { DeskAnswer, DeskCall, DeskCalls, DeskNews } from './calls';
import { openChannel } from './deskChannel';
import type { DeskChannel } from './deskChannel';
import { unheld } from './unheld';

/** A worker without a log is kept for so long: it knows its work by heart. Milliseconds. */
const usualStay = 300_000;
/** A log that makes workers die is not opened for ever. */
const mostDeaths = 3;

type Answer<K extends DeskCall> = Promise<ReturnType<DeskCalls[K]>>;

/** One log at the desk. */
export interface DeskLog {
  readonly ask: <K extends DeskCall>(call: K, ...args: Parameters<DeskCalls[K]>) => Answer<K>;
}

/** What another worker has to be told, should this one die. */
interface KnownLog {
  readonly hear: (news: DeskNews) => void;
  open?: Parameters<DeskCalls['open']>;
  rules?: Parameters<DeskCalls['useRules']>;
  readonly awake: Set<string>;
  /** Resolves when it is open again. */
  again: Promise<void> | undefined;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class DeskClient {
  readonly #stay: number;
  readonly #open: typeof openChannel;
  #channel: Promise<DeskChannel> | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting = new Map<number, Waiting>();
  readonly #known = new Map<number, KnownLog>();
  #questions = 0;
  #logs = 0;
  #deaths = 0;

  /** @param stay how long a worker without a log is kept, in milliseconds */
  constructor(stay = usualStay, open = openChannel) {
    this.#stay = stay;
    this.#open = open;
  }

  /** A log that can be asked to open; `hear` is told of it from then on. */
  log(hear: (news: DeskNews) => void): DeskLog {
    const number = this.#logs++;
    const log: KnownLog = { hear, awake: new Set(), again: undefined };
    return {
      ask: async (call, ...args) => {
        if (call === 'close') return this.#close(number) as ReturnType<DeskCalls[typeof call]>;
        this.#known.set(number, log);
        remember(log, call, args);
        await log.again;
        return this.#ask(number, call, args);
      },
    };
  }

  /** A log will be opened soon: the worker begins, and loads what it needs. */
  async prepare(): Promise<void> {
    await this.#ask(-1, 'prepare', []);
    this.#leaveSoon();
  }

  dispose(): void {
    this.#end();
    this.#fail(new Error('closed'));
  }

  async #close(log: number): Promise<void> {
    if (!this.#known.delete(log)) return;
    if (this.#channel) await this.#ask(log, 'close', []);
    this.#leaveSoon();
  }

  async #ask<K extends DeskCall>(log: number, call: K, args: Parameters<DeskCalls[K]>): Answer<K> {
    const number = this.#questions++;
    clearTimeout(this.#leaving);
    const { post, hold } = await (this.#channel ??= this.#begin());
    hold(true);
    return new Promise((resolve, reject) => {
      const take = (value: unknown): void => resolve(value as ReturnType<DeskCalls[K]>);
      this.#waiting.set(number, { resolve: take, reject });
      post({ number, log, call, args });
    });
  }

  #begin(): Promise<DeskChannel> {
    const channel = this.#open((answer) => this.#take(answer), (error) => this.#died(error));
    // where none could begin another one is tried the next time
    channel.catch(() => (this.#channel = undefined));
    return channel;
  }

  #died(error: Error): void {
    this.#channel = undefined;
    this.#fail(error);
    this.#deaths += 1;
    if (this.#deaths > mostDeaths) return;
    for (const [number, log] of this.#known) {
      log.again = this.#openAgain(number, log).catch(() => undefined);
    }
  }

  async #openAgain(number: number, log: KnownLog): Promise<void> {
    const about = log.open && await this.#ask(number, 'open', log.open);
    if (!about) return;
    if (log.rules) await this.#ask(number, 'useRules', log.rules);
    const woken = await this.#ask(number, 'wake', [[...log.awake]]);
    log.hear({ kind: 'grown', about, woken });
  }

  #leaveSoon(): void {
    if (this.#known.size > 0) return;
    void this.#channel?.then(({ hold }) => hold(this.#known.size > 0));
    clearTimeout(this.#leaving);
    this.#leaving = unheld(setTimeout(() => this.#end(), this.#stay));
  }

  #end(): void {
    clearTimeout(this.#leaving);
    void this.#channel?.then(({ end }) => end());
    this.#channel = undefined;
  }

  #take(answer: DeskAnswer): void {
    if (answer.kind === 'news') return this.#known.get(answer.log)?.hear(answer.news);
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (answer.kind === 'answer') waiting?.resolve(answer.value);
    else waiting?.reject(Object.assign(new Error(answer.reason), { code: answer.code }));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function remember<K extends DeskCall>(log: KnownLog, call: K, args: Parameters<DeskCalls[K]>): void {
  if (is('open', call, args)) log.open = args;
  if (is('useRules', call, args)) log.rules = args;
  if (is('wake', call, args)) for (const id of args[0]) log.awake.add(id);
}

function is<K extends DeskCall>(
  wanted: K, call: DeskCall, _args: readonly unknown[],
): _args is Parameters<DeskCalls[K]> {
  return call === wanted;
}
