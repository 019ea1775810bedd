// Stands in for `node:fs` in a web worker: files lie in memory. What the reading of large logs asks of a file
// system is here, and no more. What was replaced under its path is the same file for those who have it open.

/** With the names of `fs.Stats`. */
class MemoryFile {
  bytes = new Uint8Array(0);
  size = 0;
  readonly dev = 0;
  readonly ino: number;
  /** 0: it has no name any more, and is there for those who have it open. */
  nlink = 1;
  mtimeMs = 0;

  constructor(ino: number) {
    this.ino = ino;
  }

  hold(bytes: Uint8Array<ArrayBuffer>): void {
    this.bytes = bytes;
    this.size = bytes.length;
    this.mtimeMs += 1;
  }

  /** Columns are written piece by piece: there is room for more than is asked for. */
  makeRoom(size: number): void {
    if (size <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(size, this.bytes.length + (this.bytes.length >> 1), leastRoom));
    wider.set(this.bytes.subarray(0, this.size));
    this.bytes = wider;
  }
}

const leastRoom = 64 * 1024;
/** What a window may unpack of a packed log. */
const room = 1 << 30;

const files = new Map<string, MemoryFile>();
const open = new Map<number, { readonly file: MemoryFile; at: number }>();
let numbers = 0;

/** A file is there, or has become another one; undefined: it is gone. */
export function handFile(path: string, bytes: Uint8Array | undefined): void {
  if (bytes) fileAt(path, true).hold(bytes as Uint8Array<ArrayBuffer>);
  else remove(path);
}

function remove(path: string): void {
  const file = files.get(path);
  if (file) file.nlink = 0;
  files.delete(path);
}

/** What a file holds, to be given away. */
export function copyOfFile(path: string): Uint8Array | undefined {
  const file = files.get(path);
  return file?.bytes.slice(0, file.size);
}

function fileAt(path: string, isMade = false): MemoryFile {
  const known = files.get(path);
  if (known) return known;
  if (!isMade) throw new Error(`there is no file ${path}`);
  const made = new MemoryFile(numbers++);
  files.set(path, made);
  return made;
}

function opened(number: number): { readonly file: MemoryFile; at: number } {
  const found = open.get(number);
  if (!found) throw new Error('the file is closed');
  return found;
}

const memoryFs = {
  openSync(path: string, flags: 'r' | 'w+'): number {
    const number = numbers++;
    open.set(number, { file: fileAt(path, flags === 'w+'), at: 0 });
    return number;
  },

  closeSync(number: number): void {
    open.delete(number);
  },

  readSync(number: number, into: Uint8Array, from: number, length: number, at: number | null): number {
    const reading = opened(number);
    const { bytes, size } = reading.file;
    const begin = at ?? reading.at;
    const count = Math.max(0, Math.min(length, size - begin));
    into.set(bytes.subarray(begin, begin + count), from);
    if (at === null) reading.at += count;
    return count;
  },

  writeSync(number: number, piece: Uint8Array, from: number, length: number, at: number): number {
    const { file } = opened(number);
    file.makeRoom(at + length);
    file.bytes.set(piece.subarray(from, from + length), at);
    file.size = Math.max(file.size, at + length);
    return length;
  },

  fstatSync: (number: number): MemoryFile => opened(number).file,

  statSync(path: string, { throwIfNoEntry = true } = {}): MemoryFile | undefined {
    return throwIfNoEntry ? fileAt(path) : files.get(path);
  },

  /** There are no scripts to begin workers with: whoever looks for one does its work itself. */
  existsSync: (path: string): boolean => files.has(path),

  readFileSync(path: string): Uint8Array {
    const { bytes, size } = fileAt(path);
    return bytes.slice(0, size);
  },

  mkdtempSync: (prefix: string): string => `${prefix}${numbers++}`,

  /** A file that is open stays readable, as elsewhere. */
  rmSync(path: string): void {
    for (const name of files.keys()) if (name === path || name.startsWith(`${path}/`)) remove(name);
  },

  statfsSync: (): { readonly bavail: number; readonly bsize: number } => ({ bavail: room, bsize: 1 }),

  /** Who hands files looks after them: those who read them look again from time to time. */
  watch(): never {
    throw new Error('nothing is told of files in memory');
  },
};

export { memoryFs as default };
