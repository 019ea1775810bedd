// Our words on classes, messages, options and statements in the language that is spoken, loaded on first use.

import { addTables, spokenLanguage } from '../language';

let loading: Promise<void> | undefined;

/** Hands them over once; English needs none. Never rejects but for a broken installation. */
export function loadNotes(): Promise<void> {
  if (spokenLanguage() !== 'zh-cn') return Promise.resolve();
  loading ??= import('./notes.data').then(({ notes }) => addTables(notes));
  return loading;
}
