// Places in logs → the References view, in which F4 and Shift+F4 step from one to the next; a peek where that
// view is switched off.

import * as vscode from 'vscode';
import type { Place } from '../core/model';
import { locationOf, sourceOf } from './convert';
import { openPlace } from './openPlace';
import { upToDate } from './upToDate';

/** Where a phase begins, where an exception stands, what a search has found. */
export interface Stop {
  readonly at: Place;
  readonly label: string;
  readonly detail: string;
  readonly icon: string;
  /** What was found on the line, as columns of the line and of the label. */
  readonly found?: { readonly onLine: Columns; readonly inLabel: Columns } | undefined;
}

export interface Columns {
  readonly start: number;
  readonly end: number;
}

/** How what is listed is called, and what documents there are that show lines of logs. */
export interface StopsShown {
  readonly title: string;
  /** As it is now. */
  readonly message: () => string;
  /** More may come. */
  readonly more?: MoreStops | undefined;
  /** What stands on a line of such a document. */
  readonly originOf: (uri: vscode.Uri, line: number) => Place | undefined;
  /** Where a person shall see a place; undefined: where it is shown anyway. */
  readonly locate?: (at: Place) => vscode.Location | undefined;
}

/** What tells that there are more places in the list than before. */
export interface MoreStops {
  readonly onDidChange: vscode.Event<undefined>;
  /** Resolves when there will be no more. */
  readonly all: Promise<unknown>;
}

/** Lists places so that F4 leads from one to the next.
 *  @param stops at least one; more may be put behind them */
export async function showStops(stops: readonly Stop[], shown: StopsShown): Promise<void> {
  const [first] = stops;
  if (!first) return;
  const view = await referencesView();
  if (view) return view.setInput(inputOf(stops, first, shown));
  // a peek shows what is there when it is opened
  await shown.more?.all;
  const locations = stops.map((stop) => locationOfStop(stop, shown));
  await openPlace(first.at.source, first.at.line);
  const { uri, range } = locationOf(first.at);
  await vscode.commands.executeCommand('editor.action.peekLocations', uri, range.start, locations, 'peek');
}

function locationOfStop({ at, found }: Stop, { locate }: StopsShown): vscode.Location {
  const { uri, range } = locate?.(at) ?? locationOf(at);
  const { start, end } = found?.onLine ?? { start: 0, end: 0 };
  const { line } = range.start;
  return new vscode.Location(uri, new vscode.Range(line, start, line, end));
}

// ---- the References view, as its extension describes itself ----

interface StopModel {
  /** Asked again when the provider tells of a change. */
  readonly message: string | undefined;
  readonly provider: vscode.TreeDataProvider<Stop>;
  readonly navigation: {
    readonly nearest: (uri: vscode.Uri, position: vscode.Position) => Stop | undefined;
    readonly next: (from: Stop) => Stop;
    readonly previous: (from: Stop) => Stop;
    readonly location: (item: Stop) => vscode.Location;
  };
  readonly highlights: {
    readonly getEditorHighlights: (item: Stop, uri: vscode.Uri) => vscode.Range[];
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

function inputOf(stops: readonly Stop[], first: Stop, shown: StopsShown): StopInput {
  const input: StopInput = {
    contextValue: 'novaLensPhases',
    title: shown.title,
    location: locationOfStop(first, shown),
    resolve: () => modelOf(stops, shown),
    with: () => input,
  };
  return input;
}

/** The tree of the stops, and the way from one to the next, in a circle. */
function modelOf(stops: readonly Stop[], shown: StopsShown): StopModel {
  const step = (from: Stop, by: number) =>
    stops[(stops.indexOf(from) + by + stops.length) % stops.length] ?? from;
  const { message, onDidChange: more } = upToDate(shown.message, shown.more?.onDidChange);
  return {
    get message() { return message(); },
    provider: {
      ...(more ? { onDidChangeTreeData: more } : {}),
      getTreeItem: (stop) => itemOf(stop, locationOfStop(stop, shown)),
      getChildren: (stop) => (stop ? [] : [...stops]),
      getParent: () => undefined,
    },
    navigation: {
      nearest: (uri, { line }) =>
        nearest(stops, shown.originOf(uri, line) ?? { source: sourceOf(uri), line }),
      next: (from) => step(from, 1),
      previous: (from) => step(from, -1),
      location: (stop) => locationOfStop(stop, shown),
    },
    highlights: {
      getEditorHighlights: (_, { path }) => stops.filter(({ found }) => found)
        .map((stop) => locationOfStop(stop, shown))
        .filter(({ uri }) => uri.path === path).map(({ range }) => range),
    },
  };
}

function nearest(
  stops: readonly Stop[], { source, line }: Pick<Place, 'source' | 'line'>,
): Stop | undefined {
  const here = stops.filter(({ at }) => at.source === source);
  return here.filter(({ at }) => at.line <= line).at(-1) ?? here[0] ?? stops[0];
}

function itemOf(stop: Stop, { uri, range }: vscode.Location): vscode.TreeItem {
  const { found, label } = stop;
  const highlights: [number, number][] = found ? [[found.inLabel.start, found.inLabel.end]] : [];
  const item = new vscode.TreeItem({ label, highlights });
  item.description = stop.detail;
  item.iconPath = new vscode.ThemeIcon(stop.icon);
  item.accessibilityInformation = { label: `${stop.label}, ${stop.detail}` };
  // the focus stays in the list, so that the arrow keys lead on through it
  const options: vscode.TextDocumentShowOptions = { selection: range, preserveFocus: true };
  item.command = { command: 'vscode.open', title: '', arguments: [uri, options] };
  return item;
}
