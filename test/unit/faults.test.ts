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

test('lines of a traceback bear only the name of the logger, as up to Essex', () => {
  assert.deepEqual(faultsOf(`2012-02-25 14:45:50 ERROR nova.compute.manager [-] [instance: ${vm}] It broke
(nova.compute.manager): TRACE: Traceback (most recent call last):
(nova.compute.manager): TRACE:   File "/nova/network/model.py", line 240, in hydrate
(nova.compute.manager): TRACE:     vif = VIF(**vif)
(nova.compute.manager): TRACE: TypeError: keywords must be strings
(nova.compute.manager): TRACE:
2012-02-25 14:45:51 INFO nova.compute.manager [-] (nova.rpc): TRACE: is quoted`),
  ['TypeError@5 keywords must be strings']);
});

test('lines of a traceback that lost their time and have no context are read', () => {
  assert.deepEqual(faultsOf(`TRACE nova.openstack.common.rpc.amqp   File "/nova/compute/manager.py", line 2, in resize
TRACE nova.openstack.common.rpc.amqp     self.driver.resize()
TRACE nova.openstack.common.rpc.amqp ValueError: no such slot`), ['ValueError@3 no such slot']);
  assert.deepEqual(faultsOf(`nova-conductor[28120]: ERROR oslo_messaging.rpc.server Traceback (most recent call last):
nova-conductor[28120]: ERROR oslo_messaging.rpc.server   File "/nova/conductor/manager.py", line 2, in build
nova-conductor[28120]: ERROR oslo_messaging.rpc.server ValueError: no such cell`), ['ValueError@3 no such cell']);
  assert.deepEqual(faultsOf('TRACE minerals in the water: ValueError: none'), []);
});

test('a head without its process owns the traceback of that millisecond, which has one', () => {
  const text = `2013-05-02 10:58:26.246 ERROR nova.virt.widget [req-5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 demo demo] no
2013-05-02 10:58:26.246 3768 TRACE nova.virt.widget Traceback (most recent call last):
2013-05-02 10:58:26.246 3768 TRACE nova.virt.widget   File "/nova/virt/widget.py", line 7, in spawn
2013-05-02 10:58:26.246 3768 TRACE nova.virt.widget ValueError: none`;
  const requestOf = (log: string) => analyseText(log).digests[0]?.faults[0]?.request;
  assert.equal(requestOf(text), 'req-5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70');
  assert.equal(requestOf(text.replace('26.246 ERROR', '26.245 ERROR')), undefined);
  assert.equal(requestOf(text.replace('26.246 ERROR', '26.246 11 ERROR')), undefined);
});

const caught = (first: string, then: string): string => log(`
0 ERROR nova.virt.widget.vmops r1 It went wrong
|Traceback (most recent call last):
|  File "/nova/virt/widget/vmops.py", line 17, in ${first}
|  File "/nova/virt/widget/disk.py", line 4, in plug
|KeyError: 'slot'
1 ERROR mgr r1 vm Instance failed to spawn
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in _spawn
|  File "/nova/virt/widget/vmops.py", line 19, in spawn
|${then}`);

test('what a function caught and logged is where the exception began that it raised then', () => {
  assert.deepEqual(stories(analyseText(caught('spawn', 'WidgetException: Spawn failed'))),
    ['create failed in spawning | KeyError@5 > WidgetException@10']);
  assert.deepEqual(stories(analyseText(caught('rescue', 'WidgetException: Spawn failed'))),
    ['create failed in spawning | WidgetException@10']);
  assert.deepEqual(stories(analyseText(caught('spawn', "WidgetException: no place for 'slot'"))),
    ['create failed in spawning | WidgetException@10']);
});

test('a page that was pasted twice tells of the same exception twice, not of one that another service raised', () => {
  const page = `2013-05-02 10:58:26.246 ERROR nova.virt.widget [req-5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 demo demo] no
2013-05-02 10:58:26.246 3768 TRACE nova.virt.widget Traceback (most recent call last):
2013-05-02 10:58:26.246 3768 TRACE nova.virt.widget   File "/nova/virt/widget.py", line 7, in spawn
2013-05-02 10:58:26.246 3768 TRACE nova.virt.widget ValueError: none
2013-05-02 10:58:27.100 3768 INFO nova.virt.gadget [-] On it goes`;
  const faults = analyseText(`${page}\n${page}`).digests[0]?.faults ?? [];
  assert.deepEqual(faults.map(({ at, remote }) => [at.line, remote]), [[3, false], [8, false]]);
});

