// Everything that makes an extract, as one thing that a caller can load when the first extract is asked for.

import { linesAbout } from './linesAbout';
import { projectAnalysis } from './project';
import { comparableRows, plainRows } from './rows';
import { weaveExtract } from './weave';

export interface Weaving {
  readonly linesAbout: typeof linesAbout;
  readonly weaveExtract: typeof weaveExtract;
  readonly plainRows: typeof plainRows;
  readonly comparableRows: typeof comparableRows;
  readonly projectAnalysis: typeof projectAnalysis;
}

export const weaving: Weaving = { linesAbout, weaveExtract, plainRows, comparableRows, projectAnalysis };
