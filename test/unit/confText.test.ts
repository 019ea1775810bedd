// Sentences about problems of nova.conf, values in force and advice: no hole in any, and what they say.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Advice } from '../../src/core/conf/advice';
import { deploymentOf } from '../../src/core/conf/confPaths';
import { confProblems } from '../../src/core/conf/confProblems';
import { adviceText, confProblemText, restartText, statedText, valueRows } from '../../src/core/render/confText';
import { confEnglish, sayConfIn } from '../../src/core/render/confWords';
import { valueInForce } from '../../src/core/conf/valueInForce';
import type { ReleaseId } from '../../src/knowledge/releases';
import { confOf, facts } from '../support/confFacts';
import { digestOf, startLines } from '../support/optionDumps';

const say = sayConfIn(confEnglish);
const nameOf = (source: string) => source.slice(source.lastIndexOf('/') + 1);

function problemTexts(text: string, release?: ReleaseId): readonly string[] {
  return confProblems(confOf(text), { facts, release })
    .map((problem) => confProblemText(problem, release, say));
}

const value = valueInForce('DEFAULT.block_device_allocate_retries', {
  digest: undefined, files: [confOf('[DEFAULT]\nblock_device_allocate_retries = 60\n')], facts, release: undefined,
});

function advice(changes: Partial<Advice>): Advice {
  return {
    kind: 'volume', at: { source: 'log', line: 3, time: 0 }, allowedSeconds: 189, neededSeconds: 412, seen: undefined,
    args: { attempts: 61, retries: 60, interval: 3 },
    settings: [{ name: 'DEFAULT.block_device_allocate_retries', value: '170', was: value }],
    restart: ['compute'], deployment: 'kolla', ...changes,
  };
}

test('problems say what the release makes of a line, and what is right', () => {
  assert.deepEqual(problemTexts('[DEFAULT]\nscheduler_max_attempts = 5\nvif_plugging_timeot = 1\nvif_plugging_timeout = -1'), [
    'The newest Nova does not read [DEFAULT] scheduler_max_attempts: there the option is [scheduler] max_attempts.',
    'Nova has no option vif_plugging_timeot in [DEFAULT], in no release from Kilo on. Did you mean'
      + ' vif_plugging_timeout?',
    'vif_plugging_timeout is at least 0: oslo.config refuses a smaller value.',
  ]);
  assert.deepEqual(problemTexts('[neutron]\nurl = http://x\n', '21'), ['Ussuri does not read [neutron] url: it was removed in Train.']);
  assert.deepEqual(problemTexts('[pci]\npassthrough_whitelist = {}\n', '33'),
    ['2026.1 Gazpacho still reads [pci] passthrough_whitelist, an old name of [pci] device_spec.']);
  assert.deepEqual(problemTexts('[libvirt]\nvirt_type = vbox\n', '25'),
    ['virt_type is one of kvm, lxc, qemu, parallels: oslo.config refuses other values.']);
});

test('no sentence about a problem has a hole', () => {
  const texts = problemTexts('x = 1\n[DEFAULT\n[]\n[default]\na\n[own]\n[DEFAULT]\n= 1\n# c\n  1\nvirt_type = kvm\n'
    + 'vif-plugging-timeout = 1\nmade_up = 1\ndebug = 1\ndebug = 2\n[libvirt]\nvirt_type = kvm\n # c\ncpu_mode=\n'
    + '[vnc]\nnovncproxy_port = 99999\n');
  assert.ok(texts.length > 12, texts.join('\n'));
  for (const text of texts) {
    assert.doesNotMatch(text, /undefined|\{|\}|\[\]|  /, text);
    assert.match(text, /[.?]$/, text);
  }
});

test('a value in force says where it stands and what it was', () => {
  const digest = digestOf([...startLines({ options: { vif_plugging_timeout: '300' } }),
    ...startLines({ options: { vif_plugging_timeout: '60' }, second: 60 })]);
  const files = [confOf('[DEFAULT]\nvif_plugging_timeout = 30\n')];
  const found = valueInForce('DEFAULT.vif_plugging_timeout', { digest, files, facts, release: undefined });
  assert.deepEqual(valueRows(found, undefined, nameOf, say).map(({ text, at }) => [text, at?.line]), [
    ['[DEFAULT] vif_plugging_timeout is 60: as the service logged it when it started; the default is 300', 12],
    ['since this start; before it was “300”', 12],
    ['nova.conf says “30”', 1],
  ]);
  assert.equal(statedText([found], nameOf, say),
    '[DEFAULT] vif_plugging_timeout is “60” (nova-compute.log, line 13).');
});

test('a default says of which release it is, and an option without a value says so', () => {
  const nothing = { digest: undefined, files: [], facts, release: '18' as const };
  const rows = (name: string) => valueRows(valueInForce(name, nothing), '18', nameOf, say).map(({ text }) => text);
  assert.deepEqual(rows('glance.num_retries'), ['[glance] num_retries is 0: the default of Rocky']);
  assert.deepEqual(rows('cinder.timeout'), ['[cinder] timeout is not set and has no default: the default of Rocky']);
  assert.equal(statedText([valueInForce('glance.num_retries', nothing)], nameOf, say), '');
});

test('advice tells delay, value and risk', () => {
  assert.equal(adviceText(advice({}), nameOf, say), '“available” came 412 s after the volume was asked for; 61 looks every'
    + ' 3 s gave it 189 s. Set [DEFAULT] block_device_allocate_retries to 170 (now 60: nova.conf, line 2). Risk: a build'
    + ' whose volume never becomes ready fails that much later, and keeps one of max_concurrent_builds for so long. It counts after a restart of'
    + ' nova-compute (docker restart nova_compute). On kolla-ansible the change lasts when it is made in'
    + ' /etc/kolla/config/nova.conf (or nova/nova-compute.conf beside it) of the deployment host, then'
    + ' `kolla-ansible reconfigure --tags nova,nova-cell`.');
  for (const one of [advice({ neededSeconds: undefined }), advice({ kind: 'event' }), advice({ kind: 'reply' })]) {
    assert.doesNotMatch(adviceText(one, nameOf, say), /undefined|\{|  /);
  }
});

test('a change says what must be restarted, and where it lasts', () => {
  assert.deepEqual(restartText(['compute'], deploymentOf('/etc/nova/nova.conf'), say), [
    'It counts after a restart of nova-compute (systemctl restart nova-compute or systemctl restart'
      + ' openstack-nova-compute).',
  ]);
  assert.match(restartText(['compute'], deploymentOf('/etc/kolla/nova-compute/nova.conf'), say).join(' '),
    /docker restart nova_compute\)\. On kolla-ansible the change lasts when it is made in \/etc\/kolla\/config/);
});
