// What can be done with logs that are read from their files: opened with progress, paged, searched, gone to
// by line. In: the store, and what the rest of the editor does. Loaded when the first of it is asked for.

import * as vscode from 'vscode';
import { DeskClient } from '../../disk/desk/deskClient';
import type { Loss } from '../../disk/desk/calls';
import { contexts, views } from '../contributes';
import { nameOf, sourceOf, uriOf } from '../convert';
import { addressOf, pageOf, uriOfPage } from '../extracts/address';
import { say } from '../say';
import type { LargeDeps, LargeFeature, LargeReaders } from './deps';
import { goToLine } from './goToLine';
import { LargeLenses } from './lenses';
import { LargeReading } from './openLarge';
import { largeReaders } from './readers';
import { readWhole } from './readWhole';
import { searchLog } from './searchLog';
import type { LargeFile } from './view';

const reportEvery = 200;
const lossWords = {
  renamed: 'largeWasRenamed', emptied: 'largeWasEmptied', gone: 'largeWasGone', unread: 'largeWasUnread',
} as const;

export function makeFeature(deps: LargeDeps): LargeFeature {
  return new Feature(deps);
}

class Feature implements LargeFeature {
  readonly #deps: LargeDeps;
  readonly #readers: LargeReaders;
  readonly #client = new DeskClient();
  readonly #lenses: LargeLenses;

  constructor(deps: LargeDeps) {
    this.#deps = deps;
    this.#readers = largeReaders(deps);
    this.#lenses = new LargeLenses(deps.logs);
  }

  async prepare(): Promise<void> {
    await this.#client.prepare();
  }

  async open(uri: vscode.Uri): Promise<void> {
    const isReadable = await this.#readers.canRead(uri, () => this.#client.prepare());
    if (!isReadable) return readWhole(this.#deps.logs, uri);
    void vscode.commands.executeCommand(`${views.instances}.focus`);
    const location = vscode.ProgressLocation.Notification;
    const title = say('largeOpening', { log: nameOf(sourceOf(uri)) });
    const outcome = await vscode.window.withProgress({ location, title, cancellable: true },
      (progress, token) => this.#read(uri, progress, token));
    if (outcome !== 'other') return;
    this.#deps.output.info(say('largeOtherWay', { log: nameOf(sourceOf(uri)) }));
    await this.#readers.readOtherwise(uri);
  }

  async isNovaLog(uri: vscode.Uri): Promise<boolean> {
    return this.#readers.isNovaLog(uri);
  }

  async turnPage(step: number): Promise<void> {
    const address = addressOf(vscode.window.activeTextEditor?.document.uri ?? vscode.Uri.parse('none:'));
    const shown = address && pageOf(address.subject);
    const pages = shown && this.#deps.logs.large.files.get(shown.source)?.firstLines.length;
    if (!shown || pages === undefined) return;
    const page = Math.max(0, Math.min(pages - 1, shown.page + step));
    await vscode.commands.executeCommand('vscode.open', uriOfPage(shown.source, page));
  }

  async goToLine(target: unknown): Promise<void> {
    const file = await this.#chosen(target);
    if (file) await goToLine(file, this.#deps);
  }

  async search(target: unknown): Promise<void> {
    const file = await this.#chosen(target);
    if (!file) return;
    // the name leads to another file now, and lines of that one would be taken for lines of this one
    if (file.lost && file.lost !== 'unread') return this.#tellLost(uriOf(file.source), file.lost);
    await searchLog(file, this.#deps);
  }

  dispose(): void {
    this.#lenses.dispose();
    this.#client.dispose();
  }

  async #read(
    uri: vscode.Uri, progress: vscode.Progress<{ message: string; increment: number }>,
    token: vscode.CancellationToken,
  ): Promise<'open' | 'stopped' | 'other'> {
    const { logs } = this.#deps;
    const { pathOf, indexDir } = this.#readers;
    const source = sourceOf(uri);
    logs.large.close(source);
    const file = new LargeReading(source, pathOf(uri), this.#client, {
      redraw: () => logs.large.redraw(),
      changed: () => logs.large.announce(),
      longer: () => logs.large.tellLonger(),
      lost: (how) => void this.#tellLost(uri, how),
    });
    logs.large.add(file);
    const stop = token.onCancellationRequested(() => logs.large.close(source));
    const timer = reportTo(progress, file);
    try {
      const isOpen = await file.open(indexDir);
      if (isOpen) {
        await file.useRules(await logs.ownRules());
        await vscode.commands.executeCommand('setContext', contexts.large, true);
        logs.large.announce();
        return 'open';
      }
      logs.large.close(source);
      return token.isCancellationRequested ? 'stopped' : 'other';
    } catch (error) {
      logs.large.close(source);
      if (token.isCancellationRequested) return 'stopped';
      throw error;
    } finally {
      clearInterval(timer);
      stop.dispose();
    }
  }

  async #tellLost(uri: vscode.Uri, how: Loss): Promise<void> {
    const log = nameOf(sourceOf(uri));
    const again = say('largeOpenAgain');
    const offers = how === 'gone' ? [] : [again];
    const answer = await vscode.window.showWarningMessage(say(lossWords[how], { log }), ...offers);
    if (answer !== again) return;
    this.#deps.logs.large.close(sourceOf(uri));
    await this.#deps.openAny(uri);
  }

  /** The log of the row or of the document before the person; else the only one, or one that is chosen. */
  async #chosen(target: unknown): Promise<LargeFile | undefined> {
    const { files } = this.#deps.logs.large;
    const source = sourceIn(target) ?? this.#shown();
    const known = source === undefined ? undefined : files.get(source);
    if (known) return known;
    const [only] = files.values();
    if (!only) return void vscode.window.showInformationMessage(say('largeNone'));
    if (files.size === 1) return only;
    const sources = [...files.keys()];
    const items = sources.map((one) => ({
      label: nameOf(one, sources), description: uriOf(one).path, file: files.get(one),
    }));
    return (await vscode.window.showQuickPick(items, { placeHolder: say('largeWhich') }))?.file;
  }

  #shown(): string | undefined {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return undefined;
    const { uri } = editor.document;
    const address = addressOf(uri);
    const page = address && pageOf(address.subject);
    return page?.source ?? this.#deps.logs.large.originOf(uri, editor.selection.active.line)?.source;
  }
}

function sourceIn(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('view' in target)) return undefined;
  const { view } = target;
  const isView = typeof view === 'object' && view !== null && 'source' in view;
  return isView && typeof view.source === 'string' ? view.source : undefined;
}

function reportTo(
  progress: vscode.Progress<{ message: string; increment: number }>, file: LargeReading,
): ReturnType<typeof setInterval> {
  const started = Date.now();
  let told = 0;
  return setInterval(() => {
    const millions = file.bytes / 1e6;
    // of what is packed it is not known how much it is
    if (file.total === 0 && file.count > 0) {
      const speed = Math.round((millions * 1000) / Math.max(1, Date.now() - started));
      const size = Math.round(millions);
      progress.report({ message: say('largeUnpackSpeed', { size, speed, count: file.count }), increment: 0 });
    }
    if (file.total === 0) return;
    const percent = Math.floor((100 * file.bytes) / file.total);
    const speed = Math.round(file.bytes / 1000 / Math.max(1, Date.now() - started));
    progress.report({
      message: say('largeSpeed', { percent, speed, count: file.count }), increment: percent - told,
    });
    told = percent;
  }, reportEvery);
}
