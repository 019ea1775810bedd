// "List Phases": the phases and failures of an instance over all logs, listed so that F4 and Shift+F4 step
// through them.

import * as vscode from 'vscode';
import type { Fault, Operation, Place } from '../core/model';
import { originNames } from '../core/extracts/origins';
import { phaseText, shortId, shortName } from '../core/render/operationText';
import { clockTime, phaseTitle } from '../core/render/titles';
import { commands } from './contributes';
import { nameOf } from './convert';
import { tell } from './cursor';
import { subjectFor } from './extracts/target';
import type { Logs } from './logs';
import { say } from './say';
import { showStops, type Stop } from './stopsView';

export function registerPhaseList(logs: Logs): vscode.Disposable {
  return vscode.commands.registerCommand(commands.listPhases, (target?: unknown) => listPhases(logs, target));
}

async function listPhases(logs: Logs, target: unknown): Promise<void> {
  const instance = subjectFor(logs, 'instance', target)?.id;
  if (instance === undefined) return tell('noInstanceHere');
  const stops = stopsOf(logs, instance);
  if (stops.length === 0) return tell('noOperation');
  const title = say('phasesOf', { instance: shortId(instance) });
  const message = () => say('countPhases', { count: stops.length });
  await showStops(stops, { title, message, originOf: logs.large.originOf, locate: logs.large.rowOf });
}

/** All stops of an instance, the logs woven together by time. */
function stopsOf(logs: Logs, instance: string): readonly Stop[] {
  const { lookup } = logs;
  const sources = logs.digests.map(({ source }) => source);
  const origins = originNames(lookup.analysis, (source) => nameOf(source, sources));
  const detail = (at: Place, operation: Operation, more: string) =>
    [operation.kind, more, clockTime(at), origins.get(at.source) ?? '']
      .filter((part) => part).join(say('separator'));
  const phases = lookup.phaseStops(instance).map(({ at, phase, operation }): Stop => ({
    at, label: phaseTitle(phase.id), detail: detail(at, operation, phaseText(phase, say)),
    icon: phase.outcome === 'failed' ? 'error' : 'circle-outline',
  }));
  const faults = lookup.operationsOf(instance).flatMap((operation) =>
    faultsOf(operation).map((fault): Stop => ({
      at: fault.at, label: shortName(fault), detail: detail(fault.at, operation, ''), icon: 'flame',
    })));
  return onceEach(insert(phases, faults));
}

// F4 moves on: what begins on one line is one stop.
function onceEach(stops: readonly Stop[]): readonly Stop[] {
  const places = new Map<string, Stop>();
  for (const stop of stops) {
    const key = `${stop.at.line}@${stop.at.source}`;
    const before = places.get(key);
    const label = before && [before.label, stop.label].join(say('separator'));
    places.set(key, before && label ? { ...before, label, icon: stop.icon } : stop);
  }
  return [...places.values()];
}

function faultsOf({ chain, rootCause, fault }: Operation): readonly Fault[] {
  const all = chain.length > 0 ? chain : [rootCause, fault].filter((one) => one !== undefined);
  return all.filter((one, index) => all.findIndex(({ at }) => at.line === one.at.line) === index);
}

// The phases are in order; each failure comes behind the last of them that is not later.
function insert(phases: readonly Stop[], faults: readonly Stop[]): readonly Stop[] {
  const stops = [...phases];
  for (const fault of faults) {
    const behind = stops.findLastIndex(({ at }) =>
      (at.source === fault.at.source ? at.line <= fault.at.line : timeOf(at) <= timeOf(fault.at)));
    stops.splice(behind + 1, 0, fault);
  }
  return stops;
}

function timeOf({ time }: Place): number {
  return time ?? Number.MAX_SAFE_INTEGER;
}
