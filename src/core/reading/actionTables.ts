// Lists of instance actions, as clients and Horizon print them, and answers of the API → for each action
// one line of JSON for each thing that is told of it, at its row; all other lines as they are. An answer that
// does not name its server or its request has them from the command above it.

import { actionNamed, cellsOf, columnsIn, commandIn, shownRowIn, wholeRequest } from './actionRows';
import type { Asked } from './actionRows';
import { isWholeId } from './context';
import { asFields, parsedJson } from './fields';
import type { Fields } from './fields';
import { instanceActionIn, plainNames } from './instanceActions';
import { parsePythonLiteral } from './pythonLiteral';
import { recordedFaultIn } from './recordedFaults';
import type { ToldOfAction } from './recordedFaults';
import type { WholeLine } from './rejoin';

const holdsAction = /"(?:instanceActions?|events|action|Action)"\s?:/;
/** The value of a field alone. */
const eventsAlone = /^\[\{u?'(?:event|details|finish_time|start_time|host|result|traceback)'/;
const told: readonly ToldOfAction[] = ['beginning', 'exception', 'failure'];
const nothing: Asked = { server: undefined, request: undefined };

interface Row {
  readonly first: number;
  last: number;
  readonly cells: string[];
}

export class ActionTables {
  readonly #next: (line: WholeLine) => void;
  #asked = nothing;
  /** What was asked for has come. */
  #isAnswered = false;
  /** So many lists named no server. */
  #unnamed = 0;
  #columns: readonly string[] | undefined;
  #row: Row | undefined;
  #above = '';

  constructor(next: (line: WholeLine) => void) {
    this.#next = next;
  }

  readonly push = (line: WholeLine): void => {
    if (this.#columns && this.#inTable(this.#columns, line)) return;
    this.settle();
    const above = this.#above;
    this.#above = line.text.trim();
    const asked = commandIn(line.text);
    const columns = columnsIn(line.text);
    if (asked || columns) this.#begin(asked, columns);
    if (columns || (isRule(line.text) && line.text.trim().startsWith('+'))) return;
    const shown = shownRowIn(line.text);
    if (shown) return this.#tell(line, shown);
    if (this.#answer(line, above)) return;
    if (!asked && this.#isAnswered && !/^[\s\]},]*$/.test(line.text)) this.#begin(nothing, undefined);
    this.#next(line);
  };

  settle(): void {
    this.#endRow();
    this.#columns = undefined;
  }

  #begin(asked: Asked | undefined, columns: readonly string[] | undefined): void {
    if (asked ?? this.#isAnswered) this.#asked = asked ?? nothing;
    this.#isAnswered = false;
    this.#columns = columns;
  }

  /** Rules and rows; the rest of a row that was too wide stands below it. */
  #inTable(columns: readonly string[], line: WholeLine): boolean {
    if (isRule(line.text)) {
      this.#endRow();
      return true;
    }
    const cells = cellsOf(line.text);
    if (cells.length !== columns.length) return false;
    const request = cells[columns.indexOf('request_id')] ?? '';
    const row = this.#row;
    const above = row?.cells[columns.indexOf('request_id')] ?? '';
    if (row && !(request.startsWith('req-') && wholeRequest.test(above))) {
      cells.forEach((cell, at) => void (row.cells[at] = `${row.cells[at] ?? ''}${cell}`));
      row.last = line.last;
      return true;
    }
    if (!request.startsWith('req-')) return false;
    this.#endRow();
    this.#row = { first: line.first, last: line.last, cells: [...cells] };
    return true;
  }

  #endRow(): void {
    const row = this.#row;
    this.#row = undefined;
    if (!row || !this.#columns) return;
    const fields = Object.fromEntries(this.#columns.map((name, at) => [name, row.cells[at]] as const));
    this.#tell(row, { ...fields, action: actionNamed(fields['action'] ?? '') ?? fields['action'] });
  }

  /** An object of JSON, or a list of them. */
  #answer(line: WholeLine, above: string): boolean {
    const text = line.text.trim();
    if (eventsAlone.test(text)) return this.#events(line, text, above);
    if (!/^[{[]/.test(text) || !holdsAction.test(text)) return false;
    const answer = parsedJson(text);
    const list = Array.isArray(answer) ? answer : asFields(answer)?.['instanceActions'];
    const all = (Array.isArray(list) ? list : [answer]).map(asFields).filter((one) => one !== undefined);
    if (!all.some((fields) => instanceActionIn(fields))) return false;
    for (const fields of all) this.#tell(line, asFields(fields['instanceAction']) ?? fields);
    return true;
  }

  #events(line: WholeLine, text: string, above: string): boolean {
    const fields = { events: parsePythonLiteral(text), action: actionNamed(above) };
    if (!instanceActionIn(fields)) return false;
    this.#tell(line, fields);
    return true;
  }

  #tell({ first, last }: Pick<WholeLine, 'first' | 'last'>, fields: Fields): void {
    if (!this.#isAnswered && this.#asked.server === undefined) this.#unnamed += 1;
    this.#isAnswered = true;
    const named = this.#asked.server ?? `unnamed-${this.#unnamed}`;
    const isId = isWholeId(named.toLowerCase());
    const own = plainNames(fields);
    const whole: Fields = {
      ...own, request_id: own['request_id'] ?? this.#asked.request,
      server_id: own['server_id'] ?? own['instance_uuid'] ?? (isId ? named : undefined),
      server: isId ? undefined : named,
    };
    for (const one of told) {
      const text = JSON.stringify({ ...whole, told: one });
      if (recordedFaultIn({ ...whole, told: one })) this.#next({ first, last, text, joints: [] });
    }
  }
}

function isRule(text: string): boolean {
  return /^[-+=\s|>*#]+$/.test(text) && /[-=]{3}/.test(text);
}
