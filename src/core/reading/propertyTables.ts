// Tables of a name and a value in each row, as `openstack server show` prints them → of each that tells of an
// exception one line of JSON, at the row that does; all other lines, those of other tables too, as they are.

import type { WholeLine } from './rejoin';

/** Of a row that was copied alone the first bar is easily lost. */
const interesting = /^[\s>]{0,16}(?:\|\s{1,4}(?:fault|events|instance_uuid)\s{1,80}\||(?:fault|events)\s{1,80}\|\s{1,4}[{[])/;
const row = /^[\s>]{0,16}\|([^|]*)\|(.*)$/s;
const rule = /^[\s>]{0,16}\+[-+=\s]*$/;
const brokenRule = /^\s{0,80}[-+=][-+=\s]*$/;
/** A line of a log is no rest of a cell. */
const logged = /^[\s>]{0,16}\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3}/;
const names = /^(?:[A-Za-z_@.][\w:@. -]{0,79})?$/;
const heading = /^(?:field|property|key)$/i;
const kept = /^(?:fault|events|id|uuid|instance_uuid|server_id|request_id|action)$/;
/** The row that tells, the first that is there. */
const holding = [/^(?:fault|events)$/, /^action$/];
/** So many lines may one cell go on below its own where a terminal cut its rows. */
const mostTails = 400;
const mostCharacters = 1 << 20;

interface Cell {
  readonly name: string;
  readonly first: number;
  last: number;
  /** Columns between the bars. */
  readonly width: number;
  readonly pieces: string[];
  /** The bar that closes the last row has come. */
  isClosed: boolean;
}

/** A table tells of an exception. */
export function hasFaultTables(texts: readonly string[]): boolean {
  return texts.some((text) => interesting.test(text));
}

export class PropertyTables {
  readonly #next: (line: WholeLine) => void;
  #cells: Cell[] = [];
  /** Those of the cells. */
  #lines: WholeLine[] = [];
  #size = 0;

  constructor(next: (line: WholeLine) => void) {
    this.#next = next;
  }

  readonly push = (line: WholeLine): void => {
    const cell = this.#cells.at(-1);
    if (rule.test(line.text) || (cell && brokenRule.test(line.text))) return;
    const [, name, end] = row.exec(withFirstBar(line.text)) ?? [];
    if (name !== undefined && end !== undefined && names.test(name.trim())) {
      return this.#row(line, name.trim(), end);
    }
    const mayGoOn = line.text.trim() !== '' && !logged.test(line.text);
    if (cell && !cell.isClosed && cell.pieces.length < mostTails && mayGoOn) {
      return this.#tail(cell, line);
    }
    this.settle();
    this.#next(line);
  };

  settle(): void {
    const [cells, lines] = [this.#cells, this.#lines];
    this.#cells = [];
    this.#lines = [];
    this.#size = 0;
    const told = holding.map((one) => cells.find(({ name }) => one.test(name)))
      .find((cell) => cell !== undefined);
    const isTold = told?.name !== 'action' || cells.some(({ name }) => name === 'request_id');
    if (!told || !isTold) return lines.forEach((line) => this.#next(line));
    const fields = Object.fromEntries(cells.map((cell) => [cell.name, valueOf(cell)]));
    this.#next({ first: told.first, last: told.last, text: JSON.stringify(fields), joints: [] });
  }

  #row(line: WholeLine, name: string, end: string): void {
    const { first, last } = line;
    const isClosed = end.trimEnd().endsWith('|');
    const value = isClosed ? end.trimEnd().slice(0, -1) : end;
    if (heading.test(name)) return this.settle();
    if (kept.test(name) && this.#cells.some((cell) => cell.name === name)) this.settle();
    this.#count(line);
    const above = this.#cells.at(-1);
    if (name === '' && above) {
      above.pieces.push(value);
      above.last = last;
      above.isClosed = isClosed;
    } else {
      this.#cells.push({ name, first, last, width: value.length, pieces: [value], isClosed });
    }
  }

  #count(line: WholeLine): void {
    if (this.#size > mostCharacters) this.settle();
    this.#size += line.text.length;
    this.#lines.push(line);
  }

  /** The rest of a row that did not fit into a line. */
  #tail(cell: Cell, line: WholeLine): void {
    const { last, text } = line;
    this.#size += text.length;
    this.#lines.push(line);
    cell.isClosed = text.trimEnd().endsWith('|');
    const piece = cell.isClosed ? text.trimEnd().slice(0, -1) : text;
    cell.pieces.push(`${cell.pieces.pop() ?? ''}${piece}`);
    cell.last = last;
  }
}

function withFirstBar(text: string): string {
  return interesting.test(text) && !/^[\s>]{0,16}\|/.test(text) ? `| ${text.replace(/^[\s>]{1,16}/, '')}` : text;
}

/**
 * A cell of several rows: the client of Nova breaks what it prints as JSON, or as Python does, where the text
 * does; others break it between words, which then end before the bar, or where the column is full.
 */
function valueOf({ pieces, width }: Cell): string {
  const isJson = /^\s*\{"/.test(pieces[0] ?? '');
  const isShown = /^\s*(?:event|details)=/.test(pieces[0] ?? '');
  const inside = pieces.map((piece) => piece.replace(/^ /, '').trimEnd());
  if (isJson || isBrokenPython(inside)) return inside.join('\\n');
  if (isShown) {
    return inside.map((piece) => (piece.length === width - 2 ? piece : `${piece}\n`)).join('').trim();
  }
  return inside.map((piece, at) => {
    const isLast = at === inside.length - 1;
    return isLast || piece.length === width - 2 || piece.endsWith('-') ? piece : `${piece} `;
  }).join('').trim();
}

/** Frames begin their rows, and where the text broke it says so no more. */
function isBrokenPython(inside: readonly string[]): boolean {
  return /^\s*\{u?'/.test(inside[0] ?? '') && inside.some((piece) => piece.startsWith('  File "'))
    && !inside.some((piece) => piece.includes('\\n'));
}
