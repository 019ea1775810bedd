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
  | 'cleanup' | 'done'
  | 'powering_on' | 'rebooting' | 'pausing' | 'unpausing' | 'suspending' | 'resuming' | 'restoring'
  | 'rescuing' | 'unrescuing' | 'shelving' | 'shelving_offloading' | 'unshelving'
  | 'image_snapshot' | 'rotate_backups'
  | 'attach' | 'detach' | 'swap' | 'extend' | 'updating_password' | 'crash_dump'
  | 'resize_prep' | 'resize_migrating' | 'resize_finish' | 'confirm' | 'resize_reverting'
  | 'migrate_check' | 'pre_live_migration' | 'migrating' | 'post_copy' | 'post_live_migration'
  | 'post_live_migration_at_destination' | 'rollback';

/** The side of a move on which a line is logged. */
export type Role = 'source' | 'destination';

/** What a line that is logged beside the operations means for the instance. */
export type OccurrenceKind =
  | 'lifecycle'         // the hypervisor says that the guest started, stopped, was paused or resumed
  | 'sync-skipped'      // the power states were compared while a task was under way
  | 'state-differs'     // what the database held was not what the hypervisor says
  | 'stopped-by-itself' // Nova found the guest off without a request, and stops the instance
  | 'unexpected-state'  // the guest is in a state that Nova did not ask for; Nova leaves it
  | 'moved'             // the instance has moved to another host meanwhile
  | 'evacuated'         // this host came back and removes what was evacuated from it
  | 'service-restart'   // nova-compute started again in the middle of a task
  | 'event-received';   // an external event came in

export type Service = 'api' | 'conductor' | 'scheduler' | 'compute';
export type LevelName = 'TRACE' | 'DEBUG' | 'INFO' | 'AUDIT' | 'WARNING' | 'ERROR' | 'CRITICAL';

/** A value that a template's placeholder holds and that the core makes use of. */
export type CaptureName =
  | 'instance' | 'port' | 'volume' | 'image' | 'host' | 'node' | 'seconds' | 'request' | 'reason' | 'attempts'
  | 'status' | 'event' | 'state' | 'count' | 'method' | 'filter' | 'error' | 'destination' | 'source' | 'task'
  | 'percent' | 'processed' | 'remaining' | 'total' | 'diskPercent' | 'downtime'
  // what follows the first digit of a status
  | 'answer4' | 'answer5'
  | 'results' | 'service' | 'address' | 'id' | 'code' | 'name' | 'since' | 'device';

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
  /** Kinds that log it as well, but not at first: a line that only such a kind logs says that it was that
   *  one. */
  readonly also?: readonly OperationKind[];
  /** Of the kinds that log the line by which an operation began only these log it; others may as well. */
  readonly apart?: readonly OperationKind[];
  /** What it says of the operation as a whole. */
  readonly says?: 'success' | 'failed' | 'rescheduled' | 'aborted' | 'opens' | 'deleted';
  /** What is said of a move afterwards does not undo it. */
  readonly lasting?: true;
  /** Only for these of its kinds does it say so; absent: for all of them. */
  readonly saysFor?: readonly OperationKind[];
  /** It says so only where the request took no host: neither one before it nor one that works after it. */
  readonly unlessTaken?: true;
  /** What it says in operations of these kinds, where that is something else. */
  readonly saysIn?: Readonly<Partial<Record<OperationKind, MarkerSpec['says']>>>;
  /** The phase of which it is a sign in an operation of that kind, where it is another one. */
  readonly phaseFor?: Readonly<Partial<Record<OperationKind, PhaseId>>>;
  /** It never begins an operation. `request`: several parts of Nova log it, and it counts only in the
   *  operation whose request it bears; `open`: a thread without a request logs it, of the operation that
   *  is under way. */
  readonly follows?: 'request' | 'open';
  /** It says nothing beside operations of these kinds: what it is about is going away. */
  readonly moot?: readonly OperationKind[];
  /** The vm_state in which it leaves the instance; `captured`: the state that it names. */
  readonly leaves?: string;
  /** What it leaves is so since Havana, whose heads are the first to name the process; before that the action
   *  ended as if it had gone well. */
  readonly leavesSinceHavana?: true;
  /** What came before does not yet mean that the operation went well: a further part of it begins. */
  readonly reopens?: true;
  /** It is not waited for any more where that phase was seen: the operation went another way. */
  readonly dueUnless?: PhaseId;
  /** The try of this host is over: what comes of the request afterwards is another one. */
  readonly endsTry?: true;
  /** Nova goes on, and logs nothing of how it ends. */
  readonly mute?: true;
  /** The seconds that it holds are those since its phase began. */
  readonly elapsed?: true;
  /** The side of a move that logs it. */
  readonly role?: Role;
  /** What it is beside the operations; such a line is ambient. */
  readonly occurrence?: OccurrenceKind;
  /** It reports trouble that by itself does not fail the operation (clean-up, caches, periodic work). */
  readonly harmless?: true;
  /** An option decides whether Nova goes on: without a later line nothing has failed but the phase. */
  readonly mayGoOn?: true;
  /** Logged beside operations (lifecycle events, power state syncs, API polls): never begins one. */
  readonly ambient?: true;
  /** The class that the surrounding code raises next, where no line of its own says so. */
  readonly raises?: string;
  /** Nova's API tells it, and no log: its time is the API's, and is not held against those of lines. */
  readonly recorded?: true;
  /** The text is narrower than Nova's own template (an HTTP path, a request body). */
  readonly narrow?: true;
  /** Only releases before Kilo have it, and the facts begin with Kilo; or it was put together before it was
   *  logged, or another driver than libvirt's logs it, and they do not know it. */
  readonly old?: true;
  /** Of releases whose instances have a number and no UUID: its `instance` is that number, or the name of
   *  the guest. It is looked for only in logs of these releases. */
  readonly numbered?: true;
}

