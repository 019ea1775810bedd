// A value of unknown shape, and a name → what it holds by that name.

/** Undefined: it holds nothing by that name, or is nothing that could. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
