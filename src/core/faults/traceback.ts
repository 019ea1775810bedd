// Lines of a Python traceback → raised exceptions with frames and what each came from. Knows the grammar of
// tracebacks (Python 2 and 3, chained, remote, indentation kept or lost) and nothing of records.

import { isClass, looksLikeClass, withoutRemote } from './className';
import { cameByRpc } from './remote';
import { begin, directCause, frameIn, handling, type RaisedFrame } from './tracebackLines';

/** One exception as a traceback prints it. `at` is the physical line of its class, undefined when it never
 *  came. */
export interface Raised {
  type: string | undefined;
  message: string;
  at: number | undefined;
  readonly frames: RaisedFrame[];
  /** Calls named by `raise X('call() failed')` in the code shown: libvirt's only trace of which call
   *  failed. */
  readonly calls: string[];
  remote: boolean;
}

/** What ran in the process that wrote a traceback: nothing of what its message quotes. */
export interface Stack {
  /** Innermost last; the frames of exceptions that it came from before them. */
  readonly frames: readonly RaisedFrame[];
  /** Its first line is there. */
  readonly begins: boolean;
  /** It begins, and no frame of it was left out. */
  readonly isWhole: boolean;
  /** Blank lines stand between frames. */
  readonly isSpaced: boolean;
}

