// The words of `nova-lens coverage`. A translation is a table with the same keys.

import { translated } from '../../knowledge/language';

export const coverageWords = translated('coverage', {
  log: '{source}: {own} of Nova\'s own lines{release}',
  total: 'All {count} logs: {own} of Nova\'s own lines',
  between: ', between {from} and {to}',
  oneRelease: ', {from}',
  statements: 'one statement of the source each: {one} ({share})',
  troubles: 'warnings and errors explained: {explained} of {troubles} ({share})',
  ambiguous: 'Lines that may be one of several statements',
  unmatched: 'Lines of no known statement',
  unexplained: 'Warnings and errors without an explanation',
  kind: '{count} × {level} {logger} {text} ({place})',
  more: '… and {count} more',
  evidence: 'Release: {text} ({releases}; {place})',
} as const);
