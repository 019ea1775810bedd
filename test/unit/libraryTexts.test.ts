// Texts of libraries behind Nova's own words → the class that the library raises.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { libraryTexts } from '../../src/knowledge/libraryTexts';
import { messageClasses } from '../../src/knowledge';
import { classOfText } from '../../src/core/timelines/statedFault';
import { analyseText, log } from '../support/story';

const tables = { wrappers: [], signals: [], messageClasses };
const volume = 'dd04f3d2-63cb-45f2-9a31-9ecc523bd40f';

const told: readonly (readonly [text: string, type: string])[] = [
  ['Unable to create tap device tapd0e1f2a3-4b: Device or resource busy', 'libvirtError'],
  ['Failed to terminate process 4711 with SIGKILL: Device or resource busy', 'libvirtError'],
  ['unable to connect to server at \'cmp02:16509\': Connection refused', 'libvirtError'],
  ['Failed to connect socket to \'/var/run/libvirt/libvirt-sock\': Connection refused', 'libvirtError'],
  ['Unable to read from monitor: Connection reset by peer', 'libvirtError'],
  ['End of file while reading data: Input/output error', 'libvirtError'],
  ['Hook script execution failed: exit status 1', 'libvirtError'],
  ['Failed to open file \'/dev/mapper/crypt-1\': No such file or directory', 'libvirtError'],
  ['cannot open file \'/var/lib/nova/instances/1/disk.config\': Permission denied', 'libvirtError'],
  ['Unable to pre-create chardev file \'/var/lib/nova/instances/1/console.log\': Permission denied', 'libvirtError'],
  ['failed to connect to monitor socket: No such process', 'libvirtError'],
  ['missing source information for device vdb', 'libvirtError'],
  ['\'NoneType\' object has no attribute \'uuid\'', 'AttributeError'],
  ['\'NoneType\' object is not iterable', 'TypeError'],
  ['wiggle() got an unexpected keyword argument \'speed\'', 'TypeError'],
  ['wiggle() takes exactly 2 arguments (3 given)', 'TypeError'],
  ['unsupported operand type(s) for +: \'int\' and \'NoneType\'', 'TypeError'],
  ['sequence index must be integer, not \'str\'', 'TypeError'],
  ['No module named wiggle.core', 'ImportError'],
  ['No module named \'wiggle\'', 'ModuleNotFoundError'],
  ['cannot import name wiggle', 'ImportError'],
  ['global name \'wiggle\' is not defined', 'NameError'],
  ['local variable \'wiggle\' referenced before assignment', 'UnboundLocalError'],
  ['list index out of range', 'IndexError'],
  ['invalid literal for int() with base 10: \'seven\'', 'ValueError'],
  ['\'ascii\' codec can\'t decode byte 0xe9 in position 3: ordinal not in range(128)', 'UnicodeDecodeError'],
  ['\'ascii\' codec can\'t encode character u\'\\xe9\' in position 3: ordinal not in range(128)', 'UnicodeEncodeError'],
  ['Node device not found: no node device with matching name \'pci_0000_81_00_1\'', 'libvirtError'],
  ['[Errno 2] No such file or directory: \'/var/lib/nova/instances/1/disk\'', 'OSError'],
  ['[Errno 28] No space left on device', 'OSError'],
  ['Unexpected error while running command.\nCommand: iscsiadm -m node\nExit code: 24', 'ProcessExecutionError'],
  ['Auth plugin requires parameters which were not given: auth_url', 'MissingRequiredOptions'],
  ['The plugin passwd could not be found', 'keystoneauth1.exceptions.auth_plugins.NoMatchingPlugin'],
  ['An auth plugin is required to determine endpoint URL', 'MissingAuthPlugin'],
  ['Unable to establish connection to http://controller:9696/v2.0/ports.json: (\'Connection aborted.\', x)', 'ConnectFailure'],
  ['Request to http://controller:8776/v3/volumes timed out', 'ConnectTimeout'],
  ['SSL exception connecting to https://controller:5000/v3/auth/tokens: certificate verify failed', 'SSLError'],
  ['internal endpoint for volumev3 service in RegionOne region not found', 'keystoneauth1.exceptions.catalog.EndpointNotFound'],
  ['[\'internal\', \'public\'] endpoint for placement service not found', 'keystoneauth1.exceptions.catalog.EndpointNotFound'],
  ['Unknown auth type: None', 'Unauthorized'],
  ['Connection to neutron failed: timed out', 'ConnectionFailed'],
  ['Volume device not found at /dev/disk/by-path/ip-10.0.0.1:3260-iscsi-iqn.2010-10.org.openstack:volume-1-lun-1.', 'VolumeDeviceNotFound'],
  ['Volume path [\'/dev/sdb\'] was not removed in time.', 'VolumePathNotRemoved'],
  ['Unable to find target portal in [\'10.0.0.1:3260\'].', 'TargetPortalsNotFound'],
  ['Unable to find target portal 10.0.0.1:3260.', 'TargetPortalNotFound'],
  ['Endpoint does not support RPC version 6.4. Attempted method: build_and_run_instance', 'UnsupportedVersion'],
  ['Endpoint does not support RPC method check_can_live_migrate', 'NoSuchMethod'],
  ['Unable to connect to AMQP server on controller:5672 after inf tries: [Errno 111] ECONNREFUSED', 'MessageDeliveryFailure'],
  ['(pymysql.err.OperationalError) (2013, \'Lost connection to MySQL server during query\')\n[SQL: SELECT 1]', 'DBConnectionError'],
  ['(pymysql.err.InternalError) (1213, \'Deadlock found when trying to get lock; try restarting transaction\')', 'DBDeadlock'],
  ['(pymysql.err.OperationalError) (1213, "Deadlock: wsrep aborted transaction")', 'DBDeadlock'],
  ['(pymysql.err.IntegrityError) (1062, "Duplicate entry \'1\' for key \'uniq_x\'")', 'DBDuplicateEntry'],
];

