// The same as load.ts for VS Code's web host, which is handed the words by the editor.

import { readDataFile } from '../facts/read.web';
import { addTables, spokenLanguage } from '../language';
import type { findings } from './findings.data';
import type { notes } from './notes.data';

let loading: Promise<void> | undefined;

export function loadNotes(): Promise<void> {
  if (spokenLanguage() !== 'zh-cn') return Promise.resolve();
  loading ??= readNotes();
  return loading;
}

// the build writes the modules as they are
async function readNotes(): Promise<void> {
  addTables((await readDataFile('knowledge-zh-notes.json') as { readonly notes: typeof notes }).notes);
}

export async function loadFindingWords(): Promise<void> {
  const file = await readDataFile('knowledge-zh-findings.json') as { readonly findings: typeof findings };
  addTables(file.findings);
}
