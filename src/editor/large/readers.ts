// Where large logs can be read, and by whom. Here for the node host: workers read what lies on the disk.

import { linesToLookAt, looksLikeNovaLog } from '../../core/reading/detect';
import { bytesToLookAt } from '../../core/scan/scannable';
import { bytesAt } from '../../disk/large/fileBytes';
import type { LargeDeps, LargeReaders } from './deps';

export function largeReaders({ indexDir, openSet }: LargeDeps): LargeReaders {
  return {
    canRead: async ({ scheme }) => scheme === 'file',
    pathOf: ({ fsPath }) => fsPath,
    indexDir: indexDir.fsPath,
    isNovaLog({ scheme, fsPath }) {
      if (scheme !== 'file') return false;
      const text = new TextDecoder().decode(bytesAt(fsPath, 0, bytesToLookAt));
      return looksLikeNovaLog(text.split('\n').slice(0, linesToLookAt));
    },
    readOtherwise: (uri) => openSet([uri]),
  };
}
