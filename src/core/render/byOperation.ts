// What is told of operations → the same by the operation's id.

/** What is of no operation is left out. */
export function byOperation<T extends { readonly operation: string | undefined }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    if (one.operation === undefined) continue;
    const own = found.get(one.operation);
    if (own) own.push(one);
    else found.set(one.operation, [one]);
  }
  return found;
}
