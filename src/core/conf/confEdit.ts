// A file of nova.conf and an option with its value → the smallest edits of the text that set it: in place,
// or in its group, or in a new group at the end. A line under an old name gives way to the name that is
// right for the release; whatever the file says more than once is set once, where it counts.

import type { Facts } from '../../knowledge/facts/shapes';
import type { ReleaseId } from '../../knowledge/releases';
import { groupKey } from './conf';
import type { ConfFile, ConfSection, ConfSetting } from './conf';
import { nameOf } from './confValues';
import { optionInRelease } from '../explaining/optionCard';
import { namesOfOption } from './optionNames';

/** Replaces the text between two places; both at the same place: inserts. Places as in the parsed text. */
export interface ConfEdit {
  readonly line: number;
  readonly start: number;
  readonly lastLine: number;
  readonly end: number;
  readonly text: string;
}

export interface ConfChange {
  /** `group.name` under which the value is set: the name that the release has. */
  readonly name: string;
  readonly value: string;
  /** In the order of the text; none overlap. */
  readonly edits: readonly ConfEdit[];
}

/**
 * @param name `group.name`, any of the option's names
 * @param text the file's text, of which `file` was made
 * @returns undefined: the file sets it to just that already
 */
export function setOption(
  file: ConfFile,
  text: string,
  option: { readonly name: string; readonly value: string },
  facts: Facts,
  release?: ReleaseId,
): ConfChange | undefined {
  const right = nameInRelease(option.name, facts, release);
  const names = new Set(namesOfOption(option.name, facts));
  const present = file.settings.filter((setting) => names.has(nameOf(setting)));
  const own = present.filter((setting) => nameOf(setting) === right).at(-1);
  const stale = present.filter((setting) => nameOf(setting) !== right);
  if (own?.value === option.value && stale.length === 0) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  const [group, key] = splitName(right);
  const kept = own ?? stale.filter((setting) => groupKey(setting.group ?? '') === group).at(-1);
  const edits = [
    ...stale.filter((setting) => setting !== kept).map((setting) => removal(setting, lines)),
    ...(kept && kept !== own ? [rename(kept, key)] : []),
    kept ? inPlace(kept, option.value, lines) : insertion(file, right, option.value, lines),
  ];
  return { name: right, value: option.value, edits: inOrder(edits) };
}

function inOrder(edits: readonly ConfEdit[]): readonly ConfEdit[] {
  return [...edits].sort((a, b) => a.line - b.line || a.start - b.start);
}

function rename({ keySpan: { line, start, end } }: ConfSetting, key: string): ConfEdit {
  return { line, start, lastLine: line, end, text: key };
}

/** The name that the release has for an option; the newest where the release is not known. */
export function nameInRelease(name: string, facts: Facts, release?: ReleaseId): string {
  const newest = namesOfOption(name, facts)[0] ?? name;
  return optionInRelease(release === undefined ? newest : name, facts, release)?.fullName ?? newest;
}

/** A line of nova.conf under another name, its value kept; in its own group if that is the right one. */
export function renameSetting(
  file: ConfFile,
  text: string,
  setting: ConfSetting,
  right: string,
): readonly ConfEdit[] {
  const [group, key] = splitName(right);
  if (setting.group !== undefined && groupKey(setting.group) === group) return [rename(setting, key)];
  const lines = text.split(/\r\n|\n|\r/);
  const value = setting.value.replaceAll('\n', `${file.lineEnd}    `);
  return inOrder([removal(setting, lines), insertion(file, right, value, lines)]);
}

/** The line with another value. */
export function replaceValue(text: string, setting: ConfSetting, value: string): readonly ConfEdit[] {
  return [inPlace(setting, value, text.split(/\r\n|\n|\r/))];
}

/** The text with the edits made; for previews and tests, an editor applies them itself. */
export function applyConfEdits(text: string, edits: readonly ConfEdit[]): string {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  const offset = (line: number, column: number) =>
    Math.min(text.length, (starts[line] ?? text.length) + column);
  return [...edits]
    .reverse()
    .reduce(
      (result, { line, start, lastLine, end, text: put }) =>
        result.slice(0, offset(line, start)) + put + result.slice(offset(lastLine, end)),
      text,
    );
}

function splitName(name: string): readonly [string, string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

function inPlace({ valueSpan, lastLine }: ConfSetting, value: string, lines: readonly string[]): ConfEdit {
  const { line, start } = valueSpan;
  // `key=` without a blank behind it stays as it is written
  const isTight = /[=:]/.test((lines[line] ?? '').charAt(start - 1));
  const lead = isTight && valueSpan.end === start ? ' ' : '';
  const end = lastLine === line ? valueSpan.end : (lines[lastLine] ?? '').length;
  return { line, start, lastLine, end, text: lead + value };
}

function removal({ keySpan, lastLine }: ConfSetting, lines: readonly string[]): ConfEdit {
  const isLast = lastLine + 1 >= lines.length;
  const end = isLast ? (lines[lastLine] ?? '').length : 0;
  return { line: keySpan.line, start: 0, lastLine: isLast ? lastLine : lastLine + 1, end, text: '' };
}

// Behind the line that has it commented out, as sample files do; else behind the group's last setting.
function insertion(file: ConfFile, name: string, value: string, lines: readonly string[]): ConfEdit {
  const [group, key] = splitName(name);
  const setting = `${key} = ${value}`;
  const section = file.sections.filter((one) => groupKey(one.name) === group).at(-1);
  const comments = file.comments.filter((one) => one.key === key && groupKey(one.group ?? '') === group);
  const comment = comments.at(-1);
  if (comment) return behind(file, comment.line, [setting], lines);
  if (section) return behind(file, lastUsedLine(file, section), [setting], lines);
  const last = lines.length - 1;
  if (file.endsWithLineEnd) {
    const above = last > 0 && lines[last - 1]?.trim() !== '' ? [''] : [];
    return behind(file, last - 1, [...above, `[${group}]`, setting], lines);
  }
  return behind(file, last, ['', `[${group}]`, setting], lines);
}

function lastUsedLine({ settings }: ConfFile, { span, lastLine }: ConfSection): number {
  const used = settings.filter(({ keySpan }) => keySpan.line > span.line && keySpan.line <= lastLine);
  return used.at(-1)?.lastLine ?? span.line;
}

/** @param line -1: at the beginning of an empty file. */
function behind(
  { lineEnd }: ConfFile,
  line: number,
  added: readonly string[],
  lines: readonly string[],
): ConfEdit {
  if (line + 1 < lines.length) {
    const text = added.map((one) => one + lineEnd).join('');
    return { line: line + 1, start: 0, lastLine: line + 1, end: 0, text };
  }
  const column = (lines[line] ?? '').length;
  return {
    line,
    start: column,
    lastLine: line,
    end: column,
    text: added.map((one) => lineEnd + one).join(''),
  };
}
