// Which request belongs to which instance: a request that touches exactly one ties its other lines to it.

import { keep } from './faults';

const several = '';

export class Ties {
  readonly #instanceOf = new Map<string, string>();
  #lastRequest = '';
  #lastInstance = '';

  /** A line with this request named this instance. `ambient`: by a periodic task, whose request ties nothing. */
  seen(request: string | undefined, instance: string | undefined, ambient: boolean): void {
    if (!request || !instance) return;
    if (request === this.#lastRequest && instance === this.#lastInstance && !ambient) return;
    const before = this.#instanceOf.get(request);
    this.#lastRequest = keep(request);
    this.#lastInstance = keep(instance);
    if (ambient) this.#instanceOf.set(this.#lastRequest, several);
    else if (before === undefined) this.#instanceOf.set(this.#lastRequest, this.#lastInstance);
    else if (before !== instance && before !== several) this.#instanceOf.set(this.#lastRequest, several);
  }

  /** Request → its only instance; an empty string where it touches several. */
  map(): ReadonlyMap<string, string> {
    return this.#instanceOf;
  }
}
