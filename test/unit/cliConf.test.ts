// `nova-lens` with nova.conf: named or found beside the logs, in reports and explanations, secrets never
// shown.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020';
import type { Report } from '../../src/core/render/reportShape';
import { makeSamples } from '../samples/samples';
import { runCli } from '../support/cli';
import { startLines } from '../support/optionDumps';
import { scratchFolder } from '../support/scratch';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true })
  .compile(JSON.parse(fs.readFileSync('media/report.schema.json', 'utf8')) as object);
const failedBoot = makeSamples().find(({ name }) => name === 'failed-boot/nova-compute.log')?.text ?? '';

const secretConf = '[DEFAULT]\nvif_plugging_timeout = 30\ntransport_url = rabbit://nova:s3cret@mq:5672/\n'
  + 'block_device_allocate_retries = 60\n[database]\nconnection = mysql://nova:s3cret@db/nova\n';
const starts = [
  ...startLines({ options: { vif_plugging_timeout: '300', transport_url: '****' } }),
  ...startLines({ options: { vif_plugging_timeout: '60', transport_url: '****' }, second: 60 }),
].join('\n');

/** A sosreport as it is unpacked. */
const sos = { 'sos/var/log/nova/nova-compute.log': starts, 'sos/etc/nova/nova.conf': secretConf };

async function report(args: readonly string[]): Promise<Report> {
  const { out, err } = await runCli(['report', '--json', ...args]);
  assert.equal(err, '');
  const parsed: unknown = JSON.parse(out);
  assert.ok(validate(parsed), JSON.stringify(validate.errors));
  assert.doesNotMatch(out, /s3cret/);
  return parsed as Report;
}

const drifts = ({ findings }: Report) => findings.filter(({ check }) => check === 'option-drift')
  .map(({ args, at, related }) => [args['before'], args['after'], at.line, related[0]?.line, args['basis']]);

test('nova.conf is found beside a log of a sosreport and held against what the service runs with', async (t) => {
  const folder = scratchFolder(t, sos);
  assert.deepEqual(drifts(await report([path.join(folder, 'sos')])), [
    ['300', '60', 14, 6, 'starts'], ['30', '60', 14, 2, 'file'],
  ]);
});

test('a named file or folder counts instead', async (t) => {
  const folder = scratchFolder(t, { ...sos, 'own/nova.conf': '[DEFAULT]\nvif_plugging_timeout = 60\n' });
  const log = path.join(folder, 'sos/var/log/nova/nova-compute.log');
  assert.equal(drifts(await report(['--nova-conf', path.join(folder, 'own/nova.conf'), log])).length, 1);
  assert.equal(drifts(await report(['--nova-conf', path.join(folder, 'own'), log])).length, 1);
});

test('a failed boot tells which value to set, where it stands now, and the risk', async (t) => {
  const folder = scratchFolder(t, { 'nova-compute.log': failedBoot, 'nova.conf': secretConf });
  const { findings } = await report([path.join(folder, 'nova-compute.log')]);
  const [advice] = findings.filter(({ check }) => check === 'timeout-advice');
  assert.deepEqual([advice?.args['option'], advice?.args['value'], advice?.args['was'], advice?.args['line']],
    ['DEFAULT.block_device_allocate_retries', '130', '60', 4]);
  const { out } = await runCli(['report', path.join(folder, 'nova-compute.log')]);
  assert.match(out, /nova\.conf +Within the 189 s .* to 130 \(now 60: .*nova\.conf, line 4\)\. Risk: /);
});

test('an explanation says what the file sets', async (t) => {
  const folder = scratchFolder(t, { 'nova.conf': secretConf });
  const file = path.join(folder, 'nova.conf');
  const { out, status } = await runCli(['explain', 'vif_plugging_timeout', '--nova-conf', file]);
  assert.equal(status, 0);
  assert.match(out.replace(/\s+/g, ' '), /vif_plugging_timeout is 30: set in \S+nova\.conf; the default is 300 \(line 2\)/);
  const secret = await runCli(['explain', 'database.connection', '--nova-conf', file]);
  assert.match(secret.out, /\*\*\*\*/);
  assert.doesNotMatch(secret.out, /s3cret/);
});

test('a file that is not there is said in one sentence', async (t) => {
  const folder = scratchFolder(t, { 'nova-compute.log': failedBoot, 'empty/x.txt': '' });
  const log = path.join(folder, 'nova-compute.log');
  const missing = await runCli(['report', '--nova-conf', path.join(folder, 'no.conf'), log]);
  assert.deepEqual([missing.status, missing.err], [2, `nova-lens: There is no file “${path.join(folder, 'no.conf')}”.\n`]);
  const empty = await runCli(['explain', '--nova-conf', path.join(folder, 'empty'), 'vif_plugging_timeout']);
  assert.match(empty.err, /There is no file “\*\.conf” in “/);
});
