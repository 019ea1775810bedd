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

/** A sink made of what happens to each value; its end needs nothing done. */
export function sinkOf<T>(push: (value: T) => void): Sink<T> {
  return { push, end: () => undefined };
}

/** A sink that pushes each value on to all of these, in this order. */
export function fanOut<T>(sinks: readonly Sink<T>[]): Sink<T> {
  return {
    push(value) {
      for (const sink of sinks) sink.push(value);
    },
    end() {
      for (const sink of sinks) sink.end();
    },
  };
}
