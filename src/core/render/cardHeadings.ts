// Headings of an explanation, for both renderings. A translation is a table with the same keys.

export const cardHeadings = {
  effect: 'What it did',
  causes: 'Causes, most frequent first',
  checks: 'Check',
  changes: 'Change',
  options: 'Options',
  facts: 'From the source of Nova',
  links: 'Read more',
  evidence: 'Seen as',
  risk: 'Risk',
  defaultValue: 'default {value}',
  noDefault: 'no default',
  wrong: 'When wrong',
} as const;
