// Inputs → the files that are read as one large log, in the order of their streams; the few that the scanner
// may not read are read in full. In: what was listed. Out: a plan; nothing where the set has to be read in
// full.

import { openDigest } from '../../core/digest';
import type { Digest } from '../../core/model';
import { examineHead } from '../../core/sets/head';
import { joinOrigin } from '../../core/sets/origins';
import { mayMatter } from '../../core/sets/place';
import { originOfName, planSet } from '../../core/sets/plan';
import type { HostFile, PlannedLog } from '../../core/sets/plan';
import type { Problem } from '../../core/sets/problem';
import { bytesToLookAt, scannableAs, layoutOf } from '../../core/scan/scannable';
import { pieceSize } from '../bytes';
import type { Input } from '../files';
import type { LogSink } from '../log';
import { isHostFile, longestHostFile } from '../names';
import { isBinary, packingHead, packingOf } from '../packing';
import { readInput } from '../read';
import { isStreamPacking } from '../unpack';
import { openCopy, roomForCopies } from './copies';
import type { Copy } from './copies';
import { bytesAt } from './fileBytes';
import { headOf } from './heads';
import type { FilePart, FileToRead } from './readFiles';
import { unpackArchive } from './unpackArchive';

export interface FilePlan {
  readonly files: readonly FileToRead[];
  /** Logs that were read in full: they tell of no instance. */
  readonly beside: readonly Digest[];
  readonly problems: readonly Problem[];
  /** The names of all, in the order in which they were listed. */
  readonly order: readonly string[];
  /** And in that of their streams. */
  readonly planned: readonly string[];
  /** What archives were unpacked to; to be removed when nobody reads any more. */
  readonly copies: readonly Copy[];
}

/** A log; its prefix is undefined where the scanner may not read it. */
type Seen = Omit<FileToRead, 'prefix' | 'isApart' | 'origin'> & Partial<Pick<FileToRead, 'prefix'>> & {
  readonly firstTime: number | undefined;
};

/** More is not read in full beside a large log. */
const mostBeside = 4 << 20;
const fewBytes = 8192;

/** @returns undefined: one of them is a pipe, there is no room for what is in an archive, or one tells of
 *  instances and is for the tolerant reader. Rejects on errors of the file system. */
export async function planFiles(inputs: readonly Input[]): Promise<FilePlan | undefined> {
  const planner = new Planner();
  let plan: FilePlan | undefined;
  try {
    plan = await planner.look(inputs) ? await planner.plan() : undefined;
  } finally {
    if (!plan) planner.drop();
  }
  return plan;
}

class Planner {
  readonly #seen = new Map<string, Seen>();
  readonly #hosts: HostFile[] = [];
  readonly #problems: Problem[] = [];
  readonly #copies: Copy[] = [];
  #room = roomForCopies();

  /** @returns whether all can be read so. */
  async look(inputs: readonly Input[]): Promise<boolean> {
    for (const input of inputs) {
      if (input.path === undefined || input.pipe) return false;
      if (!await this.#lookAt(input, input.path)) return false;
    }
    return true;
  }

  async #lookAt(input: Input, path: string): Promise<boolean> {
    const { source, found } = input;
    const start = bytesAt(path, 0, packingHead);
    const packing = packingOf(start);
    const isStream = isStreamPacking(packing);
    if (packing !== 'none' && !isStream) return this.#unpack(input);
    if (found && isHostFile(source)) {
      const text = new TextDecoder().decode(start);
      if (start.length < longestHostFile) this.#hosts.push({ source, text });
      return true;
    }
    if (found && !mayMatter(source)) return true;
    const head = await headOf(path, isStream ? packing : undefined, 2 * bytesToLookAt);
    if (packingOf(head) !== 'none') return this.#unpack(input);
    if (!found || !isBinary(head)) this.#add({ source, path, packing: isStream ? packing : undefined }, head);
    return true;
  }

