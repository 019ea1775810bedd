// What the form of a line tells about the release that wrote it, by oslo.log's defaults: which form, and the
// releases of Nova that log like this. `from` and `to` are included; one that is absent is open.

import { translatedRows } from './language';
import type { ReleaseId } from './releases';

export type LayoutClueId =
  | 'auditLevel' | 'traceTraceback' | 'errorTraceback' | 'globalRequestSlot' | 'fiveIdentityFields'
  | 'domainNames' | 'noDomains' | 'errorSummary' | 'noErrorSummary';

export interface LayoutClue {
  readonly from?: ReleaseId;
  readonly to?: ReleaseId;
  /** How much it counts against a log statement, which counts one: less where deployments differ. */
  readonly weight: number;
  /** For people: what the line shows. */
  readonly what: string;
}

export const layoutClues: Readonly<Record<LayoutClueId, LayoutClue>> = translatedRows('layoutClues', {
  auditLevel: { to: '2014.2', weight: 3, what: 'level AUDIT' },
  traceTraceback: { to: '2015.1', weight: 3, what: 'traceback at level TRACE' },
  errorTraceback: { from: '12', weight: 1, what: 'traceback at level ERROR' },
  globalRequestSlot: { from: '26', weight: 2, what: 'a place for the global request id: [None req-…]' },
  fiveIdentityFields: { from: '2015.1', to: '25', weight: 1, what: 'no place for the global request id: [req-…]' },
  domainNames: { from: '16', weight: 1, what: 'the domains of user and project behind the request id' },
  noDomains: { to: '15', weight: 0.5, what: 'no domains behind user and project' },
  errorSummary: { from: '16', weight: 2, what: 'the exception behind the message, on the same line' },
  noErrorSummary: { to: '15', weight: 1, what: 'no exception behind a message that comes with a traceback' },
}, ['what']);
