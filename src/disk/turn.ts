// Long work on a thread that others need as well.

/** Waits until everybody else had a turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}
