// One input → its bytes in chunks, unpacked. In: an Input and who takes the chunks. Out: how it ended. A
// chunk is only good until the next one: the buffer is used again.

import fs from 'node:fs';
import type { Readable, Transform } from 'node:stream';
import zlib from 'node:zlib';
import { problemOf } from '../core/sets/problem';
import type { Problem } from '../core/sets/problem';
import { problemOfError } from './files';
import type { Input } from './files';

export interface ReadResult {
  /** Nothing of it counts: it could not be read, or is no text. */
  readonly skipped: boolean;
  readonly problem: Problem | undefined;
}

const chunkSize = 256 * 1024;
// zlib's own 16 KiB make unpacking three times slower
const unpackedSize = 512 * 1024;
const good: ReadResult = { skipped: false, problem: undefined };

type Push = (bytes: Uint8Array) => void;

export async function readInput(input: Input, push: Push): Promise<ReadResult> {
  const { path, pipe, source } = input;
  try {
    if (path === undefined) return await readStream(process.stdin, input, push);
    if (pipe) return await readStream(fs.createReadStream(path, { highWaterMark: chunkSize }), input, push);
    return await readFile(path, input, push);
  } catch (error) {
    return { skipped: true, problem: problemOfError(source, error) };
  }
}

async function readFile(path: string, input: Input, push: Push): Promise<ReadResult> {
  const file = fs.openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunkSize);
    const size = fs.readSync(file, buffer, 0, chunkSize, null);
    const head = buffer.subarray(0, size);
    const packing = packingOf(head);
    if (packing !== 'none') {
      const open = () => fs.createReadStream(path, { highWaterMark: chunkSize });
      return await unpack(open, packing, input, push);
    }
    if (input.found && isBinary(head)) return { skipped: true, problem: undefined };
    push(head);
    for (let n = size; n > 0;) {
      n = fs.readSync(file, buffer, 0, chunkSize, null);
      if (n > 0) push(buffer.subarray(0, n));
    }
    return good;
  } finally {
    fs.closeSync(file);
  }
}

async function readStream(stream: Readable, input: Input, push: Push): Promise<ReadResult> {
  const chunks = bytesOf(stream)[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let next = await chunks.next();
  while (!next.done && head.length + next.value.length < 8) {
    head = Buffer.concat([head, next.value]);
    next = await chunks.next();
  }
  const first = next.done ? head : Buffer.concat([head, next.value]);
  const rest = { [Symbol.asyncIterator]: () => chunks };
  const packing = packingOf(first);
  if (packing !== 'none') return await unpack(() => joined(first, rest), packing, input, push);
  push(first);
  for await (const chunk of rest) push(chunk);
  return good;
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
}

type Packing = 'none' | 'gzip' | 'zstd' | 'xz' | 'bzip2' | 'zip';

// By its first bytes: names lie, and standard input has none.
function packingOf(head: Uint8Array): Packing {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd';
  if (a === 0xfd && b === 0x37 && c === 0x7a && d === 0x58) return 'xz';
  if (a === 0x42 && b === 0x5a && c === 0x68 && d !== undefined && d >= 0x31 && d <= 0x39) return 'bzip2';
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'zip';
  return 'none';
}

const unpackCommands = { zstd: 'zstd -dc', xz: 'xz -dc', bzip2: 'bzip2 -dc', zip: 'unzip -p' } as const;

async function unpack(
  open: () => AsyncIterable<unknown>, packing: Exclude<Packing, 'none'>, input: Input, push: Push,
): Promise<ReadResult> {
  const unpacker = unpackerFor(packing);
  if (!unpacker) {
    const command = packing === 'gzip' ? 'gzip -dc' : unpackCommands[packing];
    const args = { format: packing, command: `${command} ${input.source}` };
    return { skipped: true, problem: problemOf('packed', input.source, args) };
  }
  let any = false;
  try {
    void feed(open(), unpacker);
    for await (const chunk of bytesOf(unpacker)) {
      if (!any && input.found && isBinary(chunk)) return { skipped: true, problem: undefined };
      any = true;
      push(chunk);
    }
    return good;
  } catch {
    // a file that is still being written, or a copy that was cut: what came out of it is good
    return { skipped: !any, problem: problemOf('cutShort', input.source) };
  }
}

async function feed(packed: AsyncIterable<unknown>, unpacker: Transform): Promise<void> {
  try {
    for await (const chunk of bytesOf(packed)) {
      if (unpacker.destroyed) return;
      if (!unpacker.write(chunk)) await drained(unpacker);
    }
    unpacker.end();
  } catch (error) {
    unpacker.destroy(error instanceof Error ? error : undefined);
  }
}

function drained(stream: Transform): Promise<void> {
  return new Promise((resolve) => {
    stream.once('drain', resolve).once('close', resolve).once('error', () => resolve());
  });
}

function unpackerFor(packing: Packing): Transform | undefined {
  if (packing === 'gzip') return zlib.createGunzip({ chunkSize: unpackedSize });
  if (packing !== 'zstd') return undefined;
  // only newer versions of node have it
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress');
  if (typeof create !== 'function') return undefined;
  const made: unknown = Reflect.apply(create, zlib, [{ chunkSize: unpackedSize }]);
  return isTransform(made) ? made : undefined;
}

function isTransform(value: unknown): value is Transform {
  return typeof value === 'object' && value !== null && 'write' in value && 'read' in value;
}

// A log that was truncated while it was written begins with NULs and goes on with text.
function isBinary(head: Uint8Array): boolean {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (wide) return false;
  const start = head.findIndex((byte) => byte !== 0);
  return start >= 0 && head.subarray(start, start + 8192).includes(0);
}
