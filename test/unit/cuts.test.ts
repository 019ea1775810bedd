// Where a large log is cut: before lines with a head; where there is none for long, between other lines.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { noPrefix } from '../../src/core/scan/engine';
import type { LinePrefix } from '../../src/core/scan/engine';
import { scannableAs } from '../../src/core/scan/scannable';
import { spansOf } from '../../src/disk/large/cuts';
import { dressed } from '../samples/dressed';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-cuts-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const line = '2024-05-06 08:00:00.000 7 INFO nova.compute.manager [-] something\n';

function spans(text: string, partSize: number, prefix: LinePrefix = noPrefix): readonly string[] {
  const place = path.join(folder, 'log');
  fs.writeFileSync(place, text, 'latin1');
  const file = fs.openSync(place, 'r');
  const found = spansOf(file, prefix, 0, text.length, partSize);
  fs.closeSync(file);
  let end = 0;
  for (const span of found) {
    assert.equal(span.begin, end);
    end = span.end;
  }
  assert.equal(end, text.length, 'every byte is in one part');
  return found.map((span) => text.slice(span.begin, span.end));
}

test('a part begins with a head, whatever lines without one stand before', () => {
  const record = `${line}${'  <xml/>\n'.repeat(50)}`;
  const parts = spans(record.repeat(100), 3000);
  assert.ok(parts.length > 10);
  for (const part of parts) assert.ok(part.startsWith(line));
});

test('what has no head for long is cut between lines, and one endless line is not cut', () => {
  const junk = 'no head at all\n'.repeat(1_200_000);
  const parts = spans(`${line}${junk}${line}`, 1 << 20);
  assert.ok(parts.length > 5, `${parts.length} parts`);
  for (const part of parts) assert.ok(part.endsWith('\n'));
  assert.equal(spans('x'.repeat(12_000_000), 1 << 20).length, 1);
});

test('so it is behind prefixes and where heads have no process or no time', () => {
  const plain = [...generateLarge(400_000)].join('');
  for (const name of ['journal', 'cri', 'noProcess', 'devstack'] as const) {
    const text = [...dressed([plain], name)].join('');
    const prefix = scannableAs(new TextEncoder().encode(text))?.prefix;
    assert.ok(prefix, name);
    const parts = spans(text, 40_000, prefix);
    assert.ok(parts.length > 8, `${name}: ${parts.length} parts`);
    for (const part of parts) assert.match(part, /^[^\n]* (?:INFO|DEBUG|WARNING|ERROR) [\w.]+ \[(?:-|None req-|req-)/, name);
  }
});
