// In: events of node:test. Out: failures as text; the tests that took longest, for whoever wants the run to
// be shorter; one last line `[tally] {...}` with what passed, failed, was skipped.

import { resolve } from 'node:path';
import { inspect } from 'node:util';

function describe({ name, file, details }) {
  const cause = details.error?.cause ?? details.error;
  const text = cause instanceof Error ? cause.stack ?? cause.message : inspect(cause);
  return `✖ ${name}${file ? `  (${file})` : ''}\n${text.replaceAll(/^/gm, '    ')}\n`;
}

/** So many of the slowest are named, and none that is quicker, milliseconds. */
const slowest = 8;
const leastSlow = 2000;

function* slowTests(times) {
  const slow = times.filter(({ took }) => took >= leastSlow).sort((a, b) => b.took - a.took);
  for (const { name, took } of slow.slice(0, slowest)) yield `   ${(took / 1000).toFixed(1)} s  ${name}\n`;
}

export default async function* report(source) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const times = [];
  const reasons = new Set();
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isFailure = type === 'test:fail' && !data.todo;
    // a file is reported as a test only when it holds none
    if (type === 'test:pass' && data.nesting === 0 && resolve(data.name) === data.file) {
      tally.failed += 1;
      yield `✖ ${data.file} holds no test\n`;
      continue;
    }
    // a suite is counted by its tests; its own failure is told only when none of them carries it
    if (data.details.type === 'suite' && data.details.error?.failureType === 'subtestsFailed') continue;
    if (data.details.type === 'suite' && !isFailure) continue;
    times.push({ name: data.name, took: data.details.duration_ms });
    if (data.skip !== undefined) {
      tally.skipped += 1;
      if (typeof data.skip === 'string' && data.skip !== '') reasons.add(data.skip);
    } else if (isFailure) {
      tally.failed += 1;
      yield describe(data);
    } else {
      tally.passed += 1;
    }
  }
  yield* slowTests(times);
  yield `[tally] ${JSON.stringify({ ...tally, reasons: [...reasons] })}\n`;
}
