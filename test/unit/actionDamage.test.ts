// Stories of instance actions with any range of their lines missing: claims shrink, none becomes false.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionStories, allStories } from '../support/stories/index';
import type { ActionStory } from '../support/stories/parts';
import { analyseText, log } from '../support/story';

/** What a story may still be told as: its own outcome, or that it is not known. */
function check({ name, tells }: ActionStory, texts: readonly string[], what: string): void {
  const [, told = '', guess = '', outcome = ''] = /^(\S+?)(\??) (\S+)/.exec(tells) ?? [];
  for (const { operations } of analyseText(...texts).timelines) {
    for (const operation of operations) {
      const known = operation.outcome === 'success' || operation.outcome === 'failed';
      assert.ok(!known || operation.outcome === outcome, `${name}, ${what}: ${operation.kind} ${operation.outcome}`);
      if (operation.basis === 'stated' && guess === '') {
        assert.equal(operation.kind, told, `${name}, ${what}: ${operation.kind} is stated`);
      }
    }
  }
}

function blocks(rows: string): readonly (readonly string[])[] {
  return rows.split('\n---\n').map((text) => log(text).split('\n'));
}

test('lines that are missing make no outcome that is not true', () => {
  for (const story of allStories) {
    const logs = blocks(story.rows);
    for (const [number, lines] of logs.entries()) {
      for (let from = 0; from < lines.length; from++) {
        for (let to = from + 1; to <= lines.length; to++) {
          const texts = logs.map((own, at) => (at === number ? lines.toSpliced(from, to - from) : own).join('\n'));
          check(story, texts, `log ${number} without ${from + 1}–${to}`);
        }
      }
    }
  }
});

test('two stories of one instance, one after the other, keep their outcomes', () => {
  const pairs = actionStories.map((story, at) =>
    [story, actionStories[(at * 7 + 3) % actionStories.length]] as const);
  for (const [first, second] of pairs) {
    if (!second || first === second) continue;
    const later = second.rows.replace(/^(\s*)([\d.]+) (?=[A-Z])/gm, (_all, blank: string, seconds: string) =>
      `${blank}${Number(seconds) + 4000} `).replace(/ r1 /g, ' r2 ').replace(/ r1$/gm, ' r2');
    const { timelines } = analyseText(`${log(first.rows)}\n${log(later)}`);
    const told = timelines.flatMap(({ operations }) =>
      operations.map(({ kind, outcome }) => `${kind} ${outcome}`));
    const wanted = [first, second].map(({ tells }) => tells.replace('?', '').split(' ').slice(0, 2).join(' '));
    assert.deepEqual(told, wanted, `${first.name} + ${second.name}`);
  }
});
