// Lines of other services → the instance that an id in them ties them to, with the reason. What two ids tie
// to two instances belongs to none.

import type { Digest, Mention, ServiceLine, Timeline } from '../model';
import { joinTies, tieCallees, type CausedTie } from './requestTies';
import { isOwn, tieIds, type IdTie } from './ties';

interface Ties {
  readonly instances: ReadonlySet<string>;
  readonly requests: ReadonlyMap<string, string>;
  readonly caused: ReadonlyMap<string, CausedTie>;
  readonly ids: ReadonlyMap<string, IdTie>;
}

interface Reason {
  readonly instance: string;
  readonly because: ServiceLine['because'];
}

/** The same timelines, each with what other services logged of its instance. */
export function withServiceLines(
  timelines: readonly Timeline[],
  digests: readonly Digest[],
): readonly Timeline[] {
  if (digests.every(({ joins }) => !joins || joins.mentions.length === 0)) return timelines;
  const requests = joinTies(digests);
  const ties: Ties = {
    instances: new Set(timelines.map(({ instance }) => instance)),
    requests,
    caused: tieCallees(digests, requests),
    ids: tieIds(digests, requests),
  };
  const operations = operationsByRequest(timelines);
  const found = new Map<string, ServiceLine[]>();
  for (const digest of digests) {
    for (const mention of digest.joins?.mentions ?? []) {
      const reason = reasonOf(mention, ties);
      if (!reason || !ties.instances.has(reason.instance)) continue;
      const line = lineOf(mention, digest, reason, operations);
      const before = found.get(reason.instance);
      if (before) before.push(line);
      else found.set(reason.instance, [line]);
    }
  }
  return timelines.map((timeline) => {
    const own = found.get(timeline.instance);
    return own ? { ...timeline, serviceLines: inOrder(own) } : timeline;
  });
}

function operationsByRequest(timelines: readonly Timeline[]): ReadonlyMap<string, string> {
  const operations = new Map<string, string>();
  for (const { operations: own, instance } of timelines) {
    for (const { request, id } of own) {
      if (request === undefined) continue;
      const key = `${instance} ${request}`;
      // of two operations of one request it is not known to which a line belongs
      operations.set(key, operations.has(key) ? '' : id);
    }
  }
  return operations;
}

function reasonOf(mention: Mention, ties: Ties): Reason | undefined {
  const reasons = [...idReasons(mention, ties), ...requestReasons(mention, ties)];
  const [first] = reasons;
  return reasons.every(({ instance }) => instance === first?.instance) ? first : undefined;
}

function idReasons({ ids, at }: Mention, ties: Ties): readonly Reason[] {
  return ids.flatMap((id): Reason[] => {
    if (ties.instances.has(id)) return [{ instance: id, because: { kind: 'instance', id, at } }];
    const tie = ties.ids.get(id);
    return tie && isOwn(tie) ? [{ instance: tie.instance, because: { kind: tie.kind, id, at: tie.at } }] : [];
  });
}

function requestReasons({ request, globalRequest, at }: Mention, ties: Ties): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const id of [request, globalRequest]) {
    if (id === undefined) continue;
    const instance = ties.requests.get(id);
    const caused = ties.caused.get(id);
    if (instance) reasons.push({ instance, because: { kind: 'request', id, at } });
    else if (caused) {
      const { caller, at: said } = caused.call;
      reasons.push({ instance: caused.instance, because: { kind: 'request', id: caller, at: said } });
    }
  }
  return reasons;
}

function lineOf(
  mention: Mention,
  { origin }: Digest,
  { instance, because }: Reason,
  operations: ReadonlyMap<string, string>,
): ServiceLine {
  const { globalRequest, request: local } = mention;
  const requests = [globalRequest, local, because.kind === 'request' ? because.id : undefined];
  const own = requests.map((request) => operations.get(`${instance} ${request ?? ''}`)).find((id) => id);
  return {
    mention,
    program: mention.program ?? origin?.service ?? mention.service,
    host: mention.host ?? origin?.host,
    because,
    operation: own === undefined || own === '' ? undefined : own,
  };
}

function inOrder(found: readonly ServiceLine[]): readonly ServiceLine[] {
  // sort keeps the order of the logs where times are equal or absent
  const time = ({ mention }: ServiceLine) => mention.at.time ?? Number.MAX_SAFE_INTEGER;
  return [...found].sort((a, b) => time(a) - time(b));
}
