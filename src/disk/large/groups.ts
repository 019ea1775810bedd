// Things in any order, each of one owner → the things of each owner, in their order. In: numbers. Kept: two
// words for each thing at most, however many there are.

export class Groups {
  readonly #order: Uint32Array;
  /** By owner, where its things end. */
  readonly #ends: Uint32Array;

  /** @param owners how many there are
   *  @param ownerOf the owner of a thing by its number */
  constructor(count: number, owners: number, ownerOf: (thing: number) => number) {
    const ends = new Uint32Array(owners + 1);
    for (let thing = 0; thing < count; thing++) {
      const next = ownerOf(thing) + 1;
      ends[next] = (ends[next] ?? 0) + 1;
    }
    for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
    this.#order = new Uint32Array(count);
    for (let thing = 0; thing < count; thing++) {
      const owner = ownerOf(thing);
      const at = ends[owner] ?? 0;
      ends[owner] = at + 1;
      this.#order[at] = thing;
    }
    this.#ends = ends;
  }

  of(owner: number): Uint32Array {
    return this.#order.subarray(owner === 0 ? 0 : this.#ends[owner - 1], this.#ends[owner]);
  }
}
