// The analysis that everybody will ask for next, made in slices while the last one is still shown. In: the
// work in steps. Out: its result, or nothing where the logs have changed meanwhile.

import type * as vscode from 'vscode';
import type { Analysis } from '../core/model';
import type { Steps } from '../core/steps';
import { doInSlices } from './slices';

export class NextAnalysis {
  readonly #output: vscode.LogOutputChannel;
  /** Counts what makes an analysis out of date while it is made. */
  #turn = 0;
  #making: Promise<Analysis | undefined> | undefined;
  /** What the last one took, milliseconds: while large logs grow it must not be made all the time. */
  cost = 0;

  constructor(output: vscode.LogOutputChannel) {
    this.#output = output;
  }

  /** Of several calls at once the last one does it, for all of them. */
  make(steps: Steps<Analysis>): Promise<Analysis | undefined> {
    const turn = (this.#turn += 1);
    const started = Date.now();
    this.#making = doInSlices(steps, () => this.#turn === turn).then(({ made, longest }) => {
      if (!made) return this.#making;
      this.cost = Date.now() - started;
      const count = made.digests.length;
      this.#output.debug(`analysis of ${count} logs in ${this.cost} ms, ${longest} ms at a stretch`);
      return made;
    });
    return this.#making;
  }

  /** What is being made is out of date. */
  drop(): void {
    this.#turn += 1;
    this.#making = undefined;
  }
}
