// Markers → the tables that the scanner looks messages up in, as an image of the beginning of its memory. The
// rows are those of the tolerant reader; which lines matter is theirs to say.

import type { CaptureName, MarkerSpec } from '../../knowledge/schema';
import { compileTemplate, literalLength } from '../template';
import type { Template } from '../template';
import { placeOfGap } from '../reading/silences';
import { hashOfLogger } from './loggerNames';
import {
  codeBits, gapCounts, gapPlaces, literals, literalSize, lKeyless, lLeads, lLength, lMarks, loggers,
  loggerSize, loggerSlots, longestGap, lText, markedAlways, markedAmbient, markedTemplates, mCode, mFirst,
  mInstance, mLead, mLiterals, mLogger, mMarks, mNext, mostLeads, mostLiterals, mostLoggers,
  mostTemplates, mostWatches, mValue, noValue, sLoggers, sTextTop, templates, templateSize, templateSlots,
  texts, textsEnd, watchAttend, watches, watchOpens, watchSize, watchSlots, wLength, wMarks, wNext, wText,
} from './layout';
import { endings, sayings } from './spanLayout';
import { load16, store16, store32, store8, useMemory } from './machine';
import { hashOfTemplate } from './match';

/** The beginning of a message that has to be read whoever logs it. */
export interface Watch {
  readonly text: string;
  /** All lines behind it are to be read as well, until its reader has had enough. */
  readonly attend?: true;
  /** A traceback may begin with it. */
  readonly opens?: true;
}

export interface ReadRow {
  readonly loggers: readonly string[];
  readonly text: string;
  /** Of its lines in an index; without one it does without them. */
  readonly code?: number;
}

export interface ScanRows {
  readonly markers: readonly MarkerSpec[];
  /** Lines that other stages read, by logger and template. */
  readonly reads: readonly ReadRow[];
  readonly watches: readonly Watch[];
  /** Loggers of which every line counts. */
  readonly always: readonly string[];
  /** By code of a marker, what its lines say of an instance; for an index. */
  readonly sayings?: Uint8Array;
  /** And of how an operation ended. */
  readonly endings?: Uint8Array;
}

const keyLength = 4;

interface Indexed {
  readonly spec: MarkerSpec;
  readonly code: number;
  readonly template: Template;
}

/** @returns an image of the scanner's memory below the bytes of a log. */
export function compileTables(
  { markers, reads, watches: watched, always, sayings: says, endings: ends }: ScanRows,
): Uint8Array {
  const image = new Uint8Array(gapCounts);
  useMemory(image.buffer);
  const writer = new TableWriter(image);
  if (markers.length >= 1 << codeBits) throw new Error('too many markers for the scanner');
  const rows = markers
    .map((spec, at): Indexed => ({ spec, code: at + 1, template: compileTemplate(spec.text) }))
    .sort((a, b) => literalLength(b.template) - literalLength(a.template));
  for (const row of [...rows, ...reads.map(beginningOf)]) writer.addTemplate(row);
  gapTable(image);
  for (const watch of watched) writer.addWatch(watch);
  for (const name of always) writer.mark(name, markedAlways);
  if (says) image.set(says, sayings);
  if (ends) image.set(ends, endings);
  writer.finish();
  return image;
}

/** That a line may be one of them is enough: its stage looks at it more closely. */
function beginningOf({ loggers: logger, text, code = 0 }: ReadRow): Indexed {
  const template = compileTemplate(text);
  const [first = ''] = template.literals;
  const spec: MarkerSpec = { edge: 'fail', logger, text, level: 'INFO' };
  if (first.length < keyLength) return { spec, code, template: { ...template, numeric: [] } };
  return { spec, code, template: { ...template, literals: [first, ''], names: ['0'], numeric: [] } };
}

function gapTable(image: Uint8Array): void {
  for (let gap = 0; gap <= longestGap; gap++) image[gapPlaces + gap] = placeOfGap(gap);
}

class TableWriter {
  readonly #image: Uint8Array;
  readonly #loggers = new Map<string, number>();
  #top: number = texts;
  #templates = 0;
  #literals = 0;
  #watches = 0;
  /** Texts that templates without first letters want first. */
  readonly #leads = new Map<string, number>();

  constructor(image: Uint8Array) {
    this.#image = image;
  }