test('prose below a list of lines that was closed is no part of the message', () => {
  const text = `${log(`
0 ERROR nova.virt.widget r1 It went wrong
|Traceback (most recent call last):
|  File "/nova/virt/widget.py", line 7, in spawn
|RemoteError: Remote error: KeyError 'slot'
|[u'Traceback (most recent call last):\\n', u'  File "a.py", line 1, in f\\n', u"KeyError: 'slot'\\n"].`)}
---snap---

Reviewed: yes`;
  const faults = analyseText(text).digests[0]?.faults ?? [];
  assert.ok(faults.flatMap((fault) => [fault, ...fault.chain]).every(({ message }) => !message.includes('snap')));
});

test('a statement whose context is not in brackets goes on with none above it, nor does its traceback', () => {
  const text = `2012-05-16 18:50:49 DEBUG nova.rpc.amqp req-7 user project Making a call
2012-05-16 18:50:49 ERROR nova.rpc.amqp req-7 user project Exception during message handling
(nova.rpc.amqp): TRACE: Traceback (most recent call last):
(nova.rpc.amqp): TRACE:   File "/nova/compute/manager.py", line 1, in turn
(nova.rpc.amqp): TRACE: WidgetJammed: no widget`;
  assert.deepEqual(faultsOf(text), ['WidgetJammed@5 no widget']);
  assert.equal(analyseText(text).digests[0]?.faults[0]?.level, 'ERROR');
});

test('the traceback of a service that dies is read where its heads have no time', () => {
  assert.deepEqual(faultsOf(`CRITICAL nova [-] no widget
TRACE nova Traceback (most recent call last):
TRACE nova   File "/usr/bin/nova-compute", line 10, in <module>
TRACE nova     sys.exit(main())
TRACE nova WidgetJammed: no widget`), ['WidgetJammed@5 no widget']);
});

test('lines of a traceback are of level ERROR, whatever the level of what they belong to', () => {
  const head = '2016-10-13 04:48:29.007 16273';
  const text = `${head} WARNING nova.network.neutronv2.api [req-7 - - - - -] [instance: ${vm}] No port for the widget
${head} ERROR nova.network.neutronv2.api [instance: ${vm}] Traceback (most recent call last):
${head} ERROR nova.network.neutronv2.api [instance: ${vm}]   File "/nova/network/neutronv2/api.py", line 1, in make
${head} ERROR nova.network.neutronv2.api [instance: ${vm}] WidgetJammed: no widget`;
  const [fault, ...others] = analyseText(text).digests[0]?.faults ?? [];
  assert.deepEqual([fault?.type, fault?.level, fault?.logged, others.length],
    ['WidgetJammed', 'WARNING', 'No port for the widget', 0]);
});

test('a traceback that stands by itself is over where words of somebody else come before the next one', () => {
  const first = `Traceback (most recent call last):
  File "/nova/a.py", line 1, in outer
    run()
KeyError: 'metadata'`;
  const second = `  File "/nova/b.py", line 2, in inner
    run()
TypeError: unhashable type`;
  const chains = (text: string) => (analyseText(text).digests[0]?.faults ?? [])
    .map(({ type, chain }) => [type, ...chain.map((cause) => cause.type)].join('<'));
  assert.deepEqual(chains(`${first}\n\nThen I tried something else, and it was another one:\n\n${second}`),
    ['KeyError', 'TypeError']);
});

test('of names in small letters behind frames a key of what was pasted there is no class', () => {
  const behind = (line: string) => faultsOf(`Traceback (most recent call last):
  File "/nova/a.py", line 1, in outer
    run()
${line}`);
  for (const line of ['widget_template_version: 2015-10-15', 'description: two widgets']) {
    assert.deepEqual(behind(line), ['@1 '], 'its class is not known');
  }
  for (const line of ['timeout: timed out', 'x_wmi: none', 'com_error: refused', 'error: [Errno 111] ECONNREFUSED']) {
    assert.deepEqual(behind(line), [line.replace(':', '@4')]);
  }
});
