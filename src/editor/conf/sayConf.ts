// The words about nova.conf in the person's language: VS Code's display language chooses the table.

import * as vscode from 'vscode';
import { confWordsFor, sayConfIn } from '../../core/render/confWords';

export const sayConf = sayConfIn(confWordsFor(vscode.env.language));
