// A name or message → an explanation; the shipped facts against the full ones where they are.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { classOfMessage } from '../../src/core/faults/classOfMessage';
import { explainException, explainMessage, explainOption, explainPhase } from '../../src/core/explaining/explain';
import { isWithin, nearestRead, parseRelease, releaseName, valueIn } from '../../src/core/statements/release';
import { exceptionNotes, otherNames } from '../../src/knowledge/exceptions/index';
import { loadFacts } from '../../src/knowledge/facts/index';
import { messageNotes } from '../../src/knowledge/messages';
import { releases } from '../../src/knowledge/releases';
import type { PhaseSpec } from '../../src/knowledge/schema';

const factsFolder = process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts';
const hasFacts = fs.existsSync(path.join(factsFolder, 'exceptions.json'));
const withoutFacts = hasFacts ? false : 'the full facts are not here';

/** A file of the full facts; what is read of it is checked by the assertions that use it. */
type Full = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

function fullFacts(name: string): Full {
  return JSON.parse(fs.readFileSync(path.join(factsFolder, name), 'utf8')) as Full;
}

// ---- exceptions -------------------------------------------------------------------------------------------

test('a class is found with and without module, and as it arrives from another service', async () => {
  const facts = await loadFacts();
  const names = [
    'NoValidHost', 'nova.exception.NoValidHost', 'nova.exception_Remote.NoValidHost_Remote', ' NoValidHost: ',
    '`NoValidHost`', 'exception.NoValidHost', 'exc.NoValidHost',
  ];
  for (const name of names) assert.equal(explainException(name, facts)?.name, 'NoValidHost', name);
});

test('where it was raised is said as our phase and the source tell, not as another phase beside it', async () => {
  const facts = await loadFacts();
  const effect = (phase: 'vif_plug' | 'networking') =>
    explainException('VirtualInterfaceCreateException', facts, { phase, kind: 'create' })?.effect ?? '';
  assert.match(effect('vif_plug'), /^During create, at spawn, plugging and starting: the build is aborted/);
  assert.doesNotMatch(effect('vif_plug') + effect('networking'), /it shows when/);
});

test('a library is told from Nova by its module', async () => {
  const facts = await loadFacts();
  const summary = (name: string) => explainException(name, facts)?.summary ?? '';
  assert.match(summary('keystoneauth1.exceptions.http.Unauthorized'), /^Keystone refused the credentials/);
  assert.match(summary('nova.exception.Unauthorized'), /^The token of the request/);
  assert.match(summary('glanceclient.exc.Unauthorized'), /^Glance did not accept the token/);
  assert.match(summary('placement.exception.PolicyNotAuthorized'), /^Exception of placement\.exception/);
  assert.match(summary('PermissionError'), /^The Nova user may not/);
  assert.match(summary('rbd.PermissionError'), /^The Ceph user/);
  assert.match(summary('EndpointNotFound'), /^The catalogue of Keystone/);
  assert.match(summary('ConnectionFailed'), /^Nova could not reach the Neutron API/);
  assert.match(summary('oslo_concurrency.processutils.ProcessExecutionError'), /^A command that Nova ran/);
  assert.match(summary('os_brick.exception.VolumeEncryptionNotSupported'), /^The volume is encrypted/);
});

test('a name that several libraries use says whose class the card is about, and who else has one', async () => {
  const facts = await loadFacts();
  const others = (name: string) => {
    const card = explainException(name, facts);
    return [card?.title, card?.facts.find(({ label }) => label.startsWith('Others'))?.value];
  };
  assert.deepEqual(others('EndpointNotFound'),
    ['EndpointNotFound (keystoneauth1)', 'cinderclient, glanceclient']);
  assert.deepEqual(others('Unauthorized'),
    ['Unauthorized (nova)', 'glanceclient, keystoneauth1, neutronclient']);
  // Glance's client raises classes of other names
  assert.deepEqual(others('Conflict'), ['Conflict (neutronclient)', 'glanceclient, keystoneauth1']);
  assert.deepEqual(others('PermissionError'), ['PermissionError (Python)', 'rbd']);
  assert.deepEqual(others('cinderclient.exceptions.BadRequest'), ['BadRequest', undefined]);
  // as code imports it: whose module it is, it does not say
  assert.deepEqual(others('exceptions.Conflict'), ['Conflict (neutronclient)', 'glanceclient, keystoneauth1']);
  // these were Nova's own before they became a library's
  for (const name of ['ProcessExecutionError', 'TraitNotFound', 'NoValidHost']) {
    assert.deepEqual(others(name), [name, undefined]);
  }
});

