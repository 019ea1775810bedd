// `nova-lens explain`: names, lines and tracebacks → what is said of them.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { explainSubject, similarNames } from '../../src/cli/subject';
import { loadFacts } from '../../src/knowledge/facts/index';
import type { Facts } from '../../src/knowledge/facts/index';
import { makeSamples } from '../samples/samples';
import { runCli } from '../support/cli';

let facts: Facts;
before(async () => {
  facts = await loadFacts();
});

interface Said {
  readonly schemaVersion: number;
  readonly explanations: readonly Record<string, unknown>[];
}

const names = (text: string) => explainSubject(text, facts).map(({ name }) => name);

test('an exception goes by its class, with module or without, an option as nova.conf spells it', () => {
  assert.deepEqual(names('VolumeNotCreated'), ['VolumeNotCreated']);
  assert.deepEqual(names('nova.exception.VolumeNotCreated'), ['VolumeNotCreated']);
  assert.deepEqual(names('block_device_allocate_retries = 60'), ['DEFAULT.block_device_allocate_retries']);
  assert.deepEqual(names('[libvirt] virt_type'), ['libvirt.virt_type']);
});

test('a phase goes by its task state or its title', () => {
  assert.deepEqual(names('block_device_mapping'), ['block_device_mapping']);
  assert.deepEqual(names('Block device mapping'), ['block_device_mapping']);
});

test('a line is explained by the class it names, or by the message it follows', () => {
  const line = '2024-05-06 09:14:31.567 5124 ERROR nova.compute.manager [None req-1 - - - - - -] [instance: '
    + 'bda13e0b-832f-4e85-b6df-d5e55dee2be8] Instance failed block device setup: nova.exception.VolumeNotCreated: Volume'
    + ' 838f536d-5bc7-4975-ac7d-cc4fe42ed094 did not finish being created even after we waited 189 seconds or 61 attempts.'
    + ' And its status is downloading.';
  assert.deepEqual(names(line).slice(0, 1), ['VolumeNotCreated']);
  assert.deepEqual(names('No valid host was found. There are not enough hosts available.'), ['NoValidHost']);
});

test('of a whole traceback the exceptions of its chain are explained', () => {
  const log = makeSamples().find(({ name }) => name === 'port-not-plugged/nova-compute.log')?.text ?? '';
  const lines = log.split('\n');
  const from = lines.findIndex((line) => line.includes('Instance failed to spawn'));
  const traceback = lines.slice(from, from + 40).join('\n');
  assert.ok(names(traceback).includes('VirtualInterfaceCreateException'), names(traceback).join());
});

test('what nothing is known about is said so, with the nearest names', async () => {
  assert.deepEqual(explainSubject('qwertzuiop', facts), []);
  assert.deepEqual(similarNames('VolumeNotCreate', facts).slice(0, 1), ['VolumeNotCreated']);
  assert.deepEqual(similarNames('xy', facts), []);
  const { status, out, err } = await runCli(['explain', 'VolumeNotCreate']);
  assert.deepEqual([status, out], [2, '']);
  assert.equal(err, 'nova-lens: Nothing is known about “VolumeNotCreate”; did you mean VolumeNotCreated?\n');
});

test('text and JSON say the same; absent is null', async () => {
  const text = await runCli(['explain', 'NoValidHost']);
  assert.equal(text.status, 0);
  assert.match(text.out, /^NoValidHost\n/);
  const json = await runCli(['explain', '--json', 'NoValidHost']);
  const { schemaVersion, explanations } = JSON.parse(json.out) as Said;
  assert.equal(schemaVersion, 1);
  assert.equal(explanations[0]?.['name'], 'NoValidHost');
  assert.ok('effect' in (explanations[0] ?? {}));
});

test('a release that Nova never had is misuse', async () => {
  const { status, err } = await runCli(['explain', '--release', 'yggdrasil', 'NoValidHost']);
  assert.equal(status, 2);
  assert.match(err, /^nova-lens: There is no Nova release “yggdrasil”/);
  assert.equal((await runCli(['explain', '--release', 'newton', 'NoValidHost'])).status, 0);
});

test('a line may come on standard input', async () => {
  const { status, out } = await runCli(['explain', '-'], { input: 'nova.exception.NoValidHost: No valid host was found. \n' });
  assert.equal(status, 0);
  assert.match(out, /^NoValidHost\n/);
  assert.equal((await runCli(['explain', '-'], { input: '\n' })).status, 2);
});
