// In: which VS Code and which extension host. Out: what came of each test in out/test/integration, as seen
// from outside: a run that leaves no results has failed, whatever its exit code.

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser, openBrowser } from './browser.mjs';
import { installCodeServer, makeDataDir, startCodeServer, withResolvers } from './codeServer.mjs';
import { remove, root } from './install.mjs';

const tests = path.join(root, 'out', 'test', 'integration');
const resultsPrefix = '[nova-lens results] ';
const deadline = Number(process.env.NOVA_LENS_TEST_TIMEOUT ?? 600) * 1000;

/** A folder for the window to open; the tests write their logs into it. */
function makeWorkspace() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-workspace-'));
  if (process.env.NOVA_LENS_TEST_FAIL) fs.writeFileSync(path.join(folder, 'fail-on-purpose'), '');
  return folder;
}

/** So many of the slowest are named, for whoever wants the run to be shorter. */
const slowest = 5;

/** Counts and prints results. */
function tally(results, name, code) {
  const count = (state) => results.filter((result) => result.state === state).length;
  for (const { title, state, error } of results) {
    if (state === 'failed') console.error(`✖ ${title}  (${name})\n${String(error).replaceAll(/^/gm, '    ')}\n`);
  }
  for (const { title, seconds } of [...results].sort((a, b) => b.seconds - a.seconds).slice(0, slowest)) {
    console.log(`   ${seconds.toFixed(1)} s  ${title}`);
  }
  if (results.length === 0) console.error(`The suite left no results (${name}, exit code ${code}).`);
  const failed = count('failed');
  const unexplained = results.length === 0 || (code !== 0 && failed === 0) ? 1 : 0;
  return { passed: count('passed'), failed: failed + unexplained, skipped: count('skipped') };
}

/** What the suite in the node extension host is told by its environment: words that choose its files. */
const told = (words) => ({ NOVA_LENS_WORDS: words.join(' ') });

/** Runs the suite in a desktop VS Code: the given executable, else one that @vscode/test-electron
 *  downloads. */
export async function runDesktop(executable, words, version = 'stable') {
  const { runTests } = await import('@vscode/test-electron');
  const workspace = makeWorkspace();
  const file = path.join(root, 'out', 'integration-desktop.json');
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-profile-'));
  fs.rmSync(file, { force: true });
  try {
    const code = await runTests({
      ...(executable ? { vscodeExecutablePath: executable } : { version }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(tests, 'run.js'),
      extensionTestsEnv: { NOVA_LENS_RESULTS: file, ...told(words) },
      launchArgs: [
        workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes',
        '--user-data-dir', profile,
      ],
    });
    return tally(fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [], 'desktop', code);
  } finally {
    remove(workspace, profile);
  }
}

/** Starts code-server and a browser, hands both to `drive`, takes them down whatever happens. */
async function inWindow(version, name, { bypassCSP, env }, drive) {
  ensureBrowser();
  installCodeServer(version);
  const workspace = makeWorkspace();
  const dataDir = makeDataDir();
  const server = await startCodeServer(version, { dataDir, env, testing: true });
  let browser;
  try {
    browser = await openBrowser({ bypassCSP, width: 900, height: 600 });
    const ended = watch(browser.page, server, name);
    await drive({ ...browser, server, workspace });
    const { code, results } = await ended.catch(async (error) => {
      await browser.page.screenshot({ path: path.join(root, 'out', `${name}.png`) }).catch(() => undefined);
      throw error;
    });
    return tally(results, name, code);
  } finally {
    await browser?.close();
    await server.stop();
    remove(dataDir, workspace);
  }
}

/** Resolves to exit code and results of the run that the page is about to begin. */
function watch(page, server, name) {
  const { promise, resolve, reject } = withResolvers();
  const log = fs.createWriteStream(path.join(root, 'out', `${name}.log`));
  let results = [];
  const tooLate = () => reject(new Error(`${name}: no result after ${deadline / 1000} s`));
  const timer = setTimeout(tooLate, deadline);
  const onLog = (kind, args) => {
    const text = args.map(String).join(' ');
    log.write(`${kind} ${text}\n`);
    const at = text.indexOf(resultsPrefix);
    if (at >= 0) results = JSON.parse(text.slice(at + resultsPrefix.length));
  };
  const ready = Promise.all([
    page.exposeFunction('codeAutomationLog', onLog),
    page.exposeFunction('codeAutomationExit', (code) => resolve({ code, results })),
  ]);
  page.on('crash', () => reject(new Error(`${name}: the page crashed`)));
  page.on('console', (message) => {
    if (message.text().includes('No extension host found that can launch the test runner')) {
      reject(new Error(`${name}: ${message.text()}`));
    }
  });
  server.child.on('exit', (code) => reject(new Error(`${name}: VS Code's server ended with ${code}`)));
  return ready.then(() => promise).finally(() => {
    clearTimeout(timer);
    log.end();
  });
}

/** Runs the suite in the node extension host of code-server. */
export function runNodeHost(version, name, words) {
  return inWindow(version, name, { env: told(words) }, async ({ page, server, workspace }) => {
    const payload = [
      ['extensionDevelopmentPath', server.uriOf(root)],
      ['extensionTestsPath', server.uriOf(path.join(tests, 'run.js'))],
      ['skipWelcome', 'true'],
    ];
    await page.goto(server.addressOf(workspace, payload));
  });
}

/** Runs the suite in the web-worker extension host: extension and tests come over http, as from a web
 *  site. */
export async function runWebHost(version, name) {
  const files = await serveFiles();
  const uri = (pathname) => ({ scheme: 'http', authority: `127.0.0.1:${files.address().port}`, path: pathname });
  try {
    return await inWindow(version, name, { bypassCSP: true }, async ({ page, server, workspace }) => {
      await page.addInitScript(addDevelopmentOptions, {
        extensions: [uri('/')], extensionTestsPath: uri('/out/test/integration/web.js'),
      });
      await page.goto(server.addressOf(workspace));
    });
  } finally {
    files.close();
    files.closeAllConnections();
  }
}

/** Runs in the page. The address cannot name an extension on http; the configuration that the workbench
 *  reads can. */
function addDevelopmentOptions(developmentOptions) {
  const original = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function getAttribute(name) {
    const value = original.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...developmentOptions };
    return JSON.stringify(configuration);
  };
}

const types = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' };

/** This working tree on a free port of 127.0.0.1, for the page of another origin. */
async function serveFiles() {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(root, decodeURIComponent(pathname));
    const head = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': types[path.extname(file)] ?? 'text/plain',
    };
    if (request.method === 'OPTIONS') return void response.writeHead(204, head).end();
    const isOurs = file.startsWith(root + path.sep) && fs.statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!isOurs) return void response.writeHead(404, head).end();
    response.writeHead(200, head);
    fs.createReadStream(file).pipe(response);
  });
  const { promise, resolve } = withResolvers();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return server;
}
