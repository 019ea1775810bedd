// A catalog → instances of which the log says the same: the same statements in the same order in each of
// their requests, the same words in what went wrong. What holds of one of them holds of all, but for times,
// names and numbers. Columns are enough for that; text is read only where something went wrong.

import {
  codeBits, indexedTrouble, millisecondBits, valueBits,
} from '../../core/scan/layout';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { rowWords } from './part';
import { stretchAt } from './stretches';
import { mix, troublePrint } from './troublePrint';

/** Instances of which the log says the same. */
export interface AlikeGroup {
  /** Their numbers in the catalog, in the order in which the log names them; all it says was compared. */
  readonly instances: readonly number[];
}

/** What the rows of a request say of an instance. */
interface Strand {
  /** Two words of the request's id tell it from others of the same instance. */
  readonly a: number;
  readonly b: number;
  rows: number;
  loose: number;
}

interface Open {
  part: number;
  readonly strands: Strand[];
}

const codeMask = (1 << codeBits) - 1;
const valueShift = codeBits + millisecondBits;
const valueMask = (1 << valueBits) - 1;
const markShift = valueShift + valueBits;

/** Groups in the order of their first instances. */
export function alikeInstances(catalog: Catalog, bytes: ByteSource): readonly AlikeGroup[] {
  const prints = new PrintReader(catalog, bytes);
  catalog.parts.forEach((_, part) => prints.readPart(part));
  prints.finish();
  const groups = new Map<number, Map<number, number[]>>();
  for (let instance = 0; instance < catalog.instances.size; instance++) {
    const [low, high] = prints.of(instance);
    let byHigh = groups.get(low);
    if (!byHigh) groups.set(low, byHigh = new Map<number, number[]>());
    const group = byHigh.get(high);
    if (group) group.push(instance);
    else byHigh.set(high, [instance]);
  }
  return [...groups.values()]
    .flatMap((byHigh) => [...byHigh.values()])
    .map((instances) => ({ instances }))
    .sort((x, y) => (x.instances[0] ?? 0) - (y.instances[0] ?? 0));
}

/** Two numbers of 32 bits for each instance: what its strands say, in the order in which they begin. */
class PrintReader {
  readonly #catalog: Catalog;
  readonly #bytes: ByteSource;
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;
  /** Instances of the last two parts, whose requests may go on. */
  readonly #open = new Map<number, Open>();
  readonly #troubles = new Map<number, number>();

  constructor(catalog: Catalog, bytes: ByteSource) {
    this.#catalog = catalog;
    this.#bytes = bytes;
    this.#low = new Uint32Array(catalog.instances.size);
    this.#high = new Uint32Array(catalog.instances.size);
  }

