// A summary counts what the whole log tells, also where lines of an instance name no request, as Nova's own
// threads write them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import { laterMs, quietMs, soonMs } from '../../src/core/scan/spanLayout';
import type { Summary } from '../../src/core/summary/summary';
import * as strays from '../../src/core/timelines/strays';
import { listInputs } from '../../src/disk/files';
import { openLargeSet } from '../../src/disk/large/largeSet';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { readSet } from '../../src/disk/set';
import { makeCloudSet } from '../samples/cloudSet';
import { generateLarge } from '../samples/large';
import { Random } from '../samples/random';
import { cloudFolder } from '../support/cloudFolder';
import { countsIn, countsOf, summed, wholeOf } from '../support/large';
import { withNamelessEvents } from '../support/nameless';
import { scratchFolder } from '../support/scratch';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-nameless-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Summed {
  readonly file: string;
  readonly summary: Summary<string>;
  readonly ids: readonly string[];
}

async function summaryOf(text: string, partSize: number): Promise<Summed> {
  const file = path.join(folder, 'nova.log');
  fs.writeFileSync(file, text);
  const log = await openLargeLog(file, { partSize });
  assert.ok(log);
  assert.ok(log.alike(), 'it is summed up');
  const summary = summed(log);
  const ids = log.instances().map(({ id }) => id);
  log.close();
  return { file, summary, ids };
}

for (const seed of [7, 8, 10]) {
  for (const [size, lowest] of [[2_400_000, 'DEBUG'], [1_500_000, 'INFO']] as const) {
    test(`lines without a request, seed ${seed}, from ${lowest} on`, async () => {
      const made = [...generateLarge(size, { seed, lowest })].join('');
      const text = seed % 2 === 0 ? withNamelessEvents(made) : made;
      const whole = countsOf(wholeOf('nova.log', text));
      for (const partSize of [64 << 20, 700_000, 150_000]) {
        const { summary, ids } = await summaryOf(text, partSize);
        assert.deepEqual(countsIn(summary), whole, `parts of ${partSize}`);
        if (partSize > size) assert.ok(summary.read * 2 < ids.length, `${summary.read} of ${ids.length} were read`);
      }
    });

    test(`and where lines are missing, seed ${seed}, from ${lowest} on`, async () => {
      const random = new Random(seed);
      const whole = [...generateLarge(size, { seed, lowest })].join('').split('\n');
      const text = whole.filter(() => random.next() >= 0.02).join('\n');
      const { file, summary } = await summaryOf(text, 700_000);
      assert.deepEqual(countsIn(summary), countsOf(wholeOf(file, text)));
    });
  }
}

for (const seed of [3, 4, 7]) {
  test(`lines without a request in logs of several services and hosts, seed ${seed}`, async (t) => {
    const { files } = makeCloudSet({ seed, operations: 120, computes: 3, skew: 0 });
    const place = scratchFolder(t, cloudFolder(files.map((file) =>
      ({ ...file, text: seed % 2 === 0 ? withNamelessEvents(file.text) : file.text }))));
    const listing = listInputs([place]);
    const set = await openLargeSet(place, listing.inputs, { partSize: 300_000 });
    assert.ok(set);
    assert.ok(set.alike(), 'it is summed up');
    const { digests } = await readSet(listing, {
      open: ({ source }, origin) => openDigest(source, { origin }),
    });
    assert.deepEqual(countsIn(summed(set)), countsOf(analyse(digests, defaultLimits)));
    set.close();
  });
}

const head = '2024-05-06 08:03:59';
const request = '[None req-527e95d1-9d8a-4193-b0e4-4ae2fcaa0bbc 7cd71ec67034a2507512e8617efac94c bb5c47e588d3d - - default default]';
const one = 'f9cd16e9-6050-4379-9648-a9b04ebcd76b';
const other = '07f6c2f2-41fb-481d-b2d8-3e4eb447e2b4';