test('a class without words of its own has those of the class that it is another name for', async () => {
  const facts = await loadFacts();
  for (const [name, other] of Object.entries(otherNames)) {
    const card = explainException(name, facts);
    assert.equal(card?.summary, explainException(other, facts)?.summary, name);
    assert.ok(card?.effect !== undefined && card.facts.some(({ value }) => value === other), name);
    assert.ok(!(name in exceptionNotes) && other in exceptionNotes, name);
  }
});

test('a name that nothing knows is not explained', async () => {
  const facts = await loadFacts();
  for (const name of ['Frobnicated', 'nova.exception.Frobnicated', 'Error', '', '.', 'constructor', '__proto__']) {
    assert.equal(explainException(name, facts), undefined, name);
  }
});

test('each class of the facts has a card, and each says something', async () => {
  const facts = await loadFacts();
  const foreign = [...facts.foreign.values()].flat().map(({ module, name }) => `${module}.${name}`);
  const names = [...facts.nova.keys()].map((name) => `nova.exception.${name}`).concat(foreign);
  assert.ok(facts.nova.size >= 810 && foreign.length >= 211);
  const silent = names.filter((name) => {
    const card = explainException(name, facts);
    return !card || card.summary === '' || card.facts.length === 0;
  });
  assert.deepEqual(silent, []);
});

