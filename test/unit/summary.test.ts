// A summary of a large log counts what the whole log tells: instances that are alike are one, told once.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { after, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020';
import { indexTables } from '../../src/core/indexTables';
import { summaryLines } from '../../src/core/render/summaryText';
import { IndexFields } from '../../src/core/scan/indexFields';
import { chunkBegin, modeIndex } from '../../src/core/scan/layout';
import { cAsides, cLoosePrints, cPrints, cSpans, cStrands } from '../../src/core/scan/spanLayout';
import type { Summary } from '../../src/core/summary/summary';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { generateLarge } from '../samples/large';
import { Random } from '../samples/random';
import { runCli } from '../support/cli';
import { assertSummed, countsIn, summedAs, wholeOf } from '../support/large';
import { kernel, twin } from '../support/kernel';

const schemaOf = (name: string) => JSON.parse(fs.readFileSync(`media/${name}.schema.json`, 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
  .addSchema(schemaOf('report')).compile(schemaOf('summary'));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-summary-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

function writeLarge(name: string, size: number): string {
  return write(name, [...generateLarge(size)].join(''));
}

interface Summed {
  readonly summary: Summary<readonly string[]>;
  readonly text: string;
  readonly instances: number;
}

async function summaryOf(file: string, partSize = 700_000): Promise<Summed> {
  const log = await openLargeLog(file, { partSize });
  assert.ok(log);
  const summary = summedAs(log, ({ kind }) => [kind]);
  const text = [...summaryLines(summary, log.facts(), (_style, line) => line)].join('\n');
  const { instances } = log.facts();
  log.close();
  return { summary, text, instances };
}

for (const seed of [7, 8, 9]) {
  test(`a summary counts what the whole log tells, seed ${seed}`, async () => {
    const text = [...generateLarge(5_000_000, { seed })].join('');
    const file = write(`whole-${seed}.log`, text);
    const { summary, instances } = await summaryOf(file);
    const whole = wholeOf(file, text);
    assertSummed(summary, whole);
    assert.ok(summary.read * 3 < instances, `${summary.read} of ${instances} were read in full`);
  });

  test(`so it does where lines are missing, seed ${seed}`, async () => {
    const random = new Random(seed);
    const lines = [...generateLarge(3_000_000, { seed })].join('').split('\n');
    const text = lines.filter(() => random.next() > 0.01).join('\n');
    const file = write(`damaged-${seed}.log`, text);
    const [{ summary }, whole] = [await summaryOf(file), wholeOf(file, text)];
    assertSummed(summary, whole);
  });
}

for (const [share, seed] of [[0.2, 7], [0.5, 8]] as const) {
  test(`and where ${share * 100} % of the lines of a log without DEBUG are, wherever it is cut`, async () => {
    const random = new Random(seed);
    const lines = [...generateLarge(3_000_000, { seed, polls: 12, lowest: 'INFO' })].join('').split('\n');
    const text = lines.filter(() => random.next() > share).join('\n');
    const file = write(`sparse-${seed}.log`, text);
    const whole = wholeOf(file, text);
    for (const partSize of [300_000, 32 << 20]) {
      assertSummed((await summaryOf(file, partSize)).summary, whole);
    }
  });
}

/** Failures of some instances are told in other words, in each line that is about them. */
function inOtherWords(lines: readonly string[]): readonly string[] {
  const words = ['', 'Upper', 'Lower', 'Other'];
  // a traceback without a context is of what its process said last
  const last = new Map<string, number>();
  return lines.map((line) => {
    const [, process = '', context = ''] = /^\S+ \S+ (\d+) \w+ \S+ (\[(?:None )?req-.{8}|\[instance: .{8}|\[-)?/
      .exec(line) ?? [];
    const id = /req-(\w{8})/.exec(context)?.[1] ?? /instance: (\w{8})/.exec(line)?.[1];
    if (id !== undefined && context !== '') last.set(process, Number.parseInt(id.slice(0, 6), 16) % words.length);
    const word = words[last.get(process) ?? 0] ?? '';
    return line.replace(/\b(libvirtError|VolumeNotCreated|NoValidHost|VirtualInterfaceCreateException)\b/,
      `${word}$1`);
  });
}

/** Lines of different processes change places with their neighbours. */
function mixedUp(lines: readonly string[], random: Random): readonly string[] {
  const processOf = (line: string | undefined) => /^\S+ \S+ (\d+) [A-Z]+ /.exec(line ?? '')?.[1];
  const mixed = [...lines];
  for (let at = 1; at < mixed.length; at++) {
    const [before, after] = [mixed[at - 1], mixed[at]];
    const [a, b] = [processOf(before), processOf(after)];
    if (before === undefined || after === undefined || !a || !b || a === b) continue;
    if (random.next() < 0.3) [mixed[at - 1], mixed[at]] = [after, before];
  }
  return mixed;
}

for (const seed of [7, 8, 9]) {
  test(`so it does where failures are told in other words, and lines stand between, seed ${seed}`, async () => {
    const lines = [...generateLarge(4_000_000, { seed, polls: 20 })].join('').split('\n');
    for (const [name, text] of Object.entries({
      words: inOtherWords(lines).join('\n'), mixed: mixedUp(inOtherWords(lines), new Random(seed)).join('\n'),
    })) {
      const file = write(`${name}-${seed}.log`, text);
      const { summary, instances } = await summaryOf(file);
      const whole = wholeOf(file, text);
      assertSummed(summary, whole, name);
      assert.ok(summary.read * 3 < instances, `${summary.read} of ${instances} were read in full`);
    }
  });
}

test('where a log is cut into parts makes no difference', async () => {
  const file = write('cut.log', [...generateLarge(4_000_000, { seed: 11 })].join(''));
  const { summary: whole } = await summaryOf(file, 64 << 20);
  for (const partSize of [100_000, 333_333, 1_000_000]) {
    const { summary } = await summaryOf(file, partSize);
    assert.deepEqual(countsIn(summary), countsIn(whole));
    // what a request says before a cut is not put together with what it says of an instance behind it
    assert.ok(summary.read <= whole.read + 4_000_000 / partSize, `${summary.read} and not ${whole.read}`);
  }
});

test('kernel and twin say the same of the instances of a part, fed in pieces of any size', () => {
  const lines = [...generateLarge(1_500_000, { seed: 3, polls: 20 })].join('').split('\n');
  const text = inOtherWords(lines).join('\n');
  const bytes = Buffer.from(text);
  const columns = [cSpans, cStrands, cAsides, cPrints, cLoosePrints];
  const made = [twin, kernel].map((open, at) => {
    const engine = open(indexTables(), { mode: modeIndex, prefix: { text: new Uint8Array(0), head: 'oslo' } });
    engine.begin();
    for (let from = 0; from <= bytes.length; from += 50_000 + at * 777) {
      const piece = bytes.subarray(from, from + 50_000 + at * 777);
      engine.carry();
      new IndexFields(engine.memory()).setBase(from);
      new Uint8Array(engine.memory()).set(piece, chunkBegin);
      engine.feed(piece.length, false);
      while (!engine.run());
    }
    engine.makeColumns();
    return columns.map((column) => [...new IndexFields(engine.memory()).column(column)]);
  });
  assert.deepEqual(made[0], made[1]);
  assert.ok(made[0]?.every((column) => column.length > 100));
});

test('a log that names no requests is not summed up: what stands between lines would be missed', async () => {
  const text = [...generateLarge(1_000_000)].join('').replace(/\[(?:None )?req-[^\]]*\]/g, '[-]');
  const log = await openLargeLog(write('bare.log', text));
  assert.equal(log?.alike(), undefined);
  log?.close();
});

test('a summary names the causes with one failure in full, and says how much was read', async () => {
  const text = [...generateLarge(3_000_000)].join('');
  const { summary, text: shown } = await summaryOf(write('told.log', text));
  const [first] = summary.causes;
  assert.ok(first);
  assert.match(shown, new RegExp(`${first.count} × ${first.type ?? '?'}`));
  assert.match(shown, new RegExp(`for example ${first.example}:\n +create`));
  assert.match(shown, /\d+ instances were read in full; what the log says of the other \d+ /);
  assert.ok(first.firstTime > 0 && first.firstTime <= first.lastTime);
});

test('an instance of which the log says too much is not called read in full', async () => {
  const instance = '5f5e3a7c-3c1e-4b6c-9a7e-2d4f0c7f5a11';
  const place = path.join(folder, 'long.log');
  const out = fs.openSync(place, 'w');
  const line = '2024-05-06 08:00:00.000 7 INFO nova.compute.manager [None req-11111111-0000-4000-8000-000000000000 '
    + `u p - - - -] [instance: ${instance}] Took 5.00 seconds to spawn the instance on the hypervisor.\n`;
  for (let i = 0; i < 200; i += 1) fs.writeSync(out, line.repeat(1000));
  fs.closeSync(out);
  const { summary, text } = await summaryOf(place);
  assert.deepEqual([summary.read, summary.partly], [0, 1]);
  assert.match(text, /Of 1 further instance only the beginning and the end were read/);
});

const onlyThese = /^Only lines about this instance were read: .*\n/m;

test('a log of more than 64 MB is summed up, and one instance of it is told', async () => {
  const file = writeLarge('large.log', 70_000_000);
  const summed = await runCli(['report', file]);
  assert.equal(summed.status, 1);
  assert.match(summed.out, /^.*large\.log: 70\.\d MB, .* instances, 2024-/);
  const [, instance = '?'] = /for example ([0-9a-f-]{36})/.exec(summed.out) ?? [];
  const told = await runCli(['report', '--instance', instance, file]);
  assert.match(told.out, onlyThese);
  assert.ok(told.out.includes(`\n${instance}\n`));
});

test('one instance is told as the whole log tells it, with what nova.conf says', async () => {
  const file = writeLarge('told.log', 3_000_000);
  const [, instance = '?'] = /for example ([0-9a-f-]{36})/.exec((await runCli(['report', '--summary', file])).out) ?? [];
  const conf = write('nova.conf', '[DEFAULT]\nvif_plugging_timeout = 5\nvif_plugging_is_fatal = true\n');
  const about = ['--instance', instance, '--nova-conf', conf, file];
  const told = await runCli(['report', '--summary', ...about]);
  const whole = await runCli(['report', '--all', ...about]);
  assert.match(told.out, onlyThese);
  const below = ({ out }: { readonly out: string }) => out.slice(out.indexOf('\n')).replace(onlyThese, '');
  assert.ok(whole.out.includes(`\n${instance}\n`));
  assert.equal(below(told), below(whole));
});

test('a summary is the same of a packed log, of standard input and with an index, and says what is cut off', async () => {
  const file = writeLarge('packed.log', 3_000_000);
  const sum = (...args: readonly string[]) => ['report', '--summary', ...args];
  const summed = await runCli(sum(file));
  const packed = zlib.gzipSync(fs.readFileSync(file), { level: 1 });
  const from = (text: string) => text.replaceAll(/^.*packed\.log[^ ]*: |packed\.log[^;]*/gm, '');
  fs.writeFileSync(`${file}.gz`, packed);
  assert.equal(from((await runCli(sum(`${file}.gz`))).out), from(summed.out), 'packed it is the same');
  fs.writeFileSync(`${file}.gz`, packed.subarray(0, packed.length * 0.9));
  const cut = await runCli(sum(`${file}.gz`));
  assert.equal(cut.status, 2);
  assert.match(cut.err, /ends early or is damaged/);
  assert.match(cut.out, /\d+ instances/);
  const piped = await runCli(sum('-'), { input: fs.readFileSync(file) });
  assert.equal(from(piped.out), from(summed.out.replaceAll(file, 'stdin')), 'from standard input it is the same');
  const indexDir = path.join(folder, 'index');
  for (let i = 0; i < 2; i++) {
    assert.equal((await runCli(sum('--index', indexDir, file))).out, summed.out);
  }
  assert.equal(fs.readdirSync(indexDir).length, 1);
});

test('a summary for programs is valid; what cannot be summed up is told in a sentence', async () => {
  const forPrograms = await runCli(['report', '--summary', '--json', writeLarge('part.log', 400_000)]);
  assert.ok(validate(JSON.parse(forPrograms.out)), JSON.stringify(validate.errors, null, 1));
  const odd = await runCli(['report', '--summary', write('odd.log', 'x\n'.repeat(100_000))]);
  assert.deepEqual([odd.status, odd.out], [2, '']);
  assert.match(odd.err, /cannot be summed up/);
  const missing = await runCli(['report', '--summary', path.join(folder, 'no.log')]);
  assert.equal(missing.status, 2);
  assert.match(missing.err, /^nova-lens: There is no file “.*no\.log”/);
});
