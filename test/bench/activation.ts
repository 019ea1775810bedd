// How long the extension takes to be loaded and to become active, in a process of its own. VS Code's API is a
// stand-in that answers everything with itself, so that only the extension's own work is counted.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const program = `
const Module = require('node:module');
const load = Module._load;
const anything = () => new Proxy(function () {}, {
  get: (_target, key) => {
    if (key === Symbol.iterator) return function* () {};
    if (key === Symbol.toPrimitive) return () => 0;
    if (key === 'then') return undefined;
    if (key === 'prototype') return Object.prototype;
    return anything();
  },
  set: () => true,
  apply: () => anything(),
  construct: () => anything(),
});
// a bundle copies what the module has of its own, so the names must be there
const api = Object.fromEntries(process.argv[2].split(',').map((name) => [name, anything()]));
Module._load = (name, ...rest) => (name === 'vscode' ? api : load(name, ...rest));
const begin = performance.now();
const extension = require(process.argv[1]);
Promise.resolve(extension.activate({ subscriptions: [], extensionUri: anything(), globalState: anything(),
  workspaceState: anything(), extension: anything() })).then(() => {
  console.log(performance.now() - begin);
  process.exit(0);
});
`;

/** Milliseconds of one activation. Throws when the extension does not activate. */
export function activationMilliseconds(): number {
  const extension = path.resolve('dist/extension.js');
  const args = ['-e', program, extension, apiNames().join(',')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const took = Number(stdout.trim().split('\n').at(-1));
  if (status !== 0 || !(took > 0)) throw new Error(`the extension did not activate: ${stderr.slice(-600)}`);
  return took;
}

/** What VS Code's API has on top, by its type declarations. */
function apiNames(): readonly string[] {
  const types = fs.readFileSync('node_modules/@types/vscode/index.d.ts', 'utf8');
  const found = types.matchAll(/^\texport (?:class|enum|namespace|const|function) (\w+)/gm);
  return [...new Set([...found].map(([, name = '']) => name))];
}
