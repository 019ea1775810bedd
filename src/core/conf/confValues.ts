// Files of nova.conf in oslo.config's order → what they set an option to, under whichever of its names. A
// later file wins over an earlier one; within a file the present name wins over deprecated ones, and the
// last line counts.

import type { Facts, OptionFacts } from '../../knowledge/facts/shapes';
import { groupKey } from './conf';
import type { ConfFile, ConfSetting } from './conf';
import { namesOfOption } from './optionNames';
import { plainType } from './optionValue';

export interface ConfValue {
  /**
   * One text; several only where the option may be set several times. References are filled in as far as
   * known.
   */
  readonly texts: readonly string[];
  /** The line that counts. */
  readonly setting: ConfSetting;
  readonly source: string;
}

/** What the files set the option to; undefined: they do not. */
export function confValueOf(name: string, files: readonly ConfFile[], facts: Facts): ConfValue | undefined {
  const names = namesOfOption(name, facts);
  const option = optionOf(names, facts);
  const isMulti = option !== undefined && plainType(option) === 'multi';
  const texts: string[] = [];
  let found: { setting: ConfSetting; source: string } | undefined;
  for (const { settings, source } of [...files].reverse()) {
    for (const one of names) {
      const same = settings.filter((setting) => nameOf(setting) === one);
      const last = same.at(-1);
      if (!last) continue;
      found ??= { setting: last, source };
      texts.unshift(...(isMulti ? same.map(({ value }) => value) : [last.value]));
      if (!isMulti) break;
    }
    if (found && !isMulti) break;
  }
  const fill = (text: string) => fillReferences(text, name, files, facts, 0);
  return found && { ...found, texts: texts.map(fill) };
}

/** `group.name` as the facts spell groups; empty for a line above the first section. */
export function nameOf({ group, key }: Pick<ConfSetting, 'group' | 'key'>): string {
  return group === undefined ? '' : `${groupKey(group)}.${key}`;
}

function optionOf(names: readonly string[], facts: Facts): OptionFacts | undefined {
  return names.map((name) => facts.options.get(name)).find((option) => option !== undefined);
}

const deepest = 5;
const reference = /\$\$|\\\$|\$\{?([a-z_][a-z0-9_.]{0,100})\}?/g;

// `$my_ip` stands for the value of that option, of the same group first; what is not known stays as it is.
function fillReferences(
  text: string, name: string, files: readonly ConfFile[], facts: Facts, depth: number,
): string {
  if (!text.includes('$') || depth >= deepest) return text;
  const group = name.slice(0, name.lastIndexOf('.'));
  return text.replace(reference, (whole, key: string | undefined) => {
    if (key === undefined) return whole;
    const names = key.includes('.') ? [key] : [`${group}.${key}`, `DEFAULT.${key}`];
    for (const one of names.filter((other) => other !== name)) {
      const value = referenced(one, files, facts, depth + 1);
      if (value !== undefined) return value;
    }
    return whole;
  });
}

function referenced(
  name: string, files: readonly ConfFile[], facts: Facts, depth: number,
): string | undefined {
  const setting = files.flatMap(({ settings }) => settings).filter((one) => nameOf(one) === name).at(-1);
  if (setting) return fillReferences(setting.value, name, files, facts, depth);
  const standard = facts.options.get(name)?.default;
  // the facts show values that depend on the host as `<…>`
  return typeof standard === 'string' && !standard.includes('<') ? standard : undefined;
}
