// A name that is not known → the one of the known names that was probably meant.

/** @returns undefined when none is close enough, or several are equally close. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const most = Math.min(3, Math.floor(name.length / 4));
  let best: string | undefined;
  let least = most + 1;
  let isShared = false;
  for (const one of known) {
    if (Math.abs(one.length - name.length) > most) continue;
    const steps = stepsBetween(name, one, least);
    if (steps > most || steps > least) continue;
    isShared = steps === least;
    best = one;
    least = steps;
  }
  return isShared ? undefined : best;
}

/** Letters to change, add or take away; more than `limit` where there are more. */
function stepsBetween(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}
