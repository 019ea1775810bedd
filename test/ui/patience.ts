// Waiting and reading that every part of the window needs.

/** Labels of VS Code have non-breaking spaces, and icons from a private-use area. */
export function plain(text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, '').replace(/\s+/g, ' ').trim();
}

/** Tries again until it works, for a minute; then fails with the last reason. */
export async function retry<T>(what: string, act: () => Promise<T>, ms = 60_000): Promise<T> {
  for (const end = Date.now() + ms; ;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > end) throw new Error(`in vain for ${ms / 1000} s: ${what}`, { cause: error });
    }
  }
}