test('texts of libraries have the class that raises them', () => {
  for (const [text, type] of told) assert.equal(classOfText(text, tables), type, text);
});

test('texts of Nova that quote them keep Nova\'s class, and other texts have none', () => {
  const quoting: readonly (readonly [string, string | undefined])[] = [
    [`Volume ${volume} could not be attached. Reason: Volume device not found at x.`, 'VolumeAttachFailed'],
    ['Connection to glance host http://c:9292 failed: Unable to establish connection to http://c:9292: x', 'GlanceConnectionFailed'],
    ['Connection to cinder host failed: internal endpoint for volumev3 service not found', 'CinderConnectionFailed'],
    ['Migration pre-check error: unable to connect to server at \'b:1\': Connection refused', 'MigrationPreCheckError'],
    ['Image is unacceptable: Bad Image format: Image could not be found.', 'ImageUnacceptable'],
    ['Image for this project could not be found.', undefined], [`Image ${volume} could not be found.`, 'ImageNotFound'],
    ['disk is not where it was', undefined], ['(pymysql.err.OperationalError) (1054, "Unknown column")', undefined],
    ['The endpoint for compute service could not be found', undefined], ['plugin x could not be found', undefined],
  ];
  for (const [text, type] of quoting) assert.equal(classOfText(text, tables), type, text);
});

test('each text is there once', () => {
  const texts = messageClasses.map(({ text }) => text);
  for (const { text } of libraryTexts) assert.equal(texts.filter((other) => other === text).length, 1, text);
});

test('the reason of a failure that has no class of its own is told with its class', () => {
  const causeOf = (rows: string) =>
    analyseText(log(rows)).timelines.flatMap(({ operations }) => operations)
      .map(({ kind, outcome, rootCause }) => `${kind} ${outcome} ${rootCause?.type ?? 'none'}@${rootCause?.at.line ?? 'none'}`);
  assert.deepEqual(causeOf(`
    0 ERROR mgr r1 vm Cannot reboot instance: [Errno 2] No such file or directory: '/var/lib/nova/instances/1/disk.config'`),
  ['reboot failed OSError@0']);
  assert.deepEqual(causeOf(`
    0 ERROR mgr r1 vm Cannot reboot instance: Unable to create tap device tapd0e1f2a3-4b: Device or resource busy`),
  ['reboot failed libvirtError@0']);
});

test('a build that was given up for the text of a library names its class, where it is told first', () => {
  const id = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
  const [timeline] = analyseText(log(`
    0 INFO claim r1 vm Claim successful on node cmp01
    1 ERROR mgr r1 vm Build of instance ${id} aborted: Auth plugin requires parameters which were not given: auth_url: BuildAbortException: Build of instance ${id} aborted: Auth plugin requires parameters which were not given: auth_url
    1.1 WARNING mgr r1 vm Failed to update network info cache when cleaning up allocated networks. Stale VIFs may be left on this host.Error: Auth plugin requires parameters which were not given: auth_url: MissingRequiredOptions: Auth plugin requires parameters which were not given: auth_url`)).timelines;
  const cause = timeline?.operations[0]?.rootCause;
  assert.deepEqual([cause?.type, cause?.at.line], ['MissingRequiredOptions', 1]);
});
