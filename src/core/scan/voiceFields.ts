// What the scanner keeps of voices and of times that differ → the same for the reader's stages; it is counted
// anew from there on.

import { mostGapPlaces } from './layout';
import {
  markedTold, mostQuarters, sVoiceCount, vAboveLine, vAboveMillisecond, vAboveSecond, vGapCounts, voices,
  voiceSize, vPrefix, vMarks, vPrefixLength, vSkipped, zoneCounts, zones,
} from './prefixLayout';

/** Lines of a voice that were passed over, and the last line of it. */
export interface PassedLines {
  readonly voice: number;
  readonly count: number;
  readonly line: number;
  readonly time: number;
}

export class VoiceFields {
  readonly #memory: ArrayBuffer;
  readonly #view: DataView;

  constructor(memory: ArrayBuffer) {
    this.#memory = memory;
    this.#view = new DataView(memory);
  }

  get count(): number {
    return this.#view.getInt32(sVoiceCount, true);
  }

  /** The prefix of the first line of a voice. */
  prefix(voice: number): string {
    const at = voices + voice * voiceSize;
    const length = this.#view.getInt32(at + vPrefixLength, true);
    return new TextDecoder().decode(new Uint8Array(this.#memory, at + vPrefix, length));
  }

  /** From here on its lines may be passed over. */
  setTold(voice: number): void {
    const at = voices + voice * voiceSize + vMarks;
    this.#view.setInt32(at, this.#view.getInt32(at, true) | markedTold, true);
  }

  takePassed(): readonly PassedLines[] {
    const found: PassedLines[] = [];
    for (let voice = 0; voice < this.count; voice++) {
      const at = voices + voice * voiceSize;
      const count = this.#view.getInt32(at + vSkipped, true);
      if (count === 0) continue;
      const seconds = this.#view.getInt32(at + vAboveSecond, true);
      const time = seconds * 1000 + this.#view.getInt32(at + vAboveMillisecond, true);
      found.push({ voice, count, line: this.#view.getInt32(at + vAboveLine, true), time });
      this.#view.setInt32(at + vSkipped, 0, true);
    }
    return found;
  }

  /** Gaps between records of a voice that were passed over, by their places. */
  takeGaps(voice: number): Int32Array {
    return this.#take(voices + voice * voiceSize + vGapCounts, mostGapPlaces);
  }

  /** How many lines had times so many quarters of an hour apart. */
  takeZones(): readonly (readonly [quarters: number, lines: number])[] {
    return Array.from(this.#take(zoneCounts, zones), (lines, at) => [at - mostQuarters, lines] as const)
      .filter(([, lines]) => lines > 0);
  }

  #take(at: number, length: number): Int32Array {
    const counts = new Int32Array(this.#memory, at, length);
    const taken = counts.slice();
    counts.fill(0);
    return taken;
  }
}
