// Templates that begin with a placeholder → a word of each by which it is found; a message → its words.

/** Characters of a message in which words are looked for. */
const longestSearched = 4000;

/** For the literals of each template the word that the fewest of the others have; undefined: it has none. */
export function rarestWords(templates: readonly (readonly string[])[]): (string | undefined)[] {
  const words = templates.map(wordsOf);
  const counts = new Map<string, number>();
  for (const word of words.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const countOf = (word: string) => counts.get(word) ?? 0;
  return words.map((own) => [...own].sort((a, b) => countOf(a) - countOf(b) || b.length - a.length)[0]);
}

/** Words that stand in the literals with both their ends: what a placeholder touches may grow. */
function wordsOf(literals: readonly string[]): string[] {
  const found = literals.flatMap((literal, number) => {
    const whole = `${number > 0 ? '_' : ' '}${literal}${number < literals.length - 1 ? '_' : ' '}`;
    return wordsIn(whole).filter((_, at, all) => {
      const isLast = at === all.length - 1 && number < literals.length - 1;
      return !isLast && (at > 0 || number === 0);
    });
  });
  return [...new Set(found)];
}

/** Runs of letters, digits and low lines. */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  const end = Math.min(text.length, longestSearched);
  for (let at = 0; at < end; at++) {
    const from = at;
    while (isWord(text.charCodeAt(at))) at++;
    if (at > from) words.push(text.slice(from, at));
  }
  return words;
}

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
    || code === 95;
}
