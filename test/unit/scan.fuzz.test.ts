// The scanner and the tolerant reader give the same digest of logs of every layout to which much has
// happened, in chunks of any size. NOVA_LENS_SEEDS: so many rounds of each layout.

import { test } from 'node:test';
import { dressed, dressNames } from '../samples/dressed';
import { generateLarge } from '../samples/large';
import { mutated, mutations } from '../support/mutations';
import { chance } from '../support/reading';
import { same } from '../support/scanning';

const rounds = Number(process.env['NOVA_LENS_SEEDS'] ?? 1);
const first = Number(process.env['NOVA_LENS_SEED'] ?? 1);
const text = [...generateLarge(400_000, { seed: 5 })].join('');
const names = Object.keys(mutations);
const some = [...dressNames.flatMap((name) => [...dressed([text.slice(0, text.indexOf('\n', 40_000) + 1)], name)].join('').split('\n'))]
  .filter((_, at) => at % 7 === 0).map((line) => Buffer.from(line));

for (const name of dressNames) {
  test(`of a log to which much has happened: ${name}`, () => {
    const log = [...dressed([text], name)].join('').slice(0, rounds > 1 ? 260_000 : 130_000);
    for (let seed = first; seed < first + rounds; seed++) {
      const random = chance(seed * 1000 + dressNames.indexOf(name));
      const from = random() < 0.8 ? 66_000 : 0;
      const count = 1 + Math.floor(random() * random() * 150);
      const bytes = mutated(Buffer.from(log), random, { names, from, count, others: some });
      const size = [61, 4096, 65_536, 90_000, 262_144][Math.floor(random() * 5)] ?? 1;
      same(bytes, `${name}, seed ${seed}`, () => (size === 90_000 ? 1 + Math.floor(random() * size) : size));
    }
  });
}
