// When the tree is drawn anew. In: wishes, and what VS Code asks for. Out: a drawing now and then. One that
// comes before VS Code has asked for the rows of the last one makes it begin again: while a large log is read
// on a busy machine, no row would be seen for seconds.

/** Wishes come in twos and threes; milliseconds. */
const shortest = 20;
/** A refresh that comes sooner VS Code puts off, and again with each further one; milliseconds. */
const between = 220;
/** Rows that nobody sees are not asked for; milliseconds. */
const longestWait = 1000;

export class Redrawing {
  readonly #draw: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn = -longestWait;
  #isAsked = true;

  /** @param draw resolves when VS Code was told */
  constructor(draw: () => Promise<void>) {
    this.#draw = draw;
  }

  soon(): void {
    const rest = this.#drawn + between - performance.now();
    this.#timer ??= setTimeout(() => void this.#drawOrWait(), Math.max(shortest, rest));
  }

  /** VS Code has asked for the rows of what was drawn. */
  asked(): void {
    this.#isAsked = true;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  async #drawOrWait(): Promise<void> {
    this.#timer = undefined;
    if (!this.#isAsked && performance.now() - this.#drawn < longestWait) return this.soon();
    this.#isAsked = false;
    await this.#draw();
    this.#drawn = performance.now();
  }
}
