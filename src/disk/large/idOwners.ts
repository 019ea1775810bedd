// A large log → which instance ports, volumes, guests and requests that others caused belong to, as far as
// only one claims them. In: the lines that may claim one, part by part. Kept: numbers, no text.

import { isOwn } from '../../core/joins/ties';
import type { IdClaim, LogEvent, LogJoins, RequestCall } from '../../core/model';
import type { Catalog } from './catalog';
import { Ids, scattered, wordsOf } from './ids';
import type { IdWords } from './ids';
import { Numbers } from './numbers';

/** Several instances claim it. */
export const disputed = -2;
const nobody = -1;
const requestBegin = 'req-';
/** Calls whose caller is not known yet, and how often it is sought. */
const mostOpen = 100_000;
const deepest = 8;

/** A line of the text of all that claims what another instance claimed before. */
export type TellDispute = (instance: number, line: number) => void;

export class IdOwners {
  readonly #catalog: Catalog;
  readonly #ids = new Ids();
  /** By id, plus one; and the line that claims it first. */
  readonly #owners = new Numbers();
  readonly #lines = new Numbers();
  readonly #tell: TellDispute;
  #open: RequestCall[] = [];

  constructor(catalog: Catalog, tell: TellDispute) {
    this.#catalog = catalog;
    this.#tell = tell;
  }

  /** What lines of a file say. @param first the number of its first line in the text of all */
  add(
    { claims, calls }: Pick<LogJoins, 'claims' | 'calls'>, events: readonly LogEvent[], first: number,
  ): void {
    for (const { kind, id, instance, request, at } of claims) {
      this.#claim(kind, id, this.#ownerIn(instance, request), first + at.line);
    }
    for (const { instance, request, captures, at } of events) {
      for (const kind of ['port', 'volume'] as const) {
        const id = captures[kind];
        if (id) this.#claim(kind, id, this.#ownerIn(instance, request), first + at.line);
      }
    }
    for (const call of calls) {
      if (!this.#tieCallee(call) && this.#open.length < mostOpen) this.#open.push(call);
    }
  }

  /** Requests that requests caused which were not known to be an instance's. */
  settle(): void {
    for (let round = 0; round < deepest && this.#open.length > 0; round++) {
      const before = this.#open.length;
      this.#open = this.#open.filter((call) => !this.#tieCallee(call));
      if (this.#open.length === before) return;
    }
  }

  /** The instance that an id belongs to, the instance itself or its request; -1: none, `disputed`. */
  ownerOf(id: string): number {
    const instance = this.#catalog.instances.find(id);
    if (instance >= 0) return instance;
    if (!id.startsWith(requestBegin)) return this.#known(id);
    const owner = this.#ownerOfRequest(id);
    return owner === undefined ? this.#known(id) : owner;
  }

  #known(id: string): number {
    const number = this.#ids.findWords(wordsOfId(id));
    return number < 0 ? nobody : this.#owners.at(number) - 1;
  }

  #ownerIn(instance: string | undefined, request: string | undefined): number {
    if (instance !== undefined) return this.#catalog.instances.find(instance);
    return request === undefined ? nobody : this.#ownerOfRequest(request) ?? nobody;
  }

  /** By its own lines; -1: several. */
  #ownerOfRequest(request: string): number | undefined {
    const words = wordsOf(request.slice(requestBegin.length));
    return words && this.#catalog.requestOf(words).owner;
  }

  #claim(kind: IdClaim['kind'], id: string, owner: number, line: number): void {
    if (owner < 0 || !isOwn({ kind })) return;
    const number = this.#ids.add(wordsOfId(id));
    const known = this.#owners.at(number) - 1;
    if (known === owner) return;
    if (known === nobody) {
      this.#owners.set(number, owner + 1);
      this.#lines.set(number, line);
      return;
    }
    // who reads one of them has to see that another one claims the same
    this.#tell(owner, this.#lines.at(number));
    if (known === disputed) return;
    this.#tell(known, line);
    this.#owners.set(number, disputed + 1);
  }

  /** @returns whether it is known who called. */
  #tieCallee({ caller, callee }: RequestCall): boolean {
    const owner = this.ownerOf(caller);
    if (owner === nobody) return false;
    if (owner < 0 || this.#ownerOfRequest(callee) !== undefined) return true;
    const number = this.#ids.add(wordsOfId(callee));
    const known = this.#owners.at(number) - 1;
    if (known === nobody) this.#owners.set(number, owner + 1);
    else if (known !== owner) this.#owners.set(number, disputed + 1);
    return true;
  }
}

/** Ids that are no UUIDs are few: what their text comes to tells them apart. */
function wordsOfId(id: string): IdWords {
  const uuid = wordsOf(id.startsWith(requestBegin) ? id.slice(requestBegin.length) : id);
  if (uuid) return uuid;
  const words = Uint32Array.of(id.length, 2, 3, 4);
  for (let i = 0; i < id.length; i++) {
    for (let word = 0; word < 4; word++) {
      words[word] = scattered((words[word] ?? 0) + Math.imul(id.charCodeAt(i) + word, 0x9e3779b1));
    }
  }
  return words;
}
