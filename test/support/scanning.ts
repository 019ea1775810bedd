// A log → the digests that the tolerant reader and the scanner's programs make of it, held against each
// other.

import assert from 'node:assert/strict';
import { openDigest } from '../../src/core/digest';
import type { DigestReader } from '../../src/core/digest';
import type { Digest } from '../../src/core/model';
import { openSieve } from '../../src/core/sieve';
import type { OpenEngine } from '../../src/core/sieve';
import { kernel, twin } from './kernel';

const programs: readonly (readonly [string, OpenEngine])[] = [['twin', twin], ['kernel', kernel]];

export function bytesOf(...parts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(parts.join(''));
}

function feed(reader: DigestReader, bytes: Uint8Array, size: () => number): Digest {
  for (let from = 0; from < bytes.length;) {
    const to = from + size();
    reader.push(bytes.slice(from, to));
    from = to;
  }
  return reader.end();
}

/** A line for each thing that a digest holds: a difference is found and told at once. */
function tell(digest: Digest): readonly string[] {
  const { optionDumps = [], events, faults, ties, levels, arrivals = [], ...all } = digest;
  const { signs, joins, border, ...others } = all;
  const lists = {
    claims: joins?.claims ?? [], order: joins?.order ?? [],
    calls: joins?.calls ?? [], mentions: joins?.mentions ?? [],
    signs: signs?.signs ?? [], locks: signs?.lockWaits ?? [], silences: signs?.silences ?? [],
    events, faults, arrivals,
    ties: [...ties].sort(([a], [b]) => (a < b ? -1 : 1)),
    dumps: optionDumps.map((dump) => ({ ...dump, values: dump.names.map((name) => dump.get(name)) })),
  };
  const lines = Object.entries(lists)
    .flatMap(([list, items]) => items.map((item) => `${list} ${JSON.stringify(item)}`));
  const told = {
    head: border?.head, whole: joins?.whole, headless: signs?.headless, clash: joins?.zoneClash,
  };
  const rest = { ...others, ...told, levels: [...levels].sort() };
  return [JSON.stringify(rest), ...lines];
}

/** Fails where a program of the scanner gives another digest than the tolerant reader alone.
 *  @param size of the chunks in which the scanner gets the bytes */
export function same(
  bytes: Uint8Array, name: string, size: () => number = () => 1 << 18,
): void {
  const whole = feed(openDigest('log'), bytes, () => 1 << 18);
  const expected = tell(whole);
  for (const [program, engine] of programs) {
    const sieved = feed(openSieve('log', engine), bytes, size);
    const found = tell(sieved);
    // of a record that means nothing the scanner does not know where it begins
    const tail = JSON.stringify(sieved.border?.tail);
    const ofAll = tail && JSON.stringify(whole.border?.tail);
    assert.equal(tail, ofAll, `${name}: ${program}`);
    const at = expected.findIndex((line, i) => line !== found[i]);
    if (at >= 0 || found.length > expected.length) {
      assert.equal(found[Math.max(0, at)], expected[Math.max(0, at)], `${name}: ${program}`);
    }
    assert.equal(found.length, expected.length, `${name}: ${program}`);
  }
}
