// Where the phases of operations begin, in the order in which a person wants to step through them: within a
// log by line, the logs woven together by time.

import type { Attempt, Operation, Phase, Place } from '../model';

/** A phase at a line of a log. */
export interface PhaseStop {
  readonly operation: Operation;
  readonly phase: Phase;
  readonly at: Place;
}

/** Where the phases of an operation begin; those of several attempts each on its own. */
export function stopsOf(operation: Operation): readonly PhaseStop[] {
  const phases = phasesByLane(operation, operation.attempts);
  return phases.flatMap((phase) => (phase.at ? [{ operation, phase, at: phase.at }] : []));
}

/** The phases of an operation, by which it is measured: of hosts that tried one after the other each one's
 *  own, for between two tries nobody worked at it. */
export function phasesOfTries(operation: Operation): readonly Phase[] {
  return phasesByLane(operation, operation.attempts.filter(({ role }) => role === undefined));
}

function phasesByLane(operation: Operation, attempts: readonly Attempt[]): readonly Phase[] {
  if (attempts.length < 2) return operation.phases;
  const laned = attempts.flatMap(({ phases }) => phases);
  return [...operation.phases.filter(({ id }) => !laned.some((phase) => phase.id === id)), ...laned];
}

/** Stops of several logs in one order; within a log time may run backwards, lines do not. */
export function weave(stops: readonly PhaseStop[]): readonly PhaseStop[] {
  const bySource = new Map<string, PhaseStop[]>();
  for (const stop of stops) {
    const known = bySource.get(stop.at.source);
    if (known) known.push(stop);
    else bySource.set(stop.at.source, [stop]);
  }
  const queues = [...bySource.values()].map((queue) => queue.sort((a, b) => a.at.line - b.at.line));
  const woven: PhaseStop[] = [];
  while (woven.length < stops.length) {
    const next = queues
      .filter((queue) => queue.length > 0)
      .sort((a, b) => timeOf(a[0]) - timeOf(b[0]))[0]
      ?.shift();
    if (!next) break;
    woven.push(next);
  }
  return woven;
}

function timeOf(stop: PhaseStop | undefined): number {
  return stop?.at.time ?? Number.MAX_SAFE_INTEGER;
}

