// The names that the grammar colours are those of Nova's source; words that only look alike stay plain.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { loadFacts } from '../../src/knowledge/facts';
import { loadTokenizer, textsWith, type Tokenizer, grammarFile } from './tokenizer';

const header = '2025-03-11 14:07:32.418 7 ERROR nova.compute.manager [-] ';
const traceback = '2025-03-11 14:07:32.418 7 ERROR nova.compute.manager ';

function exceptionsIn(tokenizer: Tokenizer, line: string): readonly string[] {
  return textsWith(tokenizer.tokensOf(line), '.exception.');
}

test('each exception of Nova is coloured where tracebacks and summaries show it', async () => {
  const tokenizer = await loadTokenizer();
  const facts = await loadFacts();
  // words of prose, coloured only behind their module
  const plain = (name: string) => !/^[A-Z]+[a-z0-9]+[A-Z]/.test(name);
  const forms = (name: string): readonly (readonly [string, string])[] => [
    [`${traceback}nova.exception.${name}: it broke`, `nova.exception.${name}`],
    [`${traceback}nova.exception.${name}`, `nova.exception.${name}`],
    [`${header}Ah.: nova.exception_Remote.${name}_Remote: broken`, `nova.exception_Remote.${name}_Remote`],
    [`${traceback}${name}_Remote: it broke`, `${name}_Remote`],
    ...plain(name) ? [] : [
      [`${traceback}${name}: it broke`, name], [`${header}Failed: ${name}: it broke`, name],
      [`${name}: it broke`, name],
    ] as const,
  ];
  const wrong = [...facts.nova.keys()].flatMap(forms)
    .filter(([line, name]) => exceptionsIn(tokenizer, line).join(' ') !== name);
  assert.deepEqual(wrong, []);
  assert.ok(facts.nova.size > 500);
});

test('each exception of a library is coloured behind its module', async () => {
  const tokenizer = await loadTokenizer();
  const facts = await loadFacts();
  const names = [...facts.foreign.values()].flat().filter(({ name }) => /^[A-Z]/.test(name))
    .map(({ module, name }) => `${module}.${name}`);
  const isColoured = (name: string) => exceptionsIn(tokenizer, `${traceback}${name}: it broke`).join(' ') === name;
  assert.deepEqual(names.filter((name) => !isColoured(name)), []);
  assert.ok(names.length > 50, String(names.length));
});

test('words of a message are no exceptions', async () => {
  const tokenizer = await loadTokenizer();
  for (const message of [
    'Error updating resources for node cmp01.', 'Invalid input received: Invalid volume: Volume status must be available',
    'Setting instance vm_state to ERROR', 'Command: ssh cmp01', 'Stderr: nothing', 'Attempting claim: memory 512 MB',
    'Exception during message handling', 'Live Migration failure: operation failed', 'Filter ComputeFilter returned 0 hosts',
    '/usr/lib/python3/dist-packages/SomeError.py', 'error-prone, timeout=3, conflict',
  ]) {
    assert.deepEqual(exceptionsIn(tokenizer, header + message), [], message);
  }
});

/** What `a(?:b|c)?d` stands for: the option names that the grammar spells in short. */
function spelled(pattern: string): readonly string[] {
  const group = /\(\?:([^()]*)\)(\??)/.exec(pattern);
  if (!group) return [pattern];
  const [whole, choices = '', optional] = group;
  const words = optional === '?' ? ['', ...choices.split('|')] : choices.split('|');
  return words.flatMap((word) => spelled(pattern.replace(whole, word)));
}

/** Splits at the bars that stand outside of groups. */
function alternatives(pattern: string): readonly string[] {
  let depth = 0;
  const parts = [''];
  for (const character of pattern) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

test('each option that is coloured alone is an option of Nova', async () => {
  const facts = await loadFacts();
  const known = new Set([...facts.options.values()].flatMap(({ name, oldNamesEver }) =>
    [name, ...oldNamesEver.map((old) => old.slice(old.lastIndexOf('.') + 1))]));
  const grammar = fs.readFileSync(grammarFile, 'utf8');
  const list = /"match": "[^"]*\(\?:(block_device_allocate_retries.*)\)\(\?!/.exec(grammar)?.[1] ?? '';
  const names = alternatives(list).flatMap(spelled);
  assert.ok(names.length > 60, String(names.length));
  assert.deepEqual(names.filter((name) => !known.has(name)), []);
});

test('the options that builds depend on are coloured, with their group and alone', async () => {
  const tokenizer = await loadTokenizer();
  const named = [
    'block_device_allocate_retries', 'block_device_allocate_retries_interval', 'vif_plugging_timeout',
    'vif_plugging_is_fatal', 'network_allocate_retries', 'max_attempts', 'cpu_allocation_ratio', 'ram_allocation_ratio',
    'disk_allocation_ratio', 'reserved_host_memory_mb', 'reserved_host_disk_mb', 'reserved_host_cpus', 'recheck_quota',
    'instance_build_timeout', 'rpc_response_timeout', 'service_down_time',
  ];
  const optionsIn = (line: string) => textsWith(tokenizer.tokensOf(line), 'parameter.option.');
  for (const name of named) {
    assert.deepEqual(optionsIn(`${header}Look at ${name}.`), [name]);
    assert.deepEqual(optionsIn(`${header}Look at [scheduler] ${name}`), ['scheduler', name]);
    assert.deepEqual(optionsIn(`${header}Look at DEFAULT.${name}`), [`DEFAULT.${name}`]);
    assert.deepEqual(optionsIn(`${header}Look at CONF.${name}`), [`CONF.${name}`]);
  }
  const plain = `${header}task_state, nova.conf, libvirt.libvirtError, /etc/max_attempts/x`;
  assert.deepEqual(optionsIn(plain), []);
});
