// The shape of `report --json`, as in media/report.schema.json. It only grows: no key goes or means something
// else. What is absent is null, the key always there. An `instance` is a UUID, before Essex only digits.

import type {
  Attempt, Diagnosis, Fault, Finding, Operation, PartlyRead, Phase, ProgressLimit, ProgressSample,
  RecordedEvent, Tie,
} from '../model';
import type { OccurrenceKind, OperationKind, PhaseId, Role, Service } from '../../knowledge/schema';
import type { ReportPlace } from './reportPlace';
import type { ReportClocks, ReportOrigin, ReportServiceLine, ReportTroubles } from './reportSetShape';
import type { OperationStory, ReportWait, SetStory } from './reportStory';

export interface ReportFault {
  readonly type: string;
  readonly message: string;
  readonly at: ReportPlace;
  /** Nearest first. The faults in it have an empty chain of their own. */
  readonly chain: readonly ReportFault[];
  readonly basis: Fault['basis'];
  /** How the exception came to belong to the instance. */
  readonly tie: Tie | null;
  readonly remote: boolean;
}

export interface ReportPhase {
  readonly id: PhaseId;
  readonly title: string;
  readonly begin: string | null;
  readonly end: string | null;
  readonly seconds: number | null;
  readonly secondsFrom: 'nova' | 'lines' | null;
  readonly outcome: Phase['outcome'];
  readonly at: ReportPlace | null;
  readonly places: readonly ReportPlace[];
  /** The level that would show the phase, where it is not visible. */
  readonly needs: string | null;
  /** The service whose log would show it, where that log was not read. */
  readonly needsService: Service | null;
  readonly progress: ReportProgress | null;
  /** What it waited for while the phase ran. */
  readonly waits: readonly ReportWait[];
}

/** How far the copying of a live migration came; bytes and seconds. */
export interface ReportProgress {
  readonly samples: readonly (Omit<ProgressSample, 'at' | 'diskPercent'> & {
    readonly at: ReportPlace;
    readonly diskPercent: number | null;
  })[];
  readonly bytesPerSecond: number | null;
  readonly limit: ProgressLimit | null;
}

export interface ReportAttempt {
  readonly host: string | null;
  /** Of moves: the side on which it stood. */
  readonly role: Role | null;
  readonly begin: string | null;
  readonly end: string | null;
  readonly outcome: Attempt['outcome'];
  readonly fault: ReportFault | null;
  readonly rootCause: ReportFault | null;
  readonly beginAt: ReportPlace;
  readonly endAt: ReportPlace;
  readonly phases: readonly ReportPhase[];
}

export interface ReportOperation extends OperationStory {
  readonly id: string;
  readonly kind: OperationKind;
  readonly basis: Operation['basis'];
  readonly otherKinds: Operation['otherKinds'];
  readonly request: string | null;
  readonly begin: string | null;
  readonly end: string | null;
  readonly seconds: number | null;
  readonly outcome: Operation['outcome'];
  /** It failed on the last host that is seen, and another one may have gone on. */
  readonly mayGoOn: boolean;
  readonly beginAt: ReportPlace;
  readonly endAt: ReportPlace;
  readonly attempts: readonly ReportAttempt[];
  /** Of moves: the hosts, as far as the logs name them. */
  readonly route: { readonly source: string | null; readonly destination: string | null } | null;
  readonly phases: readonly ReportPhase[];
  readonly failedPhase: PhaseId | null;
  readonly rootCause: ReportFault | null;
  readonly fault: ReportFault | null;
  /** Root cause → fault, oldest first. */
  readonly chain: readonly ReportFault[];
  /** What a line says of why it failed, where no exception is known. */
  readonly reason: { readonly text: string; readonly at: ReportPlace } | null;
  readonly unattributedSeconds: number | null;
  readonly due: { readonly message: string; readonly service: Service; readonly since: ReportPlace } | null;
  readonly vmState: string | null;
  readonly taskState: string | null;
  /** What Nova's API tells of the action: an outcome only where an event of it failed. */
  readonly recorded: ReportRecorded | null;
}

export interface ReportRecorded {
  readonly at: ReportPlace;
  readonly hasError: boolean;
  readonly events: readonly ReportRecordedEvent[];
}

export interface ReportRecordedEvent {
  readonly method: string;
  readonly host: string | null;
  readonly begin: string | null;
  readonly end: string | null;
  /** `success`: the method returned, which is not yet what was asked for. */
  readonly result: RecordedEvent['result'];
}

