// Folders, archives and logs → one set in the store, with progress that can be stopped, and a sentence for
// what could not be read.

import * as vscode from 'vscode';
import { problemText } from '../../core/render/problemText';
import { views } from '../contributes';
import type { Logs } from '../logs';
import { say } from '../say';
import { openSet } from './openSet';

export async function openLogSet(
  logs: Logs, uris: readonly vscode.Uri[], output: vscode.LogOutputChannel,
): Promise<void> {
  await vscode.commands.executeCommand(`${views.instances}.focus`);
  const location = vscode.ProgressLocation.Notification;
  const title = say('readingSet');
  try {
    const problems = await vscode.window.withProgress({ location, title, cancellable: true },
      (progress, token) => readInto(logs, uris, progress, token));
    for (const problem of problems) output.warn(problem);
    const [first] = problems;
    if (first !== undefined) void vscode.window.showWarningMessage(sentenceFor(problems.length, first));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.error('opening a set of logs', error instanceof Error ? error : reason);
    const log = uris.map(({ path }) => path).join(', ');
    void vscode.window.showErrorMessage(say('openFailed', { log, reason }));
  }
}

function sentenceFor(count: number, first: string): string {
  return count === 1 ? first : `${first} ${say('moreInOutput', { count: count - 1 })}`;
}

/** @returns a sentence for each file that could not be read whole. */
async function readInto(
  logs: Logs, uris: readonly vscode.Uri[], progress: vscode.Progress<{ increment: number }>,
  token: vscode.CancellationToken,
): Promise<readonly string[]> {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  const again = async (): Promise<void> => {
    await readInto(logs, uris, { report: () => undefined }, new vscode.CancellationTokenSource().token);
  };
  const set = await openSet(uris, {
    open: await logs.readers(),
    progress: (increment) => progress.report({ increment }),
    signal: stop.signal,
    changed: () => logs.sets.announce(),
  });
  // of what was stopped nobody can say what it lacks
  if (stop.signal.aborted) {
    set.dispose();
    return [];
  }
  logs.sets.add(set, again);
  const sentences = set.problems.map(problemText);
  return set.digests.length > 0 || sentences.length > 0 ? sentences : [say('noLogsThere')];
}
