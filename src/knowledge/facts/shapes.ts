// The shapes of the facts read out of Nova's source, as the rest of the product sees them.

/** The releases whose code was read for raise and catch sites, with their bit in a mask. */
export const factReleases = [['14', 1], ['22', 2], ['master', 4]] as const;
export type FactRelease = (typeof factReleases)[number][0];

/** Steps of create and rebuild with an except ladder of their own; keys of an outcome. */
export type OutcomeStep = 'before_claim' | 'claim' | 'networks' | 'device_names' | 'block_device' | 'spawn';
export type CreateOutcome = 'abort' | 'abort-unexpected' | 'reschedule' | 'gone';
export type RebuildOutcome = 'error' | 'rollback' | 'gone' | 'error (as BuildAbortException)';
export type StepOutcomes = Readonly<Partial<Record<OutcomeStep, CreateOutcome>>>;

/** A text and the releases (a mask) in which it holds. */
export interface InReleases<T = string> {
  readonly value: T;
  readonly mask: number;
}

/** What Nova's source says of an exception class. */
export interface ExceptionFacts {
  readonly name: string;
  /** Python module: `nova.exception`, or that of the library. */
  readonly module: string;
  /** `nova`, or the library's project name. */
  readonly library: string;
  readonly parent: string | undefined;
  /** Message template; undefined: inherited, or made by the caller. */
  readonly text: string | undefined;
  /** Earlier and present templates with the release or tag they came with; empty when it never changed. */
  readonly texts: readonly (readonly [string, string])[];
  /** HTTP code of the class; undefined for classes of libraries. */
  readonly code: number | undefined;
  /** First and last release; for a library its own tags, undefined where not known. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly removedIn: string | undefined;
  /** Ranges like `14..15,18..19` when the class went away and came back. */
  readonly gaps: string | undefined;
  readonly raised: readonly InReleases[];
  /** Functions that make or refer to it without raising it on the spot. */
  readonly made: readonly InReleases[];
  /** Of Nova: `function -> what its except clause does`; of a library: the functions that catch it. */
  readonly caught: readonly InReleases[];
  /** HTTP codes that the API of master answers for it. */
  readonly http: readonly number[];
  /** Steps in which a build does something else than the default. */
  readonly build: readonly InReleases<StepOutcomes>[];
  readonly rebuild: readonly InReleases<RebuildOutcome>[];
  /** Phases of create and of rebuild that can raise it. */
  readonly createPhases: readonly InReleases[];
  readonly rebuildPhases: readonly InReleases[];
  /** `group.name part`: options that decide whether it is raised. */
  readonly options: readonly InReleases[];
  readonly unusedInMaster: boolean;
  readonly onlyChildrenRaised: boolean;
}

export type OptionValue =
  | string | number | boolean | null | readonly OptionValue[] | { readonly [key: string]: OptionValue };

/** A value that changed: pairs of the release or tag and what holds from there on. */
export type History<T> = readonly (readonly [string, T])[];

/** What Nova's source says of a configuration option. */
export interface OptionFacts {
  /** `group.name`. */
  readonly fullName: string;
  readonly group: string;
  readonly name: string;
  readonly type: string | undefined;
  readonly itemType: string | undefined;
  /** Undefined or null: none. */
  readonly default: OptionValue | undefined;
  readonly defaults: History<OptionValue>;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly choices: readonly OptionValue[] | undefined;
  /** Bounds and choices over the releases where they changed, null where there were none. */
  readonly mins: History<number | null>;
  readonly maxes: History<number | null>;
  readonly choicesEver: History<readonly OptionValue[] | null>;
  /** A running service takes a new value when it is told to read its files again (SIGHUP). */
  readonly mutable: boolean;
  readonly regex: string | undefined;
  readonly first: string | undefined;
  /** The option may be older than `first`: nothing older was read. */
  readonly orEarlier: boolean;
  readonly last: string | undefined;
  readonly removedIn: string | undefined;
  readonly gaps: string | undefined;
  readonly renamedTo: readonly string[];
  /** Names that nova.conf may still use for it, then all it ever could. */
  readonly oldNames: readonly string[];
  readonly oldNamesEver: readonly string[];
  readonly deprecatedFrom: string | undefined;
  readonly secret: boolean;
  readonly file: string | undefined;
  /** Functions of master that read it, at most six. */
  readonly readBy: readonly string[];
  /** Library that registers it; undefined: Nova itself. */
  readonly library: string | undefined;
}

export interface Facts {
  /** Classes of nova/exception.py by name. */
  readonly nova: ReadonlyMap<string, ExceptionFacts>;
  /** Classes of libraries by class name: several libraries may use one. */
  readonly foreign: ReadonlyMap<string, readonly ExceptionFacts[]>;
  readonly createOutcome: readonly InReleases<StepOutcomes>[];
  readonly rebuildOutcome: readonly InReleases<RebuildOutcome>[];
  /** Options by `group.name`. */
  readonly options: ReadonlyMap<string, OptionFacts>;
}

/** True when the mask names the release. */
export function holdsIn(mask: number, release: FactRelease): boolean {
  return factReleases.some(([id, bit]) => id === release && (mask & bit) !== 0);
}
