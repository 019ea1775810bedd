// Lenses on the first line of documents of large logs: from page to page, to a line, and from the lines of an
// instance to the page around them and to its neighbours.

import * as vscode from 'vscode';
import { shortId } from '../../core/render/operationText';
import { commands, extractScheme, language } from '../contributes';
import { nameOf } from '../convert';
import { addressOf, pageOf, type PageOfLog } from '../extracts/address';
import type { Logs } from '../logs';
import { say } from '../say';
import type { LargeFile } from './view';

const top = new vscode.Range(0, 0, 0, 0);

export class LargeLenses implements vscode.Disposable {
  readonly #logs: Logs;
  readonly #listeners: vscode.Disposable;

  constructor(logs: Logs) {
    this.#logs = logs;
    const changed = new vscode.EventEmitter<void>();
    this.#listeners = vscode.Disposable.from(
      changed,
      logs.onDidChange(() => changed.fire()),
      vscode.languages.registerCodeLensProvider({ language, scheme: extractScheme }, {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: ({ uri }) => this.#lensesOf(uri),
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  async #lensesOf(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
    const subject = addressOf(uri)?.subject;
    if (!subject) return [];
    const page = pageOf(subject);
    if (page) return this.#pageLenses(page);
    const place = this.#logs.large.originOf(uri, 0);
    const file = place && this.#logs.large.files.get(place.source);
    if (!place || !file) return [];
    const title = say('largeAround', { line: place.line + 1 });
    const around = lens(title, commands.goToPlace, place.source, place.line);
    return [around, ...(subject.kind === 'instance' ? await neighbourLenses(file, subject.id) : [])];
  }

  #pageLenses({ source, page }: PageOfLog): vscode.CodeLens[] {
    const file = this.#logs.large.files.get(source);
    if (!file) return [];
    const { firstLines } = file;
    const pages = firstLines.length;
    const last = firstLines[page + 1] ?? file.digest?.lines ?? 0;
    const first = (firstLines[page] ?? 0) + 1;
    const what = say('largePage', { page: page + 1, pages, first, last, log: nameOf(source) });
    return [
      lens(what, commands.goToLogLine, { view: { source } }),
      ...(page > 0 ? [lens(say('largePreviousPage'), commands.previousPage)] : []),
      ...(page + 1 < pages ? [lens(say('largeNextPage'), commands.nextPage)] : []),
      lens(say('largeGoToLine'), commands.goToLogLine, { view: { source } }),
      lens(say('largeSearch'), commands.searchLog, { view: { source } }),
    ];
  }
}

function lens(title: string, command: string, ...args: readonly unknown[]): vscode.CodeLens {
  return new vscode.CodeLens(top, { title, command, arguments: [...args] });
}

async function neighbourLenses(file: LargeFile, instance: string): Promise<vscode.CodeLens[]> {
  const [before, behind] = await file.beside(instance);
  const to = (word: 'largeInstanceBefore' | 'largeInstanceBehind', id: string | undefined) =>
    (id === undefined ? [] : [lens(`${say(word)} ${shortId(id)}`, commands.openInstanceDocument, id)]);
  return [...to('largeInstanceBefore', before), ...to('largeInstanceBehind', behind)];
}