const exceptionPattern = /^((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?::(?: (.*)|)|)$/;
/** QEMU's own words, as libvirt quotes them behind its own below one another. */
const quotedGuest = /^\d{4}-\d\d-\d\dT[\d:.]{8,18}Z qemu(?:-kvm|-system-\w{1,20})?: /;
const failedCall = /'(\w+)\(\) failed'/;
const keptFrames = 24;
const keptMessage = 2000;
/** Of a longer chain those in the middle are left out. */
const keptRaised = 64;

/**
 * Reads the lines of one traceback in order.
 * `chain()` is what was raised: the exception that reached the log first, then what it came from, innermost
 * last.
 */
export class TracebackReader {
  // Groups nest: each `Traceback` inside a message is what the exception above it looked like in another
  // service.
  readonly #groups: Raised[][] = [];
  #current: Raised | undefined;
  #state: 'outside' | 'frames' | 'message' = 'outside';
  #codeNext = false;
  #flat = false;
  #indent = 0;
  #begins = false;
  #blank = false;
  #isSpaced = false;
  #prefixed = false;

  /** @param certain the line is known to be of a traceback (its prefix says so), so it may also be an
   *  exception. */
  push(text: string, at: number, certain: boolean): void {
    const line = text.trim();
    this.#blank ||= line === '';
    if (line === '' || isMarks(line)) return;
    if (line.startsWith(begin)) return this.#begin();
    if (line.startsWith(handling) || line.startsWith(directCause)) return this.#next();
    const indent = text.length - text.trimStart().length;
    const frame = frameIn(line);
    if (frame) return this.#frame(frame, at, indent);
    if (this.#state === 'message') return this.#more(line, certain);
    if (this.#state === 'outside' && !certain) return;
    // what is above it was cut off: no other exceptions have such a text
    if (this.#state === 'outside' && quotedGuest.test(line)) return this.#raised('libvirtError', line, at);
    if (this.#isCode(indent, line)) return this.#code(line);
    this.#exception(line, at, certain);
  }

  get empty(): boolean {
    return this.#groups.length === 0;
  }

  /** The class has come: only its message may go on, or what it came from or was raised by. */
  get isOver(): boolean {
    return this.#state === 'message';
  }

  /** The exception in the log, then its causes; a class that appears again through RPC is one exception. */
  chain(): readonly Raised[] {
    const all: Raised[] = [];
    for (const group of this.#groups) {
      for (const raised of [...group].reverse()) {
        const above = all.at(-1);
        if (above && sameClass(above, raised)) all[all.length - 1] = onceMore(above, raised);
        else all.push(raised);
      }
    }
    return all;
  }

  own(): Stack {
    const raised = this.#groups[0] ?? [];
    const isWhole = this.#begins && raised.every(({ frames }) => frames.length < keptFrames);
    return {
      frames: raised.flatMap(({ frames }) => frames), begins: this.#begins, isWhole, isSpaced: this.#isSpaced,
    };
  }

  #begin(): void {
    this.#begins ||= this.#groups.length === 0;
    if (this.#state === 'frames' && this.#current?.frames.length === 0) return;
    if (this.#state === 'message' && this.#current) this.#current.remote = cameByRpc(this.#current);
    if (this.#state !== 'frames' || this.#groups.length === 0) addBounded(this.#groups, [], keptRaised);
    this.#open();
  }

  #next(): void {
    if (this.#groups.length === 0) this.#groups.push([]);
    this.#open();
  }

  #open(): void {
    this.#current = { type: undefined, message: '', at: undefined, frames: [], calls: [], remote: false };
    addBounded(this.#groups.at(-1) ?? [], this.#current, keptRaised);
    this.#state = 'frames';
    this.#codeNext = false;
  }

  #frame(found: Omit<RaisedFrame, 'at'>, at: number, indent: number): void {
    if (this.#state !== 'frames') this.#next();
    this.#flat = indent === 0;
    this.#indent = indent;
    // of what was never in a file Python shows no code
    this.#codeNext = !found.file.startsWith('<');
    this.#isSpaced ||= this.#blank && this.#groups.length === 1 && (this.#current?.frames.length ?? 0) > 0;
    this.#blank = false;
    if (this.#current) addBounded(this.#current.frames, { ...found, at }, keptFrames);
  }

  // With the indentation kept, code is what is indented, and no less than the frames are, for a page may have
  // moved a line; where a paste lost it, code is the line below a frame.
  #isCode(indent: number, line: string): boolean {
    if (!this.#flat && indent > 0 && indent >= this.#indent) return true;
    const below = this.#codeNext && this.#flat;
    this.#codeNext = false;
    const found = exceptionPattern.exec(line);
    if (!found) return true;
    // somebody may have left the code out: no line of it is a class, a colon and a text
    return below && !(found[2] && looksLikeClass(found[1] ?? ''));
  }

  #code(line: string): void {
    this.#codeNext = false;
    const call = line.includes('() failed') ? failedCall.exec(line)?.[1] : undefined;
    if (!call) return;
    if (this.#groups.length === 0) this.#next();
    if (this.#current) addBounded(this.#current.calls, call, keptFrames);
  }

  #exception(line: string, at: number, certain: boolean): void {
    const found = exceptionPattern.exec(line);
    const type = found?.[1];
    if (!found || !type) return;
    const message = found[2];
    // behind a prefix only code stands between the frames, and that has been passed
    const alone = certain ? this.#current === undefined : this.#flat || this.#current?.frames.length === 0;
    if (isClass(type, message !== undefined, alone)) this.#raised(type, message ?? '', at, certain);
  }

  #raised(type: string, message: string, at: number, prefixed = false): void {
    if (!this.#current) this.#next();
    if (!this.#current) return;
    this.#current.type = type;
    this.#current.message = message.slice(0, keptMessage);
    this.#current.at = at;
    this.#state = 'message';
    this.#prefixed = prefixed;
    this.#blank = false;
  }

  #more(line: string, prefixed: boolean): void {
    // oslo.log puts its prefix before every line: what stands below a blank one without it is somebody's own
    if (this.#prefixed && !prefixed && this.#blank) return;
    if (!this.#current || this.#current.message.length >= keptMessage || isSummary(line)) return;
    const { message, type = '' } = this.#current;
    // two handlers wrote the same file
    if (line === `${type}: ${message}`) return;
    this.#current.message = (message ? `${message}\n${line}` : line).slice(0, keptMessage);
  }
}

/** Both ends are what matters: those in the middle go. */
function addBounded<T>(list: T[], value: T, most: number): void {
  list.push(value);
  if (list.length > most) list.splice(most / 2, 1);
}

// What oslo.log puts behind the last line of a message that ran over several: `: Class: text`.
function isSummary(line: string): boolean {
  return line.startsWith(': ') && looksLikeClass(line.slice(2).split(': ', 1)[0] ?? '');
}

// Below its own message: what was called here, and what ran there.
function onceMore(above: Raised, raised: Raised): Raised {
  if (!cameByRpc(above)) return { ...raised, remote: false };
  return { ...raised, frames: [...above.frames, ...raised.frames], remote: true };
}

function sameClass(a: Raised, b: Raised): boolean {
  return a.type !== undefined && b.type !== undefined && tail(a.type) === tail(b.type);
}

function tail(type: string): string {
  const name = withoutRemote(type);
  return name.slice(name.lastIndexOf('.') + 1);
}

function isMarks(line: string): boolean {
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code !== 94 && code !== 126 && code !== 32) return false;
  }
  return true;
}
