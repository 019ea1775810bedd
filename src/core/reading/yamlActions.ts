// YAML that `openstack server event list` and `show` print (`-f yaml`) → one line of JSON for each action, at
// the line that names it; all other lines as they are.

import { plainName } from './instanceActions';
import type { WholeLine } from './rejoin';
import { joined, scalarOf } from './yamlFaults';

const item = /^(- |  )?([A-Za-z][A-Za-z_ ]{0,40}): ?(.*)$/;
const begin = /^(?:- )?[Aa]ction: ?[a-zA-Z_-]{1,40}\s*$/;
const known = /^(?:action|events|id|instance_uuid|message|project_id|request_id|server_id|start_time|updated_at|user_id)$/;
const member = /^(?:- | {2}- | {2}| {4})([a-zA-Z_]{1,20}): ?(.*)$/;
const mostCharacters = 1 << 20;

interface Open {
  readonly first: number;
  readonly lines: WholeLine[];
  readonly fields: Record<string, string>;
  readonly events: Record<string, string>[];
  /** What a further line goes on with. */
  last: { readonly owner: Record<string, string>; readonly name: string } | undefined;
  isInEvents: boolean;
  size: number;
}

export class YamlActions {
  readonly #next: (line: WholeLine) => void;
  #open: Open | undefined;

  constructor(next: (line: WholeLine) => void) {
    this.#next = next;
  }

  readonly push = (line: WholeLine): void => {
    const open = this.#open;
    if (open && open.size < mostCharacters && this.#take(open, line)) {
      open.lines.push(line);
      open.size += line.text.length;
      return;
    }
    this.settle();
    if (!begin.test(line.text)) return this.#next(line);
    const begun: Open = {
      first: line.first, lines: [line], fields: {}, events: [], last: undefined, isInEvents: false, size: 0,
    };
    this.#open = begun;
    this.#take(begun, line);
  };

  settle(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    const { first, lines, fields, events } = open;
    const isAnswer = fields['request_id'] !== undefined || events.length > 0;
    if (!isAnswer) return lines.forEach((line) => this.#next(line));
    const scalars = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, scalarOf(text)]));
    const told = events.map((event) =>
      Object.fromEntries(Object.entries(event).map(([name, text]) => [name, scalarOf(text)])));
    const text = JSON.stringify({ ...scalars, events: told.length > 0 ? told : undefined });
    this.#next({ first, last: first, text, joints: [] });
  }

  /** False: the line is none of the answer that is open. */
  #take(open: Open, { text }: WholeLine): boolean {
    const [, margin, shown = '', value = ''] = item.exec(text) ?? [];
    const name = plainName(shown);
    const isFirst = text === open.lines[0]?.text;
    const isInside = open.isInEvents && margin !== undefined;
    const isOwn = known.test(name) && (margin !== '- ' || isFirst) && !isInside;
    if (isOwn && !(name in open.fields)) {
      open.fields[name] = value;
      open.isInEvents = name === 'events';
      open.last = { owner: open.fields, name };
      return true;
    }
    return open.isInEvents ? this.#event(open, text) : goOn(open, text);
  }

  #event(open: Open, text: string): boolean {
    const [, name, value = ''] = member.exec(text) ?? [];
    if (name === undefined) return goOn(open, text);
    if (/^ {0,2}- /.test(text)) open.events.push({});
    const owner = open.events.at(-1);
    if (!owner) return false;
    owner[name] = value;
    open.last = { owner, name };
    return true;
  }
}

/** Long scalars go on below, further in. */
function goOn({ last }: Open, text: string): boolean {
  if (!last || !/^\s{2,}\S/.test(text)) return false;
  const above = last.owner[last.name] ?? '';
  last.owner[last.name] = joined(above, text.trim());
  return true;
}
