// The words of the person's language: VS Code's display language chooses the table.

import * as vscode from 'vscode';
import { sayIn, wordsFor } from '../core/render/editorWords';

export const say = sayIn(wordsFor(vscode.env.language));
