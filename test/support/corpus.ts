// The labelled real logs, read where they lie; nothing of them is part of this project.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const corpusFolder = process.env['NOVA_LENS_CORPUS'] ?? '../shared/corpus';

/** What a test gives as `skip`: false where the corpus is, else the reason. */
export const withoutCorpus = existsSync(join(corpusFolder, 'manifest.json')) ? false : 'the corpus of real logs is not here';

export interface CorpusFile {
  readonly file: string;
  readonly bytes: Buffer;
}

/** All files of the corpus, smallest first. */
export function corpusFiles(): readonly CorpusFile[] {
  const manifest = JSON.parse(readFileSync(join(corpusFolder, 'manifest.json'), 'utf8')) as { files: { file: string }[] };
  return manifest.files
    .filter(({ file }) => existsSync(join(corpusFolder, file)))
    .map(({ file }) => ({ file, bytes: readFileSync(join(corpusFolder, file)) }))
    .sort((a, b) => a.bytes.length - b.bytes.length);
}

/** Numbers in [0, 1) that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
