// Whole lines → records with their heads: their own, that of a wrapper, or that of the record above.

import { instanceReader } from './context';
import { Continuation } from './continuation';
import type { LogDocument } from './documents';
import { hasWrittenBreaks, withLetters, writtenBreak } from './escapes';
import { joinFindings, withFindings } from './findings';
import { carriedHeader, headerReader, tagOnly, type HeaderReader } from './header';
import { HeadlessLines } from './headlessLines';
import type { LayoutId } from '../../knowledge/formats';
import { longestLine } from './lines';
import type { Header, LogRecord } from '../model';
import { shift, withoutJoints, type Span, type WholeLine } from './rejoin';
import type { LogSample } from './sample';
import type { Findings } from './shape';
import { rememberStreams } from './streams';
import type { Dress, Tally } from './tally';
import { lineUnwrapper } from './unwrap';
import type { LineUnwrapper, Unwrapped } from './unwrap';

/** A line that a container runtime cut into pieces, as far as it has come. */
interface Held {
  readonly span: Span;
  readonly text: string;
  readonly findings: Findings;
  readonly wrapper: string;
}

const namesProgram = /^[\w.-]{1,80}\[\d{1,10}\]: /;

export class RecordMaker {
  readonly #sample: LogSample;
  readonly #tally: Tally;
  readonly #next: (record: LogRecord) => void;
  readonly #readHeader: HeaderReader;
  readonly #readInstance = instanceReader();
  readonly #unwrapper: LineUnwrapper;
  /** For lines within a line, which have nothing to do with what stands around the outer ones. */
  readonly #inner: LineUnwrapper;
  /** For lines that passed by. */
  readonly #recalled: LineUnwrapper;
  readonly #streams = rememberStreams();
  readonly #continuation: Continuation;
  readonly #headlessLines: HeadlessLines;
  #held: Held | undefined;

