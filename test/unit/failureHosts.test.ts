// On which hosts failures were that are told once for many: one line of each is looked at, in memory that
// does not grow with the log. What they are is held against the full reading in summary.test.ts and others.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020';
import { specs } from '../../src/core/indexTables';
import { hostOfCode } from '../../src/core/summary/hostOfCode';
import type { Summary } from '../../src/core/summary/summary';
import { Summarizer } from '../../src/core/summary/summary';
import type { Bout } from '../../src/disk/large/bouts';
import { FailureHosts } from '../../src/disk/large/failureHosts';
import type { LargeLog } from '../../src/disk/large/largeLog';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { SpanNotes } from '../../src/disk/large/spanNotes';
import { generateLarge } from '../samples/large';
import { runCli } from '../support/cli';
import { hostsIn, summed, summedAs } from '../support/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-hosts-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'nova.log');
fs.writeFileSync(file, [...generateLarge(3_000_000, { seed: 5, lowest: 'INFO' })].join(''));

async function open(): Promise<LargeLog> {
  const log = await openLargeLog(file, { partSize: 500_000 });
  assert.ok(log);
  return log;
}

test('where bouts were too many to be noted they are looked for again', async () => {
  const log = await open();
  const unnoted = new Map<Bout, Bout>();
  const without = (bout: Bout): Bout => {
    const own = unnoted.get(bout) ?? { ...bout, same: { add: () => undefined, all: () => undefined } };
    unnoted.set(bout, own);
    return own;
  };
  const summarizer = new Summarizer(() => '');
  const hosts = new FailureHosts(log.opened);
  for (const { analysis, alike, boutOf } of log.alike() ?? []) {
    summarizer.add(analysis, alike);
    hosts.add({ analysis, boutOf: (operation) => {
      const bout = boutOf(operation);
      return bout && without(bout);
    } });
  }
  assert.deepEqual(hostsIn(summarizer.summary(hosts.count())), hostsIn(summed(log)));
  log.close();
});

test('of too many failures the host of some is sought, and the others are counted', async () => {
  const log = await open();
  const hostsOf = (summary: Summary<unknown>) =>
    new Map(summary.causes.map(({ type, phase, count, hosts }) => [`${type ?? ''} ${phase ?? ''}`, { count, hosts }]));
  const [all, few] = [hostsOf(summed(log)), hostsOf(summedAs(log, ({ kind }) => kind, 3))];
  let left = 0;
  for (const [cause, { count, hosts }] of few) {
    assert.ok(hosts);
    const known = hosts.hosts.reduce((sum, one) => sum + one.count, 0);
    assert.equal(known + hosts.unknown + hosts.left, count);
    left += hosts.left;
    for (const one of hosts.hosts) {
      const same = all.get(cause)?.hosts?.hosts.find(({ host }) => host === one.host);
      assert.ok((same?.count ?? 0) >= one.count, one.host);
    }
  }
  assert.ok(left > 0);
  assert.ok([...all.values()].every(({ hosts }) => hosts?.left === 0));
  log.close();
});

test('so many spans are noted, and what is left out is known', () => {
  const notes = new SpanNotes(true, 4);
  const [one, other] = [notes.open(), notes.open()];
  const span = (instance: number) =>
    ({ instance, firstLine: instance * 2, lastLine: instance * 3, firstTime: 5, lastTime: 6 });
  one.add(span(1));
  other.add(span(2));
  one.add(span(3));
  assert.deepEqual(one.all(), [span(1), span(3)]);
  other.add(span(4));
  one.add(span(5));
  assert.equal(one.all(), undefined);
  assert.deepEqual(other.all(), [span(2), span(4)]);
});

test('the host stands behind the words of its statement', () => {
  const code = (text: string) => specs.findIndex((spec) => spec.text.startsWith(text)) + 1;
  const head = '2024-05-06 08:00:00.000 7 INFO nova.compute.claims [None req-1 u p] [instance: i] ';
  const [asked, got] = [code('Attempting claim on node'), code('Claim successful on node')];
  assert.equal(hostOfCode(got, `${head}Claim successful on node cmp07.example.org`), 'cmp07.example.org');
  assert.equal(hostOfCode(asked, `${head}Attempting claim on node cmp07: memory 512 MB, disk 1 GB, vcpus 1 CPU`), 'cmp07');
  assert.equal(hostOfCode(got, `${head}Claim successful on node cmp07 {{(pid=7) claim claims.py:9}}`), undefined);
  assert.equal(hostOfCode(code('Took %(seconds)0.2f seconds to spawn'), `${head}Took 1.00 seconds to spawn`), undefined);
});

test('a summary names the hosts of each cause, in words and for programs', async () => {
  const { out } = await runCli(['report', '--summary', file]);
  assert.match(out, /× VirtualInterfaceCreateException .*\n.*\n.*\n +between .*\n +hosts: cmp\d\d\S* \(\d+\)/);
  assert.doesNotMatch(out, /× NoValidHost .*\n.*\n.*\n +between .*\n +hosts: /, 'no host has failed there');
  const schemaOf = (name: string) => JSON.parse(fs.readFileSync(`media/${name}.schema.json`, 'utf8')) as object;
  const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
    .addSchema(schemaOf('report')).compile(schemaOf('summary'));
  const told = JSON.parse((await runCli(['report', '--summary', '--json', file])).out) as {
    causes: { count: number; hosts: { count: number }[]; unknownHosts: number; hostsNotSought: number }[];
  };
  assert.ok(validate(told), JSON.stringify(validate.errors, null, 1));
  for (const { count, hosts, unknownHosts, hostsNotSought } of told.causes) {
    assert.equal(hosts.reduce((sum, one) => sum + one.count, 0) + unknownHosts + hostsNotSought, count);
  }
});
