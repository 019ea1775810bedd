// The same as load.ts for VS Code's web host, which is handed the words by the editor.

import { readDataFile } from '../facts/read.web';
import { addTables, spokenLanguage } from '../language';
import type { notes } from './notes.data';

let loading: Promise<void> | undefined;

export function loadNotes(): Promise<void> {
  if (spokenLanguage() !== 'zh-cn') return Promise.resolve();
  loading ??= readNotes();
  return loading;
}

async function readNotes(): Promise<void> {
  // the build writes the module as it is
  const file = await readDataFile('knowledge-zh-notes.json') as { readonly notes: typeof notes };
  addTables(file.notes);
}
