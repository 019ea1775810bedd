// A text → no more of it than there is room for.

/** @param longest letters, the mark that says that there is more included */
export function cutText(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
