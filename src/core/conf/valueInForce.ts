// An option and a place of a log → the value in force there: by the last start that logged it, else by
// nova.conf, else the default of the release; where it stands, since when, and whether file and log agree.
// Secrets are masked.

import type { Facts } from '../../knowledge/facts/shapes';
import type { ReleaseId } from '../../knowledge/releases';
import type { ConfFile } from './conf';
import { confValueOf } from './confValues';
import type { ConfValue } from './confValues';
import type { Digest, DumpedOption, OptionDump, Place } from '../model';
import { pairsOfStarts } from './optionChanges';
import { defaultText, optionInRelease } from '../explaining/optionCard';
import { namesOfOption } from './optionNames';
import { isSameValue, spellLogged } from './optionValue';
import { isSecret, masked, maskValue } from './secrets';

/** What is known of a service's configuration. */
export interface Configuration {
  /** The log's digest; undefined where there is no log. */
  readonly digest: Digest | undefined;
  /** In oslo.config's order: a later one wins. */
  readonly files: readonly ConfFile[];
  readonly facts: Facts;
  readonly release: ReleaseId | undefined;
}

export interface PlacedValue {
  /** As nova.conf spells it; asterisks for a secret. */
  readonly value: string;
  readonly at: Place;
}

export interface ValueInForce {
  /** `group.name` as asked. */
  readonly name: string;
  /** Undefined: no value, and no default that is known. */
  readonly value: string | undefined;
  readonly origin: 'log' | 'file' | 'default';
  readonly at: Place | undefined;
  /** The log states it only at a later start than the place in question. */
  readonly isLater: boolean;
  readonly defaultValue: string | undefined;
  /** The start since which it has this value, where an earlier one had another, and what that was. */
  readonly since: Place | undefined;
  readonly before: PlacedValue | undefined;
  /** What nova.conf says, and whether that is what the log says; undefined: it cannot be told. */
  readonly inFile: PlacedValue | undefined;
  readonly agrees: boolean | undefined;
}

/** @param line of the log; the end of the log where it is not given. */
export function valueInForce(
  name: string, configuration: Configuration, line = Number.POSITIVE_INFINITY,
): ValueInForce {
  const { digest, files, facts, release } = configuration;
  const standard = optionInRelease(name, facts, release);
  const secret = isSecret(name, facts);
  const defaultValue = standard && !secret ? defaultText(standard, release) : undefined;
  const conf = confValueOf(name, files, facts);
  const inFile = conf && placedConf(conf, name, facts);
  const none = { isLater: false, since: undefined, before: undefined, agrees: undefined };
  const base = { name, defaultValue, inFile, ...none };
  const dumped = lastDumped(namesOfOption(name, facts), digest, line);
  if (dumped) {
    const { dump, option, key } = dumped;
    const agrees = conf && !secret ? isSameValue(standard, conf.texts, option.value) : undefined;
    return {
      ...base, ...historyOf(key, dump, digest), value: shown(name, option.value, facts), origin: 'log',
      at: placeOf(dump, option), isLater: dump.at.line > line, agrees,
    };
  }
  if (inFile) return { ...base, value: inFile.value, origin: 'file', at: inFile.at };
  return { ...base, value: defaultValue, origin: 'default', at: undefined };
}

function shown(name: string, logged: string, facts: Facts): string {
  return maskValue(name, spellLogged(logged), facts);
}

function placedConf({ texts, setting, source }: ConfValue, name: string, facts: Facts): PlacedValue {
  return {
    value: isSecret(name, facts) ? masked : maskValue(name, texts.join(', '), facts),
    at: { source, line: setting.keySpan.line, time: undefined },
  };
}

interface Dumped {
  readonly dump: OptionDump;
  readonly option: DumpedOption;
  /** The name under which that release has it. */
  readonly key: string;
}

/** By the last start before the line; where there is none, by the first one behind it. */
function lastDumped(names: readonly string[], digest: Digest | undefined, line: number): Dumped | undefined {
  const dumps = digest?.optionDumps ?? [];
  const before = dumps.filter(({ at }) => at.line <= line).reverse();
  for (const dump of [...before, ...dumps.filter(({ at }) => at.line > line)]) {
    for (const key of names) {
      const option = dump.get(key);
      if (option) return { dump, option, key };
    }
  }
  return undefined;
}

function placeOf({ at }: OptionDump, { line }: DumpedOption): Place {
  return { source: at.source, line, time: at.time };
}

// Back from start to start as long as the value stays the same.
function historyOf(
  key: string, dump: OptionDump, digest: Digest | undefined,
): Pick<ValueInForce, 'since' | 'before'> {
  const earlier = new Map(pairsOfStarts(digest ? [digest] : []).map(([from, to]) => [to, from]));
  const value = dump.get(key)?.value;
  for (let start = dump; ;) {
    const from = earlier.get(start);
    const before = from?.get(key);
    if (!from || !before) return { since: undefined, before: undefined };
    if (before.value !== value) {
      return {
        since: { ...start.at, line: start.get(key)?.line ?? start.at.line },
        before: { value: maskValue(key, spellLogged(before.value)), at: placeOf(from, before) },
      };
    }
    start = from;
  }
}
