// Every instance action as Nova logs it → kind, outcome, phases, states, causes; and every row is Nova's own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allStories } from '../support/stories/index';
import { novaFacts, withoutFacts } from '../support/novaFacts';
import { analyseText, log, loggerOf, stories } from '../support/story';

for (const story of allStories) {
  test(`${story.name} (release ${story.release})`, () => {
    const analysis = analyseText(...story.rows.split('\n---\n').map(log));
    assert.deepEqual(stories(analysis), [story.tells]);
    const [operation] = analysis.timelines[0]?.operations ?? [];
    const visible = operation?.phases.filter(({ outcome }) => outcome !== 'not-visible') ?? [];
    assert.equal(visible.map(({ id, outcome }) => `${id}:${outcome}`).join(' '), story.phases);
    assert.equal(operation?.vmState, story.states);
    const lanes = operation?.attempts.map(({ role, host, outcome }) => `${role} ${host ?? '?'} ${outcome}`).join(', ');
    if (story.lanes !== undefined) assert.equal(lanes, story.lanes);
  });
}

test('each line of these stories is one of Nova in its release', { skip: withoutFacts }, () => {
  const knows = novaFacts();
  for (const { name, release, rows } of allStories) {
    for (const row of rows.trim().split('\n')) {
      const found = /^\s*[\d.]+ (\w+) ([\w.]+)(?: (?:r\d+|-))?(?: (?:vm|other))? (.*)$/.exec(row);
      if (!found) continue;
      const [, level = '', logger = '', message = ''] = found;
      assert.ok(knows(loggerOf(logger), level, message, release), `${name}: ${row.trim()}`);
    }
  }
});
