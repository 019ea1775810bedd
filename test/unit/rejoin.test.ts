// Hard-wrapped text → the lines that were cut: at any width, with or without the blank at the cut, in
// damaged pages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankLost } from '../../src/core/reading/joint';
import { analyseText } from '../support/story';
import { chance, corpusAbsent, readingOf, realLog, realLogs } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const ids = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 4f6c2b1d0e9a47c3b5d8f1a2c3e4d5f6 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b - - -';
const head = '2025-03-11 14:07:32.418 21876 ERROR nova.compute.manager';
const log = [
  `2025-03-11 14:07:30.100 21876 WARNING nova.virt.block_device [${ids}] Failed to delete volume: `
  + 'dd04f3d2-63cb-45f2-9a31-9ecc523bd40f due to Invalid input received: Invalid volume: Volume status must be '
  + 'available or error. (HTTP 400)',
  `${head} [${ids}] [instance: ${uuid}] Instance failed block device setup`,
  `${head} [instance: ${uuid}] Traceback (most recent call last):`,
  `${head} [instance: ${uuid}]   File "/usr/lib/python2.7/site-packages/nova/compute/manager.py", line 1586, `
  + 'in _prep_block_device',
  `${head} [instance: ${uuid}]     wait_func=self._await_block_device_map_created)`,
  `${head} [instance: ${uuid}] VolumeNotCreated: Volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f did not finish `
  + 'being created even after we waited 189 seconds or 61 attempts. And its status is downloading.',
  `${head} [instance: ${uuid}]`,
  `2025-03-11 14:07:33.000 21876 INFO nova.compute.manager [${ids}] [instance: ${uuid}] Took 0.72 seconds to `
  + 'deallocate network for instance.',
];

type Cut = 'exact' | 'no trailing blanks' | 'no leading blanks';

function wrap(lines: readonly string[], width: number, cut: Cut, prefix = ''): string {
  return lines.flatMap((line) => {
    const pieces: string[] = [];
    let rest = line;
    for (; rest.length > width; rest = cut === 'no leading blanks' ? rest.slice(width).replace(/^ {1,9}/, '') : rest.slice(width)) {
      const piece = rest.slice(0, width);
      pieces.push(cut === 'exact' ? piece : piece.replace(/ {1,9}$/, ''));
    }
    return [...pieces, rest];
  }).map((line) => prefix + line).join('\n');
}

/** Heads and messages, without the places that wrapping changes. */
function content(text: string): readonly unknown[] {
  return readingOf(text).records.map(({ header, inherited, message }) => ({ ...header, inherited, message }));
}

test('text cut at any width is joined as it was', () => {
  for (let width = 60; width <= 240; width += 1) {
    assert.deepEqual(content(wrap(log, width, 'exact')), content(log.join('\n')), `width ${width}`);
    assert.deepEqual(content(wrap(log, width, 'no trailing blanks')), content(log.join('\n')), `trimmed, width ${width}`);
    assert.equal(readingOf(wrap(log, width, 'exact')).layout.wrappedAt, width);
  }
});

test('indented and quoted text is joined as well, at the width that it has then', () => {
  for (const prefix of ['> ', '    ']) {
    for (let width = 80; width <= 200; width += 7) {
      assert.deepEqual(content(wrap(log, width, 'exact', prefix)), content(log.join('\n')), `${prefix}${width}`);
    }
  }
});

test('where blanks at the cut are lost, heads and what names something come out whole', () => {
  for (let width = 60; width <= 240; width += 1) {
    const { records, counts } = readingOf(wrap(log, width, 'no leading blanks'));
    assert.deepEqual(counts, { records: log.length, unread: 0 }, `width ${width}`);
    assert.deepEqual(records.map(({ header }) => header), readingOf(log.join('\n')).records.map(({ header }) => header), `width ${width}`);
    const squeezed = records.map(({ message }) => message.replaceAll(' ', ''));
    assert.deepEqual(squeezed, readingOf(log.join('\n')).records.map(({ message }) => message.replaceAll(' ', '')), `width ${width}`);
    assert.ok(records.some(({ message }) => message.includes('dd04f3d2-63cb-45f2-9a31-9ecc523bd40f did not')), `width ${width}`);
  }
});

test('a record names all its lines and the places at which they begin', () => {
  const [record] = readingOf(wrap(log, 120, 'exact')).records;
  assert.deepEqual([record?.line, record?.lastLine, record?.joints.length], [0, 2, 1]);
  assert.equal(record?.message.slice(record.joints[0]), log[0]?.slice(240));
});

