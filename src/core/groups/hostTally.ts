// Hosts of failures, one after another → how often each of them, the most frequent first.

import type { CauseGroup } from '../model';

export class HostTally {
  readonly #counts = new Map<string, number>();
  /** Failures of which no log tells the host. */
  unknown = 0;

  add(host: string | undefined): void {
    if (host === undefined) this.unknown += 1;
    else this.#counts.set(host, (this.#counts.get(host) ?? 0) + 1);
  }

  /** Hosts of the same count by their names: in which order logs are read says nothing. */
  get hosts(): CauseGroup['hosts'] {
    return [...this.#counts].map(([host, count]) => ({ host, count }))
      .sort((a, b) => b.count - a.count || (a.host < b.host ? -1 : 1));
  }
}
