// Out: nova-lens-VERSION.vsix, or the file that the one argument names, with nothing in it but what
// .vscodeignore lets through.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureModules, remove, root, Trouble } from './install.mjs';

/** The shipped files, by the `!` lines of .vscodeignore: paths whose names may have one `*`. */
function shippedFiles() {
  const patterns = fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n')
    .filter((line) => line.startsWith('!')).map((line) => line.slice(1).trim());
  return patterns.flatMap((pattern) => {
    const folder = path.posix.dirname(pattern);
    const [before = '', after] = path.posix.basename(pattern).split('*');
    const fits = (name) => after === undefined
      ? name === before
      : name.startsWith(before) && name.endsWith(after);
    const names = fs.existsSync(path.join(root, folder)) ? fs.readdirSync(path.join(root, folder)) : [];
    return names.filter(fits).map((name) => path.posix.join(folder, name));
  });
}

/** The files of ours that the manifest names, wherever it does: icons, grammars, pages of the walkthrough. */
function* namedIn(value) {
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* namedIn(one);
  if (typeof value !== 'string' || value.includes('\n')) return;
  const file = path.posix.normalize(value);
  if (fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile()) yield file;
}

/** Copies them beside each other: vsce would look at every file of every VS Code installed for tests. */
function stage() {
  const folder = path.join(root, 'out', 'package');
  remove(folder);
  for (const file of shippedFiles()) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(folder, file));
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { scripts: _, devDependencies: __, ...shipped } = manifest;
  const missing = [...namedIn(shipped)].filter((file) => !fs.existsSync(path.join(folder, file)));
  if (missing.length > 0) throw new Trouble(`package.json names what is not shipped: ${missing.join(', ')}`);
  fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  return folder;
}

/** Builds and packages the extension; returns the size of the .vsix in KB. */
export async function packageExtension(vsix) {
  const { buildDist } = await import('../../esbuild.mjs');
  const failed = await buildDist();
  if (failed.size > 0) throw new Trouble([...failed.values()].join('\n'));
  fs.mkdirSync(path.dirname(vsix), { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--out', vsix,
    '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links',
  ], { cwd: stage(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`vsce does not package the extension:\n${stdout}${stderr}`);
  return Math.round(fs.statSync(vsix).size / 1024);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureModules();
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.resolve(process.argv[2] ?? path.join(root, `nova-lens-${version}.vsix`));
  console.log(`${vsix}: ${await packageExtension(vsix)} KB`);
}
