// The text of nova.conf → sections and settings with their places, by the rules of oslo.config's parser. What
// that parser refuses is a fault of the file, kept with its place; nothing is thrown. Lines and columns start
// at 0.

export interface ConfSpan {
  readonly line: number;
  readonly start: number;
  /** Column behind the last character. */
  readonly end: number;
}

/** `key = value` in a section. */
export interface ConfSetting {
  /** As the section spells it; undefined: no section has begun, which stops the service. */
  readonly group: string | undefined;
  readonly key: string;
  readonly keySpan: ConfSpan;
  /** As oslo.config hands it on: one pair of quotes taken off, continuation lines joined by line breaks. */
  readonly value: string;
  /** On the line of the key, quotes included; empty where the value is. */
  readonly valueSpan: ConfSpan;
  readonly lastLine: number;
}

export interface ConfSection {
  readonly name: string;
  /** The name between its brackets. */
  readonly span: ConfSpan;
  /** The last line before the next section or the end; blank lines count. */
  readonly lastLine: number;
}

/** A setting that is commented out, as sample files have one for each option: `#key = value`. */
export interface ConfComment {
  readonly group: string | undefined;
  readonly key: string;
  readonly line: number;
}

export type ConfFaultKind =
  | 'no-section'          // an assignment above the first section
  | 'open-section'        // `[name` without its bracket, or with something behind it
  | 'nameless-section'
  | 'no-assignment'       // neither `=` nor `:`
  | 'nameless-key'
  | 'stray-continuation'  // an indented line that continues nothing
  | 'byte-order-mark';    // oslo.config takes it for a part of the first line

export interface ConfFault {
  readonly kind: ConfFaultKind;
  readonly span: ConfSpan;
}

export interface ConfFile {
  /** The caller's name for the file. */
  readonly source: string;
  readonly lines: number;
  readonly lineEnd: '\n' | '\r\n';
  readonly endsWithLineEnd: boolean;
  readonly sections: readonly ConfSection[];
  readonly settings: readonly ConfSetting[];
  readonly comments: readonly ConfComment[];
  readonly faults: readonly ConfFault[];
}

/** @param source the caller's name for the file; it comes back in every place. */
export function parseConf(text: string, source: string): ConfFile {
  const hasMark = text.charCodeAt(0) === 0xfeff;
  const parser = new ConfParser(source);
  if (hasMark) parser.fault('byte-order-mark', { line: 0, start: 0, end: 1 });
  const lines = (hasMark ? text.slice(1) : text).split(/\r\n|\n|\r/);
  for (const line of lines) parser.take(line);
  return parser.finish(text);
}

interface OpenSetting {
  readonly setting: ConfSetting;
  readonly more: string[];
  lastLine: number;
}

class ConfParser {
  readonly #source: string;
  readonly #sections: { name: string; span: ConfSpan; lastLine: number }[] = [];
  readonly #settings: ConfSetting[] = [];
  readonly #comments: ConfComment[] = [];
  readonly #faults: ConfFault[] = [];
  #open: OpenSetting | undefined;
  #line = -1;

  constructor(source: string) {
    this.#source = source;
  }

  take(raw: string): void {
    this.#line += 1;
    const line = raw.trimEnd();
    const first = line.charAt(0);
    if (line === '') this.#flush();
    else if (first === ' ' || first === '\t') this.#goOn(line);
    else {
      this.#flush();
      if (first === '[') this.#section(line);
      else if (first === '#' || first === ';') this.#comment(line);
      else this.#assignment(line);
    }
  }

  finish(text: string): ConfFile {
    this.#flush();
    const last = this.#sections.at(-1);
    if (last) last.lastLine = this.#line;
    return {
      source: this.#source,
      lines: this.#line + 1,
      lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
      endsWithLineEnd: text === '' || /[\r\n]$/.test(text),
      sections: this.#sections,
      settings: this.#settings,
      comments: this.#comments,
      faults: this.#faults,
    };
  }

  fault(kind: ConfFaultKind, span: ConfSpan): void {
    this.#faults.push({ kind, span });
  }

  #goOn(line: string): void {
    const start = line.length - line.trimStart().length;
    if (!this.#open) return this.fault('stray-continuation', this.#span(start, line.length));
    this.#open.more.push(line.slice(start));
    this.#open.lastLine = this.#line;
  }

  #section(line: string): void {
    if (!line.endsWith(']')) return this.fault('open-section', this.#span(0, line.length));
    const name = line.slice(1, -1);
    if (name === '') return this.fault('nameless-section', this.#span(0, line.length));
    const above = this.#sections.at(-1);
    if (above) above.lastLine = this.#line - 1;
    this.#sections.push({ name, span: this.#span(1, line.length - 1), lastLine: this.#line });
  }

  #comment(line: string): void {
    const found = /^[#;] {0,4}([\w-]{1,100}) {0,40}=/.exec(line);
    if (found?.[1]) this.#comments.push({ group: this.#group(), key: found[1], line: this.#line });
  }

  #assignment(line: string): void {
    const at = assignmentAt(line);
    if (at < 0) return this.fault('no-assignment', this.#span(0, line.length));
    const key = line.slice(0, at).trimEnd();
    if (key === '') return this.fault('nameless-key', this.#span(0, at + 1));
    const keySpan = this.#span(0, key.length);
    const group = this.#group();
    if (group === undefined) this.fault('no-section', keySpan);
    const behind = line.slice(at + 1);
    const start = at + 1 + behind.length - behind.trimStart().length;
    const value = line.slice(start);
    const valueSpan = this.#span(start, line.length);
    const setting = { group, key, keySpan, value: withoutQuotes(value), valueSpan, lastLine: this.#line };
    this.#open = { setting, more: [], lastLine: this.#line };
  }

  #flush(): void {
    if (!this.#open) return;
    const { setting, more, lastLine } = this.#open;
    this.#open = undefined;
    this.#settings.push({ ...setting, value: [setting.value, ...more].join('\n'), lastLine });
  }

  #group(): string | undefined {
    return this.#sections.at(-1)?.name;
  }

  #span(start: number, end: number): ConfSpan {
    return { line: this.#line, start, end };
  }
}

// Whichever comes first; an address in a value has a colon too.
function assignmentAt(line: string): number {
  const colon = line.indexOf(':');
  const equals = line.indexOf('=');
  return colon < 0 || (equals >= 0 && equals < colon) ? equals : colon;
}

function withoutQuotes(value: string): string {
  const quote = value.charAt(0);
  return (quote === '"' || quote === "'") && value.endsWith(quote) ? value.slice(1, -1) : value;
}

/** Group names match in any case, but for DEFAULT, which is spelled so and not otherwise. */
export function groupKey(group: string): string {
  return group === 'DEFAULT' ? group : group.toLowerCase();
}
