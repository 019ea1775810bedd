// A folder → what was answered when it was offered to read the logs in it; asked once, and remembered when VS
// Code starts anew. In: the memory of the workspace, and how to ask.

import type * as vscode from 'vscode';

export type Answer = 'read' | 'left';

const key = 'siblings';
/** Older answers are forgotten. */
const mostAnswers = 200;

/** Who closes the question has answered it too: it is not asked again. */
export async function answerFor(
  folder: string, memory: Pick<vscode.Memento, 'get' | 'update'>, ask: () => Promise<boolean>,
): Promise<Answer> {
  const answers = Object.entries(memory.get<Readonly<Record<string, Answer>>>(key, {}));
  const before = answers.find(([known]) => known === folder)?.[1];
  if (before !== undefined) return before;
  const keep = (answer: Answer) =>
    memory.update(key, Object.fromEntries([...answers.slice(1 - mostAnswers), [folder, answer]]));
  await keep('left');
  if (!await ask()) return 'left';
  await keep('read');
  return 'read';
}
