// When the tree is drawn anew. In: wishes, and what VS Code asks for. Out: a drawing now and then. One that
// comes before VS Code has asked for the rows of the last one and has drawn them makes it begin again: while
// a large log is read on a busy machine, no row would be seen for seconds.

/** Wishes come in twos and threes; milliseconds. */
const shortest = 20;
/** A refresh that comes sooner after the last one, or after a question for rows, VS Code puts off, and again
 *  with each further one; milliseconds. */
const between = 220;
/** Rows that nobody sees are not asked for, and there may be questions all the time; milliseconds. */
const longestWait = 1000;

export class Redrawing {
  readonly #draw: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn = -longestWait;
  #lastAsked = -longestWait;
  #isAsked = true;
  #wished: number | undefined;

  /** @param draw resolves when VS Code was told */
  constructor(draw: () => Promise<void>) {
    this.#draw = draw;
  }

  soon(): void {
    this.#wished ??= performance.now();
    this.#timer ??= setTimeout(() => void this.#drawOrWait(), Math.max(shortest, this.#rest));
  }

  /** VS Code asks for rows.
   *  @param isLast with these it has all of what was drawn */
  asked(isLast: boolean): void {
    this.#lastAsked = performance.now();
    this.#isAsked ||= isLast;
  }

  /** Until what was drawn last is seen; milliseconds. */
  get #rest(): number {
    return Math.max(this.#drawn, this.#lastAsked) + between - performance.now();
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  async #drawOrWait(): Promise<void> {
    this.#timer = undefined;
    const now = performance.now();
    const isUnseen = !this.#isAsked && now - this.#drawn < longestWait;
    const isInHand = this.#rest > 0 && now - (this.#wished ?? now) < longestWait;
    if (isUnseen || isInHand) return this.soon();
    this.#wished = undefined;
    this.#isAsked = false;
    await this.#draw();
    this.#drawn = performance.now();
  }
}
