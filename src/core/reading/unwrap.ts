// One line as a person or a tool hands it over → where its own words begin, its head, and what stood
// around it. What fitted the line before is tried first; a line to which that does not apply is looked
// at anew.

import { cleanLine } from './clean';
import type { PageMarks } from './clean';
import { stripColours } from './colours';
import { parseDocument } from './documents';
import type { LogDocument } from './documents';
import type { HeaderReader, OwnHeader } from './header';
import { hasBracketTags, stripBracketTags } from './markup';
import {
  carrierIn, nothingPeeled, outermost, peelAll, peelMore, peelPadding, startOfContinuation, strangeWrapper,
  wrappersAt,
} from './peel';
import type { Peeled, Wrapper } from './peel';
import type { Findings } from './shape';

export interface Unwrapped {
  /** The line without colours and marks; `body` and `start` are places in it. */
  readonly text: string;
  /** Behind all wrappers. */
  readonly body: number;
  /** Behind the head too. */
  readonly start: number;
  readonly own: OwnHeader | undefined;
  readonly document: LogDocument | undefined;
  /** What wrappers told that make a line readable by themselves. */
  readonly findings: Findings | undefined;
  /** Id of the outermost wrapper, `none`. */
  readonly wrapper: string;
  /** All wrappers before the head, the outermost first; none where there is no head. */
  readonly chain: readonly Wrapper[];
}

export interface LineUnwrapper {
  read(line: string): Unwrapped;
  /** So many lines passed by around which nothing stood. */
  passBare(count: number): void;
  /** Colour codes were taken off a line at which nobody would have looked for them. */
  foundColours(): boolean;
}

/** One per log: it remembers what stood around the line before. */
export function lineUnwrapper(readHeader: HeaderReader, marks: PageMarks): LineUnwrapper {
  return new Unwrapper(readHeader, marks);
}

interface Found {
  readonly peeled: Peeled;
  readonly own: OwnHeader | undefined;
}

