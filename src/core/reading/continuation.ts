// Lines without a head → further lines of the record above, tracebacks that stand alone, or text that
// belongs to nothing and is counted.

import type { Header } from '../model';
import { isExceptionLine, kindOfText } from './prose';
import type { TextKind } from './prose';
import type { Span } from './rejoin';
import type { LogSample } from './sample';
import { serviceOfFile } from './serviceNames';

const frameStart = /^ {0,4}File "/;

type Emit = (span: Span, message: string, header: Header | undefined) => void;

export class Continuation {
  readonly #page: boolean;
  readonly #doubleSpaced: boolean;
  readonly #emit: Emit;
  readonly #addUnread: (lines: number, first: number) => void;
  #above: Header | undefined;
  #attached = false;
  /** What stands above is a traceback that no head introduced. */
  #bare = false;
  #inTraceback = false;
  /** The class of the traceback above has come: below a blank line somebody may have written. */
  #ended = false;
  /** Each line of the traceback above has a head of its own, as oslo.log writes it. */
  #headed = false;
  /** Blank lines belong to the record above only if more of it follows. */
  #blankCount = 0;
  #service: string | undefined;

  /** `emit` is told of each line that belongs to something, `addUnread` how many others there were. */
  constructor(
    { page, doubleSpaced }: LogSample, emit: Emit, addUnread: (lines: number, first: number) => void,
  ) {
    this.#page = page;
    this.#doubleSpaced = doubleSpaced;
    this.#emit = emit;
    this.#addUnread = addUnread;
  }

  /** There is something above that the next line may belong to. */
  get attached(): boolean {
    return this.#attached;
  }

  get above(): Header | undefined {
    return this.#above;
  }

  /** The service whose log the lines are from, as a heading between them says. */
  get service(): string | undefined {
    return this.#service;
  }

  /** A record with this head stands above now. */
  follow(header: Header, message: string): void {
    const goesOn = this.#headed && isAlike(header, this.#above);
    // the log may begin in the middle of it
    const begins = message.startsWith('Traceback (most recent call last)') || frameStart.test(message);
    this.#headed = header.logger !== '' && (goesOn || begins);
    this.#above = header;
    this.#attached = true;
    this.#bare = false;
    this.#ended = false;
    this.#inTraceback = header.logger === '' && kindOfText(message) === 'traceback';
    this.#blankCount = 0;
  }

  /** What stands above is whole: no line below goes on with it. */
  close(): void {
    this.#detach();
  }

  /** A line that has but a time goes on with the traceback above. */
  continuesTraceback(text: string): boolean {
    if (!this.#attached || this.#above?.level !== undefined) return false;
    const kind = kindOfText(text);
    if (kind === 'frame' || kind === 'indented') return true;
    return this.#inTraceback && (kind === 'blank' || kind === 'traceback' || isExceptionLine(text));
  }

  /** Blank lines, which belong to the record above if more of it follows. */
  skip(count = 1): void {
    this.#blankCount += count;
  }

  take(span: Span, text: string): void {
    const kind = kindOfText(text);
    if (kind === 'blank') {
      this.skip();
    } else if (kind === 'file') {
      this.#service = serviceOfFile(text.slice(4, -4)) || undefined;
      this.#detach();
    } else if (this.#belongs(kind, text)) {
      this.#attach(span, text, kind);
    } else {
      this.#detach();
      this.#addUnread(span.last - span.first + 1, span.first);
    }
  }

  /** Blank lines that somebody put in, not only between all lines. */
  get #blanks(): number {
    return this.#doubleSpaced ? Math.max(0, this.#blankCount - 1) >> 1 : this.#blankCount;
  }

  #belongs(kind: TextKind, text: string): boolean {
    if (kind === 'traceback' || kind === 'frame') return true;
    if (kind === 'prompt' || kind === 'elision' || (this.#headed && this.#blanks > 0)) return false;
    if (kind === 'fence' && this.#headed) return false;
    if (kind === 'fence' || kind === 'sentence') return this.#attached && this.#blanks === 0 && !this.#page;
    if (!this.#attached || this.#blanks === 0) return this.#attached;
    if (this.#ended) return kind === 'indented';
    if (!this.#page && !this.#bare) return true;
    return this.#inTraceback && (kind === 'indented' || isExceptionLine(text));
  }

  #attach(span: Span, text: string, kind: TextKind): void {
    if (!this.#attached) {
      this.#above = undefined;
      this.#attached = true;
      this.#bare = true;
    } else {
      for (let line = span.first - this.#blanks; line < span.first; line += 1) {
        this.#emit({ first: line, last: line, joints: [] }, '', this.#above);
      }
    }
    this.#blankCount = 0;
    this.#headed = false;
    const isPart = kind === 'traceback' || kind === 'frame';
    this.#inTraceback ||= isPart;
    this.#ended = this.#inTraceback && !isPart && (this.#ended || isExceptionLine(text));
    this.#emit(span, text, this.#above);
  }

  #detach(): void {
    this.#attached = false;
    this.#inTraceback = false;
    this.#ended = false;
    this.#blankCount = 0;
  }
}

function isAlike({ time, level, logger }: Header, above: Header | undefined): boolean {
  return above?.time === time && above?.level === level && above?.logger === logger;
}
