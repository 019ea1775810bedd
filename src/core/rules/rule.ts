// A rule of the operator's own: a line or an exception, and what the operator says of it. Rules are data that
// a file states; nothing of them runs.

import type { CaptureName, MarkerSpec, OperationKind, PhaseId } from '../../knowledge/schema';
import type { Severity } from '../model';

/** As many lines of a log, and of an instance in a large one, count for rules. */
export const mostForRules = 20_000;

/** Where in a rule file something stands; lines and columns count from 0. */
export interface RulePlace {
  /** The caller's name for the file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** What a rule adds to the phase that its line belongs to. */
export interface RulePhase {
  readonly id: PhaseId;
  readonly edge: MarkerSpec['edge'];
  /** Only operations of these kinds; undefined: of any kind. */
  readonly kinds: readonly OperationKind[] | undefined;
}

/** A bug that the operator knows. */
export interface RuleBug {
  readonly id: string;
  readonly fixedIn: string | undefined;
  readonly url: string | undefined;
}

export interface OwnRule {
  readonly id: string;
  readonly at: RulePlace;
  readonly title: string;
  /** Loggers that write the line; empty: any. */
  readonly loggers: readonly string[];
  /** Template with `%(name)s` placeholders: of the line, or of the exception's text where `exception` is
   *  given. */
  readonly message: string | undefined;
  /** Class of the exception, without module. */
  readonly exception: string | undefined;
  readonly sample: string;
  /** Undefined: the rule explains, and reports no problem. */
  readonly severity: Severity | undefined;
  readonly phase: RulePhase | undefined;
  readonly summary: string;
  readonly effect: string | undefined;
  readonly causes: readonly { readonly text: string; readonly evidence?: string }[];
  readonly checks: readonly { readonly text: string; readonly command?: string }[];
  readonly changes: readonly { readonly text: string; readonly risk?: string }[];
  readonly options: readonly string[];
  readonly links: readonly string[];
  readonly bug: RuleBug | undefined;
}

export type RuleProblemId =
  | 'syntax' | 'tooLarge' | 'tooMany' | 'alias' | 'notAMap' | 'notAList' | 'notText' | 'tooLong'
  | 'unknownKey' | 'missing' | 'badVersion' | 'badId' | 'doubleId' | 'badChoice' | 'badLink' | 'noMatch'
  | 'vagueMessage' | 'sampleDiffers' | 'sampleOfOther' | 'tookSeconds' | 'phaseOfException'
  | 'unknownOption' | 'unknownException';

/** What is wrong with a rule file: the rule it stands in is left out, the others hold. */
export interface RuleProblem {
  readonly id: RuleProblemId;
  /** A name that the facts do not know may be right all the same: the rule holds. */
  readonly severity: 'error' | 'warning';
  readonly at: RulePlace;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Placeholders of these names mean to a rule what they mean to Nova Lens's own rows. */
export const knownCaptures: readonly CaptureName[] = [
  'instance', 'port', 'volume', 'image', 'host', 'node', 'seconds', 'request', 'reason', 'attempts', 'status',
  'event', 'state', 'count', 'error',
];
