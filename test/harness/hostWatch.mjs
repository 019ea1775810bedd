// In: the data folder of a window. Out: an extension of the tests' own in it, which runs in the extension
// host beside Nova Lens and writes down each task that held it for long: when it ended, how long it worked.

import fs from 'node:fs';
import path from 'node:path';

const manifest = {
  name: 'host-watch', publisher: 'nova-lens-tests', version: '1.0.0', main: './main.js',
  engines: { vscode: '^1.100.0' }, activationEvents: ['*'], extensionKind: ['workspace'],
};

// What others do on this machine is not in the time that the thread has worked; a Node that does not tell it
// tells the time that has passed.
const main = `'use strict';
const fs = require('node:fs');
const file = process.env.NOVA_LENS_HOST_TASKS;
function worked() {
  const used = process.threadCpuUsage?.();
  return used ? (used.user + used.system) / 1000 : performance.now();
}
exports.activate = () => {
  let before = worked();
  setInterval(() => {
    const now = worked();
    const took = now - before;
    if (took > 5) fs.appendFileSync(file, Date.now() + ' ' + took.toFixed(1) + '\\n');
    before = worked();
  }, 2);
};
`;

/** @returns the environment that the window's server needs, and the file to which tasks are written */
export function installHostWatch(dataDir) {
  const { publisher, name, version } = manifest;
  const folder = path.join(dataDir, 'extensions', `${publisher}.${name}-${version}`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(folder, 'main.js'), main);
  const list = path.join(dataDir, 'extensions', 'extensions.json');
  const installed = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : [];
  fs.writeFileSync(list, JSON.stringify([...installed, {
    identifier: { id: `${publisher}.${name}` }, version, relativeLocation: path.basename(folder),
    location: { $mid: 1, path: folder.replaceAll('\\\\', '/'), scheme: 'file' },
  }]));
  const file = path.join(dataDir, 'host-tasks.txt');
  fs.writeFileSync(file, '');
  return { env: { NOVA_LENS_HOST_TASKS: file }, file };
}
