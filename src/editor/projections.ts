// How the analysis of all logs looks in each extract that is open. In: projected analyses by the extract's
// source. Out: their lookups and digests.

import { lookupOf, type Lookup } from '../core/lookup';
import type { Analysis, Digest } from '../core/model';

export class Projections {
  readonly #known = new Map<string, Analysis>();
  readonly #waiting = new Map<string, (() => void)[]>();

  lookupOf(source: string): Lookup | undefined {
    const analysis = this.#known.get(source);
    return analysis && lookupOf(analysis);
  }

  digestOf(source: string): Digest | undefined {
    return this.#known.get(source)?.digests[0];
  }

  set(source: string, analysis: Analysis | undefined): void {
    if (analysis) this.#known.set(source, analysis);
    else this.#known.delete(source);
    for (const wake of this.#waiting.get(source) ?? []) wake();
    this.#waiting.delete(source);
  }

  /** Waits until it is known how the extract is to be read. */
  async ready(source: string): Promise<void> {
    if (this.#known.has(source)) return;
    await new Promise<void>((resolve) => {
      this.#waiting.set(source, [...(this.#waiting.get(source) ?? []), resolve]);
    });
  }
}
