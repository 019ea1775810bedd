// Chance that can be had again: the same seed gives the same ids, names and durations.

const hexDigits = '0123456789abcdef';

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ x < 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) {
      let bits = Math.floor(this.next() * 4_294_967_296);
      for (let i = 0; i < 8 && text.length < length; i++, bits >>>= 4) text += hexDigits[bits & 15] ?? '';
    }
    return text;
  }

  uuid(): string {
    const variant = '89ab'[Math.floor(this.next() * 4)] ?? '8';
    const parts = [this.hex(8), this.hex(4), `4${this.hex(3)}`, variant + this.hex(3), this.hex(12)];
    return parts.join('-');
  }

  request(): string {
    return `req-${this.uuid()}`;
  }
}
