// Numbers of instances → the parts that name them, with their numbers there.

import type { Catalog } from './catalog';
import { Groups } from './groups';

export class Places {
  /** Instances as parts name them, part after part: for each in which part, and where its part begins. */
  readonly #parts: Uint32Array;
  readonly #firsts: readonly number[];
  readonly #places: Groups;

  constructor({ instances, parts }: Pick<Catalog, 'instances' | 'parts'>) {
    const firsts: number[] = [];
    let total = 0;
    for (const part of parts) {
      firsts.push(total);
      total += part.instances.length;
    }
    this.#parts = new Uint32Array(total);
    parts.forEach((part, number) => {
      const first = firsts[number] ?? 0;
      this.#parts.fill(number, first, first + part.instances.length);
    });
    this.#firsts = firsts;
    this.#places = new Groups(total, instances.size, (place) =>
      parts[this.#partAt(place)]?.instances[this.#localAt(place)] ?? 0);
  }

  of(instance: number): readonly (readonly [part: number, local: number])[] {
    return Array.from(this.#places.of(instance), (place) =>
      [this.#partAt(place), this.#localAt(place)] as const);
  }

  #partAt(place: number): number {
    return this.#parts[place] ?? 0;
  }

  #localAt(place: number): number {
    return place - (this.#firsts[this.#partAt(place)] ?? 0);
  }
}
