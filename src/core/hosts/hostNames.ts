// Digests → which host the lines of a log come from, as far as a line, a wrapper or a file name says it.

import { signs as specs } from '../../knowledge/signs';
import type { Digest, HostLane } from '../model';
import { sameHost } from '../sets/hosts';

export interface HostNames {
  /** The host of all lines of a log; undefined: it does not say, or there are several. */
  readonly ofLog: (source: string) => string | undefined;
  /** The host of the lines of nova-compute, also where other services write into the same log. */
  readonly ofCompute: (source: string) => string | undefined;
  /** One name for a host that is called by its short and by its full name. */
  readonly same: (host: string) => string;
  readonly basis: (source: string) => HostLane['basis'];
}

interface Named {
  readonly host: string;
  readonly basis: HostLane['basis'];
  readonly whole: boolean;
}

/** @param further names that stand in lines which are in no digest */
export function hostNames(digests: readonly Digest[], further: Iterable<string> = []): HostNames {
  const names = new Map<string, Named>();
  for (const digest of digests) {
    const { hostFrom } = digest.origin ?? {};
    // the name of a folder is a guess, and no guess decides which lines are of one host
    const host = hostFrom === 'folder' ? undefined : digest.origin?.host;
    const own = host === undefined || hostFrom === 'lines';
    const node = own ? (host ?? only(nodesOf(digest))) : undefined;
    const whole = digest.services.every((service) => service === 'nova-compute');
    if (!own) names.set(digest.source, { host, basis: 'named', whole: true });
    else if (node !== undefined) names.set(digest.source, { host: node, basis: 'node', whole });
  }
  const known = [...names.values()].map(({ host }) => host);
  const same = joinNames(new Set([...known, ...further, ...namesIn(digests)]));
  const nameOf = (name: Named | undefined) => (name ? same(name.host) : undefined);
  return {
    ofLog: (source) => {
      const name = names.get(source);
      return name?.whole ? nameOf(name) : undefined;
    },
    ofCompute: (source) => nameOf(names.get(source)),
    same,
    basis: (source) => names.get(source)?.basis,
  };
}

/** The nodes that a nova-compute counts; with several (Ironic) the host is none of them. */
function nodesOf({ signs }: Digest): readonly string[] {
  return (signs?.signs ?? []).flatMap(({ row, values }) => {
    const sign = specs[row]?.sign;
    return sign === 'node' || sign === 'audit' ? (values['host'] ?? values['node'] ?? []) : [];
  });
}

function only(values: readonly string[]): string | undefined {
  const distinct = new Set(values);
  const [first] = distinct;
  return distinct.size === 1 ? first : undefined;
}

/** The same of logs of which only some lines were read: one node in these may be one of several. */
export function namesInPart(digests: readonly Digest[], further: Iterable<string> = []): HostNames {
  const without = digests.map(({ signs, ...digest }) =>
    ({ ...digest, ...(signs && { signs: { ...signs, signs: [] } }) }));
  return hostNames(without, [...further, ...namesIn(digests)]);
}

/** All names that lines give to hosts. */
export function* namesIn(digests: readonly Pick<Digest, 'signs' | 'events'>[]): Generator<string> {
  for (const { signs, events } of digests) {
    for (const { host, values } of signs?.signs ?? []) {
      for (const one of [host, values['node']]) if (one) yield one;
    }
    for (const { host, captures } of events) {
      for (const one of [host, captures['node'], captures['host']]) if (one) yield one;
    }
  }
}

/** `cmp01` and `cmp01.example.org` are one host, unless there is a second one that begins like it.
 *  @param all names, of all lines */
export function joinNames(all: ReadonlySet<string>): (host: string) => string {
  const byLabel = new Map<string, string[]>();
  for (const host of all) {
    const label = host.split('.', 1)[0] ?? host;
    byLabel.set(label, [...(byLabel.get(label) ?? []), host]);
  }
  return (host) => {
    const label = host.split('.', 1)[0] ?? host;
    const alike = byLabel.get(label) ?? [];
    const full = alike.filter((one) => one !== label);
    return full.length <= 1 && alike.includes(label) && sameHost(label, host) ? label : host;
  };
}
