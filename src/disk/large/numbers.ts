// Numbers by index, as many as come: nothing is copied when there are more of them.

const chunkBits = 14;
const chunkSize = 1 << chunkBits;
const placeMask = chunkSize - 1;

export class Numbers {
  readonly #chunks: Float64Array[] = [];

  /** @param known the first of them; kept as they are until one is set behind them */
  constructor(known: Float64Array = new Float64Array(0)) {
    for (let at = 0; at < known.length; at += chunkSize) {
      this.#chunks.push(known.subarray(at, at + chunkSize));
    }
  }

  /** 0 where none was set. */
  at(index: number): number {
    return this.#chunks[index >> chunkBits]?.[index & placeMask] ?? 0;
  }

  set(index: number, value: number): void {
    this.#chunkFor(index)[index & placeMask] = value;
  }

  add(index: number, value: number): void {
    const chunk = this.#chunkFor(index);
    const place = index & placeMask;
    chunk[place] = (chunk[place] ?? 0) + value;
  }

  #chunkFor(index: number): Float64Array {
    const number = index >> chunkBits;
    const chunk = this.#chunks[number];
    if (chunk?.length === chunkSize) return chunk;
    const whole = new Float64Array(chunkSize);
    if (chunk) whole.set(chunk);
    this.#chunks[number] = whole;
    return whole;
  }

  /** The first of them, as words in pieces. */
  words(count: number): readonly Uint32Array[] {
    const pieces: Uint32Array[] = [];
    for (let at = 0; at < count; at += chunkSize) {
      const { buffer, byteOffset } = this.#chunks[at >> chunkBits] ?? new Float64Array(chunkSize);
      pieces.push(new Uint32Array(buffer, byteOffset, Math.min(chunkSize, count - at) * 2));
    }
    return pieces;
  }
}
