// Which instances of a large log failed, and which did not come to an end: found out beside all else, some
// time after the log was opened, and again now and then while it grows.

import type { VerdictOrder } from '../../disk/desk/calls';
import type { DeskLog } from '../../disk/desk/deskClient';
import { verdictsApart } from '../../disk/desk/verdictClient';
import type { LargeInstance } from '../../disk/large/lines';
import type { LargeView } from './view';

/** A person who opens a log comes first; milliseconds. */
const firstRest = 1500;
/** How long a log that grows is not judged again: at least, and how many times what it took. Milliseconds. */
const leastRest = 20_000;
const restFor = 10;

export class Judging {
  failed: readonly LargeInstance[] = [];
  running: readonly LargeInstance[] = [];
  verdicts: LargeView['verdicts'] = 'awaited';
  readonly #desk: DeskLog;
  readonly #changed: () => void;
  readonly #stop = new AbortController();
  #order: VerdictOrder | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rest = leastRest;

  constructor(desk: DeskLog, changed: () => void) {
    this.#desk = desk;
    this.#changed = changed;
  }

  begin(order: VerdictOrder): void {
    this.#order = order;
    this.#timer ??= setTimeout(() => void this.#judge(order), firstRest);
  }

  /** The log has become longer. */
  again(): void {
    const order = this.#order;
    if (order) this.#timer ??= setTimeout(() => void this.#judge(order), this.#rest);
  }

  end(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  async #judge(order: VerdictOrder): Promise<void> {
    const started = Date.now();
    const verdicts = await verdictsApart(order, this.#stop.signal).catch(() => undefined);
    if (this.#stop.signal.aborted) return;
    if (verdicts) {
      this.failed = await this.#desk.ask('rows', verdicts.failed);
      this.running = await this.#desk.ask('rows', verdicts.running);
      this.verdicts = 'known';
      this.#rest = Math.max(leastRest, restFor * (Date.now() - started));
      this.#timer = undefined;
    } else if (this.verdicts === 'awaited') {
      // what cannot tell is not asked again
      this.verdicts = 'unknown';
    }
    this.#changed();
  }
}
