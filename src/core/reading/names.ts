// Places in a text → the names that stand there, as strings of their own. The same few names come
// again and again: each is copied once, so that no name keeps the big string alive from which it was
// cut.

/** Reads the name between two places; equal names are the same string. */
export type NameReader = (text: string, from: number, to: number) => string;

/** `slots`: how many names it remembers, a power of two. `change`: what becomes of a name that is kept. */
export function rememberNames(slots: number, change?: (name: string) => string): NameReader {
  const spellings: string[] = new Array<string>(slots).fill('');
  const names: string[] = new Array<string>(slots).fill('');
  return (text, from, to) => {
    const length = to - from;
    const slot = (length + 31 * text.charCodeAt(to - 1) + 7 * text.charCodeAt(from + (length >> 1))
      + 131 * text.charCodeAt(to - 2)) & (slots - 1);
    const known = spellings[slot];
    if (known?.length === length && text.startsWith(known, from)) return names[slot] ?? '';
    const spelling = copyOf(text.slice(from, to));
    const name = change ? change(spelling) : spelling;
    spellings[slot] = spelling;
    names[slot] = name;
    return name;
  };
}

/** A string that shares no memory with the one it was cut from. */
export function copyOf(text: string): string {
  // V8 cuts slices out of their parent without copying; joining makes a new, short parent.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
