// The store: one digest per log, the analysis of all of them, and an event when either changes. In: open
// documents in our language, and files that were asked for. Out: Analysis and Lookup, kept up to date.

import * as vscode from 'vscode';
import { lookupOf, type Lookup } from '../core/lookup';
import type { Analysis, Digest } from '../core/model';
import type { OwnRule } from '../core/rules/rule';
import { extractScheme } from './contributes';
import { sourceOf } from './convert';
import { CoreReading } from './coreReading';
import { LargeLogs } from './large/largeLogs';
import { makeEntry, shownLogs, type LogEntry } from './logEntry';
import { paced } from './paced';
import { Projections } from './projections';
import type { OwnRules } from './rules/ownRules';
import { LogSets } from './sets/logSets';
import type { Settings } from './settings';
import { DocumentReading, readFile } from './source';

/** How long to wait for more edits: behind the end of the text, and anywhere else; milliseconds. */
const APPEND_DELAY = 150;
const EDIT_DELAY = 400;

export class Logs implements vscode.Disposable {
  readonly #entries = new Map<string, LogEntry>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  readonly #busyChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly #listeners: vscode.Disposable;
  readonly #output: vscode.LogOutputChannel;
  #analysis: Analysis | undefined;
  readonly #core: CoreReading;
  readonly #projections = new Projections();
  /** Logs that were opened as folders and archives. */
  readonly sets = new LogSets();
  /** Logs that no editor bears. */
  readonly large = new LargeLogs();

  /** Fires when a log was read, appeared or went away; with its uri where it is one log. */
  readonly onDidChange = this.#changed.event;
  /** Fires when the reading of a log begins and ends. */
  readonly onDidChangeReading = this.#busyChanged.event;

