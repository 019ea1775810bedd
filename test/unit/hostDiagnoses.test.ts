// What is said of a host rather than of an operation: what takes it back, and in whose words it stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnosisRows } from '../../src/knowledge/diagnoses/index';
import { sentences } from '../../src/knowledge/diagnoses/sentences';
import { analyseText, log, vm } from '../support/story';

const told = (rows: string): readonly string[] => analyseText(log(rows)).diagnoses.map(({ id }) => id);

test('allocations of an instance that is being built, moved or deleted are nobody\'s leak', () => {
  const unknown = `INFO nova.compute.resource_tracker r9 Instance ${vm} has allocations against this compute host but is not found in`
    + ' the database.';
  const unmanaged = `WARNING nova.compute.resource_tracker r9 Instance ${vm} is not being actively managed by this compute host but has`
    + ' allocations referencing this compute host: {\'resources\': {\'VCPU\': 1}}. Skipping heal of allocation because we do not know'
    + ' what to do.';
  assert.deepEqual(told(`1 ${unknown}\n2 INFO claim r1 vm Claim successful on node cmp01`), []);
  assert.deepEqual(told(`1 INFO mgr r1 vm Took 0.26 seconds to deallocate network for instance.\n2 ${unmanaged}`), []);
  assert.deepEqual(told(`1 ${unknown}\n2 INFO claim r1 other Claim successful on node cmp01`), ['allocation-unknown'], 'another instance');
  assert.deepEqual(told(`1 INFO claim r1 vm Claim successful on node cmp01\n5000 ${unknown}`), ['allocation-unknown'], 'long after');
});

test('a broker is out of reach for services before Icehouse, too', () => {
  const line = 'AMQP server on ctl01:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.';
  assert.deepEqual(told(`1 ERROR nova.openstack.common.rpc.common - ${line}`), ['broker-away']);
  assert.deepEqual(told(`1 ERROR nova.rpc.common - ${line}`), ['broker-away']);
});

test('a broker that says which reply queue is not there was reached', () => {
  assert.deepEqual(told('1 ERROR oslo_messaging._drivers.impl_rabbit r1 AMQP server on ctl01:5672 is unreachable: Exchange.declare: (404)'
    + ' NOT_FOUND - no exchange \'reply_c49e514528774e9b912deb909d8ff965\' in vhost \'/\'. Trying again in 1 seconds.'), ['reply-dropped']);
});

test('a guest that went off may have gone with its host; a nova-compute that did not answer may be any', () => {
  assert.match(String(diagnosisRows['off-by-itself']?.remains), /The host was restarted/);
  assert.doesNotMatch(String(sentences['rpc-compute']?.remedy), /other host/);
});

test('what an operation of an instance is told to have failed with is not told beside it, though Nova logs it again', () => {
  const traceback = `|Traceback (most recent call last):
|  File "/nova/virt/libvirt/guest.py", line 426, in save_memory_state
|    self._domain.managedSave(0)
|libvirtError: Requested operation is not valid: domain has assigned non-USB host devices`;
  const twice = (second: string) => analyseText(log(`
1 ERROR mgr r1 vm Cannot suspend.
${traceback}
${second} Setting instance vm_state to ERROR
${traceback}`)).diagnoses.map(({ operation }) => operation !== undefined);
  assert.deepEqual(twice('1 ERROR mgr - vm'), [true]);
  assert.deepEqual(twice('1 ERROR mgr - other'), [true, false], 'another instance');
});

test('a database that was out of reach is told once, by its exception and by what oslo.db says', () => {
  const away = 'DBConnectionError: (pymysql.err.OperationalError) (2003, "Can\'t connect to MySQL server on \'db01\'")';
  const analysis = analyseText(log(`
1 WARNING oslo_db.sqlalchemy.engines r1 SQL connection failed. 10 attempts left.
11 WARNING oslo_db.sqlalchemy.engines r1 SQL connection failed. 9 attempts left.
20 ERROR nova.servicegroup.drivers.db r2 Unexpected error while reporting service status
|Traceback (most recent call last):
|  File "/nova/servicegroup/drivers/db.py", line 91, in _report_state
|    service.service_ref.save()
|oslo_db.exception.${away}`));
  const [database] = analysis.diagnoses.filter(({ id }) => id === 'database-away');
  assert.deepEqual([database?.count, database?.certainty], [3, 'stated']);
  assert.deepEqual(analysis.findings.filter(({ check }) => check === 'unknown-fault'), []);
});

test('a line that states it and ends with the exception behind that is counted once', () => {
  const end = 'attempts left.: oslo_db.exception.DBConnectionError: (pymysql.err.OperationalError) (2003, "Can\'t connect")';
  const { diagnoses: [database] } = analyseText(log(`
1 WARNING oslo_db.sqlalchemy.engines r1 SQL connection failed. 10 ${end}
11 WARNING oslo_db.sqlalchemy.engines r1 SQL connection failed. 9 ${end}`));
  assert.deepEqual([database?.id, database?.count, database?.evidence.length], ['database-away', 2, 2]);
});
