// The operator's own rules: the files that the settings name, read when a log is, and again whenever one of
// them changes. An open document counts before the file on the disk.

import * as vscode from 'vscode';
import type { RuleBook } from '../../core/rules/ruleBook';
import { resolvePath, sourceOf } from '../convert';
import type { Settings } from '../settings';
import { openedRules } from './openedRules';

/** Edits come in bursts, milliseconds. */
export const QUIET = 400;

export interface UnreadFile {
  readonly path: string;
  readonly uri: vscode.Uri;
}

interface ReadRules {
  readonly book: RuleBook | undefined;
  readonly unread: readonly UnreadFile[];
}

export class OwnRules implements vscode.Disposable {
  readonly #settings: Settings;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #watchers: vscode.Disposable[] = [];
  #paths = '';
  #reading: Promise<ReadRules> | undefined;
  #known: RuleBook | undefined;
  #unread: readonly UnreadFile[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires when the rules may be others. */
  readonly onDidChange = this.#changed.event;

  constructor(settings: Settings) {
    this.#settings = settings;
    const ifOurs = ({ uri }: vscode.TextDocument) => {
      if (this.isNamed(uri)) this.#forgetSoon();
    };
    this.#watch();
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => ifOurs(document)),
      settings.onDidChange(() => {
        if (this.#settings.current.rules.join('\n') !== this.#paths) this.#forgetNow();
      }),
    );
  }

  /** The rules that hold; undefined: the settings name no file. Never rejects. */
  async current(): Promise<RuleBook | undefined> {
    const reading = (this.#reading ??= this.#read());
    const { book, unread } = await reading;
    // what was read slowly may be out of date by now
    if (reading === this.#reading) [this.#known, this.#unread] = [book, unread];
    return book;
  }

  /** The same as far as it is read by now. */
  get known(): RuleBook | undefined {
    return this.#known;
  }

  /** Whether the settings name this file. */
  isNamed(uri: vscode.Uri): boolean {
    return this.#uris().some((one) => sourceOf(one) === sourceOf(uri));
  }

  /** Files that the settings name and that cannot be read. */
  get unread(): readonly UnreadFile[] {
    return this.#unread;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.dispose();
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  #uris(): readonly vscode.Uri[] {
    return this.#settings.current.rules.map((path) => resolvePath(path));
  }

  async #read(): Promise<ReadRules> {
    const { rules: paths } = this.#settings.current;
    if (paths.length === 0) return { book: undefined, unread: [] };
    const uris = this.#uris();
    const texts = await Promise.all(uris.map(readText));
    const unread = uris.flatMap((uri, at) =>
      (texts[at] === undefined ? [{ uri, path: paths[at] ?? '' }] : []));
    const files = uris.flatMap((uri, at) => {
      const text = texts[at];
      return text === undefined ? [] : [{ file: sourceOf(uri), text }];
    });
    return { book: await openedRules(files), unread };
  }

  #watch(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.dispose();
    this.#paths = this.#settings.current.rules.join('\n');
    this.#watchers = this.#uris().map((uri) => {
      const folder = vscode.Uri.joinPath(uri, '..');
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
      watcher.onDidChange(() => this.#forgetSoon());
      watcher.onDidCreate(() => this.#forgetSoon());
      watcher.onDidDelete(() => this.#forgetSoon());
      return watcher;
    });
  }

  #forgetSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#forgetNow(), QUIET);
  }

  #forgetNow(): void {
    this.#reading = undefined;
    this.#watch();
    this.#changed.fire();
  }
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const source = sourceOf(uri);
  const open = vscode.workspace.textDocuments.find((document) => sourceOf(document.uri) === source);
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // the file is named as one that cannot be read
    return undefined;
  }
}
