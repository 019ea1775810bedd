// Records → dumps of options: what oslo.config's log_opt_values writes when a service starts at DEBUG. Other
// records cost a look at their first letter. Dumps of several processes may be woven into each other.

import { withoutSuffix } from './debugSuffix';
import type { DumpedOption, Header, LogRecord, OptionDump } from '../model';
import { copyOf } from './names';
import { masked, maskValue } from '../conf/secrets';
import type { Sink } from '../sink';

export interface DumpReader extends Sink<LogRecord> {
  /** Dumps so far, those that are still being written among them, by their first lines. */
  dumps(): readonly OptionDump[];
  /** A dump is being written: the lines that follow may be of it. */
  isOpen(): boolean;
}

export const openingOfDump = 'Configuration options gathered from:';
/** Up to Folsom Nova wrote the list itself, `name : value`, without groups and without an end. */
const oldOpening = 'Full set of FLAGS:';
const hiddenFlag = 'FLAG SET';
const configFilesLine = 'config files: ';
export const ruleOfDump = '********';
export const dumpBeginnings: readonly string[] = [openingOfDump, oldOpening, ruleOfDump];
const asterisk = 42;
const letterC = 67;
const letterF = 70;
/** How oslo.log ends a DEBUG line: with the function that logged it. */
const suffixes = [' {{(pid=', ' from (pid=', ' log_opt_values /'];
const longestName = 200;
const longestValue = 4000;
/** So many records of the same process without an option, and the dump was cut off. */
const patience = 500;

export function readOptionDumps(source: string): DumpReader {
  const done: OptionDump[] = [];
  const open = new Map<string, DumpInMaking>();
  const shared = new SharedTexts();
  let ruleLine = -1;
  function begin(record: LogRecord): void {
    const key = keyOf(record.header);
    const cut = open.get(key);
    if (cut) close(key, cut);
    const line = ruleLine === record.line - 1 ? ruleLine : record.line;
    // the rule above, which looked like the end of a dump that was cut off, opens this one
    const last = done.at(-1);
    if (last?.lastLine === line && last.process === record.header?.process) {
      done[done.length - 1] = { ...last, lastLine: line - 1, complete: false };
    }
    open.set(key, new DumpInMaking(source, record, line, shared));
  }

  function close(key: string, dump: DumpInMaking): void {
    open.delete(key);
    if (dump.size > 0) done.push(dump.finish());
  }

  return {
    push(record) {
      const first = record.message.charCodeAt(0);
      if (first === letterC && record.message.startsWith(openingOfDump)) return begin(record);
      if (first === letterF && record.message.startsWith(oldOpening)) return begin(record);
      if (open.size > 0) {
        const key = keyOf(record.header);
        const dump = open.get(key);
        if (dump?.take(record) === 'ended') close(key, dump);
      }
      if (first === asterisk && record.message.startsWith(ruleOfDump)) ruleLine = record.lastLine;
    },
    end: () => undefined,
    isOpen: () => open.size > 0,
    dumps: () => [...done, ...[...open.values()].filter(({ size }) => size > 0).map((dump) => dump.finish())]
      .sort((a, b) => a.at.line - b.at.line),
  };
}

function keyOf(header: Header | undefined): string {
  return header ? `${header.host ?? ''} ${header.service ?? ''} ${header.process ?? ''}` : '';
}

class DumpInMaking {
  readonly #source: string;
  readonly #header: Header | undefined;
  readonly #line: number;
  readonly #shared: SharedTexts;
  readonly #hasSuffix: boolean;
  readonly #isOld: boolean;
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  readonly #lines: number[] = [];
  #configFiles: readonly string[] = [];
  #lastLine: number;
  #complete = false;
  #missed = 0;
  /** The last value may go on: no suffix has ended it yet. */
  #unfinished = false;

  constructor(source: string, record: LogRecord, line: number, shared: SharedTexts) {
    this.#source = source;
    this.#header = record.header;
    this.#line = line;
    this.#lastLine = record.lastLine;
    this.#shared = shared;
    this.#hasSuffix = endOfText(record.message) < record.message.length;
    this.#isOld = record.message.startsWith(oldOpening);
  }

  get size(): number {
    return this.#names.length;
  }

