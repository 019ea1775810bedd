// A table of words and its translation → what the translation lacks, one line each: a word, a slot, a name.

/** Slots of a sentence: `{count}`, `{count|line|lines}`. */
export function slotsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].flatMap(([, name]) => name ?? []))];
}

const slot = /\{[^{}]*\}/g;

/** What is spelled alike in every language: code, options, classes, states, commands, groups, services. */
const nameForms = [
  /`[^`]+`/g, /"[^"]+"/g, /\b[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+\b/g, /\[\w+\]/g, /\b\w+_\w+\b/g,
  /\bnova-(?:api|compute|conductor|scheduler|manage|status)\b/g, /\b[A-Z]{4,}\b/g, /--[a-z][a-z-]+/g,
  /(?<![\w.])\/(?:var|etc|dev|usr|proc|sys|opt|run)\/[\w./-]+\w/g,
];

/** Names of a sentence, without backquotes and quotes. */
export function namesIn(text: string): readonly string[] {
  const words = text.replace(slot, ' ');
  const found = nameForms.flatMap((form) => [...words.matchAll(form)].map(([name]) => name.replace(/^[`"]|[`"]$/g, '')));
  return [...new Set(found)].filter((name) => !isWord(name));
}

/** The title of our own view is spoken. */
function isWord(name: string): boolean {
  return name === 'Nova Instances';
}

const probes = ['«1»', '«2»', '«3»', '«4»'] as const;

/**
 * @param own the English word: a sentence, what makes one, or a table of words
 * @returns what the translation lacks, by the way to the word
 */
export function gapsBetween(way: string, own: unknown, other: unknown): readonly string[] {
  if (own === '' || own === undefined) return [];
  if (other === undefined) return [`${way} is missing`];
  if (typeof own === 'string') return typeof other === 'string' ? gapsInText(way, own, other) : [`${way} is no text`];
  if (typeof own === 'function') return gapsInSentence(way, own, other);
  if (typeof own !== 'object' || own === null || typeof other !== 'object' || other === null) {
    return [`${way} is no table`];
  }
  const extra = Object.keys(other).filter((key) => !Object.hasOwn(own, key));
  return [
    ...Object.entries(own).flatMap(([key, word]) => (
      gapsBetween(`${way}.${key}`, word, Object.hasOwn(other, key) ? Reflect.get(other, key) : undefined))),
    ...extra.map((key) => `${way}.${key} is too much`),
  ];
}

function gapsInText(way: string, own: string, other: string): readonly string[] {
  const lost = slotsIn(own).filter((slot) => !slotsIn(other).includes(slot)).map((slot) => `{${slot}}`);
  const rest = other.replace(slot, ' ');
  const names = namesIn(own).filter((name) => !rest.includes(name));
  const strange = slotsIn(other).filter((slot) => !slotsIn(own).includes(slot));
  return [
    ...[...lost, ...names].map((name) => `${way} lacks ${name}`),
    ...strange.map((slot) => `${way} has no slot {${slot}}`),
    ...(own === other && /[a-z]{3}/i.test(own) && own !== '' ? [`${way} is not translated`] : []),
  ];
}

// Parts that are given by name are probed by name.
const parts = new Proxy({}, { get: (_all, name) => `«${String(name)}»`, has: () => true });

function gapsInSentence(way: string, own: object, other: unknown): readonly string[] {
  if (typeof other !== 'function') return [`${way} is no sentence`];
  const isNamed = /^\(?\s*\{/.test(Function.prototype.toString.call(own));
  const args: readonly unknown[] = isNamed ? [parts] : probes;
  const say = (sentence: object) => String(Reflect.apply(sentence as () => string, undefined, args));
  const [text, translated] = [say(own), say(other)];
  const lost = [...text.matchAll(/«\w+»/g)].map(([probe]) => probe).filter((probe) => !translated.includes(probe));
  return [
    ...[...new Set(lost)].map((probe) => `${way} lacks ${probe}`),
    ...(text === translated ? [`${way} is not translated`] : []),
  ];
}
