// Exceptions that are logged once more as they leave the method that was called, there without a tag: an
// event that fails an instance, then a fault of the same request and process in the same words → whose it is.
// Up to Grizzly the server that had called the method often named no request: there the words must be many.

import type { Fault, LogEvent } from '../model';

const manyLetters = 40;

/** Between the two lines Nova only sets states back. */
const soonMs = 60_000;

interface Failure {
  readonly instance: string;
  readonly request: string;
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
    const failure = { instance, request, text: lettersOf(text), time: at.time };
    this.#failures.set(`${request} ${process}`, failure);
    if (failure.text.length >= manyLetters) this.#failures.set(` ${process}`, failure);
  }

  /** @returns what the fault tells again: the instance that failed, and in which request. */
  of({ request, process, message, at }: Fault): Pick<Failure, 'instance' | 'request'> | undefined {
    const before = this.#failures.get(`${request ?? ''} ${process}`);
    if (!before || message === '' || !lettersOf(message).startsWith(before.text)) return undefined;
    const since = (at.time ?? 0) - (before.time ?? 0);
    return since >= 0 && since <= soonMs ? before : undefined;
  }
}

/** What a page wraps or joins is the same. */
function lettersOf(text: string): string {
  return text.replace(/\s+/g, '');
}