  take(record: LogRecord): 'open' | 'ended' {
    if (this.#isOld) return this.#takeFlag(record);
    const { header, inherited, message, line, lastLine } = record;
    if (header?.logger !== this.#header?.logger) return 'open';
    const end = endOfText(message);
    if (inherited && this.#unfinished) {
      this.#goOn(message.slice(0, end), end < message.length);
    } else if (message.startsWith(ruleOfDump)) {
      this.#complete = true;
      this.#lastLine = lastLine;
      return 'ended';
    } else if (message.startsWith(configFilesLine) && this.size === 0) {
      this.#configFiles = pythonTexts(message.slice(configFilesLine.length, end));
    } else if (!this.#option(message, end, line)) {
      this.#missed += 1;
      return this.#missed > patience ? 'ended' : 'open';
    }
    this.#missed = 0;
    this.#lastLine = lastLine;
    return 'open';
  }

  // The list ends with the first line of the service that is no flag.
  #takeFlag({ header, message, line, lastLine }: LogRecord): 'open' | 'ended' {
    const text = withoutSuffix(message);
    const flag = /^(\w{1,100}) : (.*)$/s.exec(text);
    if (header?.logger !== this.#header?.logger || !flag?.[1]) {
      this.#complete = this.size > 0;
      return this.#complete ? 'ended' : 'open';
    }
    const value = flag[2] ?? '';
    this.#add(flag[1], value.trimEnd() === hiddenFlag ? masked : value, line);
    this.#lastLine = lastLine;
    return 'open';
  }

  /** `name = value`; the name of an option in [DEFAULT] has no group. */
  #option(message: string, end: number, line: number): boolean {
    const equals = message.indexOf(' =');
    if (equals < 1 || equals > longestName || equals + 2 > end) return false;
    if (equals + 2 < end && message.charCodeAt(equals + 2) !== 32) return false;
    const name = message.slice(0, equals).trimEnd();
    if (name.includes(' ') || name.startsWith('command') || name === '') return false;
    this.#add(name, message.slice(equals + 3, end), line);
    this.#unfinished = this.#hasSuffix && end === message.length;
    return true;
  }

  #add(name: string, value: string, line: number): void {
    const fullName = this.#shared.text(name.includes('.') ? name : `DEFAULT.${name}`);
    this.#names.push(fullName);
    this.#lines.push(line);
    this.#values.push(this.#keepValue(fullName, value));
  }

  #goOn(text: string, last: boolean): void {
    const index = this.size - 1;
    const value = `${this.#values[index] ?? ''}\n${text}`;
    this.#values[index] = this.#keepValue(this.#names[index] ?? '', value);
    this.#unfinished = !last && value.length < longestValue;
  }

  #keepValue(name: string, value: string): string {
    return this.#shared.text(maskValue(name, value.slice(0, longestValue)));
  }

  finish(): OptionDump {
    const { names, places } = this.#shared.shape(this.#names);
    const values = this.#shared.list(this.#values);
    const lines = Int32Array.from(this.#lines);
    const get = (name: string): DumpedOption | undefined => {
      const index = places.get(name);
      const value = index === undefined ? undefined : values[index];
      return index === undefined || value === undefined ? undefined : { value, line: lines[index] ?? -1 };
    };
    const { host, service, process, time } = this.#header ?? {};
    return {
      at: { source: this.#source, line: this.#line, time },
      lastLine: this.#lastLine,
      process: process === undefined ? undefined : copyOf(process),
      host: host === undefined ? undefined : copyOf(host),
      service: service === undefined ? undefined : copyOf(service),
      complete: this.#complete,
      configFiles: this.#configFiles,
      names,
      get,
    };
  }
}

function endOfText(message: string): number {
  for (const suffix of suffixes) {
    const at = message.lastIndexOf(suffix);
    if (at >= 0) return at;
  }
  return message.length;
}

/** `['/etc/nova/nova.conf', '/etc/nova/nova-compute.conf']` → its texts. */
export function pythonTexts(list: string): string[] {
  return [...list.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => copyOf(single ?? double ?? ''));
}

interface Shape {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

/** A service that starts often logs the same names and nearly the same values: each is held once. */
class SharedTexts {
  readonly #texts = new Map<string, string>();
  readonly #shapes: Shape[] = [];
  #last: readonly string[] = [];

  text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = copyOf(text);
    this.#texts.set(own, own);
    return own;
  }

  shape(names: readonly string[]): Shape {
    const known = this.#shapes.find((shape) => equal(shape.names, names));
    if (known) return known;
    const made = { names: [...names], places: new Map(names.map((name, index) => [name, index])) };
    this.#shapes.unshift(made);
    if (this.#shapes.length > 8) this.#shapes.pop();
    return made;
  }

  list(values: readonly string[]): readonly string[] {
    if (!equal(this.#last, values)) this.#last = [...values];
    return this.#last;
  }
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
