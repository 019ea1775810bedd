// Which value an option has at a place of a log, where it comes from, and where file and service disagree.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfFile } from '../../src/core/conf/conf';
import { confDrifts } from '../../src/core/conf/confDrift';
import { confValueOf } from '../../src/core/conf/confValues';
import { valueInForce } from '../../src/core/conf/valueInForce';
import type { Digest } from '../../src/core/model';
import { isSameValue, problemOfValue } from '../../src/core/conf/optionValue';
import { namesOfOption, optionOfKey } from '../../src/core/conf/optionNames';
import { renderFinding } from '../../src/core/render/finding';
import type { ReleaseId } from '../../src/knowledge/releases';
import { confOf, facts } from '../support/confFacts';
import { digestOf, startLines } from '../support/optionDumps';

function inForce(
  name: string,
  { digest, files = [], release }: { digest?: Digest; files?: ConfFile[]; release?: ReleaseId },
  line?: number,
) {
  return valueInForce(name, { digest, files, facts, release }, line);
}

function texts(name: string, ...files: string[]) {
  return confValueOf(name, files.map((text) => confOf(text)), facts)?.texts;
}

function option(name: string) {
  const found = facts.options.get(name);
  assert.ok(found, name);
  return found;
}

test('without log and file the default of the release is in force', () => {
  assert.deepEqual([inForce('glance.num_retries', {}).value, inForce('glance.num_retries', { release: '18' }).value],
    ['3', '0']);
  assert.equal(inForce('DEFAULT.vif_plugging_timeout', {}).origin, 'default');
});

test('the last line of the last file counts, and says where it stands', () => {
  const files = [
    confOf('[DEFAULT]\nvif_plugging_timeout = 10\nvif_plugging_timeout = 20\n', 'nova.conf'),
    confOf('\n[DEFAULT]\nvif_plugging_timeout=30\n[libvirt]\nvirt_type = qemu\n', 'nova-compute.conf'),
  ];
  const found = inForce('DEFAULT.vif_plugging_timeout', { files });
  assert.deepEqual([found.value, found.origin, found.at?.source, found.at?.line, found.defaultValue],
    ['30', 'file', 'nova-compute.conf', 2, '300']);
});

test('deprecated names and groups set the option, the present name wins within a file', () => {
  assert.deepEqual(texts('pci.device_spec', '[DEFAULT]\npci_passthrough_whitelist = a'), ['a']);
  assert.deepEqual(texts('libvirt.cpu_models', '[libvirt]\ncpu_models = new\ncpu_model = old'), ['new']);
  assert.deepEqual(texts('libvirt.cpu_models', '[libvirt]\ncpu_models = new', '[libvirt]\ncpu_model = old'), ['old']);
  assert.deepEqual(texts('DEFAULT.scheduler_max_attempts', '[scheduler]\nmax_attempts = 5'), ['5']);
});

test('an option of several values takes them all, from all files and names', () => {
  assert.deepEqual(texts('pci.alias', '[pci]\nalias = a\nalias = b', '[DEFAULT]\npci_alias = c\n[pci]\nalias=d'),
    ['a', 'b', 'c', 'd']);
});

test('groups match in any case but DEFAULT does not', () => {
  assert.deepEqual(texts('libvirt.virt_type', '[LibVirt]\nvirt_type = qemu'), ['qemu']);
  assert.equal(texts('DEFAULT.my_ip', '[default]\nmy_ip = 1.2.3.4'), undefined);
});

test('references to other options are filled in, and never for ever', () => {
  const conf = '[DEFAULT]\nmy_ip = 10.0.0.1\na = $b\nb = $a\n[vnc]\nserver_listen = ${my_ip}\nx = $$5 \\$5\n';
  assert.deepEqual(texts('vnc.server_listen', conf), ['10.0.0.1']);
  assert.match(texts('DEFAULT.a', conf)?.[0] ?? '', /^\$[ab]$/);
  assert.deepEqual(texts('vnc.x', conf), ['$$5 \\$5']);
});

const starts = [
  { options: { vif_plugging_timeout: '300', 'scheduler.max_attempts': '3' } },
  { options: { vif_plugging_timeout: '60', 'scheduler.max_attempts': '3' }, second: 60 },
  { options: { vif_plugging_timeout: '60', 'scheduler.max_attempts': '3' }, second: 120 },
];

test('what the log says at its last start before the place counts more than the file', () => {
  const digest = digestOf(starts.flatMap(startLines));
  const files = [confOf('[DEFAULT]\nvif_plugging_timeout = 0060\n')];
  const last = inForce('DEFAULT.vif_plugging_timeout', { digest, files });
  assert.deepEqual([last.value, last.origin, last.at?.line, last.agrees], ['60', 'log', 21, true]);
  assert.deepEqual([last.since?.line, last.before?.value, last.before?.at.line], [13, '300', 5]);
  const first = inForce('DEFAULT.vif_plugging_timeout', { digest, files }, 7);
  assert.deepEqual([first.value, first.agrees, first.since], ['300', false, undefined]);
  assert.equal(inForce('DEFAULT.scheduler_max_attempts', { digest }).value, '3');
});

