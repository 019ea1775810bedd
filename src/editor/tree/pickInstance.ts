// Instances to choose from while a person types, where logs have too many to list them all: operations that
// are known, and instances whose ids hold the text. Loaded when such a log is open and somebody searches.

import * as vscode from 'vscode';
import type { Operation } from '../../core/model';
import { nameOf } from '../convert';
import type { LargeLogs } from '../large/largeLogs';
import { say } from '../say';

export interface InstanceItem extends vscode.QuickPickItem {
  /** Undefined: it was not read yet. */
  readonly operation: Operation | undefined;
  readonly instance: string;
}

/** As many as anybody looks through. */
const mostFound = 200;

/** @param known what is listed whatever is typed */
export function pickInstance(
  large: LargeLogs, known: readonly InstanceItem[],
): Promise<InstanceItem | undefined> {
  const pick = vscode.window.createQuickPick<InstanceItem>();
  pick.placeholder = say('searchPrompt');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const read = new Set(known.map(({ instance }) => instance));
  let turn = 0;
  const fill = async (): Promise<void> => {
    const own = (turn += 1);
    pick.busy = true;
    const found = await large.find(pick.value, mostFound);
    if (own !== turn) return;
    const asleep = found.filter(({ id }) => !read.has(id)).map(({ id, source, lines }): InstanceItem => ({
      label: id, description: say('countLines', { count: lines }), detail: nameOf(source),
      operation: undefined, instance: id,
    }));
    pick.items = [...known, ...asleep];
    pick.busy = false;
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => void fill());
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    void fill();
    pick.show();
  });
}
