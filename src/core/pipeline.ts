// The whole way from bytes to an Analysis, as one thing that a caller can load when the first log comes:
// neither reading nor the tables it needs cost anything before.

import { analyse, analyseInSteps } from './analysis';
import { openDigest } from './digest';

export interface Reading {
  readonly openDigest: typeof openDigest;
  readonly analyse: typeof analyse;
  readonly analyseInSteps: typeof analyseInSteps;
}

export const reading: Reading = { openDigest, analyse, analyseInSteps };