  of(instance: number): readonly [number, number] {
    return [this.#low[instance] ?? 0, this.#high[instance] ?? 0];
  }

  readPart(part: number): void {
    const known = this.#catalog.parts[part];
    if (!known) return;
    this.#troubles.clear();
    const ends = this.#catalog.column(part, 'rowEnds');
    const reader = new StrandReader(this.#catalog, part, (line) => this.#trouble(line));
    let from = 0;
    known.instances.forEach((instance, local) => {
      const to = (ends[local] ?? from) * rowWords;
      const open = this.#open.get(instance) ?? { part, strands: [] };
      open.part = part;
      reader.read(from, to, local, open.strands);
      this.#open.set(instance, open);
      from = to;
    });
    for (const [instance, open] of this.#open) if (open.part < part) this.#close(instance, open);
  }

  finish(): void {
    for (const [instance, open] of this.#open) this.#close(instance, open);
  }

  #close(instance: number, { strands }: Open): void {
    this.#open.delete(instance);
    let [low, high] = this.of(instance);
    for (const { rows, loose } of strands) {
      low = mix(mix(low, rows), loose);
      high = mix(mix(high ^ 0x5bd1e995, loose), rows);
    }
    this.#low[instance] = low >>> 0;
    this.#high[instance] = high >>> 0;
  }

  /** The words of the stretch around a line that tells of something going wrong. */
  #trouble(line: number): number {
    const stretch = stretchAt(this.#catalog.parts, line);
    if (!stretch) return 0;
    const known = this.#troubles.get(stretch.begin);
    if (known !== undefined) return known;
    const end = this.#bytes.endOfLine(stretch.last);
    const print = troublePrint(this.#bytes.read(stretch.begin, end - stretch.begin));
    this.#troubles.set(stretch.begin, print);
    return print;
  }
}

class StrandReader {
  readonly #rows: Uint32Array;
  readonly #requests: Uint32Array;
  readonly #ties: Uint32Array;
  readonly #loose: Uint32Array;
  readonly #looseEnds: Uint32Array;
  readonly #values: readonly number[];
  readonly #line: number;
  readonly #trouble: (line: number) => number;

  constructor(catalog: Catalog, part: number, trouble: (line: number) => number) {
    const entry = catalog.parts[part]?.entry;
    this.#rows = catalog.column(part, 'rows');
    this.#requests = catalog.column(part, 'requests');
    this.#ties = catalog.column(part, 'ties');
    this.#loose = catalog.column(part, 'loose');
    this.#looseEnds = catalog.column(part, 'looseEnds');
    // numbers of values are a worker's own
    this.#values = (entry?.values ?? []).map(printOfText);
    this.#line = entry?.line ?? 0;
    this.#trouble = trouble;
  }

  /** Reads rows of one instance into its strands. */
  read(from: number, to: number, local: number, strands: Strand[]): void {
    const seen = new Set<number>();
    let strand: Strand | undefined;
    let request = -1;
    for (let at = from; at < to; at += rowWords) {
      const said = this.#said(this.#rows, at);
      if (said === 0) continue;
      const own = this.#rows[at + 2] ?? 0;
      if (own !== request || !strand) {
        request = own;
        strand = this.#strand(strands, own);
        if (!seen.has(own)) {
          seen.add(own);
          // what the request says beside the instance, where it is about this one alone
          const isAlone = own > 0 && this.#ties[own - 1] === local + 1;
          if (isAlone) strand.loose = this.#looseOf(own - 1, strand.loose);
        }
      }
      strand.rows = mix(strand.rows, said);
    }
  }

  /** What a row says; 0: nothing that anybody remembers. */
  #said(rows: Uint32Array, at: number): number {
    const word = rows[at + 4] ?? 0;
    const code = word & codeMask;
    const value = (word >>> valueShift) & valueMask;
    const isTrouble = ((word >>> markShift) & indexedTrouble) !== 0;
    if (code === 0 && !isTrouble) return 0;
    const said = mix(code + 1, this.#values[value] ?? 0);
    return isTrouble ? mix(said, this.#trouble(this.#line + (rows[at + 1] ?? 0))) : said;
  }

  #strand(strands: Strand[], request: number): Strand {
    const a = request === 0 ? 0 : this.#requests[request * 4 - 4] ?? 0;
    const b = request === 0 ? 0 : this.#requests[request * 4 - 3] ?? 0;
    const known = strands.find((one) => one.a === a && one.b === b);
    if (known) return known;
    const strand = { a, b, rows: 1, loose: 1 };
    strands.push(strand);
    return strand;
  }

  #looseOf(request: number, before: number): number {
    let print = before;
    const end = (this.#looseEnds[request] ?? 0) * rowWords;
    const begin = (request === 0 ? 0 : this.#looseEnds[request - 1] ?? 0) * rowWords;
    for (let at = begin; at < end; at += rowWords) print = mix(print, this.#said(this.#loose, at));
    return print;
  }
}

function printOfText(text: string): number {
  let print = 7;
  for (let i = 0; i < text.length; i++) print = mix(print, text.charCodeAt(i));
  return print;
}
