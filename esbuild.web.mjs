// What the build makes for the web host, as options of esbuild: the extension, the web worker that reads
// large logs for it, and the integration tests. And what all outputs have in common.

import fs from 'node:fs';
import path from 'node:path';
import { withoutSamples } from './test/harness/withoutSamples.mjs';

export const root = import.meta.dirname;

export const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'silent',
  legalComments: 'none',
  // `import()` of a CommonJS file: plain require, so that JSON works too
  supported: { 'dynamic-import': false },
};

/** The web host has no files: `x.web.ts` stands in for `x.ts` where both exist. */
const webVariants = {
  name: 'web-variants',
  setup({ onResolve, resolve, onLoad }) {
    onResolve({ filter: /^\.{1,2}\// }, async (args) => {
      if (args.pluginData === 'inner') return undefined;
      const { resolveDir, importer, kind } = args;
      const found = await resolve(args.path, { resolveDir, importer, kind, pluginData: 'inner' });
      const variant = found.path.replace(/\.ts$/, '.web.ts');
      return variant !== found.path && fs.existsSync(variant) ? { ...found, path: variant } : found;
    });
    onLoad({ filter: /\.json$/ }, async ({ path: file }) => {
      const text = JSON.stringify(JSON.parse(await fs.promises.readFile(file, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

export const web = {
  ...common, platform: 'browser', external: ['vscode'], plugins: [webVariants, withoutSamples],
};

/** A worker tells what it found as data; the sentences on it are with whoever shows it. */
const withoutSentences = {
  name: 'without-sentences',
  setup({ onLoad }) {
    const filter = /[\\/]knowledge[\\/]diagnoses[\\/]sentences\.ts$/;
    onLoad({ filter }, () => ({ contents: 'export const sentences = {};', loader: 'js' }));
  },
};

const inWeb = (name) => path.join(root, 'src', 'disk', 'web', name);
/** The web worker that reads large logs: what a thread of node does, with stand-ins for what of node it
 *  names. */
export const webReader = {
  ...web, plugins: [withoutSentences, ...web.plugins],
  format: 'iife', entryPoints: [inWeb('worker.ts')], inject: [inWeb('globals.ts')],
  alias: {
    'node:fs': inWeb('memoryFs.ts'),
    ...Object.fromEntries(['os', 'path', 'v8', 'worker_threads', 'zlib']
      .map((name) => [`node:${name}`, inWeb('nodeParts.ts')])),
  },
};

const inWorker = 'mochaInWorker.ts';

/** The integration tests, or those whose names hold one of the words, as one script for the web-worker host,
 *  which has neither files nor node_modules. */
export function webSuite(files, words) {
  const tests = files
    .filter((file) => words.length === 0 || words.some((word) => path.basename(file).includes(word)))
    .map((file) => `import './${file}';`).join('\n');
  const allTests = {
    name: 'all-tests',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^mocha$/ }, () => ({ path: path.join(root, 'test', 'integration', inWorker) }));
      onResolve({ filter: /^all-tests$/ }, () => ({ path: 'all-tests', namespace: 'all-tests' }));
      onLoad({ filter: /.*/, namespace: 'all-tests' }, () => ({ contents: tests, resolveDir: root }));
    },
  };
  return {
    ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'], external: ['vscode'],
    entryPoints: ['test/integration/web.ts'], outfile: 'out/test/integration/web.js', sourcemap: 'inline',
    plugins: [allTests], alias: { 'node:assert': 'assert' },
    define: { global: 'globalThis' },
    banner: { js: "var process = globalThis.process ?? { env: {}, platform: 'web' };" },
  };
}
