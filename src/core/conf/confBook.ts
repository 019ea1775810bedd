// One configuration, and every question that views ask about it: values, problems, drift, advice, edits,
// completions. In: files, the log's digest, the facts. Out: a ConfBook; a chunk of its own for the editor.

import type { Facts, OptionFacts } from '../../knowledge/facts/shapes';
import type { ReleaseId } from '../../knowledge/releases';
import { adviseFault, adviseOperation } from './advice';
import type { Advice } from './advice';
import { explanationOn } from './checkCommand';
import type { ConfFile, ConfSetting } from './conf';
import { confDrifts } from './confDrift';
import { renameSetting, replaceValue, setOption } from './confEdit';
import type { ConfChange, ConfEdit } from './confEdit';
import { confProblems } from './confProblems';
import type { ConfProblem } from './confProblems';
import { nameOf } from './confValues';
import { releaseOfDump } from '../statements/dumpRelease';
import type { Digest, Explanation, Fault, Finding, Operation, OptionDump, Place } from '../model';
import { defaultText, describeOption, spellValue } from '../explaining/optionCard';
import { groupNames, namesOfOption, optionOfKey, optionsOfGroup } from './optionNames';
import { plainType } from './optionValue';
import { deploymentIn } from './restart';
import { isWithin } from '../statements/release';
import { valueInForce } from './valueInForce';
import type { Configuration, ValueInForce } from './valueInForce';

/** An option that may be set in a group, for a list to choose from. */
export interface ConfCandidate {
  readonly name: string;
  readonly type: string;
  readonly defaultValue: string | undefined;
  readonly isDeprecated: boolean;
}

export interface ConfBook {
  readonly configuration: Configuration;
  /** @param line of the log; its end where not given. */
  valueOf(name: string, line?: number): ValueInForce;
  adviceFor(operation: Operation, digests: readonly Digest[]): Advice | undefined;
  /** For a failure that belongs to no operation. */
  adviceForFault(fault: Fault, digests: readonly Digest[]): Advice | undefined;
  /** @param called how a file is called in sentences, by its source. */
  drifts(called: (source: string) => string): readonly Finding[];
  problems(file: ConfFile): readonly ConfProblem[];
  /** Full name of the option that a line sets; undefined: not known. */
  optionOf(setting: Pick<ConfSetting, 'group' | 'key'>): string | undefined;
  groups(): readonly string[];
  candidates(group: string): readonly ConfCandidate[];
  /** What may stand behind the sign; none where anything may. */
  valuesFor(group: string, key: string): readonly string[];
  /** Lines of the log that state the option, one for each start. */
  stated(name: string): readonly Place[];
  /** An explanation with its commands as they are typed where this service was deployed. */
  explained(explanation: Explanation): Explanation;
  set(file: ConfFile, text: string, name: string, value: string): ConfChange | undefined;
  rename(file: ConfFile, text: string, setting: ConfSetting, right: string): readonly ConfEdit[];
  revalue(text: string, setting: ConfSetting, value: string): readonly ConfEdit[];
}

/** @param release undefined: that of the last start in the log, where its options tell one. */
export function openBook({ digest, files, facts, release }: Configuration): ConfBook {
  const dump = digest?.optionDumps?.at(-1);
  const configuration: Configuration = { digest, files, facts, release: release ?? releaseIn(digest, facts) };
  const wanted = configuration.release;
  return {
    configuration,
    valueOf: (name, line) => valueInForce(name, configuration, line),
    adviceFor: (operation, digests) => adviseOperation(operation, digests, configuration),
    adviceForFault: (fault, digests) => adviseFault(fault, undefined, digests, configuration),
    drifts: (called) => (digest ? confDrifts(digest, files, facts, called) : []),
    problems: (file) => confProblems(file, { facts, release: wanted, dump }),
    optionOf: (setting) => nameIn(setting, facts, dump),
    groups: () => [...new Set([...groupNames(facts), ...groupsOf(dump?.names ?? [])])].sort(),
    candidates: (group) => optionsOfGroup(group, facts)
      .filter((option) => isReadBy(option, wanted))
      .map((option) => candidateOf(option, wanted)),
    valuesFor: (group, key) => valuesOf(optionOfKey(group, key, facts)?.option, wanted),
    stated: (name) => statedIn(digest, namesOfOption(name, facts)),
    explained: (explanation) => explanationOn(explanation, deploymentIn(configuration)),
    set: (file, text, name, value) => setOption(file, text, { name, value }, facts, wanted),
    rename: (file, text, setting, right) => renameSetting(file, text, setting, right),
    revalue: (text, setting, value) => replaceValue(text, setting, value),
  };
}

function releaseIn(digest: Digest | undefined, facts: Facts): ReleaseId | undefined {
  const dump = digest?.optionDumps?.at(-1);
  const found = dump && releaseOfDump(dump, facts);
  return found && found.from === found.to ? found.from : undefined;
}

function nameIn(
  { group, key }: Pick<ConfSetting, 'group' | 'key'>, facts: Facts, dump: OptionDump | undefined,
): string | undefined {
  if (group === undefined) return undefined;
  const name = nameOf({ group, key });
  return optionOfKey(group, key, facts)?.option.fullName ?? (dump?.get(name) ? name : undefined);
}

function groupsOf(names: readonly string[]): readonly string[] {
  return names.map((name) => name.slice(0, name.lastIndexOf('.')));
}

function isReadBy(option: OptionFacts, release: ReleaseId | undefined): boolean {
  if (option.library !== undefined && option.first === undefined) return true;
  const { first, last, orEarlier } = option;
  return isWithin(release ?? 'master', orEarlier ? undefined : first, last);
}

function candidateOf(option: OptionFacts, release: ReleaseId | undefined): ConfCandidate {
  const { deprecatedFrom, name } = option;
  return {
    name,
    type: describeOption(option, undefined, release).type,
    defaultValue: defaultText(option, release),
    isDeprecated: deprecatedFrom !== undefined && isWithin(release ?? 'master', deprecatedFrom, undefined),
  };
}

function valuesOf(option: OptionFacts | undefined, release: ReleaseId | undefined): readonly string[] {
  if (!option) return [];
  if (plainType(option) === 'boolean') return ['True', 'False'];
  const choices = (option.choices ?? []).flatMap((choice) => spellValue(choice) ?? []);
  const standard = defaultText(option, release);
  return [...new Set([...choices, ...(standard === undefined ? [] : [standard])])];
}

function statedIn(digest: Digest | undefined, names: readonly string[]): readonly Place[] {
  return (digest?.optionDumps ?? []).flatMap(({ at, get }) => {
    const option = names.map((name) => get(name)).find((one) => one !== undefined);
    return option ? [{ source: at.source, line: option.line, time: at.time }] : [];
  });
}
