// Dumps of options → what changed from one start of a service to the next: option, both values, both lines.

import type { Digest, DumpedOption, OptionDump } from '../model';

export interface OptionChange {
  /** `group.name`. */
  readonly name: string;
  readonly before: DumpedOption;
  readonly after: DumpedOption;
  readonly from: OptionDump;
  readonly to: OptionDump;
}

/** Every option whose value differs from one start of a service to its next on the same host, by time. */
export function optionChanges(digests: readonly Digest[]): readonly OptionChange[] {
  return pairsOfStarts(digests).flatMap(([from, to]) => changesBetween(from, to));
}

/** Options that both dumps have with different values, in the order of the second. */
export function changesBetween(from: OptionDump, to: OptionDump): readonly OptionChange[] {
  const known = compared.get(to);
  if (known?.from === from) return known.changes;
  const changes = compare(from, to);
  compared.set(to, { from, changes });
  return changes;
}

/** A log that grows is analysed again and again; its earlier starts stay the same. */
const compared = new WeakMap<OptionDump, Compared>();

interface Compared {
  readonly from: OptionDump;
  readonly changes: readonly OptionChange[];
}

function compare(from: OptionDump, to: OptionDump): readonly OptionChange[] {
  return to.names.flatMap((name) => {
    const before = from.get(name);
    const after = to.get(name);
    return before && after && before.value !== after.value ? [{ name, before, after, from, to }] : [];
  });
}

/** Each start with the one before it of the same service; rotated logs of one service belong together. */
export function pairsOfStarts(digests: readonly Digest[]): readonly (readonly [OptionDump, OptionDump])[] {
  const latest = new Map<string, OptionDump>();
  const pairs: (readonly [OptionDump, OptionDump])[] = [];
  for (const dump of inTime(digests.flatMap(({ optionDumps = [] }) => optionDumps))) {
    const keys = keysOf(dump);
    const before = keys.map((key) => latest.get(key)).find((one) => one !== undefined);
    if (before) pairs.push([before, dump]);
    for (const key of keys) latest.set(key, dump);
  }
  return pairs;
}

function inTime(dumps: readonly OptionDump[]): readonly OptionDump[] {
  // without times the order of the logs and of their lines stays
  return [...dumps].sort(({ at: { time: a } }, { at: { time: b } }) =>
    (a !== undefined && b !== undefined ? a - b : 0));
}

// A host is known by its name, however the logs are named. Within one log a host may get a new name and keeps
// its address then; where both differ, the logs of two hosts were merged.
function keysOf(dump: OptionDump): readonly string[] {
  const program = programOf(dump);
  const host = dump.host ?? dump.get('DEFAULT.host')?.value;
  const address = dump.get('DEFAULT.my_ip')?.value;
  return [
    ...(host === undefined ? [] : [`${program} host ${host}`]),
    ...(address === undefined && host !== undefined ? [] : [`${program} ${dump.at.source} ${address ?? ''}`]),
  ];
}

/** What tells the services of one host apart: the service's name, its log file, its configuration files. */
function programOf({ service, get, configFiles }: OptionDump): string {
  if (service !== undefined) return service;
  const file = get('DEFAULT.log_file')?.value ?? 'None';
  return file === 'None' || file === '' ? configFiles.join(' ') : file.slice(file.lastIndexOf('/') + 1);
}
