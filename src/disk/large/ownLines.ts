// Some instances, or a request → what all lines say that hold an id of theirs: their own, those of their
// requests, of what those caused in other services, and of ports, volumes and guests that are theirs alone.

import { analyse } from '../../core/analysis';
import { mayMention } from '../../core/joins/otherLines';
import { joinTies, tieCallees } from '../../core/joins/requestTies';
import { requestTree } from '../../core/joins/requestTree';
import type { RequestTree } from '../../core/joins/requestTree';
import { scanIds } from '../../core/joins/scanIds';
import { isOwn, tieIds } from '../../core/joins/ties';
import { defaultLimits } from '../../core/limits';
import type { Analysis, Digest } from '../../core/model';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { dumpsIn } from './dumpLines';
import { digestsOfInstances } from './instanceDigest';
import type { Stretch } from './lines';
import type { LogFile } from './logFiles';
import { linesNaming } from './namedLines';

/** A log, its files and where its bytes come from. */
export interface OpenedLog {
  readonly files: readonly LogFile[];
  readonly catalog: Catalog;
  readonly bytes: ByteSource;
  /** Logs of the same set that were read in full. */
  readonly beside?: readonly Digest[];
  /** The order of the set, in which digests stand. */
  readonly planned?: readonly string[];
  /** Several were written side by side: only times tell the order of their lines. */
  readonly isSeveral?: boolean;
}

/** Digests of the files with those of logs beside, in the order of the set: it decides between lines of the
 *  same time. */
export function completeDigests(
  { beside = [], planned }: Pick<OpenedLog, 'beside' | 'planned'>, digests: readonly Digest[],
): readonly Digest[] {
  if (!planned) return digests;
  const places = new Map(planned.map((source, at) => [source, at]));
  const place = ({ source }: Digest): number => places.get(source) ?? 0;
  return [...digests, ...beside].sort((a, b) => place(a) - place(b));
}

/** From an id to those that it leads to, so many times: each costs one look at every byte. */
const mostRounds = 6;
const requestBegin = 'req-';
/** Instances that one request is followed to. */
const mostOfRequest = 1000;

export interface OwnLines {
  readonly analysis: Analysis;
  /** Every line was read; else of what means something only the beginning and the end. */
  readonly isWhole: boolean;
  /** The lines that hold an id of theirs. */
  readonly named: readonly Stretch[];
}

/** The same with what services told of their options, where something went wrong. */
export function linesExplaining(log: OpenedLog, instances: readonly number[]): OwnLines {
  const own = linesOfInstances(log, instances);
  const { timelines, diagnoses } = own.analysis;
  const operations = timelines.flatMap((timeline) => timeline.operations);
  const isWell = diagnoses.length === 0 && !operations.some(({ outcome }) => outcome === 'failed');
  if (isWell) return own;
  const dumps = dumpsIn(log.bytes, log.catalog.parts);
  return dumps.length === 0 ? own : readAll(log, instances, [...own.named, ...dumps]);
}

/** @param instances their numbers in the catalog */
export function linesOfInstances(log: OpenedLog, instances: readonly number[]): OwnLines {
  const texts = instances.map((one) => log.catalog.instances.text(one));
  const wanted = new Set(texts);
  const isJoined = tellsOfOthers(log);
  return follow(log, instances, texts, undefined, (analysis) => idsOf(analysis, wanted, isJoined));
}

/** @param id the beginning of a request's id
 *  @returns undefined: several go on from it */
export function linesOfRequest(
  log: OpenedLog, id: string,
): (OwnLines & { readonly request: string }) | undefined {
  const named = linesNaming([id], log.bytes, log.catalog.parts);
  const found = new Set<string>();
  const instances = new Set<number>();
  for (const text of textsOf(named, log.bytes)) {
    scanIds(text, (one) => {
      if (one.startsWith(id)) found.add(one);
      const instance = one.startsWith(requestBegin) ? -1 : log.catalog.instances.find(one);
      if (instance >= 0 && instances.size < mostOfRequest) instances.add(instance);
    });
  }
  const [request = id] = found;
  if (found.size > 1) return undefined;
  const own = follow(log, [...instances], [request], named, (analysis) => causedIn(analysis, request));
  return { ...own, request };
}

/** @param named lines that hold the ids; undefined: they have not been sought */
function follow(
  log: OpenedLog, instances: readonly number[], ids: readonly string[],
  named: readonly Stretch[] | undefined, idsIn: (analysis: Analysis) => Iterable<string>,
): OwnLines {
  const known = new Set(ids);
  let found = named;
  for (let round = 0; ; round++) {
    const read = readAll(log, instances, found);
    const before = known.size;
    for (const id of idsIn(read.analysis)) known.add(id);
    if ((found && known.size === before) || round === mostRounds) return read;
    found = linesNaming([...known], log.bytes, log.catalog.parts);
  }
}

function readAll(
  log: OpenedLog, instances: readonly number[], named: readonly Stretch[] | undefined,
): OwnLines {
  const { files, catalog, bytes } = log;
  let isWhole = true;
  const onPart = (): void => { isWhole = false; };
  const digests = digestsOfInstances(files, instances, catalog, bytes, { named, onPart });
  return { analysis: analyse(completeDigests(log, digests), defaultLimits), isWhole, named: named ?? [] };
}

/** Whether there are lines of other services, which name what is an instance's and not itself. */
function tellsOfOthers({ catalog }: OpenedLog): boolean {
  return catalog.parts.some(({ entry }) => entry.loggers.some(mayMention));
}

function* idsOf(
  { timelines, digests }: Analysis, wanted: ReadonlySet<string>, isJoined: boolean,
): Generator<string> {
  const own = timelines.filter(({ instance }) => wanted.has(instance));
  for (const { request } of own.flatMap(({ operations }) => operations)) if (request) yield request;
  const ties = joinTies(digests);
  for (const [request, instance] of ties) if (wanted.has(instance)) yield request;
  for (const [request, { instance }] of tieCallees(digests, ties)) if (wanted.has(instance)) yield request;
  if (!isJoined) return;
  for (const tie of tieIds(digests, ties).values()) {
    if (isOwn(tie) && wanted.has(tie.instance)) yield tie.id;
  }
}

function causedIn(analysis: Analysis, request: string): readonly string[] {
  const all = ({ node, children }: RequestTree): readonly string[] => [
    node.request, ...children.flatMap(all),
  ];
  const tree = requestTree(analysis, request);
  return tree ? all(tree) : [];
}

function* textsOf(stretches: readonly Stretch[], bytes: ByteSource): Generator<string> {
  for (const { begin, last } of stretches) {
    yield Buffer.from(bytes.read(begin, bytes.endOfLine(last) - begin)).toString('utf8');
  }
}
