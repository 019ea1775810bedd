// What the scanner keeps for an index, in its memory → views of it; good until the scanner is fed again.

import { cCodes, sColumns } from './columnLayout';
import {
  codeBits, indexRowSize, iWord, millisecondBits, noValue, sAboveMillisecond, sAboveSecond, sBase,
  sFirstMillisecond, sFirstSecond, sIndexAt, sIndexCount, sMissed, sValues, values, valueSize,
} from './layout';
import { sSaid, sWithoutRequest } from './spanLayout';

const codeMask = (1 << codeBits) - 1;
const valueShift = codeBits + millisecondBits;

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

  /** @param column one of those of layout.ts, which `makeColumns` has made. */
  column(column: number): Uint32Array {
    return new Uint32Array(this.#memory, this.#word(sColumns + column), this.#word(sColumns + column + 4));
  }

  /** The codes that occur, ascending. */
  codes(): readonly number[] {
    const { buffer, byteOffset, byteLength } = this.column(cCodes);
    const seen = new Uint8Array(buffer, byteOffset, byteLength);
    return Array.from(seen, (is, code) => (is === 1 ? code : 0)).filter((code) => code > 0);
  }

  /** Rows that say something of an instance, and those of them that name no request. */
  said(): { readonly said: number; readonly withoutRequest: number } {
    return { said: this.#word(sSaid), withoutRequest: this.#word(sWithoutRequest) };
  }

  /** Milliseconds since 1970 of the first and of the last line with a head; undefined: there is none. */
  times(): readonly [first: number, last: number] | undefined {
    if (this.#word(sFirstSecond) === 0) return undefined;
    return [
      this.#word(sFirstSecond) * 1000 + this.#word(sFirstMillisecond),
      this.#word(sAboveSecond) * 1000 + this.#word(sAboveMillisecond),
    ];
  }

  /** Lines that have a head of another kind than the scanner reads. */
  get missed(): number {
    return this.#word(sMissed);
  }

  /** The texts that rows name by number. */
  values(): readonly string[] {
    return Array.from({ length: this.#word(sValues) }, (_, number) => {
      const at = values + number * valueSize;
      return new TextDecoder().decode(new Uint8Array(this.#memory, this.#word(at), this.#word(at + 4)));
    });
  }

  /** The texts that rows keep whose code is not less than another. */
  valuesFrom(code: number): readonly string[] {
    const words = (this.#word(sIndexCount) * indexRowSize) >> 2;
    const rows = new Uint32Array(this.#memory, this.#word(sIndexAt), words);
    const seen = new Uint8Array(noValue + 1);
    for (let at = iWord >> 2; at < rows.length; at += indexRowSize >> 2) {
      const word = rows[at] ?? 0;
      if ((word & codeMask) >= code) seen[(word >>> valueShift) & noValue] = 1;
    }
    return this.values().filter((_, number) => seen[number] === 1);
  }

  #word(at: number): number {
    return this.#view.getInt32(at, true);
  }
}
