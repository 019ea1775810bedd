// Everything that makes an extract, as one thing that a caller can load when the first extract is asked for.

import { noShifts, shiftsOf } from '../clocks/shifts';
import { alignedTexts } from '../render/clockText';
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
  readonly shiftsOf: typeof shiftsOf;
  readonly noShifts: typeof noShifts;
  readonly alignedTexts: typeof alignedTexts;
}

export const weaving: Weaving = {
  linesAbout, weaveExtract, plainRows, comparableRows, projectAnalysis, parseMoment, spanId, spanOfId,
  withinSpan, shiftsOf, noShifts, alignedTexts,
};
