// Everything that people read, in English and in Simplified Chinese: lists each word that is missing, lost a
// slot or a name, or was left as it is.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { chinese as cli } from '../../src/cli/zh';
import * as cliWords from '../../src/cli/words';
import { cardHeadings } from '../../src/core/render/cardHeadings';
import { changeWords } from '../../src/core/render/changeText';
import { confEnglish } from '../../src/core/render/confWords';
import { clockWords, serviceLineWords } from '../../src/core/render/clockWords';
import { coverageWords } from '../../src/core/render/coverageWords';
import { unitWords } from '../../src/core/render/duration';
import { english } from '../../src/core/render/editorWords';
import { problemWords } from '../../src/core/render/problemText';
import { summaryWords } from '../../src/core/render/summaryWords';
import { storyRowWords } from '../../src/core/render/storyRowWords';
import { storyWords } from '../../src/core/render/storyWords';
import { findingWords, meanwhileWords, reportWords } from '../../src/core/render/words';
import { words } from '../../src/core/render/zh/words';
import * as cards from '../../src/knowledge/cardWords';
import { certaintyWords, diagnosisCardWords, roleWords } from '../../src/knowledge/diagnoses/roles';
import { deployments } from '../../src/knowledge/deployments';
import { diagnosisRows } from '../../src/knowledge/diagnoses/index';
import type { DiagnosisRows } from '../../src/knowledge/diagnoses/row';
import { sentences } from '../../src/knowledge/diagnoses/sentences';
import { exceptionNotes } from '../../src/knowledge/exceptions/index';
import { operations, phases } from '../../src/knowledge/index';
import { layoutClues } from '../../src/knowledge/layoutClues';
import { instanceWords } from '../../src/core/render/instanceText';
import { moveWords } from '../../src/core/render/moveWords';
import { recordedWords } from '../../src/core/render/recordedText';
import { marks } from '../../src/knowledge/marks';
import { messageNotes } from '../../src/knowledge/messages';
import { optionNotes } from '../../src/knowledge/options';
import { remedies } from '../../src/knowledge/remedies';
import * as rules from '../../src/knowledge/ruleWords';
import type { ExplanationNote } from '../../src/knowledge/schema';
import { statementNotes } from '../../src/knowledge/statementNotes/index';
import { statementWords } from '../../src/knowledge/statementWords';
import { findings } from '../../src/knowledge/zh/findings.data';
import { notes } from '../../src/knowledge/zh/notes.data';
import { gapsBetween, namesIn, slotsIn } from '../support/translations';
import { sourceFiles } from '../support/sources';

/** Words that stay as they are: names and marks. */
const same = new Set([
  'editor.operationOf', 'editor.separator', 'editor.problemSource', 'editor.statusName', 'editor.hoverService',
  'editor.hoverState', 'editor.hoverTaskState', 'report.configuration', 'report.at',
]);

/** The English tables by the names under which they are translated. */
const tables: Readonly<Record<string, object>> = {
  moves: moveWords,
  recorded: recordedWords,
  instances: instanceWords,
  summary: summaryWords,
  clocks: clockWords, serviceLines: serviceLineWords, story: storyWords, storyRows: storyRowWords,
  editor: english, conf: confEnglish, finding: findingWords, meanwhile: meanwhileWords,
  report: reportWords, coverage: coverageWords,
  headings: cardHeadings, units: unitWords, marks,
  card: cards.cardWords, createOutcome: cards.createOutcomeWords,
  rebuildOutcome: cards.rebuildOutcomeWords, factPhase: cards.factPhaseWords, statement: statementWords,
  certainty: certaintyWords, diagnosisCard: diagnosisCardWords, evidenceRoles: roleWords,
  changes: changeWords, problems: problemWords, rule: rules.ruleWords, ruleProblems: rules.ruleProblemWords,
  cliTexts: cliWords.texts, cliProblems: cliWords.problems, cliCounts: cliWords.counts,
};

