// The row types of remedies: the sentences on a class of exception, and what each of them holds of; and the
// short way to write a row.

export interface RemedySentence {
  readonly text: string;
  /** Taken only where the message contains one of these; their placeholders end with the next literal or the
   *  line, and fill the sentence. */
  readonly within?: readonly string[];
  /** Taken only when these captures hold one of these values. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
}

export interface Remedy {
  /** Nova's own templates of the message, newest first; their placeholders become arguments. */
  readonly messages?: readonly string[];
  /** Best first: the first whose placeholders are all known is said. The last one needs none, but where only
   *  texts of the class that are known are spoken of. */
  readonly sentences: readonly RemedySentence[];
  /** Options the sentences name, as the facts spell them. */
  readonly options?: readonly string[];
}

/** A sentence for messages that contain one of these texts. */
export function sentence(within: readonly string[], text: string): RemedySentence {
  return { within, text };
}
