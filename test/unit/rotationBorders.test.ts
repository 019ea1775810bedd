// A log that was rotated in the midst of a record → the same faults and operations as of the whole log, with
// places in the true files; and nothing false where a file is missing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import type { DigestReader } from '../../src/core/digest';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { spansOf } from '../../src/core/faults/faultLines';
import { defaultLimits } from '../../src/core/limits';
import { lookupOf } from '../../src/core/lookup';
import type { Analysis, Fault } from '../../src/core/model';
import { examineHead } from '../../src/core/sets/head';
import { buildSet } from '../../src/core/sets/set';
import { openSieve } from '../../src/core/sieve';
import { kernel } from '../support/kernel';
import { log, stories, vm } from '../support/story';

type Files = Readonly<Record<string, string>>;

const inFull = (source: string) => openDigest(source, { keepLines: true });

function read(files: Files, open: (source: string) => DigestReader = inFull): Analysis {
  const logs = Object.entries(files).map(([name, text]) => {
    const bytes = new TextEncoder().encode(text);
    const reader = open(name);
    reader.push(bytes);
    return { name, digest: reader.end(), head: examineHead(bytes) };
  });
  return analyse(buildSet(logs).digests, defaultLimits);
}

const faultsOf = ({ digests }: Analysis): readonly Fault[] => digests.flatMap(({ faults }) => faults);

const own = 'nova-compute.log';
const one = `${own}.1`;

/** Cut before a line, and what stands in which file then. */
function cutAt(text: string, line: number): Files {
  const lines = text.split('\n');
  return { [one]: `${lines.slice(0, line).join('\n')}\n`, [own]: lines.slice(line).join('\n') };
}

/** A fault as the whole log would place it: lines of the younger file come behind those of the older. */
function told(fault: Fault, lines: number): unknown {
  const line = (source: string, number: number) => number + (source === own ? lines : 0);
  const { source } = fault.at;
  const [first, last] = [spansOf(fault)[0], spansOf(fault).at(-1)];
  return {
    type: fault.type, message: fault.message, instance: fault.instance, request: fault.request,
    at: line(source, fault.at.line), time: fault.at.time,
    first: first && line(first.source, first.firstLine), last: last && line(last.source, last.lastLine),
    frames: fault.frames.map((frame) => line(frame.source ?? source, frame.at)),
    chain: fault.chain.map((below) => told(below, lines)),
  };
}

const tracebackRows = (mark: string) => `
  ${mark}Traceback (most recent call last):
  ${mark}  File "/usr/lib/python3/dist-packages/nova/virt/libvirt/driver.py", line 7, in _create_guest
  ${mark}    guest.launch(pause=pause)
  ${mark}libvirt.libvirtError: internal error: qemu unexpectedly closed the monitor
  ${mark}
  ${mark}During handling of the above exception, another exception occurred:
  ${mark}
  ${mark}Traceback (most recent call last):
  ${mark}  File "/usr/lib/python3/dist-packages/nova/compute/manager.py", line 2415, in _build_and_run_instance
  ${mark}    self.driver.spawn(context, instance, image_meta,
  ${mark}  File "/usr/lib/python3/dist-packages/nova/virt/libvirt/driver.py", line 4155, in spawn
  ${mark}    self._create_guest_with_network(
  ${mark}nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed`;

const boot = (mark: string) => log(`
  0 INFO mgr r1 vm Starting instance...
  1 INFO claim r1 vm Claim successful on node compute1
  2 INFO virt r1 vm Creating image
  9 ERROR mgr r1 vm Instance failed to spawn: nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed
${tracebackRows(mark)}
  10 INFO virt r1 vm Instance destroyed successfully.
  11 INFO mgr r2 other Starting instance...
  12 INFO claim r2 other Claim successful on node compute1
`);

for (const [form, mark] of [['with a head on each line', '|'], ['bare', '>']] as const) {
  test(`a traceback, ${form}, may be cut after any of its lines`, () => {
    const text = boot(mark);
    const whole = read({ [own]: text });
    const expected = faultsOf(whole).map((fault) => told({ ...fault, at: { ...fault.at, source: one } }, 0));
    assert.equal(expected.length, 1);
    const count = text.split('\n').length;
    for (let line = 1; line < count; line += 1) {
      const cut = read(cutAt(text, line));
      assert.deepEqual(faultsOf(cut).map((fault) => told(fault, line)), expected, `cut before line ${line}`);
      const shown = stories(cut).map((story) => story.replaceAll(/@\d+/g, ''));
      assert.deepEqual(shown, stories(whole).map((story) => story.replaceAll(/@\d+/g, '')), `line ${line}`);
      assert.deepEqual(cut.findings.map(({ check }) => check), whole.findings.map(({ check }) => check));
      assert.equal(cut.digests.reduce((sum, { unread }) => sum + unread, 0), 0, `all is read: ${line}`);
    }
  });
}

