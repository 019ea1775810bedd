// `nova-lens report --by host` and `--rules` on logs that do not fit in memory: what is put together from a
// few instances at a time is what the full reading tells, without what only all lines would tell.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { toldBatches } from '../../src/cli/batchThreads';
import type { TellOrder, Told } from '../../src/cli/batchWorker';
import { confFindings } from '../../src/cli/confFindings';
import { ConfReader } from '../../src/cli/novaConf';
import { analyse } from '../../src/core/analysis';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Hole } from '../../src/core/model';
import { onlyInstances } from '../../src/core/onlyInstance';
import { withOwnStory } from '../../src/core/ownStory';
import { reportTables } from '../../src/core/reportTables';
import { hostLines } from '../../src/core/render/groupText';
import { LogsStream, tellLogs } from '../../src/core/render/logsStream';
import { emptyHole } from '../../src/core/holes/emptyHole';
import { HostStream } from '../../src/core/render/hostStream';
import { ranks, timelineLines } from '../../src/core/render/timelineText';
import { TimelineStream } from '../../src/core/render/timelineStream';
import { ReportStream, tellBatch } from '../../src/core/render/reportStream';
import type { Report } from '../../src/core/render/reportShape';
import { mostForRules } from '../../src/core/rules/rule';
import { parseRuleFile } from '../../src/core/rules/ruleFile';
import { buildRuleSet, noRules } from '../../src/core/rules/ruleSet';
import { openSieve } from '../../src/core/sieve';
import { openEngine } from '../../src/disk/kernel';
import { listInputs } from '../../src/disk/files';
import { BatchReader, batchJobs, optionDumpsOf } from '../../src/disk/large/instanceBatches';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { openLargeSet } from '../../src/disk/large/largeSet';
import type { OpenedLog } from '../../src/disk/large/ownLines';
import { fileOf } from '../../src/disk/packedText';
import { readSet } from '../../src/disk/set';
import { TextSpool } from '../../src/disk/textSpool';
import { makeCloudSet } from '../samples/cloudSet';
import { generateLarge } from '../samples/large';
import { runCli } from '../support/cli';
import { cloudFolder } from '../support/cloudFolder';
import { makeAnalysis, makeDigest } from '../support/analysisBuilder';
import { ruleText } from '../support/ruleText';
import { scratchFolder } from '../support/scratch';
import { otherVm } from '../support/story';

const paint = (_style: string, text: string): string => text;
const worker = path.resolve('dist/lazy/cli-batchWorker.js');
const text = { width: undefined, isColoured: false, full: true };

const { rules } = parseRuleFile(ruleText, 'rules.yaml');

interface Opened {
  readonly opened: OpenedLog;
  close(): void;
}

async function wholeOf(place: string, set = noRules): Promise<Analysis> {
  const { digests } = await readSet(listInputs([place]), {
    open: ({ source }, origin) => openSieve(source, openEngine, { origin, rules: set }),
  });
  return onlyInstances(withOwnStory(analyse(digests, defaultLimits, set)), () => true);
}

async function* told(
  log: Opened, by: 'instance' | 'host', own: NonNullable<TellOrder['rules']>, file: string,
): AsyncGenerator<Told> {
  const few = { instances: 3, lines: 100_000 };
  const order = { novaConf: [], dumps: optionDumpsOf(log.opened), text: { ...text, by }, rules: own };
  yield* toldBatches(log.opened, batchJobs(log.opened, few), order, assert.fail, file);
  log.close();
}

function place(t: TestContext, log: string): string {
  return `${scratchFolder(t, { 'nova.log': log })}/nova.log`;
}

async function open(file: string): Promise<Opened> {
  const log = await openLargeLog(file, { tables: reportTables(), partSize: 400_000 });
  assert.ok(log);
  return log;
}

/** Behind the lines on the logs. */
const body = (lines: string): string => lines.slice(lines.indexOf('\n\n'));

async function holdHosts(whole: Analysis, openAgain: () => Promise<Opened | undefined>): Promise<void> {
  const expected = ['', ...hostLines(whole, paint)].join('\n');
  assert.ok(expected.split('\n').length > 9);
  for (const file of ['nowhere', worker]) {
    const log = await openAgain();
    assert.ok(log);
    const stream = new HostStream(paint);
    for await (const { hosts } of told(log, 'host', [], file)) if (hosts) stream.add(hosts);
    const [shown = ''] = body([...stream.end(['the end'])].join('')).split('\n\nthe end\n');
    assert.equal(shown.split('\n\nHoles')[0]?.trimEnd(), expected.trimEnd());
  }
}

test('what went on on each host is that of the full reading, however few instances are read at once', async (t) => {
  assert.ok(fs.existsSync(worker));
  const file = place(t, [...generateLarge(1_200_000, { seed: 4 })].join(''));
  await holdHosts(await wholeOf(file), () => open(file));
});

test('so it is of logs of several services and hosts', async (t) => {
  const { files } = makeCloudSet({ seed: 5, operations: 36, computes: 3, skew: 0 });
  const folder = scratchFolder(t, cloudFolder(files));
  await holdHosts(await wholeOf(folder), () =>
    openLargeSet(folder, listInputs([folder]).inputs, { tables: reportTables(), partSize: 100_000 }));
});

