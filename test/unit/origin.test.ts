// Lines → on which host and in which service a log was written.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDigest } from '../../src/core/digest';
import type { Origin } from '../../src/core/model';
import { sameHost } from '../../src/core/sets/hosts';
import { ownHosts } from '../../src/knowledge/ownHosts';

function originOf(lines: readonly string[], given?: Partial<Origin>): Origin | undefined {
  const reader = openDigest('some.log', given ? { origin: given } : {});
  reader.push(new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')));
  return reader.end().origin;
}

function line(logger: string, message: string): string {
  return `2024-05-06 10:00:00.123 7 INFO ${logger} [-] ${message}`;
}

const nothing = { host: undefined, hostFrom: undefined, service: undefined, stream: 'some.log', order: 0 };

test('a log that says nothing of its origin has none', () => {
  assert.deepEqual(originOf([line('nova.service', 'hello')]), nothing);
});

test('a host that only other programs name is not that of lines that name none', () => {
  const other = (program: string) => `May  6 10:00:01 web1 ${program}[9]: what it did`;
  const bare = line('nova.compute.manager', 'hello');
  assert.equal(originOf([other('apache2'), bare])?.host, undefined);
  assert.equal(originOf([other('libvirtd'), bare])?.host, 'web1');
  assert.equal(originOf([other('apache2'), `May  6 10:00:02 web1 nova-compute[7]: ${bare}`])?.host, 'web1');
  assert.equal(originOf([other('kernel')])?.host, 'web1');
});

test('each statement with which a service names its own host is known by its sample', () => {
  for (const { logger, sample } of ownHosts) {
    const origin = originOf([line(logger, sample)]);
    assert.deepEqual([origin?.host, origin?.hostFrom, origin?.service], ['compute1', 'lines', 'nova-compute'], sample);
  }
});

test('the options that a service logs when it starts name its host', () => {
  const option = (text: string) => `2024-05-06 10:00:00.123 7 DEBUG oslo_service.service [-] ${text} `
    + 'log_opt_values /usr/lib/python3/dist-packages/oslo_config/cfg.py:2589';
  const dump = ['*'.repeat(80), 'Configuration options gathered from:', 'command line args: []',
    "config files: ['/etc/nova/nova.conf']", '='.repeat(80), 'debug                          = True',
    'host                           = control2', '*'.repeat(80)];
  const origin = originOf([...dump.map(option), line('nova.conductor.manager', 'x')]);
  assert.deepEqual([origin?.host, origin?.service], ['control2', 'nova-conductor']);
});

test('a wrapper names the host, Nova has the last word, two hosts are none', () => {
  const journal = (host: string) => `May 06 10:00:00 ${host} nova-compute[7]: ${line('nova.compute.manager', 'x')}`;
  assert.equal(originOf([journal('compute1'), journal('compute1')])?.host, 'compute1');
  assert.equal(originOf([journal('compute1'), journal('compute1')])?.hostFrom, 'wrapper');
  assert.equal(originOf([journal('compute1'), journal('compute2')])?.host, undefined);
  const own = line('nova.compute.resource_tracker', 'Compute_service record updated for compute1.example.com:n1');
  assert.equal(originOf([`May 06 10:00:00 compute1 nova-compute[7]: ${own}`])?.host, 'compute1.example.com');
});

test('the tree tells what the lines do not, and is no longer believed where they say otherwise', () => {
  const given = { host: 'c9', service: 'nova-conductor', stream: 'nova-conductor.log', order: 3 } as const;
  assert.deepEqual(originOf([line('nova.service', 'x')], given), { ...given, hostFrom: 'tree' });
  const compute = originOf([line('nova.compute.manager', 'x')], given);
  assert.equal(compute?.service, 'nova-compute');
});

test('one host may have a short and a long name', () => {
  assert.ok(sameHost('compute1', 'compute1.example.com'));
  assert.ok(!sameHost('compute1', 'compute10.example.com'));
  assert.ok(!sameHost('10.0', '10.0.0.1'));
});
