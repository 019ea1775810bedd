// Every type that crosses a file, in the order in which the data flows: bytes → lines → records → events and
// faults → Digest (one per log) → Analysis (all logs) → findings and explanations. Read this first.
// Lines count from 0. Times are milliseconds on the log's own clock, see Clock. What may be absent is
// `T | undefined` with the key always there.

import type { ArrivalKind } from '../knowledge/arrivals';
import type { CheckId, OperationKind, PhaseId, Service } from '../knowledge/schema';

// ---- lines and records ----

/** One physical line of a log, without its line end. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

export type Level = 'TRACE' | 'DEBUG' | 'INFO' | 'AUDIT' | 'WARNING' | 'ERROR' | 'CRITICAL';

/** What oslo.log (or what carried its line) says in front of a message. */
export interface Header {
  /** Milliseconds; counted as if the log's clock were UTC. Years before 2001 mean that the log names no
   *  year. */
  readonly time: number | undefined;
  /** Process id as the line spells it. */
  readonly process: string | undefined;
  readonly level: Level | undefined;
  /** Python logger, for example `nova.compute.manager`; empty when the line names none. */
  readonly logger: string;
  /** `none`: the line has no `[…]` context at all (traceback lines); `empty`: `[-]`; `request`: ids stand
   *  there. */
  readonly context: 'none' | 'empty' | 'request';
  /** The local request id with its `req-`. */
  readonly request: string | undefined;
  readonly globalRequest: string | undefined;
  /** UUID (or whatever name stood there) of `[instance: …]`, lower case. */
  readonly instance: string | undefined;
  /** Host and service as a wrapper names them (journald, syslog, a file-name prefix); never guessed. */
  readonly host: string | undefined;
  readonly service: string | undefined;
}

/** One logical line: usually one physical line; several where hard-wrapped text was joined. */
export interface LogRecord {
  /** First and last physical line. */
  readonly line: number;
  readonly lastLine: number;
  /** The record's own header, or that of the record above it when `inherited`. */
  readonly header: Header | undefined;
  readonly inherited: boolean;
  /** What follows the header and the instance tag: wrappers and colours are taken off, indentation is
   *  kept. */
  readonly message: string;
  /** Offsets in `message` at which a new physical line began; empty for an unwrapped record. */
  readonly joints: readonly number[];
}

/** What the reader found out about a log as a whole. */
export interface Layout {
  /** Id of the line layout, a row of knowledge/formats.ts; `unknown` when no line had a header. */
  readonly layout: string;
  /** Id of what other tools put around the lines, a row of knowledge/formats.ts; `none`. */
  readonly wrapper: string;
  /** Column at which the text was hard-wrapped, undefined when it was not. */
  readonly wrappedAt: number | undefined;
}

// ---- events and faults ----

/** Where something stands. `source` is the caller's name for a log; the core knows no paths. */
export interface Place {
  readonly source: string;
  readonly line: number;
  readonly time: number | undefined;
}

/** How a line came to belong to an instance. */
export type Tie =
  | 'tag'         // the line itself says [instance: …]
  | 'name'        // the message names the instance, as UUID, path or instance-0000001a
  | 'request'     // its request id belongs to this instance alone
  | 'id'          // a port or volume that this log ties to the instance
  | 'traceback';  // it stands in the traceback of such a line

/** `begin`, `end`: of a phase; `took`: an end that says how long; `fail`: Nova gave the phase up; `note`:
 *  seen in it. */
export type Edge = 'begin' | 'end' | 'took' | 'fail' | 'note';

export interface LogEvent {
  readonly at: Place;
  /** Index of the marker in the table of all markers (knowledge/index.ts). */
  readonly marker: number;
  readonly instance: string | undefined;
  readonly tie: Tie | undefined;
  readonly request: string | undefined;
  readonly process: string | undefined;
  readonly host: string | undefined;
  /** What the template's placeholders held, by their names; only what the marker's row asks for. */
  readonly captures: Readonly<Record<string, string>>;
}

/** A stack frame of a traceback. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  /** Physical line of the log on which the frame stands. */
  readonly at: number;
}

