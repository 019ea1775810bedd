// All diagnoses, joined. Their order is that of rows on one line: the more particular first.

import { accessDiagnoses } from './access';
import { claimDiagnoses } from './claims';
import { guestStartDiagnoses } from './guestStart';
import { guestEndDiagnoses } from './guestEnd';
import { imageDiagnoses } from './images';
import { messagingDiagnoses } from './messaging';
import { migrationDiagnoses } from './migration';
import { networkDiagnoses } from './network';
import { placementDiagnoses } from './placement';
import type { DiagnosisRow } from './row';
import { schedulingDiagnoses } from './scheduling';
import { serviceStartDiagnoses } from './serviceStart';
import { sentences } from './sentences';
import { handOver } from './spoken';
import { stateDiagnoses } from './states';
import { volumeDiagnoses } from './volumes';

handOver(sentences);

export type DiagnosisId = keyof typeof sentences;

/** Every row has its sentences, and every sentence its row: the compiler holds it. */
export const diagnosisRows: Readonly<Record<DiagnosisId, DiagnosisRow>> = {
  ...schedulingDiagnoses, ...networkDiagnoses, ...messagingDiagnoses, ...migrationDiagnoses,
  ...claimDiagnoses, ...imageDiagnoses, ...guestStartDiagnoses, ...guestEndDiagnoses, ...volumeDiagnoses,
  ...accessDiagnoses, ...placementDiagnoses, ...serviceStartDiagnoses, ...stateDiagnoses,
};
