// The row types of every table in knowledge/. Rows are data: no functions, no regular expressions.
// Words for people stand in the rows in English; a translation is a table with the same keys.

/** Nova's instance action names (nova/compute/instance_actions.py); `evacuate` is logged under that name
 *  too. */
export type OperationKind =
  | 'create' | 'rebuild' | 'evacuate' | 'delete' | 'soft-delete' | 'restore' | 'resize' | 'migrate'
  | 'confirmResize' | 'revertResize' | 'live-migration' | 'reboot' | 'stop' | 'start' | 'pause' | 'unpause'
  | 'suspend' | 'resume' | 'shelve' | 'shelveOffload' | 'unshelve' | 'rescue' | 'unrescue' | 'createImage'
  | 'createBackup' | 'attach_volume' | 'detach_volume' | 'swap_volume' | 'extend_volume' | 'attach_interface'
  | 'detach_interface' | 'lock' | 'unlock' | 'changePassword' | 'trigger_crash_dump' | 'resetState'
  | 'live_migration_cancel' | 'live_migration_force_complete';

/** Phases are named after Nova's task_state where it has one for them. */
export type PhaseId =
  | 'api' | 'scheduling' | 'start' | 'claim' | 'networking' | 'block_device_mapping' | 'spawning' | 'image'
  | 'guest_xml' | 'vif_plug' | 'power_on' | 'power_off' | 'detach_volumes' | 'destroy' | 'deallocate_network'
  | 'cleanup' | 'done' | 'action' | 'move';

export type Service = 'api' | 'conductor' | 'scheduler' | 'compute';
export type LevelName = 'TRACE' | 'DEBUG' | 'INFO' | 'AUDIT' | 'WARNING' | 'ERROR' | 'CRITICAL';

/** A value that a template's placeholder holds and that the core makes use of. */
export type CaptureName =
  | 'instance' | 'port' | 'volume' | 'image' | 'host' | 'node' | 'seconds' | 'request' | 'reason' | 'attempts'
  | 'status' | 'event' | 'state' | 'count' | 'method' | 'filter' | 'error';

/** One log statement of Nova, as a sign of a phase. */
export interface MarkerSpec {
  /** begin, end: of the phase; took: an end that says how long; fail: given up; note: seen in it. */
  readonly edge: 'begin' | 'end' | 'took' | 'fail' | 'note';
  /** Python loggers that have logged it, over all releases. */
  readonly logger: string | readonly string[];
  /** The template as Nova's source has it, placeholders included. */
  readonly text: string;
  readonly level: LevelName;
  /** A real message that it matches, without header and instance tag; a text without placeholders is its
   *  own sample. */
  readonly sample?: string;
  /** Placeholder (its name, or its index for `%s`) → what it holds. */
  readonly captures?: Readonly<Record<string, CaptureName>>;
  /** Only these kinds of operation log it. Absent: several kinds do; the operation's other lines decide. */
  readonly kinds?: readonly OperationKind[];
  /** What it says of the operation as a whole. */
  readonly says?: 'success' | 'failed' | 'rescheduled' | 'aborted' | 'opens' | 'deleted';
  /** It reports trouble that by itself does not fail the operation (clean-up, caches, periodic work). */
  readonly harmless?: true;
  /** Logged beside operations (lifecycle events, power state syncs, API polls): never begins one. */
  readonly ambient?: true;
  /** The class that the surrounding code raises next, where no line of its own says so. */
  readonly raises?: string;
  /** The text is narrower than Nova's own template (an HTTP path, a request body). */
  readonly narrow?: true;
  /** Only releases before Kilo have it; the facts begin with Kilo. */
  readonly old?: true;
}

export interface PhaseSpec {
  readonly id: PhaseId;
  readonly title: string;
  /** What Nova does here, for a hover; one or two sentences. */
  readonly what: string;
  readonly service: Service;
  /** The phase of which this one is a part: its time is not counted twice. */
  readonly within?: PhaseId;
  /** The level at which every run through the phase shows; absent: not every operation goes through it. */
  readonly shows?: 'INFO' | 'DEBUG';
  /** Runs beside the phases after it: it does not end where the next one begins. */
  readonly async?: true;
  /** vm_state / task_state while the phase runs. */
  readonly vmState?: string;
  readonly taskState?: string;
  readonly options?: readonly string[];
  readonly markers: readonly MarkerSpec[];
}

export interface OperationSpec {
  readonly kind: OperationKind;
  readonly title: string;
  /** In Nova's order. */
  readonly phases: readonly PhaseId[];
  /** vm_state when it went well; absent: as it was before. */
  readonly vmState?: string;
  /** The lifecycle event of the hypervisor that shows that it went well. */
  readonly lifecycle?: string;
  /** Nova logs nothing at INFO when it ends well: without a failure its outcome is unknown. */
  readonly silent?: true;
}

/** A function of Nova in a traceback → the operation and the phase it belongs to. */
export interface FrameSpec {
  readonly function: string;
  /** Part of the file's path, where the function's name alone is not sure. */
  readonly file?: string;
  readonly kind?: OperationKind;
  readonly phase?: PhaseId;
  /** Work beside operations (periodic tasks, caches): its failure hurts none. */
  readonly harmless?: true;
}

// ---- explanations ----

/** Our words on an exception class, or on a message that stands for a failure. */
export interface ExplanationNote {
  /** What happened, one sentence; nothing that is only suspected. */
  readonly summary: string;
  /** What it did to the instance, and what it leaves behind (allocation, port, volume, files). */
  readonly effect: string;
  /** Most frequent first; `evidence` says which log line or reading tells this cause from the others. */
  readonly causes: readonly { readonly text: string; readonly evidence?: string }[];
  /** Read-only checks: a command, why one runs it, or both. */
  readonly checks: readonly { readonly text: string; readonly command?: string }[];
  /** What to change, and what that risks. */
  readonly changes: readonly { readonly text: string; readonly risk?: string }[];
  /** Full names, `group.option`, as the facts spell them. */
  readonly options: readonly string[];
  readonly links?: readonly string[];
  /** A log line, or its end, that shows it. */
  readonly sample: string;
}

/** A message of Nova that operators ask about and that carries no exception class of its own. */
export interface MessageNote extends ExplanationNote {
  readonly logger: string | readonly string[];
  readonly text: string;
}

export interface OptionNote {
  /** What the option does in the paths this product explains. */
  readonly meaning: string;
  /** What one sees when it is wrong. */
  readonly symptom: string;
  readonly unit?: string;
  /** Services that must be restarted after a change. */
  readonly restart: readonly Service[];
}

export type CheckId =
  | 'failed-operation' | 'stuck-operation' | 'slow-phase' | 'unknown-fault' | 'option-drift' | 'timeout-advice' | 'own-rule';