export interface PhaseSpec {
  readonly id: PhaseId;
  readonly title: string;
  /** What Nova does here, for a hover; one or two sentences. */
  readonly what: string;
  readonly service: Service;
  /** The phase of which this one is a part: its time is not counted twice. */
  readonly within?: PhaseId;
  /** Phases that also stand alone but run inside this one where both are: they do not end it. */
  readonly through?: readonly PhaseId[];
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
  /** The phases that every run goes through; absent: all of them. */
  readonly always?: readonly PhaseId[];
  /** A move between hosts: the side on which each of its phases runs. A phase that runs on both is left
   *  out. */
  readonly roles?: Readonly<Partial<Record<PhaseId, Role>>>;
  /** vm_state when it went well; absent: as it was before. */
  readonly vmState?: string;
  /** A phase that it may have gone through → the vm_state it then ends in. */
  readonly vmStateAfter?: Readonly<Partial<Record<PhaseId, string>>>;
  /** The phases whose end shows that it went well, where no line says it of the whole. */
  readonly endsWith?: readonly PhaseId[];
  /** The lifecycle event of the hypervisor that shows that it went well. */
  readonly lifecycle?: string;
  /** Nova logs nothing when it ends well (`INFO`: nothing at that level): without a failure its outcome is
   *  unknown. */
  readonly silent?: true | 'INFO';
}

/** A function of Nova in a traceback → the operation and the phase it belongs to. */
export interface FrameSpec {
  readonly function: string;
  /** Part of the file's path, where the function's name alone is not sure. */
  readonly file?: string;
  readonly kind?: OperationKind;
  /** All kinds that go through it, where it is not `kind` alone. */
  readonly among?: readonly OperationKind[];
  readonly phase?: PhaseId;
  /** Work beside operations (periodic tasks, caches): its failure hurts none. */
  readonly harmless?: true;
  /** Operations that its failure ends all the same. */
  readonly fatalIn?: readonly OperationKind[];
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
  | 'failed-operation' | 'stuck-operation' | 'slow-phase' | 'unknown-fault' | 'option-drift' | 'timeout-advice' | 'own-rule'
  | 'diagnosis';
