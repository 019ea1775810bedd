// The steps of `npm test`, in order: each takes words that choose files and returns what passed, failed, was
// skipped.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildDist, buildTests, buildWebTests } from '../../esbuild.mjs';
import { root } from './install.mjs';

const bin = (name, file) => path.join(root, 'node_modules', name, file);
const none = { passed: 0, failed: 0, skipped: 0 };

/** Runs node on a script; its output goes through, and is returned with the exit code. */
function runNode(args, { quiet = () => false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    let line = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const lines = (line + chunk).split('\n');
      line = lines.pop() ?? '';
      for (const whole of lines) if (!quiet(whole)) console.log(whole);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (line !== '') console.log(line);
      resolve({ code, text });
    });
  });
}

/** A tool that is right or wrong as a whole. */
async function runTool(args) {
  const { code } = await runNode(args);
  return { ...none, [code === 0 ? 'passed' : 'failed']: 1 };
}

/** Prints what did not compile; a step that needs it goes no further. */
function failedBuilds(...maps) {
  const messages = maps.flatMap((failed) => [...failed.values()]);
  for (const message of messages) console.error(message);
  return messages.length > 0 ? { ...none, failed: messages.length } : undefined;
}

const builds = new Map();

/** What a step before has built is not built again. */
function once(name, build) {
  if (!builds.has(name)) builds.set(name, build());
  return builds.get(name);
}

const whole = 'dist';
const dist = (outputs) => outputs && !builds.has(whole)
  ? once(outputs.join(), () => buildDist(outputs))
  : once(whole, () => buildDist());
const testsOf = (folder) => once(`test/${folder}`, () => buildTests([folder]));

async function build() {
  return failedBuilds(await dist()) ?? { ...none, passed: 1 };
}

/** Node leaves one processor to others; of two that is half of all, and much waits for what it started. */
const filesAtOnce = Math.max(2, os.availableParallelism() - 1);

/** Bundles and runs test/FOLDER/*.test.ts, those whose names contain one of the words. */
async function runTests(folder, words) {
  // some tests run the command line as people do
  if (folder === 'unit' || folder === 'corpus') failedBuilds(await dist());
  const broken = await testsOf(folder);
  failedBuilds(broken);
  const dir = path.join(root, 'out', 'test', folder);
  const tests = path.join(root, 'test', folder);
  const names = fs.existsSync(tests) ? fs.readdirSync(tests).filter((name) => name.endsWith('.test.ts')) : [];
  const files = names
    .filter((name) => !broken.has(`test/${folder}/${name}`))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .map((name) => path.join(dir, name.replace(/\.ts$/, '.js')));
  if (files.length === 0) {
    // a folder without tests is a mistake; words that fit none of its files are not
    const missing = words.length === 0 && broken.size === 0;
    if (missing) console.error(`There are no tests in test/${folder}.`);
    return { ...none, failed: broken.size + (missing ? 1 : 0) };
  }
  const reporter = `--test-reporter=${path.join(import.meta.dirname, 'reporter.mjs')}`;
  const { code, text } = await runNode(
    ['--enable-source-maps', '--test', reporter, `--test-concurrency=${filesAtOnce}`, ...files],
    { quiet: (line) => line.startsWith('[tally]') });
  const tally = JSON.parse(/^\[tally\] (.*)$/m.exec(text)?.[1] ?? '{"passed":0,"failed":1,"skipped":0}');
  const failed = tally.failed + broken.size;
  return { ...tally, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** What is run where not all is, unless words ask for more: in the oldest VS Code what leans on its API and
 *  on its Node, in the web host what reads files or has workers, and a view of each kind. What the others
 *  hold is the same everywhere. */
const leaning = {
  'vscode-floor': ['codeLens', 'hover', 'largeLog', 'problems', 'smoke', 'tree'],
  'vscode-web': [
    'conf', 'explained', 'foundList', 'hover', 'large', 'logSet', 'problems', 'rules', 'smoke', 'tree',
    'unfolded',
  ],
};

/** The integration suite in a real VS Code. */
async function runVscode(name, words) {
  const wanted = words.length === 0 ? leaning[name] ?? [] : words;
  const isWeb = name === 'vscode-web';
  const tests = isWeb ? once('test/web', () => buildWebTests(wanted)) : testsOf('integration');
  const broken = failedBuilds(await dist(isWeb ? ['web', 'webReader'] : ['extension']), await tests);
  if (broken) return broken;
  const { runDesktop, runNodeHost, runWebHost } = await import('./integration.mjs');
  const { floor, newest } = await import('./codeServer.mjs');
  switch (name) {
    case 'vscode-node': return runNodeHost(newest, name, wanted);
    case 'vscode-floor': return runNodeHost(floor, name, wanted);
    case 'vscode-web': return runWebHost(newest, name);
    default: return runDesktop(process.env.VSCODE_EXECUTABLE, wanted);
  }
}

async function runUi(words) {
  const broken = failedBuilds(await testsOf('ui'));
  if (broken) return broken;
  const { runJourneys } = await import('./ui.mjs');
  return runJourneys(vsix, words);
}

/** The journey through a large log with one of a gigabyte, or as large as the environment says. */
async function runGigabyte() {
  process.env.NOVA_LENS_JOURNEY_MB ??= '1000';
  return runUi(['largeLog']);
}

const vsix = path.join(root, 'out', 'nova-lens.vsix');

async function packageStep() {
  const { packageExtension } = await import('./package.mjs');
  console.log(`   ${path.relative(root, vsix)}: ${await packageExtension(vsix)} KB`);
  return { ...none, passed: 1 };
}

/** Waits for the network more than for a processor; what cannot be had fails the steps that need it. */
async function install() {
  const { code } = await runNode([path.join(import.meta.dirname, 'setup.mjs')]);
  return { ...none, passed: code === 0 ? 1 : 0 };
}

const lint = (words) => runTool([bin('eslint', 'bin/eslint.js'), ...(words.length > 0 ? words : ['.'])]);
const tsc = bin('typescript', 'bin/tsc');

/** A step on demand runs only when it is named. One beside others uses one processor while those run that
 *  measure no time: those up to the first that is timed. */
export const steps = [
  { name: 'install', run: install, isBeside: true },
  { name: 'lint', run: lint, isBeside: true },
  { name: 'types', run: () => runTool([tsc, '-p', '.', '--pretty', 'false']) },
  { name: 'build', run: build },
  { name: 'corpus', run: (words) => runTests('corpus', words) },
  { name: 'unit', run: (words) => runTests('unit', words), isTimed: true },
  { name: 'grammar', run: (words) => runTests('grammar', words) },
  ...['vscode-node', 'vscode-floor', 'vscode-web', 'vscode-desktop'].map((name) => ({
    name, run: (words) => runVscode(name, words), onDemand: name === 'vscode-desktop' && !process.env.VSCODE_EXECUTABLE,
  })),
  { name: 'package', run: packageStep },
  { name: 'ui', run: runUi },
  { name: 'gigabyte', run: runGigabyte, onDemand: true },
];