  async #unpack(input: Input): Promise<boolean> {
    const copy = openCopy();
    this.#copies.push(copy);
    const unpacked = await unpackArchive(input, copy, this.#room);
    if (!unpacked) return false;
    this.#hosts.push(...unpacked.hosts);
    this.#problems.push(...unpacked.problems);
    for (const { source, at, size } of unpacked.members) {
      this.#room -= size;
      const head = bytesAt(copy.path, at, Math.min(size, 2 * bytesToLookAt));
      this.#add({ source, path: copy.path, packing: undefined, part: { at, size } }, head);
    }
    return true;
  }

  #add(log: Pick<Seen, 'source' | 'path' | 'packing' | 'part'>, head: Uint8Array): void {
    const form = scannableAs(head);
    const firstTime = firstTimeIn(head, form !== undefined);
    const known = form && { prefix: form.prefix, layout: layoutOf(form) };
    this.#seen.set(log.source, { ...log, ...known, firstTime });
  }

  async plan(): Promise<FilePlan | undefined> {
    const files: FileToRead[] = [];
    const beside: Digest[] = [];
    const planned = planSet([...this.#seen.values()], this.#hosts);
    let before: PlannedLog | undefined;
    for (const plan of planned) {
      const one = this.#seen.get(plan.source);
      if (!one) continue;
      const { prefix } = one;
      if (prefix && !plan.general) {
        const { stream, order } = plan.origin;
        const isNext = before?.origin.stream === stream && before.origin.order === order - 1;
        files.push({ ...one, prefix, isApart: !isNext, origin: plan.origin });
        before = plan;
        continue;
      }
      const digest = await this.#readBeside(one, plan);
      if (!digest) return undefined;
      // one of the whole host in which Nova says nothing is none of the set
      if (!plan.general) beside.push(digest);
    }
    return {
      files, beside, problems: this.#problems, order: [...this.#seen.keys()],
      planned: planned.map(({ source }) => source), copies: this.#copies,
    };
  }

  async #readBeside(
    { source, path, part }: Seen, { origin, general }: PlannedLog,
  ): Promise<Digest | undefined> {
    const reader = openDigest(source, { origin: originOfName(source), keepLines: !general });
    // what a whole host says has to be read in full anyhow: whether Nova speaks in it
    const most = general ? Infinity : mostBeside;
    let size = 0;
    const sink = {
      push: (bytes: Uint8Array) => {
        size += bytes.length;
        reader.push(bytes);
      },
      isFull: () => size > most || (general && reader.memory() > 0),
      end: () => undefined,
    };
    if (part) pushPart(path, part, sink);
    else this.#problems.push(...await readInput({ source, path, pipe: false, found: false }, () => sink));
    if (sink.isFull()) return undefined;
    const digest = reader.end();
    const tells = digest.events.length > 0 || digest.faults.length > 0;
    if (tells || (general && digest.isNova)) return undefined;
    const own = digest.origin ?? noOrigin(source);
    return { ...digest, origin: joinOrigin(own, origin, digest.services) };
  }

  drop(): void {
    for (const copy of this.#copies) copy.remove();
  }
}

function pushPart(path: string, { at, size }: FilePart, sink: LogSink): void {
  for (let done = 0; done < size && sink.isFull?.() !== true; done += pieceSize) {
    sink.push(bytesAt(path, at + done, Math.min(pieceSize, size - done)));
  }
}

/** @param isUsual its lines are written in the usual way: then few of them show it. */
function firstTimeIn(head: Uint8Array, isUsual: boolean): number | undefined {
  const early = isUsual ? examineHead(head.subarray(0, fewBytes)).firstTime : undefined;
  return early ?? examineHead(head.subarray(0, bytesToLookAt)).firstTime;
}

function noOrigin(stream: string): NonNullable<Digest['origin']> {
  return { host: undefined, hostFrom: undefined, service: undefined, stream, order: 0 };
}
