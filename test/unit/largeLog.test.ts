// A log too large for a document: its instances and timelines are those of the whole log read at once; an
// index is believed only as long as it is this log's own.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import type { OpenOptions } from '../../src/disk/large/openLargeLog';
import type { LargeLog } from '../../src/disk/large/largeLog';
import { DamagedIndex } from '../../src/disk/large/sections';
import { mostForRules } from '../../src/core/rules/rule';
import { parseRuleFile } from '../../src/core/rules/ruleFile';
import { buildRuleSet } from '../../src/core/rules/ruleSet';
import { wokenDigest, wokenParts } from '../../src/editor/large/wokenDigest';
import { generateLarge } from '../samples/large';
import { timelineOf, verdict, wholeOf } from '../support/large';
import { log, otherVm, vm } from '../support/story';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-large-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const text = [...generateLarge(4_000_000)].join('');

const ruleText = `version: 1
rules:
  - id: synced
    title: Somebody looked at it
    match: { logger: nova.compute.manager, message: During sync_power_state }
    sample: During sync_power_state
    severity: information
    summary: Its power state was looked at.
`;

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

async function open(file: string, options: OpenOptions = {}): Promise<LargeLog> {
  const log = await openLargeLog(file, options);
  assert.ok(log);
  return log;
}

async function holdTimelines(partSize: number, content = text): Promise<void> {
  const file = write('whole.log', content);
  const whole = wholeOf(file, content);
  const log = await open(file, { partSize });
  assert.ok(whole.timelines.length > 40, `${whole.timelines.length} instances`);
  for (const { instance, operations } of whole.timelines) {
    assert.deepEqual(timelineOf(log, instance)?.operations.map(verdict), operations.map(verdict), instance);
  }
  assert.equal(log.lines, content.split('\n').length - 1);
  log.close();
}

test('each instance has the timeline that the whole log gives it', () => holdTimelines(64 << 20));

test('so it has where the log is read in many parts', () => holdTimelines(300_000));

test('so it has where a line that only its request ties to it is no plain ASCII', async () => {
  const claims = / (Attempting to claim resources in the placement API for instance \S+ .*)$/gm;
  const odd = ['é', '大小', '\0', '\ufffd'];
  let count = 0;
  await holdTimelines(64 << 20, text.replace(claims, (_, line: string) => ` ${line}${odd[count++ % odd.length]}`));
  assert.ok(count > 40);
});

test('a line without a head is not taken for a part of what was read before it', async () => {
  const all = text.split('\n');
  const warning = /^.* WARNING .* Failed to compute_task_build_instances/m.exec(text);
  const instance = /\[instance: (\S+)\] Setting instance to ERROR/.exec(text.slice(warning?.index))?.[1];
  assert.ok(warning && instance);
  const log = await open(write('request.log', text));
  const own = [...log.extract({ kind: 'instance', id: instance }, 0) ?? []];
  log.close();
  const at = own.findIndex((line) => line.text === all[line.line] && line.text.startsWith(warning[0]));
  const texts = own.map((line) => line.text);
  const guest = all.findIndex((line) => line.includes('_get_guest_xml xml='));
  const behind = all.findIndex((line, number) => number > guest && line.includes('os_vif'));
  const nothing = all.find((line) => line.includes('oslo_service.periodic_task')) ?? '';
  // long enough that what was read before is another stretch
  const between = [...Array.from({ length: 30 }, () => nothing), ...all.slice(guest, behind)];
  const numbers = new Set(own.map((line) => line.line));
  const others = all.filter((_, number) => !numbers.has(number));
  const content = [...others.slice(0, -1), ...texts.slice(0, at), ...between, ...texts.slice(at), ''];
  await holdTimelines(64 << 20, content.join('\n'));
});

test('lines of an instance are those that name it, with their true numbers', async () => {
  const log = await open(write('lines.log', text));
  const lines = text.split('\n');
  const [first, , third] = log.instances();
  for (const { id, lines: count } of [first, third].flatMap((one) => one ?? [])) {
    const expected = lines.flatMap((line, at) => (line.includes(`[instance: ${id}]`) ? [at] : []));
    const found = [...log.numbersOf(id)];
    assert.deepEqual(found.filter((line) => lines[line]?.includes('[instance: ')), expected);
    assert.ok(count >= expected.length);
    const offsets = [...log.linesOf(id)].map(({ offset, line }) => [line, text.slice(0, offset).split('\n').length - 1]);
    for (const [line, counted] of offsets.slice(0, 20)) assert.equal(line, counted);
  }
  log.close();
});

test('what is appended is read on, and is as if it had been there', async () => {
  const half = text.lastIndexOf('\n', text.length / 2) + 1;
  const file = write('growing.log', text.slice(0, half));
  const log = await open(file);
  fs.appendFileSync(file, text.slice(half));
  assert.ok(await log.follow());
  const whole = await open(write('grown.log', text));
  assert.equal(log.lines, whole.lines);
  assert.deepEqual(log.instances(), whole.instances());
  log.close();
  whole.close();
});