  addTemplate(row: Indexed): void {
    const { literals: parts, numeric } = row.template;
    if (this.#literals + parts.length > mostLiterals) throw new Error('too many literals for the scanner');
    const first = this.#literals;
    parts.forEach((part, i) => {
      const bytes = new TextEncoder().encode(part);
      const at = literals + this.#literals * literalSize;
      store32(at, this.#write(bytes));
      store16(at + 4, bytes.length);
      store16(at + 6, numeric[i] === true ? 1 : 0);
      this.#literals += 1;
    });
    const names = typeof row.spec.logger === 'string' ? [row.spec.logger] : row.spec.logger;
    for (const name of names) this.#addFor(this.#logger(name), row, first);
  }

  #addFor(logger: number, { spec, code, template }: Indexed, first: number): void {
    if (this.#templates >= mostTemplates) throw new Error('too many templates for the scanner');
    const at = templates + this.#templates * templateSize;
    this.#templates += 1;
    const placeholders = placesOf(spec, template);
    store16(at + mCode, code);
    store16(at + mLogger, logger);
    store8(at + mLiterals, template.literals.length);
    store8(at + mMarks, spec.ambient ? markedAmbient : 0);
    store16(at + mFirst, first);
    store8(at + mInstance, placeholders.instance);
    store8(at + mValue, placeholders.state);
    store8(at + mLead, this.#lead(template.literals));
    const entry = loggers + logger * loggerSize;
    this.#addMarks(logger, markedTemplates);
    const letters = new TextEncoder().encode(template.literals[0] ?? '');
    if (letters.length < keyLength) {
      this.#append(entry + lKeyless);
    } else {
      const key = new DataView(letters.buffer).getInt32(0, true);
      this.#append(templateSlots + (hashOfTemplate(key, logger) << 1));
    }
  }

  /** @returns 0: its first letters find it, or it has no lead of its own. */
  #lead([first = '', second = '']: readonly string[]): number {
    if (first !== '' || second === '') return 0;
    const known = this.#leads.get(second);
    if (known !== undefined || this.#leads.size >= mostLeads) return known ?? 0;
    this.#leads.set(second, this.#leads.size + 1);
    return this.#leads.size;
  }

  /** Puts the last template behind those that are tried before it. */
  #append(head: number): void {
    let at = head;
    while (load16(at) !== 0) at = templates + (load16(at) - 1) * templateSize + mNext;
    store16(at, this.#templates);
  }

  addWatch({ text, attend, opens }: Watch): void {
    if (this.#watches >= mostWatches) throw new Error('too many beginnings for the scanner');
    const bytes = new TextEncoder().encode(text);
    const at = watches + this.#watches * watchSize;
    const head = watchSlots + ((bytes[0] ?? 0) << 1);
    this.#watches += 1;
    store16(at + wNext, load16(head));
    store16(at + wLength, bytes.length);
    store32(at + wText, this.#write(bytes));
    store16(at + wMarks, (attend ? watchAttend : 0) | (opens ? watchOpens : 0));
    store16(head, this.#watches);
  }

  #listLeads(logger: number): void {
    const byLead = new Map<number, number>();
    for (let number = load16(logger + lKeyless); number !== 0;) {
      const template = templates + (number - 1) * templateSize;
      const lead = this.#image[template + mLead] ?? 0;
      if (lead === 0) return;
      if (!byLead.has(lead)) byLead.set(lead, number);
      number = load16(template + mNext);
    }
    if (byLead.size === 0) return;
    const numbers = Uint16Array.from([...byLead.values(), 0]);
    store32(logger + lLeads, this.#write(new Uint8Array(numbers.buffer)));
  }

  mark(name: string, marks: number): void {
    this.#addMarks(this.#logger(name), marks);
  }

  #addMarks(logger: number, marks: number): void {
    const at = loggers + logger * loggerSize + lMarks;
    store8(at, (this.#image[at] ?? 0) | marks);
  }

  #logger(name: string): number {
    const known = this.#loggers.get(name);
    if (known !== undefined) return known;
    const number = this.#loggers.size;
    if (number >= mostLoggers) throw new Error('too many loggers for the scanner');
    const bytes = new TextEncoder().encode(name);
    const text = this.#write(bytes);
    const entry = loggers + number * loggerSize;
    store32(entry + lText, text);
    store32(entry + lLength, bytes.length);
    let slot = hashOfLogger(text, bytes.length);
    while (load16(loggerSlots + (slot << 1)) !== 0) slot = (slot + 1) & 1023;
    store16(loggerSlots + (slot << 1), number + 1);
    this.#loggers.set(name, number);
    return number;
  }

  /** @returns where the bytes stand. */
  #write(bytes: Uint8Array): number {
    const at = this.#top;
    if (at + bytes.length + 16 > textsEnd) throw new Error('too much text for the scanner');
    this.#image.set(bytes, at);
    this.#top = (at + bytes.length + 15) & ~15;
    return at;
  }

  finish(): void {
    for (const logger of this.#loggers.values()) this.#listLeads(loggers + logger * loggerSize);
    store32(sLoggers, this.#loggers.size);
    store32(sTextTop, this.#top);
  }
}

interface Places {
  readonly instance: number;
  readonly state: number;
}

function placesOf(spec: MarkerSpec, template: Template): Places {
  const placeOf = (wanted: CaptureName): number => {
    const name = Object.entries(spec.captures ?? {}).find(([, capture]) => capture === wanted)?.[0];
    const place = name === undefined ? -1 : template.names.indexOf(name);
    return place < 0 || place >= 16 ? noValue : place;
  };
  return { instance: placeOf('instance'), state: placeOf('state') };
}
