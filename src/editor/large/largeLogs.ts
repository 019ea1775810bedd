// The logs that are read from their files because no editor bears them: their digests beside those of open
// documents, and where their lines are shown. What reads them is loaded with the first one.

import * as vscode from 'vscode';
import type { Digest, Place } from '../../core/model';
import type { OwnRule } from '../../core/rules/rule';
import type { LargeInstance } from '../../disk/large/lines';
import { showElsewhere } from '../convert';
import { uriOfPage } from '../extracts/address';
import type { LargeFile, LargeView } from './view';

const LONGER_DELAY = 5000;

export class LargeLogs implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #redrawn = new vscode.EventEmitter<void>();
  readonly #longer = new vscode.EventEmitter<void>();
  readonly #files = new Map<string, LargeFile>();
  /** Closed by somebody: documents that still show lines of them do not open them again. */
  readonly #closed = new Set<string>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Fires when digests are other ones: the analysis is out of date. */
  readonly onDidChange = this.#changed.event;
  /** Fires when there is more to show, and nothing to analyse. */
  readonly onDidRedraw = this.#redrawn.event;
  /** Fires when a log has become longer. */
  readonly onDidGrow = this.#longer.event;

  /** What stands on a line of a document that holds lines of logs. */
  originOf: (uri: vscode.Uri, row: number) => Place | undefined = () => undefined;
  /** Where a line stands in a document of lines before a person, which is no page. */
  rowOf: (at: Place) => vscode.Location | undefined = () => undefined;
  /** The log of which a document shows lines, where it shows none of others. */
  onlyLogOf: (document: string) => string | undefined = () => undefined;
  /** How a log is opened of which a document is shown. */
  reopen: (source: string) => Promise<void> = () => Promise.resolve();

  constructor() {
    showElsewhere((source, line) => this.#pageOf(source, line));
  }

  get views(): ReadonlyMap<string, LargeView> {
    return this.#files;
  }

  get files(): ReadonlyMap<string, LargeFile> {
    return this.#files;
  }

  get digests(): readonly Digest[] {
    return [...this.#files.values()].flatMap(({ digest }) => digest ?? []);
  }

  /** It is shown with the first that is known of it. */
  add(file: LargeFile): void {
    this.#files.set(file.source, file);
    this.#closed.delete(file.source);
  }

  /** The log, opened again where a document of it is shown before it; undefined: it cannot be. */
  async fileOf(source: string): Promise<LargeFile | undefined> {
    const isMissing = !this.#files.has(source) && !this.#closed.has(source);
    if (isMissing) await this.reopen(source).catch(() => undefined);
    return this.#files.get(source);
  }

  /** @returns whether there was such a log. */
  close(source: string): boolean {
    const file = this.#files.get(source);
    if (!file) return false;
    this.#files.delete(source);
    this.#closed.add(source);
    file.close();
    this.#redrawn.fire();
    this.#changed.fire();
    return true;
  }

  /** Reads instances, in every log that has them or in one. @returns whether any was not known. */
  async wake(instances: readonly string[], source?: string): Promise<boolean> {
    const files = [...this.#files.values()].filter((file) => source === undefined || file.source === source);
    const woken = await Promise.all(files.map((file) => file.wake(instances)));
    return woken.some((any) => any);
  }

  /** Rules of the operator's own have changed. */
  async useRules(rules: readonly OwnRule[]): Promise<void> {
    const files = [...this.#files.values()].filter(({ isReading }) => !isReading);
    if (files.length === 0) return;
    await Promise.all(files.map((file) => file.useRules(rules)));
    this.announce();
  }

  /** Instances of all these logs whose ids hold the text. */
  async find(text: string, most: number): Promise<readonly (LargeInstance & { readonly source: string })[]> {
    const found = await Promise.all([...this.#files.values()].map(async (file) =>
      (await file.find(text, most)).map((one) => ({ ...one, source: file.source }))));
    return found.flat().slice(0, most);
  }

  redraw(): void {
    this.#redrawn.fire();
  }

  announce(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#changed.fire();
    this.#longer.fire();
  }

  /** What is said of instances may rest on how far the log goes: it is looked at again, but not all the
   *  time. */
  tellLonger(): void {
    this.#waiting ??= setTimeout(() => this.announce(), LONGER_DELAY);
    this.#longer.fire();
  }

  dispose(): void {
    for (const file of this.#files.values()) file.close();
    this.#files.clear();
    clearTimeout(this.#waiting);
    for (const emitter of [this.#changed, this.#redrawn, this.#longer]) emitter.dispose();
  }

  #pageOf(source: string, line: number): vscode.Location | undefined {
    const lines = this.#files.get(source)?.firstLines;
    if (!lines) return undefined;
    const page = Math.max(0, lines.findLastIndex((first) => first <= line));
    const at = new vscode.Position(Math.max(0, line - (lines[page] ?? 0)), 0);
    return new vscode.Location(uriOfPage(source, page), at);
  }
}
