// `nova-lens follow` as it is run: a log that grows and is rotated under it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { before, test } from 'node:test';
import type { TestContext } from 'node:test';
import { changeLine } from '../../src/core/render/changeText';
import type { Paint } from '../../src/core/render/terminal';
import { ChangeWatch } from '../../src/core/sets/changes';
import { makeSamples } from '../samples/samples';
import { makeAnalysis, makeOperation } from '../support/analysisBuilder';
import { cliPath, runCli } from '../support/cli';
import { hostileLogs } from '../support/hostile';
import { scratchFolder } from '../support/scratch';
import { analyseText, log, vm } from '../support/story';

const samples = Object.fromEntries(makeSamples().map(({ name, text }) => [name, text]));
const boot = samples['failed-boot/nova-compute.log'] ?? '';
/** Where the line begins that says what went wrong. */
const failure = boot.lastIndexOf('\n', boot.indexOf('VolumeNotCreated')) + 1;

interface Told {
  readonly change: string;
  readonly operation: { readonly id: string; readonly outcome: string };
}

interface Following {
  readonly lines: () => readonly string[];
  readonly until: (wanted: RegExp) => Promise<number>;
  /** On standard error. */
  readonly said: () => string;
  readonly stop: () => Promise<number | null>;
}

function follow(t: TestContext, args: readonly string[], env: NodeJS.ProcessEnv = {}): Following {
  const command = [cliPath, 'follow', ...args];
  const child = spawn(process.execPath, command, { env: { ...process.env, FORCE_COLOR: '', LC_ALL: 'C.UTF-8', ...env } });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  t.after(() => child.kill('SIGKILL'));
  return {
    lines: () => out.split('\n').filter((line) => line !== ''),
    said: () => err,
    until: async (wanted) => {
      const started = performance.now();
      while (!wanted.test(out)) {
        if (performance.now() - started > 60_000) assert.fail(`${String(wanted)} is not in:\n${out}`);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return performance.now() - started;
    },
    stop: () => {
      child.kill('SIGINT');
      return closed;
    },
  };
}

before(() => assert.ok(fs.existsSync(cliPath), 'build first: node esbuild.mjs dist'));

test('operations are printed as they begin, go on and end; an interrupt ends it with 0', async (t) => {
  const folder = scratchFolder(t, { 'nova-compute.log': boot.slice(0, failure) });
  const file = `${folder}/nova-compute.log`;
  const following = follow(t, [file]);
  await following.until(/… [0-9a-f-]{36} .+ begins/);
  const rest = boot.slice(failure);
  fs.appendFileSync(file, rest.slice(0, rest.length >> 1));
  fs.appendFileSync(file, rest.slice(rest.length >> 1));
  const waited = await following.until(/✗ [0-9a-f-]{36} create · failed in /);
  t.diagnostic(`from the append to the printed end: ${waited.toFixed(0)} ms`);
  assert.ok(waited < 1000, `within a second: ${waited} ms`);
  assert.equal(await following.stop(), 0);
});

test('of a log that says more than fits in memory what comes is told, what came before is forgotten', async (t) => {
  const many = hostileLogs.find(({ id }) => id === 'instances');
  assert.ok(many);
  const folder = scratchFolder(t, { 'nova-compute.log': '' });
  const file = `${folder}/nova-compute.log`;
  for (const piece of many.pieces(0.006)) fs.appendFileSync(file, piece);
  fs.appendFileSync(file, boot.slice(0, failure));
  const following = follow(t, [file], { NODE_OPTIONS: '--max-old-space-size=128' });
  await following.until(/… [0-9a-f-]{36} .+ begins/);
  fs.appendFileSync(file, boot.slice(failure));
  await following.until(/✗ [0-9a-f-]{36} create · failed in /);
  const told = following.said().matchAll(/what stands up to line (\d+) is forgotten/g);
  const lines = [...told].map(([, line]) => Number(line));
  assert.ok(lines.length > 0, following.said());
  assert.ok(lines.every((line, i) => line > (lines[i - 1] ?? 0) && line <= 60_000), following.said());
  assert.equal(await following.stop(), 0);
});

test('one object on a line, an operation across a rotation is one, what was over before is not told', async (t) => {
  const folder = scratchFolder(t, { 'nova-compute.log': samples['successful-boot/nova-compute.log'] ?? '' });
  const file = `${folder}/nova-compute.log`;
  const following = follow(t, ['--json', folder]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  fs.appendFileSync(file, boot.slice(0, failure));
  await following.until(/"change":"begin"/);
  fs.renameSync(file, `${file}.1`);
  fs.writeFileSync(file, boot.slice(failure));
  await following.until(/"change":"end"/);
  const changes = following.lines().map((line) => JSON.parse(line) as Told);
  const end = changes.find(({ change }) => change === 'end');
  assert.equal(end?.operation.outcome, 'failed');
  assert.deepEqual([...new Set(changes.map(({ operation }) => operation.id))], [end.operation.id]);
  assert.equal(await following.stop(), 0);
});

test('nothing to follow, and standard input, are misuse', async (t) => {
  const folder = scratchFolder(t, { 'nova-compute.log.1': 'x\n' });
  for (const args of [[], ['-'], [folder], [`${folder}/gone.log`]]) {
    const { status, out, err } = await runCli(['follow', ...args]);
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /^nova-lens: [^\n]+\n$/);
  }
});

test('a change is told once', () => {
  const watch = new ChangeWatch();
  const under = makeAnalysis([makeOperation(1, 2, { outcome: 'in-progress' })]);
  assert.deepEqual(watch.next(under).map(({ kind }) => kind), ['begin']);
  assert.deepEqual(watch.next(under), []);
  const over = makeAnalysis([makeOperation(1, 2, { outcome: 'success' })]);
  assert.deepEqual(watch.next(over).map(({ kind }) => kind), ['end']);
  assert.deepEqual(watch.next(over), []);
});

test('what begins has no question mark, also where its first lines leave its outcome open', () => {
  const watch = new ChangeWatch();
  const [begun] = watch.next(makeAnalysis([makeOperation(1, 2, { outcome: 'unknown' })]));
  assert.ok(begun);
  assert.match(changeLine(begun, (_style, text) => text), /^\S+ \S+ … [0-9a-f-]{36} Create begins/);
});

/** What is told when lines come one after the other. */
function told(rows: readonly string[], paint: Paint = (_style, text) => text): readonly string[] {
  const watch = new ChangeWatch();
  return rows.flatMap((_, at) => watch.next(analyseText(log(rows.slice(0, at + 1).join('\n'))))
    .map((change) => `${change.kind}: ${changeLine(change, paint)
      .replace(/^\S+ \S+ (?=\w* ?[…✓✗?])/, '').replace(/ \(log0:\d+\)$/, '').replace(` ${vm}`, '')}`));
}

const claimed = '0 INFO claim r1 vm Claim successful on node cmp01';
const failed = '2 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: internal error: no room left';
const retry = `3 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: internal error: no room left`;

test('what one host failed with is no end while another one may be tried', () => {
  assert.deepEqual(told([claimed, failed, retry, '4 DEBUG mgr r1 vm Starting instance...',
    '4.1 INFO claim r1 vm Claim successful on node cmp02',
    '5 DEBUG mgr r1 vm Start spawning the instance on the hypervisor.',
    '9 INFO mgr r1 vm Took 5.00 seconds to build instance.']), [
    'begin: … Create begins: resource claim on cmp01',
    'step: … Create failed on cmp01 (spawn on the hypervisor, libvirtError), another host may be tried',
    'step: … Create, try 2: taken up by the compute host',
    'step: … Create, try 2: resource claim on cmp02',
    'step: … Create, try 2: spawn on the hypervisor on cmp02',
    'end: ✓ create · done in 9.0 s · 2 attempts',
  ]);
});

test('it is the end where Nova gives the build up, and where no host is left', () => {
  const end = 'end: ✗ create · failed in spawn on the hypervisor after 3.0 s · libvirtError';
  assert.equal(told([claimed, failed, retry, '3 DEBUG mgr r1 vm Retry info not present, will not reschedule']).at(-1), end);
  assert.equal(told([claimed, failed, '3 ERROR mgr r1 vm Unexpected build failure, not rescheduling build.']).at(-1), end);
  assert.match(told([claimed, failed, retry, '4 WARNING util r1 vm Failed to compute_task_build_instances: No valid host '
    + 'was found. There are not enough hosts available.']).at(-1) ?? '', /^end: ✗ create · failed/);
  for (const [type, kind] of [['libvirt.libvirtError', 'step'], ['nova.exception.VirtualInterfaceCreateException', 'end'],
    ['nova.exception.ImageUnacceptable', 'end'], ['nova.exception.PortBindingFailed', 'step']]) {
    assert.match(told([claimed, `2 ERROR mgr r1 vm Instance failed to spawn: ${type}: no`]).at(-1) ?? '',
      new RegExp(`^${kind}:`), type);
  }
  // no host is tried after another where a guest is only started
  const reboot = ['0 INFO mgr r1 vm Rebooting instance', '1 ERROR mgr r1 vm Cannot reboot instance: Domain not found'];
  assert.match(told(reboot).at(-1) ?? '', /^end: ✗/);
});

test('the colour is that of the state that is told', () => {
  const styled: Paint = (style, text) => (style === 'dim' ? '' : `${style} ${text}`);
  const colours = (...rows: string[]) => told(rows, styled).map((line) => /(green|red|yellow) (.)/.exec(line)?.[0]);
  assert.deepEqual(colours(claimed, failed, '3 ERROR mgr r1 vm Unexpected build failure, not rescheduling build.'),
    ['yellow …', 'yellow …', 'red ✗']);
  assert.deepEqual(colours(`${claimed}\n${failed}`), ['yellow …']);
});
