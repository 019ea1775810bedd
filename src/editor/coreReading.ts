// Readers of logs and analyses of digests, from the part of the core that is loaded when the first log is
// read. In: settings and rules as they are. Out: what `Logs` keeps.

import type * as vscode from 'vscode';
import type { DigestReader } from '../core/digest';
import type { Analysis, Digest, Origin } from '../core/model';
import type { Reading } from '../core/pipeline';
import type { OwnRule } from '../core/rules/rule';
import { NextAnalysis } from './nextAnalysis';
import type { OwnRules } from './rules/ownRules';
import type { Settings } from './settings';

export class CoreReading {
  readonly #settings: Settings;
  readonly #rules: OwnRules;
  readonly #next: NextAnalysis;
  #core: Reading | undefined;

  constructor(settings: Settings, rules: OwnRules, output: vscode.LogOutputChannel) {
    this.#settings = settings;
    this.#rules = rules;
    this.#next = new NextAnalysis(output);
  }

  /** What the last analysis took, milliseconds. */
  get cost(): number {
    return this.#next.cost;
  }

  /** Rules of the operator's own that hold. */
  async ownRules(): Promise<readonly OwnRule[]> {
    return (await this.#rules.current())?.set.rules ?? [];
  }

  /** A way to open readers of logs, by their sources. */
  async readers(): Promise<(source: string, origin?: Partial<Origin>) => DigestReader> {
    const core = (this.#core ??= (await import('../core/pipeline')).reading);
    const rules = (await this.#rules.current())?.set;
    const how = { keepLines: true, isPatient: true, rules };
    return (source, origin = {}) => core.openDigest(source, { ...how, origin });
  }

  /** Makes the analysis of all logs in slices, before anybody asks for it. */
  prepare(digests: readonly Digest[]): Promise<Analysis | undefined> {
    if (!this.#core) return Promise.resolve(undefined);
    return this.#next.make(this.#core.analyseInSteps(digests, this.#limits, this.#rules.known?.set));
  }

  /** For whoever asks before it is made in slices. */
  analyse(digests: readonly Digest[]): Analysis {
    return this.#core?.analyse(digests, this.#limits, this.#rules.known?.set) ?? nothing;
  }

  /** What is being made is out of date. */
  drop(): void {
    this.#next.drop();
  }

  get #limits(): { readonly slowPhaseSeconds: number } {
    return { slowPhaseSeconds: this.#settings.current.slowPhaseSeconds };
  }
}

const nothing: Analysis = { digests: [], timelines: [], diagnoses: [], findings: [] };
