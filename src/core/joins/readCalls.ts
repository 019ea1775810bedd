// Records → which request caused which: a line of the callee names its caller as global id, or the caller's
// clients log the id with which another service answered.

import type { LogRecord, Place, RequestCall } from '../model';
import { copyOf } from '../reading/names';

const mostCalls = 100_000;
const mostAsked = 64;
const used = ' used request id req-';
const inError = '(Request-ID: req-';
const inAnswer = 'Nova event matching [';
const requestLength = 40;
const request = /^req-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const asked = /^REQ: curl .{0,200}?-X ([A-Z]{3,7}) ["']?(https?:\/\/[^\s"']{1,1000})/;
const answered = /^([A-Z]{3,7}) call to (?:\S{1,60} for )?(https?:\/\/\S{1,1000}) used request id /;

const verbs = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];
/** Beginnings of the messages that it looks at, beside warnings and lines with two requests. */
export const callBeginnings: readonly string[] = [
  'REQ: curl ', inAnswer, ...verbs.map((verb) => `${verb} call to `),
];

export class CallReader {
  readonly found: RequestCall[] = [];
  readonly #source: string;
  readonly #known = new Set<string>();
  /** Calls that were announced and not yet answered. */
  readonly #open = new Map<string, Place>();
  #whole = true;
  #lastCallee = '';
  #lastGlobal = '';

  constructor(source: string) {
    this.#source = source;
  }

  /** False: there was more than is kept. */
  get whole(): boolean {
    return this.#whole;
  }

  push(record: LogRecord): void {
    const { header, message } = record;
    if (record.inherited || !header?.request) return;
    const { request: own, globalRequest, level } = header;
    // the callee says it on each of its lines
    if (globalRequest !== undefined && (globalRequest !== this.#lastGlobal || own !== this.#lastCallee)) {
      this.#add(globalRequest, own, 'global-id', record);
      this.#lastGlobal = globalRequest;
      this.#lastCallee = own;
    }
    const letter = message.charCodeAt(0);
    if (level === 'DEBUG') {
      if (letter === 82 && message.startsWith('REQ: curl ')) this.#ask(own, record);
      else if (isCapital(letter) && isCapital(message.charCodeAt(1))) this.#answer(own, record);
    } else if (level === 'WARNING' || level === 'ERROR') {
      const callee = requestAfter(message, inError);
      if (callee) this.#add(own, callee, 'error', record);
    } else if (letter === 78 && message.startsWith(inAnswer)) {
      const callee = requestAt(message, message.indexOf('req-', inAnswer.length));
      if (callee) this.#add(own, callee, 'answer', record);
    }
  }

  #ask(caller: string, { message, line, header }: LogRecord): void {
    const parts = asked.exec(message.slice(0, 1500));
    if (!parts) return;
    const key = copyOf(`${caller} ${parts[1]} ${parts[2]}`);
    this.#open.delete(key);
    this.#open.set(key, { source: this.#source, line, time: header?.time });
    if (this.#open.size <= mostAsked) return;
    for (const oldest of this.#open.keys()) return void this.#open.delete(oldest);
  }

  #answer(caller: string, record: LogRecord): void {
    const parts = answered.exec(record.message.slice(0, 1200));
    const callee = parts && requestAfter(record.message, used);
    if (!callee) return;
    const key = `${caller} ${parts[1]} ${parts[2]}`;
    this.#add(caller, callee, 'answer', record, this.#open.get(key));
    this.#open.delete(key);
  }

  #add(caller: string, callee: string, via: RequestCall['via'], record: LogRecord, before?: Place): void {
    if (caller === callee) return;
    const key = copyOf(`${caller} ${callee} ${via}`);
    if (this.#known.has(key)) return;
    if (this.found.length >= mostCalls) return void (this.#whole = false);
    this.#known.add(key);
    const { header, line } = record;
    this.found.push({
      caller: copyOf(caller), callee: copyOf(callee), via, asked: before, host: header?.host,
      at: { source: this.#source, line, time: header?.time },
    });
  }
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** The request id of which `words` ends with the first four letters. */
function requestAfter(message: string, words: string): string | undefined {
  const at = message.indexOf(words);
  return at < 0 ? undefined : requestAt(message, at + words.length - 4);
}

function requestAt(message: string, at: number): string | undefined {
  return at < 0 ? undefined : request.exec(message.slice(at, at + requestLength))?.[0];
}
