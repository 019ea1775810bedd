// Inputs → the files that are read as one large log, in the order of their streams; the few that the scanner
// may not read are read in full. In: what was listed. Out: a plan; nothing where the set has to be read in
// full.

import { openDigest } from '../../core/digest';
import type { Digest, Layout } from '../../core/model';
import type { LinePrefix } from '../../core/scan/engine';
import { bytesToLookAt, scannableAs, layoutOf } from '../../core/scan/scannable';
import { examineHead } from '../../core/sets/head';
import { joinOrigin } from '../../core/sets/origins';
import { mayMatter } from '../../core/sets/place';
import { originOfName, planSet } from '../../core/sets/plan';
import type { HostFile, PlannedLog } from '../../core/sets/plan';
import type { Problem } from '../../core/sets/problem';
import type { Input } from '../files';
import { isHostFile } from '../names';
import { isBinary, packingOf } from '../packing';
import { readInput } from '../read';
import { isStreamPacking } from '../unpack';
import type { StreamPacking } from '../unpack';
import { headOf } from './heads';
import type { FileToRead } from './readFiles';

export interface FilePlan {
  readonly files: readonly FileToRead[];
  /** Logs that were read in full: they tell of no instance. */
  readonly beside: readonly Digest[];
  readonly problems: readonly Problem[];
  /** The names of all, in the order in which they were listed. */
  readonly order: readonly string[];
  /** And in that of their streams. */
  readonly planned: readonly string[];
}

interface Seen {
  readonly source: string;
  readonly path: string;
  readonly packing: StreamPacking | undefined;
  /** Undefined: the scanner may not read it. */
  readonly prefix: LinePrefix | undefined;
  readonly layout: Layout | undefined;
  readonly firstTime: number | undefined;
}

/** More is not read in full beside a large log, bytes as they lie on the disk. */
const mostBeside = 4 << 20;
const longestHost = 300;
const fewBytes = 8192;

/** @returns undefined: one of them is an archive or a pipe, or tells of instances and is for the tolerant
 *  reader. Rejects on errors of the file system. */
export async function planFiles(inputs: readonly Input[]): Promise<FilePlan | undefined> {
  const seen = new Map<string, Seen>();
  const hosts: HostFile[] = [];
  for (const input of inputs) {
    const one = await look(input);
    if (one === 'unreadable') return undefined;
    if (typeof one === 'object' && 'text' in one) hosts.push(one);
    else if (one !== undefined) seen.set(one.source, one);
  }
  const planned = planSet([...seen.values()], hosts).flatMap((plan) => {
    const one = seen.get(plan.source);
    return one ? [{ plan, one }] : [];
  });
  const files: FileToRead[] = [];
  const beside: Digest[] = [];
  const problems: Problem[] = [];
  let before: PlannedLog | undefined;
  for (const { plan, one } of planned) {
    const { prefix, layout, ...rest } = one;
    if (prefix && layout && !plan.general) {
      const { stream, order } = plan.origin;
      const isNext = before?.origin.stream === stream && before.origin.order === order - 1;
      files.push({ ...rest, prefix, layout, isApart: !isNext, origin: plan.origin });
      before = plan;
      continue;
    }
    const digest = await readBeside(one, plan, problems);
    if (!digest) return undefined;
    // one of the whole host in which Nova says nothing is none of the set
    if (!plan.general) beside.push(digest);
  }
  const order = [...seen.keys()];
  return { files, beside, problems, order, planned: planned.map(({ plan }) => plan.source) };
}

type Look = Seen | HostFile | 'unreadable' | undefined;

/** @returns undefined: it is none of the set. */
async function look({ source, path, pipe, found }: Input): Promise<Look> {
  if (path === undefined || pipe) return 'unreadable';
  const [start] = [await headOf(path, undefined, longestHost)];
  const packing = packingOf(start);
  const isStream = isStreamPacking(packing);
  if (packing !== 'none' && !isStream) return 'unreadable';
  if (found && isHostFile(source)) {
    return start.length < longestHost ? { source, text: new TextDecoder().decode(start) } : undefined;
  }
  if (found && !mayMatter(source)) return undefined;
  const head = await headOf(path, isStream ? packing : undefined, 2 * bytesToLookAt);
  if (packingOf(head) !== 'none') return 'unreadable';
  if (found && isBinary(head)) return undefined;
  const form = scannableAs(head);
  return {
    source, path, packing: isStream ? packing : undefined, prefix: form?.prefix,
    layout: form && layoutOf(form), firstTime: firstTimeIn(head, form !== undefined),
  };
}

/** @param isUsual its lines are written in the usual way: then few of them show it. */
function firstTimeIn(head: Uint8Array, isUsual: boolean): number | undefined {
  const early = isUsual ? examineHead(head.subarray(0, fewBytes)).firstTime : undefined;
  return early ?? examineHead(head.subarray(0, bytesToLookAt)).firstTime;
}

async function readBeside(
  { source, path }: Seen, { origin, general }: PlannedLog, problems: Problem[],
): Promise<Digest | undefined> {
  const reader = openDigest(source, { origin: originOfName(source), keepLines: true });
  let size = 0;
  const sink = {
    push: (bytes: Uint8Array) => {
      size += bytes.length;
      reader.push(bytes);
    },
    isFull: () => size > mostBeside,
    end: () => undefined,
  };
  problems.push(...await readInput({ source, path, pipe: false, found: false }, () => sink));
  const digest = reader.end();
  const tells = digest.events.length > 0 || digest.faults.length > 0;
  if (size > mostBeside || tells || (general && digest.isNova)) return undefined;
  const own = digest.origin ?? noOrigin(source);
  return { ...digest, origin: joinOrigin(own, origin, digest.services) };
}

function noOrigin(stream: string): NonNullable<Digest['origin']> {
  return { host: undefined, hostFrom: undefined, service: undefined, stream, order: 0 };
}
