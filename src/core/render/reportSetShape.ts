// The shape of what `report --json` says of a set of logs: where each comes from, clocks, lines of other
// services. As in reportShape.ts it only grows.

import type { Causality, Origin, ServiceLine } from '../model';
import type { ReportPlace } from './reportPlace';

/** Where a log comes from, as far as anything tells. */
export interface ReportOrigin {
  readonly host: string | null;
  /** What tells the host; `folder`: only the name of a folder, and then it is a guess. Without a host:
   *  several hosts wrote the log, and its lines say their own. */
  readonly hostFrom: NonNullable<Origin['hostFrom']> | null;
  readonly service: string | null;
  /** What rotated logs have in common, and the place of this one among them. */
  readonly stream: string;
  readonly order: number;
}

/** A line of another service than Nova that an id ties to the instance. */
export interface ReportServiceLine {
  readonly id: ServiceLine['mention']['id'];
  readonly service: ServiceLine['mention']['service'];
  readonly program: string;
  readonly host: string | null;
  readonly level: string | null;
  readonly at: ReportPlace;
  readonly request: string | null;
  readonly globalRequest: string | null;
  readonly seconds: number | null;
  /** What ties it, and the line that says so. */
  readonly because: { readonly kind: string; readonly id: string; readonly at: ReportPlace | null };
  readonly operation: string | null;
}

export interface ReportCausality {
  readonly rule: Causality['rule'];
  readonly before: ReportPlace;
  readonly after: ReportPlace;
}

export interface ReportOffset {
  readonly clock: string;
  readonly against: string;
  /** By how much the clock is ahead, between these bounds; null: not bounded on this side. */
  readonly leastMs: number | null;
  readonly mostMs: number | null;
  readonly zoneMinutes: number | null;
  readonly leastFrom: readonly ReportCausality[];
  readonly mostFrom: readonly ReportCausality[];
  readonly pairs: number;
  readonly contradictions: number;
}

export interface ReportClocks {
  readonly reference: string;
  readonly aligned: boolean;
  readonly clocks: readonly {
    readonly id: string; readonly host: string | null; readonly sources: readonly string[];
  }[];
  readonly offsets: readonly ReportOffset[];
}

export interface ReportTroubles {
  readonly lines: number;
  readonly explained: number;
  readonly unexplained: readonly ReportTroubleKind[];
}

/** Warnings or errors that say the same. */
export interface ReportTroubleKind {
  readonly logger: string;
  readonly level: string | null;
  readonly text: string;
  /** Id of the log statement, for `nova-lens explain`; null: it is no statement that is known. */
  readonly statement: string | null;
  readonly count: number;
  readonly at: ReportPlace;
}
