// Every type that crosses a file, in the order in which the data flows: bytes → lines → records → events and
// faults → Digest (one per log) → Analysis (all logs) → findings and explanations. Read this first.
// Lines count from 0. Times are milliseconds on the log's own clock, see Clock. What may be absent is
// `T | undefined` with the key always there.

import type { ArrivalKind } from '../knowledge/arrivals';
import type { Certainty, EvidenceRole } from '../knowledge/diagnoses/row';
import type { ClaimKind, IdKind, ServiceLineId, OrderRule, OtherService } from '../knowledge/joins/schema';
import type { CheckId, OccurrenceKind, OperationKind, PhaseId, Role, Service } from '../knowledge/schema';
import type { SpanKind } from '../knowledge/signs';
import type { Sink } from './sink';

// ---- lines and records ----

/** One physical line of a log, without its line end. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** The log ends without an end of this line: another file may hold its rest. */
  readonly isCut?: true;
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
  | 'traceback'   // it stands in the traceback of such a line
  | 'sole';       // a guess: it ended such an operation, and no other of its kind was going on there

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
  /** That log, where it is another one than its fault's. */
  readonly source?: string;
}

/** Lines of one log. */
export interface LineSpan {
  readonly source: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** One raised exception as the log shows it. */
export interface Fault {
  /** Class with its module where the log gives it, `_Remote` taken off: `nova.exception.VolumeNotCreated`. */
  readonly type: string;
  readonly message: string;
  /** The physical line on which the class (or, if none is logged, the message) stands. */
  readonly at: Place;
  /** First and last physical line of the traceback or of the line that carried it, in the log of `at`. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Where the log was rotated in the midst of it: its lines in each of the files, in order; else absent. */
  readonly spans?: readonly LineSpan[] | undefined;
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

/** Where a log comes from, as far as a file, a wrapper or a line says. */
export interface Origin {
  /** Host that wrote it. Undefined: not known; or, where `hostFrom` is set, several hosts wrote it and its
   *  lines say their own. */
  readonly host: string | undefined;
  /** What tells the host: a file or a pod of the tree in which the log lies, what wraps its lines, a line of
   *  the service itself; or only the name of a folder, and then it is a guess. */
  readonly hostFrom: 'tree' | 'wrapper' | 'lines' | 'folder' | undefined;
  /** `nova-compute`, `neutron-server`; undefined: not known, or several services log here. */
  readonly service: string | undefined;
  /** What rotated siblings have in common: the name of the log that is still written. */
  readonly stream: string;
  /** The log's place among them: a log follows those of its stream with a smaller number. */
  readonly order: number;
}

/** Of nova-compute: libvirt's, or another one. */
export type Driver = 'libvirt' | 'other';

/** Everything that later stages need to know of one log. Grows while the log does. */
export interface Digest {
  readonly source: string;
  readonly origin?: Origin;
  readonly layout: Layout;
  /** Physical lines, records with a header of their own, and lines that belong to nothing. */
  readonly lines: number;
  readonly records: number;
  readonly unread: number;
  readonly partlyRead?: readonly PartlyRead[];
  /** The first physical line in which several lines of the log stand, as a string or as an answer. */
  readonly folded?: number;
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
  /** The drivers whose loggers occur. */
  readonly drivers?: ReadonlySet<Driver>;
  /** Instances of which the log was read, where it was not read of all. */
  readonly tellsOf?: ReadonlySet<string>;
  /** Instances of which only the first lines were held against rules of the operator's own. */
  readonly partlyRuled?: ReadonlySet<string>;
  /** Markers that occur anywhere in the log, where `events` holds only those of one instance. */
  readonly shows?: ReadonlySet<number>;
  /** What services logged of their configuration when they started, in the order of their lines. */
  readonly optionDumps?: readonly OptionDump[];
  /** Lines that rules of the operator's own name, in order; `marker` is the rule's index in the rule set. */
  readonly own?: readonly LogEvent[];
  /** The last of them, where there are more in the log than are kept. */
  readonly ruledTo?: number | undefined;
  /** Warnings and errors of Nova itself, like ones together. */
  readonly troubles?: Troubles;
  /** When something came for which Nova waits, also when nobody waited any more. */
  readonly arrivals?: readonly Arrival[];
  /** What joins this log with others of its set. */
  readonly joins?: LogJoins;
  /** What the log begins and ends with, as far as another file of its stream may hold the rest. */
  readonly border?: LogBorder;
  /** Faults that begin in the file before this one, which counts them, and end here. */
  readonly continued?: readonly Fault[];
  /** What lies around operations: life of the host, locks, external events, traits, and the log's own
   *  pace. */
  readonly signs?: LogSigns;
}

/** Lines of which no more than the beginning was read: for they are longer than any line that is read to its
 *  end, or because the answer of a central store was cut off in them. */
export interface PartlyRead {
  readonly why: 'long' | 'cut-answer';
  readonly lines: number;
  readonly first: number;
}

/** The texts at both ends of a log that may be parts of something. */
export interface LogBorder {
  /** Lines before the first record that begins here. */
  readonly head: readonly string[];
  /** The last record with all lines below it; undefined: more than is kept. */
  readonly tail: LogTail | undefined;
}

export interface LogTail {
  readonly from: number;
  readonly texts: readonly string[];
  /** The last of them has no end. */
  readonly isCut: boolean;
  /** Reads further lines as those of this log are read. */
  readonly reader: (next: Sink<LogRecord>) => Sink<Line>;
}

/** What a log tells beside the phases of operations. */
export interface LogSigns {
  readonly signs: readonly Sign[];
  /** Waits for a lock of a tenth of a second or longer, and those that never ended. */
  readonly lockWaits: readonly LockWait[];
  /** The longest silences of each stream, and what is usual in it. */
  readonly silences: readonly Silence[];
  /** Physical lines at the top that belong to nothing: the log was cut there. */
  readonly headless: number;
}

/** A line that is a row of knowledge/signs.ts. */
export interface Sign {
  readonly at: Place;
  /** Index of the row in the table. */
  readonly row: number;
  readonly instance: string | undefined;
  readonly request: string | undefined;
  readonly process: string | undefined;
  readonly host: string | undefined;
  readonly service: string | undefined;
  /** What the row asks for, by its names. */
  readonly values: Readonly<Record<string, string>>;
  /** How often the same was said again before anything else of its kind, and where last. */
  readonly count: number;
  readonly lastAt: Place;
}

/** Somebody had a lock. */
export interface LockHold {
  /** The function that had it, as oslo.concurrency names it; empty where the release names none. */
  readonly by: string;
  readonly request: string | undefined;
  /** Undefined: it still had it when the log ended. */
  readonly seconds: number | undefined;
  readonly at: Place;
}

/** Somebody waited for a lock of its process. */
export interface LockWait {
  readonly name: string;
  readonly by: string;
  readonly request: string | undefined;
  readonly instance: string | undefined;
  /** `nova`: as the line says; `lines`: from the times of two lines; undefined: it never got the lock. */
  readonly seconds: number | undefined;
  readonly secondsFrom: 'nova' | 'lines' | undefined;
  /** The line that says that it got the lock, or, where it did not, that it asked for it. */
  readonly at: Place;
  /** The line that says that it asked for it. */
  readonly asked: Place | undefined;
  /** Who had the lock meanwhile, in order; only those whose lines are in the log. */
  readonly holders: readonly LockHold[];
}

/** Nothing was logged between two records of one stream. */
export interface Silence {
  readonly from: Place;
  readonly to: Place;
  readonly seconds: number;
  /** 99 of 100 silences of this stream are no longer than this, seconds. */
  readonly usualSeconds: number;
  /** So many records of the stream have another time than the one before them. */
  readonly moves: number;
  /** Records of the stream, and how many of its silences are at least half as long as this one. */
  readonly records: number;
  readonly alike: number;
  readonly host: string | undefined;
  readonly service: string | undefined;
}

/** Warnings or errors that say the same, ids and numbers aside. */
export interface TroubleKind {
  readonly logger: string;
  readonly level: Level | undefined;
  /** The message of the first one, cut to 400 characters. */
  readonly message: string;
  readonly hasInstance: boolean;
  readonly time: number | undefined;
  readonly count: number;
  /** The first lines of them, at most 64. */
  readonly lines: readonly number[];
}

export interface Troubles {
  readonly kinds: readonly TroubleKind[];
  /** Lines of further kinds, which are only counted. */
  readonly others: number;
}

// ---- what joins one log with others ----

/** What a log holds by which its lines can be joined with those of other logs. */
export interface LogJoins {
  readonly claims: readonly IdClaim[];
  readonly calls: readonly RequestCall[];
  /** Lines of other services than Nova that say what became of something, or that warn. */
  readonly mentions: readonly Mention[];
  readonly order: readonly OrderPoint[];
  /** Where the lines name two times of which one is the other in another zone. */
  readonly zoneClash: ZoneClash | undefined;
  /** False: there was more than is kept. */
  readonly whole: boolean;
}

/** A line of Nova that names a thing of an instance; the instance by its tag or else by its request. */
export interface IdClaim {
  readonly kind: ClaimKind;
  readonly id: string;
  readonly instance: string | undefined;
  readonly request: string | undefined;
  readonly at: Place;
}

/** One request caused another. */
export interface RequestCall {
  readonly caller: string;
  readonly callee: string;
  /** `global-id`: the callee's line names the caller as its global id; `answer`: the caller was told the
   *  callee's id; `error`: so, in the text of an error. */
  readonly via: 'global-id' | 'answer' | 'error';
  readonly at: Place;
  readonly host: string | undefined;
  /** The caller's line that announces the call, where it is logged. */
  readonly asked: Place | undefined;
}

/** A line of another service than Nova, with the ids in it. */
export interface Mention {
  readonly at: Place;
  readonly id: ServiceLineId | 'warning' | 'error';
  readonly service: OtherService;
  /** Program and host as a wrapper names them. */
  readonly program: string | undefined;
  readonly host: string | undefined;
  readonly level: Level | undefined;
  readonly request: string | undefined;
  readonly globalRequest: string | undefined;
  readonly ids: readonly string[];
  /** For how long what it says had been under way. */
  readonly seconds: number | undefined;
}

/** A line of whose statement it is known that it comes before or after others of the same request. */
export interface OrderPoint {
  readonly rule: OrderRule;
  readonly side: 'before' | 'after';
  readonly beside: OrderRule | undefined;
  readonly request: string;
  readonly instance: string | undefined;
  /** The host that the line names; the rule is about that one. */
  readonly about: string | undefined;
  readonly host: string | undefined;
  readonly at: Place;
  /** When what is meant was: the line's own time, or earlier where it says how long it took. */
  readonly time: number;
}

/** Two times in one line that differ by whole quarters of an hour: its carrier counts in another zone. */
export interface ZoneClash {
  /** Minutes by which the service's time is ahead of its carrier's. */
  readonly minutes: number;
  readonly lines: number;
  readonly at: Place;
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
  /** How far the copying of a live migration came; only where the log tells it. */
  readonly progress?: Progress;
  /** What it waited for while the phase ran. */
  readonly waits?: readonly Wait[];
}

/** A lock or an external event for which an operation waited, or an event that came to it. */
export interface Wait {
  readonly kind: 'lock' | 'event';
  /** The lock, or the event as Nova spells it: `network-vif-plugged-<port>`. */
  readonly name: string;
  /** The function that asked for the lock. */
  readonly by: string | undefined;
  /** `got`; `late`: it came after Nova had given up; `timed-out`: Nova gave up; `open`: these logs do not
   *  show that it came; `received`: an event came for which nothing here waited. */
  readonly outcome: 'got' | 'late' | 'timed-out' | 'open' | 'received';
  readonly begin: number | undefined;
  readonly end: number | undefined;
  readonly seconds: number | undefined;
  readonly secondsFrom: 'nova' | 'lines' | undefined;
  readonly at: Place;
  /** All lines on which it rests, in order. */
  readonly places: readonly Place[];
  readonly holders: readonly LockHold[];
  /** The phase that it delayed, as far as times tell. */
  readonly phase: PhaseId | undefined;
}

/** One report of a live migration about its memory; bytes. */
export interface ProgressSample {
  readonly at: Place;
  /** Since the monitoring began. */
  readonly seconds: number;
  /** Of the memory that remains; Nova rounds it, and counts what the guest changes meanwhile as new. */
  readonly percent: number;
  readonly processed: number;
  readonly remaining: number;
  readonly total: number;
  readonly diskPercent: number | undefined;
}

export interface Progress {
  /** In order, not more than a hundred; the first and the last always. */
  readonly samples: readonly ProgressSample[];
  /** Between the first and the last of them; undefined: it cannot be told. */
  readonly bytesPerSecond: number | undefined;
  readonly limit: ProgressLimit | undefined;
}

/** When Nova ends the copying of its own accord (libvirt.live_migration_timeout_action). */
export interface ProgressLimit {
  readonly option: 'libvirt.live_migration_completion_timeout';
  readonly secondsPerGib: number;
  readonly seconds: number;
  /** `log`: Nova says when it was over; `dump`: the value that the service logged when it started; `default`:
   *  Nova's default, the value in force is not known. */
  readonly basis: 'log' | 'dump' | 'default';
  /** Disks are copied too: the limit is longer by what they hold. */
  readonly atLeast: boolean;
}

/** One host's try at an operation; of a move, what one side of it did. */
export interface Attempt {
  readonly host: string | undefined;
  /** Only of moves: the side on which the host stood. */
  readonly role?: Role | undefined;
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

/** What a line says of why it failed, where no exception is known. */
export interface StatedReason {
  readonly text: string;
  readonly at: Place;
}

export interface Operation {
  /** Unique in the analysis and stable while the log grows. */
  readonly id: string;
  readonly kind: OperationKind;
  /** `stated`: a line that only this kind logs; `implied`: the kind is a guess from lines that several
   *  kinds share. */
  readonly basis: 'stated' | 'implied';
  /** Where the kind is a guess: the others that could have logged the same lines; none where too little
   *  says. */
  readonly otherKinds: readonly OperationKind[];
  readonly instance: string;
  readonly request: string | undefined;
  readonly begin: Place;
  readonly end: Place;
  readonly seconds: number | undefined;
  readonly outcome: Outcome;
  readonly attempts: readonly Attempt[];
  /** Only of moves between hosts. */
  readonly route?: Route | undefined;
  /** Phases in Nova's order, over all attempts; those that this log cannot show are `not-visible`. */
  readonly phases: readonly Phase[];
  readonly failedPhase: PhaseId | undefined;
  /** The innermost exception that started the failure. */
  readonly rootCause: Fault | undefined;
  /** What Nova recorded in the end. */
  readonly fault: Fault | undefined;
  /** Root cause → fault as Nova's except clauses make it, both ends included, oldest first. */
  readonly chain: readonly Fault[];
  /** What the last line that gave up says, where there is no exception. */
  readonly reason: StatedReason | undefined;
  readonly unattributedSeconds: number | undefined;
  readonly due: Due | undefined;
  /** Lines on which the operation rests, ascending. */
  readonly places: readonly Place[];
  /** vm_state and task_state at its end, as its phases imply them; undefined: not known. */
  readonly vmState: string | undefined;
  readonly taskState: string | undefined;
  /** What Nova's API tells of it, where that was read. */
  readonly recorded?: RecordedAction;
  /** What it waited for, in order; those that belong to a phase stand there too. */
  readonly waits?: readonly Wait[];
  /** What happened around it: facts, not causes. */
  readonly context?: OperationContext;
}

/** What Nova's API tells of the action that an operation is: no line of a log. */
export interface RecordedAction {
  readonly at: Place;
  /** One of its events failed at some time; not of each kind does that mean that it failed as a whole. */
  readonly hasError: boolean;
  /** Methods of Nova that it went through, as they were told; empty: they were not. */
  readonly events: readonly RecordedEvent[];
}

export interface RecordedEvent {
  readonly method: string;
  readonly host: string | undefined;
  /** By the clock of the service that ran the method, in UTC. */
  readonly begin: number | undefined;
  readonly end: number | undefined;
  /** `success`: the method returned, which is not yet what was asked for. `unfinished`: it had not ended when
   *  it was told. `unknown`: another one of the same name has the end that Nova wrote down. */
  readonly result: 'success' | 'error' | 'unfinished' | 'unknown';
}

/** What lies in the time and place of an operation. */
export interface OperationContext {
  /** Trouble of its hosts and their services meanwhile. */
  readonly spans: readonly HostSpan[];
  /** Where lines may be missing, so that what is said of the operation may be too little. */
  readonly holes: readonly Hole[];
}

/** What Nova logged of the instance beside its operations. */
export interface Occurrence {
  readonly kind: OccurrenceKind;
  readonly at: Place;
  /** The row of the table of all markers. */
  readonly marker: number;
  /** The state or the task that the line names. */
  readonly state: string | undefined;
  readonly request: string | undefined;
  /** The operation that was under way or just over, and explains it; undefined: none in these logs does. */
  readonly during: string | undefined;
}

export interface Timeline {
  readonly instance: string;
  readonly operations: readonly Operation[];
  /** In order of time. */
  readonly occurrences?: readonly Occurrence[];
  /** What other services logged of it, by time as the logs give it. */
  readonly serviceLines?: readonly ServiceLine[];
}

/** The hosts of a move, as far as the logs name them. */
export interface Route {
  readonly source: string | undefined;
  readonly destination: string | undefined;
}

/** A line of another service that an id ties to an instance. */
export interface ServiceLine {
  readonly mention: Mention;
  /** Program that logged it, as precisely as it is known: `neutron-server`. */
  readonly program: string;
  readonly host: string | undefined;
  /** Why it belongs to the instance: what names what, and where that is said. */
  readonly because: { readonly kind: IdKind; readonly id: string; readonly at: Place | undefined };
  /** Id of the operation in whose request it happened. */
  readonly operation: string | undefined;
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

/** A line that a diagnosis rests on, and what it has to do with the cause. */
export interface Evidence {
  readonly at: Place;
  readonly role: EvidenceRole;
}

/** What one filter of the scheduler left of the hosts. */
export interface FunnelStep {
  readonly filter: string;
  /** Hosts before and after it; undefined: the lines do not say. */
  readonly start: number | undefined;
  readonly end: number;
  readonly at: Place;
}

/** Lines bound to one cause, a row of knowledge/diagnoses. */
export interface Diagnosis {
  /** Key of the row. */
  readonly id: string;
  readonly certainty: Certainty;
  /** The operation it explains, and which attempt of it, from 0; undefined: it stands on its own. */
  readonly operation: string | undefined;
  readonly attempt: number | undefined;
  readonly instance: string | undefined;
  /** The line that says most comes first; none comes twice. */
  readonly evidence: readonly Evidence[];
  /** What the lines hold, by the placeholders of its sentences. */
  readonly args: Readonly<Record<string, string | number>>;
  /** Other rows of the same family that fit the lines as well. */
  readonly rivals: readonly string[];
  readonly funnel: readonly FunnelStep[];
  /** How often, where it stands on its own. */
  readonly count: number;
  /** Its logs are plainly of a release before Pike. */
  readonly isOlder?: true;
}

export interface Analysis {
  readonly digests: readonly Digest[];
  readonly timelines: readonly Timeline[];
  readonly findings: readonly Finding[];
  readonly diagnoses: readonly Diagnosis[];
  /** What is known of the clocks by which the logs were written; absent where there is one. */
  readonly clocks?: Clocks;
  /** What the logs say beyond one operation; each part is worked out when it is read. */
  readonly story?: Story;
  /** Failures with the same cause, most frequent first. */
  readonly groups?: readonly CauseGroup[];
  /** The life of each host, as far as the logs tell. */
  readonly hosts?: readonly HostLane[];
  /** Where lines are or may be missing. */
  readonly holes?: readonly Hole[];
}

/** What the logs say beyond one operation: nothing costs anything before it is asked for. */
export interface Story {
  readonly groups: () => readonly CauseGroup[];
  readonly hosts: () => readonly HostLane[];
  readonly holes: () => readonly Hole[];
  readonly paces: () => readonly PhasePace[];
  /** Where an operation parts from the nearest one that went well; undefined: there is none, or it does
   *  not. */
  readonly divergence: (operation: Operation) => Divergence | undefined;
  /** The host of its last attempt, as far as any line tells. */
  readonly hostOf: (operation: Operation) => string | undefined;
  /** The operation with its waits and its context. */
  readonly tell: (operation: Operation) => Operation;
}

/** Failed operations that are alike: class, innermost frame of Nova, text without ids and numbers, phase. */
export interface CauseGroup {
  /** The same for the same cause in every analysis. */
  readonly id: string;
  /** Class without its module; undefined: the logs show none. */
  readonly type: string | undefined;
  /** The message without what differs from one failure to the next. */
  readonly message: string;
  /** `nova/compute/manager.py:_prep_block_device`; undefined: no frame of Nova is logged. */
  readonly frame: string | undefined;
  readonly phase: PhaseId | undefined;
  readonly kinds: readonly OperationKind[];
  /** Where its root cause stands, of each failure in order of time; `operations` in the same order. */
  readonly places: readonly Place[];
  readonly operations: readonly string[];
  /** Whose host each failure counts for, in the same order; undefined: no line of a host is known. */
  readonly attempts: readonly (Attempt | undefined)[];
  readonly instances: readonly string[];
  /** Hosts on which they failed, by number of failures; failures whose host is not known are in none. */
  readonly hosts: readonly { readonly host: string; readonly count: number }[];
  readonly unknownHosts: number;
  readonly first: Place;
  readonly last: Place;
  /** What all of them share and other operations of these kinds do not. */
  readonly shared: readonly SharedTrait[];
}

/** `value` is common to all failures of a group, and `others` operations of the same kinds have another
 *  value. */
export interface SharedTrait {
  readonly trait: 'host' | TraitName;
  readonly value: string;
  /** Operations of these kinds with another value, and how many of them did not fail. */
  readonly others: number;
  readonly othersWell: number;
}

export type TraitName = 'flavor' | 'image' | 'network' | 'size';

/** A host, or the services of a log that names none. */
export interface HostLane {
  readonly host: string | undefined;
  /** `named`: wrappers or file names say it; `node`: the host's own lines name its node; undefined: none. */
  readonly basis: 'named' | 'node' | undefined;
  readonly sources: readonly string[];
  readonly services: readonly string[];
  readonly spans: readonly HostSpan[];
  /** Audits of its resources, where anything changed, and claims. */
  readonly audits: readonly ResourceAudit[];
  readonly claims: readonly ResourceClaim[];
}

/** A stretch of a host's life; what has no length has the same begin and end. */
export interface HostSpan {
  readonly kind: SpanKind;
  readonly host: string | undefined;
  readonly service: string | undefined;
  readonly process: string | undefined;
  /** Undefined: it began before, or ended after, what the log shows. */
  readonly begin: Place | undefined;
  readonly end: Place | undefined;
  /** How many lines say so, and up to 20 of them. */
  readonly count: number;
  readonly places: readonly Place[];
  /** Server, reason, version, status: what the line says, as far as the row asks for it. */
  readonly values: Readonly<Record<string, string>>;
}

/** What nova-compute counts of its host: MiB, GiB, vCPUs. */
export interface ResourceAudit {
  readonly at: Place;
  readonly node: string;
  readonly memory: Amount;
  readonly disk: Amount;
  readonly vcpus: Amount;
}

export interface Amount {
  readonly total: number | undefined;
  readonly used: number | undefined;
}

/** What an instance asked of its host, and what was free of it. */
export interface ResourceClaim {
  readonly at: Place;
  readonly instance: string | undefined;
  readonly asked: { readonly memory: number; readonly disk: number; readonly vcpus: number | undefined };
  /** As the claim itself logs it: below the limit that the ratio allows; undefined: not said, or
   *  unlimited. */
  readonly free: Readonly<Record<'memory' | 'disk' | 'vcpus', number | undefined>>;
  readonly outcome: 'success' | 'failed' | 'unknown';
}

/** Where lines are or may be missing. */
export interface Hole {
  /** `silence`: a stream that is else busy says nothing; `rotation`: between two files of one stream;
   *  `head`: an operation was under way, or a line cut, where the log begins; `rate-limit`, `suppressed`:
   *  lines were dropped; `restart`: a service began anew while operations were under way; `service`: no
   *  log of this service is here; with a source: none is known to be, for nothing tells whose log that is. */
  readonly kind: 'silence' | 'rotation' | 'head' | 'rate-limit' | 'suppressed' | 'restart' | 'service';
  readonly source: string | undefined;
  readonly host: string | undefined;
  readonly service: string | undefined;
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly seconds: number | undefined;
  /** 99 of 100 silences of the stream are no longer than this, seconds. */
  readonly usualSeconds: number | undefined;
  /** Messages that were dropped, where the log counts them; rotated files that are missing. */
  readonly count: number | undefined;
  /** What would show the log of a service that is not here, on the deployment that the logs come from. */
  readonly command: string | undefined;
  /** Nothing tells the deployment: the command is that of a host with packages. */
  readonly isAssumed?: boolean;
}

/** How long a phase takes on a host; only where at least eight are known. */
export interface PhasePace {
  readonly kind: OperationKind;
  readonly phase: PhaseId;
  /** Undefined: all hosts together. */
  readonly host: string | undefined;
  readonly count: number;
  /** Seconds. */
  readonly p50: number;
  readonly p95: number;
  readonly outliers: readonly Outlier[];
}

/** An operation whose phase took much longer than is usual there. */
export interface Outlier {
  readonly operation: string;
  readonly instance: string;
  readonly seconds: number;
  readonly at: Place;
}

/** An operation beside the nearest one that went well: where they part. */
export interface Divergence {
  readonly operation: string;
  readonly good: string;
  /** What the two have in common, beside the kind. */
  readonly shared: readonly ('host' | TraitName)[];
  /** `phase`: the good one has this phase and this one has not; `line`: both are in it, and the lines differ;
   *  `slow`: the same lines, but the phase took much longer. */
  readonly part: 'phase' | 'line' | 'slow';
  readonly phase: PhaseId;
  /** The last thing that both have, and what each has next; undefined: nothing. */
  readonly sameUntil: { readonly here: Place; readonly there: Place } | undefined;
  readonly here: Place | undefined;
  readonly there: Place | undefined;
  /** Seconds of the phase, for `slow`. */
  readonly seconds: number | undefined;
  readonly goodSeconds: number | undefined;
}

// ---- extracts: the lines that are about one thing, out of all logs ----

/**
 * What an extract is about: an instance by its id, a request by its id, an operation by `Operation.id`, a
 * span of time as timeSpan.ts writes it, or all failures (`all`).
 */
export interface Subject {
  readonly kind: 'instance' | 'request' | 'operation' | 'time' | 'failures';
  readonly id: string;
}

/** A line of an extract as its log has it, and how it is read. */
export interface ExtractLine {
  readonly text: string;
  /** Its time is that of the line itself, or of the record that it continues. */
  readonly at: Place;
  readonly header: Header | undefined;
  /** The line continues the record above it. */
  readonly inherited: boolean;
  readonly message: string;
}

export interface Extract {
  /** By time; the lines of one log in their own order. */
  readonly lines: readonly ExtractLine[];
  /** How many lines were left out because the extract would have become too large. */
  readonly hidden: number;
}

// ---- clocks ----

/** The clock by which one host, or one log of an unknown host, was written. */
export interface HostClock {
  readonly id: string;
  readonly host: string | undefined;
  readonly sources: readonly string[];
}

/** Two lines, the first of which was logged before the second. */
export interface Causality {
  readonly rule: OrderRule | 'called' | 'asked' | 'answered-call' | 'same-host';
  readonly before: Place;
  readonly after: Place;
}

/** By how much one clock is ahead of another. */
export interface ClockOffset {
  readonly clock: string;
  readonly against: string;
  /** Milliseconds; undefined: nothing bounds it on this side. Zone included. */
  readonly least: number | undefined;
  readonly most: number | undefined;
  /** Whole quarters of an hour, where the bounds allow no other number of them; undefined: not known. */
  readonly zoneMinutes: number | undefined;
  /** Lines on which the bounds rest. */
  readonly leastFrom: readonly Causality[];
  readonly mostFrom: readonly Causality[];
  /** How many pairs of lines speak for the bounds, and how many contradict them and were left out. */
  readonly pairs: number;
  readonly contradictions: number;
}

export interface Clocks {
  readonly clocks: readonly HostClock[];
  /** The clock that others are held against. */
  readonly reference: string;
  /** Every other clock against the reference. */
  readonly offsets: readonly ClockOffset[];
  /** True: times of the analysis are already moved onto the reference's clock. */
  readonly aligned: boolean;
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
