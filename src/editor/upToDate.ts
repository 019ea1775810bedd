// A message that is asked for once, and an event that it has changed, for whoever begins to listen only some
// time after asking: what has changed in between is told then. Pure.

type Listener = (event: undefined) => unknown;
type Subscribe<T> = (listener: Listener, thisArgs?: unknown, disposables?: T[]) => T;

export function upToDate<T>(
  message: () => string, onDidChange: Subscribe<T> | undefined,
): { readonly message: () => string; readonly onDidChange: Subscribe<T> | undefined } {
  let told: string | undefined;
  return {
    message: () => (told = message()),
    onDidChange: onDidChange && ((listener, thisArgs, disposables) => {
      const listening = onDidChange(listener, thisArgs, disposables);
      if (told !== undefined && told !== message()) listener.call(thisArgs, undefined);
      return listening;
    }),
  };
}
