// One finding for each operation that began and whose next line never came, with what happened and what may
// be missing around that time: facts, of which none is said to be the reason.

import type { Diagnosis, Digest, Finding, Hole, HostSpan, Operation, Place } from '../model';
import { digestsOn } from '../timelines/sight';
import type { CheckInput } from './input';

const quietSeconds = 300;

/** @returns a warning where the log went on long after the operation's last line, else a hint. */
export function stuckOperations(input: CheckInput): readonly Finding[] {
  const { timelines, digests } = input;
  return timelines.flatMap(({ operations }) => operations)
    .filter((operation) => operation.outcome === 'in-progress')
    .map((operation): Finding => {
      const since = operation.end;
      const lastTime = lastTimeOf(digests, operation.instance);
      const quiet = since.time === undefined ? 0 : (lastTime - since.time) / 1000;
      const meanwhile = quiet >= quietSeconds ? meanwhileOf(operation, input) : [];
      const kinds = [...new Set(meanwhile.map(({ kind }) => kind))].join();
      return {
        check: 'stuck-operation',
        severity: quiet >= quietSeconds ? 'warning' : 'information',
        instance: operation.instance,
        at: since,
        related: [...meanwhile.map(({ at }) => at), operation.begin]
          .filter((place) => place.line !== since.line || place.source !== since.source),
        operation: operation.id,
        args: {
          kind: operation.kind,
          quietSeconds: Math.max(0, Math.round(quiet)),
          ...(kinds === '' ? {} : { meanwhile: kinds }),
          ...(operation.due ? { duePhase: operation.due.phase, service: operation.due.service } : {}),
        },
      };
    });
}

/** How far the logs go that were read of the instance. */
function lastTimeOf(digests: readonly Digest[], instance: string): number {
  return Math.max(...digestsOn(instance, digests)
    .map(({ lastTime }) => lastTime ?? Number.NEGATIVE_INFINITY));
}

interface Meanwhile {
  readonly kind: HostSpan['kind'] | Hole['kind'];
  readonly at: Place;
}

const mostMeanwhile = 4;

/** What began, went on or is missing once the last line was written; a diagnosis has said its own. */
function meanwhileOf(operation: Operation, { story, diagnoses }: CheckInput): readonly Meanwhile[] {
  const since = operation.end.time;
  const { context } = story?.tell(operation) ?? {};
  if (since === undefined || !context) return [];
  const said = evidenceOf(operation, diagnoses);
  const spans = context.spans.flatMap(({ kind, begin, end }): readonly Meanwhile[] => {
    const at = begin ?? end;
    return at && (end?.time ?? Number.MAX_SAFE_INTEGER) >= since ? [{ kind, at }] : [];
  });
  const holes = context.holes.flatMap(({ kind, from, to }): readonly Meanwhile[] => {
    const at = kind === 'restart' ? to : (from ?? to);
    return at && kind !== 'head' && ((to ?? at).time ?? 0) >= since ? [{ kind, at }] : [];
  });
  return [...spans, ...holes]
    .filter(({ at }) => !said.some((place) => place.line === at.line && place.source === at.source))
    .slice(0, mostMeanwhile);
}

function evidenceOf({ id }: Operation, diagnoses: readonly Diagnosis[]): readonly Place[] {
  const own = diagnoses.filter(({ operation }) => operation === id);
  return own.flatMap(({ evidence }) => evidence.map(({ at }) => at));
}
