// The same for a web worker, which has no disk to keep an index on and is asked for none: columns lie in its
// memory for as long as the log is open.

import type { Catalog } from './catalog';
import type { OpenLog } from './indexFile';
import { SectionFile } from './sections';

export function hashOf(_bytes: Uint8Array): string {
  return '';
}

export function openSections(_folder: string | undefined, _log: string): SectionFile {
  return SectionFile.temporary();
}

export function loadIndex(_folder: string, _log: OpenLog, _tables: string): Catalog | undefined {
  return undefined;
}

export function saveIndex(_folder: string, _log: OpenLog, _catalog: Catalog, _how: unknown): void {
  throw new Error('there is nowhere to keep an index');
}