  constructor(sample: LogSample, tally: Tally, next: (record: LogRecord) => void) {
    this.#sample = sample;
    this.#tally = tally;
    this.#next = next;
    this.#readHeader = headerReader(sample.numbered);
    this.#unwrapper = lineUnwrapper(this.#readHeader, sample.marks);
    this.#inner = lineUnwrapper(this.#readHeader, sample.marks);
    this.#recalled = lineUnwrapper(this.#readHeader, sample.marks);
    this.#headlessLines = new HeadlessLines(sample, this.#readHeader);
    this.#continuation = new Continuation(
      sample,
      (span, message, header) => this.#inherit(span, message, header),
      (lines, first) => tally.addUnread(lines, first),
    );
  }

  take(whole: WholeLine): void {
    if (whole.text === '') return this.skip(1);
    const line = this.#unwrapper.read(whole.text);
    if (this.#held && this.#grow(this.#held, whole, line)) return;
    if (this.#held) this.settle();
    const { text, body, own, document, findings, wrapper } = line;
    if (document) return this.#document(whole, document, findings);
    if (findings?.partial) return this.#hold(whole, text.slice(body), findings, wrapper);
    if (own && this.#isQuotedTime(line)) return this.#headless(shift(whole, body), text.slice(body));

    const span = shift(whole, line.start);
    const message = text.slice(line.start);
    if (own?.layout === 'time-only' && this.#continuation.continuesTraceback(message)) {
      this.#continuation.take(span, message);
    } else if (own) {
      this.#own(span, own.header, message, own.layout, wrapper);
      if (findings) this.#remember(findings, own.header, own.header.time, span);
    } else if (findings) {
      this.#carried(span, message, findings, wrapper);
    } else {
      this.#headless(span, message);
    }
  }

  /** So many empty lines. */
  readonly skip = (count: number): void => this.#continuation.skip(count);

  /** A bare time below a record is part of its message, unless the log is full of such lines. */
  #isQuotedTime({ own, wrapper, text, body }: Unwrapped): boolean {
    if (own?.layout !== 'time-only' && own?.layout !== 'libvirt') return false;
    if (own.header.instance !== undefined) return false;
    if (wrapper !== 'none' || !this.#continuation.attached) return false;
    // QEMU's own errors, which come to Nova with their times.
    const isQemus = text.charAt(body + 10) === 'T';
    return this.#continuation.above?.level !== undefined && (isQemus || !this.#sample.bareTimes);
  }

  /** So many lines of the usual layout passed by. */
  pass(count: number, dress: Dress): void {
    this.#tally.pass(count, dress);
    if (dress.wrapper === 'none') this.#unwrapper.passBare(count);
    else if (dress.wrapper === 'docker-json') this.#inner.passBare(count);
  }

  /** A line that passed by: further lines of its program go on with its head. */
  recall(text: string): void {
    const { own, findings } = this.#recalled.read(text);
    if (own && findings) this.#streams.remember(findings, own.header);
  }

  /** Emits a line of which a piece is still missing. */
  settle(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#inside(held.span, held.text, held.findings, held.wrapper);
  }

  #own(span: Span, header: Header, message: string, layout: LayoutId, wrapper: string): void {
    const { service } = this.#continuation;
    const full = service !== undefined && header.service === undefined ? { ...header, service } : header;
    const cut = wrapper === 'none' && !hasWrittenBreaks(message) ? -1 : message.indexOf(writtenBreak);
    this.#tally.addRecord(full, message, layout, wrapper);
    this.#headlessLines.follow();
    this.#continuation.follow(full, message);
    this.#emit(span, full, false, cut < 0 ? message : message.slice(0, cut));
    if (cut >= 0) this.#furtherAll(span, message.slice(cut + writtenBreak.length));
  }

  #inherit(span: Span, message: string, header: Header | undefined): void {
    this.#emit(span, header, true, message);
  }

  #emit(span: Span, header: Header | undefined, inherited: boolean, message: string): void {
    // joints are offsets in the text as it is written
    const text = span.joints.length === 0 ? withLetters(message) : message;
    const { first, last, joints } = span;
    this.#next({ line: first, lastLine: last, header, inherited, message: text, joints });
  }

  #furtherAll(span: Span, text: string): void {
    for (const line of text.split(writtenBreak)) this.#further(span, line);
  }

  /** A further line of text that one physical line held. */
  #further(span: Span, text: string): void {
    const own = this.#readHeader(text, 0);
    const { above } = this.#continuation;
    if (!own || own.layout === 'time-only') return this.#inherit(withoutJoints(span), text, above);
    const message = text.slice(own.start);
    // behind a line that could not be read the first that can be is the head of the log
    if (!above) this.#tally.addRecord(own.header, message, own.layout, 'none');
    const header = above ? { ...own.header, host: above.host, service: above.service } : own.header;
    this.#emit(withoutJoints(span), header, false, message);
  }

  /** Nothing but a wrapper: a further line of its program's last message, or another program's line. */
  #carried(span: Span, message: string, findings: Findings, wrapper: string): void {
    const tagged = tagOnly(message, 0, findings, this.#readInstance);
    if (tagged) {
      const { header, start, layout } = tagged;
      this.#own(shift(span, start), header, message.slice(start), layout, wrapper);
      return;
    }
    const above = namesProgram.test(message) ? undefined : this.#streams.headerOf(findings);
    if (above) {
      this.#continuation.follow(above, '');
      return this.#inherit(span, message, above);
    }
    const header = carriedHeader(findings);
    this.#tally.addCarried(wrapper);
    this.#continuation.follow(header, message);
    this.#emit(span, header, false, message);
  }

  #headless(span: Span, text: string): void {
    const { first, last } = span;
    if (this.#headlessLines.isNone(text)) return this.#tally.addUnread(last - first + 1, first);
    if (hasWrittenBreaks(text)) {
      const end = text.indexOf(writtenBreak);
      this.#headless(span, text.slice(0, end));
      return this.#furtherAll(span, text.slice(end + writtenBreak.length));
    }
    const { attached, above } = this.#continuation;
    const { start, cut, isApart } = this.#headlessLines.read(text, attached, above);
    if (isApart) this.#continuation.close();
    if (!cut) return this.#continuation.take(shift(span, start), text.slice(start));
    this.#own(shift(span, start), cut.header, text.slice(start), cut.layout, 'none');
    this.#headlessLines.follow(text);
  }

  #document(span: Span, document: LogDocument, outer: Findings | undefined): void {
    const findings = outer ? joinFindings(document.findings, outer) : document.findings;
    const [first = '', ...others] = document.lines;
    if (findings.partial) return this.#hold(span, first, findings, document.wrapper);
    if (document.header) {
      const header = withFindings(document.header, findings);
      this.#own(withoutJoints(span), header, first, document.layout ?? 'document', document.wrapper);
    } else {
      this.#inside(withoutJoints(span), first, findings, document.wrapper);
    }
    for (const text of others) this.#further(span, text);
    if (document.layout === 'answer') this.#continuation.close();
  }

  /** The line that a document or the pieces of a container's line held. */
  #inside(span: Span, text: string, findings: Findings, wrapper: string): void {
    const line = this.#inner.read(text);
    const told = line.findings ? joinFindings(line.findings, findings) : findings;
    if (line.document) return this.#document(span, line.document, { ...told, partial: false });
    const message = line.text.slice(line.start);
    if (!line.own) return this.#carried(shift(span, line.start), message, told, wrapper);
    const header = withFindings(line.own.header, told);
    this.#own(shift(span, line.start), header, message, line.own.layout, wrapper);
    this.#remember(told, header, line.own.header.time, span);
  }

  /** A head that something carried: both have a time. */
  #remember(findings: Findings, header: Header, own: number | undefined, { first }: Span): void {
    this.#streams.remember(findings, header);
    this.#tally.times.see(own, findings.time, first);
  }

  #hold(span: Span, text: string, findings: Findings, wrapper: string): void {
    this.#held = { span, text, findings: { ...findings, partial: false }, wrapper };
  }

  /** The next piece of the line that is held; false: this line is something else. */
  #grow(held: Held, { first, last }: Span, line: Unwrapped): boolean {
    const document = line.document?.header ? undefined : line.document;
    const findings = document?.findings ?? line.findings;
    if (line.own || !findings || (document?.wrapper ?? line.wrapper) !== held.wrapper) return false;
    const piece = document ? document.lines.join('\n') : line.text.slice(line.body);
    const joints = [...held.span.joints, held.text.length];
    const text = held.text.length < longestLine ? held.text + piece : held.text;
    this.#held = { ...held, span: { first: Math.min(held.span.first, first), last, joints }, text };
    if (!findings.partial) this.settle();
    return true;
  }
}
