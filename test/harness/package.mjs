// Out: nova-lens-VERSION.vsix (or the path given as the one argument), with nothing in it but what
// .vscodeignore lets through.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureModules, root } from './install.mjs';

/** Packages the extension, building it first, and returns the size of the .vsix in KB. Throws vsce's
 *  words. */
export function packageExtension(vsix) {
  fs.mkdirSync(path.dirname(vsix), { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--out', vsix,
    '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links',
  ], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`vsce does not package the extension:\n${stdout}${stderr}`);
  return Math.round(fs.statSync(vsix).size / 1024);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureModules();
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.resolve(process.argv[2] ?? path.join(root, `nova-lens-${version}.vsix`));
  console.log(`${vsix}: ${packageExtension(vsix)} KB`);
}
