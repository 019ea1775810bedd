// What the frames and the class of a fault say about the operation and the phase it belongs to.

import type { FrameSpec, OperationKind, PhaseId } from '../../knowledge/schema';
import type { Fault, Frame } from '../model';
import { matchTemplate, type Template } from '../template';

export interface Hints {
  readonly kind: OperationKind | undefined;
  /** All kinds that come through the function that names the kind. */
  readonly among: readonly OperationKind[];
  /** The kind is only likely: from a class or from a call that several operations make. */
  readonly likely: boolean;
  readonly phase: PhaseId | undefined;
  readonly harmless: boolean;
}

export interface HintTables {
  readonly frames: ReadonlyMap<string, readonly FrameSpec[]>;
  readonly classHints: Readonly<Record<string, { readonly kind: OperationKind; readonly phase: PhaseId }>>;
  /** A class → the phase that raises it, where no frame names one. */
  readonly classPhases?: Readonly<Record<string, PhaseId>>;
  /** Texts of exceptions that one operation most likely raises; for tracebacks cut down to their last
   *  line. */
  readonly textHints?: readonly TextHint[];
  /** The task state that an action expected → the actions that do, and where. */
  readonly expectedStates?: Readonly<Record<string, StateHint>>;
}

type StateHint = Pick<Hints, 'among' | 'phase'>;

export interface TextHint {
  readonly template: Template;
  readonly kind: OperationKind;
  readonly phase: PhaseId;
}

/** Frame rows by function, for {@link HintTables}. */
export function indexFrames(rows: readonly FrameSpec[]): ReadonlyMap<string, readonly FrameSpec[]> {
  const index = new Map<string, FrameSpec[]>();
  for (const row of rows) index.set(row.function, [...(index.get(row.function) ?? []), row]);
  return index;
}

/** In these Nova tells the reason in words: frames and class say only that the build was given up. */
export const relayed: ReadonlySet<string> = new Set(['BuildAbortException', 'RescheduledException']);

/** @returns hints for one fault; the frames of its causes count as its own. */
export function hintsOf(fault: Fault, tables: HintTables): Hints {
  const specs = fault.frames.map((frame) => specOf(frame, tables.frames));
  const kinds = specs.map((spec) => spec?.kind).filter((kind) => kind !== undefined);
  const byClass = classHint(fault, tables) ?? (kinds.length === 0 ? textHint(fault, tables) : undefined);
  const byCall = fault.frames.some((frame) => frame.file === '' && specOf(frame, tables.frames)?.kind);
  const byState = kinds.length === 0 ? stateHint(fault, tables) : undefined;
  const kind = kinds[0] ?? byState?.among[0] ?? byClass?.kind;
  const among = specs.find((spec) => spec?.kind)?.among ?? byState?.among ?? (kind ? [kind] : []);
  return {
    kind,
    among,
    likely: (kinds.length === 0 && !byState) || (kinds.length === 1 && byCall),
    phase: isRelayed(fault) ? undefined :
      phaseOf([...[...fault.chain].reverse(), fault], tables) ??
      byState?.phase ??
      (byClass && among.includes(byClass.kind) ? byClass.phase : undefined) ??
      chainOf(fault)
        .map((type) => tables.classPhases?.[type])
        .find((phase) => phase),
    harmless: specs.some((spec, at) => spec?.harmless && !hurts(spec, kind, specs.slice(0, at))),
  };
}

// A traceback begins in the function that caught it: what an action called came up to the action itself.
function hurts(
  { fatalIn }: FrameSpec, kind: OperationKind | undefined, outer: readonly (FrameSpec | undefined)[],
): boolean {
  return fatalIn ? kind !== undefined && fatalIn.includes(kind) : outer.some((spec) => spec?.kind);
}

/** Nova gives a build up, or hands it on, for what may have failed in any part of it. */
function isRelayed({ type, chain }: Fault): boolean {
  return relayed.has(classTail(type)) && chain.length === 0;
}

// Where it began says more than where it was handed on, and a part of the spawn more than the spawn.
function phaseOf(faults: readonly Fault[], tables: HintTables): PhaseId | undefined {
  let outer: PhaseId | undefined;
  for (const fault of faults) {
    const phase = fault.frames
      .map((frame) => specOf(frame, tables.frames)?.phase)
      .findLast((id) => id !== undefined);
    if (phase && phase !== 'spawning') return phase;
    outer ??= phase;
  }
  return outer;
}

function classHint(fault: Fault, tables: HintTables): HintTables['classHints'][string] | undefined {
  for (const { type } of [fault, ...fault.chain]) {
    const hint = tables.classHints[classTail(type)];
    if (hint) return hint;
  }
  return undefined;
}

// Innermost first: that is where it began.
function chainOf(fault: Fault): readonly string[] {
  return [...[...fault.chain].reverse(), fault].map(({ type }) => classTail(type));
}

function textHint(fault: Fault, tables: HintTables): TextHint | undefined {
  if (fault.logger !== 'nova.compute.manager' || fault.logged !== '') return undefined;
  return tables.textHints?.find((row) => matchTemplate(row.template, fault.message));
}

// `Expected: {'task_state': [u'resize_prep']}`, up to Icehouse `expecting [u'resize_prep'] but`; of several
// states each may be another action's.
const expected = /(?:Expected: \{'task_state': |expecting )[[(]?(?:u?')?([a-z_-]{3,40})'?,?[\])]?(?:\}| but )/;

function stateHint({ type, message }: Fault, tables: HintTables): StateHint | undefined {
  if (classTail(type).replace('_Remote', '') !== 'UnexpectedTaskStateError') return undefined;
  const state = expected.exec(message)?.[1];
  return state === undefined ? undefined : tables.expectedStates?.[state];
}

function specOf(frame: Frame, frames: HintTables['frames']): FrameSpec | undefined {
  return frames.get(frame.function)?.find((spec) => !spec.file || frame.file.includes(spec.file));
}

/** `nova.exception.VolumeNotCreated` → `VolumeNotCreated`. */
export function classTail(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
