// Folders, archives and logs → one set in the store, with progress that can be stopped, and a sentence for
// what could not be read.

import * as vscode from 'vscode';
import { problemText } from '../../core/render/problemText';
import { views } from '../contributes';
import type { Logs } from '../logs';
import { say } from '../say';
import { openSet } from './openSet';

/** @param openAny opens what is too large to be read with the others */
export async function openLogSet(
  logs: Logs, uris: readonly vscode.Uri[], output: vscode.LogOutputChannel, openAny: OpenAny,
): Promise<void> {
  await vscode.commands.executeCommand(`${views.instances}.focus`);
  const location = vscode.ProgressLocation.Notification;
  const title = say('readingSet');
  try {
    const { problems, large } = await vscode.window.withProgress({ location, title, cancellable: true },
      (progress, token) => readInto(logs, uris, output, { progress, token }));
    for (const uri of large) await openAny(uri);
    tellProblems(problems, output);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.error('opening a set of logs', error instanceof Error ? error : reason);
    const log = uris.map(({ path }) => path).join(', ');
    void vscode.window.showErrorMessage(say('openFailed', { log, reason }));
  }
}

function tellProblems(problems: readonly string[], output: vscode.LogOutputChannel): void {
  for (const problem of problems) output.warn(problem);
  const [first] = problems;
  if (first !== undefined) void vscode.window.showWarningMessage(sentenceFor(problems.length, first));
}

function sentenceFor(count: number, first: string): string {
  return count === 1 ? first : `${first} ${say('moreInOutput', { count: count - 1 })}`;
}

type OpenAny = (uri: vscode.Uri) => Promise<void>;

interface ReadSet {
  /** A sentence for each file that could not be read whole. */
  readonly problems: readonly string[];
  /** What is left to be opened as it is. */
  readonly large: readonly vscode.Uri[];
}

interface Told {
  readonly progress: vscode.Progress<{ increment: number }>;
  readonly token: vscode.CancellationToken;
}

async function readInto(
  logs: Logs, uris: readonly vscode.Uri[], output: vscode.LogOutputChannel, { progress, token }: Told,
): Promise<ReadSet> {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  const again = async (): Promise<void> => {
    const { token: never } = new vscode.CancellationTokenSource();
    await readInto(logs, uris, output, { progress: { report: () => undefined }, token: never });
  };
  const set = await openSet(uris, {
    open: await logs.readers(),
    progress: (increment) => progress.report({ increment }),
    signal: stop.signal,
    changed: (problems) => {
      logs.sets.announce();
      tellProblems(problems.map(problemText), output);
    },
  });
  // of what was stopped nobody can say what it lacks
  if (stop.signal.aborted) {
    set.dispose();
    return { problems: [], large: [] };
  }
  if (set.digests.length > 0) logs.sets.add(set, again);
  else set.dispose();
  const sentences = set.problems.map(problemText);
  const isEmpty = set.digests.length + set.large.length + sentences.length === 0;
  return { problems: isEmpty ? [say('noLogsThere')] : sentences, large: set.large };
}
