// What is wrong with a nova.conf: each kind of problem, where it is, and what would be right.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyConfEdits, replaceValue } from '../../src/core/conf/confEdit';
import { confProblems } from '../../src/core/conf/confProblems';
import { nearest } from '../../src/core/explaining/nearest';
import type { ReleaseId } from '../../src/knowledge/releases';
import { confOf, facts } from '../support/confFacts';
import { digestOf, startLines } from '../support/optionDumps';

function problems(text: string, release?: ReleaseId): readonly string[] {
  return confProblems(confOf(text), { facts, release }).map(({ kind, severity, span, right }) =>
    `${span.line}:${span.start}-${span.end} ${severity} ${kind}${right === undefined ? '' : ` → ${right}`}`);
}

test('a good file has none', () => {
  assert.deepEqual(problems([
    '[DEFAULT]', 'debug = true', 'transport_url = rabbit://', 'vif_plugging_timeout = 300', 'my_ip = $my_block_storage_ip',
    '[libvirt]', 'virt_type = kvm', '[keystone_authtoken]', 'auth_url = http://x', '[mdev_nvidia-35]',
    'device_addresses = 1', '[pci]', 'alias = {"a":', '  1}', 'alias = {}', '[neutron_physnet_a]', 'numa_nodes = 0',
    '[filter_scheduler]', 'enabled_filters = ComputeFilter,', '    ImagePropertiesFilter', '[glance]', 'num_retries=3',
  ].join('\n')), []);
});

test('lines that stop the service are errors', () => {
  assert.deepEqual(problems('debug = 1\n[DEFAULT\n[DEFAULT]\nnonsense\n'), [
    '0:0-5 error no-section', '1:0-8 error open-section', '3:0-8 error no-assignment',
  ]);
});

test('unknown options, with what was probably meant', () => {
  assert.deepEqual(problems('[DEFAULT]\nvif_plugging_timeot = 3\nvif-plugging-timeout = 3\nmade_up_by_me = 3\n[libvirt]\nmade_up = 1'), [
    '1:0-19 warning unknown-option → DEFAULT.vif_plugging_timeout',
    '2:0-20 warning key-spelling → DEFAULT.vif_plugging_timeout',
    '3:0-13 information unknown-option',
    '5:0-7 warning unknown-option',
  ]);
});

test('an option in another group than its own', () => {
  assert.deepEqual(problems('[DEFAULT]\nvirt_type = kvm\n[libvirt]\nvif_plugging_timeout = 3\n'), [
    '1:0-9 warning wrong-group → libvirt.virt_type',
    '3:0-20 warning wrong-group → DEFAULT.vif_plugging_timeout',
  ]);
});

test('groups that do not match', () => {
  assert.deepEqual(problems('[default]\ndebug = 1\n[ libvirt ]\n[libvrt]\n[scope_of_mine]\nx = 1\n[LIBVIRT]\nvirt_type = qemu'), [
    '0:1-8 warning group-spelling', '2:1-10 warning group-spelling', '3:1-7 warning unknown-group',
    '4:1-14 information unknown-group',
  ]);
});

test('renamed and removed options, by release', () => {
  const attempts = '[DEFAULT]\nscheduler_max_attempts = 5\n';
  assert.deepEqual(problems(attempts), ['1:0-22 information renamed → scheduler.max_attempts']);
  assert.deepEqual(problems(attempts, '25'), ['1:0-22 warning renamed → scheduler.max_attempts']);
  assert.deepEqual(problems(attempts, '14'), []);
  assert.deepEqual(problems('[scheduler]\nmax_attempts = 5\n', '14'), ['1:0-12 warning renamed → DEFAULT.scheduler_max_attempts']);
  assert.deepEqual(problems('[libvirt]\ncpu_power_management = true\n', '25'), ['1:0-20 warning not-yet']);
  assert.deepEqual(problems('[DEFAULT]\npci_passthrough_whitelist = x\n', '33'),
    ['1:0-25 information renamed → pci.device_spec']);
  assert.deepEqual(problems('[neutron]\nurl = http://x\n', '19').map((text) => text.split(' ')[2]), ['deprecated']);
  assert.deepEqual(problems('[neutron]\nurl = http://x\n', '20'), ['1:0-3 warning removed']);
  assert.deepEqual(problems('[neutron]\nurl = http://x\n'), ['1:0-3 information removed']);
});

