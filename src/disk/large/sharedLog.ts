// A large log that is open → what another thread needs to read it as well: plain data, and files that stay
// open where they were opened. What only the scan of all tells of requests is not shared.

import { ByteSource } from './byteSource';
import type { TextPiece } from './byteSource';
import { Catalog } from './catalog';
import { Ids } from './ids';
import type { PartEntry } from './knownPart';
import { Numbers } from './numbers';
import type { OpenedLog } from './ownLines';
import { SectionFile } from './sections';
import type { OpenSections } from './sections';
import { SpanningRequests } from './spanning';
import { TextPieces } from './textPieces';

export interface SharedLog extends Pick<OpenedLog, 'files' | 'planned' | 'isSeveral'> {
  readonly pieces: readonly TextPiece[];
  /** Four words each. */
  readonly instances: Uint32Array;
  readonly spanning: Uint32Array;
  readonly sections: readonly { readonly path: string; readonly opened: OpenSections }[];
  /** Each with the number of its sections. */
  readonly parts: readonly {
    readonly entry: PartEntry; readonly instances: Uint32Array; readonly section: number;
  }[];
}

/** @returns undefined: there are logs beside it that were read in full; such a reading is no plain data. */
export function sharedLog({ catalog, bytes, beside, ...log }: OpenedLog): SharedLog | undefined {
  if (beside && beside.length > 0) return undefined;
  const sections = [...new Set(catalog.parts.map(({ file }) => file))];
  const words = new Uint32Array(catalog.instances.size * 4);
  let at = 0;
  for (const piece of catalog.instances.words()) {
    words.set(piece, at);
    at += piece.length;
  }
  return {
    ...log, pieces: bytes.pieces, instances: words, spanning: catalog.spanning.toWords(),
    sections: sections.map((file) => ({ path: file.path, opened: file.opened })),
    parts: catalog.parts.map(({ entry, file, instances }) => (
      { entry, instances, section: sections.indexOf(file) })),
  };
}

/** The same log on another thread. It is closed where it was opened. */
export function openShared({ pieces, instances, spanning, sections, parts, ...log }: SharedLog): OpenedLog {
  const none = (): Numbers => new Numbers();
  const catalog = new Catalog({
    instances: new Ids(instances), spanning: SpanningRequests.from(spanning),
    counts: none(), firstTimes: none(), lastTimes: none(),
  });
  const files = sections.map(({ path, opened }) => SectionFile.ofOther(path, opened));
  for (const { entry, instances: own, section } of parts) {
    const file = files[section];
    if (file) catalog.parts.push({ entry, file, instances: own });
  }
  return { ...log, catalog, bytes: new ByteSource(new TextPieces(pieces, () => undefined)) };
}