/** One raised exception as the log shows it. */
export interface Fault {
  /** Class with its module where the log gives it, `_Remote` taken off: `nova.exception.VolumeNotCreated`. */
  readonly type: string;
  readonly message: string;
  /** The physical line on which the class (or, if none is logged, the message) stands. */
  readonly at: Place;
  /** First and last physical line of the traceback or of the line that carried it. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Innermost last; only the outermost few and the innermost few of a very deep stack. */
  readonly frames: readonly Frame[];
  /** The exceptions this one came from, nearest first: the last one is where it all began. */
  readonly chain: readonly Fault[];
  /** `traceback`: from a stack; `summary`: from `: Class: text` behind a message; `message`: class
   *  inferred from text. */
  readonly basis: 'traceback' | 'summary' | 'message';
  /** The exception was raised in another service and arrived by RPC. */
  readonly remote: boolean;
  readonly instance: string | undefined;
  readonly tie: Tie | undefined;
  readonly request: string | undefined;
  readonly process: string | undefined;
  readonly level: Level | undefined;
  readonly logger: string;
  /** The message of the record that logged it, cut to 300 characters. */
  readonly logged: string;
}

// ---- one log ----

/** Where a log comes from. Only what a file, a wrapper or a line says: nothing of it is guessed. */
export interface Origin {
  /** Host that wrote it. Undefined: not known, or the lines are of several hosts and each says its own. */
  readonly host: string | undefined;
  /** What tells the host: the tree of files in which the log lies, what wraps its lines, or a line of the
   *  service itself. */
  readonly hostFrom: 'tree' | 'wrapper' | 'lines' | undefined;
  /** `nova-compute`, `neutron-server`; undefined: not known, or several services log here. */
  readonly service: string | undefined;
  /** What rotated siblings have in common: the name of the log that is still written. */
  readonly stream: string;
  /** The log's place among them: a log follows those of its stream with a smaller number. */
  readonly order: number;
}

/** Everything that later stages need to know of one log. Grows while the log does. */
export interface Digest {
  readonly source: string;
  readonly origin?: Origin;
  readonly layout: Layout;
  /** Physical lines, records with a header of their own, and lines that belong to nothing. */
  readonly lines: number;
  readonly records: number;
  readonly unread: number;
  /** Services in order of appearance: from wrappers, file-name prefixes and loggers. */
  readonly services: readonly string[];
  /** The levels that occur; DEBUG absent means that phases logged at DEBUG cannot be seen. */
  readonly levels: ReadonlySet<Level>;
  readonly firstTime: number | undefined;
  readonly lastTime: number | undefined;
  readonly events: readonly LogEvent[];
  readonly faults: readonly Fault[];
  /** Request → the only instance it touches; an empty string where it touches several, which ties nothing. */
  readonly ties: ReadonlyMap<string, string>;
  /** Physical lines of each instance and of each request, ascending; only where the caller asked to keep
   *  them. */
  readonly linesOf: (id: string) => readonly number[];
  /** False when no line came from a Nova logger. */
  readonly isNova: boolean;
  /** What services logged of their configuration when they started, in the order of their lines. */
  readonly optionDumps?: readonly OptionDump[];
  /** Lines that rules of the operator's own name, in order; `marker` is the rule's index in the rule set. */
  readonly own?: readonly LogEvent[];
  /** When something came for which Nova waits, also when nobody waited any more. */
  readonly arrivals?: readonly Arrival[];
}

/** A volume that became available, an event of Neutron, a reply by RPC, or the begin of a wait for one. */
export interface Arrival {
  readonly kind: ArrivalKind;
  readonly id: string;
  readonly at: Place;
}

/** An option's value as a service logged it; secrets are asterisks. */
export interface DumpedOption {
  readonly value: string;
  readonly line: number;
}

/** All options of a service with their values, as oslo.config logs them at DEBUG when the service starts. */
export interface OptionDump {
  /** Its first line. */
  readonly at: Place;
  readonly lastLine: number;
  readonly process: string | undefined;
  readonly host: string | undefined;
  readonly service: string | undefined;
  /** False: its closing line is not there (yet). */
  readonly complete: boolean;
  /** Files that the service read, in their order: a later one wins. */
  readonly configFiles: readonly string[];
  /** `group.name` of every option, in the order of the lines. */
  readonly names: readonly string[];
  readonly get: (name: string) => DumpedOption | undefined;
}

// ---- all logs ----

export type Outcome = 'success' | 'failed' | 'in-progress' | 'unknown';
export type PhaseOutcome = Outcome | 'not-visible';

