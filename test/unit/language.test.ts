// Which language is spoken, and how its words stand on a terminal: names of languages, tables that fall back
// to English, columns of wide letters, the command line, and logs whose own words are not English.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { renderFinding } from '../../src/core/render/finding';
import { padBefore, padBehind, widthOf, wrapColumns } from '../../src/core/render/columns';
import { renderDuration } from '../../src/core/render/duration';
import { english, sayIn } from '../../src/core/render/editorWords';
import { remedyOf } from '../../src/core/render/remedy';
import { speakLanguage } from '../../src/core/render/speak';
import { phaseTitle } from '../../src/core/render/titles';
import { explainException, explainMessage, explainOption } from '../../src/core/explaining/explain';
import { explainLine, exceptionRecogniser } from '../../src/core/explaining/explainLine';
import { openStatements } from '../../src/core/statements/statements';
import type { Statements } from '../../src/core/statements/statements';
import { isInOtherLanguage } from '../../src/core/reading/otherLanguage';
import { loadFacts, loadStatements } from '../../src/knowledge/facts/index';
import type { Facts } from '../../src/knowledge/facts/index';
import { parseLanguage, speak, translated } from '../../src/knowledge/language';
import { chooseLanguage } from '../../src/cli/language';
import { analyseText, log, vm } from '../support/story';
import { runCli } from '../support/cli';

let facts: Facts;
let statements: Statements;

before(async () => {
  await speakLanguage('zh-cn');
  facts = await loadFacts();
  statements = openStatements(await loadStatements(), exceptionRecogniser(facts));
});
after(() => speak('en'));

test('a language goes by the names that systems and people give it', () => {
  const named = ['zh-cn', 'zh_CN.UTF-8', 'zh-Hans', 'zh_SG', 'zh', 'en', 'en_GB.UTF-8', 'C', 'C.UTF-8', 'POSIX', 'zh-tw', 'fr', ''];
  assert.deepEqual(named.map(parseLanguage), [
    'zh-cn', 'zh-cn', 'zh-cn', 'zh-cn', 'zh-cn', 'en', 'en', 'en', 'en', 'en', undefined, undefined, undefined]);
});

test('the command line speaks what --lang says, else what the system says and can show', () => {
  const name = (words: readonly string[], env: NodeJS.ProcessEnv = {}) => chooseLanguage(words, env);
  assert.deepEqual(name(['report', '--lang', 'zh-cn', 'a.log'], { LANG: 'en_US.UTF-8' }),
    { name: 'zh-cn', words: ['report', 'a.log'] });
  assert.deepEqual(name(['--lang=en', 'report', 'a.log']), { name: 'en', words: ['report', 'a.log'] });
  assert.equal(name(['report'], { LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }).name, 'zh_CN.UTF-8');
  assert.equal(name(['report'], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }).name, 'C');
  assert.equal(name(['report'], { LANG: 'zh_CN.GB18030' }).name, undefined, 'such a terminal shows no UTF-8');
  assert.deepEqual(name(['explain', '--', '--lang', 'zh-cn']).words, ['explain', '--', '--lang', 'zh-cn']);
  assert.equal(name(['report', '--lang', 'fr']).unknown, 'fr');
});

test('a table speaks the language that was chosen, and English for what it has no word', () => {
  const say = sayIn(english);
  assert.equal(say('countFailed', { count: 2 }), '2 个失败');
  assert.equal(phaseTitle('block_device_mapping'), '块设备映射');
  assert.equal(renderDuration(189_000), '189 秒');
  assert.equal(translated('no such table', { word: 'kept' }).word, 'kept');
});

test('findings and remedies say in Chinese what the log says in numbers', () => {
  const at = { source: 'a', line: 3, time: undefined };
  const message = 'Volume 1 did not finish being created even after we waited 189 seconds or 61 attempts. And its status is'
    + ' downloading.';
  const args = { kind: 'create', phase: 'block_device_mapping', type: 'nova.exception.VolumeNotCreated', message };
  const finding = { check: 'failed-operation', severity: 'error', at, related: [], args } as const;
  const text = renderFinding({ ...finding, instance: vm, operation: undefined });
  assert.equal(text, 'create 在“块设备映射”阶段失败，历时 189 秒：VolumeNotCreated。'
    + `${String(remedyOf('VolumeNotCreated', message))}`);
  assert.match(text, /189 秒内查看了 61 次.*block_device_allocate_retries（60）/);
});

test('explanations are those of the English rows in Chinese; commands and options stay', () => {
  const one = explainException('nova.exception.NoValidHost', facts);
  assert.equal(one?.summary, '调度器没有为该请求找到主机。');
  assert.ok(one.checks.some(({ text, command }) => text === '在运行且已启用的服务'
    && command === 'openstack compute service list --service nova-compute'));
  assert.match(explainOption('vif_plugging_timeout', facts)?.summary ?? '', /^nova-compute 等待 Neutron/);
  assert.match(explainMessage('Instance disappeared during build.', facts)?.summary ?? '', /实例在创建期间被删除/);
  const line = explainLine('Took 1.50 seconds to build instance.', statements, { facts });
  assert.match(line?.facts[0]?.label ?? '', /语句/);
});

