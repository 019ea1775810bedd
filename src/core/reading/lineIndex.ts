// The physical lines on which each id of a log stands, ascending; for jumping and for highlights. Instances
// and requests by the head of a line, everything that has the shape of an id in its message.

import { scanIds } from '../joins/scanIds';
import { keep } from '../keep';
import type { LogRecord } from '../model';
import type { Sink } from '../sink';

/** Ids beside instances and requests; a log may hold more addresses and tokens than are worth keeping. */
const mostIds = 200_000;
const longestMessage = 16_384;
const lock = /^(?:Lock|Acquir\w+ (?:lock|semaphore)|Releasing (?:lock|semaphore)|Created new semaphore) "([^"]{1,200})"/;
const capital = /[A-F]/;

export class LineIndex implements Sink<LogRecord> {
  readonly #lines = new Map<string, number[]>();

  push(record: LogRecord): void {
    const { header, message, line } = record;
    if (header && !record.inherited) this.#head(record);
    else if (header) this.#above(record);
    const text = message.length > longestMessage ? message.slice(0, longestMessage) : message;
    scanIds(text, (id) => this.#mentioned(capital.test(id) ? id.toLowerCase() : id, line));
    const name = record.inherited ? undefined : lock.exec(text)?.[1];
    if (name !== undefined) this.#mentioned(name, line);
  }

  end(): void {
    // nothing is kept back
  }

  of(id: string): readonly number[] {
    return this.#lines.get(id) ?? [];
  }

  #head({ header, line }: LogRecord): void {
    this.#above({ header, line });
    if (header?.globalRequest) this.#add(header.globalRequest, line);
  }

  #above({ header, line }: Pick<LogRecord, 'header' | 'line'>): void {
    if (header?.instance) this.#add(header.instance, line);
    if (header?.request) this.#add(header.request, line);
  }

  #mentioned(id: string, line: number): void {
    if (this.#lines.size < mostIds || this.#lines.has(id)) this.#add(id, line);
  }

  #add(id: string, line: number): void {
    const lines = this.#lines.get(id);
    if (!lines) this.#lines.set(keep(id), [line]);
    else if (lines[lines.length - 1] !== line) lines.push(line);
  }
}
