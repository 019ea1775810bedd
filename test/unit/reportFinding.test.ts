// Findings and exceptions → sentences and remedies, from hand-made values; the rows of remedies against
// the facts of Nova.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Finding, Operation } from '../../src/core/model';
import { causeText } from '../../src/core/render/diagnosis';
import { findingLines, renderFinding, secondsToFailure } from '../../src/core/render/finding';
import { withShortIds } from '../../src/core/render/operationText';
import { remedyOf, secondsWaited, shortType } from '../../src/core/render/remedy';
import { sentences } from '../../src/knowledge/diagnoses/sentences';
import { handOver } from '../../src/knowledge/diagnoses/spoken';
import { remedies } from '../../src/knowledge/remedies';
import { at, makeFault, makeOperation, makePhase, uuid } from '../support/analysisBuilder';

const volumeText = 'Volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f did not finish being created even after we waited'
  + ' 189 seconds or 61 attempts. And its status is downloading.';

function finding(check: Finding['check'], args: Finding['args']): Finding {
  return {
    check, args, severity: 'error', instance: uuid, at: at(4), related: [], operation: undefined,
  };
}

test('the remedy of a volume that was not ready counts with the numbers of the log', () => {
  assert.equal(
    remedyOf('nova.exception.VolumeNotCreated', volumeText),
    '61 attempts over 189 s and the volume was still “downloading”: raise block_device_allocate_retries (60) or'
    + ' block_device_allocate_retries_interval (3 s), or make the copy from image to volume faster.',
  );
});

test('a command that failed says what it complained about, where it said anything', () => {
  const ran = 'Unexpected error while running command.\nCommand: sudo nova-rootwrap iscsiadm -m node --rescan\nExit code: 255\n'
    + "Stdout: ''\nStderr: ";
  const type = 'oslo_concurrency.processutils.ProcessExecutionError';
  assert.match(remedyOf(type, `${ran}u'iscsiadm: No portal found.\\n'`) ?? '', /exit code 255 and said “iscsiadm: No portal found”/);
  assert.match(remedyOf(type, `${ran}''`) ?? '', /^A command that nova-compute ran failed/);
  const long = `${ran.replace('--rescan', `--rescan ${'x'.repeat(400)}`)}'no route'`;
  const [cause, kept] = [makeFault(type, 4, { message: long }), { type, message: long.slice(0, 300) }];
  const operation = makeOperation(0, 5, { outcome: 'failed', rootCause: cause });
  assert.match(renderFinding(finding('failed-operation', kept), operation), /said “no route”/);
});

test('no allocation ratio is advised where a PCI device was short', () => {
  const claim = (reason: string) =>
    remedyOf('nova.exception.ComputeResourcesUnavailable', `Insufficient compute resources: ${reason}.`) ?? '';
  for (const reason of ['Claim pci failed', 'Claim pci failed.']) assert.match(claim(reason), /^The host had no free PCI device/);
  assert.match(claim('Free memory 1.00 MB < requested 2 MB'), /allocation ratios/);
});

test('what Cinder says of an image it could not get is no value to correct', () => {
  const remedy = (reason: string) => remedyOf('InvalidInput', `Invalid input received: ${reason}`) ?? '';
  const refused = 'Invalid image identifier or unable to access requested image. (HTTP 400)';
  assert.match(remedy(refused), /^Cinder could not get the image/);
  assert.match(remedy('Fixed IP 192.0.2.7 is not valid'), /correct it and try again/);
});

test('an image that Ceph lacks is not told as one that Glance lacks, though both classes have one name', () => {
  for (const text of ['error opening image web_disk at snapshot None',
    '[errno 2] RBD image not found (error opening image web_disk at snapshot None)']) {
    assert.match(remedyOf('ImageNotFound', text) ?? '', /^Ceph has no RBD image web_disk /);
  }
  assert.match(remedyOf('nova.exception.ImageNotFound', 'Image 42 could not be found.') ?? '', /^Glance .* 42/);
});

