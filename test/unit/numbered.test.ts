// Logs of the releases before Essex, whose instances have a number and no UUID → the same operations, and no
// number out of a later log.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDigest } from '../../src/core/digest';
import { mayGoOn } from '../../src/core/timelines/nextHost';
import { openSieve } from '../../src/core/sieve';
import { scannableAs } from '../../src/core/scan/scannable';
import { markers } from '../../src/knowledge/index';
import { runCli } from '../support/cli';
import { twin } from '../support/kernel';
import { scratchFolder } from '../support/scratch';
import { analyseText, stories } from '../support/story';

const manager = 'nova.compute.manager';
const driver = 'nova.virt.libvirt_conn';
const cactus = '[A1B2C3D4E5F6G7H8-J9K ann demo]';
const diablo = '[5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 ann demo]';
const essex = '[req-5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 ann demo]';

/** `SECONDS LEVEL logger [context] message`; a row that begins with `|` is a line of the traceback above. */
function old(rows: string): string {
  let logger = '';
  return rows.trim().split('\n').map((row) => {
    const text = row.trimStart();
    if (text.startsWith('|')) return `(${logger}): TRACE: ${text.slice(1)}`;
    const [, second = '', rest = '', own = ''] = /^(\d+) (\w+ ([\w.]+) .*)$/.exec(text) ?? [];
    logger = own;
    return `2011-06-07 08:09:${second.padStart(2, '0')},120 ${rest}`;
  }).join('\n');
}

const told = (...texts: readonly string[]): readonly string[] => {
  const analysis = analyseText(...texts);
  return analysis.timelines.map((timeline) =>
    [timeline.instance, ...stories({ ...analysis, timelines: [timeline] })].join(' '));
};

const uncaught = `
3 ERROR nova.exception [-] Uncaught exception
|Traceback (most recent call last):
|  File "/nova/exception.py", line 87, in _wrap
|    return f(*args, **kw)
|  File "/nova/virt/libvirt/connection.py", line 590, in spawn
|    xml = self.to_xml(instance)
|KeyError: 'hue'`;
const raised = `
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 311, in _run_instance
|    self.driver.spawn(instance)
|  File "/nova/exception.py", line 93, in _wrap
|    raise Error(str(e))
|Error: 'hue'`;

test('a build of an instance with a number failed where its exception was caught first', () => {
  const rows = `1 AUDIT ${manager} ${cactus} instance 42: starting...${uncaught}
4 ERROR ${manager} ${cactus} instance 42: Failed to spawn${raised}`;
  assert.deepEqual(told(old(rows)), ['42 create failed in spawning | KeyError@8 > Error@15']);
});

test('a failure without a request belongs to the instance that it names', () => {
  const rows = `1 AUDIT ${manager} ${diablo} instance 7: starting...
2 AUDIT ${manager} ${diablo.replace('5f3a', '6a4b')} instance 8: starting...${uncaught}
4 ERROR ${manager} [-] Instance '8' failed to spawn. Is virtualization enabled in the BIOS? Details: 'hue'${raised}`;
  assert.deepEqual(told(old(rows)), ['7 create unknown', '8 create failed in spawning | KeyError@9 > Error@16']);
});

test('what another function caught is no cause of it', () => {
  const rows = `1 AUDIT ${manager} ${cactus} instance 42: starting...${uncaught}
4 ERROR ${manager} ${cactus} instance 42: Failed to spawn
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 311, in _run_instance
|NotFound: no image`;
  assert.deepEqual(told(old(rows)), ['42 create failed in spawning | NotFound@12']);
});

test('no host goes on with such a build, and no later release says which of its lines are missing', () => {
  const { timelines } = analyseText(old(`1 AUDIT ${manager} ${cactus} instance 42: starting...
4 ERROR ${manager} ${cactus} instance 42: Failed to spawn${raised}`));
  const [operation] = timelines[0]?.operations ?? [];
  assert.ok(operation);
  assert.equal(mayGoOn(operation), false);
  assert.deepEqual(operation.phases.map(({ id, outcome }) => `${id} ${outcome}`), ['start success', 'spawning failed']);
});

test('each operation is told by the line that it begins with, and that it went well by none', () => {
  for (const { spec: { numbered, says, sample = '', level, logger, kinds = [] } } of markers) {
    if (!numbered || says !== 'opens') continue;
    const [story = ''] = told(old(`1 ${level} ${String(logger)} ${cactus} ${sample}
2 AUDIT ${manager} ${cactus.replace('A', 'Z')} instance 1: retrieving diagnostics`));
    assert.equal(story, `42 ${kinds[0]}${kinds.length > 1 ? '?' : ''} unknown`);
  }
});

test('a start is told by the lock that it takes, for it builds in the words of a build', () => {
  const rows = `1 INFO ${manager} ${diablo} check_instance_lock: executing: |<function start_instance at 0x1f49de8>|
2 AUDIT ${manager} ${diablo} instance 42: starting...
3 ERROR ${manager} [-] Instance '42' failed network setup.`;
  assert.deepEqual(told(old(rows)), ['42 start failed in networking']);
});

