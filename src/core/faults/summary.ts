// The `: Class: text` that oslo.log puts behind a message while an exception is handled.

import { looksLikeClass } from './className';

export interface Summary {
  readonly type: string;
  readonly message: string;
  /** Offset of the class in the text. */
  readonly offset: number;
}

/** @returns the first `Class: text` that stands at the beginning of the text or behind a colon. */
export function summaryIn(text: string): Summary | undefined {
  let from = 0;
  while (from >= 0 && from < text.length) {
    const end = text.indexOf(': ', from);
    const name = text.slice(from, end < 0 ? text.length : end).trimEnd();
    if (name.length < 120 && /^[A-Za-z_][\w.]*$/.test(name) && looksLikeClass(name)) {
      return { type: name, message: end < 0 ? '' : text.slice(end + 2), offset: from };
    }
    from = end < 0 ? -1 : end + 2;
  }
  return undefined;
}
