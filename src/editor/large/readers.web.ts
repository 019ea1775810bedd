// The same for the web host: web workers read logs that come whole through VS Code's file systems. Where this
// window lets none begin, the log says why, and logs are read in this thread.

import * as vscode from 'vscode';
import { readThrough } from '../../disk/web/site';
import { sourceOf, uriOf } from '../convert';
import { say } from '../say';
import type { LargeDeps, LargeReaders } from './deps';
import { mostBytes, readWhole } from './readWhole';

export function largeReaders({ logs, output, extension }: LargeDeps): LargeReaders {
  let isTold = false;
  readThrough({
    own: async (path) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, path)),
    read: async (path) => vscode.workspace.fs.readFile(uriOf(path)),
    stampOf: (path) => stampOf(uriOf(path)),
    began(twin) {
      if (isTold) return;
      isTold = true;
      output.info(say('largeInWorkers'));
      if (twin !== undefined) output.warn(say('largeTwin', { reason: twin }));
    },
  });
  return {
    async canRead(uri, begin) {
      if ((await vscode.workspace.fs.stat(uri)).size > mostBytes) return false;
      try {
        await begin();
        return true;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        output.warn(say('largeNoWorkers', { reason }));
        return false;
      }
    },
    pathOf: sourceOf,
    indexDir: undefined,
    // all of it would have to be read
    isNovaLog: () => false,
    readOtherwise: (uri) => readWhole(logs, uri),
  };
}

async function stampOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    return `${size} ${mtime}`;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