test('an index shows the same log again, and a damaged or foreign one is thrown away', async () => {
  const indexDir = path.join(folder, 'index');
  const file = write('indexed.log', text);
  const before = await open(file, { indexDir });
  const [index] = fs.readdirSync(indexDir);
  const stored = path.join(indexDir, index ?? '');
  // of a larger log it is less: tables of ids weigh more here
  assert.ok(fs.statSync(stored).size < text.length * 0.055, 'it is small');
  let parts = 0;
  const again = await open(file, { indexDir, onProgress: () => { parts += 1; } });
  assert.equal(parts, 0, 'the log was not read again');
  assert.deepEqual(again.instances(), before.instances());
  const good = fs.readFileSync(stored);
  const lines = new Map(before.instances().map(({ id }) => [id, [...before.linesOf(id)]]));
  let damages = 0;
  for (let at = 5; at < good.length; at += Math.ceil(good.length / 40)) {
    const bad = Buffer.from(good);
    bad.writeUInt8(bad.readUInt8(at) ^ 0x40, at);
    fs.writeFileSync(stored, at % 3 === 0 ? bad.subarray(0, at) : bad);
    parts = 0;
    const log = await open(file, { indexDir, onProgress: () => { parts += 1; } });
    damages += parts > 0 ? 1 : 0;
    assert.deepEqual(log.instances(), before.instances(), `damaged at ${at}`);
    try {
      for (const { id } of log.instances()) assert.deepEqual([...log.linesOf(id)], lines.get(id));
    } catch (error) {
      assert.ok(error instanceof DamagedIndex, String(error));
      assert.equal(fs.existsSync(stored), false, 'it is not believed again');
      damages += 1;
    }
    log.close();
  }
  assert.ok(damages >= 15, `${damages} damages were seen`);
  // another log of the same name and size
  fs.writeFileSync(file, text.replaceAll('2024-05-06', '2024-05-07'));
  const other = await open(file, { indexDir });
  assert.equal(other.instances()[0]?.firstTime, (before.instances()[0]?.firstTime ?? 0) + 86_400_000);
  other.close();
  before.close();
  again.close();
});

test('of a log that names too many instances the beginning is known, and up to which line it was read', async () => {
  const most = { instances: 20, requests: Infinity };
  const log = await open(write('many.log', text), { partSize: 300_000, most });
  const lines = text.split('\n');
  assert.ok(log.isFull && log.lines < lines.length - 1, `${log.lines} lines`);
  const read = `${lines.slice(0, log.lines).join('\n')}\n`;
  const whole = await open(write('beginning.log', read));
  assert.equal(whole.isFull, false);
  assert.deepEqual(log.instances(), whole.instances());
  assert.deepEqual(log.instances(3, 2), whole.instances().slice(3, 5));
  for (const { id } of whole.instances()) {
    const [own, known] = [log, whole].map((one) => timelineOf(one, id)?.operations.map(verdict));
    assert.deepEqual(own, known);
  }
  log.close();
  whole.close();
});

test('the traceback of an instance may tell whose log it is, where no logger does', async () => {
  const trace = log(`
    1 ERROR rpc r1 vm Exception during message handling
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 7, in resize_instance
    |    step()
    |ResizeError: Resize error: not able to execute ssh command`);
  const quiet = log('2 INFO oslo_messaging._drivers.impl_rabbit - Connected to AMQP server\n'.repeat(3000));
  const large = await open(write('traced.log', `${trace}\n${quiet}\n`));
  assert.deepEqual(large.digestOf(vm).services, ['nova-compute']);
  assert.deepEqual(large.digestOf().services, []);
  large.close();
});

test('what wraps the lines of an instance may name a service, where no logger does', async () => {
  const wrapped = (unit: string, rows: string) =>
    log(rows).split('\n').map((line) => `May 06 08:00:00 cmp01 ${unit}[7]: ${line}\n`).join('');
  const failed = wrapped('nova-compute', '1 ERROR rpc r1 vm Exception during message handling: jammed');
  const quiet = wrapped('nova-compute',
    '2 INFO oslo_messaging._drivers.impl_rabbit - Connected to AMQP server\n'.repeat(3000));
  const large = await open(write('wrapped.log', failed + quiet));
  const [digest, about] = [large.digestOf(vm), large.digestOf()];
  large.close();
  assert.deepEqual(digest.services, ['nova-compute']);
  assert.deepEqual(about.services, []);
  const woken = wokenParts(new Map([[vm, { id: vm, digest, lines: new Map() }]]));
  assert.deepEqual(wokenDigest('wrapped.log', about, woken).services, ['nova-compute']);
});

test('of an instance that has more lines than rules are held against it is said', async () => {
  const { rules } = parseRuleFile(ruleText, 'rules.yaml');
  const lines = (count: number) => log(`0 INFO mgr r1 ${'vm'} During sync_power_state\n`.repeat(count));
  const few = log('1 INFO mgr r2 other During sync_power_state');
  const ruled = async (count: number) => {
    const large = await open(write('ruled.log', `${lines(count)}\n${few}\n`));
    const digests = [vm, otherVm].map((id) => large.digestBy(buildRuleSet(rules), id));
    large.close();
    return digests;
  };
  const [own, other] = await ruled(mostForRules + 1);
  assert.deepEqual(own?.partlyRuled, new Set([vm]));
  assert.equal(own.own?.length, mostForRules);
  assert.equal(other?.partlyRuled, undefined);
  assert.equal((await ruled(mostForRules))[0]?.partlyRuled, undefined);
});

test('a log in UTF-16 is the same log, whichever of its bytes come first', async () => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  const plain = await open(write('narrow.log', text));
  for (const [name, bytes] of [['little.log', little], ['big.log', Buffer.from(little).swap16()]] as const) {
    const file = path.join(folder, name);
    fs.writeFileSync(file, bytes);
    const log = await open(file, { source: plain.source });
    assert.deepEqual([log.lines, log.bytes, log.isCutShort], [plain.lines, plain.bytes, false]);
    assert.deepEqual(log.instances(), plain.instances());
    for (const { id } of plain.instances()) assert.deepEqual(timelineOf(log, id), timelineOf(plain, id));
    log.close();
  }
  plain.close();
});

test('what the scanner may not read is not a large log', async () => {
  assert.equal(await openLargeLog(write('short.txt', 'x\n'.repeat(100_000))), undefined);
});
