// The text of a message → the class of exceptions that has it as its message, by the facts and by the texts
// of libraries.

import { libraryTexts } from '../../knowledge/libraryTexts';
import type { Facts } from '../../knowledge/facts/shapes';
import { compileTemplate, literalLength } from '../template';
import { TemplateIndex } from '../templateIndex';
import type { Indexed } from '../templateIndex';

/** A template must fix this many letters before it may stand for its class. */
const enoughLetters = 12;

const keyLength = 4;

type ClassIndex = TemplateIndex<string | undefined>;

/** Texts by their first letters; only those that a message may follow are made templates of. */
interface ClassTexts {
  readonly byKey: ReadonlyMap<string, readonly (readonly [text: string, name: string])[]>;
  readonly indexes: Map<string, ClassIndex>;
}

const classTexts = new WeakMap<Facts, ClassTexts>();

/**
 * The class whose message template a text follows; only templates with enough literal text, the longest
 * literal first.
 * @returns a class name; undefined when none has that template, or several share it.
 */
export function classOfMessage(text: string, facts: Facts): string | undefined {
  const message = handedBack(withoutTag(text));
  const texts = classTexts.get(facts) ?? groupClassTexts(facts);
  classTexts.set(facts, texts);
  const key = message.slice(0, keyLength);
  const candidates = texts.byKey.get(key);
  if (!candidates) return undefined;
  const index = texts.indexes.get(key) ?? new TemplateIndex(classTemplates(candidates));
  texts.indexes.set(key, index);
  return index.find('', message)?.value;
}

function groupClassTexts(facts: Facts): ClassTexts {
  const byKey = new Map<string, [string, string][]>();
  const told = new Set<string>();
  const add = (text: string | undefined, name: string) => {
    const trimmed = (text ?? '').trim();
    const key = trimmed.slice(0, keyLength);
    told.add(trimmed);
    const same = byKey.get(key);
    if (same) same.push([trimmed, name]);
    else byKey.set(key, [[trimmed, name]]);
  };
  for (const known of [...facts.nova.values(), ...[...facts.foreign.values()].flat()]) {
    add(known.text, known.name);
    for (const [, text] of known.texts) add(text, known.name);
  }
  for (const { text, type } of libraryTexts) if (!told.has(text)) add(text, type);
  return { byKey, indexes: new Map() };
}

function classTemplates(texts: readonly (readonly [string, string])[]): Indexed<string | undefined>[] {
  const byLiterals = new Map<string, Indexed<string | undefined>>();
  for (const [text, name] of texts) {
    const template = compileTemplate(text);
    if (literalLength(template) < enoughLetters || (template.literals[0] ?? '').length < keyLength) continue;
    const key = template.literals.join('\u0000');
    const value = byLiterals.has(key) && byLiterals.get(key)?.value !== name ? undefined : name;
    byLiterals.set(key, { loggers: [''], template, value });
  }
  return [...byLiterals.values()];
}

/** `Returning exception … to caller`: Nova until Icehouse, of what its RPC hands back. */
function handedBack(message: string): string {
  const before = 'Returning exception ';
  const behind = ' to caller';
  if (!message.startsWith(before)) return message;
  return message.slice(before.length, message.endsWith(behind) ? -behind.length : undefined);
}

/** The message without the `[instance: …]` in front of it. */
export function withoutTag(text: string): string {
  return text.trimStart().replace(/^\[instance: [^\]]{0,80}\]\s*/, '');
}
