// Headings of an explanation, for both renderings. A translation is a table with the same keys.

import { translated } from '../../knowledge/language';

export const cardHeadings = translated('headings', {
  effect: 'What it did',
  causes: 'Causes, most frequent first',
  checks: 'Check',
  checksOn: 'Check, as on {deployment}',
  changes: 'Change',
  options: 'Options',
  facts: 'From the source of Nova',
  links: 'Read more',
  evidence: 'Seen as',
  risk: 'Risk',
  defaultValue: 'default {value}',
  noDefault: 'no default',
  wrong: 'When wrong',
} as const);

/** The heading of an explanation's checks. */
export function checksHeading(commandsFor: string | undefined): string {
  return commandsFor === undefined ? cardHeadings.checks
    : cardHeadings.checksOn.replace('{deployment}', () => commandsFor);
}