test('a card from facts alone says what the source says, and no more', async () => {
  const card = explainException('InvalidGlobalAPIVersion', await loadFacts());
  assert.equal(card?.causes.length, 0);
  assert.equal(card?.effect, undefined);
  assert.match(card?.summary ?? '', /^Exception of nova\.exception\. Its message: "Version %\(req_ver\)s/);
  assert.ok(card?.facts.some(({ label, value }) => label === 'Releases' && value === 'Kilo – master'));
});

test('what a class does to a build depends on the phase', async () => {
  const facts = await loadFacts();
  const effect = (name: string, phase: 'claim' | 'block_device_mapping' | 'spawning') =>
    explainException(name, facts, { phase })?.effect ?? '';
  assert.match(effect('ProcessExecutionError', 'spawning'), /^During create, .*another host/);
  assert.match(effect('VolumeNotCreated', 'block_device_mapping'), /^During create, in block .*aborted/);
  assert.match(effect('ComputeResourcesUnavailable', 'claim'), /^During create, at the claim: .*another host/);
  assert.match(effect('InstanceNotFound', 'spawning'), /being deleted/);
  assert.match(effect('cursive.exception.SignatureVerificationError', 'spawning'), /aborted/);
});

test('what a class does to a build depends on the release', async () => {
  const facts = await loadFacts();
  const effect = (release: string) =>
    explainException('InvalidInput', facts, { release, phase: 'spawning' })?.effect ?? '';
  assert.match(effect('newton'), /another host; ERROR once no host or attempt is left \(Newton\)/);
  assert.match(effect('22.4.0'), /aborted.*\(Victoria\)/);
});

test('a rebuild is judged by its own clauses', async () => {
  const facts = await loadFacts();
  const effect = (kind: 'rebuild' | 'evacuate', release: string) =>
    explainException('ComputeResourcesUnavailable', facts, { kind, release, phase: 'claim' })?.effect ?? '';
  assert.match(effect('evacuate', 'master'), /keeps the state it had \(master\)/);
  assert.match(effect('evacuate', '14'), /becomes a BuildAbortException/);
});

test('the message of a card is that of the release', async () => {
  const facts = await loadFacts();
  const message = (release: string) => explainException('VolumeNotCreated', facts, { release })
    ?.facts.find(({ label }) => label === 'Message')?.value ?? '';
  assert.doesNotMatch(message('juno'), /its status is/);
  assert.match(message('kilo'), /its status is/);
});

// ---- options ----------------------------------------------------------------------------------------------

test('an option is found however it is spelled', async () => {
  const facts = await loadFacts();
  const spellings = [
    'scheduler.max_attempts', '[scheduler] max_attempts', '[scheduler]max_attempts', '[Scheduler]/MAX_ATTEMPTS',
    'CONF.scheduler.max_attempts', 'max_attempts', '[scheduler] max_attempts = 5', '`scheduler.max_attempts`',
  ];
  for (const text of spellings) assert.equal(explainOption(text, facts)?.name, 'scheduler.max_attempts', text);
  assert.equal(explainOption('vif_plugging_timeout', facts)?.name, 'DEFAULT.vif_plugging_timeout');
  assert.equal(explainOption('[default] vif_plugging_timeout=0', facts)?.name, 'DEFAULT.vif_plugging_timeout');
  assert.equal(explainOption('DEFAULT.frobnicate', facts), undefined);
  assert.equal(explainOption('', facts), undefined);
});

test('each option of the facts has an answer', async () => {
  const facts = await loadFacts();
  const silent = [...facts.options.keys()].filter((name) => explainOption(name, facts)?.facts.length === 0
    || explainOption(name, facts) === undefined);
  assert.deepEqual(silent, []);
  assert.ok(facts.options.size > 1400);
});

test('the default is that of the release, a backported one included', async () => {
  const facts = await loadFacts();
  const standard = (release?: string) =>
    explainOption('glance.num_retries', facts, { release })?.options[0]?.defaultValue;
  assert.equal(standard('newton'), '0');
  assert.equal(standard('train'), '3');
  assert.equal(standard(), '3');
  const ratio = (release?: string) =>
    explainOption('cpu_allocation_ratio', facts, { release })?.options[0]?.defaultValue;
  assert.equal(ratio('kilo'), '16');
  assert.equal(ratio(), undefined);
});

test('an explanation names options as the release does', async () => {
  const facts = await loadFacts();
  const names = (release: string) =>
    explainException('MaxRetriesExceeded', facts, { release })?.options.map(({ name }) => name) ?? [];
  assert.ok(names('newton').includes('DEFAULT.scheduler_max_attempts'));
  assert.ok(names('victoria').includes('scheduler.max_attempts'));
  const old = explainException('MaxRetriesExceeded', facts, { release: 'newton' })?.options[0];
  assert.match(old?.meaning ?? '', /^How many hosts are tried/);
});

test('a secret option shows no value', async () => {
  const facts = await loadFacts();
  const secret = [...facts.options.values()].filter((option) => option.secret);
  assert.ok(secret.length >= 4);
  for (const { fullName } of secret) {
    const card = explainOption(fullName, facts);
    assert.equal(card?.options[0]?.defaultValue, undefined, fullName);
    assert.ok(card?.facts.every(({ label }) => !label.startsWith('Default since')), fullName);
  }
});

// ---- messages and phases ----------------------------------------------------------------------------------

test('a message is explained with its instance tag, and as the reason of an aborted build', async () => {
  const facts = await loadFacts();
  const tagged = '[instance: 30e8a024-d1c0-4a64-aae7-a830e8c6be94] Failed to start libvirt guest';
  assert.equal(explainMessage(tagged, facts)?.name, 'Failed to start libvirt guest');
  assert.match(explainMessage('Build of instance 30e8a024-d1c0-4a64-aae7-a830e8c6be94 aborted: Failed to allocate'
    + ' the network(s), not rescheduling.', facts)?.summary ?? '', /does not try another host/);
  assert.equal(explainMessage('Something else entirely', facts), undefined);
});

test('a phase is explained by the table that is given', async () => {
  const phases: readonly PhaseSpec[] = [{
    id: 'claim', title: 'Claim', what: 'Resources are claimed.', service: 'compute', vmState: 'building',
    options: ['DEFAULT.cpu_allocation_ratio'], markers: [],
  }];
  const facts = await loadFacts();
  const card = explainPhase('claim', phases, facts);
  assert.equal(card?.summary, 'Resources are claimed.');
  assert.deepEqual(card?.options.map(({ name }) => name), ['DEFAULT.cpu_allocation_ratio']);
  assert.equal(explainPhase('spawning', phases, facts), undefined);
});

test('a message without a class leads to the class that words it so', async () => {
  const facts = await loadFacts();
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['The supplied disk path (/var/lib/nova/instances/x) already exists, it is expected not to exist.',
      'DestinationDiskExists'],
    ['No valid host was found. There are not enough hosts available.', 'NoValidHost'],
    ['Build of instance 30e8 aborted: Block Device Mapping is Invalid.', 'BuildAbortException'],
    ['Volume 1 did not finish being created even after we waited 9 seconds or 2 attempts.', 'VolumeNotCreated'],
    // several classes have these texts
    ['Conflict updating instance 1. Expected: {}. Actual: {}', undefined],
    ['Not authorized.', undefined],
    ['Timed out waiting for something else', undefined],
    ['', undefined],
  ];
  for (const [text, name] of cases) assert.equal(classOfMessage(text, facts), name, text);
});

