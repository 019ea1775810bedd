// Archives with large logs in them: what is in them is summed up, told and cut out as where all is read in
// full, however it is packed; what is cut off gives what can be read, and says so.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import zlib from 'node:zlib';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { defaultLimits } from '../../src/core/limits';
import { lookupOf } from '../../src/core/lookup';
import type { Analysis } from '../../src/core/model';
import { reportOf } from '../../src/core/render/report';
import type { Problem } from '../../src/core/sets/problem';
import { listInputs } from '../../src/disk/files';
import { openLargeSet } from '../../src/disk/large/largeSet';
import type { LargeSet } from '../../src/disk/large/largeSet';
import { readSet } from '../../src/disk/set';
import { makeCloudSet } from '../samples/cloudSet';
import { generateLarge } from '../samples/large';
import { tarOf, zipOf } from '../support/archives';
import { runCli } from '../support/cli';
import { cloudFolder } from '../support/cloudFolder';
import { assertSummed, countsIn, countsOf, summed, verdict } from '../support/large';
import { scratchFolder } from '../support/scratch';

interface Both {
  readonly set: LargeSet;
  readonly whole: Analysis;
  readonly problems: readonly Problem[];
}

async function read(t: TestContext, name: string, bytes: Uint8Array): Promise<Both> {
  const listing = listInputs([`${scratchFolder(t, { [name]: bytes })}/${name}`]);
  const set = await openLargeSet(name, listing.inputs, { partSize: 300_000 });
  assert.ok(set, 'it can be read so');
  t.after(() => set.close());
  const { digests, problems } = await readSet(listing, {
    open: ({ source }, origin) => openDigest(source, { origin, keepLines: true }),
  });
  return { set, whole: analyse(digests, defaultLimits), problems };
}

async function hold({ set, whole, problems }: Both): Promise<void> {
  assertSummed(summed(set), whole);
  assert.equal(set.facts().lines, whole.digests.reduce((sum, { lines }) => sum + lines, 0));
  assert.deepEqual(set.problems, problems);
  const lookup = lookupOf(whole);
  for (const { instance, operations } of whole.timelines.filter((_, at) => at % 7 === 0)) {
    const own = set.analysisOfAll([instance])?.timelines.find((one) => one.instance === instance);
    assert.deepEqual(own?.operations.map(verdict), operations.map(verdict), instance);
    const lines = [...await set.extract({ kind: 'instance', id: instance }, 0) ?? []];
    const found = lines.map(({ source, line }) => `${source}:${line}`);
    const wanted = [...linesAbout(lookup, { kind: 'instance', id: instance }, 0)]
      .flatMap(([source, numbers]) => numbers.map((line) => `${source}:${line}`));
    assert.deepEqual(found.sort(), wanted.sort(), instance);
  }
}

// rotated logs in it are packed, by gzip and zstd
const cloud = cloudFolder(makeCloudSet({ seed: 6, operations: 40, computes: 2, skew: 0 }).files);

test('logs of several services and hosts in a .tar, a .tar.gz and a .zip', async (t) => {
  const tar = await tarOf(cloud);
  await hold(await read(t, 'logs.tar', tar));
  await hold(await read(t, 'logs.tar.gz', zlib.gzipSync(tar)));
  await hold(await read(t, 'logs.zip', zipOf(cloud)));
});

test('archives within an archive, one for each host', async (t) => {
  const hosts = [...new Set(Object.keys(cloud).map((name) => name.split('/')[0] ?? ''))];
  const inner = await Promise.all(hosts.map(async (host): Promise<[string, Uint8Array]> => {
    const own = Object.entries(cloud).filter(([name]) => name.startsWith(`${host}/`));
    return [`sosreport-${host}.tar.gz`, zlib.gzipSync(await tarOf(Object.fromEntries(own)))];
  }));
  await hold(await read(t, 'must-gather.tar', await tarOf(Object.fromEntries(inner))));
});

test('of an archive that is cut off all is read that is there, and it says so', async (t) => {
  const packed = zlib.gzipSync(await tarOf(cloud));
  const both = await read(t, 'logs.tar.gz', packed.subarray(0, packed.length * 0.7));
  assert.ok(both.problems.some(({ id }) => id === 'cutShort'));
  await hold(both);
});

test('the command sums an archive up by workers, and tells one instance of it', async (t) => {
  const text = [...generateLarge(3_000_000, { seed: 8 })].join('');
  const half = text.lastIndexOf('\n', text.length / 2) + 1;
  const said = 'May  6 10:11:12 c1 systemd[1]: Started Session 12 of user root, as every minute of the day.\n';
  const tar = await tarOf({
    // more than is read in full of other logs; Nova says nothing in it
    'c1/var/log/messages': said.repeat(60_000),
    'c1/var/log/nova/nova.log.1': text.slice(0, half), 'c1/var/log/nova/nova.log': text.slice(half),
    'c1/etc/hostname': 'c1\n', 'c1/etc/motd': 'welcome\n',
  });
  const place = `${scratchFolder(t, { 'sos.tar.gz': zlib.gzipSync(tar) })}/sos.tar.gz`;
  const summary = JSON.parse((await runCli(['report', '--summary', '--json', place])).out) as Told;
  const { digests } = await readSet(listInputs([place]), { open: ({ source }) => openDigest(source) });
  const whole = analyse(digests, defaultLimits);
  assert.deepEqual(countsIn(summary), countsOf(whole));
  const id = whole.groups?.[0]?.instances[0] ?? '';
  const one = JSON.parse((await runCli(['report', '--summary', '--json', '--instance', id, place])).out) as Report;
  assert.deepEqual(one.logs.map(({ source, lines }) => [source, lines]),
    reportOf(whole).logs.map(({ source, lines }) => [source, lines]));
  assert.equal(one.timelines[0]?.instance, id);
});

test('an archive of which little is a log is told instance by instance', async (t) => {
  const entries = { 'c1/core.dump': randomBytes(9_000_000), 'c1/var/log/nova/nova.log': [...generateLarge(300_000)].join('') };
  const place = `${scratchFolder(t, { 'sos.tar.gz': zlib.gzipSync(await tarOf(entries)) })}/sos.tar.gz`;
  const { out } = await runCli(['report', place]);
  assert.equal(out, (await runCli(['report', '--all', place])).out);
});

type Report = ReturnType<typeof reportOf>;
type Told = Parameters<typeof countsIn>[0];
