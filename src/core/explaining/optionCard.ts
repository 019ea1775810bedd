// A name of an option as people, logs and nova.conf spell it → the option; an option → what is known.

import { cardWords } from '../../knowledge/cardWords';
import { optionIn } from '../../knowledge/notesInLanguage';
import type { Facts, History, OptionFacts, OptionValue } from '../../knowledge/facts/shapes';
import type { ReleaseId } from '../../knowledge/releases';
import type { OptionNote } from '../../knowledge/schema';
import type { ExplainedOption, Explanation } from '../model';
import { isWithin, parseRelease, releaseName, releaseSpan, valueIn } from '../statements/release';

type Row = Explanation['facts'][number];
type OptionNotes = Readonly<Partial<Record<string, OptionNote>>>;

/** Lower-case name → full names; names that an option once had lead to it too, behind its own. */
interface OptionIndex {
  readonly full: ReadonlyMap<string, string>;
  readonly bare: ReadonlyMap<string, readonly string[]>;
  readonly old: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<Facts, OptionIndex>();

/**
 * @param text `group.name`, `[group] name`, `CONF.group.name`, `name` or `name = value`; any case.
 * @returns the option; for a bare name that of [DEFAULT], else the only one of that name; undefined if none.
 */
export function findOption(text: string, facts: Facts): OptionFacts | undefined {
  const index = indexOf(facts);
  const name = normalize(text);
  const full = index.full.get(name) ?? index.full.get(`default.${name}`);
  if (full !== undefined) return facts.options.get(full);
  const bare = index.bare.get(name) ?? [];
  const only = bare.length === 1 ? bare[0] : bare.find((each) => facts.options.get(each)?.last === 'master');
  const found = only ?? index.old.get(name) ?? index.old.get(`default.${name}`);
  return found === undefined ? undefined : facts.options.get(found);
}

function normalize(text: string): string {
  const equals = text.indexOf('=');
  return (equals < 0 ? text : text.slice(0, equals)).trim().toLowerCase()
    .replace(/^conf\./, '').replace(/^\[([^\]]*)\][\s/.:]*/, '$1.').replace(/[`'"]/g, '');
}

function indexOf(facts: Facts): OptionIndex {
  const known = indexes.get(facts);
  if (known) return known;
  const full = new Map<string, string>();
  const bare = new Map<string, string[]>();
  const old = new Map<string, string>();
  for (const option of facts.options.values()) {
    full.set(option.fullName.toLowerCase(), option.fullName);
    const name = option.name.toLowerCase();
    bare.set(name, [...(bare.get(name) ?? []), option.fullName]);
    for (const before of option.oldNamesEver) old.set(before.toLowerCase(), option.fullName);
  }
  const index = { full, bare, old };
  indexes.set(facts, index);
  return index;
}

/** The option under the name that a release has for it: its own, else one it replaced or was replaced by. */
export function optionInRelease(
  name: string, facts: Facts, release: ReleaseId | undefined,
): OptionFacts | undefined {
  const option = facts.options.get(name);
  if (!option || release === undefined || existsIn(option, release)) return option;
  const others = [...option.oldNamesEver, ...option.oldNames, ...option.renamedTo];
  const named = others.map((other) => facts.options.get(other));
  return named.find((other) => other && existsIn(other, release)) ?? option;
}

function existsIn(option: OptionFacts, release: ReleaseId): boolean {
  return isWithin(release, option.orEarlier ? undefined : option.first, option.last);
}

/** What stands beside an option in an explanation. */
export function describeOption(
  option: OptionFacts, note: OptionNote | undefined, release: ReleaseId | undefined,
): ExplainedOption {
  return {
    name: option.fullName,
    type: typeText(option),
    defaultValue: defaultText(option, release),
    meaning: note?.meaning,
    symptom: note?.symptom,
    releases: spanText(option),
  };
}

/** Our words on an option; an older or newer name of it shares them. */
export function noteOf(option: OptionFacts, facts: Facts, notes: OptionNotes): OptionNote | undefined {
  const names = [option.fullName, ...option.renamedTo, ...option.oldNamesEver];
  const named = names.find((name) => notes[name] !== undefined);
  if (named !== undefined) return optionIn(named, notes[named]);
  const successor = option.renamedTo.flatMap((name) => facts.options.get(name)?.renamedTo ?? []);
  const later = successor.find((name) => notes[name] !== undefined);
  return later === undefined ? undefined : optionIn(later, notes[later]);
}

/** The default as nova.conf would spell it, for a release or the newest; undefined: none, or secret. */
export function defaultText(option: OptionFacts, release?: ReleaseId): string | undefined {
  if (option.secret) return undefined;
  const held = release === undefined ? undefined : valueIn(option.defaults, release);
  return spellValue(held ?? option.default);
}

/** A value as nova.conf spells it. */
export function spellValue(value: OptionValue | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return String(value);
  const parts = isList(value) ? value.map((item) => spellValue(item) ?? '')
    : Object.entries(value).map(([key, item]) => `${key}:${spellValue(item) ?? ''}`);
  return parts.length === 0 ? undefined : parts.join(',');
}

function isList(value: object): value is readonly OptionValue[] {
  return Array.isArray(value);
}

function typeText(option: OptionFacts): string {
  const { type = '', itemType, min, max } = option;
  const whole = itemType === undefined ? type : fill(cardWords.itemsOf, { type, item: itemType });
  if (min !== undefined && max !== undefined) return fill(cardWords.between, { type: whole, min, max });
  if (min !== undefined) return fill(cardWords.atLeast, { type: whole, min });
  return max === undefined ? whole : fill(cardWords.atMost, { type: whole, max });
}

/** Releases that have the option, for people. */
function spanText(option: OptionFacts): string {
  if (option.library !== undefined && option.first === undefined) return option.library;
  const { first = 'master', last = 'master' } = option;
  const from = option.orEarlier && first === '2015.1';
  const begin = from ? fill(cardWords.orEarlier, { release: releaseName(first) }) : releaseName(first);
  const span = first === last ? begin : `${begin} – ${releaseName(last)}`;
  if (option.gaps !== undefined) return option.gaps.split(',').map(gapText).join(', ');
  return option.removedIn === undefined ? span
    : fill(cardWords.removedIn, { span, release: releaseName(option.removedIn) });
}

/** `14..15` → `Newton – Ocata`. */
export function gapText(range: string): string {
  const [first = '', last = first] = range.split('..');
  return releaseSpan(first, last);
}

/** What the facts say of an option, one line each, for the card of an option. */
export function optionFacts(option: OptionFacts, note: OptionNote | undefined, release?: ReleaseId): Row[] {
  const w = cardWords;
  const rows: { label: string; value: string | undefined }[] = [
    { label: w.type, value: typeText(option) },
    { label: w.defaultValue,
      value: option.secret ? w.secretValue : defaultText(option, release) ?? w.noDefault },
    ...historyRows(option.secret ? [] : option.defaults),
    { label: w.choices, value: option.choices?.map((choice) => spellValue(choice) ?? "''").join(', ') },
    { label: w.releases, value: spanText(option) },
    { label: w.renamedTo, value: option.renamedTo.join(', ') },
    { label: w.oldNames, value: option.oldNames.join(', ') },
    { label: w.deprecated, value: deprecatedText(option) },
    ...noteRows(note),
    { label: w.library, value: option.library },
    { label: w.readBy, value: option.readBy.join(', ') },
  ];
  return rows.flatMap(({ label, value }) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

function historyRows(history: History<OptionValue>): Row[] {
  return history.map(([since, value]) => ({
    label: fill(cardWords.defaultSince, { release: releaseName(since) }),
    value: spellValue(value) ?? cardWords.noDefault,
  }));
}

function noteRows(note: OptionNote | undefined): { label: string; value: string | undefined }[] {
  if (!note) return [];
  return [
    { label: cardWords.symptom, value: note.symptom },
    { label: cardWords.unit, value: note.unit },
    { label: cardWords.restart, value: note.restart.map((service) => `nova-${service}`).join(', ') },
  ];
}

function deprecatedText({ deprecatedFrom }: OptionFacts): string | undefined {
  if (deprecatedFrom === undefined) return undefined;
  return parseRelease(deprecatedFrom) === undefined ? deprecatedFrom : releaseName(deprecatedFrom);
}

/** Fills `{name}` in a sentence of the word tables; what is not given stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
