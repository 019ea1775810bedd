// The frames of a traceback → whether it ran through Nova's code in Nova itself: a test of that code, or what
// runs it in one, is none of a service.

import type { Frame } from '../model';

const novaCode = /(?:^|\/)nova\/(?!\.tox\/)/;
const testCode = /\/(?:tests?|smoketests)\/|\/(?:unittest2?|testtools|nose|tempest|mock)(?:\/|\.py)/;

export function runInNova(frames: readonly Frame[]): boolean {
  return frames.some(({ file }) => novaCode.test(file)) && !frames.some(({ file }) => testCode.test(file));
}
