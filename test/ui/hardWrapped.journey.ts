// The same way through a real log that a forum has hard-wrapped; it is not part of the project.

import fs from 'node:fs';
import path from 'node:path';
import { fromLensToFix } from './fromLensToFix';
import type { Journey } from './journey';

const corpus = process.env['NOVA_LENS_CORPUS'] ?? '../shared/corpus';
const log = path.join(corpus, 'seed-newton-volume-not-created', 'nova-compute-hardwrapped.log');

export const journey: Journey = {
  title: 'a hard-wrapped log of a failed boot leads from its lens to the cause and to the fix',
  skip: fs.existsSync(log) ? undefined : 'the corpus of real logs is not on this machine',
  run: async (stage) => {
    stage.add(log);
    await fromLensToFix(stage, path.basename(log), { line: 25, text: 'VolumeNotCreated:' });
  },
};