test('values that the option does not take, in the release or in any', () => {
  assert.deepEqual(problems('[DEFAULT]\nvif_plugging_timeout = -5\nblock_device_allocate_retries = -1\nresume_guests_state_on_host_boot = perhaps'), [
    '1:23-25 error out-of-range', '3:35-42 error bad-type',
  ]);
  assert.deepEqual(problems('[DEFAULT]\nblock_device_allocate_retries = -1', '25'), ['1:32-34 error out-of-range']);
  assert.deepEqual(problems('[libvirt]\nvirt_type = xen', '14'), []);
  assert.deepEqual(problems('[libvirt]\nvirt_type = xen', '25'), ['1:12-15 error not-a-choice']);
  assert.deepEqual(problems('[libvirt]\nvirt_type = vbox'), ['1:12-16 error not-a-choice']);
});

test('for a value that the option does not take there are values that it does, the likeliest first', () => {
  const offered = (text: string, release: ReleaseId = '25') => {
    const file = confOf(text);
    return confProblems(file, { facts, release }).flatMap(({ setting, values }) => (setting ? values : [])
      .map((value) => applyConfEdits(text, setting ? replaceValue(text, setting, value) : []).split('\n')[1]));
  };
  const [first, ...rest] = offered('[libvirt]\nvirt_type = quemu\n');
  assert.equal(first, 'virt_type = qemu');
  assert.ok(rest.includes('virt_type = kvm') && !rest.includes('virt_type = qemu'), rest.join('; '));
  assert.equal(offered('[libvirt]\ncpu_mode = host_passthru\n')[0], 'cpu_mode = host-passthrough');
  assert.deepEqual(offered('[DEFAULT]\nblock_device_allocate_retries = -1'), ['block_device_allocate_retries = 0']);
  assert.deepEqual(offered('[DEFAULT]\nvif_plugging_timeout=soon'), ['vif_plugging_timeout=300']);
  assert.deepEqual(offered('[DEFAULT]\nresume_guests_state_on_host_boot = perhaps').slice(0, 2),
    ['resume_guests_state_on_host_boot = True', 'resume_guests_state_on_host_boot = False']);
  assert.deepEqual(offered('[DEFAULT]\nvif_plugging_timeout = 30'), []);
});

test('lines without effect, and comments that are none', () => {
  assert.deepEqual(problems('[DEFAULT]\ndebug = 1\ndebug = 0\n[pci]\nalias=a\nalias=b\n[libvirt]\nvirt_type = kvm\n  # only a comment\n'), [
    '1:0-5 hint repeated', '7:12-15 warning comment-in-value', '7:12-15 error not-a-choice',
  ]);
});

test('what the service states when it starts is known, whatever the facts say', () => {
  const [dump] = digestOf(startLines({ options: { 'own_driver.level': '3', 'DEFAULT.x': '1', special_switch: 'True' } }))
    .optionDumps ?? [];
  const file = confOf('[own_driver]\nlevel = 3\n[DEFAULT]\nspecial_switch = true\n');
  assert.equal(confProblems(file, { facts, release: undefined }).length, 2);
  assert.deepEqual(confProblems(file, { facts, release: undefined, dump }), []);
});

test('a name is guessed only where one is close and no other as close', () => {
  assert.equal(nearest('vif_plugging_timeot', ['vif_plugging_timeout', 'vif_plugging_is_fatal']), 'vif_plugging_timeout');
  assert.equal(nearest('retries', ['retry', 'retrie']), 'retrie');
  assert.equal(nearest('abcd', ['abce', 'abcf']), undefined);
  assert.equal(nearest('abc', ['abd']), undefined);
  assert.equal(nearest('something_else', ['quite_different']), undefined);
});
