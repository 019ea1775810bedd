// Every row of the explanations: names exist in the facts, samples show what they should, commands only read,
// links are known, sentences are whole.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { classOfMessage } from '../../src/core/faults/classOfMessage';
import { explainException, explainMessage, explainOption } from '../../src/core/explaining/explain';
import { compileTemplate, matchTemplate } from '../../src/core/template';
import { families } from '../../src/knowledge/exceptions/index';
import { loadFacts } from '../../src/knowledge/facts/index';
import { bugs, docs } from '../../src/knowledge/links';
import { messageNotes } from '../../src/knowledge/messages';
import { optionNotes } from '../../src/knowledge/options';
import type { ExplanationNote } from '../../src/knowledge/schema';

interface Row {
  readonly name: string;
  readonly note: ExplanationNote;
}

const explained: readonly Row[] = Object.values(families)
  .flatMap((family: Readonly<Record<string, ExplanationNote>>) => Object.entries(family))
  .map(([name, note]) => ({ name, note }));
const messages: readonly Row[] = messageNotes.map((note) => ({ name: note.text, note }));
const rows = [...explained, ...messages];

/** The names of rows for which something is wrong. */
function wrongRows(of: readonly Row[], isWrong: (row: Row) => boolean): string[] {
  return of.filter(isWrong).map(({ name }) => name);
}

/** Everything that a person reads in a row, samples and commands aside. */
function textsOf({ note }: Row): string[] {
  return [
    note.summary, note.effect,
    ...note.causes.flatMap(({ text, evidence }) => [text, evidence ?? '']),
    ...note.checks.map(({ text }) => text),
    ...note.changes.flatMap(({ text, risk }) => [text, risk ?? '']),
  ].filter((text) => text !== '');
}

const bareName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

test('no class is explained twice', () => {
  const names = explained.map(({ name }) => name);
  assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
  assert.ok(names.length >= 220, `${names.length} classes are explained`);
});

test('the index of the explanations names each file of its folder', () => {
  const folder = 'src/knowledge/exceptions';
  const index = fs.readFileSync(`${folder}/index.ts`, 'utf8');
  const files = fs.readdirSync(folder).map((file) => file.replace('.ts', '')).filter((file) => file !== 'index');
  assert.deepEqual(files.filter((file) => !index.includes(`'./${file}'`)), []);
});

test('each explanation is found by the name that a log shows', async () => {
  const facts = await loadFacts();
  assert.deepEqual(wrongRows(explained, ({ name, note }) => {
    const [root, bare = root] = name.split('.');
    const inLog = bare === root ? name : `${root}.exceptions.${bare}`;
    return explainException(inLog, facts)?.summary !== note.summary;
  }), []);
});

test('each option that is named has facts and words', async () => {
  const facts = await loadFacts();
  const named = new Set([...rows.flatMap(({ note }) => note.options), ...Object.keys(optionNotes)]);
  const words: Readonly<Record<string, unknown>> = optionNotes;
  assert.deepEqual([...named].filter((name) => !facts.options.has(name)), []);
  assert.deepEqual([...named].filter((name) => explainOption(name, facts)?.name !== name), []);
  assert.deepEqual([...named].filter((name) => words[name] === undefined
    && explainOption(name, facts)?.options[0]?.meaning === undefined), []);
});

test('each sample of a class shows the class', () => {
  assert.deepEqual(wrongRows(explained, ({ name, note }) => !note.sample.includes(bareName(name))), []);
});

/** Classes that Nova raises with a text of its own beside their template. */
const ownTexts = new Set([
  'InvalidSharedStorage', 'InstanceFaultRollback', 'NovaException', 'InvalidConfiguration', 'FixedIpAlreadyInUse',
  'AcceleratorRequestBindingFailed', 'OverQuota', 'ReimageException', 'Forbidden', 'NoUniqueMatch',
]);

test('the text of each sample follows the message template of its class', async () => {
  const facts = await loadFacts();
  const ofNova = explained.filter(({ name }) => facts.nova.has(name) && !ownTexts.has(name));
  assert.deepEqual(wrongRows(ofNova, ({ name, note }) => {
    const known = facts.nova.get(name);
    const templates = [known?.text, ...(known?.texts ?? []).map(([, text]) => text)];
    if (templates.every((template) => template === undefined)) return false;
    const message = note.sample.slice(note.sample.indexOf(`${name}: `) + name.length + 2);
    return !templates.some((template) => matchTemplate(compileTemplate(template ?? ''), message) !== undefined);
  }), []);
});

test('the text of a sample leads back to its class, or to none', async () => {
  const facts = await loadFacts();
  assert.deepEqual(wrongRows(explained.filter(({ name }) => facts.nova.has(name)), ({ name, note }) => {
    const message = note.sample.slice(note.sample.indexOf(`${name}: `) + name.length + 2);
    const found = classOfMessage(message, facts);
    return found !== undefined && found !== name;
  }), []);
});

test('each sample of a message is explained by its own row', async () => {
  const facts = await loadFacts();
  const wrong = wrongRows(messages, ({ name, note }) => explainMessage(note.sample, facts)?.name !== name);
  assert.deepEqual(wrong, []);
});