test('a value that only a later start states is told as such', () => {
  const above = '2026-11-20 09:59:00.000 1 INFO nova.service [-] x';
  const digest = digestOf([above, ...startLines({ options: { a: '1' } })]);
  assert.deepEqual([inForce('DEFAULT.a', { digest }, 0).isLater, inForce('DEFAULT.a', { digest }, 6).isLater], [true, false]);
});

test('secrets are masked wherever they come from', () => {
  const files = [confOf('[database]\nconnection = mysql://nova:s3cret@db/nova\n[keystone_authtoken]\npassword = s3cret\n'
    + '[DEFAULT]\ntransport_url = rabbit://nova:s3cret@mq:5672/\n')];
  for (const name of ['database.connection', 'keystone_authtoken.password', 'DEFAULT.transport_url']) {
    const found = inForce(name, { files });
    assert.equal(found.origin, 'file');
    assert.doesNotMatch(JSON.stringify(found), /s3cret/);
  }
  assert.equal(inForce('DEFAULT.transport_url', { files }).value, 'rabbit://****@mq:5672/');
});

test('file and log are compared by what the type makes of them', () => {
  const same = (name: string, file: string, logged: string) => isSameValue(option(name), [file], logged);
  assert.deepEqual([
    same('DEFAULT.vif_plugging_is_fatal', 'yes', 'True'), same('DEFAULT.vif_plugging_is_fatal', '0', 'True'),
    same('DEFAULT.cpu_allocation_ratio', '16', '16.0'), same('DEFAULT.vif_plugging_timeout', '', 'None'),
    same('filter_scheduler.enabled_filters', 'A, B,', "['A', 'B']"),
    same('filter_scheduler.enabled_filters', 'A', "['A', 'B']"),
    same('DEFAULT.my_ip', '$x', '10.0.0.1'), same('libvirt.virt_type', 'kvm', 'qemu'),
  ], [true, false, true, true, true, false, undefined, false]);
  assert.equal(isSameValue(option('pci.alias'), ['{"a": 1}', '{"b": 2}'], `['{"a": 1}', '{"b": 2}']`), true);
  assert.equal(isSameValue(undefined, ['a'], 'b'), undefined);
});

test('what oslo.config would refuse is a problem', () => {
  const problem = (name: string, value: string) => problemOfValue(option(name), value)?.kind;
  assert.deepEqual([
    problem('DEFAULT.vif_plugging_timeout', '-1'), problem('DEFAULT.vif_plugging_timeout', '5m'),
    problem('DEFAULT.vif_plugging_timeout', ' 5 '), problem('DEFAULT.vif_plugging_timeout', '$x'),
    problem('DEFAULT.vif_plugging_is_fatal', 'maybe'), problem('DEFAULT.vif_plugging_is_fatal', 'On'),
    problem('libvirt.virt_type', 'vbox'), problem('libvirt.virt_type', 'KVM'), problem('vnc.novncproxy_port', '70000'),
    problem('DEFAULT.cpu_allocation_ratio', '1.5'), problem('DEFAULT.cpu_allocation_ratio', 'much'),
  ], ['out-of-range', 'bad-type', undefined, undefined, 'bad-type', undefined, 'not-a-choice', undefined, 'out-of-range',
    undefined, 'bad-type']);
});

test('the names of an option over the releases lead to each other', () => {
  assert.deepEqual(namesOfOption('DEFAULT.pci_passthrough_whitelist', facts),
    ['pci.device_spec', 'pci.passthrough_whitelist', 'DEFAULT.pci_passthrough_whitelist']);
  assert.equal(optionOfKey('libvirt', 'iscsi_transport', facts)?.as, 'old');
  assert.equal(optionOfKey('DATABASE', 'sql_connection', facts)?.option.fullName, 'database.connection');
  assert.equal(optionOfKey('PCI', 'alias', facts)?.as, 'own');
  assert.equal(optionOfKey('DEFAULT', 'no_such_option', facts), undefined);
});

test('an option whose file says otherwise than the running service is a finding with both places', () => {
  const digest = digestOf(startLines({ options: {
    vif_plugging_timeout: '300', 'libvirt.virt_type': 'kvm', 'database.connection': '****', debug: 'True',
  } }));
  const files = [confOf('[DEFAULT]\nvif_plugging_timeout = 30\ndebug = true\n[libvirt]\nvirt_type = kvm\n'
    + '[database]\nconnection = sqlite://\n')];
  const drifts = confDrifts(digest, files, facts, (source) => source);
  const told = drifts.map((finding) => [renderFinding(finding), finding.at.line, finding.related[0]?.line]);
  assert.deepEqual(told, [[
    '[DEFAULT] vif_plugging_timeout is “30” in /etc/nova/nova.conf, and the service runs with “300”. Either the file was'
    + ' changed after this start and the service waits for a restart, or another file, an environment variable or the'
    + ' command line sets the option.', 5, 1,
  ]]);
});

test('a file that the service has not read says nothing of it', () => {
  const options = { vif_plugging_timeout: '300' };
  const digest = digestOf(startLines({ options, files: ['/etc/nova/nova-cpu.conf'] }));
  assert.deepEqual(confDrifts(digest, [confOf('[DEFAULT]\nvif_plugging_timeout = 30\n')], facts, (name) => name), []);
});
