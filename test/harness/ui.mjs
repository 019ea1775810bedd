// In: the packaged extension. Out: what came of each journey in test/ui, with pictures in out/shots: the
// .vsix is installed into a real VS Code and driven through a real browser.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBrowser, OneBrowser } from './browser.mjs';
import { copyExtensions, installCodeServer, installVsix, makeDataDir, newest, startCodeServer } from './codeServer.mjs';
import { installHostWatch } from './hostWatch.mjs';
import { remove, root } from './install.mjs';
import { writeSamples } from './samples.mjs';

const samples = path.join(root, 'out', 'sample-logs');
const shots = path.join(root, 'out', 'shots');
const built = path.join(root, 'out', 'test', 'ui');
const load = (name) => import(pathToFileURL(path.join(built, name)).href);

/** Pictures look alike on every machine and in every version; nothing is offered that no journey is about. */
const steady = {
  'workbench.colorTheme': 'Default Dark Modern', 'window.commandCenter': false, 'novaLens.siblings': 'never',
};

/** Runs all journeys, or those whose file names contain one of the words. */
export async function runJourneys(vsix, words, version = newest) {
  ensureBrowser();
  installCodeServer(version);
  const { Stage } = await load('stage.js');
  const names = fs.readdirSync(built).filter((name) => name.endsWith('.journey.js')).sort()
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  await writeSamples(samples).catch((error) => console.error(error.message));
  const browser = new OneBrowser();
  const installed = makeDataDir();
  installVsix(version, vsix, installed);
  try {
    return await runAll(names, { installed, version, Stage, browser });
  } finally {
    await browser.close();
    remove(installed);
  }
}

async function runAll(names, stage) {
  const tally = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  for (const name of names) {
    const { journey } = await load(name);
    if (journey.skip) {
      tally.skipped += 1;
      tally.reasons.push(journey.skip);
      continue;
    }
    const good = await runJourney({ journey, name: name.replace('.journey.js', ''), ...stage });
    // the next one meets neither what went wrong nor another language
    if (!good || journey.language) await stage.browser.close();
    tally[good ? 'passed' : 'failed'] += 1;
  }
  return tally;
}

/** A window as if it were new, a profile and a folder of its own for each journey: none sees what another
 *  left behind. */
async function runJourney({ journey, name, installed, version, Stage, browser }) {
  const started = performance.now();
  const pictures = path.join(shots, name);
  fs.rmSync(pictures, { recursive: true, force: true });
  fs.mkdirSync(pictures, { recursive: true });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-logs-'));
  const dataDir = makeDataDir({ ...steady, ...journey.settings });
  let server, page;
  try {
    fs.cpSync(samples, folder, { recursive: true });
    copyExtensions(installed, dataDir);
    const watch = installHostWatch(dataDir);
    server = await startCodeServer(version, { dataDir, env: watch.env });
    page = await browser.window();
    page.setDefaultTimeout(45_000);
    if (journey.language) await page.addInitScript(speak, journey.language);
    const { uriOf, addressOf } = server;
    await journey.run(new Stage({ page, uriOf, addressOf, folder, shots: pictures, hostTasks: watch.file }));
    console.log(`✔ ${journey.title}  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.error(`✖ ${journey.title}`);
    console.error(error);
    await page?.screenshot({ path: path.join(pictures, 'failed.png') }).catch(() => undefined);
    return false;
  } finally {
    await server?.stop();
    remove(folder, dataDir);
  }
}

/** In the page: what a language pack sets before the window starts. */
function speak(language) {
  Reflect.set(globalThis, '_VSCODE_NLS_LANGUAGE', language);
}
