// An analysis → for each request where it was seen, which instance it belongs to, and which requests it
// caused: the call hierarchy of one operation over all services.

import { joinTies, tieCallees } from './requestTies';
import type { Analysis, Digest, Place, RequestCall } from '../model';

/** A request in one log. */
export interface RequestSight {
  readonly source: string;
  readonly service: string | undefined;
  readonly host: string | undefined;
  /** Its first and last line that is known; all of them are only where lines are kept. */
  readonly first: Place;
  readonly last: Place;
  /** Undefined: not counted, for the log's lines are not kept. */
  readonly count?: number;
}

export interface RequestNode {
  readonly request: string;
  /** The only instance it belongs to. */
  readonly instance: string | undefined;
  readonly sights: readonly RequestSight[];
  /** Requests it caused, and the calls that say so, by time. */
  readonly caused: readonly RequestCall[];
  readonly causedBy: readonly RequestCall[];
}

export interface RequestIndex {
  /** Undefined: no log has this request. */
  readonly node: (request: string) => RequestNode | undefined;
  /** Every request that caused another. */
  readonly callers: () => readonly string[];
}

const indexes = new WeakMap<Analysis, RequestIndex>();

/** The index of an analysis; the same one for the same analysis. */
export function requestIndexOf(analysis: Analysis): RequestIndex {
  const known = indexes.get(analysis);
  if (known) return known;
  const made = indexRequests(analysis.digests);
  indexes.set(analysis, made);
  return made;
}

/** A request with everything that it caused, as a tree; a request stands in it once. */
export interface RequestTree {
  readonly node: RequestNode;
  /** The call by which its parent caused it. */
  readonly call: RequestCall | undefined;
  readonly children: readonly RequestTree[];
}

export function requestTree(analysis: Analysis, request: string): RequestTree | undefined {
  const index = requestIndexOf(analysis);
  const seen = new Set<string>();
  const build = (id: string, call: RequestCall | undefined): RequestTree[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    const node = index.node(id);
    if (!node) return [];
    return [{ node, call, children: node.caused.flatMap((next) => build(next.callee, next)) }];
  };
  return build(request, undefined)[0];
}

function indexRequests(digests: readonly Digest[]): RequestIndex {
  const sights = sightsOf(digests);
  const requests = joinTies(digests);
  const tied = tieCallees(digests, requests);
  const caused = new Map<string, RequestCall[]>();
  const causedBy = new Map<string, RequestCall[]>();
  for (const call of digests.flatMap(({ joins }) => joins?.calls ?? [])) {
    add(caused, call.caller, call);
    add(causedBy, call.callee, call);
  }
  return {
    callers: () => [...caused.keys()],
    node(request) {
      const own = [...(sights.get(request)?.values() ?? [])];
      const calls = once(caused.get(request) ?? [], ({ callee }) => callee);
      const callers = once(causedBy.get(request) ?? [], ({ caller }) => caller);
      const kept = digests.flatMap((digest) => keptSight(digest, request, own));
      if (own.length + kept.length + calls.length + callers.length === 0) return undefined;
      const instance = requests.get(request) ?? tied.get(request)?.instance;
      const others = own.filter(({ source }) => !kept.some((one) => one.source === source));
      return {
        request,
        instance: instance === '' ? undefined : instance,
        sights: [...others, ...kept],
        caused: calls,
        causedBy: callers,
      };
    },
  };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

// Several lines may say the same: the earliest stays.
function once(calls: readonly RequestCall[], key: (call: RequestCall) => string): readonly RequestCall[] {
  const sorted = [...calls].sort((a, b) => (a.at.time ?? 0) - (b.at.time ?? 0));
  const keys = new Set<string>();
  return sorted.filter((call) => !keys.has(key(call)) && keys.add(key(call)));
}

type Sights = Map<string, Map<string, RequestSight>>;

// Without kept lines a request is known by the lines that mean something.
function sightsOf(digests: readonly Digest[]): Sights {
  const all: Sights = new Map();
  for (const digest of digests) {
    const see = (request: string | undefined, at: Place, host?: string, service?: string): void => {
      if (request === undefined) return;
      const own = all.get(request) ?? new Map<string, RequestSight>();
      all.set(request, own);
      widen(own, digest, at, host, service);
    };
    for (const { request, at, host } of digest.events) see(request, at, host);
    for (const { request, at } of digest.faults) see(request, at);
    for (const { request, at, host } of digest.joins?.order ?? []) see(request, at, host);
    for (const mention of digest.joins?.mentions ?? []) {
      see(mention.request, mention.at, mention.host, mention.program);
    }
    for (const { caller, callee, via, at, host } of digest.joins?.calls ?? []) {
      see(via === 'global-id' ? callee : caller, at, host);
    }
  }
  return all;
}

function widen(
  own: Map<string, RequestSight>,
  { source, origin }: Digest,
  at: Place,
  host = origin?.host,
  service = origin?.service,
): void {
  const key = `${source} ${host ?? ''} ${service ?? ''}`;
  const before = own.get(key);
  own.set(key, {
    source, service, host,
    first: before && before.first.line <= at.line ? before.first : at,
    last: before && before.last.line >= at.line ? before.last : at,
  });
}

function keptSight(digest: Digest, request: string, known: readonly RequestSight[]): readonly RequestSight[] {
  const lines = digest.linesOf(request);
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const own = known.filter(({ source }) => source === digest.source);
  // several hosts in one log: which of them wrote the first line is not kept
  if (own.length > 1) return own;
  const timeAt = (line: number) =>
    own.flatMap((sight) => [sight.first, sight.last]).find((place) => place.line === line)?.time;
  const place = (line: number): Place => ({ source: digest.source, line, time: timeAt(line) });
  return [{
    source: digest.source, service: own[0]?.service ?? digest.origin?.service,
    host: own[0]?.host ?? digest.origin?.host, first: place(first), last: place(last),
    count: lines.length,
  }];
}
