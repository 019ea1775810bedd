// "List Phases": the phases and failures of an instance over all logs, in the References view, so that F4 and
// Shift+F4 step through them; in a peek where that view is switched off.

import * as vscode from 'vscode';
import type { Fault, Operation, Place } from '../core/model';
import { originNames } from '../core/extracts/origins';
import { phaseText, shortId, shortName } from '../core/render/operationText';
import { clockTime, phaseTitle } from '../core/render/titles';
import { commands } from './contributes';
import { locationOf, nameOf, sourceOf } from './convert';
import { tell } from './cursor';
import { subjectFor } from './extracts/target';
import type { Logs } from './logs';
import { openPlace } from './openPlace';
import { say } from './say';

/** A stop: where a phase begins, or where an exception stands. */
export interface Stop {
  readonly at: Place;
  readonly label: string;
  readonly detail: string;
  readonly icon: string;
}

export function registerPhaseList(logs: Logs): vscode.Disposable {
  return vscode.commands.registerCommand(commands.listPhases, (target?: unknown) => listPhases(logs, target));
}

async function listPhases(logs: Logs, target: unknown): Promise<void> {
  const instance = subjectFor(logs, 'instance', target)?.id;
  if (instance === undefined) return tell('noInstanceHere');
  const stops = stopsOf(logs, instance);
  if (stops.length === 0) return tell('noOperation');
  const title = say('phasesOf', { instance: shortId(instance) });
  await showStops(stops, title, say('countPhases', { count: stops.length }));
}

/** Lists places so that F4 leads from one to the next. */
export async function showStops(stops: readonly Stop[], title: string, message: string): Promise<void> {
  const [first] = stops;
  if (!first) return;
  const view = await referencesView();
  if (view) return view.setInput(inputOf(stops, first, title, message));
  const locations = stops.map(({ at }) => locationOf(at));
  await openPlace(first.at.source, first.at.line);
  const { uri, range } = locationOf(first.at);
  await vscode.commands.executeCommand('editor.action.peekLocations', uri, range.start, locations, 'peek');
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

// ---- the References view, as its extension describes itself ----

interface StopModel {
  readonly message: string | undefined;
  readonly provider: vscode.TreeDataProvider<Stop>;
  readonly navigation: {
    readonly nearest: (uri: vscode.Uri, position: vscode.Position) => Stop | undefined;
    readonly next: (from: Stop) => Stop;
    readonly previous: (from: Stop) => Stop;
    readonly location: (item: Stop) => vscode.Location;
  };
}

interface StopInput {
  readonly contextValue: string;
  readonly title: string;
  readonly location: vscode.Location;
  readonly resolve: () => StopModel;
  readonly with: (location: vscode.Location) => StopInput;
}

interface ReferencesView {
  readonly setInput: (input: StopInput) => void;
}

async function referencesView(): Promise<ReferencesView | undefined> {
  const api: unknown = await vscode.extensions.getExtension<unknown>('vscode.references-view')?.activate();
  return isReferencesView(api) ? api : undefined;
}

function isReferencesView(api: unknown): api is ReferencesView {
  return typeof api === 'object' && api !== null && 'setInput' in api && typeof api.setInput === 'function';
}

function inputOf(stops: readonly Stop[], first: Stop, title: string, message: string): StopInput {
  const input: StopInput = {
    contextValue: 'novaLensPhases',
    title,
    location: locationOf(first.at),
    resolve: () => modelOf(stops, message),
    with: () => input,
  };
  return input;
}

/** The tree of the stops, and the way from one to the next, in a circle. */
export function modelOf(stops: readonly Stop[], message: string): StopModel {
  const step = (from: Stop, by: number) =>
    stops[(stops.indexOf(from) + by + stops.length) % stops.length] ?? from;
  return {
    message,
    provider: {
      getTreeItem: itemOf,
      getChildren: (stop) => (stop ? [] : [...stops]),
      getParent: () => undefined,
    },
    navigation: {
      nearest: (uri, { line }) => nearest(stops, sourceOf(uri), line),
      next: (from) => step(from, 1),
      previous: (from) => step(from, -1),
      location: ({ at }) => locationOf(at),
    },
  };
}

function nearest(stops: readonly Stop[], source: string, line: number): Stop | undefined {
  const here = stops.filter(({ at }) => at.source === source);
  return here.filter(({ at }) => at.line <= line).at(-1) ?? here[0] ?? stops[0];
}

function itemOf(stop: Stop): vscode.TreeItem {
  const item = new vscode.TreeItem(stop.label);
  item.description = stop.detail;
  item.iconPath = new vscode.ThemeIcon(stop.icon);
  item.accessibilityInformation = { label: `${stop.label}, ${stop.detail}` };
  const { source, line } = stop.at;
  item.command = { command: commands.goToPlace, title: '', arguments: [source, line] };
  return item;
}
