// In: a version of code-server. Out: VS Code's own server from it, installed from the npm registry alone and
// started. No install script runs and nothing is compiled: what the server cannot do without ships prebuilt
// in its packages.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { isWindows, npm, root, Trouble } from './install.mjs';
import { nativeWatchdog, spdlog } from './standIns.mjs';

/** The VS Code we test on: each with the Node that its server needs. */
export const newest = { codeServer: '4.139.1', vscode: '1.139.1', node: '24.21.0' };
export const floor = { codeServer: '4.100.3', vscode: '1.100.3', node: '20.20.2' };

const folderOf = ({ codeServer }) => path.join(root, '.vscode-test', `code-server-${codeServer}`);
const modulesOf = (version) => path.join(folderOf(version), 'node_modules');
const vscodeOf = (version) => path.join(modulesOf(version), 'code-server', 'lib', 'vscode');
const serverOf = (version) => path.join(vscodeOf(version), 'out', 'server-main.js');
const nodePackage = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
const majorOf = (version) => version.split('.')[0];

function nodeOf(version) {
  if (majorOf(process.versions.node) === majorOf(version.node)) return process.execPath;
  return path.join(modulesOf(version), nodePackage, 'bin', isWindows ? 'node.exe' : 'node');
}

/** Installs that version into .vscode-test/ unless it is there. Returns the seconds it took, undefined for
 *  nothing. */
export function installCodeServer(version) {
  const folder = folderOf(version);
  const stamp = path.join(folder, 'installed.json');
  if (fs.existsSync(stamp) && fs.existsSync(nodeOf(version))) return undefined;
  const started = performance.now();
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  const wanted = [`code-server@${version.codeServer}`];
  if (nodeOf(version) !== process.execPath) wanted.push(`${nodePackage}@${version.node}`);
  console.log(`Installing VS Code ${version.vscode} (${wanted.join(', ')}) from npm, once; up to 800 MB ...`);
  const plain = ['--ignore-scripts', '--omit=dev', '--no-save'];
  npm(['install', ...wanted, ...plain], folder);
  npm(['install', ...plain], vscodeOf(version));
  replaceNatives(version);
  prune(version);
  const seconds = (performance.now() - started) / 1000;
  fs.writeFileSync(stamp, JSON.stringify({ ...version, seconds }));
  console.log(`... done in ${seconds.toFixed(1)} s`);
  return seconds;
}

function replaceNatives(version) {
  for (const [name, text] of [['spdlog', spdlog], ['native-watchdog', nativeWatchdog]]) {
    const file = path.join(vscodeOf(version), 'node_modules', '@vscode', name, 'index.js');
    if (fs.existsSync(file)) fs.writeFileSync(file, text);
  }
}

/** What no test and no demonstration touches: remote containers, headers and manuals; half of the disk
 *  space. */
function prune(version) {
  const inServer = ['@github', '@microsoft/mxc-sdk', '@devcontainers'].map((name) => path.join(vscodeOf(version), 'node_modules', name));
  const ofNode = ['include', 'share'].map((name) => path.join(modulesOf(version), nodePackage, name));
  for (const folder of [...inServer, ...ofNode]) fs.rmSync(folder, { recursive: true, force: true });
}

/** Environment for a VS Code of its own: nothing of a VS Code or an npm around us, no marketplace. */
function cleanEnv(extra) {
  const outer = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_TEST|npm_)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
  return { ...env, EXTENSIONS_GALLERY: '{}', ...extra };
}

const storage = (dataDir) => [
  '--accept-server-license-terms', '--server-data-dir', dataDir, '--user-data-dir', dataDir,
  '--extensions-dir', path.join(dataDir, 'extensions'),
];

/** Installs a .vsix file into a data folder, offline. */
export function installVsix(version, vsix, dataDir) {
  const args = [serverOf(version), ...storage(dataDir), '--install-extension', vsix, '--force'];
  const { status, stdout, stderr } = spawnSync(nodeOf(version), args, { encoding: 'utf8', env: cleanEnv({}) });
  if (status === 0) return;
  throw new Error(`VS Code ${version.vscode} does not install ${vsix}:\n${stdout}${stderr}`);
}

