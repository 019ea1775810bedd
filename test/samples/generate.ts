// Writes the sample logs, or one large log. Run: node out/test/samples/generate.js FOLDER
// or: node out/test/samples/generate.js --large BYTES FILE

import fs from 'node:fs';
import path from 'node:path';
import { generateLarge } from './large';
import { makeSamples } from './samples';

function writeSamples(folder: string): void {
  for (const { name, text } of makeSamples()) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

function writeLarge(bytes: number, file: string): void {
  const out = fs.openSync(file, 'w');
  for (const text of generateLarge(bytes)) fs.writeSync(out, text);
  fs.closeSync(out);
}

const [first, size, file] = process.argv.slice(2);
if (first === '--large' && size !== undefined && file !== undefined) writeLarge(Number(size), file);
else if (first !== undefined && !first.startsWith('-')) writeSamples(first);
else {
  process.stderr.write('usage: generate.js FOLDER | generate.js --large BYTES FILE\n');
  process.exitCode = 2;
}
