// A finding → what to do about it, on one line that fits behind a line of a log. In: a finding and its
// operation. Out: the remedy of the root cause with the log's own numbers, else the sentence of the
// finding.

import type { Finding, Operation } from '../model';
import { cutText } from './cutText';
import { remedyIn, renderFinding } from './finding';
import { withShortIds } from './operationText';

/** Longer tips are cut, and their ids: the problem and its hover have the whole sentence. */
const longest = 180;

export function renderTip(finding: Finding, operation: Operation | undefined): string {
  const cause = operation?.rootCause;
  const remedy = cause && remedyIn(finding.args, cause.type, cause.message);
  return cutText(withShortIds(remedy ?? renderFinding(finding, operation)).replace(/\s+/g, ' '), longest);
}

/** The exception, phase or option that a finding is about, by the name under which it is explained. */
export function subjectOf({ args }: Finding): string | undefined {
  const { type, phase, option } = args;
  if (typeof type === 'string' && type !== '') return type.slice(type.lastIndexOf('.') + 1);
  const name = phase ?? option;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