test('each row says what happened, what it did and why', () => {
  assert.deepEqual(wrongRows(rows, ({ note }) => note.summary === '' || note.effect === ''
    || note.causes.length === 0 || note.checks.length === 0 || note.changes.length === 0), []);
  assert.deepEqual(wrongRows(rows, ({ note }) => !/^\S.*\.$/.test(note.summary)), []);
  assert.deepEqual(wrongRows(rows, ({ note }) => note.summary.length > 200), []);
  assert.deepEqual(wrongRows(rows, (row) => textsOf(row).some((text) => /\s\s|\s$|^\s|\.\.$/.test(text))), []);
  assert.deepEqual(wrongRows(rows, (row) => textsOf(row).some((text) => text.split('`').length % 2 === 0)), []);
});

/** Programs and the words by which their command lines show that they only read. */
const readers: readonly RegExp[] = [
  /^openstack [a-z -]*(?:list|show|get)(?: |$)/,
  /^virsh (?:version|list|capabilities|domcapabilities|dominfo|domstate|domblklist|domiflist|vcpupin|secret-list)\b/,
  /^ovs-vsctl (?:show$|get |--columns=[\w,]+ list )/,
  /^journalctl (?:-[ku] ?[\w-]* )+--(?:grep|since) /,
  /^nova-manage (?:cell_v2 (?:list_hosts|list_cells|verify_instance)|placement audit --verbose$|(?:api_)?db version)/,
  /^nova-status upgrade check$/,
  /^rabbitmqctl (?:status|cluster_status|list_\w+)\b/,
  /^systemctl (?:status|show) /,
  /^iscsiadm -m (?:session|discoverydb)(?: -P \d)?$/,
  /^curl -sS (?:-o \/dev\/null -w "%\{\w+\}" )?<[\w-]+>$/,
  /^qemu-img info /,
  /^rbd ls /,
  /^ceph (?:-s|df)$/,
  /^multipath -ll$/,
  /^virt-host-validate qemu$/,
  /^openssl s_client -connect <host>:<port> -brief$/,
  /^nc -vz /,
  /^timedatectl status$/,
  /^(?:ls|lsblk|lspci|lscpu|df|findmnt|grep|cat|tail|stat|id|ss|ps|free|getent|losetup)(?: |$)/,
];

test('each command only reads, and holds nothing that a shell would run', () => {
  const commands = rows.flatMap(({ note }) => note.checks.flatMap(({ command }) => command ?? []));
  assert.ok(commands.length > 300);
  assert.deepEqual(commands.filter((command) => !readers.some((reader) => reader.test(command))), []);
  const plain = (command: string): string => command.replace(/"[^"$`]*"/g, '').replace(/<[a-z-]+>/g, '');
  assert.deepEqual(commands.filter((command) => /[;&|<>$`(){}'"]/.test(plain(command))), []);
});

test('each link is one of the pages that were checked', () => {
  const known = new Set<string>([...Object.values(docs), ...Object.values(bugs)]);
  assert.deepEqual(wrongRows(rows, ({ note }) => (note.links ?? []).some((link) => !known.has(link))), []);
  const used = new Set(rows.flatMap(({ note }) => note.links ?? []));
  assert.deepEqual([...known].filter((link) => !used.has(link)), []);
  assert.deepEqual(wrongRows(rows, (row) => textsOf(row).some((text) => text.includes('://'))), []);
});

const className = /\b[A-Z][a-z]+[A-Z]\w*(?:Error|Exception|Failed|Exceeded|NotFound|Timeout|Unavailable)\b/g;

test('each class that a text names exists', async () => {
  const facts = await loadFacts();
  const ours = explained.map(({ name }) => bareName(name));
  const known = new Set([...facts.nova.keys(), ...facts.foreign.keys(), ...ours]);
  const ofOptions = Object.values(optionNotes).flatMap(({ meaning, symptom }) => [meaning, symptom]);
  const named = [...rows.flatMap(textsOf), ...ofOptions].flatMap((text) => text.match(className) ?? []);
  assert.ok(named.length > 60, `${named.length} classes are named`);
  assert.deepEqual(named.filter((name) => !known.has(name)), []);
});

test('each option in backquotes exists', async () => {
  const facts = await loadFacts();
  const known = new Set([...facts.options.values()].map(({ name }) => name));
  const quoted = rows.flatMap(textsOf).flatMap((text) => text.match(/`[a-z]+_[a-z_]+`/g) ?? [])
    .map((text) => text.slice(1, -1));
  assert.ok(quoted.length > 60);
  assert.deepEqual(quoted.filter((name) => !known.has(name)), []);
});

test('each option is worded, and says what must be restarted', () => {
  const notes = Object.entries(optionNotes);
  const wrong = notes.filter(([, note]) => !/^[A-Za-z0-9`].*\.$/.test(note.meaning) || !/\.$/.test(note.symptom)
    || note.restart.length === 0 || /\s\s/.test(note.meaning + note.symptom));
  assert.ok(notes.length > 130);
  assert.deepEqual(wrong.map(([name]) => name), []);
});
