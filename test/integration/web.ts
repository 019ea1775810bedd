// Entry in the web-worker extension host: the same tests, bundled into this file with Mocha's browser build.
// Out: rejects when a test fails; results on the console.

import 'mocha/mocha.js';
import { collectResults, sayResults } from './results';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 30_000, reporter: 'base' });
  // behind setup: suite() and test() exist only then
  await import('all-tests');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
    collectResults(runner, sayResults);
  });
}
