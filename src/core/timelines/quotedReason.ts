// The text of an exception that only wraps → the reason that it quotes.

const behind = /(?:aborted|re-scheduled|due to|Reason|Last exception): (.+)/s;

/** @returns the text itself where it quotes none. */
export function quotedReason(text: string): string {
  return (behind.exec(text)?.[1] ?? text).trim();
}
