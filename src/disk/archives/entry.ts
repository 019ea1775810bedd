// One file of an archive, as a visitor gets it.

import type { Bytes } from '../bytes';

export interface Entry {
  /** As the archive spells it, with slashes. */
  readonly name: string;
  /** Bytes, as the archive says; it may lie. */
  readonly size: number;
  /** To be called once, during the visit. */
  open(): Bytes;
}

export type EntryVisit = (entry: Entry) => Promise<void>;
