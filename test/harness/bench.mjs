// Out: what test/bench measures, printed. Arguments go through to it: npm run bench -- 100 1000 (megabytes).

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureModules, root } from './install.mjs';

ensureModules();
const { buildDist, buildTests } = await import('../../esbuild.mjs');
const failed = new Map([...await buildDist(), ...await buildTests(['samples', 'bench'])]);
for (const message of failed.values()) console.error(message);
if (failed.size > 0) process.exit(1);
const bench = path.join(root, 'out', 'test', 'bench', 'run.js');
process.exitCode = spawnSync(process.execPath, ['--expose-gc', bench, ...process.argv.slice(2)], {
  cwd: root, stdio: 'inherit',
}).status ?? 1;
