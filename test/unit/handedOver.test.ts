// A log means the same in whatever dress it comes: the project's own logs in the ways in which people and
// tools hand logs over give the same operations, outcomes, phases and causes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import { openSieve } from '../../src/core/sieve';
import { handedOver } from '../samples/handedOver';
import { makeSamples } from '../samples/samples';
import { twin } from '../support/kernel';

/** What is told of a log, without the places of its lines. */
function meaningOf(bytes: Uint8Array, withLines: boolean, isScanned = false) {
  const reader = isScanned ? openSieve('a.log', twin) : openDigest('a.log');
  reader.push(bytes);
  const { timelines, findings, diagnoses } = analyse([reader.end()], defaultLimits);
  const lineOf = (line: number | undefined) => (withLines ? line : undefined);
  return {
    operations: timelines.flatMap(({ instance, operations }) => operations.map((one) => ({
      instance, kind: one.kind, basis: one.basis, outcome: one.outcome, request: one.request,
      failedPhase: one.failedPhase, begin: one.begin.time, end: one.end.time,
      chain: one.chain.map(({ type, message, at }) => [type, message, lineOf(at.line)]),
      rootCause: one.rootCause?.type,
      phases: one.phases.map(({ id, outcome }) => `${id} ${outcome}`),
    }))),
    findings: findings.map(({ check, instance, at }) => [check, instance, lineOf(at.line)]),
    diagnoses: diagnoses.map(({ id, certainty, instance }) => [id, certainty, instance]),
  };
}

for (const { name, text } of makeSamples()) {
  test(`${name} means the same however it is handed over`, () => {
    const plain = [false, true].map((withLines) => meaningOf(Buffer.from(text), withLines));
    for (const [way, { bytes, keepsLines, isScannable }] of handedOver(text)) {
      const expected = plain[Number(keepsLines)];
      assert.deepEqual(meaningOf(bytes, keepsLines), expected, way);
      if (isScannable) assert.deepEqual(meaningOf(bytes, keepsLines, true), expected, `${way}, scanned`);
    }
  });
}