  constructor(settings: Settings, rules: OwnRules, output: vscode.LogOutputChannel) {
    this.#output = output;
    this.#core = new CoreReading(settings, rules, output);
    const { workspace, window } = vscode;
    const follow = () => this.#follow();
    this.#listeners = vscode.Disposable.from(
      workspace.onDidOpenTextDocument(follow),
      workspace.onDidCloseTextDocument(follow),
      window.tabGroups.onDidChangeTabs(follow),
      window.tabGroups.onDidChangeTabGroups(follow),
      workspace.onDidChangeTextDocument((change) => this.#edit(change)),
      settings.onDidChange(() => this.#announce(undefined)),
      rules.onDidChange(() => this.#readAnew()),
      this.sets.onDidChange(() => void this.#renew()),
      this.large.onDidChange(paced(() => this.#renew())),
      this.sets,
      this.large,
    );
    follow();
  }

  /** What is known of all logs that were read so far. */
  get analysis(): Analysis {
    this.#analysis ??= this.#core.analyse(this.digests);
    return this.#analysis;
  }

  get lookup(): Lookup {
    return lookupOf(this.analysis);
  }

  /** What there is to look up in a document: of an extract its own lines, else all logs. */
  lookupIn(source: string): Lookup {
    return this.#projections.lookupOf(source) ?? this.lookup;
  }

  /** Says how the analysis looks in an extract; undefined: the extract is gone. */
  project(uri: vscode.Uri, projection: Analysis | undefined): void {
    this.#projections.set(sourceOf(uri), projection);
    this.#changed.fire(uri);
  }

  get digests(): readonly Digest[] {
    const open = [...this.#entries.values()].flatMap(({ digest }) => digest ?? []);
    return [...this.sets.joinedWith(open), ...this.large.digests];
  }

  /** The log's digest; undefined while it is read for the first time, and for what is no log of ours. */
  digestOf(uri: vscode.Uri): Digest | undefined {
    const source = sourceOf(uri);
    const own = this.#entries.get(source)?.digest ?? this.sets.digests.get(source);
    return own ?? this.#projections.digestOf(source);
  }

  /** True while some log, or this one, is being read. */
  isReading(uri?: vscode.Uri): boolean {
    if (uri) return this.#entries.get(sourceOf(uri))?.busy ?? false;
    return [...this.#entries.values()].some(({ busy }) => busy);
  }

  /** Waits until all of the log's present text is read. */
  async settle(uri: vscode.Uri): Promise<Digest | undefined> {
    const entry = this.#entries.get(sourceOf(uri));
    if (entry?.busy) await new Promise<void>((resolve) => entry.waiting.push(resolve));
    if (uri.scheme === extractScheme) await this.#projections.ready(sourceOf(uri));
    return this.digestOf(uri);
  }

  /** Reads a file that no editor shows, once. Rejects when it cannot be read. */
  async add(uri: vscode.Uri): Promise<void> {
    this.forget(uri);
    const entry = makeEntry(uri, undefined);
    this.#entries.set(sourceOf(uri), entry);
    this.#setBusy(entry, true);
    const isWanted = () => this.#entries.get(sourceOf(uri)) === entry;
    let made: Analysis | undefined;
    try {
      entry.digest = await readFile(uri, (await this.#core.readers())(sourceOf(uri)), isWanted);
      made = await this.#core.prepare(this.digests);
    } catch (error) {
      if (isWanted()) this.forget(uri);
      throw error;
    }
    if (!isWanted()) return;
    this.#announce(uri, made);
    this.#setBusy(entry, false);
  }

  /** Reads what large logs, or one of them, say of instances; resolves when the analysis has it. */
  async wake(instances: readonly string[], source?: string): Promise<void> {
    if (instances.length === 0 || !(await this.large.wake(instances, source))) return;
    await this.#core.readers();
    await this.#renew();
  }

  /** Drops a log and all that was read of it. */
  forget(uri: vscode.Uri): void {
    const entry = this.#entries.get(sourceOf(uri));
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.turn += 1;
    this.#entries.delete(sourceOf(uri));
    this.#announce(uri);
    this.#setBusy(entry, false);
  }

  dispose(): void {
    for (const { uri } of [...this.#entries.values()]) this.forget(uri);
    this.#listeners.dispose();
    this.#changed.dispose();
    this.#busyChanged.dispose();
  }

  #follow(): void {
    const open = shownLogs();
    for (const [source, { document, uri }] of [...this.#entries]) {
      if (document && open.get(source) !== document) this.forget(uri);
    }
    for (const [source, document] of open) {
      if (this.#entries.get(source)?.document !== document) this.#open(document);
    }
  }

  // Rules are held against lines while they are read.
  #readAnew(): void {
    for (const { uri, document } of [...this.#entries.values()]) {
      // a file that can no longer be read has been forgotten, and says no more
      if (document) this.#open(document);
      else void this.add(uri).catch(() => undefined);
    }
    void this.sets.readAgain().catch(() => undefined);
    void this.ownRules().then((rules) => this.large.useRules(rules)).catch(() => undefined);
  }

  #open(document: vscode.TextDocument): void {
    this.forget(document.uri);
    const entry = makeEntry(document.uri, document);
    this.#entries.set(sourceOf(document.uri), entry);
    this.#schedule(entry, 0);
  }

  #edit(change: vscode.TextDocumentChangeEvent): void {
    const entry = this.#entries.get(sourceOf(change.document.uri));
    if (!entry?.document || change.contentChanges.length === 0) return;
    const delay = Math.max(APPEND_DELAY, 4 * this.#core.cost);
    if (entry.reading?.follows(change)) return this.#schedule(entry, delay);
    entry.reading = undefined;
    this.#schedule(entry, EDIT_DELAY);
  }

  #schedule(entry: LogEntry, delay: number): void {
    clearTimeout(entry.timer);
    entry.turn += 1;
    const { turn } = entry;
    entry.timer = setTimeout(() => void this.#read(entry, turn), delay);
    this.#setBusy(entry, true);
  }

  async #read(entry: LogEntry, turn: number): Promise<void> {
    const { document, uri } = entry;
    if (!document || entry.turn !== turn) return;
    const started = Date.now();
    let made: Analysis | undefined;
    try {
      entry.reading ??= new DocumentReading(document, (await this.#core.readers())(sourceOf(uri)));
      const digest = await entry.reading.read(() => entry.turn === turn);
      if (!digest || entry.turn !== turn) return;
      entry.digest = digest;
      this.#output.debug(`${sourceOf(uri)}: ${digest.lines} lines after ${Date.now() - started} ms`);
      made = await this.#core.prepare(this.digests);
      if (entry.turn !== turn) return;
    } catch (error) {
      // The core throws at no log: this is a bug, and the rest of the window must not suffer from it.
      entry.reading = undefined;
      this.#output.error(`reading ${sourceOf(uri)}`, error instanceof Error ? error : String(error));
      if (entry.turn !== turn) return;
    }
    this.#announce(uri, made);
    this.#setBusy(entry, false);
  }

  /** A way to open readers of logs, by their sources. */
  readers(): ReturnType<CoreReading['readers']> {
    return this.#core.readers();
  }

  /** Rules of the operator's own that hold. */
  ownRules(): Promise<readonly OwnRule[]> {
    return this.#core.ownRules();
  }

  async #renew(): Promise<void> {
    this.#announce(undefined, await this.#core.prepare(this.digests));
  }

  #setBusy(entry: LogEntry, busy: boolean): void {
    if (entry.busy === busy) return;
    entry.busy = busy;
    this.#busyChanged.fire(entry.uri);
    if (!busy) for (const wake of entry.waiting.splice(0)) wake();
  }

  #announce(uri: vscode.Uri | undefined, made?: Analysis): void {
    this.#core.drop();
    this.#analysis = made;
    this.#changed.fire(uri);
  }
}
