// Pairs of times that one line carries, its own and its carrier's → whether one of them counts in another
// zone: they differ by whole quarters of an hour, time after time.

import type { ZoneClash } from '../model';

const quarter = 900_000;
/** Between what a service writes and what takes it over lies less than this. */
const longestDelay = 5000;
const enough = 3;
const unknownYearEnd = Date.UTC(2001, 0, 1);

interface Seen {
  count: number;
  readonly line: number;
  readonly time: number;
}

export class ZoneWatch {
  readonly #lines = new Map<number, Seen>();
  #agreeing = 0;

  /** @param own the service's time; @param carried its carrier's, in milliseconds. */
  see(own: number | undefined, carried: number | undefined, line: number): void {
    if (own === undefined || carried === undefined) return;
    const apart = own - inSameYear(carried, own);
    const quarters = Math.round(apart / quarter);
    if (Math.abs(apart - quarters * quarter) > longestDelay) return;
    if (quarters === 0) return void (this.#agreeing += 1);
    if (Math.abs(quarters) > 26 * 4) return;
    const known = this.#lines.get(quarters);
    if (known) known.count += 1;
    else if (this.#lines.size < 200) this.#lines.set(quarters, { count: 1, line, time: own });
  }

  /** So many more lines had times that lie so many quarters apart; the first of them was seen. */
  add(quarters: number, lines: number): void {
    const known = this.#lines.get(quarters);
    if (quarters === 0) this.#agreeing += lines;
    else if (known) known.count += lines;
  }

  /** The clash that most lines show, unless more lines agree. */
  clash(source: string): ZoneClash | undefined {
    let best: { quarters: number } & Seen | undefined;
    for (const [quarters, seen] of this.#lines) {
      if (seen.count > (best?.count ?? 0)) best = { quarters, ...seen };
    }
    if (!best || best.count < enough || best.count <= this.#agreeing) return undefined;
    const at = { source, line: best.line, time: best.time };
    return { minutes: best.quarters * 15, lines: best.count, at };
  }
}

// Syslog and journalctl name no year.
function inSameYear(carried: number, own: number): number {
  if (carried >= unknownYearEnd) return carried;
  const date = new Date(carried);
  const day = Date.UTC(new Date(own).getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return day + carried % 86_400_000;
}
