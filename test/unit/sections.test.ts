// Sections of a file: a few words of one are the same whether they are read alone or with all of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SectionFile } from '../../src/disk/large/sections';

test('some words of a section are those that stand there, however often they were asked for', () => {
  const file = SectionFile.temporary();
  try {
    file.append(Uint32Array.of(7, 7));
    const words = Uint32Array.from({ length: 9000 }, (_, at) => at * 3);
    const section = file.append(words);
    for (let asked = 0; asked < 20; asked++) {
      const from = (asked * 997) % words.length;
      assert.deepEqual(file.readSome(section, from, 5), words.slice(from, from + 5), `asked ${asked} times before`);
    }
    assert.deepEqual(file.readSome(section, 8998, 5), words.slice(8998));
    assert.deepEqual(file.readSome(section, 9000, 5), new Uint32Array(0));
    assert.deepEqual(file.readSome({ ...section, words: 0 }, 0, 1), new Uint32Array(0));
  } finally {
    file.close();
  }
});
