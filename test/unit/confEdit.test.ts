// Edits of nova.conf that set or rename an option, shown by the text that comes out of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyConfEdits, nameInRelease, renameSetting, setOption } from '../../src/core/conf/confEdit';
import { confValueOf } from '../../src/core/conf/confValues';
import type { ReleaseId } from '../../src/knowledge/releases';
import { confOf, facts } from '../support/confFacts';

function set(text: string, name: string, value: string, release?: ReleaseId): string {
  const change = setOption(confOf(text), text, { name, value }, facts, release);
  const edited = applyConfEdits(text, change?.edits ?? []);
  // whatever the edit was, oslo.config reads the value now
  assert.deepEqual(confValueOf(change?.name ?? name, [confOf(edited)], facts)?.texts, [value], edited);
  assert.deepEqual(confOf(edited).faults, confOf(text).faults);
  return edited;
}

const retries = 'DEFAULT.block_device_allocate_retries';

test('a value is replaced in place, and the line keeps its form', () => {
  assert.equal(set('[DEFAULT]\na = 1\nblock_device_allocate_retries=60  \n', retries, '120'),
    '[DEFAULT]\na = 1\nblock_device_allocate_retries=120  \n');
  assert.equal(set('[DEFAULT]\nblock_device_allocate_retries : 60', retries, '120'),
    '[DEFAULT]\nblock_device_allocate_retries : 120');
  assert.equal(set('[DEFAULT]\nblock_device_allocate_retries =\nx=1\n', retries, '120'),
    '[DEFAULT]\nblock_device_allocate_retries = 120\nx=1\n');
});

test('the line that counts is the last one', () => {
  assert.equal(set('[DEFAULT]\nblock_device_allocate_retries = 1\nblock_device_allocate_retries = 2\n', retries, '120'),
    '[DEFAULT]\nblock_device_allocate_retries = 1\nblock_device_allocate_retries = 120\n');
});

test('a value of several lines gives way as a whole', () => {
  assert.equal(set('[filter_scheduler]\nenabled_filters = A,\n  B\n  C\nx = 1\n', 'filter_scheduler.enabled_filters', 'D'),
    '[filter_scheduler]\nenabled_filters = D\nx = 1\n');
});

test('an option that is not set goes behind the settings of its group', () => {
  assert.equal(set('[DEFAULT]\na = 1\n\n# about libvirt\n[libvirt]\nvirt_type = kvm\n', retries, '120'),
    '[DEFAULT]\na = 1\nblock_device_allocate_retries = 120\n\n# about libvirt\n[libvirt]\nvirt_type = kvm\n');
  assert.equal(set('[DEFAULT]\n[libvirt]\nx = 1', retries, '120'),
    '[DEFAULT]\nblock_device_allocate_retries = 120\n[libvirt]\nx = 1');
});

test('where it is commented out, it goes behind that line', () => {
  assert.equal(set('[DEFAULT]\n# How often\n#block_device_allocate_retries = 60\n\n# else\n#b = 1\n', retries, '120'),
    '[DEFAULT]\n# How often\n#block_device_allocate_retries = 60\nblock_device_allocate_retries = 120\n\n# else\n#b = 1\n');
});

test('a group that is missing is added at the end', () => {
  assert.equal(set('[DEFAULT]\na = 1\n', 'scheduler.max_attempts', '5'), '[DEFAULT]\na = 1\n\n[scheduler]\nmax_attempts = 5\n');
  assert.equal(set('[DEFAULT]\na = 1', 'scheduler.max_attempts', '5'), '[DEFAULT]\na = 1\n\n[scheduler]\nmax_attempts = 5');
  assert.equal(set('', 'scheduler.max_attempts', '5'), '[scheduler]\nmax_attempts = 5\n');
  assert.equal(set('[DEFAULT]\na = 1\n\n', 'scheduler.max_attempts', '5'),
    '[DEFAULT]\na = 1\n\n[scheduler]\nmax_attempts = 5\n');
});

test('line ends stay as they are', () => {
  assert.equal(set('[DEFAULT]\r\na = 1\r\n', retries, '120'), '[DEFAULT]\r\na = 1\r\nblock_device_allocate_retries = 120\r\n');
});

test('an old name gives way to the one that the release has', () => {
  const old = '[DEFAULT]\nscheduler_max_attempts = 3\nb = 1\n[scheduler]\nworkers = 1\n';
  assert.equal(set(old, 'scheduler.max_attempts', '5', '25'), '[DEFAULT]\nb = 1\n[scheduler]\nworkers = 1\nmax_attempts = 5\n');
  assert.equal(set(old, 'scheduler.max_attempts', '5', '14'),
    '[DEFAULT]\nscheduler_max_attempts = 5\nb = 1\n[scheduler]\nworkers = 1\n');
  assert.equal(set('[DEFAULT]\nscheduler_max_attempts = 3\n', 'scheduler.max_attempts', '5'),
    '[DEFAULT]\n\n[scheduler]\nmax_attempts = 5\n');
  assert.equal(set('[libvirt]\na = 1\ncpu_model = old\nb = 1\n', 'libvirt.cpu_model', 'new'),
    '[libvirt]\na = 1\ncpu_models = new\nb = 1\n');
});

test('what is set already changes nothing', () => {
  const text = '[DEFAULT]\nblock_device_allocate_retries = 120\n';
  assert.equal(setOption(confOf(text), text, { name: retries, value: '120' }, facts), undefined);
});

test('the right name of an option depends on the release', () => {
  assert.equal(nameInRelease('scheduler.max_attempts', facts, '14'), 'DEFAULT.scheduler_max_attempts');
  assert.equal(nameInRelease('DEFAULT.scheduler_max_attempts', facts, '27'), 'scheduler.max_attempts');
  assert.equal(nameInRelease('DEFAULT.scheduler_max_attempts', facts), 'scheduler.max_attempts');
  assert.equal(nameInRelease('DEFAULT.rpc_response_timeout', facts, '14'), 'DEFAULT.rpc_response_timeout');
});

test('a line moves to the group where it belongs, with all of its value', () => {
  const text = '[DEFAULT]\npci_alias = {"a":\n  1}\nb = 1\n[pci]\n';
  const [setting] = confOf(text).settings;
  assert.ok(setting);
  assert.equal(applyConfEdits(text, renameSetting(confOf(text), text, setting, 'pci.alias')),
    '[DEFAULT]\nb = 1\n[pci]\nalias = {"a":\n    1}\n');
  assert.equal(applyConfEdits(text, renameSetting(confOf(text), text, setting, 'DEFAULT.pci_aliases')),
    text.replace('pci_alias', 'pci_aliases'));
});
