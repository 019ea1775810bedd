// Dumps of options in logs: what is read of them, whatever stands between their lines, and what changed
// between two of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { defaultLimits } from '../../src/core/limits';
import { optionChanges } from '../../src/core/conf/optionChanges';
import { renderFinding } from '../../src/core/render/finding';
import { digestOf, startLines } from '../support/optionDumps';

const info = '2026-11-20 10:00:00.000 4211 INFO nova.service [-] Starting compute node (version 30.0.0)';

function dumpsOf(lines: readonly string[]) {
  return digestOf(lines).optionDumps ?? [];
}

function changesOf(...starts: Parameters<typeof startLines>[0][]) {
  return optionChanges([digestOf(starts.flatMap(startLines))])
    .map(({ name, before: a, after: b }) => `${name}: ${a.value} (${a.line}) → ${b.value} (${b.line})`);
}

test('a start states every option with its value and line', () => {
  const [dump, ...others] = dumpsOf([info, ...startLines({
    options: { vif_plugging_timeout: '300', 'libvirt.rbd_user': '', 'glance.api_servers': "['http://a:9292']" },
    files: ['/etc/nova/nova.conf', '/etc/nova/nova-compute.conf'],
  }), info]);
  assert.equal(others.length, 0);
  assert.ok(dump);
  assert.deepEqual(dump.names, ['DEFAULT.vif_plugging_timeout', 'libvirt.rbd_user', 'glance.api_servers']);
  assert.deepEqual(dump.get('DEFAULT.vif_plugging_timeout'), { value: '300', line: 6 });
  assert.deepEqual(dump.get('libvirt.rbd_user'), { value: '', line: 7 });
  assert.deepEqual(dump.get('glance.api_servers'), { value: "['http://a:9292']", line: 8 });
  assert.equal(dump.get('libvirt.virt_type'), undefined);
  assert.deepEqual(dump.configFiles, ['/etc/nova/nova.conf', '/etc/nova/nova-compute.conf']);
  assert.deepEqual([dump.at.line, dump.lastLine, dump.process, dump.complete], [1, 9, '4211', true]);
});

test('other lines and other processes between the lines of a dump do not disturb it', () => {
  const one = startLines({ options: { a: '1', b: '2' }, process: '1' });
  const two = startLines({ options: { a: '3', b: '4' }, process: '2' });
  const woven = one.flatMap((line, index) => [line, info, two[index] ?? '']);
  const dumps = dumpsOf(woven);
  assert.deepEqual(dumps.map(({ process, get }) => [process, get('DEFAULT.a')?.value, get('DEFAULT.b')?.value]),
    [['1', '1', '2'], ['2', '3', '4']]);
  assert.ok(dumps.every(({ complete }) => complete));
});

test('a dump that was cut off counts, and says that it is not complete', () => {
  const [dump] = dumpsOf(startLines({ options: { a: '1', b: '2' }, end: false }));
  assert.deepEqual([dump?.complete, dump?.names.length], [false, 2]);
  const [cut, whole] = dumpsOf([
    ...startLines({ options: { a: '1' }, end: false }), ...startLines({ options: { a: '2', b: '3' } }),
  ]);
  assert.deepEqual([cut?.complete, cut?.get('DEFAULT.a')?.value], [false, '1']);
  assert.deepEqual([whole?.complete, whole?.get('DEFAULT.a')?.value], [true, '2']);
});

test('a value of several lines is one value', () => {
  const lines = startLines({ options: { a: 'one', b: '2' } });
  const index = lines.findIndex((line) => line.includes(' = one'));
  const [head = '', tail = ''] = (lines[index] ?? '').split('one');
  const [dump] = dumpsOf([...lines.slice(0, index), `${head}one`, `two${tail}`, ...lines.slice(index + 1)]);
  assert.equal(dump?.get('DEFAULT.a')?.value, 'one\ntwo');
  assert.equal(dump?.get('DEFAULT.b')?.value, '2');
});

test('the suffix of DevStack is no part of a value', () => {
  const lines = startLines({ options: { a: 'x = y' } }).map((line) =>
    line.replace(/ log_opt_values (\S+)$/, ' {{(pid=4211) log_opt_values $1}}'));
  assert.equal(dumpsOf(lines)[0]?.get('DEFAULT.a')?.value, 'x = y');
});

test('secrets are not kept, and what only sounds like one is', () => {
  const [dump] = dumpsOf(startLines({ options: {
    transport_url: 'rabbit://nova:s3cret@10.0.0.1:5672,nova:s3cret@10.0.0.2:5672//',
    'keystone_authtoken.password': 's3cret', 'api_database.connection': '****', 'ironic.admin_token': 's3cret',
    'key_manager.fixed_key': 's3cret', 'libvirt.inject_password': 'False', 'libvirt.rbd_secret_uuid': 'abc',
    'service_user.send_service_user_token': 'True',
  } }));
  const values = dump?.names.map((name) => dump.get(name)?.value);
  assert.deepEqual(values, ['rabbit://****@10.0.0.2:5672//', '****', '****', '****', '****', 'False', 'abc', 'True']);
});

