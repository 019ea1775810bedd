// The text of a log in chunks of bytes: from an open document, slice by slice, or from a file that no
// editor can hand to an extension. Neither keeps the extension host busy for long: both let go of it
// between the chunks.

import * as vscode from 'vscode';
import type { DigestReader } from '../core/digest';
import type { Digest } from '../core/model';

/** Lines per slice, bytes per chunk, and how long the host is held at a stretch, milliseconds. */
const SLICE_LINES = 1000;
const CHUNK_BYTES = 64 * 1024;
const STRETCH = 15;

/** Text that VS Code hands to no extension: larger files are read by `readFile`. */
export const LARGEST_DOCUMENT = 50 * 1024 * 1024;

/** Reads one document, and goes on reading when lines are added at its end. */
export class DocumentReading {
  readonly #document: vscode.TextDocument;
  readonly #reader: DigestReader;
  readonly #encoder = new TextEncoder();
  /** Lines that were handed on, line end included. Invariant: none of them has changed since. */
  #lines = 0;
  #ended = false;
  #running: Promise<unknown> = Promise.resolve();

  constructor(document: vscode.TextDocument, reader: DigestReader) {
    this.#document = document;
    this.#reader = reader;
  }

  /** True when the edit leaves alone all that was read: reading can go on behind it. */
  follows(change: vscode.TextDocumentChangeEvent): boolean {
    return !this.#ended && change.contentChanges.every(({ range }) => range.start.line >= this.#lines);
  }

  /** Reads to the end of the document; undefined when `isWanted` says that nobody waits any more. */
  read(isWanted: () => boolean): Promise<Digest | undefined> {
    // One after the other: an earlier call may be on its way out, in the middle of a slice.
    const reading = this.#running.then(() => this.#readOn(isWanted));
    this.#running = reading.catch(() => undefined);
    return reading;
  }

  async #readOn(isWanted: () => boolean): Promise<Digest | undefined> {
    const pause = new Pause();
    while (this.#lines < this.#document.lineCount - 1) {
      if (!isWanted()) return undefined;
      const end = Math.min(this.#lines + SLICE_LINES, this.#document.lineCount - 1);
      const text = this.#document.getText(new vscode.Range(this.#lines, 0, end, 0));
      this.#lines = end;
      for (const chunk of chunksOf(this.#encoder.encode(text))) {
        await pushed(chunk, this.#reader, pause);
      }
    }
    return isWanted() ? this.#finish(pause) : undefined;
  }

  // A last line without line end may still grow: once it is handed on, the next edit means to read anew.
  async #finish(pause: Pause): Promise<Digest> {
    const last = this.#document.lineAt(this.#document.lineCount - 1).text;
    if (last === '') return this.#reader.digest();
    this.#ended = true;
    // a line that may hold many is read by and by, which it is only when it has ended
    const text = this.#encoder.encode(last.length > CHUNK_BYTES ? `${last}\n` : last);
    for (const chunk of chunksOf(text)) await pushed(chunk, this.#reader, pause);
    return this.#reader.end();
  }
}

/** Reads a file through VS Code's file systems, local or remote. Rejects when the file cannot be read. */
export async function readFile(
  uri: vscode.Uri, reader: DigestReader, isWanted: () => boolean,
): Promise<Digest | undefined> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  await readPieces(bytes, reader, new Pause(), isWanted);
  return isWanted() ? reader.end() : undefined;
}

/** Pushes bytes in pieces, as long as they are wanted. */
export async function readPieces(
  bytes: Uint8Array, reader: DigestReader, pause: Pause, isWanted: () => boolean,
): Promise<void> {
  for (const chunk of chunksOf(bytes)) {
    if (!isWanted()) return;
    await pushed(chunk, reader, pause);
  }
}

async function pushed(chunk: Uint8Array, reader: DigestReader, pause: Pause): Promise<void> {
  reader.push(chunk);
  do await pause.ifDue();
  while (reader.work?.());
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

/** Lets the extension host go on with other things, when it was held for long enough. */
export class Pause {
  #since = Date.now();

  async ifDue(): Promise<void> {
    if (Date.now() - this.#since < STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#since = Date.now();
  }
}
