// Records → faults: statements that lost their context, commands told over several lines, and classes of
// other services.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log, stories, vm } from '../support/story';

const faultsOf = (text: string): readonly string[] => (analyseText(text).digests[0]?.faults ?? [])
  .map((fault) => `${fault.type}@${fault.at.line + 1} ${fault.message}`);
const tagged = (message: string): string => `ERROR nova.compute.manager [instance: ${vm}] ${message}`;

test('a statement without its context is told from the lines of a traceback', () => {
  assert.deepEqual(stories(analyseText(tagged('Instance failed to spawn: libvirt.libvirtError: internal error: no kvm'))),
    ['create? failed in spawning | libvirtError@1']);
  assert.deepEqual(faultsOf([
    tagged('Traceback (most recent call last):'),
    tagged('  File "/nova/virt/libvirt/driver.py", line 1, in _create_guest'),
    tagged('    guest.launch()'),
    tagged('libvirt.libvirtError: internal error: no kvm'),
  ].join('\n')), ['libvirt.libvirtError@4 internal error: no kvm']);
});

test('lines of an exception that its class alone began are not statements', () => {
  assert.deepEqual(faultsOf([
    tagged('WidgetClientException: 404 Not Found'), tagged(''), tagged('The widget could not be found.'),
  ].join('\n')), ['WidgetClientException@1 404 Not Found\nThe widget could not be found.']);
});

test('a command that failed belongs to the summary above it, and names the instance', () => {
  const text = `${log('0 ERROR rpc r1 Exception during message handling: nova.exception.ResizeError: Resize error: '
    + 'not able to execute ssh command: Unexpected error while running command.')}
Command: ssh -o BatchMode=yes 192.0.2.7 mkdir -p /var/lib/nova/instances/${vm}
Exit code: 255
Stdout: ''
somebody wrote this`;
  const [fault] = analyseText(text).digests[0]?.faults ?? [];
  assert.equal(fault?.instance, vm);
  assert.equal(fault.lastLine, 3);
  assert.deepEqual(stories(analyseText(text)), ['resize? failed in resize_migrating | ResizeError@1']);
});

test('what another service raised is named by the class that its text tells', () => {
  assert.deepEqual(stories(analyseText(log('0 ERROR mgr - vm Pre live migration failed at cmp02: '
    + 'oslo_messaging.rpc.client.RemoteError: Remote error: WidgetJammed the widget is jammed'))),
  ['live-migration failed in pre_live_migration | WidgetJammed@1 > RemoteError@1']);
});

test('a traceback that is a closed list is whole: what a page says below it is no part of the reason', () => {
  const list = (end: string): string => log('0 ERROR util r1 vm Error from last host: cmp01 (node cmp01): '
    + `[u'Traceback (most recent call last):\\n', u'  File "/nova/compute/manager.py", line 1, in _build\\n    x()\\n', `
    + `u'RescheduledException: Build of instance ${vm} was re-scheduled: the widget is jammed\\n'${end}`);
  const below = '\n\n</code></pre>\n\nSo the way to the cloud stands.';
  assert.deepEqual(faultsOf(list(']') + below),
    [`RescheduledException@1 Build of instance ${vm} was re-scheduled: the widget is jammed`]);
});
