// Analyses of some instances each, one after another → `report --by host` on all of them for a person at a
// terminal: on each host how many operations ended how. What is kept grows with the hosts, not with the log.

import { joinNames, namesIn, namesInPart } from '../hosts/hostNames';
import type { Analysis, Operation } from '../model';
import { countsOf, operationsText } from './groupText';
import { LogsStream, tellLogs, textOf } from './logsStream';
import type { ToldLogs } from './logsStream';
import { storyWords as words } from './storyWords';
import { cleanText } from './terminal';
import type { Paint } from './terminal';

/** What a batch says; plain data. */
export interface ToldHosts {
  /** By host, as the lines spell it. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Every spelling: only all of them tell which are of one host. */
  readonly names: ReadonlySet<string>;
  readonly logs: ToldLogs;
  /** So many instances of which only the beginning and the end were read. */
  readonly partly: number;
}

export function tellHosts(analysis: Analysis, partly: number, paint: Paint): ToldHosts {
  const { digests, timelines } = analysis;
  const names = namesInPart(digests);
  const byHost = new Map<string, Operation[]>();
  for (const operation of timelines.flatMap(({ operations }) => operations)) {
    const attempt = operation.attempts.at(-1);
    const host = attempt && (attempt.host ?? names.ofCompute(attempt.begin.source));
    if (host === undefined) continue;
    const own = byHost.get(host);
    if (own) own.push(operation);
    else byHost.set(host, [operation]);
  }
  const origins = digests.flatMap(({ origin }) => origin?.host ?? []);
  return {
    counts: new Map([...byHost].map(([host, own]) => [host, countsOf(own)])),
    names: new Set([...byHost.keys(), ...origins, ...namesIn(digests)]),
    logs: tellLogs(analysis, paint), partly,
  };
}

export class HostStream {
  readonly #paint: Paint;
  readonly #logs = new LogsStream();
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #names = new Set<string>();
  /** Instances of which only the beginning and the end were read. */
  partly = 0;

  constructor(paint: Paint) {
    this.#paint = paint;
  }

  add({ counts, names, logs, partly }: ToldHosts): void {
    this.partly += partly;
    this.#logs.add(logs);
    for (const name of names) this.#names.add(name);
    for (const [host, own] of counts) addTo(this.#counts, host, own);
  }

  /** @param notes stand at the end; @returns text, with the ends of its lines */
  *end(notes: readonly string[]): Generator<string> {
    yield* this.#logs.lines(this.#paint);
    yield textOf(this.#hostLines());
    yield textOf(this.#logs.holes(this.#paint));
    yield textOf(['', ...notes]);
  }

  *#hostLines(): Generator<string> {
    const same = joinNames(this.#names);
    const hosts = new Map<string, Map<string, number>>();
    for (const [host, counts] of this.#counts) addTo(hosts, same(host), counts);
    if (hosts.size === 0) yield words.noHosts;
    for (const [host, counts] of [...hosts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield '';
      yield this.#paint('bold', cleanText(host));
      yield operationsText(counts);
    }
  }
}

function addTo(
  all: Map<string, Map<string, number>>, host: string, counts: ReadonlyMap<string, number>,
): void {
  const known = all.get(host) ?? new Map<string, number>();
  all.set(host, known);
  for (const [name, count] of counts) known.set(name, (known.get(name) ?? 0) + count);
}
