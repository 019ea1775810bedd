// Thresholds and their defaults; the editor's settings repeat them.

import type { Limits } from './model';

export const defaultLimits: Limits = {
  slowPhaseSeconds: 60,
};