test('whether a blank was lost follows from what stands on both sides', () => {
  const cases: readonly [string, string, boolean][] = [
    ['seconds or 61', 'attempts. And', true], ['for placement API', '. Placement', false], ['Instance faile', 'd block', false],
    ['Build of insta', 'nce 30e8', false], ['Took 0.72 secon', 'ds to', false], ['volume: dd04f3d2-63cb-45f2-9a31-9ecc523bd4', '0f due', false],
    [`[${ids.slice(0, 40)}`, '4f6c2b1d0e9a47c3', true], [`${uuid}`, '_del', false], ['refresh_cache-', uuid, false],
    ['(Request-ID: req-0bd8e', '4b4-6989', false], ['Device Mapping is', 'Invalid.', true], ['nova/compute/mana', 'ger.py', false],
    ['nova.exception.VolumeNot', 'Created: x', false], ['VolumeNotCreated:', 'Volume', true], ['http:', '//controller', false],
    ['10.0.0.1:', '5672', false], [`Build of instance ${uuid}`, 'aborted', true], ['attempts', '3,', true], ['python', '2.7/site', false],
    ['held 0.147', 's inner', false], ['internal_lock', '/usr/lib/python3/x.py', true], ['/usr', '/lib/x', false], ['line 15', '86, in', false],
    ['{\'a\': 1,', '\'b\': 2', true], ['fa:16:3e:', 'c5:24', false], ['manager [-]', '[instance: x]', true], ['a=1,b=2,', 'c=3', false],
  ];
  for (const [left, right, lost] of cases) {
    assert.equal(blankLost(left, right, new Set()), lost, `${left}|${right}`);
  }
  assert.equal(blankLost('the frobnicator', 'restarted', new Set(['frobnicator', 'restarted'])), true);
});

test('prose longer than the log does not hide the width, and prose below is not joined', () => {
  const page = `${'很长的一段文字，说明发生了什么。'.repeat(30)}\n\n${wrap(log, 132, 'exact')}\n\n结论：\n\n${'x'.repeat(132)}\nmore`;
  const { layout, records, counts } = readingOf(page);
  assert.deepEqual([layout.wrappedAt, records.length], [132, log.length]);
  assert.deepEqual(counts, { records: log.length, unread: 4 });
});

test('a longer line elsewhere on a page does not hide the width at which a block of it was cut', () => {
  const long = `${head} [-] ${'Something that nobody cut. '.repeat(20)}`;
  const page = `On the controller:\n\n${long}\n${long}\n\nOn the host:\n\n${wrap(log, 132, 'exact')}`;
  const { layout, records } = readingOf(page);
  const told = readingOf(log.join('\n')).records.map(({ message }) => message);
  assert.equal(layout.wrappedAt, 132);
  assert.deepEqual(records.slice(-log.length).map(({ message }) => message), told);
  const within = readingOf(`${long}\n${wrap(log, 132, 'exact')}`);
  assert.equal(within.layout.wrappedAt, undefined);
});

test('messages of several lines and tables are not taken for cut lines', () => {
  const one = `${head} [-] An error occurred while trying to launch a defined domain with xml: <domain>`;
  const xml = ['  <name>instance-00000001</name>', '  <memory>524288</memory>', '  <vcpu>1</vcpu>', '</domain>'];
  const table = [`${head} [-] Table:`, '+--------+--------+', '| a      | b      |', '+--------+--------+'];
  const same = [`${head} [-] monitor said`, 'x'.repeat(40), 'y'.repeat(40)];
  for (const lines of [[one, ...xml], table, same]) {
    const text = [...lines, ...lines, ...lines].join('\n');
    const { layout, records } = readingOf(text);
    assert.deepEqual([layout.wrappedAt, records.length], [undefined, 3 * lines.length], lines[0]);
  }
});

/** As mail programs wrap: at blanks, and behind the hyphens of words; every line is indented. */
function mailed(lines: readonly string[], width: number, indent: string, parts: RegExp): string {
  return lines.map((line) => {
    const out: string[] = [];
    let row = '';
    for (const part of line.split(parts)) {
      if (row !== '' && (row + part).trimEnd().length > width - indent.length) {
        out.push(row.trimEnd());
        row = '';
      }
      row += part;
    }
    return [...out, row.trimEnd()].map((text) => indent + text).join('\n');
  }).join('\n\n');
}

