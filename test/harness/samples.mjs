// In: a folder (default out/sample-logs). Out: the sample logs in it, written by the generator in
// test/samples.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureModules, root } from './install.mjs';

/** Writes the sample logs; the generator is built when it is not. */
export async function writeSamples(folder) {
  const { buildTests } = await import('../../esbuild.mjs');
  const failed = await buildTests(['samples']);
  for (const message of failed.values()) throw new Error(message);
  fs.mkdirSync(folder, { recursive: true });
  const generator = path.join(root, 'out', 'test', 'samples', 'generate.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [generator, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the sample logs could not be written:\n${stdout}${stderr}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = path.resolve(process.argv[2] ?? path.join(root, 'out', 'sample-logs'));
  ensureModules();
  await writeSamples(folder);
  console.log(folder);
}
