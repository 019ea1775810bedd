// The rows that a scanner has written → their fields; a fresh view for each run, for memory may move.

import {
  attendForGood, gapCounts, lLength, lMarks, loggers, loggerSize, lText, markedSeen, mostGapPlaces,
  rAboveLine, rAboveMillisecond, rAboveSecond, rBegin, rEnd, rKind, rLine, rowIsAbove, rowIsCount,
  rowIsRecall, rows, rowSize, rSkipped, sAttend, sInstances, sLevels, sLines, sLoggers, sRequests, sRows,
  tCount, tKeys, tTies, voiceShift,
} from './layout';

export class Fields {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** How many rows there are. */
  readonly rows: number;

  constructor(memory: ArrayBuffer) {
    this.#bytes = new Uint8Array(memory);
    this.#view = new DataView(memory);
    this.rows = this.#view.getInt32(sRows, true);
  }

  /** It was passed over, and is read only for what stands below it. */
  isAbove(row: number): boolean {
    return (this.#kind(row) & rowIsAbove) !== 0;
  }

  /** It was passed over, and only says what lines of its process without a head go on with. */
  isRecall(row: number): boolean {
    return (this.#kind(row) & rowIsRecall) !== 0;
  }

  /** It is no line, but says how many lines of its voice were passed over. */
  isCount(row: number): boolean {
    return (this.#kind(row) & rowIsCount) !== 0;
  }

  /** The number of whoever wrote it, -1: it is not told. */
  voice(row: number): number {
    return (this.#kind(row) >> voiceShift) - 1;
  }

  #kind(row: number): number {
    return this.#view.getInt32(rows + row * rowSize + rKind, true);
  }

  line(row: number): number {
    return this.#view.getInt32(rows + row * rowSize + rLine, true);
  }

  /** Canonical lines passed over since the last row that is read. */
  skipped(row: number): number {
    return this.#view.getInt32(rows + row * rowSize + rSkipped, true);
  }

  /** The last of them; undefined where it is not told. */
  above(row: number): { readonly line: number; readonly time: number } | undefined {
    const at = rows + row * rowSize;
    if (this.isAbove(row)) return undefined;
    const seconds = this.#view.getInt32(at + rAboveSecond, true);
    const time = seconds * 1000 + this.#view.getInt32(at + rAboveMillisecond, true);
    return { line: this.#view.getInt32(at + rAboveLine, true), time };
  }

  /** Gaps between records that were passed over, by their places; they are counted anew from here on. */
  takeGaps(): Int32Array {
    const counts = new Int32Array(this.#bytes.buffer, gapCounts, mostGapPlaces);
    const taken = counts.slice();
    counts.fill(0);
    return taken;
  }

  /** A bit for each level that occurred. */
  get levels(): number {
    return this.#view.getInt32(sLevels, true);
  }

  /** The bytes of a row's line; good until the next feed. */
  bytes(row: number): Uint8Array {
    const at = rows + row * rowSize;
    return this.#bytes.subarray(this.#view.getInt32(at + rBegin, true), this.#view.getInt32(at + rEnd, true));
  }

  /** Lines that have ended. */
  get lines(): number {
    return this.#view.getInt32(sLines, true);
  }

  /** Lines that ended since this was last asked, and canonical lines passed over behind the last row. */
  takeLines(): number {
    return this.#take(sLines);
  }

  #take(word: number): number {
    const value = this.#view.getInt32(word, true);
    this.#view.setInt32(word, 0, true);
    return value;
  }

  /** Whether every line is to be read from here on. */
  attend(all: boolean): void {
    if (this.#view.getInt32(sAttend, true) === attendForGood) return;
    this.#view.setInt32(sAttend, all ? 1 : 0, true);
  }

  /** For good: what the scanner counts it would count wrong. */
  attendForGood(): void {
    this.#view.setInt32(sAttend, attendForGood, true);
  }

  get loggers(): number {
    return this.#view.getInt32(sLoggers, true);
  }

  /** A line was of this logger. */
  hasSeen(logger: number): boolean {
    return (this.#view.getUint8(loggers + logger * loggerSize + lMarks) & markedSeen) !== 0;
  }

  logger(number: number): string {
    const entry = loggers + number * loggerSize;
    const at = this.#view.getInt32(entry + lText, true);
    const end = at + this.#view.getInt32(entry + lLength, true);
    return new TextDecoder().decode(this.#bytes.subarray(at, end));
  }

  get requests(): number {
    return this.#view.getInt32(sRequests + tCount, true);
  }

  /** What a request is tied to: 0 nothing, -1 several instances, else the instance's number plus one. */
  tie(request: number): number {
    return this.#view.getInt32(this.#view.getInt32(sRequests + tTies, true) + (request << 2), true);
  }

  request(number: number): string {
    return `req-${this.#uuid(this.#view.getInt32(sRequests + tKeys, true) + (number << 4))}`;
  }

  instance(number: number): string {
    return this.#uuid(this.#view.getInt32(sInstances + tKeys, true) + (number << 4));
  }

  #uuid(at: number): string {
    return uuidOf(this.#bytes, at);
  }
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** 16 bytes → the usual spelling of a UUID. */
export function uuidOf(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hex[bytes[at + i] ?? 0] ?? '';
  }
  return text;
}