test('a prose line that begins like a dump opens none', () => {
  assert.deepEqual(dumpsOf([info.replace('Starting', 'Configuration options gathered'), info]), []);
});

test('what changed between two starts is told with both values and lines', () => {
  assert.deepEqual(changesOf(
    { options: { a: '1', 'g.b': 'x', c: '3' } },
    { options: { a: '1', 'g.b': 'y', c: '3' }, second: 60 },
    { options: { a: '2', 'g.b': 'y', d: '4' }, second: 120 },
  ), ['g.b: x (6) → y (15)', 'DEFAULT.a: 1 (14) → 2 (23)']);
});

test('services and hosts are not compared with each other', () => {
  assert.deepEqual(changesOf(
    { options: { host: 'cmp1', my_ip: '10.0.0.1', log_file: '/var/log/nova/nova-compute.log', a: '1' } },
    { options: { host: 'cmp2', my_ip: '10.0.0.2', log_file: '/var/log/nova/nova-compute.log', a: '2' } },
    { options: { host: 'cmp1', my_ip: '10.0.0.1', log_file: '/var/log/nova/nova-api.log', a: '3' } },
  ), []);
});

test('a host that gets another name or another address is still the same host', () => {
  const first = { host: 'cmp1', my_ip: '10.0.0.1' };
  assert.deepEqual(changesOf({ options: first }, { options: { ...first, host: 'cmp9' }, second: 9 }),
    ['DEFAULT.host: cmp1 (5) → cmp9 (13)']);
  assert.deepEqual(changesOf({ options: first }, { options: { ...first, my_ip: '10.0.0.9' }, second: 9 }),
    ['DEFAULT.my_ip: 10.0.0.1 (6) → 10.0.0.9 (14)']);
});

test('starts in rotated logs are compared in the order of time', () => {
  const options = { host: 'cmp1', my_ip: '10.0.0.1', log_file: '/var/log/nova/nova-compute.log' };
  const older = digestOf(startLines({ options: { ...options, a: '1' } }), 'nova-compute.log.1');
  const newer = digestOf(startLines({ options: { ...options, a: '2' }, second: 600 }), 'nova-compute.log');
  const changes = optionChanges([newer, older]);
  assert.deepEqual(changes.map(({ before, after, to }) => [before.value, after.value, to.at.source]),
    [['1', '2', 'nova-compute.log']]);
});

test('a change is a finding at the line of the new value', () => {
  const digest = digestOf([
    ...startLines({ options: { 'libvirt.rbd_user': '' } }),
    ...startLines({ options: { 'libvirt.rbd_user': 'nova' }, second: 60 }),
  ]);
  const findings = analyse([digest], defaultLimits).findings.filter(({ check }) => check === 'option-drift');
  assert.equal(findings.length, 1);
  const [finding] = findings;
  assert.ok(finding);
  assert.deepEqual([finding.at.line, finding.related.map(({ line }) => line)], [12, [5]]);
  assert.equal(renderFinding(finding), '[libvirt] rbd_user changed between two starts: from “” to “nova”.');
});

test('the flags of Essex and Folsom are read too', () => {
  const said = (text: string) => `2012-11-16 21:16:49 DEBUG nova.service [-] ${text} from (pid=26420) wait /x/nova/service.py:411`;
  const [dump, ...others] = dumpsOf([
    ...['Full set of FLAGS:', 'sql_connection_debug : 0', "glance_api_servers : ['10.0.0.1:9292']", 'rabbit_password : FLAG SET ',
      'sql_connection : mysql://nova:s3cret@db/nova', 'Started child 7'].map(said),
    '2012-11-16 21:16:50 INFO nova.service [-] max_files : 3',
  ]);
  assert.equal(others.length, 0);
  const values = dump?.names.map((name) => [name, dump.get(name)?.value]);
  assert.deepEqual([dump?.complete, dump?.lastLine, values], [true, 4, [
    ['DEFAULT.sql_connection_debug', '0'], ['DEFAULT.glance_api_servers', "['10.0.0.1:9292']"],
    ['DEFAULT.rabbit_password', '****'], ['DEFAULT.sql_connection', 'mysql://****@db/nova'],
  ]]);
});

test('a thousand starts share their names and values', () => {
  const options = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`option_${i}`, `value ${i}`]));
  const lines = Array.from({ length: 1000 }, (_, second) => startLines({ options, second })).flat();
  const dumps = dumpsOf(lines);
  assert.equal(dumps.length, 1000);
  assert.equal(dumps[999]?.names, dumps[0]?.names);
  assert.deepEqual(dumps[999]?.get('DEFAULT.option_49'), { value: 'value 49', line: 999 * 56 + 54 });
});
