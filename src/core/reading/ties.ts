// Which request belongs to which instance: a request that touches exactly one ties its other lines to it.

import type { LogRecord } from '../model';
import type { Sink } from '../sink';

const several = '';

export class Ties implements Sink<LogRecord> {
  readonly #instanceOf = new Map<string, string>();
  #lastRequest = '';
  #lastInstance = '';

  push({ header, inherited }: LogRecord): void {
    if (!inherited && header) this.seen(header.request, header.instance, false);
  }

  end(): void {
    // nothing is kept back
  }

  /** A line with this request named this instance. `ambient`: by a periodic task, whose request ties
   *  nothing. */
  seen(request: string | undefined, instance: string | undefined, ambient: boolean): void {
    if (!request || !instance) return;
    if (request === this.#lastRequest && instance === this.#lastInstance && !ambient) return;
    const before = this.#instanceOf.get(request);
    if (before === undefined || (before !== several && (ambient || before !== instance))) {
      this.#instanceOf.set(request, before !== undefined || ambient ? several : instance);
    }
    this.#lastRequest = request;
    this.#lastInstance = instance;
  }

  /** What somebody else found: the only instance of a request, or an empty string. */
  join(request: string, instance: string): void {
    const before = this.#instanceOf.get(request);
    if (before === undefined || before !== instance) {
      this.#instanceOf.set(request, before === undefined ? instance : several);
    }
  }

  /** Request → its only instance; an empty string where it touches several. */
  map(): ReadonlyMap<string, string> {
    return this.#instanceOf;
  }
}
