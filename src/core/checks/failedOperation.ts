// One finding for each operation that failed, at the line of its root cause.

import { triedBy } from '../timelines/attempts';
import { classTail } from '../timelines/frameHints';
import type { Diagnosis, Fault, Finding, Operation, Place } from '../model';
import { argsOf, mainDiagnosis } from './diagnosis';
import type { CheckInput } from './input';

/** @returns an error per failed operation; its args are the numbers that the log itself gives. */
export function failedOperations({ timelines, diagnoses }: CheckInput): readonly Finding[] {
  const byOperation = new Map<string, Diagnosis[]>();
  for (const diagnosis of diagnoses) {
    const own = byOperation.get(diagnosis.operation ?? '');
    if (own) own.push(diagnosis);
    else byOperation.set(diagnosis.operation ?? '', [diagnosis]);
  }
  return timelines.flatMap(({ operations }) => operations)
    .filter((operation) => operation.outcome === 'failed')
    .map((operation) => findingOf(operation, mainDiagnosis(byOperation.get(operation.id) ?? [])));
}

function findingOf(operation: Operation, diagnosis: Diagnosis | undefined): Finding {
  const { rootCause, fault, reason } = operation;
  const at = rootCause?.at ?? reason?.at ?? failurePlace(operation);
  return {
    check: 'failed-operation',
    severity: 'error',
    instance: operation.instance,
    at,
    related: relatedPlaces(operation, at),
    operation: operation.id,
    args: {
      kind: operation.kind,
      basis: operation.basis,
      ...(operation.failedPhase ? { phase: operation.failedPhase } : {}),
      ...(rootCause ? { type: classTail(rootCause.type), message: rootCause.message.slice(0, 300) } : {}),
      ...(reason ? { message: reason.text.slice(0, 300) } : {}),
      ...(fault ? { fault: classTail(fault.type) } : {}),
      ...(operation.seconds === undefined ? {} : { seconds: operation.seconds }),
      attempts: Math.max(triedBy(operation.attempts).length, Math.min(operation.attempts.length, 1)),
      lastAttempt: operation.attempts.at(-1)?.outcome ?? 'unknown',
      ...(rootCause ? numbersOf(rootCause) : {}),
      ...(diagnosis ? argsOf(diagnosis) : {}),
    },
  };
}

function failurePlace(operation: Operation): Place {
  return operation.phases.find((phase) => phase.id === operation.failedPhase)?.at ?? operation.end;
}

function relatedPlaces(operation: Operation, at: Place): readonly Place[] {
  const places = [operation.begin, ...operation.chain.map((fault) => fault.at)];
  const seen = new Set([key(at)]);
  return places.filter((place) => !seen.has(key(place)) && seen.add(key(place)));
}

function key(place: Place): string {
  return `${place.source}:${place.line}`;
}

const waited = /after we waited (\d+) seconds or (\d+) attempts(?:\. And its status is (\S+?)\.?$)?/m;

// What the exception's own text counts, for the remedy.
function numbersOf(cause: Fault): Record<string, string | number> {
  const found = waited.exec(cause.message);
  if (!found) return {};
  return {
    waitedSeconds: Number(found[1]),
    waitedAttempts: Number(found[2]),
    ...(found[3] ? { status: found[3] } : {}),
  };
}
