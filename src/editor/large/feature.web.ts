// The same for the web host, which has no disk: a file is read whole where that can be borne, else it is said
// what can be done.

import type * as vscode from 'vscode';
import type { LargeDeps, LargeFeature } from './deps';
import { readWhole } from './readWhole';

export function makeFeature({ logs }: LargeDeps): LargeFeature {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    prepare: nothing,
    open: (uri: vscode.Uri) => readWhole(logs, uri),
    isNovaLog: () => Promise.resolve(false),
    turnPage: nothing,
    goToLine: nothing,
    search: nothing,
    dispose: () => undefined,
  };
}
