// Whole numbers → text with commas between groups of three digits. `toLocaleString` does the same, but the
// first time it is called it loads more than a command needs for all the rest.

/** @param value a whole number, not negative. */
export function numberText(value: number): string {
  const digits = String(value);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}
