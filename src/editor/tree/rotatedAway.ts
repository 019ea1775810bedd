// Analyses, one after the other → failures that left a log since: it was begun anew, as rotation does, and
// what it says is younger than all that it said before. Pure.

import type { Analysis, Digest } from '../../core/model';
import { parseRotation } from '../../core/sets/rotation';

export interface RotatedAway {
  readonly source: string;
  readonly failed: number;
  /** Of the last line that was read of what is gone. */
  readonly last: number;
}

interface Seen {
  readonly last: number;
  readonly failed: number;
}

export class RotatedAwayLogs {
  readonly #seen = new Map<string, Seen>();
  readonly #gone = new Map<string, RotatedAway>();

  /** Takes in what the logs say now. */
  note({ digests, timelines }: Analysis): void {
    const failed = new Map<string, number>();
    for (const { outcome, begin: { source } } of timelines.flatMap(({ operations }) => operations)) {
      if (outcome === 'failed') failed.set(source, (failed.get(source) ?? 0) + 1);
    }
    const open = new Set(digests.map(({ source }) => source));
    for (const known of [this.#seen, this.#gone]) {
      for (const source of known.keys()) if (!open.has(source)) known.delete(source);
    }
    for (const digest of digests) this.#noteLog(digest, failed.get(digest.source) ?? 0);
  }

  // One that was emptied has no times: what it said before counts until it says something again.
  #noteLog({ source, firstTime, lastTime, tellsOf }: Digest, failed: number): void {
    if (firstTime === undefined || lastTime === undefined || tellsOf) return;
    const before = this.#seen.get(source);
    this.#seen.set(source, { last: lastTime, failed });
    if (!before || firstTime <= before.last) return;
    const earlier = this.#gone.get(source)?.failed ?? 0;
    this.#gone.set(source, { source, failed: before.failed + earlier, last: before.last });
  }

  /** What no log that is open says any more. @param nameOf how a log is called, by its source */
  lost(digests: readonly Digest[], nameOf: (source: string) => string): readonly RotatedAway[] {
    const stemOf = (source: string) => parseRotation(nameOf(source)).stem;
    const isReadAgain = ({ source, last }: RotatedAway) => digests.some((other) =>
      other.source !== source && (other.firstTime ?? Infinity) <= last && (other.lastTime ?? 0) >= last
      && stemOf(other.source) === stemOf(source));
    return [...this.#gone.values()].filter((gone) => gone.failed > 0 && !isReadAgain(gone));
  }
}