const deepest = 4;
const openBrace = 123;
const signOfHead = /\d:\d\d:\d\d|\b[ACDEFITW][A-Z]{3,7}(?: |$)|^\[pod\//;
/** Behind these, what looks like a head with nothing but a time is no head. */
const mayHoldTime: ReadonlySet<string | undefined> = new Set(['kubectl-time', 'httpd-output', 'strange']);
/** All wrappers of a line together are shorter. */
const farthestHead = 1000;

class Unwrapper implements LineUnwrapper {
  readonly #readHeader: HeaderReader;
  readonly #marks: PageMarks;
  #last = nothingPeeled;
  /** What stood around the last line around which anything stood. */
  #usual = nothingPeeled;
  /** Heads since then around which nothing stood. */
  #bareLines = 0;
  #foundColours = false;
  /** A bare time is a head of its own only where the line before had no more either. */
  #bareTimes = false;
  readonly #strange: Wrapper | undefined;

  constructor(readHeader: HeaderReader, marks: PageMarks) {
    this.#readHeader = readHeader;
    this.#marks = marks;
    this.#strange = marks.strange && strangeWrapper(marks.strange);
  }

  /** The usual case: a head where the line before had one, behind the same wrappers. */
  read(line: string): Unwrapped {
    const document = line.charCodeAt(0) === openBrace ? parseDocument(line) : undefined;
    if (document) return unread(line, 0, document, document.findings);
    const text = cleanLine(line, this.#marks);
    const peeled = this.#last.chain.length > 0 ? peelAll(text, this.#last.chain) : nothingPeeled;
    const own = peeled && this.#readHeader(text, peeled.start, peeled.findings);
    const sure = own && (own.layout !== 'time-only' || this.#isBareTime(text, own.start));
    return peeled && sure ? this.#accept(text, peeled, own) : this.#search(this.#uncover(text));
  }

  /** One line with a bare time must not make one of all lines behind it: more may stand there. */
  #isBareTime(text: string, start: number): boolean {
    if (!this.#bareTimes || isDigitAt(text, start) || this.#usual.chain.length > 0) return false;
    return !mayHaveHead(text.slice(start, start + farthestHead));
  }

  passBare(count: number): void {
    if (count === 0) return;
    this.#last = nothingPeeled;
    this.#bareLines += count;
    if (this.#bareLines > 3) this.#usual = nothingPeeled;
  }

  foundColours(): boolean {
    return this.#foundColours;
  }

  /** What `clean` does not look for in each line, for the sake of speed. */
  #uncover(text: string): string {
    const visible = text.replace(/[\u200b\u2060\ufeff]/g, '');
    if (!visible.includes('[')) return visible;
    const plain = stripColours(visible);
    this.#foundColours ||= plain !== visible;
    return hasBracketTags(plain) ? stripBracketTags(plain) : plain;
  }

  #search(text: string): Unwrapped {
    const padded = peelPadding(text, this.#last);
    const found = padded ? this.#headAt(text, padded)
      : mayHaveHead(text) ? this.#descend(text, nothingPeeled, 0) : undefined;
    const isHead = found?.own !== undefined && found.own.layout !== 'time-only';
    const further = isHead ? undefined : this.#furtherLine(text);
    if (further) return further;
    if (found?.own) return this.#accept(text, found.peeled, found.own);
    if (found) return this.#acceptLone(text, found.peeled);
    return unread(text, padded?.start ?? startOfContinuation(text, this.#usual));
  }

  /** Where a time stands before every line, one with nothing else of a head goes on with the line above. */
  #furtherLine(text: string): Unwrapped | undefined {
    const { chain } = this.#usual;
    const peeled = mayHoldTime.has(chain.at(-1)?.spec.id) ? peelAll(text, chain) : undefined;
    if (!peeled) return undefined;
    if (carrierIn(peeled)) return this.#acceptLone(text, peeled);
    return unread(text, startOfContinuation(text, peeled));
  }

  #headAt(text: string, peeled: Peeled): Found | undefined {
    const own = this.#readHeader(text, peeled.start, peeled.findings);
    return own && { peeled, own };
  }

  /** A head here, or behind one more wrapper; else the innermost wrapper that carries any line. */
  #descend(text: string, peeled: Peeled, depth: number): Found | undefined {
    const here = this.#headAt(text, peeled);
    // A bare time within quotes or behind a number is no head.
    const isQuoted = here?.own?.layout === 'time-only' && peeled.chain.length > 0 && !carrierIn(peeled);
    if (here?.own && here.own.layout !== 'time-only') return here;
    let lone: Found | undefined;
    for (const wrapper of depth < deepest ? wrappersAt(text.charCodeAt(peeled.start)) : []) {
      const inner = peelMore(text, peeled, wrapper);
      const found = inner && this.#descend(text, inner, depth + 1);
      if (found?.own) return found;
      lone ??= found ?? (inner && wrapper.spec.carries === 'line' ? bare(inner) : undefined);
    }
    const strange = depth === 0 && !lone ? this.#behindStrange(text) : undefined;
    return strange ?? lone ?? (isQuoted ? undefined : here);
  }

  #behindStrange(text: string): Found | undefined {
    const peeled = this.#strange && peelMore(text, nothingPeeled, this.#strange);
    const found = peeled && this.#headAt(text, peeled);
    return found?.own && found.own.layout !== 'time-only' ? found : undefined;
  }

  #accept(text: string, peeled: Peeled, own: OwnHeader): Unwrapped {
    this.#remember(peeled);
    this.#bareTimes = own.layout === 'time-only';
    return {
      text, body: peeled.start, start: own.start, own, document: undefined,
      findings: carrierIn(peeled), wrapper: outermost(peeled), chain: peeled.chain,
    };
  }

  #remember(peeled: Peeled): void {
    this.#last = peeled;
    if (peeled.chain.length > 0) {
      this.#usual = peeled;
      this.#bareLines = 0;
    } else {
      this.#bareLines += 1;
      if (this.#bareLines > 3) this.#usual = nothingPeeled;
    }
  }

  #acceptLone(text: string, peeled: Peeled): Unwrapped {
    this.#remember(peeled);
    const { start } = peeled;
    const document = text.charCodeAt(start) === openBrace ? parseDocument(text.slice(start)) : undefined;
    return {
      text, body: start, start, own: undefined, document,
      findings: peeled.findings, wrapper: outermost(peeled), chain: [],
    };
  }
}

function bare(peeled: Peeled): Found {
  return { peeled, own: undefined };
}

/** Every head and every wrapper that carries any line has a clock, a level or a pod's name in it. */
function mayHaveHead(text: string): boolean {
  return signOfHead.test(text.length > farthestHead ? text.slice(0, farthestHead) : text);
}

/** Another time may stand behind a bare one. */
function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function unread(text: string, start: number, document?: LogDocument, findings?: Findings): Unwrapped {
  const wrapper = document?.wrapper ?? 'none';
  return { text, body: start, start, own: undefined, document, findings, wrapper, chain: [] };
}
