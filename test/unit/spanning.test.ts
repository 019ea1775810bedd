// Requests of several parts: told by a plain map as by what sorts them, whether parts come before somebody
// asks or after it, one grows, or what was found is kept and read again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printsOf, SpanningRequests } from '../../src/disk/large/spanning';

const many = 3000;

/** The words of a request, by its number. */
function request(number: number): Uint32Array {
  const word = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  return Uint32Array.of(word, number, ~word >>> 0, 1);
}

function prints(numbers: readonly number[]): Uint32Array {
  return printsOf(Uint32Array.from(numbers.flatMap((number) => [...request(number)])));
}

/** Each part has requests of its own, some of the part before it, and a few of the first. */
function parts(count: number): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, part) => {
    const first = part * (many - 100);
    const own = Array.from({ length: many }, (_number, at) => first + at);
    return part > 1 ? [...own, part * 7, part * 11] : own;
  });
}

function partsByRequest(all: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  all.forEach((numbers, part) => {
    for (const number of numbers) {
      const known = found.get(number) ?? found.set(number, []).get(number);
      if (known?.at(-1) !== part) known?.push(part);
    }
  });
  return found;
}

function assertTold(requests: SpanningRequests, all: readonly (readonly number[])[]): void {
  for (const [number, own] of partsByRequest(all)) {
    assert.deepEqual(requests.partsOf(request(number)), own.length > 1 ? own : undefined, `request ${number}`);
    assert.deepEqual(requests.partsWith(request(number)), own, `request ${number}`);
  }
  assert.deepEqual(requests.partsWith(request(-5)), []);
}

test('whichever parts were added before somebody asked, each request is in its parts', () => {
  const all = parts(5);
  for (const before of [0, 1, 3, 5]) {
    const requests = new SpanningRequests();
    all.slice(0, before).forEach((numbers, part) => requests.add(prints(numbers), part));
    requests.partsOf(request(0));
    all.slice(before).forEach((numbers, at) => requests.add(prints(numbers), before + at));
    assertTold(requests, all);
  }
});

test('a part that grew is read anew: what it said before is in no second part for it', () => {
  const all = parts(3);
  const requests = new SpanningRequests();
  all.forEach((numbers, part) => requests.add(prints(numbers), part));
  const grown = [...all[2] ?? [], 4, 900_000];
  for (let time = 0; time < 2; time++) {
    requests.partsOf(request(0));
    requests.add(prints(grown), 2);
    assertTold(requests, [all[0] ?? [], all[1] ?? [], grown]);
  }
});

test('a part that grows while nobody asks waits once', () => {
  const all = parts(2);
  const requests = new SpanningRequests();
  requests.add(prints(all[0] ?? []), 0);
  for (let time = 1; time <= 20; time++) requests.add(prints((all[1] ?? []).slice(0, time)), 1);
  assert.equal(requests.size, many + 20);
});

test('what was found is kept, and told again where all parts are added again', () => {
  const all = parts(4);
  const requests = new SpanningRequests();
  all.forEach((numbers, part) => requests.add(prints(numbers), part));
  const kept = SpanningRequests.from(requests.toWords());
  for (const [number, own] of partsByRequest(all)) {
    assert.deepEqual(kept.partsOf(request(number)), own.length > 1 ? own : undefined);
  }
  all.forEach((numbers, part) => kept.add(prints(numbers), part));
  assertTold(kept, all);
});
