// The words of the editor's views, in the language in which VS Code displays its own.

import * as vscode from 'vscode';
import { english, sayIn } from '../core/render/editorWords';
import { speakLanguage } from '../core/render/speak';

export const say = sayIn(english);

/** Loads the words of VS Code's display language; there is nothing to load for English. */
export async function speakDisplayLanguage(): Promise<void> {
  await speakLanguage(vscode.env.language);
}