test('the name of a guest is its number in the base that the logs show, and nobody’s where they show none', () => {
  const named = (name: string) => `5 INFO ${driver} [-] Instance ${name} spawned successfully.`;
  const begun = (number: number) => `1 AUDIT ${manager} ${diablo} instance ${number}: starting...\n`;
  assert.deepEqual(told(old(`${begun(18)}${named('instance-00000012')}`)), ['18 create success']);
  assert.deepEqual(told(old(`${begun(12)}${named('instance-00000012')}`)), ['12 create success']);
  assert.deepEqual(told(old(`${begun(7)}${named('instance-00000012')}`)), ['7 create unknown']);
  assert.deepEqual(told(old(`${begun(7)}${named('instance-00000007')}`)), ['7 create success']);
  assert.deepEqual(told(old(`${begun(26)}${named('instance-0000001a')}`)), ['26 create success']);
  assert.deepEqual(told(old(`${begun(18)}${begun(12)}${named('instance-00000012')}`)),
    ['18 create unknown', '12 create unknown']);
});

test('no line of a later release is due where one of these came last', () => {
  assert.deepEqual(told(old(`1 AUDIT ${manager} ${cactus} instance 4: pausing
59 INFO ${driver} [-] instance instance-00000004: deleting instance files /instances/instance-00000004`)),
  ['4 pause unknown delete? unknown']);
});

test('what the API of EC2 could not hand on failed there', () => {
  assert.deepEqual(told(old(`1 DEBUG nova.compute.api ${diablo} Going to try to terminate 42
2 ERROR nova.api ${diablo} Unexpected error raised: no such column
|Traceback (most recent call last):
|  File "/nova/api/ec2/cloud.py", line 9, in terminate_instances
|ProgrammingError: no such column`)), ['42 delete failed in api | ProgrammingError@5']);
});

test('numbers of volumes, networks and addresses are no instances', () => {
  assert.deepEqual(told(old(`1 DEBUG nova.rpc ${cactus} Making asynchronous cast on volume 42
2 INFO ${manager} ${cactus} volume 42: creating
3 DEBUG nova.network.manager ${cactus} floating IP 42: allocated
4 AUDIT ${manager} ${cactus} instance 4x: starting...`)), []);
});

test('no number of a later log is an instance, whatever its lines say', () => {
  const rows = (context: string) => `1 AUDIT ${manager} ${context} instance 42: starting...
2 ERROR ${manager} ${context} Instance '42' failed network setup.
3 ERROR ${manager} [-] Instance '42' failed to spawn. Is virtualization enabled in the BIOS?`;
  assert.equal(told(old(rows(cactus))).length, 1);
  assert.deepEqual(told(old(rows(essex))), []);
  // nor where only one line is of a later release, or has a process
  assert.deepEqual(told(`${old(rows(cactus))}\n${old(`9 INFO nova.api ${essex} 0.1s POST`)}`), []);
  assert.deepEqual(told(old(rows(cactus)).replace(',120 AUDIT', ',120 811 AUDIT')), []);
  assert.deepEqual(told(old(rows('[-]'))), []);
});

test('a log of these releases is for the tolerant reader, whatever its size', () => {
  const noise = `1 INFO nova.rpc ${cactus} Connected to AMQP server on controller\n`.repeat(900);
  const bytes = new TextEncoder().encode(old(`${noise}2 AUDIT ${manager} ${cactus} Terminating instance 42`));
  assert.ok(bytes.length > 64 * 1024);
  assert.equal(scannableAs(bytes), undefined);
  assert.ok(scannableAs(new TextEncoder().encode(old(noise.replaceAll(cactus, essex)))));
  const [plain, sieved] = [openDigest('log'), openSieve('log', twin)].map((reader) => {
    reader.push(bytes);
    return reader.end();
  });
  assert.deepEqual(sieved?.events, plain?.events);
  assert.equal(plain?.events[0]?.instance, '42');
});

test('the command line calls it by its number, in the language that is spoken, and means that number alone', async (t) => {
  const log = old(`1 AUDIT ${manager} ${cactus} Terminating instance 4
2 AUDIT ${manager} ${cactus.replace('A', 'Z')} Terminating instance 42`);
  const file = `${scratchFolder(t, { 'nova-compute.log': log })}/nova-compute.log`;
  const text = async (...args: readonly string[]) => (await runCli(['report', ...args, file])).out;
  assert.match(await text(), /^instance 4$[^]*^instance 42$/m);
  assert.match(await text('--lang', 'zh-cn'), /^实例 42$/m);
  const { timelines } = JSON.parse(await text('--json', '--instance', '4')) as {
    timelines: readonly { instance: string }[];
  };
  assert.deepEqual(timelines.map(({ instance }) => instance), ['4']);
});
