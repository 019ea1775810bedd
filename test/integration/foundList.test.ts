// Lines that a search finds are listed while it goes on.

import assert from 'node:assert';
import { suite, test } from 'mocha';
import { FoundList } from '../../src/editor/large/foundList';
import type { Stop, StopsShown } from '../../src/editor/stopsView';

const text = '2024-05-06 08:00:00.123 77 ERROR nova.compute.manager [-] Needle';
const lines = (from: number, count: number) => Array.from({ length: count }, (_, at) =>
  ({ line: from + at, text, column: 58, at: 58, length: 6 }));

interface Shown extends Pick<StopsShown, 'title' | 'message' | 'more'> {
  readonly stops: readonly Stop[];
}

function listed() {
  const shown: Shown[] = [];
  const list = new FoundList('file:///nova.log', 'Needle in nova.log', {
    showStops: (stops, how) => Promise.resolve(void shown.push({ stops, ...how })),
  });
  return { list, shown };
}

suite('what a search finds', () => {
  test('is listed with the first line, drawn anew when there is twice as much, and says how far it is', async () => {
    const { list, shown } = listed();
    list.add([]);
    assert.equal(shown.length, 0);
    list.add(lines(0, 2));
    const [view] = shown;
    assert.ok(view?.more);
    assert.equal(view.message(), 'Searching: 2 lines so far');
    assert.equal(view.stops[0]?.label, '08:00:00.123 Needle');
    assert.equal(view.stops[0]?.detail, 'line 1 · 2024-05-06');
    let drawn = 0;
    view.more.onDidChange(() => { drawn += 1; });
    list.add(lines(2, 1));
    assert.equal(drawn, 0, 'one more line is drawn with the next ones');
    list.add(lines(3, 1));
    assert.equal(drawn, 1);
    list.found = 4;
    await list.end(true);
    assert.equal(drawn, 2);
    assert.equal(view.message(), '4 lines');
    await view.more.all;
    assert.deepEqual(view.stops.map(({ at }) => at.line), [0, 1, 2, 3]);
    assert.equal(shown.length, 1);
  });

  test('says that it was stopped, and how many lines are not listed', async () => {
    const { list, shown } = listed();
    list.add(lines(0, 3));
    list.found = 20;
    await list.end(false);
    assert.equal(shown[0]?.message(), 'Stopped: 20 lines so far · The first 3 of 20 lines');
  });

  test('is not listed where there is nothing', async () => {
    const { list, shown } = listed();
    await list.end(true);
    assert.ok(list.isEmpty);
    assert.equal(shown.length, 0);
  });
});