test('each template that one class alone has leads back to a class with that template', async () => {
  const facts = await loadFacts();
  const filled = (text: string) => text.replace(/%\([^)]*\)[-#0 +]?\d*(?:\.\d+)?([a-z])/g,
    (_, kind: string) => (/[dif]/.test(kind) ? '7' : 'x1')).trim();
  const count = new Map<string, number>();
  for (const { text = '' } of facts.nova.values()) count.set(filled(text), (count.get(filled(text)) ?? 0) + 1);
  let found = 0;
  const wrong: string[] = [];
  for (const { name, text } of facts.nova.values()) {
    if (!text || count.get(filled(text)) !== 1) continue;
    const type = classOfMessage(filled(text), facts);
    if (type === name) found++;
    else if (type !== undefined) wrong.push(`${name} → ${type}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(found > 650, `${found} classes are found by their message`);
});

test('a long message that matches nothing costs little', async () => {
  const facts = await loadFacts();
  classOfMessage('warm', facts);
  const started = performance.now();
  for (const text of ['Instance '.repeat(20_000), 'No '.repeat(50_000), 'x'.repeat(500_000)]) {
    assert.equal(classOfMessage(text, facts), undefined);
  }
  assert.ok(performance.now() - started < 1500);
});

// ---- releases ---------------------------------------------------------------------------------------------

test('a release is known by its number, name and versions', () => {
  const same: readonly (readonly [string, string | undefined])[] = [
    ['22', '22'], ['Victoria', '22'], ['victoria', '22'], ['22.4.0', '22'], ['stable/victoria', '22'],
    ['2024.1', '29'], ['caracal', '29'], ['2024.1 Caracal', '29'], ['2015.1.4', '2015.1'], ['kilo', '2015.1'],
    ['master', 'master'], ['2014.3', undefined], ['99', undefined], ['', undefined],
  ];
  for (const [text, id] of same) assert.equal(parseRelease(text), id, text);
  assert.equal(releaseName('20.6.1'), 'Train (20.6.1)');
});

test('releases are compared by time, not by number', () => {
  assert.ok(isWithin('2015.1', '2013.2', '14'));
  assert.ok(!isWithin('2015.1', '12', 'master'));
  assert.equal(valueIn([['2015.1', 'a'], ['20.6.1', 'b'], ['21', 'c']], '20'), 'b');
  assert.equal(valueIn([['2015.1', 'a'], ['20.6.1', 'b']], '19'), 'a');
  assert.equal(nearestRead('17'), '14');
  assert.equal(nearestRead('20'), '22');
  assert.equal(nearestRead(undefined), 'master');
});

// ---- the shipped facts against the full ones --------------------------------------------------------------

test('the shipped exceptions are those of the full facts', { skip: withoutFacts }, async () => {
  const facts = await loadFacts();
  const full = fullFacts('exceptions.json');
  const classes = full['exceptions'] ?? {};
  assert.deepEqual([...facts.nova.keys()].sort(), Object.keys(classes).sort());
  for (const [name, row] of Object.entries(classes)) {
    const known = facts.nova.get(name);
    assert.deepEqual(
      [known?.first, known?.last, known?.code, known?.removedIn, known?.parent],
      [row['first'], row['last'], row['code'] ?? undefined, row['removed_in'], row['parent']],
      name,
    );
    if (!row['msg_inherited']) assert.equal(known?.text, row['msg_fmt'] ?? known?.text, name);
    const raised = (row['raised'] ?? {}) as Record<string, string[]>;
    assert.equal(known?.raised.filter(({ mask }) => (mask & 4) !== 0).length, raised['master']?.length ?? 0, name);
  }
  assert.deepEqual(Object.keys(full['releases'] ?? {}).sort(), releases.map(([id]) => id).sort());
});

test('the shipped options are those of the full facts', { skip: withoutFacts }, async () => {
  const facts = await loadFacts();
  const full = fullFacts('config-options.json');
  const parts = ['options', 'kilo_to_mitaka_only', 'library_options'];
  const names = parts.flatMap((part) => Object.keys(full[part] ?? {}));
  assert.deepEqual([...facts.options.keys()].sort(), [...new Set(names)].sort());
  for (const [name, row] of Object.entries(full['options'] ?? {})) {
    const known = facts.options.get(name);
    assert.deepEqual(
      [known?.type, known?.first, known?.last, known?.min, known?.removedIn],
      [row['type'], row['first'], row['last'], row['min'], row['removed_in']],
      name,
    );
    assert.deepEqual(known?.default ?? null, row['default'] ?? null, name);
  }
});

/** Messages that Nova logs by no statement of their own: reasons, and warnings that are logged once. */
const notStatements = [
  'Failed to allocate the network(s), not rescheduling.',
  'No authentication information found for placement API. Placement is optional in Newton, but required in'
    + ' Ocata. Please enable the placement service before upgrading.',
];

test('each explained message is a statement of Nova, logged where the row says', { skip: withoutFacts }, () => {
  const statements = fullFacts('log-messages.json')['messages'] as unknown as
    readonly { readonly t: string; readonly w: readonly { readonly m: string }[] }[];
  const logged = messageNotes.filter(({ text }) => !notStatements.includes(text));
  const wrong = logged.filter(({ text, logger }) => {
    const loggers = statements.filter(({ t }) => t === text).flatMap(({ w }) => w.map(({ m }) => m));
    return ![logger].flat().every((name) => loggers.includes(name));
  });
  assert.deepEqual(wrong.map(({ text }) => text), []);
});