/** What Nova logged of the instance beside its operations. */
export interface ReportOccurrence {
  readonly kind: OccurrenceKind;
  readonly at: ReportPlace;
  readonly state: string | null;
  /** What it means. */
  readonly message: string;
  readonly request: string | null;
  /** The operation that explains it. */
  readonly during: string | null;
}

export interface ReportTimeline {
  readonly instance: string;
  readonly operations: readonly ReportOperation[];
  readonly occurrences: readonly ReportOccurrence[];
  /** What other services logged of it. */
  readonly serviceLines: readonly ReportServiceLine[];
}

export interface ReportFinding {
  readonly check: Finding['check'];
  readonly severity: Finding['severity'];
  readonly instance: string | null;
  readonly operation: string | null;
  readonly at: ReportPlace;
  readonly message: string;
  readonly related: readonly ReportPlace[];
  readonly args: Finding['args'];
}

/** `long`: of a line no more is read; `cut-answer`: a central store's answer ends before its end. */
export interface ReportPartlyRead {
  readonly why: PartlyRead['why'];
  readonly lines: number;
  readonly firstLine: number;
}

export interface ReportLog {
  readonly source: string;
  readonly layout: string;
  readonly wrapper: string;
  readonly wrappedAt: number | null;
  readonly services: readonly string[];
  readonly levels: readonly string[];
  readonly lines: number;
  /** Null: not counted. */
  readonly records: number | null;
  readonly unreadLines: number | null;
  /** Lines of which no more than the beginning was read, together by why; null: not looked at. */
  readonly partlyRead: readonly ReportPartlyRead[] | null;
  readonly begin: string | null;
  readonly end: string | null;
  /** False when no line came from a Nova logger. */
  readonly nova: boolean;
  /** Minutes by which a service's times are ahead of those of what carries its lines; null: they agree. */
  readonly zoneClashMinutes: number | null;
  /** The last line that counts for rules of the operator's own; null: all do. */
  readonly ruledTo: number | null;
  readonly origin: ReportOrigin;
  /** Id of the deployment that its path or the code in its tracebacks tells; null: nothing does. */
  readonly deployment: string | null;
  /** The line that names the code; null: its path tells it. */
  readonly deploymentAt: ReportPlace | null;
}

export interface ReportDiagnosis {
  readonly id: string;
  readonly certainty: Diagnosis['certainty'];
  /** The operation it explains; null: it stands on its own. */
  readonly operation: string | null;
  /** Which attempt of it, from 1; null: the whole. */
  readonly attempt: number | null;
  readonly instance: string | null;
  /** For people, one sentence. */
  readonly cause: string;
  readonly evidence: readonly {
    readonly at: ReportPlace; readonly role: Diagnosis['evidence'][number]['role']; readonly text: string;
  }[];
  readonly funnel: readonly {
    readonly filter: string; readonly start: number | null; readonly end: number; readonly at: ReportPlace;
  }[];
  /** Ids of other diagnoses that fit as well, and in words what else may be the cause. */
  readonly rivals: readonly string[];
  readonly remains: readonly string[];
  readonly contradicts: string;
  readonly checks: readonly { readonly text: string; readonly command: string | null }[];
  readonly remedy: string | null;
  readonly changes: readonly { readonly text: string; readonly risk: string | null }[];
  readonly options: readonly string[];
  /** What log and files set the options to. */
  readonly values: string | null;
  readonly links: readonly string[];
  readonly count: number;
  readonly args: Diagnosis['args'];
}

export type NotLookedAt =
  | 'groups' | 'hosts' | 'holes' | 'paces' | 'clocks' | 'troubles' // of the report
  | 'ofNoInstance' // findings and diagnoses
  | 'records' | 'unreadLines' | 'partlyRead' // of logs
  | 'around' | 'divergence' // of operations
  | 'holders'; // of waits

export interface Report extends SetStory {
  readonly schemaVersion: 1;
  /** What only all lines of the logs would tell; absent where they were read. */
  readonly notLookedAt?: readonly NotLookedAt[];
  /** Instances of which only the beginning and the end of what they say were read; absent: there is none. */
  readonly partly?: readonly string[];
  /** Instances of which only the first 20,000 lines were held against rules; absent: there is none. */
  readonly partlyRuled?: readonly string[];
  readonly logs: readonly ReportLog[];
  readonly timelines: readonly ReportTimeline[];
  readonly findings: readonly ReportFinding[];
  readonly diagnoses: readonly ReportDiagnosis[];
  /** Absent where all logs were written by one clock. */
  readonly clocks?: ReportClocks;
  /** Absent where nobody asked. */
  readonly troubles?: ReportTroubles;
}
