// Everything that makes an extract, as one thing that a caller can load when the first extract is asked for.

import { linesAbout } from './linesAbout';
import { projectAnalysis } from './project';
import { comparableRows, plainRows } from './rows';
import { parseMoment, spanId, spanOfId, withinSpan } from './timeSpan';
import { weaveExtract } from './weave';

export interface Weaving {
  readonly linesAbout: typeof linesAbout;
  readonly weaveExtract: typeof weaveExtract;
  readonly plainRows: typeof plainRows;
  readonly comparableRows: typeof comparableRows;
  readonly projectAnalysis: typeof projectAnalysis;
  readonly parseMoment: typeof parseMoment;
  readonly spanId: typeof spanId;
  readonly spanOfId: typeof spanOfId;
  readonly withinSpan: typeof withinSpan;
}

export const weaving: Weaving = {
  linesAbout, weaveExtract, plainRows, comparableRows, projectAnalysis, parseMoment, spanId, spanOfId,
  withinSpan,
};
