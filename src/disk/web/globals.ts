// Stands in for the globals of node in a web worker: what of them the reading of large logs names. The build
// puts these names in the place of the global ones.

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
/** What one call takes as its arguments. */
const mostCodes = 8192;

type Text = 'utf8' | 'latin1';

class Bytes extends Uint8Array {
  override toString(as: Text = 'utf8', from = 0, to = this.length): string {
    const bytes = Uint8Array.prototype.subarray.call(this, from, to);
    return as === 'utf8' ? utf8.decode(bytes) : latin1(bytes);
  }

  override indexOf(wanted: number | Uint8Array, from = 0): number {
    if (typeof wanted === 'number') return super.indexOf(wanted, from);
    const [first] = wanted;
    if (first === undefined) return from;
    for (let at = super.indexOf(first, from); at >= 0; at = super.indexOf(first, at + 1)) {
      if (at + wanted.length > this.length) return -1;
      if (this.#stands(wanted, at)) return at;
    }
    return -1;
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.#stands(other, 0);
  }

  #stands(wanted: Uint8Array, at: number): boolean {
    for (let i = 0; i < wanted.length; i++) if (this[at + i] !== wanted[i]) return false;
    return true;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += mostCodes) {
    text += String.fromCharCode(...bytes.subarray(at, at + mostCodes));
  }
  return text;
}

function bytesFrom(from: string | Uint8Array | ArrayBuffer, at?: number, length?: number): Bytes {
  if (from instanceof ArrayBuffer) return new Bytes(from, at, length);
  return new Bytes(typeof from === 'string' ? encoder.encode(from) : from);
}

const alloc = (size: number): Bytes => new Bytes(size);

function concat(pieces: readonly Uint8Array[]): Bytes {
  const all = new Bytes(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const Buffer = { from: bytesFrom, alloc, allocUnsafe: alloc, allocUnsafeSlow: alloc, concat };

const process = { env: {}, platform: 'web', pid: 0 };

const __dirname = '';

// a page that is not isolated has no memory to share, and nobody here shares any
const SharedArrayBuffer = globalThis.SharedArrayBuffer ?? ArrayBuffer;

const turns: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.addEventListener('message', () => turns.shift()?.());
channel.port1.start();

// a timer rests for four milliseconds when it is set again and again
const setImmediate = (turn: () => void): void => {
  turns.push(turn);
  channel.port2.postMessage(undefined);
};

export { Buffer, SharedArrayBuffer, __dirname, process, setImmediate };
