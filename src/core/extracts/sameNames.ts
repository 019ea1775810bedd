// In: the message of a line. Out: the same message with what differs from one operation to the next replaced:
// ids by what they are and the order in which they came, times and addresses by signs. So that two operations
// of one kind can be held against each other.

/** Replaces within one extract: the same id gets the same name. */
export type SameNames = (text: string) => string;

/** What a name is made of, in the order in which they are looked for. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['request', /req-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi],
  ['id', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi],
  ['domain', /instance-[0-9a-f]{8}/gi],
  ['device', /(?:tap|qvo|qbr|qvb|vhu)[0-9a-f]{8}-[0-9a-f]{2}/gi],
  ['mac', /\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/gi],
  ['address', /\b\d{1,3}(?:\.\d{1,3}){3}\b/g],
  ['hash', /\b[0-9a-f]{32}\b/gi],
];

/** What says nothing at all: moments, places in memory, waits of less than a second. */
const signs: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['<time>', /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|\+00:00)?/g],
  ['<pointer>', /\b0x[0-9a-f]{6,16}\b/gi],
  ['<1 s', /\b0\.\d{1,9} ?s(?:ec(?:onds?)?)?\b/g],
];

/** @param own ids with a name of their own, for example the instance: `<instance>` */
export function sameNames(own: ReadonlyMap<string, string> = new Map()): SameNames {
  const known = new Map([...own].map(([id, name]) => [id.toLowerCase(), `<${name}>`]));
  const counts = new Map<string, number>();
  const nameOf = (kind: string, id: string): string => {
    const key = id.toLowerCase();
    const before = known.get(key);
    if (before !== undefined) return before;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const name = `<${kind} ${number}>`;
    known.set(key, name);
    return name;
  };
  return (text) => {
    const named = kinds.reduce(
      (rest, [kind, pattern]) => rest.replace(pattern, (id) => nameOf(kind, id)), text);
    return signs.reduce((rest, [sign, pattern]) => rest.replace(pattern, sign), named);
  };
}
