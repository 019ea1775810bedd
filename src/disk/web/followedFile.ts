// A log that may grow, read through VS Code's file systems → all of it, anew, when it has changed. They only
// read whole files: the longer that takes, the rarer it is done.

import { theSite } from './site';

const lookEvery = 3000;
/** How many times as long as reading took nothing is read again, but never longer than a person waits: what
 *  was read may be half of what was being written. */
const rest = 3;
const longestRest = 30_000;

export class FollowedFile {
  readonly #path: string;
  #stamp: string | undefined;
  #length = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(path: string) {
    this.#path = path;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Rejects when it cannot be read. */
  async read(): Promise<Uint8Array> {
    this.#stamp = await theSite().stampOf(this.#path);
    const bytes = await theSite().read(this.#path);
    this.#length = bytes.length;
    return bytes;
  }

  /** @param changed told what it holds now; undefined: it is gone, and nobody looks any more */
  follow(changed: (bytes: Uint8Array | undefined) => void, pause = lookEvery): void {
    if (this.#isOver) return;
    this.#timer = setTimeout(() => void this.#look(changed), pause);
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  async #look(changed: (bytes: Uint8Array | undefined) => void): Promise<void> {
    const started = Date.now();
    // what cannot be said or read now is asked again
    const now = await theSite().stampOf(this.#path).catch(() => this.#stamp);
    const hasChanged = now !== undefined && now !== this.#stamp;
    const bytes = hasChanged ? await this.#readAgain(now) : undefined;
    if (this.#isOver) return;
    if (bytes || now === undefined) changed(bytes);
    if (now === undefined) return this.end();
    // what was on its way is whole soon, and nothing of it has been told
    const pause = hasChanged && !bytes ? 0 : rest * (Date.now() - started);
    this.follow(changed, Math.min(longestRest, Math.max(lookEvery, pause)));
  }

  async #readAgain(stamp: string): Promise<Uint8Array | undefined> {
    const bytes = await theSite().read(this.#path).catch(() => undefined);
    if (!bytes) return undefined;
    // VS Code writes a file by emptying it: one that is shorter may only be on its way to being longer
    const isShorter = bytes.length < this.#length;
    const after = isShorter ? await theSite().stampOf(this.#path).catch(() => undefined) : stamp;
    if (after !== stamp) return undefined;
    this.#stamp = stamp;
    this.#length = bytes.length;
    return bytes;
  }
}