test('a cut within a line, as copytruncate leaves it, gives the same classes', () => {
  const text = boot('>');
  const [whole] = faultsOf(read({ [own]: text }));
  const end = text.lastIndexOf('creation failed\n') + 'creation failed\n'.length;
  for (let at = text.indexOf('Traceback') - 20; at <= end; at += 1) {
    const faults = faultsOf(read({ [one]: text.slice(0, at), [own]: text.slice(at) }));
    assert.deepEqual(faults.map(({ type, message }) => [type, message]), [[whole?.type, whole?.message]],
      `cut at ${text.slice(at - 20, at)}|${text.slice(at, at + 20)}`);
    assert.deepEqual(faults[0]?.chain.map(({ type }) => type), whole?.chain.map(({ type }) => type));
  }
});

test('the fault is found from its lines in both files, and an extract holds all of them', () => {
  const text = boot('|');
  const cut = read(cutAt(text, 10));
  const lookup = lookupOf(cut);
  const [fault] = faultsOf(cut);
  assert.deepEqual(lookup.faultsAt(one, 8).includes(fault as Fault), true);
  assert.deepEqual(lookup.faultsAt(own, 2).includes(fault as Fault), true);
  assert.equal(lookup.instanceAt(own, 2), vm);
  const about = linesAbout(lookup, { kind: 'instance', id: vm }, 0);
  assert.deepEqual(about.get(one), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(about.get(own), [0, 1, 2, 3, 4, 5, 6, 7]);
});

test('without the file in between, or without either side, nothing is joined and nothing false', () => {
  const text = boot('>');
  const { [one]: older = '', [own]: younger = '' } = cutAt(text, 8);
  const files: Files = { [`${own}.2`]: older, [one]: younger.split('\n').slice(0, 3).join('\n'), [own]: younger };
  const types = (analysis: Analysis) => faultsOf(analysis).map(({ type }) => type);
  const missing = read({ [`${own}.2`]: older, [own]: younger });
  assert.ok(missing.digests.every(({ continued }) => continued === undefined), 'a file is missing');
  assert.deepEqual(types(read({ [own]: younger })), types(missing).slice(-1));
  assert.deepEqual(read({ [one]: older }).digests.length, 1);
  assert.equal(Object.keys(files).length, 3);
  const dated = (gap: string) => read({
    [`${own}-20240311`]: older, [own]: younger.replaceAll('2024-03-11 14:00:1', `2024-03-11 ${gap}:1`),
  });
  assert.ok(dated('14:00').digests.some(({ continued }) => continued), 'a second later');
  assert.ok(dated('16:00').digests.every(({ continued }) => continued === undefined), 'hours later');
});

test('a complete traceback is not continued by lines that belong to another one', () => {
  const [before = '', after = ''] = boot('>').split(/(?=\n.*Instance destroyed)/);
  const foreign = '  File "/usr/lib/python3/nova/compute/manager.py", line 9, in terminate\n    raise\nValueError: other\n';
  const cut = read({ [one]: `${before}\n`, [own]: `${foreign}${after.trimStart()}` });
  const fault = faultsOf(cut).find(({ instance }) => instance === vm);
  assert.equal(fault?.type, 'nova.exception.VirtualInterfaceCreateException');
  assert.deepEqual(fault.chain.map(({ type }) => type), ['libvirt.libvirtError']);
});

test('over three files, each as large as the scanner wants them, packed or not', () => {
  const noise = (hour: string) => `${Array.from({ length: 1200 }, (_, at) =>
    `2024-03-11 ${hour}:00.${String(at).padStart(4, '0').slice(1)} 7 INFO nova.compute.manager [-] nothing ${at}`).join('\n')}\n`;
  const text = boot('|');
  const lines = text.split('\n');
  const files: Files = {
    [`${own}.2.gz`]: `${noise('13:00')}${lines.slice(0, 8).join('\n')}\n`,
    [one]: `${lines.slice(8).join('\n')}\n${noise('14:01')}${lines.slice(0, 12).join('\n')}\n`,
    [own]: `${lines.slice(12).join('\n')}\n${noise('14:02')}`,
  };
  for (const open of [inFull, (source: string) => openSieve(source, kernel)]) {
    const cut = read(files, open);
    const mine = faultsOf(cut).filter(({ instance }) => instance === vm);
    const places = mine.map((fault) => spansOf(fault).map(({ source }) => source));
    assert.deepEqual(places, [[`${own}.2.gz`, one], [one, own]]);
    assert.deepEqual(mine.flatMap(({ chain }) => chain.map(({ type }) => type)),
      ['libvirt.libvirtError', 'libvirt.libvirtError']);
  }
});
