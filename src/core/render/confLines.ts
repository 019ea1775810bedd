// Options as lines for nova.conf, and read-only checks as lines for a shell; for copying only, nothing runs
// them. In: explained options or checks, and what the log showed of them. Out: lines of text.

import type { ExplainedOption, Explanation } from '../model';
import type { Say } from './editorWords';

/**
 * Lines for nova.conf, by group. A value that the log shows stands there, else the default; an option with
 * neither is commented out.
 * @param shown full name of an option → its value in this log
 */
export function renderConf(
  options: readonly ExplainedOption[], shown: ReadonlyMap<string, string>, say: Say,
): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { name, defaultValue } of options) {
    const dot = name.indexOf('.');
    const group = name.slice(0, dot);
    const value = shown.get(name) ?? defaultValue;
    const note = defaultValue === undefined
      ? say('confNoteUnset')
      : say('confNote', { value: defaultValue });
    const line = `${name.slice(dot + 1)} = ${value ?? ''}`;
    const lines = groups.get(group) ?? [];
    lines.push(`# ${note}`, value === undefined ? `# ${line}` : line);
    groups.set(group, lines);
  }
  return [...groups].flatMap(([group, lines]) => [`[${group}]`, ...lines]);
}

/** The commands of an explanation's checks, each below what it is for. */
export function renderChecks(
  { checks }: Explanation, values: ReadonlyMap<string, string>,
): readonly string[] {
  return checks.flatMap(({ text, command }) =>
    (command === undefined ? [] : [`# ${text}`, fillCommand(command, values)]));
}

const hole = /<(\w+)>/g;

// Ids come from a log and go to a shell: only what can be an id is filled in.
function fillCommand(command: string, values: ReadonlyMap<string, string>): string {
  return command.replace(hole, (all, name: string) => {
    const value = values.get(name);
    return value !== undefined && /^[\w.-]{1,80}$/.test(value) ? value : all;
  });
}

const named = /\b(volume|port|image|network|host) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi;

/** What an exception's message names by its kind and UUID: `Volume dd04f3d2-… did not finish`. */
export function idsIn(message: string): readonly (readonly [name: string, id: string])[] {
  return [...message.matchAll(named)].map(([, name = '', id = '']) => [name.toLowerCase(), id]);
}
