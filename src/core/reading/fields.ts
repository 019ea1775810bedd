// An object of JSON → its members, as far as they have the type that is asked for.

export type Fields = Readonly<Record<string, unknown>>;

/** The first of the fields that holds text; journald gives text with control characters as numbers. */
export function textIn(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
    if (Array.isArray(value) && value.length > 0 && value.every((byte) => typeof byte === 'number')) {
      return new TextDecoder().decode(Uint8Array.from(value));
    }
  }
  return undefined;
}

export function numberIn(fields: Fields, names: readonly string[]): number | undefined {
  return names.map((name) => fields[name]).find((value) => typeof value === 'number');
}

export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value)) : undefined;
}

/** Undefined: it is no JSON, or was cut off. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const toldBefore = /^(?:ok|changed|failed|fatal|skipping): \[[^\]]{1,200}\][^{[]{0,300}=> (?=[{[])/;

/** Where JSON may begin in a line: with it, or behind what Ansible tells of a host. -1: nowhere. */
export function beginOfJson(text: string): number {
  return /^[{[]/.test(text) ? 0 : toldBefore.exec(text)?.[0].length ?? -1;
}

/** Where a quote stands, from a place on, that belongs to no string within the string; -1: nowhere. */
export function quoteFrom(text: string, quote: string, from: number): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!isEscaped(text, at)) return at;
  }
  return -1;
}

/** Whether backslashes before a place take its meaning from it. */
export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes += 1;
  return slashes % 2 === 1;
}
