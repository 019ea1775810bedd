// An exception → what to do about it, in one sentence. In: the class, its message and what else is known by
// name. Out: the best sentence of knowledge/remedies.ts whose placeholders are all known.

import { remedyIn } from '../../knowledge/notesInLanguage';
import { remedies } from '../../knowledge/remedies';
import type { Remedy, RemedySentence } from '../../knowledge/remedyRow';
import { findWithin } from '../diagnoses/textWithin';
import { compileTemplate, matchTemplate } from '../template';
import type { Template } from '../template';

export type Args = Readonly<Record<string, string | number>>;

/** The class without its module: `VolumeNotCreated`. */
export function shortType(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/**
 * @param type class of the exception, with its module or without
 * @param message the exception's message as logged; its numbers fill the sentence
 * @param args what else is known, by the placeholders' names
 * @returns undefined when nothing is known about the class
 */
export function remedyOf(type: string, message = '', args: Args = {}): string | undefined {
  const remedy = remedyFor(type);
  if (!remedy) return undefined;
  const known = derive({ ...args, ...capture(remedy, message) });
  for (const [index, sentence] of remedy.sentences.entries()) {
    const all = valuesFor(sentence, message, known);
    if (all) return fill(remedyIn(shortType(type), index, sentence.text), all);
  }
  return undefined;
}

/** Options that the remedy for a class names, `group.name`. */
export function optionsOfRemedy(type: string): readonly string[] {
  return remedyFor(type)?.options ?? [];
}

/** The seconds that an exception says it waited, as VolumeNotCreated does; undefined for most. */
export function secondsWaited(type: string, message: string): number | undefined {
  const remedy = remedyFor(type);
  const waited = Number(remedy ? capture(remedy, message)['waited'] : undefined);
  return Number.isFinite(waited) ? waited : undefined;
}

function remedyFor(type: string): Remedy | undefined {
  const name = shortType(type);
  return Object.hasOwn(remedies, name) ? remedies[name] : undefined;
}

// as many as the rows have texts
const compiled = new Map<string, Template>();

function templateOf(text: string): Template {
  let template = compiled.get(text);
  if (!template) compiled.set(text, template = compileTemplate(text));
  return template;
}

// A message may be spread over lines: by Nova, or by whoever wrapped the text.
function capture(remedy: Remedy, message: string): Record<string, string> {
  const line = message.replace(/\s+/g, ' ').trim();
  for (const text of remedy.messages ?? []) {
    const values = matchTemplate(templateOf(text), line);
    if (values) return values;
  }
  return {};
}

/** Values that Python may have written as strings. */
const quoted = ['said', 'path'];

// Nova tries once more than block_device_allocate_retries says, and sleeps the interval between two tries.
function derive(given: Args): Args {
  const args = { ...given };
  for (const name of quoted) if (given[name] !== undefined) args[name] = unquoted(String(given[name]));
  const tries = Number(args['tries']);
  const waited = Number(args['waited']);
  if (!(tries > 1) || !(waited > 0)) return args;
  return { retries: tries - 1, interval: Math.round(waited / tries), ...args };
}

// Python writes what a command said as it writes a string in its source: u'No portal found.\\n'
function unquoted(text: string): string {
  return text.replace(/^[bu]?['"]|['"]$/g, '').replace(/(?:\\[rnt])+/g, ' ').trim();
}

/** What fills the sentence; undefined where it does not fit or something for it is unknown. */
function valuesFor(sentence: RemedySentence, message: string, known: Args): Args | undefined {
  const { text, within, when = {} } = sentence;
  const found = within ? findAny(within, message) : {};
  const fits = Object.entries(when).every(([name, values]) => values.includes(String(known[name])));
  const all = found && fits ? { ...known, ...found } : undefined;
  const isWhole = all && placeholdersIn(text).every((name) => all[name] !== undefined && all[name] !== '');
  return isWhole ? all : undefined;
}

function findAny(templates: readonly string[], message: string): Record<string, string> | undefined {
  for (const text of templates) {
    const found = findWithin(templateOf(text), message);
    if (found) return found;
  }
  return undefined;
}

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
}

function fill(text: string, known: Args): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => cut(String(known[name] ?? '')));
}

// What stands in a log may be long: a reason can hold a whole libvirt error.
function cut(value: string): string {
  const text = value.trim().replace(/\.$/, '');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
