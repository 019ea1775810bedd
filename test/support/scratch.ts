// A folder of its own for a test, taken away after it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** @returns the folder's path. `files`: what stands in it, by name. */
export function scratchFolder(
  context: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {},
): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-test-'));
  context.after(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
