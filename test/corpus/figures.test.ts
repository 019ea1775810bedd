// A real log whose lines say how long Nova took → our phases and the time that none accounts for add up to
// Nova's own figures, within 10 ms.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Operation, Phase } from '../../src/core/model';
import { corpusFiles, withoutCorpus } from '../support/corpus';

const tolerance = 0.0101;
const name = 'loghub-cloudlab-api-compute';

interface Figure {
  readonly instance: string;
  readonly what: string;
  readonly seconds: number;
  readonly time: number;
}

/** `Took N seconds to …` by plain search in the text. */
function figuresIn(text: string): readonly Figure[] {
  const line =
    /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d+) .*\[instance: ([\da-f-]{36})\] Took ([\d.]+) seconds to (\w+)/g;
  return [...text.matchAll(line)].map(([, day, clock, instance = '', seconds, what = '']) =>
    ({ instance, what, seconds: Number(seconds), time: Date.parse(`${day}T${clock}Z`) }));
}

function near(actual: number | undefined, wanted: number, what: string): void {
  assert.ok(actual !== undefined && Math.abs(actual - wanted) <= tolerance, `${what}: ${actual}, Nova says ${wanted}`);
}

/** Seconds in which at least one phase runs, those of parts counted with the whole. */
function covered(phases: readonly Phase[]): number {
  const ends = phases.flatMap(({ begin, end }) =>
    (begin !== undefined && end !== undefined ? [[begin, end]] : []));
  const ticks = [...new Set(ends.flat())].sort((a, b) => a - b);
  return ticks.reduce((sum, tick, at) => {
    const next = ticks[at + 1] ?? tick;
    const busy = ends.some(([begin = 0, end = 0]) => begin <= tick && end >= next);
    return busy ? sum + (next - tick) / 1000 : sum;
  }, 0);
}

function operationOf(operations: readonly Operation[], kind: string, figure: Figure): Operation {
  const found = operations.find((one) => one.kind === kind && (one.begin.time ?? 0) <= figure.time
    && (one.end.time ?? 0) >= figure.time);
  assert.ok(found, `${figure.instance} has no ${kind} at ${figure.time}`);
  return found;
}

test('phases and unattributed time equal the figures of Nova', { skip: withoutCorpus }, (t) => {
  const file = corpusFiles().find(({ file: path }) => path.includes(name));
  if (!file) {
    t.skip('that log is not here');
    return;
  }
  const reader = openDigest(name);
  reader.push(file.bytes);
  const { timelines } = analyse([reader.end()], defaultLimits);
  const figures = figuresIn(file.bytes.toString('utf8'));
  assert.ok(figures.length >= 80, String(figures.length));
  for (const figure of figures) {
    const { instance, what, seconds, time } = figure;
    const operations = timelines.find((one) => one.instance === instance)?.operations ?? [];
    const phase = (kind: string, id: string): number | undefined =>
      operationOf(operations, kind, figure).phases.find((one) => one.id === id)?.seconds;
    if (what === 'spawn') near(phase('create', 'spawning'), seconds, `${instance} spawning`);
    if (what === 'destroy') near(phase('delete', 'destroy'), seconds, `${instance} destroy`);
    if (what === 'deallocate') near(phase('delete', 'deallocate_network'), seconds, `${instance} deallocate`);
    if (what !== 'build') continue;
    const build = operationOf(operations, 'create', figure);
    const whole = covered(build.phases) + (build.unattributedSeconds ?? Number.NaN);
    near(build.seconds, whole, `${instance} phases and the rest`);
    // what nova-api did before the compute host began its clock is not in Nova's figure
    const lead = Math.max(0, time - seconds * 1000 - (build.begin.time ?? 0)) / 1000;
    near(whole - lead, seconds, `${instance} build`);
  }
});