export interface Phase {
  readonly id: PhaseId;
  readonly begin: number | undefined;
  readonly end: number | undefined;
  /** From Nova's own "Took N seconds" where it says so, else from the times of the lines; undefined: not
   *  known. */
  readonly seconds: number | undefined;
  readonly secondsFrom: 'nova' | 'lines' | undefined;
  readonly outcome: PhaseOutcome;
  /** Undefined when not visible; `needs` then says which level would show it. */
  readonly at: Place | undefined;
  readonly places: readonly Place[];
  readonly needs: Level | undefined;
  /** The service whose log would show it, when that log is not here. */
  readonly needsService: Service | undefined;
}

/** One host's try at an operation. */
export interface Attempt {
  readonly host: string | undefined;
  readonly begin: Place;
  readonly end: Place;
  readonly outcome: Outcome | 'rescheduled' | 'aborted';
  readonly phases: readonly Phase[];
  readonly fault: Fault | undefined;
  readonly rootCause: Fault | undefined;
}

/** The line that should have come and did not. */
export interface Due {
  /** The row of the phase's markers whose line is due, and the service that would log it. */
  readonly phase: PhaseId;
  readonly marker: number;
  readonly service: Service;
  /** Last thing seen. */
  readonly since: Place;
}

export interface Operation {
  /** Unique in the analysis and stable while the log grows. */
  readonly id: string;
  readonly kind: OperationKind;
  /** `stated`: a line that only this kind logs; `implied`: the kind is a guess from lines that several
   *  kinds share. */
  readonly basis: 'stated' | 'implied';
  readonly instance: string;
  readonly request: string | undefined;
  readonly begin: Place;
  readonly end: Place;
  readonly seconds: number | undefined;
  readonly outcome: Outcome;
  readonly attempts: readonly Attempt[];
  /** Phases in Nova's order, over all attempts; those that this log cannot show are `not-visible`. */
  readonly phases: readonly Phase[];
  readonly failedPhase: PhaseId | undefined;
  /** The innermost exception that started the failure. */
  readonly rootCause: Fault | undefined;
  /** What Nova recorded in the end. */
  readonly fault: Fault | undefined;
  /** Root cause → fault as Nova's except clauses make it, both ends included, oldest first. */
  readonly chain: readonly Fault[];
  readonly unattributedSeconds: number | undefined;
  readonly due: Due | undefined;
  /** Lines on which the operation rests, ascending. */
  readonly places: readonly Place[];
  /** vm_state and task_state at its end, as its phases imply them; undefined: not known. */
  readonly vmState: string | undefined;
  readonly taskState: string | undefined;
}

export interface Timeline {
  readonly instance: string;
  readonly operations: readonly Operation[];
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding {
  readonly check: CheckId;
  readonly severity: Severity;
  readonly instance: string | undefined;
  readonly at: Place;
  readonly related: readonly Place[];
  /** What its sentence is made of: class, phase, seconds, attempts, options with their values … */
  readonly args: Readonly<Record<string, string | number>>;
  readonly operation: string | undefined;
}

export interface Analysis {
  readonly digests: readonly Digest[];
  readonly timelines: readonly Timeline[];
  readonly findings: readonly Finding[];
}

// ---- explanations ----

export interface ExplainedOption {
  readonly name: string;
  readonly type: string;
  /** As nova.conf would spell it; undefined: no default or not known. */
  readonly defaultValue: string | undefined;
  readonly meaning: string | undefined;
  readonly symptom: string | undefined;
  /** Releases that have it, for people: `Kilo – master`. */
  readonly releases: string;
}

/** What there is to say of an exception, an option, a phase or a message: words and facts, not yet
 *  rendered. */
export interface Explanation {
  readonly subject: 'exception' | 'option' | 'phase' | 'message' | 'rule';
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly effect: string | undefined;
  readonly causes: readonly { readonly text: string; readonly evidence?: string }[];
  readonly checks: readonly { readonly text: string; readonly command?: string }[];
  /** The deployment for whose hosts the commands are spelled; absent: hosts with packages. */
  readonly commandsFor?: string;
  readonly changes: readonly { readonly text: string; readonly risk?: string }[];
  readonly options: readonly ExplainedOption[];
  readonly links: readonly string[];
  /** Facts from Nova's source: template, code, releases, where raised, what the build makes of it by
   *  phase. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** Thresholds; their defaults stand in limits.ts. */
export interface Limits {
  /** A phase is slow from here on, seconds. */
  readonly slowPhaseSeconds: number;
}
