// Logs that no editor bears, as a feature: "Open Large Log…", their pages, their lines, their search; and the
// offer where a tab shows one of them. All that is done then is loaded when it is done.

import * as vscode from 'vscode';
import { chosenUris } from '../chosen';
import { commands } from '../contributes';
import { nameOf, sourceOf, uriOf } from '../convert';
import type { Logs } from '../logs';
import { openPlace } from '../openPlace';
import { showStops } from '../stopsView';
import { say } from '../say';
import { LARGEST_DOCUMENT } from '../source';
import type { LargeFeature, OpenLarge } from './deps';
import { registerLargeEditor } from './largeEditor';
import { readMentioned } from './mentioned';

export interface LargeOptions {
  readonly storage: vscode.Uri;
  readonly extension: vscode.Uri;
  readonly memory: vscode.Memento;
  readonly openAny: (uri: vscode.Uri) => Promise<void>;
  readonly openSet: (uris: readonly vscode.Uri[]) => Promise<void>;
  /** A log for which a page stands in place of its text, however small it is. */
  readonly openPage: OpenLarge;
}

export function registerLarge(
  logs: Logs, output: vscode.LogOutputChannel, options: LargeOptions,
): { readonly openLarge: OpenLarge; readonly disposable: vscode.Disposable } {
  const { storage, extension, memory, openAny, openSet, openPage } = options;
  let made: Promise<LargeFeature> | undefined;
  const indexDir = vscode.Uri.joinPath(storage, 'large');
  const feature = () => (made ??= import('./feature').then(({ makeFeature }) =>
    makeFeature({
      logs, output, indexDir, extension, openAny, openSet, openPlace,
      showStops: (stops, shown) => showStops(stops, { ...shown, originOf: logs.large.originOf }),
    })));
  // what reads them begins while a person still chooses
  const prepare = () => void feature().then((one) => one.prepare()).catch(() => undefined);
  const openLarge = async (uri: vscode.Uri) => (await feature()).open(uri);
  logs.large.reopen = (source) => openLarge(uriOf(source));
  const register = vscode.commands.registerCommand;
  const disposable = vscode.Disposable.from(
    new vscode.Disposable(() => void made?.then((one) => one.dispose())),
    register(commands.openLargeLog, async (first?: unknown, all?: unknown) => {
      prepare();
      const uris = chosenUris(first, all) ?? await vscode.window.showOpenDialog({
        canSelectMany: true, openLabel: say('largeOpen'), title: say('largeOpen'),
      });
      for (const uri of uris ?? []) await openAny(uri);
    }),
    register(commands.nextPage, async () => (await feature()).turnPage(1)),
    register(commands.previousPage, async () => (await feature()).turnPage(-1)),
    register(commands.goToLogLine, async (target?: unknown) => (await feature()).goToLine(target)),
    register(commands.searchLog, async (target?: unknown) => (await feature()).search(target)),
    offerLarge(memory, feature, { logs, openAny, prepare }),
    readMentioned(logs),
    registerLargeEditor(logs, openPage),
  );
  return { openLarge, disposable };
}

const refusedKey = 'novaLens.largeRefused';
const mostRefused = 200;
/** Names under which a large file is worth a look. */
const logName = /nova|^n-|\.log\b|journal|syslog|\.txt$/i;

/** Offers, once, to read a large log that a tab shows and no document stands for. */
function offerLarge(
  memory: vscode.Memento, feature: () => Promise<LargeFeature>,
  { logs, openAny, prepare }: Pick<LargeOptions, 'openAny'> & {
    readonly logs: Logs; readonly prepare: () => void;
  },
): vscode.Disposable {
  const offered = new Set(memory.get<readonly string[]>(refusedKey, []));
  const consider = async ({ input }: vscode.Tab): Promise<void> => {
    if (!(input instanceof vscode.TabInputText) || offered.has(sourceOf(input.uri))) return;
    const { uri } = input;
    const log = nameOf(sourceOf(uri));
    if (logs.large.files.has(sourceOf(uri))) return;
    if (!logName.test(log)) return;
    offered.add(sourceOf(uri));
    const size = await vscode.workspace.fs.stat(uri).then((stat) => stat.size, () => 0);
    if (size < LARGEST_DOCUMENT) return;
    if (!/nova/i.test(log) && !(await (await feature()).isNovaLog(uri))) return;
    prepare();
    const [open, notNow] = [say('largeOpen'), say('largeNotNow')];
    const answer = await vscode.window.showInformationMessage(say('largeOffer', { log }), open, notNow);
    // one that was closed is offered again
    if (answer === open) offered.delete(sourceOf(uri));
    if (answer === open) await openAny(uri);
    if (answer === notNow) await memory.update(refusedKey, [...offered].slice(-mostRefused));
  };
  for (const { tabs } of vscode.window.tabGroups.all) for (const tab of tabs) void consider(tab);
  return vscode.window.tabGroups.onDidChangeTabs(({ opened }) => opened.forEach((tab) => void consider(tab)));
}
