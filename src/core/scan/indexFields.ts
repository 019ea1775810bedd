// What the scanner keeps for an index, in its memory → views of it; good until the scanner is fed again.

import { cCodes, cHosts, sColumns } from './columnLayout';
import {
  sBase, sFirstMillisecond, sFirstSecond, sLastMillisecond, sLastSecond, sMissed, sValues, values,
  valueSize,
} from './layout';
import { sSaid, sWithoutRequest } from './spanLayout';

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
    return this.#marked(cCodes).filter((code) => code > 0);
  }

  /** Rows that say something of an instance, and those of them that name no request. */
  said(): { readonly said: number; readonly withoutRequest: number } {
    return { said: this.#word(sSaid), withoutRequest: this.#word(sWithoutRequest) };
  }

  /** Milliseconds since 1970, the earliest and the latest time of a line with a head; undefined: there is
   *  none. */
  times(): readonly [first: number, last: number] | undefined {
    if (this.#word(sFirstSecond) === 0) return undefined;
    return [
      this.#word(sFirstSecond) * 1000 + this.#word(sFirstMillisecond),
      this.#word(sLastSecond) * 1000 + this.#word(sLastMillisecond),
    ];
  }

  /** Lines that have a head of another kind than the scanner reads. */
  get missed(): number {
    return this.#word(sMissed);
  }

  /** Texts that rows name by number: an engine keeps those of one part for the next, so that most are known.
   *  @param known the first of them; the others are added */
  addValues(known: string[]): void {
    const decoder = new TextDecoder();
    for (let number = known.length; number < this.#word(sValues); number++) {
      const at = values + number * valueSize;
      known.push(decoder.decode(new Uint8Array(this.#memory, this.#word(at), this.#word(at + 4))));
    }
  }

  /** The numbers of those by which services name their own host. */
  hosts(): readonly number[] {
    return this.#marked(cHosts);
  }

  /** Numbers whose bytes in a column are set, ascending. */
  #marked(column: number): readonly number[] {
    const { buffer, byteOffset, byteLength } = this.column(column);
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const marked: number[] = [];
    for (let at = bytes.indexOf(1); at >= 0; at = bytes.indexOf(1, at + 1)) marked.push(at);
    return marked;
  }

  #word(at: number): number {
    return this.#view.getInt32(at, true);
  }
}
