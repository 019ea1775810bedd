// Phase markers and evidence joined: what the reader keeps of a log. An event names its row by the index in
// `kept`; those from `markers.length` on are evidence.

import { markers } from '../index';
import type { MarkerSpec } from '../schema';
import { computeEvidence } from './compute';
import { databaseEvidence } from './database';
import { messagingEvidence } from './messaging';
import { networkEvidence } from './network';
import type { EvidenceRow } from './row';
import { schedulingEvidence } from './scheduling';

export const evidence: readonly EvidenceRow[] = [
  ...schedulingEvidence, ...networkEvidence, ...messagingEvidence, ...computeEvidence,
  ...databaseEvidence,
];

/** Evidence stands beside every operation: its lines neither make nor change one. */
export const kept: readonly MarkerSpec[] = [
  ...markers.map((marker) => marker.spec),
  ...evidence.map(({ foreign, ...row }): MarkerSpec => ({
    ...row, edge: 'note', ambient: true, ...(foreign ? { narrow: true } : {}),
  })),
];
