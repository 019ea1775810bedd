// The row types of diagnoses: which lines bind a failure to one cause, what would contradict it, and what to
// do. Rows are data; the sentences that stand in problems and lenses are in sentences.ts, by the same ids.

import type { OptionName } from '../facts/names';
import type { OperationKind } from '../schema';

/** What failed, by what an operator calls it. The causes of one family are rivals. */
export type DiagnosisFamily =
  | 'no-valid-host' | 'retries' | 'vif-plug' | 'port' | 'rpc' | 'guest-start' | 'volume' | 'detach'
  | 'service-access' | 'placement' | 'compute-service' | 'cell' | 'image' | 'disk-space' | 'ceph'
  | 'live-migration' | 'resize' | 'quota' | 'service-start' | 'stuck' | 'claim' | 'shutoff' | 'metadata' | 'console';

/** `stated`: lines say it; `likely`: a guess from lines that fit; `open`: several causes fit what is
 *  logged. */
export type Certainty = 'stated' | 'likely' | 'open';

/** What a line of evidence has to do with the cause; its words are in roles.ts. */
export type EvidenceRole =
  | 'says' | 'failure' | 'funnel' | 'killer' | 'empty' | 'attempt' | 'expected' | 'late' | 'refused' | 'broker'
  | 'unanswered' | 'answered' | 'before' | 'restart' | 'last' | 'reported' | 'detail' | 'consequence';

/** What code concludes from several lines, for rows to ask about (core/diagnoses/observations). */
export type ObservationId = 'killer-filter' | 'no-hosts' | 'no-candidates' | 'attempts' | 'late-event' | 'sent-event'
  | 'silence' | 'restart' | 'cancel-asked';

/**
 * A sign that a row looks for: an exception on the way of the failure, a log statement, or an observation.
 * All that is given must hold.
 */
export interface Clue {
  readonly role: EvidenceRole;
  /** Class names without their modules. */
  readonly fault?: string | readonly string[];
  /** Template of a log statement, of a marker or of a row of evidence. */
  readonly line?: string | readonly string[];
  readonly seen?: ObservationId;
  /**
   * Text that the message contains, with placeholders as a template has them; a value ends where the next
   * literal begins or with the line. Of several one is enough.
   */
  readonly text?: string | readonly string[];
  /** Captures, or what is derived of a fault (core/diagnoses/derived.ts), that hold one of these values;
   *  an empty list: any value. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** Where the line may stand: among those of the operation (the default), beside them with the same
   *  instance, in the same log around that time, or in any log. */
  readonly reach?: 'operation' | 'instance' | 'log' | 'any';
}

/** A clue, or several of which one is enough. */
export type Need = Clue | readonly Clue[];

export interface DiagnosisCheck {
  /** What it shows. */
  readonly text: string;
  /** Read-only, as a host with packages has it; what is to be filled in stands as `<name>`. */
  readonly command?: string;
  /** The unit whose log is to be searched. */
  readonly log?: 'nova-api' | 'nova-conductor' | 'nova-scheduler' | 'nova-compute' | 'nova-network' | 'neutron-server' | 'neutron-agent'
    | 'cinder-volume' | 'cinder-scheduler' | 'glance-api' | 'placement-api' | 'keystone' | 'libvirtd';
}

export interface DiagnosisRow {
  readonly family: DiagnosisFamily;
  readonly certainty: Certainty;
  /** `operation` (the default): explains a failed operation; `host`: stands on its own; `both`. */
  readonly scope?: 'operation' | 'host' | 'both';
  /** Every one of them must be there. */
  readonly needs: readonly Need[];
  /** Lines that belong to it; it holds without them. */
  readonly supports?: readonly Clue[];
  /** Lines that take the claim back. */
  readonly unless?: readonly Clue[];
  readonly kinds?: readonly OperationKind[];
  /** Outcomes of the operation; absent: it failed. */
  readonly outcomes?: readonly ('failed' | 'in-progress' | 'unknown' | 'success')[];
  /** A capture in which the signs of all needs must agree: the id of a port, of a message. */
  readonly joined?: string;
  /** The capture that tells one case from another where a log has many of them. */
  readonly by?: string;
  /** `older`: only of a log that is plainly of a release before Pike; `newer`: only of one that is not. */
  readonly age?: 'older' | 'newer';
  /** What else fits the same lines, and what tells it apart; required where the cause is open. */
  readonly remains?: readonly string[];
  /** What would show that it is another cause. */
  readonly contradicts: string;
  readonly checks: readonly DiagnosisCheck[];
  readonly changes: readonly { readonly text: string; readonly risk?: string }[];
  readonly options?: readonly OptionName[];
  readonly links?: readonly string[];
}

export type DiagnosisRows = Readonly<Record<string, DiagnosisRow>>;