test('letters of East Asia take two columns', () => {
  assert.deepEqual(['abc', '块设备', '（a）', '한국', 'é', 'e\u0301', '✓'].map(widthOf), [3, 6, 5, 4, 1, 1, 1]);
  assert.equal(`${padBehind('块', 4)}|`, '块  |');
  assert.equal(`${padBefore('3 秒', 6)}|`, '  3 秒|');
});

test('text is broken between its letters, never before a full stop nor behind an opening bracket', () => {
  assert.deepEqual(wrapColumns('创建中止。实例进入', 8), ['创建中', '止。实例', '进入']);
  assert.deepEqual(wrapColumns('用（例如 virsh）查', 6), ['用（例', '如', 'virsh）', '查']);
  for (const line of wrapColumns('nova-compute 在停止等待时，卷还不是 available：创建中止，'.repeat(9), 40)) {
    assert.ok(widthOf(line) <= 40, line);
    assert.doesNotMatch(line, /^[。，：）]/);
  }
});

const chineseLog = log(`
  0 INFO mgr r1 vm 正在启动实例
  1 ERROR mgr r1 vm 实例生产失败
  |Traceback (most recent call last):
  |  File "/usr/lib/python2.7/site-packages/nova/compute/manager.py", line 2218, in _build_resources
  |    yield resources
  |PortBindingFailed: 端口 8d2f6c1a-0000-4000-8000-000000000001 绑定失败，请检查 neutron 日志
  2 WARNING virt r1 - 无法连接 libvirt：连接被拒绝
`);

test('a log in another language is read by its exceptions, and said to be so', async () => {
  const { digests: [digest] } = analyseText(chineseLog);
  assert.deepEqual(digest?.faults.map(({ type }) => type), ['PortBindingFailed']);
  const { out } = await runCli(['report', '-'], { input: chineseLog });
  assert.match(out, /2 warnings and errors are in another language: recognised by exception or logger only/);
  assert.match(out, /PortBindingFailed/);
});

test('a line in another language is known by its logger, and by the exception that it names', () => {
  const lines = chineseLog.split('\n');
  const bare = explainLine(lines.at(-1) ?? '', statements, { facts });
  assert.equal(bare?.title, 'nova.virt.libvirt.driver');
  assert.match(bare.summary, /只能按其 logger 识别/);
  const named = explainLine(`${lines[1] ?? ''}: PortBindingFailed: 端口绑定失败`, statements, { facts });
  assert.match(named?.summary ?? '', /异常 PortBindingFailed 和 logger/);
});

test('a message is in another language by its words, not by a name that stands in it', () => {
  assert.ok(isInOtherLanguage('实例生产失败'));
  assert.ok(isInOtherLanguage('[instance: x] インスタンスの作成に失敗しました'));
  assert.ok(isInOtherLanguage('인스턴스 생성에 실패했습니다'));
  assert.ok(isInOtherLanguage('创建失败: Build of instance x aborted: Block Device Mapping is Invalid.'));
  assert.equal(isInOtherLanguage('Creating image for the server 测试虚拟机'), false);
  assert.equal(isInOtherLanguage('Instance failed to spawn'), false);
});

test('a report in Chinese stands in columns', async () => {
  const input = log(`
    0 INFO mgr r1 vm Terminating instance
    1 INFO mgr r1 vm Took 0.46 seconds to destroy the instance on the hypervisor.
    12 INFO mgr r1 vm Took 11.00 seconds to deallocate network for instance.
  `);
  const { out, status } = await runCli(['report', '--lang', 'zh-cn', '-'], { input });
  assert.equal(status, 0);
  const rows = out.split('\n').filter((line) => /^ {6}✓/.test(line));
  const columns = rows.map((row) => widthOf(row.slice(0, row.indexOf('第'))));
  assert.ok(rows.length >= 2, out);
  assert.equal(new Set(columns).size, 1, rows.join('\n'));
  assert.match(out, /1 个实例上共有 1 个操作：1 个完成/);
});

test('misuse and help are said in the language too', async () => {
  const zh = { LC_ALL: 'zh_CN.UTF-8' };
  assert.match((await runCli(['--help'], { env: zh })).out, /^nova-lens：/);
  assert.match((await runCli(['report'], { env: zh })).err, /请说明要读取哪个日志/);
  const { err, status } = await runCli(['report', '--lang', 'fr', 'x']);
  assert.match(err, /There are no words in “fr”/);
  assert.equal(status, 2);
});
