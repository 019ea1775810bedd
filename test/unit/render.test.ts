// Explanations, durations and times → text for people.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainException, explainMessage, explainOption } from '../../src/core/explaining/explain';
import type { Explanation } from '../../src/core/model';
import { renderDuration, renderTime } from '../../src/core/render/duration';
import { escapeMarkdown, renderMarkdown } from '../../src/core/render/markdown';
import { renderPlain } from '../../src/core/render/plain';
import { exceptionNotes } from '../../src/knowledge/exceptions/index';
import { loadFacts } from '../../src/knowledge/facts/index';
import { messageNotes } from '../../src/knowledge/messages';
import { optionNotes } from '../../src/knowledge/options';

const explanation: Explanation = {
  subject: 'exception',
  name: 'VolumeNotCreated',
  title: 'VolumeNotCreated',
  summary: 'The volume was not `available` in time.',
  effect: 'The build is aborted.',
  causes: [{ text: 'A slow copy.', evidence: 'The status is `downloading`.' }, { text: 'No backend fits.' }],
  checks: [{ text: 'The volume', command: 'openstack volume show <volume>' }, { text: 'The log' }],
  changes: [{ text: 'Wait longer.', risk: 'Builds fail later.' }],
  options: [{
    name: 'DEFAULT.block_device_allocate_retries', type: 'integer, 0 or more', defaultValue: '60',
    meaning: 'How often Cinder is asked.', symptom: undefined, releases: 'Kilo or earlier – master',
  }],
  links: ['https://docs.openstack.org/nova/latest/user/block-device-mapping.html'],
  facts: [{ label: 'Message', value: 'Volume %(volume_id)s `x` did not finish' }],
};

test('a duration is short, and keeps the seconds that Nova says', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '0 ms'], [120, '120 ms'], [999, '999 ms'], [999.6, '1.0 s'], [4_240, '4.2 s'], [9_949, '9.9 s'],
    [9_960, '10 s'], [189_000, '189 s'], [599_400, '599 s'], [600_000, '10 min'], [729_000, '12 min 9 s'],
    [3_600_000, '1 h'], [11_100_000, '3 h 5 min'], [172_800_000, '2 d'], [180_000_000, '2 d 2 h'], [-1_500, '-1.5 s'],
  ];
  for (const [ms, text] of cases) assert.equal(renderDuration(ms), text);
});

test('a time has no zone, and no year where the log names none', () => {
  assert.equal(renderTime(Date.UTC(2017, 5, 6, 9, 30, 28, 514)), '2017-06-06T09:30:28.514');
  assert.equal(renderTime(Date.UTC(2017, 5, 6, 9, 30, 28)), '2017-06-06T09:30:28');
  assert.equal(renderTime(Date.UTC(2000, 5, 6, 9, 30, 28)), '--06-06T09:30:28');
  assert.equal(renderTime(undefined), undefined);
  assert.equal(renderTime(Number.NaN), undefined);
  assert.equal(renderTime(1e300), undefined);
});

test('plain text is wrapped to the width, with commands whole', () => {
  assert.equal(renderPlain(explanation, { width: 44, colour: false }), [
    'VolumeNotCreated',
    'The volume was not available in time.',
    '',
    'What it did',
    '- The build is aborted.',
    '',
    'Causes, most frequent first',
    '1. A slow copy.',
    '   Seen as: The status is downloading.',
    '2. No backend fits.',
    '',
    'Check',
    '- The volume',
    '  openstack volume show <volume>',
    '- The log',
    '',
    'Change',
    '- Wait longer.',
    '  Risk: Builds fail later.',
    '',
    'Options',
    '- [DEFAULT] block_device_allocate_retries',
    '  (integer, 0 or more; default 60; Kilo or',
    '  earlier – master)',
    '  How often Cinder is asked.',
    '',
    'From the source of Nova',
    '- Message: Volume %(volume_id)s x did not',
    '  finish',
    '',
    'Read more',
    '- https://docs.openstack.org/nova/latest/user/block-device-mapping.html',
    '',
  ].join('\n'));
});

test('colour is asked for, never assumed', () => {
  assert.ok(!renderPlain(explanation, { width: 80, colour: false }).includes('\u001b'));
  const coloured = renderPlain(explanation, { width: 80, colour: true });
  assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), renderPlain(explanation, { width: 80, colour: false }));
  assert.ok(coloured.includes('\u001b[36mopenstack volume show <volume>\u001b[0m'));
});

test('Markdown shows words as words and names as code', () => {
  assert.equal(renderMarkdown(explanation), [
    '### VolumeNotCreated',
    'The volume was not `available` in time.',
    '**What it did.** The build is aborted.',
    '**Causes, most frequent first**',
    '1. A slow copy. *Seen as:* The status is `downloading`.\n1. No backend fits.',
    '**Check**',
    '- The volume: `openstack volume show <volume>`\n- The log',
    '**Change**',
    '- Wait longer. *Risk:* Builds fail later.',
    '**Options**',
    '- `[DEFAULT] block_device_allocate_retries` (integer, 0 or more; default `60`; Kilo or earlier – master)'
      + ' How often Cinder is asked.',
    '**From the source of Nova**',
    '- Message: ``Volume %(volume_id)s `x` did not finish``',
    '**Read more**',
    '- <https://docs.openstack.org/nova/latest/user/block-device-mapping.html>',
  ].join('\n\n') + '\n');
});

test('what would be mark-up is escaped', () => {
  assert.equal(escapeMarkdown('<b> [x](y) *z* _a_ b_c & `d` | #'),
    '\\<b\\> \\[x\\](y) \\*z\\* \\_a\\_ b_c &amp; \\`d\\` \\| \\#');
});

test('an option says its meaning once', async () => {
  const card = explainOption('vif_plugging_timeout', await loadFacts());
  assert.ok(card);
  const text = renderPlain(card, { width: 1000, colour: false });
  assert.equal(text.split(card.summary.replace(/`/g, '')).length, 2);
});

test('every explanation can be rendered, and leaves no mark-up open', async () => {
  const facts = await loadFacts();
  const cards = [
    ...Object.keys(exceptionNotes).map((name) => explainException(name, facts)),
    ...[...facts.nova.keys()].map((name) => explainException(`nova.exception.${name}`, facts)),
    ...Object.keys(optionNotes).map((name) => explainOption(name, facts)),
    ...messageNotes.map(({ sample }) => explainMessage(sample, facts)),
  ].filter((card) => card !== undefined);
  assert.ok(cards.length > 1200);
  for (const card of cards) {
    const markdown = renderMarkdown(card);
    const withoutCode = markdown.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    assert.ok(!/(?<!\\)<(?!https:)/.test(withoutCode), `${card.name}: ${withoutCode}`);
    assert.ok(!withoutCode.includes('undefined') && !/\{\w+\}/.test(withoutCode), card.name);
    const plain = renderPlain(card, { width: 100, colour: false });
    const long = plain.split('\n').filter((line) => line.length > 100 && line.trim().includes(' '));
    assert.ok(long.every((line) => /^\s*(?:- )?\S+$|^\s*(?:- )?(?:openstack|journalctl|virsh|ovs|curl|grep)/.test(line)
      || line.trim().split(' ').some((word) => word.length > 60)), `${card.name}: ${long.join('\n')}`);
  }
});
