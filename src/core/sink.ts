// The one shape of every reading stage: a sink is pushed values and told when no more will come.
// A stage is a function from the sink below it to the sink above it.

export interface Sink<T> {
  push(value: T): void;
  end(): void;
}

/** A sink that keeps everything it is pushed; for tests and for small inputs. */
export function collect<T>(): Sink<T> & { readonly values: readonly T[] } {
  const values: T[] = [];
  return { values, push: (value) => void values.push(value), end: () => undefined };
}