for (const [named, list] of Object.entries({
  'a list of one': `['${one}']`, 'a list of Python 2': `[u'${one}']`, 'the same twice': `['${one}', '${one.toUpperCase()}']`,
  'two': `['${one}', '${other}']`, 'none': '[]', 'no whole one': `['${one.slice(0, -1)}']`,
})) {
  test(`an instance that only a list names: ${named}`, async () => {
    const noise = Array.from({ length: 600 }, (_, at) =>
      `${head}.100 6492 INFO nova.api.openstack.requestlog ${request.replace('527e95d1', String(10_000_000 + at))} 192.0.2.10 "GET /v2.1/limits" status: 200 len: 1813 microversion: 2.96 time: 0.1`);
    const text = [
      ...noise,
      `${head}.848 10562 DEBUG nova.scheduler.manager ${request} Starting to schedule for instances: ${list} select_destinations /usr/lib/python3/dist-packages/nova/scheduler/manager.py:141`,
      `${head}.996 10562 DEBUG nova.filters ${request} Starting with 3 host(s) get_filtered_objects /usr/lib/python3/dist-packages/nova/filters.py:70`,
      '',
    ].join('\n');
    const { file, summary, ids } = await summaryOf(text, 64 << 20);
    const whole = wholeOf(file, text);
    assert.deepEqual(ids, whole.timelines.map(({ instance }) => instance));
    assert.deepEqual(countsIn(summary), countsOf(whole));
  });
}

const said: Readonly<Record<string, string>> = {
  R1: 'nova.compute.manager Rebuilding instance',
  R2: 'nova.virt.libvirt.driver Instance shutdown successfully after 4 seconds.',
  R3: 'nova.virt.libvirt.driver Deletion of /var/lib/nova/instances/a_del complete',
  R4: 'nova.virt.libvirt.driver Creating image(s)',
  D1: 'nova.compute.manager Terminating instance',
  D2: 'nova.virt.libvirt.driver Deletion of /var/lib/nova/instances/a_del complete',
  D3: 'nova.compute.manager Took 0.48 seconds to destroy the instance on the hypervisor.',
  n: 'nova.virt.libvirt.driver Instance spawned successfully.',
};

/** Each word is what one of two requests says of an instance, or a line that names none; a number: so many
 *  seconds pass. */
function instanceOf(order: string, at: number): string {
  const id = `${String(10_000_000 + at)}-6050-4379-9648-a9b04ebcd76b`;
  let time = Date.UTC(2024, 4, 6, 8, 0, 0) + at * 10_000_000;
  return order.split(' ').map((word) => {
    time += (Number(word) || 1) * 1000;
    const own = `req-${String(20_000_000 + at * 2 + (word.startsWith('D') ? 1 : 0))}-9d8a-4193-b0e4-4ae2fcaa0bbc`;
    const context = word === 'n' ? '-' : request.replace(/^\[|\]$/g, '').replace(/req-\S+/, own);
    const [logger, ...text] = said[word]?.split(' ') ?? [];
    const when = new Date(time).toISOString().replace('T', ' ').slice(0, 23);
    return logger === undefined ? ''
      : `${when} 6492 INFO ${logger} [${context}] [instance: ${id}] ${text.join(' ')}\n`;
  }).join('');
}

/** Some words of each of three, in all orders in which words of one keep theirs. */
function interleaved(all: readonly (readonly string[])[]): readonly string[] {
  if (all.every((words) => words.length === 0)) return [''];
  return all.flatMap(([first, ...rest], at) => (first === undefined ? []
    : interleaved(all.map((words, other) => (other === at ? rest : words))).map((behind) => `${first} ${behind}`)));
}

test('of several operations of an instance only the order of all lines tells whose some of them are', async () => {
  const orders = interleaved([['R1', 'R2', 'R3', 'R4'], ['D1', 'D2', 'D3'], ['n']]).map((order) => order.trim());
  const text = [...orders, ...orders].map(instanceOf).join('');
  for (const partSize of [64 << 20, 9_000]) {
    const { file, summary } = await summaryOf(text, partSize);
    assert.deepEqual(countsIn(summary), countsOf(wholeOf(file, text)), `parts of ${partSize}`);
  }
});

test('how long an operation may be silent is the same for prints as for timelines', () => {
  assert.deepEqual([soonMs, laterMs, quietMs], [strays.cleanupMs, strays.tailMs, strays.quietMs]);
});

test('whose such a line is may be a matter of how long after others it comes', async () => {
  const orders = ['1', '5', '30', '115', '125', '500', '4000'].flatMap((wait) => [
    `R1 R2 R3 R4 ${wait} n`, `R1 R2 ${wait} n R3 R4`, `R1 ${wait} R2 R3 R4 n`, `D1 D2 D3 ${wait} n`,
    `R1 R2 R3 R4 ${wait} n D1 D2 D3`, `R1 R2 R3 R4 n ${wait} n`,
  ]);
  const text = [...orders, ...orders].map(instanceOf).join('');
  const { file, summary } = await summaryOf(text, 64 << 20);
  assert.deepEqual(countsIn(summary), countsOf(wholeOf(file, text)));
});
