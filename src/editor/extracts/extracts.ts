// The file system of extracts: documents that hold the lines of one instance, request or operation out of all
// logs. They follow the logs while a tab shows them, and cannot be written.

import * as vscode from 'vscode';
import type { ExtractRow } from '../../core/extracts/rows';
import { extractScheme } from '../contributes';
import { sourceOf } from '../convert';
import { shownUris } from '../logEntry';
import type { Logs } from '../logs';
import type { Settings } from '../settings';
import { addressOf, type ExtractAddress } from './address';
import { mayGrow } from './growth';

/** Logs that grow are read on first; an extract may come a little later. Milliseconds. */
const REFRESH_DELAY = 300;

interface OpenExtract {
  readonly uri: vscode.Uri;
  readonly address: ExtractAddress;
  rows: readonly ExtractRow[];
  bytes: Uint8Array;
  changed: number;
  /** The building that is under way or done; undefined: the logs have changed since. */
  building: Promise<void> | undefined;
}

export class Extracts implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #logs: Logs;
  readonly #settings: Settings;
  readonly #output: vscode.LogOutputChannel;
  readonly #open = new Map<string, OpenExtract>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #redrawn = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last building took: large extracts must not be built all the time. */
  #cost = 0;

  readonly onDidChangeFile = this.#changed.event;
  /** Fires when the rows of an extract are other ones. */
  readonly onDidChange = this.#redrawn.event;

  constructor(logs: Logs, settings: Settings, output: vscode.LogOutputChannel) {
    this.#logs = logs;
    this.#settings = settings;
    this.#output = output;
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      this.#redrawn,
      logs.onDidChange((uri) => {
        if (uri?.scheme !== extractScheme) this.#refreshSoon(() => true);
      }),
      logs.large.onDidGrow(() => this.#refreshSoon(({ subject }) => mayGrow(subject, logs.large))),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#open.has(sourceOf(document.uri))) this.#redrawn.fire();
      }),
    );
  }

  /** The rows of an extract that is open. */
  rowsOf(uri: vscode.Uri): readonly ExtractRow[] | undefined {
    return this.#open.get(sourceOf(uri))?.rows;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, changed } = await this.#built(uri);
    return {
      type: vscode.FileType.File, ctime: 0, mtime: changed, size: bytes.length,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#built(uri)).bytes;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  async #built(uri: vscode.Uri): Promise<OpenExtract> {
    const address = addressOf(uri);
    if (!address) throw vscode.FileSystemError.FileNotFound(uri);
    const source = sourceOf(uri);
    const open = this.#open.get(source) ?? {
      uri, address, rows: [], bytes: new Uint8Array(), changed: 1, building: undefined,
    };
    this.#open.set(source, open);
    open.building ??= this.#build(open);
    try {
      await open.building;
    } catch (error) {
      open.building = undefined;
      throw vscode.FileSystemError.Unavailable(error instanceof Error ? error.message : String(error));
    }
    return open;
  }

  async #build(open: OpenExtract): Promise<void> {
    const started = Date.now();
    const { uri, address } = open;
    const { buildExtract } = await import('./build');
    const { rows, projection } = await buildExtract(address, this.#logs, sourceOf(uri), open.rows,
      this.#settings.current.alignClocks);
    if (rows !== open.rows) takeText(open, rows);
    open.rows = rows;
    this.#cost = Date.now() - started;
    this.#output.debug(`${rows.length} lines for ${sourceOf(uri)} in ${this.#cost} ms`);
    this.#logs.project(uri, projection);
    this.#redrawn.fire();
  }

  #refreshSoon(isConcerned: (address: ExtractAddress) => boolean): void {
    const concerned = [...this.#open.values()].filter(({ address }) => isConcerned(address));
    if (concerned.length === 0) return;
    for (const open of concerned) open.building = undefined;
    this.#timer ??= setTimeout(() => void this.#refresh(), Math.max(REFRESH_DELAY, 4 * this.#cost));
  }

  // Only what a person has before them: others are built when they are looked at again.
  async #refresh(): Promise<void> {
    this.#timer = undefined;
    const shown = shownUris('both sides');
    for (const open of [...this.#open.values()]) {
      if (!shown.has(sourceOf(open.uri))) continue;
      const before = open.changed;
      try {
        await this.#built(open.uri);
      } catch (error) {
        this.#output.error(`building ${sourceOf(open.uri)}`, error instanceof Error ? error : String(error));
      }
      const { uri, changed } = open;
      if (changed !== before) this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }
  }

  #forget(uri: vscode.Uri): void {
    if (!this.#open.delete(sourceOf(uri))) return;
    this.#logs.project(uri, undefined);
  }
}

function takeText(open: OpenExtract, rows: readonly ExtractRow[]): void {
  const bytes = new TextEncoder().encode(rows.map(({ text }) => `${text}\n`).join(''));
  if (sameBytes(bytes, open.bytes)) return;
  open.bytes = bytes;
  open.changed += 1;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // four megabytes, each time a log grows: a loop is ten times as fast as a call for each byte
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
