// In: the message of a line. Out: the same message with what differs from one operation to the next replaced:
// ids by what they are, times and addresses by signs. So that two operations of one kind can be held against
// each other. Ids have no numbers: one more of them would make all behind it differ.

/** Replaces what differs from one operation to the next. */
export type SameNames = (text: string) => string;

/** What is replaced by which name, in this order. */
const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['<request>', /req-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi],
  ['<id>', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi],
  ['<domain>', /instance-[0-9a-f]{8}/gi],
  ['<device>', /(?:tap|qvo|qbr|qvb|vhu)[0-9a-f]{8}-[0-9a-f]{2}/gi],
  ['<mac>', /\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/gi],
  ['<address>', /\b\d{1,3}(?:\.\d{1,3}){3}\b/g],
  ['<hash>', /\b[0-9a-f]{32}\b/gi],
  ['<time>', /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|\+00:00)?/g],
  ['<pointer>', /\b0x[0-9a-f]{6,16}\b/gi],
  // waits of less than a second
  ['<1 s', /\b0\.\d{1,9} ?s(?:ec(?:onds?)?)?\b/g],
];

/** @param own what has a name of its own, for example the instance or the host: `<instance>` */
export function sameNames(own: ReadonlyMap<string, string> = new Map()): SameNames {
  // The longer first: a host's whole name holds its short one.
  const names = [...own].sort((a, b) => b[0].length - a[0].length);
  return (text) => {
    const named = names.reduce((rest, [id, name]) => rest.replaceAll(id, `<${name}>`), text);
    return kinds.reduce((rest, [name, pattern]) => rest.replace(pattern, name), named);
  };
}
