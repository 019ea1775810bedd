// In: package-lock.json. Out: node_modules as it says. Uses nothing outside node, so that it runs in a fresh
// clone.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');
export const isWindows = process.platform === 'win32';

/** A failure outside the project (network, missing program): its message is all there is to say. */
export class Trouble extends Error {}

/** Something that this machine does not have and that tests can be skipped for, but not on CI. */
export class Missing extends Trouble {}

/** Removes temporary folders. A process that is ending may still write there: what stays fails no test. */
export function remove(...folders) {
  for (const folder of folders) {
    try {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch (error) {
      console.warn(`left behind: ${folder} (${error.code})`);
    }
  }
}

/** Runs npm without the settings that an outer `npm run` hands down. Throws Trouble when it fails. */
export function npm(args, cwd) {
  const outer = process.env.npm_execpath;
  const inherited = /^npm_(config_(global|prefix|local_prefix|omit|include|dry_run)|package_|lifecycle_)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = outer && /npm-cli\.[cm]?js$/.test(outer)
    ? spawnSync(process.execPath, [outer, ...args, ...quiet], { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync(isWindows ? 'npm.cmd' : 'npm', [...args, ...quiet],
      { cwd, env, stdio: ['ignore', 'inherit', 'inherit'], shell: isWindows });
  if (error || status !== 0) {
    throw new Trouble(`\`npm ${args.join(' ')}\` failed in ${cwd}${error ? `: ${error.message}` : ''}. `
      + 'Is the npm registry reachable from here?');
  }
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** True when every package of the lock file (but optional ones, made for other machines) is there as
 *  locked. */
function modulesAsLocked() {
  const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(packagesOf(path.join(root, 'package-lock.json')))
    .every(([name, { version, optional }]) => name === '' || optional || present[name]?.version === version);
}

/** Installs node_modules when missing or not as locked; returns what it did, undefined for nothing. */
export function ensureModules() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Trouble(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  }
  if (modulesAsLocked()) return undefined;
  console.log('Installing the development packages (npm ci) ...');
  npm(['ci'], root);
  return 'npm ci';
}
