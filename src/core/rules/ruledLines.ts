// Lines that rules of the operator's own name → those that count: the first ones of a log or, where a few of
// its instances are read together, of each of these.

import type { LogEvent } from '../model';
import { mostForRules } from './rule';

export class RuledLines {
  readonly lines: LogEvent[] = [];
  readonly #ofInstance: Map<string, number> | undefined;
  #isCut = false;

  constructor(perInstance: boolean) {
    this.#ofInstance = perInstance ? new Map() : undefined;
  }

  /** @returns false: others came before it, as many as count */
  add(event: LogEvent): boolean {
    if (this.#before(event) >= mostForRules) {
      this.#isCut = true;
      return false;
    }
    this.lines.push(event);
    return true;
  }

  /** The last line that counts of a log with more of them. */
  last(): number | undefined {
    return this.#isCut && !this.#ofInstance ? this.lines.at(-1)?.at.line : undefined;
  }

  // What names no instance is read for one all the same: there are no more lines than a batch has.
  #before({ instance }: LogEvent): number {
    if (!this.#ofInstance) return this.lines.length;
    if (instance === undefined) return 0;
    const count = this.#ofInstance.get(instance) ?? 0;
    this.#ofInstance.set(instance, count + 1);
    return count;
  }
}