test('a failure has the same seconds wherever it is told', () => {
  const phases = [makePhase('vif_plug', [3], { outcome: 'failed', seconds: 301 })];
  const operation = makeOperation(0, 5, { outcome: 'failed', failedPhase: 'vif_plug', seconds: 307, phases });
  assert.match(renderFinding(finding('failed-operation', { seconds: 307 }), operation), /after 301 s/);
});

test('a volume that went to error is not cured by waiting', () => {
  const said = remedyOf('VolumeNotCreated', volumeText.replace('downloading', 'error').replace('61', '4'));
  assert.match(said ?? '', /^Cinder gave volume dd04f3d2\S+ up after 189 s/);
  assert.doesNotMatch(said ?? '', /block_device_allocate_retries/);
});

test('other settings than the defaults give other numbers', () => {
  const said = remedyOf('VolumeNotCreated', volumeText.replace('189', '1210').replace('61', '121'));
  assert.match(said ?? '', /retries \(120\) or block_device_allocate_retries_interval \(10 s\)/);
});

test('a message that was wrapped over lines is read all the same', () => {
  assert.equal(remedyOf('VolumeNotCreated', volumeText.replace('or 61 ', 'or 61\n')), remedyOf('VolumeNotCreated', volumeText));
});

test('a message that tells no numbers gets the sentence that needs none', () => {
  assert.match(remedyOf('VolumeNotCreated', 'something else') ?? '', /^Raise block_device_allocate_retries or /);
  assert.equal(remedyOf('nova.exception.NoSuchClass', volumeText), undefined);
  assert.equal(remedyOf('toString', 'prototypes hold no remedies'), undefined);
});

test('arguments of the check fill what the message does not say', () => {
  const type = 'VirtualInterfaceCreateException';
  assert.match(remedyOf(type, 'Virtual Interface creation failed', { timeout: 300 }) ?? '', /plugged within 300 s/);
  assert.match(remedyOf(type, 'Virtual Interface creation failed') ?? '', /plugged in time/);
  assert.match(remedyOf('NoValidHost', '', { filter: 'RamFilter' }) ?? '', /^Filter RamFilter returned 0 hosts/);
});

test('a reason of any length becomes one short line', () => {
  const said = remedyOf('ImageUnacceptable', `Image a1 is unacceptable: ${'x'.repeat(5000)}\nand more`) ?? '';
  assert.ok(said.length < 300, said);
  assert.ok(!said.includes('\n'));
});

test('a failed operation is told with phase, duration, class and remedy', () => {
  const args = { kind: 'create', phase: 'block_device_mapping', type: 'VolumeNotCreated', message: volumeText, seconds: 192 };
  assert.match(
    renderFinding(finding('failed-operation', args)),
    /^create failed in block device mapping after 189 s: VolumeNotCreated\. 61 attempts over 189 s .* faster\.$/,
  );
});

test('where views are narrow the remedy stands on a line of its own', () => {
  const args = { kind: 'create', phase: 'block_device_mapping', type: 'VolumeNotCreated', message: volumeText, seconds: 192 };
  const [head, remedy, ...more] = findingLines(finding('failed-operation', args)).split('\n');
  assert.equal(head, 'create failed in block device mapping after 189 s: VolumeNotCreated.');
  assert.match(remedy ?? '', /^61 attempts over 189 s .* faster\.$/);
  assert.deepEqual(more, []);
  assert.equal(findingLines(finding('slow-phase', {})), 'a phase took long.');
});

test('lines that do not begin with the operation do not tell how long it took', () => {
  const failed = (part: Partial<Operation>) => secondsToFailure(makeOperation(1, 9, {
    outcome: 'failed', failedPhase: 'spawning', seconds: 8,
    phases: [makePhase('spawning', [5, 7], { outcome: 'failed', seconds: undefined }), makePhase('cleanup', [1, 2])],
    ...part,
  }));
  assert.equal(failed({ begin: at(3) }), 8);
  assert.equal(failed({ begin: at(3), basis: 'implied' }), undefined, 'no line states the action: it began before');
  assert.equal(failed({ begin: at(1) }), undefined, 'the first line is of what Nova does after the failure');
});

