// Writers of open tracebacks, as the scanner remembers them: each is closed once, whatever others have the
// same hash.

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { heapBegin, lMarks, loggers, loggerSize, markedOpen, mostOpen } from '../../src/core/scan/layout';
import { load8, useMemory } from '../../src/core/scan/machine';
import { clearWriters, closeWriter, openWriter } from '../../src/core/scan/writers';

const isMarked = (logger: number): boolean =>
  (load8(loggers + logger * loggerSize + lMarks) & markedOpen) !== 0;

describe('writers of open tracebacks', () => {
  beforeEach(() => {
    useMemory(new ArrayBuffer(heapBegin));
    clearWriters();
  });

  it('are closed once', () => {
    openWriter(3, 4711);
    openWriter(3, 4711);
    assert.equal(closeWriter(3, 4712), false);
    assert.equal(closeWriter(3, 4711), true);
    assert.equal(closeWriter(3, 4711), false);
    assert.equal(isMarked(3), false);
  });

  it('do not close each other, though their hashes are the same', () => {
    // of the bits of a process, those from the eleventh on are laid over the first ten
    for (let process = 1; process <= 50; process++) openWriter(5, process);
    for (let process = 1; process <= 50; process++) {
      assert.equal(closeWriter(5, process << 10), false);
      openWriter(5, process << 10);
      assert.equal(closeWriter(5, process), true);
      assert.equal(closeWriter(5, process), false);
    }
    assert.equal(isMarked(5), true);
    for (let process = 1; process <= 50; process++) assert.equal(closeWriter(5, process << 10), true);
    assert.equal(isMarked(5), false);
  });

  it('leave a logger marked as long as another process has one', () => {
    openWriter(1, 10);
    openWriter(1, 11);
    openWriter(2, 10);
    assert.equal(closeWriter(1, 10), true);
    assert.equal(isMarked(1), true);
    assert.equal(closeWriter(1, 11), true);
    assert.equal(isMarked(1), false);
    assert.equal(isMarked(2), true);
  });

  it('may be any line’s when there are more than can be remembered', () => {
    for (let process = 0; process <= mostOpen; process++) openWriter(7, process);
    assert.equal(closeWriter(9, 1), true);
  });
});
