// What a line of evidence has to do with the cause, in a few words for lists.

import { translated } from '../language';
import type { Certainty, EvidenceRole } from './row';

export const roleWords = translated('evidenceRoles', {
  says: 'says it',
  failure: 'what failed',
  funnel: 'hosts left by a filter',
  killer: 'the filter that left none',
  empty: 'Placement returned nothing',
  attempt: 'how this attempt failed',
  expected: 'what was waited for',
  late: 'came too late',
  refused: 'was refused',
  broker: 'the message broker',
  unanswered: 'was not answered',
  answered: 'the answer',
  before: 'came before',
  restart: 'the service starts',
  last: 'last line of the operation',
  reported: 'was reported',
  detail: 'says more',
  consequence: 'what came of it',
} satisfies Readonly<Record<EvidenceRole, string>>);

export const certaintyWords = translated('certainty', {
  stated: 'stated by the log',
  likely: 'likely',
  open: 'several causes fit',
} satisfies Readonly<Record<Certainty, string>>);

/** What stands around the parts of a card. */
export const diagnosisCardWords = translated('diagnosisCard', {
  diagnosis: 'diagnosis',
  evidence: 'evidence',
  funnel: 'filters',
  remains: 'or else',
  contradicts: 'wrong if',
  contradictsLong: 'Would contradict it',
  checks: 'to check',
  changes: 'to change',
  risk: (text: string) => `Risk: ${text}`,
  ofAttempt: (number: number) => `attempt ${number}`,
  times: (count: number) => `${count} times`,
  inLog: (text: string, log: string) => `${text} (log of ${log})`,
  ofHosts: 'Diagnoses beside the operations',
});
