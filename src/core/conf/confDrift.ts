// Files of nova.conf against the last start that a log states → findings: options whose value in the files
// is not the one that the service runs with.

import type { Facts } from '../../knowledge/facts/shapes';
import type { ConfFile } from './conf';
import { confValueOf, nameOf } from './confValues';
import type { Digest, Finding } from '../model';
import { namesOfOption, optionOfKey } from './optionNames';
import { isSameValue, spellLogged } from './optionValue';
import { isSecret, maskValue } from './secrets';

/**
 * At the line of the log that states the value; the line of the file is related.
 * @param names how the files are called in sentences, by their source
 */
export function confDrifts(
  digest: Digest, files: readonly ConfFile[], facts: Facts, names: (source: string) => string,
): readonly Finding[] {
  const dump = digest.optionDumps?.at(-1);
  if (!dump || !haveBeenRead(files.map(({ source }) => names(source)), dump.configFiles)) return [];
  const options = new Set(files.flatMap(({ settings }) => settings).flatMap((setting) => {
    const known = setting.group === undefined ? undefined : optionOfKey(setting.group, setting.key, facts);
    return known?.option.fullName ?? nameOf(setting);
  }));
  return [...options].flatMap((name) => {
    const conf = confValueOf(name, files, facts);
    const logged = namesOfOption(name, facts).map((one) => dump.get(one)).find((one) => one !== undefined);
    if (!conf || !logged || isSecret(name, facts)) return [];
    if (isSameValue(facts.options.get(name), conf.texts, logged.value) !== false) return [];
    return [{
      check: 'option-drift', severity: 'information', instance: undefined, operation: undefined,
      at: { source: dump.at.source, line: logged.line, time: dump.at.time },
      related: [{ source: conf.source, line: conf.setting.keySpan.line, time: undefined }],
      args: {
        option: name, basis: 'file', file: names(conf.source),
        before: maskValue(name, conf.texts.join(', '), facts),
        after: maskValue(name, spellLogged(logged.value), facts),
      },
    }];
  });
}

// A service says which files it read: others say nothing of it. Folders of further files it does not list.
function haveBeenRead(files: readonly string[], read: readonly string[]): boolean {
  const lastPart = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const known = new Set(read.map(lastPart));
  return known.size === 0 || files.some((file) => known.has(lastPart(file)));
}
