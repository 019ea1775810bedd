// Logs and the files behind them → what there is to say of a service's configuration. Facts and code are
// loaded with the first question; who wants words at once gets those known so far, and an event when there
// are others.

import * as vscode from 'vscode';
import type { Advice } from '../../core/conf/advice';
import type { ConfBook } from '../../core/conf/confBook';
import type { ConfFile } from '../../core/conf/conf';
import type { Finding } from '../../core/model';
import { adviceSentences, statedText } from '../../core/render/confText';
import { optionsOfRemedy } from '../../core/render/remedy';
import { loadFacts } from '../../knowledge/facts/index';
import { nameOf, uriOf } from '../convert';
import type { Logs } from '../logs';
import type { ConfFiles } from './confFiles';
import { sayConf } from './sayConf';

// a chunk of its own: most logs are read without asking for it
const code = () => import('../../core/conf/confBook');

/** Files on the disk change without a word: after this long an answer is looked up anew, milliseconds. */
const FRESH = 10_000;

interface Known {
  readonly book: ConfBook;
  /** What the answer rests on, to see whether another one differs. */
  readonly basis: string;
  /** When it was looked up; 0: something has changed since. */
  asked: number;
}

export class Advisor implements vscode.Disposable {
  readonly #logs: Logs;
  readonly #files: ConfFiles;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #known = new Map<string, Known>();
  readonly #learning = new Set<string>();
  readonly #listener: vscode.Disposable;

  /** Fires when the configuration of some log became known or may be another one. */
  readonly onDidChange = this.#changed.event;

  constructor(logs: Logs, files: ConfFiles) {
    this.#logs = logs;
    this.#files = files;
    this.#listener = files.onDidChange(() => {
      for (const known of this.#known.values()) known.asked = 0;
      this.#changed.fire();
    });
  }

  /** The configuration of the service that wrote a log. */
  async bookOf(source: string): Promise<ConfBook> {
    const [files, facts, { openBook }] = await Promise.all([this.#files.of(source), loadFacts(), code()]);
    return openBook({ digest: this.#logs.digestOf(uriOf(source)), files, facts, release: undefined });
  }

  /** The same if it is known by now; else it is looked up, and `onDidChange` fires. */
  knownOf(source: string): ConfBook | undefined {
    const known = this.#known.get(source);
    if (!known || Date.now() - known.asked > FRESH) void this.#learn(source);
    return known?.book;
  }

  /** The configuration to which a file belongs: that of an open log, else the file alone. */
  async bookAround(file: ConfFile): Promise<ConfBook> {
    await Promise.all(this.#logs.digests.map(({ source }) => this.#files.of(source)));
    const [log] = this.#files.logsOf(file.source);
    if (log !== undefined) return this.bookOf(log);
    const [facts, { openBook }] = await Promise.all([loadFacts(), code()]);
    return openBook({ digest: undefined, files: [file], facts, release: undefined });
  }

  /** What a failure would have needed; undefined: nothing to say, or not known yet. */
  adviceFor({ operation: id, at, check }: Finding): Advice | undefined {
    const operation = id === undefined ? undefined : this.#logs.lookup.operation(id);
    if (operation?.outcome === 'failed') {
      return this.knownOf(at.source)?.adviceFor(operation, this.#logs.digests);
    }
    if (check !== 'unknown-fault') return undefined;
    const faults = this.#logs.lookupIn(at.source).faultsAt(at.source, at.line);
    const advices = faults.map((fault) => this.knownOf(at.source)?.adviceForFault(fault, this.#logs.digests));
    return advices.find((advice) => advice !== undefined);
  }

  /** A better tip than the general one, where the log shows what the operation would have needed. */
  tipFor(finding: Finding): string | undefined {
    const advice = this.adviceFor(finding);
    if (advice?.neededSeconds === undefined) return undefined;
    return adviceSentences(advice, nameOf, sayConf);
  }

  /** What log and files state of the options that the remedy of a finding names; empty: nothing. */
  statedFor(finding: Finding): string {
    const { type } = finding.args;
    const names = typeof type === 'string' ? optionsOfRemedy(type) : [];
    const book = names.length > 0 ? this.knownOf(finding.at.source) : undefined;
    if (!book) return '';
    // the advice on the same line says it of its own option
    const told = this.adviceFor(finding)?.settings.map(({ was }) => was.name) ?? [];
    const others = names.filter((name) => !told.includes(name));
    return statedText(others.map((name) => book.valueOf(name, finding.at.line)), nameOf, sayConf);
  }

  /** Where the files behind a log and the running service disagree, as far as known. */
  driftsIn(source: string): readonly Finding[] {
    return this.knownOf(source)?.drifts(nameOf) ?? [];
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  async #learn(source: string): Promise<void> {
    if (this.#learning.has(source)) return;
    this.#learning.add(source);
    try {
      const before = this.#known.get(source);
      const book = await this.bookOf(source);
      const { files, digest } = book.configuration;
      const basis = JSON.stringify([files, digest?.lines]);
      this.#known.set(source, { book, basis, asked: Date.now() });
      if (before?.basis !== basis) this.#changed.fire();
    } finally {
      this.#learning.delete(source);
    }
  }
}
