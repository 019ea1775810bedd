// Sets of logs that were opened as folders or archives: their digests, beside those of open documents. In:
// sets as they are read. Out: a digest for each log, and an event when any changes.

import * as vscode from 'vscode';
import type { Digest } from '../../core/model';
import type { OpenSet } from './set';

interface Opened {
  readonly set: OpenSet;
  readonly again: () => Promise<void>;
}

export class LogSets implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #sets: Opened[] = [];
  /** Logs that a person has closed one by one. */
  readonly #hidden = new Set<string>();
  readonly onDidChange = this.#changed.event;
  #known: ReadonlyMap<string, Digest> | undefined;

  /** By their sources, in the order of the sets. */
  get digests(): ReadonlyMap<string, Digest> {
    this.#known ??= new Map(this.#sets.flatMap(({ set }) => set.digests)
      .filter(({ source }) => !this.#hidden.has(source))
      .map((digest) => [digest.source, digest]));
    return this.#known;
  }

  /**
   * The digests of open documents, with the origins that their sets know, and those of all other logs.
   * @param read of open documents; what an editor shows may be newer than what lies on the disk
   */
  joinedWith(read: readonly Digest[]): readonly Digest[] {
    if (this.digests.size === 0) return read;
    const open = new Map(read.map((digest) => [digest.source, digest]));
    const ofSets = [...this.digests.values()].map((digest) => {
      const shown = open.get(digest.source);
      open.delete(digest.source);
      return shown && digest.origin ? { ...shown, origin: digest.origin } : shown ?? digest;
    });
    return [...ofSets, ...open.values()];
  }

  /** @param again opens the same anew. */
  add(set: OpenSet, again: () => Promise<void>): void {
    for (const { source } of set.digests) this.#hidden.delete(source);
    this.#sets.push({ set, again });
    this.announce();
  }

  /** Closes one log; a set of which nothing is left is no longer followed. */
  hide(source: string): void {
    this.#hidden.add(source);
    const isOver = ({ set }: Opened) => set.digests.every((digest) => this.#hidden.has(digest.source));
    for (const over of this.#sets.filter(isOver)) {
      over.set.dispose();
      this.#sets.splice(this.#sets.indexOf(over), 1);
    }
    this.announce();
  }

  /** Reads all sets anew: what they are held against has changed. */
  async readAgain(): Promise<void> {
    for (const { set, again } of this.#sets.splice(0)) {
      set.dispose();
      await again();
    }
  }

  announce(): void {
    this.#known = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    for (const { set } of this.#sets.splice(0)) set.dispose();
    this.#changed.dispose();
  }
}