test('what the check leaves out is taken from the operation', () => {
  const operation = makeOperation(1, 9, {
    outcome: 'failed', failedPhase: 'claim', rootCause: makeFault('nova.exception.Unheard', 7, { message: 'no luck' }),
    phases: [makePhase('claim', [3, 7], { outcome: 'failed', seconds: 4 })],
  });
  assert.match(renderFinding(finding('failed-operation', {}), operation), /^create failed in .*claim after 4\.0 s: Unheard\. no luck\.$/);
  assert.equal(secondsToFailure(operation), 4);
  const later = makeOperation(1, 9, {
    outcome: 'failed', failedPhase: 'claim', rootCause: makeFault('nova.exception.Unheard', 8), seconds: 8,
    phases: [makePhase('claim', [3, 7], { outcome: 'failed', seconds: 4 })],
  });
  assert.equal(secondsToFailure(later), 8, 'it failed after the last line of the phase');
});

test('what is known to nobody is left out of the sentence', () => {
  assert.equal(renderFinding(finding('failed-operation', {})), 'operation failed; this log shows no exception.');
  assert.match(renderFinding(finding('stuck-operation', {})), /^operation stands: the next line is not in these logs\.$/);
  assert.equal(renderFinding(finding('slow-phase', {})), 'a phase took long.');
  assert.equal(renderFinding(finding('unknown-fault', {})), 'An error was logged once and no operation accounts for it.');
});

test('a stuck operation names the line, who owes it and since when', () => {
  const operation = makeOperation(1, 9, {
    outcome: 'in-progress', due: { phase: 'done', marker: 0, service: 'compute', since: at(9) },
  });
  const said = renderFinding(finding('stuck-operation', { quietSeconds: 600 }), operation);
  assert.match(said, /^create stands since 2026-11-20 10:00:09 \(the log goes on for 10 min\): “.+” is due from nova-compute/);
});

test('what happened around a silence is told beside it, and not as its reason', () => {
  const said = renderFinding(finding('stuck-operation', { kind: 'create', meanwhile: 'amqp-lost,restart' }));
  assert.match(said, /Around that time the message bus was lost, a service was started anew; whether that is why, /);
  assert.doesNotMatch(renderFinding(finding('stuck-operation', { kind: 'create', meanwhile: 'toString' })), /Around/);
});

test('a slow phase is told with its limit, a fault without an operation with its number', () => {
  const slow = { kind: 'create', phase: 'spawning', seconds: 75, limit: 60 };
  assert.match(renderFinding(finding('slow-phase', slow)), /^create: .+ took 75 s, longer than 60 s\.$/);
  assert.match(renderFinding(finding('slow-phase', { ...slow, seconds: 60.2 })), /^create: .+ took 60 s\.$/);
  const often = { type: 'nova.exception.Unheard', message: 'no luck', count: 3 };
  assert.equal(renderFinding(finding('unknown-fault', often)), 'Unheard was logged 3 times and no operation accounts for it. no luck.');
});

