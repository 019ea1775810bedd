// UUIDs → small numbers, in tables that lie in the scanner's memory and grow there; and the requests' ties to
// instances.

import {
  heapBegin, requestKey, sCalls, several, sHeapTop, sInstances, slotNumberBits, sRequests, tCapacity, tCount,
  tKeys, tMask, tSlots, tTies,
} from './layout';
import { clearBytes, copyBytes, ensureMemory, load32, multiply, store32 } from './machine';

/** Memory that is taken until the ids are cleared. */
export function allocate(size: i32): i32 {
  const at = (load32(sHeapTop) + 15) & ~15;
  store32(sHeapTop, at + size);
  ensureMemory(at + size);
  return at;
}

function openTable(table: i32, capacity: i32): void {
  store32(table + tCapacity, capacity);
  store32(table + tMask, (capacity << 1) - 1);
  store32(table + tCount, 0);
  store32(table + tKeys, allocate(capacity << 4));
  const slots = allocate(capacity << 3);
  clearBytes(slots, capacity << 3);
  store32(table + tSlots, slots);
  const ties = allocate(capacity << 2);
  clearBytes(ties, capacity << 2);
  store32(table + tTies, ties);
}

/** Forgets all ids; the memory they took is used again. */
export function clearIds(): void {
  const instances = load32(sInstances + tCapacity);
  const requests = load32(sRequests + tCapacity);
  store32(sHeapTop, heapBegin);
  openTable(sInstances, instances > 0 ? instances : 1 << 10);
  openTable(sRequests, requests > 0 ? requests : 1 << 12);
  const calls = load32(sCalls + tCapacity);
  openTable(sCalls, calls > 0 ? calls : 1 << 8);
}

function hashOf(key: i32): i32 {
  const a = multiply(load32(key), 0x2c1b3c6d) ^ load32(key + 4);
  const b = multiply(load32(key + 8), 0x297a2d39) ^ load32(key + 12);
  const mixed = multiply(a ^ (b >>> 15), 0x45d9f3b) ^ b;
  return mixed ^ (mixed >>> 16);
}

function isKey(a: i32, b: i32): boolean {
  return load32(a) === load32(b) && load32(a + 4) === load32(b + 4)
    && load32(a + 8) === load32(b + 8) && load32(a + 12) === load32(b + 12);
}

/** Bits of the hash that a slot keeps: most others than the one that is sought are told by them. */
function printMask(mask: i32): i32 {
  return mask >>> slotNumberBits === 0 ? -1 << slotNumberBits : 0;
}

/** The number of the id whose 16 bytes stand at an address. */
export function intern(table: i32, key: i32): i32 {
  const mask = load32(table + tMask);
  const keys = load32(table + tKeys);
  const slots = load32(table + tSlots);
  const hash = hashOf(key);
  const prints = printMask(mask);
  const print = hash & prints;
  let slot = hash & mask;
  let known = load32(slots + (slot << 2));
  while (known !== 0) {
    const number = (known & ~prints) - 1;
    if ((known & prints) === print && isKey(keys + (number << 4), key)) return number;
    slot = (slot + 1) & mask;
    known = load32(slots + (slot << 2));
  }
  const count = load32(table + tCount);
  if (count === load32(table + tCapacity)) {
    grow(table);
    return intern(table, key);
  }
  const to = keys + (count << 4);
  store32(to, load32(key));
  store32(to + 4, load32(key + 4));
  store32(to + 8, load32(key + 8));
  store32(to + 12, load32(key + 12));
  store32(slots + (slot << 2), (count + 1) | print);
  store32(table + tCount, count + 1);
  return count;
}

function grow(table: i32): void {
  const capacity = load32(table + tCapacity);
  const keys = load32(table + tKeys);
  const ties = load32(table + tTies);
  openTable(table, capacity << 1);
  store32(table + tCount, capacity);
  copyBytes(load32(table + tKeys), keys, capacity << 4);
  copyBytes(load32(table + tTies), ties, capacity << 2);
  const mask = load32(table + tMask);
  const slots = load32(table + tSlots);
  const prints = printMask(mask);
  for (let i: i32 = 0; i < capacity; i++) {
    const hash = hashOf(keys + (i << 4));
    let slot = hash & mask;
    while (load32(slots + (slot << 2)) !== 0) slot = (slot + 1) & mask;
    store32(slots + (slot << 2), (i + 1) | (hash & prints));
  }
}

/** The request of a line that names an instance (-1: none), which it ties to it. `ambient`: in passing, so
 *  that it ties nothing. @returns its number */
export function internRequest(instance: i32, ambient: boolean): i32 {
  if (instance < 0) return intern(sRequests, requestKey);
  const last = load32(sInstances + tTies) + (instance << 2);
  const known = load32(last);
  // mostly it is the one that named the instance before: it is tied as it will be
  if (known !== 0 && !ambient && isKey(load32(sRequests + tKeys) + ((known - 1) << 4), requestKey)) {
    return known - 1;
  }
  const request = intern(sRequests, requestKey);
  store32(last, request + 1);
  tie(request, instance, ambient);
  return request;
}

/** A line of this request names this instance. `ambient`: in passing, so that it ties nothing. */
function tie(request: i32, instance: i32, ambient: boolean): void {
  const at = load32(sRequests + tTies) + (request << 2);
  const before = load32(at);
  if (before === 0) store32(at, ambient ? several : instance + 1);
  else if (before !== several && (ambient || before !== instance + 1)) store32(at, several);
}
