// Opens a real VS Code with the extension and the sample logs: the one on this machine, else a download,
// else VS Code's server from npm, whose address it prints. Says each step, and what does not work.

import fs from 'node:fs';
import path from 'node:path';
import { ensureModules, root, Trouble } from './install.mjs';

const samples = path.join(root, 'out', 'sample-logs');
const firstLog = path.join('failed-boot', 'nova-compute.log');
const started = performance.now();

function say(text) {
  console.log(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${text}`);
}

async function prepare() {
  const { buildDist } = await import('../../esbuild.mjs');
  const failed = await buildDist();
  if (failed.size > 0) throw new Trouble(`The extension does not build:\n${[...failed.values()].join('\n')}`);
  say('built');
  const { writeSamples } = await import('./samples.mjs');
  await writeSamples(samples);
  say(`sample logs are in ${samples}`);
}

/** Opens a desktop window; returns whether it did. */
async function openDesktop() {
  const desktop = await import('./desktop.mjs');
  const file = path.join(samples, firstLog);
  const found = desktop.findCode();
  if (found && desktop.isRemoteTerminal) {
    const { packageExtension } = await import('./package.mjs');
    const vsix = path.join(root, 'out', 'nova-lens.vsix');
    await packageExtension(vsix);
    if (!desktop.installInto(found, vsix)) throw new Trouble(`${found} did not install ${vsix}.`);
    say('installed into the VS Code of this terminal');
    await desktop.openWindow(found, { folder: samples, file, installed: true });
    return true;
  }
  if (found) {
    say(`opening ${found}`);
    await desktop.openWindow(found, { folder: samples, file });
    return true;
  }
  const reason = desktop.noDisplay();
  if (reason) {
    say(`no desktop VS Code: \`code\` is not on the PATH, and ${reason}`);
    return false;
  }
  say('`code` is not on the PATH: downloading VS Code ...');
  try {
    const code = await desktop.downloadCode();
    const profile = path.join(root, '.vscode-test', 'start-profile');
    await desktop.openWindow(code, { folder: samples, file, profile });
    return true;
  } catch (error) {
    say(`no desktop VS Code: the download failed (${error instanceof Error ? error.message : error})`);
    return false;
  }
}

async function openServer() {
  const codeServer = await import('./codeServer.mjs');
  const { freePort, installCodeServer, linkExtension, makeDataDir, newest, startCodeServer } = codeServer;
  say(`starting VS Code ${newest.vscode} of code-server ...`);
  installCodeServer(newest);
  const dataDir = path.join(root, '.vscode-test', 'start-data');
  fs.rmSync(path.join(dataDir, 'extensions'), { recursive: true, force: true });
  makeDataDir({}, dataDir);
  linkExtension(dataDir);
  const port = await freePort(Number(process.env.PORT ?? 8765));
  const { uriOf, addressOf } = await startCodeServer(newest, { dataDir, port });
  say('ready. Open this address in a browser on this machine (from another one, forward the port by ssh -L);');
  say('Ctrl+C ends it:');
  console.log(`\n${addressOf(samples, [['openFile', uriOf(path.join(samples, firstLog))]])}\n`);
  console.log('After a change: npm run build, then reload the page.');
}

try {
  if (ensureModules()) say('development packages installed');
  await prepare();
  if (!await openDesktop()) await openServer();
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 1;
}