test('a disk that qemu-img could not read is no matter of disk.info, a closed connection none of the host', () => {
  const unread = 'Disk info file is invalid: qemu-img failed to execute on rbd:vms/disk : Unexpected error while running command.';
  assert.match(remedyOf('InvalidDiskInfo', unread) ?? '', /^The disk could not be read or .+ \(qemu-img failed .+qemu-img info/);
  assert.match(remedyOf('IOError', 'Socket closed') ?? '', /^The other side closed the connection/);
  assert.match(remedyOf('IOError', '[Errno 28] No space left on device') ?? '', /is full/);
});

test('only exceptions that say so tell how long Nova waited', () => {
  assert.equal(secondsWaited('VolumeNotCreated', volumeText), 189);
  assert.equal(secondsWaited('NoValidHost', 'No valid host was found. '), undefined);
  assert.equal(shortType('libvirt.libvirtError'), 'libvirtError');
});

test('every remedy ends with a sentence that needs nothing, and begins and ends like one', () => {
  for (const [name, { sentences }] of Object.entries(remedies)) {
    const last = sentences.at(-1);
    const isPartial = sentences.every(({ within }) => within !== undefined);
    assert.ok(isPartial || last && !last.when && !last.within && !/[{}]/.test(last.text), `${name}: the last must fit always`);
    for (const { text } of sentences) assert.match(text, /^(?:[A-Z{]|libvirt |nova-|systemd-|virtlogd,|os-vif ).*\.$/, `${name}: ${text}`);
  }
});

const facts = process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts';
const without = fs.existsSync(path.join(facts, 'exceptions.json')) ? false : "the facts of Nova's source are not here";

function readFacts(file: string): Record<string, Record<string, unknown>> {
  return JSON.parse(fs.readFileSync(path.join(facts, file), 'utf8')) as Record<string, Record<string, unknown>>;
}

/** Classes whose message their library, or a driver, puts together. */
const ofLibraries = new Set(['ProcessExecutionError', 'ClientException', 'InstanceDeployFailure', 'UnsupportedVersion']);

/** Python's own. */
const ofPython = new Set([
  'OSError', 'IOError', 'FileNotFoundError', 'PermissionError', 'TypeError', 'AttributeError', 'KeyError', 'IndexError', 'NameError',
  'UnboundLocalError', 'ImportError', 'ModuleNotFoundError', 'NotImplementedError',
]);

/** What a library says with a class whose name Nova has too, what Nova passes on of Cinder, and what it says
 *  where it raises the class (ComputeManager.detach_interface). */
const ofNamesakes: Readonly<Record<string, RegExp>> = {
  ImageNotFound: /error opening image /, InvalidInput: / or unable to access requested image/,
  PortNotFound: /^Port %\(\w+\)s is not attached$/,
};

test('classes, messages and options of the remedies are those of Nova', { skip: without }, () => {
  const exceptions = readFacts('exceptions.json');
  const everything = JSON.stringify(exceptions);
  const options = readFacts('config-options.json');
  const knownOptions = { ...options['options'], ...options['library_options'], ...options['kilo_to_mitaka_only'] };
  const plain = (text: string) => text.replace(/%\(\w+\)[sdi]|%[sdi]/g, '%').replace(/\.$/, '');
  for (const [name, remedy] of Object.entries(remedies)) {
    if (ofPython.has(name)) continue;
    const own = exceptions['exceptions']?.[name];
    assert.ok(own ?? everything.includes(name), `${name} is no class of Nova or its libraries`);
    const texts = plain(JSON.stringify(own ?? exceptions).replace(/\\"/g, '"'));
    const messages = ofLibraries.has(name) ? [] : remedy.messages ?? [];
    const namesake = ofNamesakes[name];
    const strange = messages.filter((message) => !texts.includes(plain(message)) && !namesake?.test(message));
    assert.deepEqual(strange, [], name);
    assert.deepEqual((remedy.options ?? []).filter((option) => !(option in knownOptions)), [], name);
  }
});

test('in a row ids are cut to what tells them from others, and words stay', () => {
  assert.equal(withShortIds(`Volume ${uuid} was still being made after 189 s.`),
    `Volume ${uuid.slice(0, 8)} was still being made after 189 s.`);
});

test('a wait of days is not told in seconds', () => {
  handOver(sentences);
  const cause = (seconds: number | string) => causeText({ id: 'vif-silent', args: { port: 'p1', seconds } });
  assert.equal(cause(155_611), 'No event for port p1 came, also not in the 43 h 14 min after the timeout.');
  assert.equal(cause(300), 'No event for port p1 came, also not in the 300 s after the timeout.');
  assert.equal(cause(''), 'No event for the port came.');
});

test('an error that has no other name is not told as a class', () => {
  const told = (type: string) => renderFinding(finding('unknown-fault', { type, message: '[Errno 98] Address already in use', count: 2 }));
  const rest = 'was logged 2 times and no operation accounts for it. [Errno 98] Address already in use.';
  assert.deepEqual([told('error'), told('OSError')], [`An error ${rest}`, `OSError ${rest} ${remedyOf('OSError', '')}`]);
});

test('what to do about an error of the system follows from its number', () => {
  const said = (type: string, message: string): string => remedyOf(type, message) ?? '';
  assert.match(said('OSError', '[Errno 2] No such file or directory: \'/srv/disk.config\''), /there is no \/srv\/disk\.config:/);
  assert.match(said('OSError', '[Errno 2] No such file or directory'), /a program that was called/);
  assert.match(said('PermissionError', '[Errno 13] Permission denied: \'/dev/kvm\''), /may not use \/dev\/kvm:/);
  assert.match(said('OSError', '[Errno 98] Address already in use'), /a number in brackets, where one stands, says what/);
});

test('what libvirt says tells what to do, the most particular text first, in words that fill the sentence', () => {
  const said = (message: string): string => remedyOf('libvirt.libvirtError', message) ?? '';
  assert.match(said('unsupported configuration: this QEMU does not support \'lamp\' video device'), /has no such video device/);
  assert.match(said('unsupported configuration: the widget is missing'), /cannot do \(the widget is missing\)/);
  assert.match(said('internal error: early end of file from monitor: possible problem: qemu: terminating on signal 15 from pid 7'),
    /ended with signal 15/);
  assert.match(said('internal error: unable to execute QEMU command \'device_add\': the slot\nis gone'), /refused device_add \(the slot\)/);
  assert.match(said('operation failed: the lamp is out'), /its reason is in the message/);
  assert.match(remedyOf('DiskNotFound', 'No disk at vdb') ?? '', /has no disk vdb/);
  assert.match(remedyOf('DiskNotFound', 'No disk at /srv/1/disk') ?? '', /^The file \/srv\/1\/disk is missing/);
});

test('what a program said that Nova ran tells what to do; other words of it are quoted', () => {
  const said = (stderr: string, code = 1): string => remedyOf('ProcessExecutionError',
    `Unexpected error while running command.\nCommand: lamp --on\nExit code: ${code}\nStdout: u''\nStderr: u'${stderr}\\n'`) ?? '';
  assert.match(said('sudo: lampctl: command not found'),
    /^The command said “sudo: lampctl: command not found”\. The program lampctl is not on this host/);
  assert.match(said('umount: /srv/lamp: target is busy'), /busy”\. Something still uses/);
  assert.match(said('the lamp is out'), /exit code 1 and said “the lamp is out”/);
  assert.match(said('', 137), /killed \(exit code 137\)/);
});

test('of a class that says nothing by itself only texts that are known are spoken of', () => {
  assert.equal(remedyOf('NovaException', 'the lamp is out'), undefined);
  assert.match(remedyOf('nova.exception.NovaException', 'cmp02 is not a valid node managed by this compute host.') ?? '', /hypervisor list/);
  assert.match(remedyOf('ImportError', 'No module named lamp.shade') ?? '', /module lamp\.shade is not installed/);
});

test('a guest that stays on has no QEMU where the message does not say so', () => {
  assert.doesNotMatch(remedyOf('InstancePowerOffFailure', 'WidgetAPI failed to power the instance off') ?? '', /QEMU/);
  assert.doesNotMatch(remedyOf('libvirtError', 'internal error: Failed to save domain with libxenlight') ?? '', /qemu of/);
});

test('a node whose ramdisk kept silent is told from one that Ironic failed to deploy', () => {
  const told = (reason: string) => remedyOf('InstanceDeployFailure', `Failed to provision instance 5f3a9d2e: ${reason}`) ?? '';
  assert.match(told('Timeout reached while waiting for callback for node 7c41'), /ramdisk of node 7c41 did not call/);
  assert.match(told('no bootable disk'), /Ironic failed to deploy the node \(no bootable disk\)/);
  assert.match(remedyOf('InstanceDeployFailure', 'Cannot set up') ?? '', /^The instance was not deployed: /);
});
