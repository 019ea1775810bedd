// Columns that grow: numbers of 32 bits or offsets in a file, one after the other, without an object for
// each.

const bits = 14;
const segmentSize = 1 << bits;

export class Column {
  readonly #segments: Uint32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @returns the place of the value. */
  push(value: number): number {
    const at = this.#length;
    if (at >> bits === this.#segments.length) this.#segments.push(new Uint32Array(segmentSize));
    const segment = this.#segments[at >> bits];
    if (segment) segment[at & (segmentSize - 1)] = value;
    this.#length += 1;
    return at;
  }

  at(index: number): number {
    return this.#segments[index >> bits]?.[index & (segmentSize - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    const segment = this.#segments[index >> bits];
    if (segment) segment[index & (segmentSize - 1)] = value;
  }

  /** What is there, as one array of its own. */
  toArray(): Uint32Array {
    const all = new Uint32Array(this.#length);
    this.#segments.forEach((segment, at) => {
      const from = at << bits;
      all.set(segment.subarray(0, Math.min(segmentSize, this.#length - from)), from);
    });
    return all;
  }

  static from(values: Uint32Array): Column {
    const column = new Column();
    for (let from = 0; from < values.length; from += segmentSize) {
      const part = values.subarray(from, from + segmentSize);
      const isWhole = part.length === segmentSize;
      const segment = isWhole ? part : new Uint32Array(segmentSize);
      if (!isWhole) segment.set(part);
      column.#segments.push(segment);
    }
    column.#length = values.length;
    return column;
  }
}

const wordSize = 0x1_0000_0000;

/** Offsets beyond 32 bits. */
export class Places {
  readonly #low: Column;
  readonly #high: Column;

  constructor(low = new Column(), high = new Column()) {
    this.#low = low;
    this.#high = high;
  }

  get length(): number {
    return this.#low.length;
  }

  push(value: number): void {
    this.#low.push(value >>> 0);
    this.#high.push(Math.floor(value / wordSize));
  }

  at(index: number): number {
    return this.#high.at(index) * wordSize + this.#low.at(index);
  }

  set(index: number, value: number): void {
    this.#low.set(index, value >>> 0);
    this.#high.set(index, Math.floor(value / wordSize));
  }

  toArrays(): readonly [Uint32Array, Uint32Array] {
    return [this.#low.toArray(), this.#high.toArray()];
  }
}

/** Offsets that only grow: four bytes each, and the places where they pass a multiple of four gigabytes. */
export class RisingPlaces {
  readonly #low: Column;
  readonly #passes: Column;

  constructor(low = new Column(), passes = new Column()) {
    this.#low = low;
    this.#passes = passes;
  }

  get length(): number {
    return this.#low.length;
  }

  push(value: number): void {
    const high = Math.floor(value / wordSize);
    while (this.#passes.length < high) this.#passes.push(this.#low.length);
    this.#low.push(value >>> 0);
  }

  at(index: number): number {
    let high = 0;
    while (high < this.#passes.length && this.#passes.at(high) <= index) high += 1;
    return high * wordSize + this.#low.at(index);
  }

  toArrays(): readonly [Uint32Array, Uint32Array] {
    return [this.#low.toArray(), this.#passes.toArray()];
  }
}
