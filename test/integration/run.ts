// Entry in the node extension host, of a desktop VS Code or of code-server: runs every *.test.js beside this
// file. Out: rejects when a test fails; results on the console and in the file that NOVA_LENS_RESULTS names.

import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { collectResults, sayResults } from './results';

// `npm test -- vscode-node hover`: files whose names contain one of the words; without words all.
function isWanted(name: string): boolean {
  const words = (process.env['NOVA_LENS_WORDS'] ?? '').split(' ').filter((word) => word !== '');
  return words.length === 0 || words.some((word) => name.includes(word));
}

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, reporter: 'base' });
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js') && isWanted(name)) mocha.addFile(path.join(__dirname, name));
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
    collectResults(runner, (results) => {
      const file = process.env['NOVA_LENS_RESULTS'];
      if (file) fs.writeFileSync(file, JSON.stringify(results, null, 2));
      sayResults(results);
    });
  });
}
