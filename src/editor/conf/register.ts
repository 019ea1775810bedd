// Everything about nova.conf in one call: the language's hovers, completions, problems, definitions, outline
// and fixes, and what logs say of it. Out: the advisor, whom hovers and tips of logs ask, and one thing to
// dispose.

import * as vscode from 'vscode';
import type { Logs } from '../logs';
import type { Settings } from '../settings';
import { registerConfActions } from './actions';
import { Advisor } from './advisor';
import { registerConfCompletion } from './completion';
import { ConfFiles } from './confFiles';
import { registerConfDefinition } from './definition';
import { registerConfHover } from './hover';
import { registerConfOutline } from './outline';
import { registerConfProblems } from './problems';

export function registerConf(
  logs: Logs, settings: Settings,
): { readonly advisor: Advisor; readonly disposable: vscode.Disposable } {
  const files = new ConfFiles(settings, logs);
  const advisor = new Advisor(logs, files);
  const disposable = vscode.Disposable.from(
    files, advisor,
    registerConfActions(advisor, logs),
    registerConfCompletion(advisor),
    registerConfDefinition(advisor, logs),
    registerConfHover(advisor),
    registerConfOutline(),
    registerConfProblems(advisor, logs, settings),
  );
  return { advisor, disposable };
}
