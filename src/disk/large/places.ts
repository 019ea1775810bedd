// Numbers of instances → the parts that name them, with their numbers there.

import type { Catalog } from './catalog';

export class Places {
  readonly #ends: Uint32Array;
  readonly #parts: Uint32Array;
  readonly #locals: Uint32Array;

  constructor({ instances, parts }: Catalog) {
    const ends = new Uint32Array(instances.size + 1);
    for (const part of parts) for (const one of part.instances) ends[one + 1] = (ends[one + 1] ?? 0) + 1;
    for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
    const total = ends.at(-1) ?? 0;
    this.#parts = new Uint32Array(total);
    this.#locals = new Uint32Array(total);
    parts.forEach((part, number) => part.instances.forEach((one, local) => {
      const at = ends[one] ?? 0;
      ends[one] = at + 1;
      this.#parts[at] = number;
      this.#locals[at] = local;
    }));
    this.#ends = ends;
  }

  of(instance: number): readonly (readonly [part: number, local: number])[] {
    const from = instance === 0 ? 0 : this.#ends[instance - 1] ?? 0;
    return Array.from(this.#parts.subarray(from, this.#ends[instance]), (part, at) =>
      [part, this.#locals[from + at] ?? 0] as const);
  }
}
