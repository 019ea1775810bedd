// The row type of our words on log statements; options are checked against the facts by the compiler.

import type { OptionName } from '../facts/names';

/** What a log statement means, in a few words. */
export interface StatementNote {
  /** Nova's template, as the facts have it; several where releases word the same differently. */
  readonly text: string | readonly string[];
  /** One to three sentences. */
  readonly meaning: string;
  /** The line needs no care, and why. */
  readonly benign?: string;
  readonly options?: readonly OptionName[];
}