test('rules say of each instance what they say where all is read', async (t) => {
  const file = place(t, [...generateLarge(1_000_000, { seed: 9, polls: 60 })].join(''));
  const whole = await wholeOf(file, buildRuleSet(rules));
  const found = (id: string) => whole.findings.filter(({ args }) => args['rule'] === id).length;
  assert.ok(found('busy-array') + found('claimed') > 10, JSON.stringify(whole.findings.at(0)));
  const reader = new ConfReader([], assert.fail);
  const { contextOf } = await confFindings(whole, ({ source }) => reader.beside(fileOf(source), undefined));
  const expected = [...timelineLines(whole, { paint, full: true, contextOf }), 'the end', ''].join('\n');
  assert.match(expected, /A claim|The array is busy/);
  for (const beside of ['nowhere', worker]) {
    const spools = Array.from({ length: ranks }, () => new TextSpool());
    const stream = new TimelineStream({ paint, full: true }, { short: undefined, full: spools });
    for await (const one of told(await open(file), 'instance', rules, beside)) if (one.text) stream.add(one.text);
    assert.equal(body([...stream.end(['the end'])].join('')), body(expected));
    spools.forEach((one) => one.close());
  }
});

test('it is said once that an instance has more lines than rules are held against', async (t) => {
  const made = [...generateLarge(1_000_000, { seed: 9 })].join('');
  const [line = ''] = /^.*Claim successful on node .*$/m.exec(made) ?? [];
  const instance = /\[instance: ([^\]]+)\]/.exec(line)?.[1];
  const log = await open(place(t, `${line}\n`.repeat(mostForRules + 1)));
  const read: Told[] = [];
  for await (const one of told(log, 'instance', rules, 'nowhere')) read.push(one);
  assert.deepEqual(read.map((one) => one.text?.partlyRuled), [1]);
  const job = { instances: [0], linked: [[]] };
  const others = `${line.replaceAll(instance ?? '', otherVm)}\n`;
  const again = await open(place(t, `${line}\n`.repeat(mostForRules + 1) + others));
  const reader = new BatchReader(again.opened, new Map(), buildRuleSet(rules));
  const together = reader.read({ instances: [0, 1], linked: [] });
  const countOf = (id: string | undefined) =>
    together.analysis.digests.flatMap(({ own = [] }) => own).filter((one) => one.instance === id).length;
  assert.deepEqual([countOf(instance), countOf(otherVm)], [mostForRules, 1], 'no instance takes the share of another');
  assert.deepEqual(together.partlyRuled, [instance]);
  const batch = new BatchReader(again.opened, new Map(), buildRuleSet(rules)).read(job);
  assert.deepEqual(batch.partlyRuled, [instance]);
  assert.deepEqual(new BatchReader(again.opened, new Map()).read(job).partlyRuled, []);
  again.close();
  const spools = [new TextSpool(), new TextSpool()] as const;
  const report = new ReportStream(...spools);
  const toldOnce = tellBatch(batch.analysis, undefined, batch);
  const pieces = [report.begin(), ...report.add(toldOnce), ...report.end()];
  spools.forEach((one) => one.close());
  assert.deepEqual((JSON.parse(pieces.join('')) as Report).partlyRuled, [instance]);
});

test('a service that lines of some instances name is not missed for the sake of others', () => {
  const hole = { ...emptyHole('service'), service: 'nova-api' };
  const of = (services: readonly string[], holes: readonly Hole[]): Analysis =>
    ({ ...makeAnalysis([], [makeDigest({ services })]), holes });
  const told = (...batches: readonly Analysis[]) => {
    const spools = [new TextSpool(), new TextSpool()] as const;
    const report = new ReportStream(...spools);
    const logs = new LogsStream();
    const pieces = [report.begin()];
    for (const batch of batches) {
      pieces.push(...report.add(tellBatch(batch, undefined, { partly: [], partlyRuled: [] })));
      logs.add(tellLogs(batch, paint));
    }
    pieces.push(...report.end());
    spools.forEach((one) => one.close());
    const { holes = [] } = JSON.parse(pieces.join('')) as Report;
    return [holes.length, [...logs.holes(paint)].filter((line) => line.includes('nova-api')).length];
  };
  const without = of(['nova-compute'], [hole]);
  assert.deepEqual(told(without), [1, 1]);
  assert.deepEqual(told(without, of(['nova-api', 'nova-compute'], [])), [0, 0]);
});

test('the command tells hosts where not all fits in memory, and what was not looked at', async (t) => {
  const file = place(t, [...generateLarge(60_000_000, { seed: 3 })].join(''));
  const little = { env: { NODE_OPTIONS: '--max-old-space-size=50' } };
  const counts = ({ out }: { readonly out: string }) => out.split('\n').filter((line) => /^ +operations there: /.test(line));
  const [all, part] = [await runCli(['report', '--by', 'host', file]), await runCli(['report', '--by', 'host', file], little)];
  assert.ok(counts(all).length > 10, all.out.slice(0, 2000));
  assert.deepEqual(counts(part), counts(all));
  assert.deepEqual([part.err, part.status], ['', all.status]);
  assert.match(part.out, /what befell hosts.* was not looked at\.\n$/);
});
