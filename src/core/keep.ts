// A substring of a decoded piece of the log → a copy that does not keep that piece alive.

/** A copy that does not keep the decoded piece of the log alive of which a substring is a part. */
export function keep(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