/** Puts what is installed in one data folder into another: quicker than to install it again. */
export function copyExtensions(from, to) {
  const [source, target] = [from, to].map((dataDir) => path.join(dataDir, 'extensions'));
  fs.cpSync(source, target, { recursive: true });
  // VS Code writes down where each extension lies
  const list = path.join(target, 'extensions.json');
  const written = (folder) => JSON.stringify(folder).slice(1, -1);
  fs.writeFileSync(list, fs.readFileSync(list, 'utf8').replaceAll(written(source), written(target)));
}

/** Makes this working tree an installed extension of a data folder: a build and a page reload show new
 *  code. */
export function linkExtension(dataDir) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = path.join(dataDir, 'extensions');
  fs.mkdirSync(folder, { recursive: true });
  const link = path.join(folder, `${publisher}.${name}-${version}`);
  fs.rmSync(link, { recursive: true, force: true });
  fs.symlinkSync(root, link, isWindows ? 'junction' : 'dir');
}

/** A new data folder with settings for quiet, steady windows. The caller removes it. */
export function makeDataDir(settings = {}, dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-data-'))) {
  const user = path.join(dataDir, 'User');
  fs.mkdirSync(user, { recursive: true });
  fs.mkdirSync(path.join(dataDir, 'extensions'), { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietWindow, ...settings }, null, 2));
  return dataDir;
}

const quietWindow = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editorLargeFileConfirmation': 1024,
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
};

/** The wished port of 127.0.0.1 if it is free, else any other. Rejects where none can be had. */
export function freePort(wished) {
  return new Promise((resolve, reject) => {
    const inVain = (error) => wished === 0 ? reject(error) : resolve(freePort(0));
    const probe = net.createServer().once('error', inVain);
    probe.listen(wished, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** One server after another has the same: to a browser they are one address, whose scripts it keeps. */
let lastPort = 0;

/** Starts the server on 127.0.0.1, on that port or a free one. `testing` lets a page ask it to run extension
 *  tests. Resolves to the addresses of files and folders in it, its process and a function that ends it. */
export async function startCodeServer(version, { dataDir, env = {}, port, testing = false }) {
  if (port === undefined) port = lastPort = await freePort(lastPort);
  const args = [
    serverOf(version), '--host', '127.0.0.1', '--port', String(port), '--without-connection-token',
    '--telemetry-level', 'off', ...storage(dataDir), ...(testing ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(nodeOf(version), args, { env: cleanEnv(env), stdio: ['ignore', 'pipe', 'pipe'] });
  endWithUs(child);
  const listening = await portOf(child);
  const host = `127.0.0.1:${listening}`;
  const uriOf = (file) => `vscode-remote://${host}${pathOf(file)}`;
  const addressOf = (folder, payload = []) => {
    const json = encodeURIComponent(JSON.stringify(payload));
    return `http://${host}/?folder=${encodeURI(pathOf(folder))}&payload=${json}`;
  };
  return { uriOf, addressOf, child, stop: () => stop(child) };
}

/** A path as an address has it: `C:\\logs` is `/C:/logs`. */
function pathOf(file) {
  const slashed = file.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}

const servers = new Set();

/** No server outlives its runner: neither an interrupted run nor one whose reader went away. */
function endWithUs(child) {
  if (servers.size === 0) {
    process.on('exit', () => servers.forEach((server) => server.kill('SIGKILL')));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  }
  servers.add(child);
}

function portOf(child) {
  const { promise, resolve, reject } = withResolvers();
  let output = '';
  const timer = setTimeout(() => reject(new Error(`VS Code's server did not start:\n${output}`)), 60_000);
  const onData = (data) => {
    output += String(data);
    const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
    if (port) resolve(Number(port));
    output = output.slice(-4000);
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  child.on('error', reject);
  child.on('exit', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${output}`)));
  return promise.finally(() => clearTimeout(timer));
}

/** Promise.withResolvers, which Node 20 does not have. */
export function withResolvers() {
  let resolve, reject;
  const promise = new Promise((good, bad) => { resolve = good; reject = bad; });
  return { promise, resolve, reject };
}

function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const { promise, resolve } = withResolvers();
  child.on('exit', () => resolve());
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  return promise.finally(() => clearTimeout(timer));
}
