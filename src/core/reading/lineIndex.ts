// The physical lines of each instance and of each request of a log, ascending; for jumping and for
// highlights.

import { keep } from '../keep';
import type { LogRecord } from '../model';
import type { Sink } from '../sink';

export class LineIndex implements Sink<LogRecord> {
  readonly #lines = new Map<string, number[]>();

  push(record: LogRecord): void {
    if (!record.header) return;
    const { instance, request } = record.header;
    if (instance) this.#add(instance, record.line);
    if (request) this.#add(request, record.line);
  }

  end(): void {
    // nothing is kept back
  }

  of(id: string): readonly number[] {
    return this.#lines.get(id) ?? [];
  }

  #add(id: string, line: number): void {
    const lines = this.#lines.get(id);
    if (!lines) this.#lines.set(keep(id), [line]);
    else if (lines[lines.length - 1] !== line) lines.push(line);
  }
}
