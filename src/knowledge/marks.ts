// The marks that stand between words and sentences which are put together. A translation is a table with the
// same keys.

import { translated } from './language';

export const marks = translated('marks', {
  /** Between the items of a list. */
  list: ', ',
  /** Between the parts of a line. */
  comma: ', ',
  /** Between parts of a list that have commas of their own. */
  parts: '; ',
  colon: ': ',
  /** Between two sentences. */
  gap: ' ',
  stop: '.',
  open: ' (',
  close: ')',
  /** Behind a heading that stands on the line of its text. */
  heading: '. ',
});