test('mail that was wrapped between words is put together again', () => {
  const request = 'req-8a1f4c01-5217-4f02-9a03-3d1c6b7e9f24';
  const own = ids.replace(/^req-[\w-]+/, request);
  const lines = [
    `2025-03-11 14:07:32.418 21876 INFO nova.compute.manager [${own}] [instance: ${uuid}] Rebooting instance`,
    `2025-03-11 14:07:33.001 21876 INFO nova.virt.libvirt.driver [-] [instance: ${uuid}] Instance destroyed `
      + 'successfully.',
    `2025-03-11 14:07:35.120 21876 WARNING nova.compute.manager [${own}] [instance: ${uuid}] trying to `
      + 'reboot a non-running instance: (state: 4 expected: 1)',
    ...[1, 2, 3].map((second) => `2025-03-11 14:08:0${second}.120 21876 WARNING nova.compute.manager [${own}] `
      + `[instance: ${uuid}] Failed to find the device of the volume and to take its place in the list: try ${second}`),
  ];
  const anyHyphen = /(?<= )|(?<=[A-Za-z0-9]-)(?=[A-Za-z0-9])/;
  // as trackers do: not behind a digit, nor before digits alone
  const betweenLetters = /(?<= )|(?<=\w[A-Za-z_]-)(?=\w+[A-Za-z_])/;
  const blanks = /(?<= )/;
  const layouts = [[72, '  '], [72, '   '], [78, '> '], [66, '']] as const;
  for (const [width, indent, parts] of [anyHyphen, betweenLetters, blanks].flatMap((one) =>
    layouts.map((layout) => [...layout, one] as const))) {
    const mail = mailed(lines, width, indent, parts);
    // a page shows it between fences, and not each record for itself
    const text = indent === '  ' ? `It said:\n\n\`\`\`\n${mail.replaceAll('\n\n', '\n')}\n\`\`\`` : mail;
    const { layout, records } = readingOf(text);
    assert.ok(layout.wrappedAt !== undefined && layout.wrappedAt <= width, String(layout.wrappedAt));
    const heads = records.filter(({ inherited, header }) => !inherited && header);
    assert.deepEqual(heads.map(({ header, message }) => (
      [header?.instance, header?.request?.slice(0, 12), message])), [
      [uuid, 'req-8a1f4c01', 'Rebooting instance'],
      [uuid, undefined, 'Instance destroyed successfully.'],
      [uuid, 'req-8a1f4c01', 'trying to reboot a non-running instance: (state: 4 expected: 1)'],
      ...[1, 2, 3].map((second) => [uuid, 'req-8a1f4c01',
        `Failed to find the device of the volume and to take its place in the list: try ${second}`]),
    ], `${width} ${indent} ${String(parts)}`);
  }
});

test('mail is put together where long names were left whole, and lines of their own stay so', () => {
  const plain = [
    `2025-03-11 14:07:32.418 21876 ERROR nova.compute.manager [${ids}] [instance: ${uuid}] Instance failed to spawn`,
    'Traceback (most recent call last):',
    '  File "/usr/lib/python3/dist-packages/nova/compute/manager.py", line 2441, in _build_resources',
    '    yield resources_of_the_instance_and_of_all_its_devices',
    'nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed',
    `2025-03-11 14:07:33.418 21876 WARNING nova.virt.libvirt.driver [${ids}] [instance: ${uuid}] `
      + `Found /var/lib/nova/instances/${uuid}_resize/of-a-name-that-fits-into-no-line-of-mail/disk.config there`,
  ];
  const text = mailed(plain, 72, '', /(?<= )/).replaceAll('\n\n', '\n');
  const { layout, records } = readingOf(text);
  assert.equal(layout.wrappedAt, 72);
  assert.deepEqual(records.map(({ inherited, message }) => [inherited, message.trim()]), [
    [false, 'Instance failed to spawn'],
    ...plain.slice(1, 5).map((line) => [true, line.trim()]),
    [false, plain[5]?.slice(plain[5].indexOf('Found'))],
  ]);
});

