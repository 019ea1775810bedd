// What the scanner keeps for an index, in its memory → views of it; good until the scanner is fed again.

import {
  indexRowSize, sAboveMillisecond, sAboveSecond, sBase, sFirstMillisecond, sFirstSecond, sIndexAt,
  sIndexCount, sInstances, sRequests, sValues, tCount, tKeys, tMask, tSlots, tTies, values, valueSize,
} from './layout';

/** Ids of a part of a log. */
export interface IdTable {
  /** Four words each, in the order in which they came. */
  readonly words: Uint32Array;
  /** Where an id of a hash stands: its number plus one, 0: nothing; as long as a power of two. */
  readonly slots: Uint32Array;
}

export class IndexFields {
  readonly #memory: ArrayBuffer;
  readonly #view: DataView;

  constructor(memory: ArrayBuffer) {
    this.#memory = memory;
    this.#view = new DataView(memory);
  }

  /** Where the bytes that are fed next stand in the part. */
  setBase(base: number): void {
    this.#view.setInt32(sBase, base, true);
  }

  /** `indexRowSize` bytes each. */
  rows(): Uint32Array {
    return new Uint32Array(this.#memory, this.#word(sIndexAt), (this.#word(sIndexCount) * indexRowSize) >> 2);
  }

  instances(): IdTable {
    return this.#ids(sInstances);
  }

  requests(): IdTable {
    return this.#ids(sRequests);
  }

  /** For each request 0: it names no instance, -1: several, else the instance's number plus one. */
  ties(): Int32Array {
    return new Int32Array(this.#memory, this.#word(sRequests + tTies), this.#word(sRequests + tCount));
  }

  /** Milliseconds since 1970 of the first and of the last line with a head; undefined: there is none. */
  times(): readonly [first: number, last: number] | undefined {
    if (this.#word(sFirstSecond) === 0) return undefined;
    return [
      this.#word(sFirstSecond) * 1000 + this.#word(sFirstMillisecond),
      this.#word(sAboveSecond) * 1000 + this.#word(sAboveMillisecond),
    ];
  }

  /** The texts that rows name by number. */
  values(): readonly string[] {
    return Array.from({ length: this.#word(sValues) }, (_, number) => {
      const at = values + number * valueSize;
      return new TextDecoder().decode(new Uint8Array(this.#memory, this.#word(at), this.#word(at + 4)));
    });
  }

  #ids(table: number): IdTable {
    const count = this.#word(table + tCount);
    return {
      words: new Uint32Array(this.#memory, this.#word(table + tKeys), count * 4),
      slots: new Uint32Array(this.#memory, this.#word(table + tSlots), this.#word(table + tMask) + 1),
    };
  }

  #word(at: number): number {
    return this.#view.getInt32(at, true);
  }
}
