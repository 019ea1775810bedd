// What open logs say of an instance that a large log has as well → it is read there too: else its story would
// end where the open log ends.

import type * as vscode from 'vscode';
import type { Operation } from '../../core/model';
import type { Logs } from '../logs';
import { paced } from '../paced';
import type { LargeFile } from './view';

/** So many are read at once: what they are is kept in memory. */
const mostMentioned = 120;

export function readMentioned(logs: Logs): vscode.Disposable {
  /** What each large log was asked for since it became longer. */
  let asked = new WeakMap<LargeFile, Set<string>>();
  const grown = logs.large.onDidGrow(() => { asked = new WeakMap(); });
  const read = paced(async () => {
    const { files } = logs.large;
    const instances = files.size === 0 ? [] : mentioned(logs);
    for (const file of files.values()) {
      const known = asked.get(file) ?? new Set();
      const others = file.isReading ? [] : instances.filter((id) => !known.has(id));
      const fresh = others.slice(0, Math.max(0, mostMentioned - known.size));
      asked.set(file, new Set([...known, ...fresh]));
      file.leftOut = others.length - fresh.length;
      await logs.wake(fresh, file.source);
    }
  });
  const changed = logs.onDidChange(read);
  return { dispose: () => { grown.dispose(); changed.dispose(); } };
}

/** Those that failed come first: of many only some are read. */
function mentioned({ analysis, large }: Logs): readonly string[] {
  const isOpen = ({ begin }: Operation): boolean => !large.files.has(begin.source);
  const told = analysis.timelines.filter(({ operations }) => operations.some(isOpen));
  const failed = told.filter(({ operations }) => operations.some(({ outcome }) => outcome === 'failed'));
  return [...new Set([...failed, ...told])].map(({ instance }) => instance);
}
