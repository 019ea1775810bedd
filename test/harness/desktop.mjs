// In: what is on this machine. Out: a desktop VS Code, or the reason why there is none.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isWindows, root } from './install.mjs';

/** The command line of a VS Code: VSCODE_EXECUTABLE, else `code` on the PATH; undefined: neither. */
export function findCode() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return named;
  const names = isWindows ? ['code.cmd', 'code.exe'] : ['code'];
  return (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
}

/** A reason why no window can open here, undefined where one can. */
export function noDisplay() {
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  return headless ? 'there is no display on this machine' : undefined;
}

/** Downloads VS Code into .vscode-test/ unless it is there; rejects where the download does not work. */
export async function downloadCode() {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(root, '.vscode-test') });
}

/** `code` in a terminal of a remote window opens files there, but runs no extension that is not installed. */
export const isRemoteTerminal = Boolean(process.env.VSCODE_IPC_HOOK_CLI);

/** Installs a .vsix where `code` leads to. Returns whether it worked. */
export function installInto(code, vsix) {
  return run(spawnSync, code, ['--install-extension', vsix, '--force']).status === 0;
}

/** Opens a window with this working tree as an extension under development. Resolves when it has begun. */
export function openWindow(code, { folder, file, installed = false, profile }) {
  const args = [
    ...(installed ? [] : [`--extensionDevelopmentPath=${root}`]),
    ...(profile ? [`--user-data-dir=${profile}`, '--skip-welcome', '--skip-release-notes'] : []),
    '--new-window', folder, '--goto', file,
  ];
  return new Promise((resolve, reject) => {
    const child = run(spawn, code, args, { detached: true });
    child.on('error', reject);
    // the command line of an installed VS Code ends at once, the program itself when its window is closed
    child.on('exit', (status) => status === 0 ? resolve() : reject(new Error(`${code} ended with ${status}`)));
    setTimeout(() => {
      child.unref();
      resolve();
    }, 5000).unref();
  });
}

function run(how, code, args, options = {}) {
  const shell = isWindows && code.endsWith('.cmd');
  const quote = (text) => shell ? `"${text}"` : text;
  return how(quote(code), args.map(quote), { ...options, shell, stdio: ['ignore', 'inherit', 'inherit'] });
}
