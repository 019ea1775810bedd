// Everything that is said of an instance: what its requests say, each a strand, and what others say of it
// beside.

import { mix, printAfter, printBeside } from '../../core/scan/prints';
import { isPartlyNameless, quietMs } from '../../core/scan/spanLayout';

/** What a request says of an instance. */
export interface Strand {
  /** Its number in the part, plus one; 0: its lines name none. */
  request: number;
  /** Two words of the request's id tell it from others of the same instance. */
  a: number;
  b: number;
  rows: number;
  /** What its rows are, as core/scan/spanLayout.ts flags it. */
  flags: number;
  /** Of which sorts of operations. */
  sorts: number;
  loose: number;
  /** When its request says something beside the instance; 0: it does not. */
  looseFrom: number;
  looseTo: number;
  /** Among all that is said of the instance: first and last place. */
  from: number;
  to: number;
  firstLine: number;
  lastLine: number;
  firstTime: number;
  lastTime: number;
  /** When it last names its request itself. */
  namedTo: number;
  /** The last row of the part that is read; -1: it has none there. */
  lastRow: number;
}

/** Something that is said of an instance by a request that is about others too, or by none. */
export interface Aside {
  at: number;
  said: number;
  line: number;
  time: number;
}

/** Everything that is said of an instance; its objects are used again for the next one. */
export class Episode {
  /** In the order in which they begin; only so many as are counted. */
  readonly strands: Strand[] = [];
  readonly asides: Aside[] = [];
  strandCount = 0;
  asideCount = 0;
  length = 0;
  /** When it was that lines name no request. */
  readonly namelessTimes: number[] = [];
  /** What was said last, when, and the strand that it is of. */
  #before = 0;
  #time = 0;
  #last: Strand | undefined;
  /** It names no request. */
  #isNameless = false;

  clear(): void {
    this.namelessTimes.length = 0;
    this.#before = 0;
    this.#time = 0;
    this.#last = undefined;
    this.#isNameless = false;
    this.strandCount = 0;
    this.asideCount = 0;
    this.length = 0;
  }

  /** A strand that begins with what is said next. */
  addStrand(request: number, a: number, b: number): Strand {
    const strand = this.strands[this.strandCount] ?? { ...noStrand };
    this.strands[this.strandCount] = strand;
    this.strandCount += 1;
    strand.request = request;
    strand.a = a;
    strand.b = b;
    strand.rows = 1;
    strand.flags = 0;
    strand.sorts = 0;
    strand.loose = 1;
    strand.looseFrom = 0;
    strand.looseTo = 0;
    strand.from = this.length;
    strand.firstLine = -1;
    strand.namedTo = 0;
    strand.lastRow = -1;
    return strand;
  }

  /** The strand of what was said last: what names no request is taken for one of its rows. */
  get last(): Strand | undefined {
    return this.#last;
  }

  /** The row that is read says something of a strand. One that names no request may be of the next one as
   *  well; see core/scan/strands.ts. */
  addRow(strand: Strand, said: number, byItself: boolean, time: number): void {
    if (this.#isNameless && this.#last && this.#last !== strand) {
      this.#last.rows = mix(this.#last.rows, printBeside(said));
      strand.rows = mix(strand.rows, printBeside(this.#before));
    }
    const since = this.#time > 0 && time > 0 ? Math.min(time - this.#time, quietMs + 1) : 0;
    strand.rows = mix(strand.rows, byItself ? printAfter(said, since) : said);
    if (time > 0) this.#time = time;
    if (byItself) {
      this.namelessTimes.push(time);
      strand.flags |= isPartlyNameless;
    } else {
      strand.namedTo = time;
    }
    strand.to = this.length;
    this.#before = said;
    this.#last = strand;
    this.#isNameless = byItself;
  }

  addAside(said: number, line: number, time: number): void {
    const aside = this.asides[this.asideCount] ?? { ...noAside };
    this.asides[this.asideCount] = aside;
    this.asideCount += 1;
    aside.at = this.length;
    aside.said = said;
    aside.line = line;
    aside.time = time;
  }
}

// times are no small integers: so the fields are made for them
const noStrand: Strand = {
  request: 0, a: 0, b: 0, rows: 1, flags: 0, sorts: 0, loose: 1, looseFrom: 0.5, looseTo: 0.5,
  from: 0, to: 0, firstLine: -1, lastLine: -1, firstTime: 0.5, lastTime: 0.5, namedTo: 0.5, lastRow: -1,
};
const noAside: Aside = { at: 0, said: 0, line: 0, time: 0.5 };
