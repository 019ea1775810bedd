// Out: a headless Chromium with a fresh profile. Found, or installed by apt-get, or fetched by Playwright.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { isWindows, Missing, remove, root } from './install.mjs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium',
  '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) => folder
    ? [path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe')]
    : []),
];

function findBrowser() {
  return [...places, chromium.executablePath()].find((file) => file && fs.existsSync(file));
}

const succeeds = (command, args, env) =>
  spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, ...env } }).status === 0;

/** apt-get as root, or by a sudo that asks nothing. */
function aptInstall() {
  if (process.platform !== 'linux' || !fs.existsSync('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !succeeds('sudo', ['-n', 'true'])) return false;
  const apt = (...args) => isRoot
    ? succeeds('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' })
    : succeeds('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
  console.log('Installing Chromium by apt-get ...');
  const install = () => apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
  return apt('update', '-q') && install();
}

function playwrightInstall() {
  console.log('Fetching Chromium by Playwright ...');
  const cli = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
  return succeeds(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
}

let triedInVain = false;

/** Path of a Chromium. Throws Missing where there is none and none can be installed; tries that once. */
export function ensureBrowser() {
  let found = findBrowser();
  if (!found && !triedInVain && aptInstall()) found = findBrowser();
  if (!found && !triedInVain && playwrightInstall()) found = findBrowser();
  if (found) return found;
  triedInVain = true;
  throw new Missing('no Chromium was found, and neither apt-get nor Playwright could install one. '
    + `Install Chrome or Chromium${isWindows ? '' : ' (Debian: apt-get install chromium)'}, or say where it is in CHROMIUM_PATH.`);
}

/** What the windows of a run keep of VS Code's scripts, compiled ones too: it serves the next windows of the
 *  same address. Profiles are fresh, so no window sees what another left behind. */
const cache = path.join(root, 'out', 'browser-cache');
let isCacheOurs = false;

/** Opens a window with one page, one at a time. The caller closes it, which removes its profile. */
export async function openBrowser({ width = 1400, height = 900, bypassCSP = false } = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-browser-'));
  // Debian's Chromium blocks what another origin stores; webviews come from another origin
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  if (!isCacheOurs) remove(cache);
  isCacheOurs = true;
  fs.mkdirSync(path.join(profile, 'Default'));
  fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    headless: true,
    viewport: { width, height },
    bypassCSP,
    args: [
      `--disk-cache-dir=${cache}`, '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const close = async () => {
    await context.close();
    remove(profile);
  };
  return { page: context.pages()[0] ?? await context.newPage(), close };
}

/** Windows one after another in one browser: each finds nothing of what those before it stored, and VS Code's
 *  scripts at hand, which saves a quarter of the time until a log is shown. */
export class OneBrowser {
  #browser;

  /** Resolves to the page of a window as if it were new. */
  async window() {
    if (this.#browser) await empty(this.#browser.page);
    else this.#browser = await openBrowser();
    return this.#browser.page;
  }

  async close() {
    await this.#browser?.close();
    this.#browser = undefined;
  }
}

async function empty(page) {
  await page.goto('about:blank');
  const context = page.context();
  await context.clearCookies();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
  await session.detach();
}
