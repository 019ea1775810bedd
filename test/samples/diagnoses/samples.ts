// One log for each diagnosis that shows it, by the id of its row; none is forgotten.

import type { DiagnosisId } from '../../../src/knowledge/diagnoses/index';
import { computeSamples } from './computeSamples';
import { hostSamples } from './hostSamples';
import { schedulingSamples } from './schedulingSamples';

export const diagnosisSamples: Readonly<Record<DiagnosisId, string>> = {
  ...schedulingSamples, ...computeSamples, ...hostSamples,
};
