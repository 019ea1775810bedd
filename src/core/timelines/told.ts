// Exceptions that are logged once more as they leave the method that was called, there without a tag: an
// event that fails an instance, then a fault of the same request and process in the same words → whose it is.

import type { Fault, LogEvent } from '../model';

/** Between the two lines Nova only sets states back. */
const soonMs = 60_000;

interface Failure {
  readonly instance: string;
  readonly text: string;
  readonly time: number | undefined;
}

/** For one log. */
export class Told {
  readonly #failures = new Map<string, Failure>();

  /** The event says that the instance failed, and in which words. */
  failed({ at, request, process, captures }: LogEvent, instance: string | undefined): void {
    const text = captures['error'];
    if (!instance || !text || !request) return;
    this.#failures.set(`${request} ${process}`, { instance, text, time: at.time });
  }

  /** @returns the instance of which the fault tells again. */
  of({ request, process, message, at }: Fault): string | undefined {
    const before = request && this.#failures.get(`${request} ${process}`);
    if (!before || message === '' || !message.startsWith(before.text)) return undefined;
    const since = (at.time ?? 0) - (before.time ?? 0);
    return since >= 0 && since <= soonMs ? before.instance : undefined;
  }
}