const translations: Readonly<Record<string, object>> = { ...words, ...cli, ...findings, ...notes };

test('every table that is translated is held against its translation here', () => {
  const named = sourceFiles().flatMap(({ path, text }) => (path.includes('/zh') ? []
    : [...text.matchAll(/\btranslated\('(\w+)'/g)].flatMap(([, name]) => name ?? [])));
  assert.ok(named.length > 10, named.join());
  assert.deepEqual(named.filter((name) => !(name in tables)), []);
  assert.deepEqual(named.filter((name) => !(name in translations)), []);
});

test('every word of the views, the reports, the cards and the command line is translated', () => {
  const gaps = Object.entries(tables)
    .flatMap(([name, table]) => gapsBetween(name, table, translations[name]));
  assert.deepEqual(gaps.filter((gap) => !same.has(gap.split(' ')[0] ?? '')), []);
});

test('every phase, every operation and every sign of a release is translated', () => {
  const rows = [
    ['phases', phases, ['title', 'what']], ['operations', operations, ['title']],
    ['layoutClues', layoutClues, ['what']],
  ] as const;
  const gaps = rows.flatMap(([name, table, fields]) => Object.entries(table).flatMap(([id, row]) => (
    fields.flatMap((field) => {
      const own: unknown = Reflect.get(row, field);
      const translated: unknown = Reflect.get(Reflect.get(words[name], id) ?? {}, field);
      return gapsBetween(`${name}.${id}`, { [field]: own }, { [field]: translated });
    }))));
  assert.deepEqual(gaps, []);
});

test('every place where a change lasts is translated', () => {
  const lasting = Object.fromEntries(deployments
    .flatMap(({ id, lasting: where }) => (where === undefined ? [] : [[id, where]])));
  assert.deepEqual(gapsBetween('deployments', lasting, words.deployments), []);
});

test('every sentence of a diagnosis is translated', () => {
  assert.deepEqual(gapsBetween('diagnoses', sentences, findings.diagnoses), []);
});

test('every card of a diagnosis is translated', () => {
  const rows: DiagnosisRows = diagnosisRows;
  const gaps = Object.entries(rows).flatMap(([id, { contradicts, checks, changes, remains }]) => {
    const own = {
      contradicts, checks: checks.map(({ text }) => text),
      changes: changes.map(({ text, risk }) => (risk === undefined ? text : [text, risk])),
      ...(remains ? { remains } : {}),
    };
    return gapsBetween(`diagnosisCards.${id}`, own, Reflect.get(findings.diagnosisCards, id));
  });
  assert.deepEqual(gaps, []);
});

test('every remedy is translated, sentence by sentence', () => {
  const gaps = Object.entries(remedies).flatMap(([name, { sentences }]) => (
    gapsBetween(`remedies.${name}`, sentences.map(({ text }) => text), findings.remedies[name])));
  assert.deepEqual(gaps, []);
});

function flat({ summary, effect, causes, checks, changes }: ExplanationNote): object {
  return {
    summary, effect, checks: checks.map(({ text }) => text),
    causes: causes.map(({ text, evidence }) => (evidence === undefined ? text : [text, evidence])),
    changes: changes.map(({ text, risk }) => (risk === undefined ? text : [text, risk])),
  };
}

test('every explanation of an exception is translated', () => {
  const gaps = Object.entries(exceptionNotes).flatMap(([name, note]) => (
    gapsBetween(name, flat(note), notes.exceptions[name])));
  assert.deepEqual(gaps, []);
  assert.deepEqual(Object.keys(notes.exceptions).filter((name) => !(name in exceptionNotes)), []);
});

test('every explanation of a message is translated', () => {
  const gaps = messageNotes.flatMap((note) => gapsBetween(note.text, flat(note), notes.messages[note.text]));
  assert.deepEqual(gaps, []);
  const known = new Set<string>(messageNotes.map(({ text }) => text));
  assert.deepEqual(Object.keys(notes.messages).filter((text) => !known.has(text)), []);
});

test('every word on an option is translated', () => {
  const all = Object.entries(optionNotes);
  const gaps = all.flatMap(([name, { meaning, symptom }]) => (
    gapsBetween(name, [meaning, symptom], notes.options[name])));
  assert.deepEqual(gaps, []);
  const units = new Set(all.flatMap(([, { unit }]) => unit ?? []));
  assert.deepEqual(Object.keys(notes.optionUnits).sort(), [...units].sort());
  assert.deepEqual(Object.keys(notes.options).filter((name) => !(name in optionNotes)), []);
});

test('every word on a log statement is translated', () => {
  const keyOf = (text: string | readonly string[]) => (typeof text === 'string' ? text : text[0] ?? '');
  const gaps = statementNotes.flatMap(({ text, meaning, benign }) => {
    const own = benign === undefined ? [meaning] : [meaning, benign];
    return gapsBetween(keyOf(text), own, notes.statements[keyOf(text)]);
  });
  assert.deepEqual(gaps, []);
  const known = new Set(statementNotes.map(({ text }) => keyOf(text)));
  assert.deepEqual(Object.keys(notes.statements).filter((text) => !known.has(text)), []);
});

test('the manifest and the walkthrough are translated', () => {
  const read = (file: string): object => JSON.parse(fs.readFileSync(file, 'utf8')) as object;
  assert.deepEqual(gapsBetween('nls', read('package.nls.json'), read('package.nls.zh-cn.json')), []);
  const pages = fs.readdirSync('media/walkthrough').filter((name) => /^\w+\.md$/.test(name));
  assert.ok(pages.length > 0);
  for (const page of pages) {
    const text = fs.readFileSync(`media/walkthrough/${page.replace('.md', '.nls.zh-cn.md')}`, 'utf8');
    assert.match(text, /\p{Script=Han}/u, page);
  }
});

test('the words in Chinese are loaded where they are read: no script that always loads holds them', (t) => {
  if (!fs.existsSync('dist/lazy/knowledge-zh-notes.json')) {
    t.skip('dist/ is not built');
    return;
  }
  assert.doesNotMatch(fs.readFileSync('dist/extension.js', 'utf8'), /\p{Script=Han}/u);
  const notesFile = fs.readFileSync('dist/lazy/knowledge-zh-notes.json', 'utf8');
  const sentence = notes.exceptions['NoValidHost']?.summary ?? '';
  assert.ok(sentence !== '' && notesFile.includes(sentence));
  const findingsFile = fs.readFileSync('dist/lazy/knowledge-zh-findings.json', 'utf8');
  const remedy = findings.remedies['NoValidHost']?.[0] ?? '';
  assert.ok(remedy !== '' && findingsFile.includes(remedy));
  const web = fs.readFileSync('dist/web/extension.js', 'utf8');
  assert.deepEqual([sentence, remedy].filter((text) => web.includes(text)), []);
});

test('a word that is missing, lost a slot or a name, or was left as it is would be seen', () => {
  const table = { a: 'the {count} lines', b: 'see `virsh list` and max_attempts', c: 'left', d: ['one', 'two'] };
  assert.deepEqual(gapsBetween('t', table, { a: '行', b: '见 virsh', c: 'left', d: ['一'] }), [
    't.a lacks {count}', 't.b lacks virsh list', 't.b lacks max_attempts', 't.c is not translated', 't.d.1 is missing',
  ]);
  assert.deepEqual(slotsIn('{a} of {b|one|many}'), ['a', 'b']);
  assert.deepEqual(namesIn('Neutron raises PortBindingFailed: look at [neutron] url, nova-compute and ERROR'),
    ['PortBindingFailed', '[neutron]', 'nova-compute', 'ERROR']);
});
