// Voices of a log that is scanned, a host and a service each: numbers to the scanner, names to the stages.

import type { LineDigest, Speaker } from './lineDigest';
import type { Place } from './model';
import type { Fields } from './scan/fields';
import { dressOf, type Scannable } from './scan/scannable';
import { VoiceFields } from './scan/voiceFields';

export class Voices {
  readonly #lines: LineDigest;
  readonly #form: Scannable;
  readonly #speakers: (Speaker | undefined)[] = [];
  readonly #names = new Set<string>();
  /** Two spellings are one voice to the stages, and two to the scanner. */
  areAlike = false;

  constructor(lines: LineDigest, form: Scannable) {
    this.#lines = lines;
    this.#form = form;
  }

  /** Undefined: lines do not say who wrote them. */
  at(voice: number): Speaker | undefined {
    return this.#speakers[voice];
  }

  /** Tells what the scanner counted between lines, before those that are read. */
  before(memory: ArrayBuffer): void {
    const fields = new VoiceFields(memory);
    for (const [voice, speaker] of this.#speakers.entries()) {
      const gaps = fields.takeGaps(voice);
      if (speaker && gaps.some((count) => count > 0)) this.#lines.addGaps(gaps, speaker);
    }
    this.#lines.addZones(fields.takeZones());
  }

  /** A row that is no line. */
  count(fields: Fields, row: number, line: number): void {
    const last = fields.above(row);
    if (last) this.#pass(fields.voice(row), fields.skipped(row), { ...last, line: line + last.line });
  }

  #pass(voice: number, count: number, last: Pick<Place, 'line' | 'time'>): void {
    this.#lines.passBefore(count, dressOf(this.#form), last, this.#speakers[voice]);
  }

  /** Tells what was passed over behind the lines that were read, and learns who spoke for the first time.
   *  @param line the number of the first line that the scanner counts from */
  behind(memory: ArrayBuffer, line: number): void {
    const fields = new VoiceFields(memory);
    for (const passed of fields.takePassed()) {
      this.#pass(passed.voice, passed.count, { line: line + passed.line, time: passed.time });
    }
    for (let voice = this.#speakers.length; voice < fields.count; voice++) {
      const findings = this.#form.findingsIn(fields.prefix(voice));
      this.#speakers.push(findings && { host: findings.host, service: findings.service });
      // a prefix that the tolerant reader takes apart in another way is read line by line
      if (!findings) continue;
      const name = `${findings.host ?? ''} ${findings.service ?? ''}`;
      this.areAlike ||= this.#names.has(name);
      this.#names.add(name);
      fields.setTold(voice);
    }
  }
}
