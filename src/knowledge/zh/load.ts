// Our words in the language that is spoken, as far as they are no code: on findings, loaded at start, and on
// classes, messages, options and statements, loaded on first use.

import { addTables, spokenLanguage } from '../language';

let loading: Promise<void> | undefined;

/** Hands them over once; English needs none. Never rejects but for a broken installation. */
export function loadNotes(): Promise<void> {
  if (spokenLanguage() !== 'zh-cn') return Promise.resolve();
  loading ??= import('./notes.data').then(({ notes }) => addTables(notes));
  return loading;
}

/** Hands over those on findings. */
export async function loadFindingWords(): Promise<void> {
  addTables((await import('./findings.data')).findings);
}
