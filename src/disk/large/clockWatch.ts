// Digests of some instances after others → whether the logs were written by clocks that differ. Only what
// tells of clocks is kept of them.

import { shiftOf } from '../../core/clocks/ahead';
import { readClocks } from '../../core/clocks/clocks';
import type { Digest, LogEvent, LogJoins } from '../../core/model';

interface Kept {
  readonly digest: Digest;
  readonly events: LogEvent[];
  readonly joins: LogJoins[];
}

export class ClockWatch {
  readonly #kept = new Map<string, Kept>();

  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  add(digests: readonly Digest[]): void {
    for (const { events, joins, ...digest } of digests) {
      const known = this.#kept.get(digest.source)
        ?? { digest: { ...digest, events: [], faults: [] }, events: [], joins: [] };
      this.#kept.set(digest.source, known);
      for (const event of events) known.events.push({ ...event, captures: {} });
      if (joins) known.joins.push(joins);
    }
  }

  /** Whether the times of a log are proven to be ahead of those of another one. */
  differ(): boolean {
    const work = readClocks([...this.#kept.values()].map(({ digest, events, joins }) => {
      const [first] = joins;
      return {
        ...digest, events,
        ...(first && {
          joins: {
            ...first, order: joins.flatMap(({ order }) => order), calls: joins.flatMap(({ calls }) => calls),
            mentions: joins.flatMap(({ mentions }) => mentions),
          },
        }),
      };
    }));
    return work?.clocks.offsets.some((offset) => shiftOf(offset) !== 0) === true;
  }
}
