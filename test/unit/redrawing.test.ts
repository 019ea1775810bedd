// When the tree is drawn anew: not while VS Code asks for the rows of the last drawing, and not for ever.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Redrawing } from '../../src/editor/tree/redrawing';

/** Time goes by in steps of ten milliseconds; `at`: what VS Code or the logs do at a moment. */
async function drawings(
  until: number, at: (time: number, redrawing: Redrawing) => void,
): Promise<readonly number[]> {
  let now = 0;
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(performance, 'now', () => now);
  const drawn: number[] = [];
  const redrawing = new Redrawing(() => {
    drawn.push(now);
    return Promise.resolve();
  });
  for (; now <= until; now += 10) {
    at(now, redrawing);
    mock.timers.tick(10);
    // a drawing has ended when its promise has
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
  }
  redrawing.dispose();
  mock.timers.reset();
  mock.restoreAll();
  return drawn;
}

test('several wishes are one drawing, soon', async () => {
  const drawn = await drawings(500, (time, redrawing) => {
    if (time === 100 || time === 110) redrawing.soon();
  });
  assert.equal(drawn.length, 1);
  assert.ok((drawn[0] ?? 0) <= 130, String(drawn));
});

test('rows that are asked for are drawn before others come', async () => {
  const drawn = await drawings(900, (time, redrawing) => {
    if (time >= 100) redrawing.soon();
    if (time === 90) redrawing.asked(false);
    if (time === 140) redrawing.asked(true);
  });
  assert.ok((drawn[0] ?? 0) >= 350, String(drawn));
});

test('as long as the last drawing was not asked for, none follows it, but for one a second', async () => {
  const drawn = await drawings(2500, (_time, redrawing) => redrawing.soon());
  const [first = 0, second = 0] = drawn;
  assert.ok(second - first >= 1000 && second - first <= 1300, String(drawn));
});

test('questions without an end put a drawing off for a second at most', async () => {
  const drawn = await drawings(2500, (_time, redrawing) => {
    redrawing.soon();
    redrawing.asked(true);
  });
  assert.ok(drawn.length >= 2, String(drawn));
  assert.ok((drawn[0] ?? Infinity) <= 1300, String(drawn));
});
