// `nova-lens report` as it is run: the samples through the built command line, exit status, JSON by its
// schema.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import zlib from 'node:zlib';
import Ajv2020 from 'ajv/dist/2020';
import { onlyInstance } from '../../src/core/onlyInstance';
import type { Report } from '../../src/core/render/reportShape';
import { makeSamples } from '../samples/samples';
import { makeAnalysis, makeOperation, uuid } from '../support/analysisBuilder';
import { cliPath, runCli } from '../support/cli';
import { scratchFolder } from '../support/scratch';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true })
  .compile(JSON.parse(fs.readFileSync('media/report.schema.json', 'utf8')) as object);

const samples = Object.fromEntries(makeSamples().map(({ name, text }) => [name, text]));

function parseReport(text: string): Report {
  const report: unknown = JSON.parse(text);
  assert.ok(validate(report), JSON.stringify(validate.errors));
  return report as Report;
}

before(() => assert.ok(fs.existsSync(cliPath), 'build first: node esbuild.mjs dist'));

test('a failed boot is reported by the schema, and the exit status is 1', async (t) => {
  const folder = scratchFolder(t, samples);
  const { status, out, err } = await runCli(['report', '--json', path.join(folder, 'failed-boot')]);
  assert.equal(err, '');
  assert.equal(status, 1);
  const { timelines, findings, logs } = parseReport(out);
  assert.equal(logs.length, 4);
  const [operation] = timelines[0]?.operations ?? [];
  assert.equal(operation?.outcome, 'failed');
  assert.equal(operation?.failedPhase, 'block_device_mapping');
  assert.match(operation?.rootCause?.type ?? '', /VolumeNotCreated$/);
  assert.match(operation?.fault?.type ?? '', /BuildAbortException$/);
  const line = fs.readFileSync(operation?.rootCause?.at.source ?? '', 'utf8').split('\n')[(operation?.rootCause?.at.line ?? 0) - 1];
  assert.match(line ?? '', /VolumeNotCreated: Volume/);
  assert.match(findings.find(({ check }) => check === 'failed-operation')?.message ?? '', /61 attempts over 189 s/);
});

test('a boot that succeeds exits with 0', async (t) => {
  const folder = scratchFolder(t, samples);
  const { status, out, err } = await runCli(['report', path.join(folder, 'successful-boot')]);
  assert.deepEqual([status, err], [0, '']);
  assert.match(out, /✓ create · done in /);
  assert.ok(!out.includes('\u001b'), 'no colour where there is no terminal');
});

test('one instance is had by the beginning of its UUID; one that is not there is misuse', async (t) => {
  const folder = scratchFolder(t, samples);
  const all = parseReport((await runCli(['report', '--json', folder])).out);
  const id = all.timelines[2]?.instance ?? '';
  const one = await runCli(['report', '--json', '--instance', id.slice(0, 8).toUpperCase(), folder]);
  assert.deepEqual(parseReport(one.out).timelines.map(({ instance }) => instance), [id]);
  const none = await runCli(['report', '--instance', '00000000-dead', folder]);
  assert.equal(none.status, 2);
  assert.equal(none.err, 'nova-lens: No operation of an instance 00000000-dead stands in these logs.\n');
});

test('the report on one instance names on top the logs with something of it', async (t) => {
  const folder = scratchFolder(t, samples);
  const uuidIn = /instance: ([0-9a-f-]{36})/.exec(samples['failed-boot/nova-compute.log'] ?? '')?.[1] ?? '';
  const { out } = await runCli(['report', '--instance', uuidIn, folder]);
  const [top = ''] = out.split('\n\n');
  assert.match(top, /failed-boot\/nova-compute\.log: /);
  assert.doesNotMatch(top, /rebuild\//);
  assert.match(top, /^and \d+ more logs in which nothing of it was found$/m);
});

test('standard input may be plain or packed', async () => {
  const text = samples['failed-boot/nova-compute.log'] ?? '';
  const plain = parseReport((await runCli(['report', '--json', '-'], { input: text })).out);
  const packed = parseReport((await runCli(['report', '--json', '-'], { input: zlib.gzipSync(text) })).out);
  assert.equal(plain.timelines.length, 1);
  assert.deepEqual(packed, plain);
  assert.equal(plain.logs[0]?.source, 'stdin');
});

test('what cannot be read is said, the rest is reported, and the exit status is 2', async (t) => {
  const folder = scratchFolder(t, samples);
  const { status, out, err } = await runCli(['report', '--json', `${folder}/gone.log`, `${folder}/delete`]);
  assert.equal(status, 2);
  assert.equal(err, `nova-lens: There is no file “${folder}/gone.log”.\n`);
  assert.equal(parseReport(out).timelines.length, 1);
});

test('misuse is one sentence and nothing on standard output', async () => {
  for (const args of [[], ['report'], ['report', '--frobnicate', 'x'], ['explain'], ['report', '/nowhere/at/all.log']]) {
    const { status, out, err } = await runCli(args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.match(err, /^nova-lens: [^\n]+\n$/);
  }
});

test('help and version are on standard output', async () => {
  const help = await runCli(['--help']);
  assert.equal(help.status, 0);
  assert.match(help.out, /nova-lens report .*\n[^]*nova-lens explain /);
  const own = await runCli(['follow', '--help']);
  assert.match(own.out, /^  nova-lens follow .*\n[^]*--lang [^]*Exit status/);
  assert.doesNotMatch(own.out, /nova-lens (?:report|cut|explain) \S*[-[]/);
  const version = await runCli(['--version']);
  const { version: wanted } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };
  assert.equal(version.out, `nova-lens ${wanted}\n`);
});

test('text that is no log of Nova is called so, and nothing failed in it', async () => {
  const { status, out } = await runCli(['report', '-'], { input: 'Dear diary,\nnothing happened today.\n' });
  assert.equal(status, 0);
  assert.match(out, /this does not look like a nova log/);
});

test('colour can be asked for', async () => {
  const { out } = await runCli(['report', '-'], { input: samples['delete/nova-compute.log'] ?? '', env: { FORCE_COLOR: '1' } });
  assert.match(out, /\u001b\[32m✓ delete/);
});

test('a reader that goes away early ends the program quietly', async (t) => {
  const lines = Array.from({ length: 400 }, () => samples['successful-boot/nova-compute.log'] ?? '');
  const folder = scratchFolder(t, { 'nova.log': lines.join('') });
  const child = spawn(process.execPath, [cliPath, 'report', '--json', `${folder}/nova.log`]);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((resolve) => child.on('close', resolve));
  assert.equal(err, '');
});

test('findings of other instances go with them', () => {
  const analysis = makeAnalysis([makeOperation(1, 2), makeOperation(3, 4, { instance: 'other' })]);
  const { timelines } = onlyInstance(analysis, uuid.slice(0, 6));
  assert.deepEqual(timelines.map(({ instance }) => instance), [uuid]);
  assert.equal(onlyInstance(analysis, undefined), analysis);
});
