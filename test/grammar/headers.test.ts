// A header that the parser reads does not stay grey: level, logger, ids and time of each have their scopes.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { headerReader } from '../../src/core/reading/header';
import type { Header } from '../../src/core/model';
import { noMarks } from '../../src/core/reading/clean';
import { marksIn } from '../../src/core/reading/sample';
import { lineUnwrapper, type LineUnwrapper } from '../../src/core/reading/unwrap';
import { frames, layouts, wrappers } from '../../src/knowledge/formats';
import { loadTokenizer, textsWith, type Tokenizer } from './tokenizer';

const corpus = process.env.NOVA_LENS_CORPUS ?? '../shared/corpus';
const facts = process.env.NOVA_LENS_FACTS ?? '../shared/nova-facts';

const openReader = (marks = noMarks) => lineUnwrapper(headerReader(), { ...marks, bracketTags: true });

function headerOf(line: string, reader: LineUnwrapper): Header | undefined {
  const { own, document } = reader.read(line);
  const carried = document?.lines[0];
  const inner = () => (carried === undefined ? undefined : openReader().read(carried).own?.header);
  return own?.header ?? document?.header ?? inner();
}

/** What the parser read in the line and the grammar did not mark. */
function greyIn(tokenizer: Tokenizer, line: string, header: Header): readonly string[] {
  const tokens = tokenizer.tokensOf(line);
  const missing = (part: string, value: string | undefined) => {
    const bare = value?.toLowerCase().replace(/^req-/, '');
    if (bare === undefined || bare === '' || !line.toLowerCase().includes(bare)) return [];
    const isMarked = textsWith(tokens, part).some((text) => text.toLowerCase().includes(bare));
    return isMarked ? [] : [`${part} ${value}`];
  };
  const level = header.level === 'WARNING' ? 'WARN' : header.level;
  const hasTime = header.time === undefined || textsWith(tokens, '.time.').length > 0;
  return [
    ...missing('.level.', level), ...missing('.logger.', header.logger), ...missing('.request.', header.request),
    ...missing('.request.global.', header.globalRequest), ...missing('.instance.', header.instance),
    ...missing('.process.', header.process), ...(hasTime ? [] : ['.time.']),
  ];
}

/** One per test: it counts the headers. */
async function openFinder() {
  const tokenizer = await loadTokenizer();
  const seen = { headers: 0 };
  const greyLines = (lines: readonly string[], reader = openReader()) => lines.flatMap((line) => {
    const header = headerOf(line, reader);
    if (header?.level === undefined) return [];
    seen.headers += 1;
    const grey = greyIn(tokenizer, line, header);
    return grey.length > 0 ? [`${grey.join(', ')}: ${line.slice(0, 300)}`] : [];
  });
  return { seen, greyLines };
}

test('each sample of a layout, a wrapper or a frame has its header marked', async () => {
  const { seen, greyLines } = await openFinder();
  // what the API answers has no head: its record is made of fields
  const headed = layouts.filter(({ id }) => id !== 'answer');
  const samples = [...headed, ...wrappers, ...frames].flatMap((row) => row.samples);
  // what stands around the lines of one log alone is learnt from it
  const readerOf = (text: string) => openReader(marksIn([{ number: 0, text }]));
  assert.deepEqual(samples.flatMap((sample) => greyLines([sample], readerOf(sample))), []);
  assert.ok(seen.headers > samples.length * 0.9, `${seen.headers} of ${samples.length}`);
});

test('a header behind two wrappers, colours or quote marks is marked', async () => {
  const { greyLines } = await openFinder();
  const inner = wrappers.flatMap(({ samples }) => samples.slice(0, 1)).filter((sample) => !sample.startsWith('{'));
  const lines = inner.flatMap((sample) => [`> ${sample}`, `12: ${sample}`]);
  assert.deepEqual(lines.flatMap((line) => greyLines([line])), []);
});

const formats = path.join(facts, 'oslo-log-formats.json');

/** Every example of the facts, as lines. */
function examplesIn(value: unknown, isExample = false): readonly string[] {
  if (typeof value === 'string') return isExample ? value.split('\n') : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    examplesIn(inner, isExample || key === 'examples' || key === 'example'));
}

test('each example of each release has its header marked', { skip: !fs.existsSync(formats) && 'no facts here' }, async () => {
  const { seen, greyLines } = await openFinder();
  const lines = examplesIn(JSON.parse(fs.readFileSync(formats, 'utf8')));
  assert.deepEqual(lines.flatMap((line) => greyLines([line])), []);
  assert.ok(seen.headers > 40, String(seen.headers));
});

test('each header of real logs is marked', { skip: !fs.existsSync(corpus) && 'no corpus here' }, async () => {
  const { seen, greyLines } = await openFinder();
  const files = fs.readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:log|txt)$/.test(file));
  const grey = files.flatMap((file) => {
    const lines = fs.readFileSync(path.join(corpus, file), 'utf8').split(/\r?\n/);
    return greyLines(lines.slice(0, 1000)).map((line) => `${file}: ${line}`);
  });
  assert.deepEqual(grey, []);
  assert.ok(seen.headers > 10_000, String(seen.headers));
});
