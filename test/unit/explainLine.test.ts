// A line of a log → its statement, explained: in words, with functions, releases, wording and a link.

import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { before, test } from 'node:test';
import { explainLine, exceptionRecogniser, statementsOfLine } from '../../src/core/explaining/explainLine';
import { wordsOnStatement } from '../../src/core/explaining/explainStatement';
import type { Explanation } from '../../src/core/model';
import { openStatements } from '../../src/core/statements/statements';
import type { Statements } from '../../src/core/statements/statements';
import { statementId } from '../../src/core/statements/statementTable';
import { loadFacts, loadStatements } from '../../src/knowledge/facts/index';
import type { Facts } from '../../src/knowledge/facts/index';
import { statementNotes } from '../../src/knowledge/statementNotes/index';
import { runCli } from '../support/cli';

let facts: Facts;
let statements: Statements;
before(async () => {
  facts = await loadFacts();
  statements = openStatements(await loadStatements(), exceptionRecogniser(facts));
});

const head = '2025-03-11 14:07:32.418 7';
const request = '[None req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 - - - - - -]';
const instance = '[instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70]';

function explained(line: string, release?: string): Explanation | undefined {
  return explainLine(line, statements, { facts, release });
}

function fact(explanation: Explanation | undefined, label: string): string | undefined {
  return explanation?.facts.find((one) => one.label === label)?.value;
}

test('a line says which statement it is, where it stands and what it means', () => {
  const one = explained(`${head} WARNING nova.virt.libvirt.imagecache ${request} Unknown base file: /var/x`);
  assert.equal(one?.title, 'Unknown base file: %s');
  assert.equal(fact(one, 'Statement'), statementId('Unknown base file: %s'));
  assert.equal(fact(one, 'Logged by'), 'nova.virt.libvirt.imagecache');
  assert.equal(fact(one, 'In'), 'ImageCacheManager._age_and_verify_cached_images');
  assert.equal(fact(one, 'Releases'), 'Kilo – master (the first of these or earlier)');
  assert.match(one?.summary ?? '', /image cache/);
  assert.match(one?.effect ?? '', /^Needs no care: /);
  assert.deepEqual(one?.options.map(({ name }) => name), ['image_cache.remove_unused_base_images']);
  assert.deepEqual(one?.links,
    ['https://opendev.org/openstack/nova/src/branch/master/nova/virt/libvirt/imagecache.py']);
});

test('wrappers, the instance and a traceback are told apart from the message', () => {
  const wrapped = `Mar 11 14:07:32 cmp nova-compute[7]: ${head} INFO nova.compute.manager ${request} ${instance} `
    + 'Took 12.30 seconds to build instance.';
  assert.equal(fact(explained(wrapped), 'In'), 'ComputeManager._do_build_and_run_instance');
  const traceback = `${head} ERROR nova.compute.manager ${instance} Traceback (most recent call last):`;
  assert.equal(explained(traceback), undefined);
  const spawn = explained(`${head} ERROR nova.compute.manager ${request} ${instance} Instance failed to spawn: `
    + 'nova.exception.VolumeNotCreated: Volume x did not finish');
  assert.equal(spawn?.title, 'Instance failed to spawn');
  assert.equal(fact(spawn, 'Level'), 'ERROR, with traceback');
});

test('a message alone is enough where it fixes enough letters', () => {
  assert.equal(explained('Took 12.30 seconds to build instance.')?.title, 'Took %0.2f seconds to build instance.');
  assert.equal(explained(`${instance} Terminating instance`)?.title, 'Terminating instance');
  assert.equal(explained('name: value'), undefined);
  assert.equal(explained('nothing that Nova logs'), undefined);
});

test('a reworded statement says what it was and since when', () => {
  const one = explained(`${head} DEBUG nova.compute.resource_tracker ${request} Auditing locally available compute `
    + 'resources for c1 (node: c1)');
  assert.equal(fact(one, 'Worded otherwise before Ocata'),
    'Auditing locally available compute resources for node %(node)s');
});

test('the release in question decides which file is shown', () => {
  const line = `${head} INFO nova.compute.manager ${request} ${instance} Terminating instance`;
  assert.deepEqual(explained(line, 'queens')?.links,
    ['https://opendev.org/openstack/nova/src/tag/17.0.13/nova/compute/manager.py']);
});

test('an exception that is logged as it is says so', () => {
  const one = explained(`${head} ERROR nova.compute.manager ${request} ${instance} Build of instance x aborted: No.`);
  assert.equal(one?.title, 'ComputeManager._do_build_and_run_instance');
  assert.match(one?.summary ?? '', /exception/);
});

test('lines of libraries count, under the names that they log with', () => {
  const [match] = statementsOfLine(`${head} ERROR oslo.messaging._drivers.impl_rabbit [-] Connection failed: `
    + '[Errno 111] ECONNREFUSED (retrying in 2.0 seconds): ConnectionRefusedError: [Errno 111]', statements);
  assert.equal(match?.places[0]?.logger, 'oslo_messaging._drivers.impl_rabbit');
});

test('each of our words is on a statement of the source, and on each but one time', () => {
  const known = new Set(statements.all().map(({ id }) => id));
  const texts = statementNotes.flatMap(({ text }) => text);
  assert.ok(statementNotes.length >= 150, `${statementNotes.length} statements are explained`);
  assert.deepEqual(texts.filter((text) => !known.has(statementId(text))), []);
  const ids = texts.map(statementId);
  assert.deepEqual(texts.filter((_, index) => ids.indexOf(ids[index] ?? '') !== index), []);
});

test('our words are whole sentences, and say what needs no care', () => {
  for (const { text, meaning, benign } of statementNotes) {
    for (const words of [meaning, ...(benign === undefined ? [] : [benign])]) {
      assert.match(words, /^[A-Za-z`].*[.]$/, `${String(text)}: ${words}`);
      assert.ok(words.length <= 330, `${String(text)}: ${words.length}`);
    }
  }
  for (const text of ['Unknown base file: %s', 'During sync_power_state the instance has a pending task (%(task)s). Skip.',
    'Instance disappeared during build.', 'No compute node record for %(host)s:%(node)s']) {
    assert.ok(wordsOnStatement(statementId(text))?.benign, text);
  }
});

test('the command line explains a whole line', async () => {
  const { out, status } = await runCli(['explain',
    `${head} WARNING nova.virt.libvirt.imagecache ${request} Unknown base file: /var/x`]);
  assert.equal(status, 0);
  assert.match(out, /Statement: 63d7515a/);
  assert.match(out, /https:\/\/opendev\.org\//);
});

test('the id of a statement leads back to it', async () => {
  const { out, status } = await runCli(['explain', statementId('Unknown base file: %s')]);
  assert.equal(status, 0);
  assert.match(out, /^Unknown base file: %s\n/);
});

test('a line is explained from cold in a moment', async (context) => {
  const line = `${head} INFO nova.compute.manager ${request} ${instance} Terminating instance`;
  const times: number[] = [];
  for (let run = 0; run < 8; run++) {
    const start = performance.now();
    const { status } = await runCli(['explain', line]);
    times.push(performance.now() - start);
    assert.equal(status, 0);
  }
  const best = Math.min(...times);
  context.diagnostic(`${Math.round(best)} ms at best of ${times.length} runs`);
  // 150 ms are promised; a slower machine that does other work as well may take some times as long
  assert.ok(best < 600, `${Math.round(best)} ms`);
});