test('mail is put together where little is cut but heads, alike in all lines', () => {
  const traced = [
    'Traceback (most recent call last):',
    '  File "/usr/lib/python3/dist-packages/nova/virt/libvirt/guest.py", line 165, in launch',
    '    return self._domain.createWithFlags(flags)',
    '  File "/usr/lib/python3/dist-packages/of/a/driver/that/is/far/away.py", line 1362, in createWithFlags',
    '    raise libvirtError(text)',
    'libvirt.libvirtError: internal error: no luck',
  ];
  const told = (lines: readonly string[], width: number) => {
    const text = mailed(lines, width, '', /(?<=\S)(?= )|(?<= )(?=\S)/).replaceAll('\n\n', '\n')
      // what wraps takes the blanks at the break
      .split('\n').map((line) => line.trimStart()).join('\n');
    const [fault] = analyseText(text).digests[0]?.faults ?? [];
    const frames = fault?.frames.flatMap(({ file, function: name }) => (file === '' ? [] : [name]));
    return [fault?.type, fault?.message, frames, fault?.instance];
  };
  const tagged = traced.slice(1).map((line) => `${head} [instance: ${uuid}] ${line}`);
  const wanted = ['libvirt.libvirtError', 'internal error: no luck', ['launch', 'createWithFlags']];
  for (const width of [90, 100]) assert.deepEqual(told(tagged, width), [...wanted, uuid], String(width));
  const ofRabbit = head.replace('nova.compute.manager', 'oslo_messaging._drivers.impl_rabbit');
  const bare = [
    `${ofRabbit} [${ids}] Failed to consume message from queue: libvirt.libvirtError: internal error: no luck`,
    ...traced.map((line) => `${ofRabbit} ${line}`),
    ...['cpu_allocation_ratio', 'allow_resize_to_same_host', 'state_path'].map((option) =>
      `2025-03-11 14:07:33.001 7 DEBUG oslo_service.service [-] ${option.padEnd(30)} = /var/lib/nova log_opt_values `
        + '/usr/lib/python3/dist-packages/oslo_config/cfg.py:2609'),
  ];
  assert.deepEqual(told(bare, 76), [...wanted, undefined]);
});

test('the column of a cut is found behind indentation and colours, and lost blanks with it', () => {
  const wanted = content(wrap(log, 118, 'no leading blanks'));
  const indented = wrap(log, 118, 'no leading blanks').split('\n').map((line) => `    ${line}`).join('\n');
  assert.deepEqual(content(indented), wanted);
  const coloured = wrap(log, 118, 'no leading blanks').split('\n').map((line) => `\u001b[01;31m${line}\u001b[0m`).join('\n');
  assert.deepEqual(content(coloured), wanted);
});

test('marks of a page that stood in the line when it was cut count for the column, and go', () => {
  const marked = log.map((line, at) => (at % 3 === 0 ? `[COLOR=#FF0040]${line}[/COLOR]` : line));
  assert.deepEqual(content(wrap(marked, 118, 'exact')), content(log.join('\n')));
});

test('a line at which the log stops for now is shown, though it is full', () => {
  const text = wrap(log, 100, 'exact').split('\n').slice(0, 1).join('\n');
  assert.equal(readingOf(text).records.length, 1);
});

test('all forms of the same real log give the same records', { skip: corpusAbsent }, () => {
  const folder = 'seed-newton-volume-not-created';
  const joined = content(realLog(`${folder}/nova-compute-joined.log`));
  assert.equal(joined.length, 44);
  for (const name of ['nova-compute-hardwrapped.log', 'nova-compute-joined-crlf.log', 'whole-blog-page.txt']) {
    assert.deepEqual(content(realLog(`${folder}/${name}`)), joined, name);
  }
});

test('no part of a real log that is not cut is taken for cut text', { skip: corpusAbsent }, () => {
  const random = chance(7);
  for (const { name, bytes } of realLogs().filter((log) => !/wrapped|whole-blog/.test(log.name))) {
    const lines = bytes.toString('utf8').split('\n');
    for (let i = 0; i < 8; i += 1) {
      const from = Math.floor(random() * lines.length);
      const part = lines.slice(from, from + 3 + Math.floor(random() * 150)).join('\n');
      assert.equal(readingOf(part).layout.wrappedAt, undefined, `${name} from line ${from}`);
    }
  }
});

test('the class of a traceback that stands in one cut line is where its name begins', () => {
  const report = `${head} [${ids}] [instance: ${uuid}] Error from last host: cmp01 (node cmp01): `
    + `[u'Traceback (most recent call last):\\n', u'  File "/nova/compute/manager.py", line 1862, in build\\n`
    + `    filter_properties)\\n', u'RescheduledException: Build of instance ${uuid} was re-scheduled: timed out\\n']`;
  const text = wrap([...log, report], 100, 'exact');
  const [fault] = analyseText(text).digests.flatMap(({ faults }) => faults).slice(-1);
  const wanted = text.split('\n').findIndex((line) => /Resch/.test(line));
  assert.equal(fault?.at.line, wanted);
});
