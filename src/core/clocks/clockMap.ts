// All logs of a set → the clocks by which they were written: one for each log that is still written, with its
// rotated siblings, and one for each host where a log holds lines of several.

import { sameHost } from '../sets/hosts';
import type { Digest } from '../model';

export interface ClockNode {
  /** Its place in the list of all clocks. */
  readonly number: number;
  readonly id: string;
  readonly host: string | undefined;
  readonly service: string | undefined;
  /** Milliseconds by which its times may be too early: what is written without fractions. */
  readonly coarse: number;
  /** Times with a zone of their own: libvirt's and QEMU's, whatever the host's zone is. */
  readonly ownZone: boolean;
  readonly sources: string[];
}

export interface ClockMap {
  readonly nodes: readonly ClockNode[];
  /** The clock of a line by the host that it names; undefined: it names none of the several of its log. */
  readonly nodeOf: (source: string, host: string | undefined) => ClockNode | undefined;
  /** The clock of every line of the log; undefined: it has lines of several. */
  readonly onlyNodeOf: (source: string) => ClockNode | undefined;
}

export function mapClocks(digests: readonly Digest[]): ClockMap {
  const spelled = hostSpeller();
  const nodes: ClockNode[] = [];
  const byKey = new Map<string, ClockNode>();
  const bySource = new Map<string, Map<string, ClockNode>>();
  const digestOf = new Map(digests.map((digest) => [digest.source, digest]));
  const nodeFor = (digest: Digest, lineHost: string | undefined): ClockNode => {
    const host = spelled(digest.origin?.host ?? lineHost);
    const key = `${digest.origin?.stream ?? digest.source}\n${host ?? ''}`;
    const node = byKey.get(key) ?? newNode(key, nodes.length, host, digest);
    if (!byKey.has(key)) {
      byKey.set(key, node);
      nodes.push(node);
    }
    const own = bySource.get(digest.source) ?? new Map<string, ClockNode>();
    bySource.set(digest.source, own.set(host ?? '', node));
    if (!node.sources.includes(digest.source)) node.sources.push(digest.source);
    return node;
  };
  for (const digest of digests) for (const host of hostsIn(digest)) nodeFor(digest, host);
  return {
    nodes,
    nodeOf(source, host) {
      const digest = digestOf.get(source);
      if (!digest) return undefined;
      const own = bySource.get(source);
      if (host === undefined && digest.origin?.host === undefined && own && own.size > 1) return undefined;
      return nodeFor(digest, host);
    },
    onlyNodeOf(source) {
      const own = [...(bySource.get(source)?.values() ?? [])];
      return own.length === 1 ? own[0] : undefined;
    },
  };
}

/** One spelling for each host. */
function hostSpeller(): (name: string | undefined) => string | undefined {
  const hosts: string[] = [];
  return (name) => {
    if (name === undefined) return undefined;
    const known = hosts.find((host) => sameHost(host, name));
    if (known === undefined) hosts.push(name);
    return known ?? name;
  };
}

function newNode(key: string, number: number, host: string | undefined, digest: Digest): ClockNode {
  const [stream = ''] = key.split('\n');
  const { layout } = digest.layout;
  return {
    number,
    id: host === undefined ? stream : `${host} ${stream}`,
    host,
    service: digest.origin?.service,
    coarse: layout === 'oslo-seconds' ? 1000 : 0,
    ownZone: layout === 'libvirt' || layout === 'time-only',
    sources: [],
  };
}

/** Hosts that the lines of a log name, where the log as a whole has none. */
function hostsIn(digest: Digest): readonly (string | undefined)[] {
  if (digest.origin?.host !== undefined) return [digest.origin.host];
  const hosts = new Set<string | undefined>();
  for (const { host } of digest.events) if (host !== undefined) hosts.add(host);
  for (const { host } of digest.joins?.mentions ?? []) if (host !== undefined) hosts.add(host);
  return hosts.size > 0 ? [...hosts] : [undefined];
}
